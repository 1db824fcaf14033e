import Interpreter

/// Lists, dicts, tuples, sets, and what iterators of `__reduce__` give.
extension PickleWriter {
  private static let batch = 1000

  /// An empty container: in protocol 0 that of the items above a mark, of which there are none.
  private func begin(_ code: PickleCode, _ old: PickleCode) {
    if !isBinary { put(.mark) }
    put(isBinary ? code : old)
  }

  func saveList(_ list: ListObject, _ slot: Slot) throws(Raised) {
    begin(.emptyList, .list)
    memoize(slot)
    func item(_ i: Int) throws(Raised) {
      let item = list.items[i]
      item.retain()
      defer { item.release() }
      try save(item)
    }
    if !isBinary || list.count == 1 {
      var i = 0
      while i < list.count {
        try item(i)
        put(.append)
        i &+= 1
      }
      return
    }
    var i = 0
    while i < list.count {
      put(.mark)
      let end = i &+ PickleWriter.batch
      while i < end, i < list.count {
        try item(i)
        i &+= 1
      }
      put(.appends)
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  func saveDict(_ dict: DictObject, _ slot: Slot) throws(Raised) {
    begin(.emptyDict, .dict)
    memoize(slot)
    try saveEntries(dict)
  }
  /// The items of a dict, to be set in what lies on the stack.
  private func saveEntries(_ dict: DictObject) throws(Raised) {
    let count = dict.count
    let one = !isBinary || count == 1
    var at = dict.nextEntry(0)
    while at >= 0 {
      if !one { put(.mark) }
      var n = 0
      while at >= 0 && n < PickleWriter.batch {
        let (key, value) = (dict.entries[at].key, dict.entries[at].value)
        key.retain()
        value.retain()
        defer {
          key.release()
          value.release()
        }
        try save(key)
        try save(value)
        if dict.count != count { throw vm.runtimeError("dictionary changed size during iteration") }
        if one { put(.setItem) }
        at = dict.nextEntry(at &+ 1)
        n &+= 1
      }
      if !one { put(.setItems) }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  func saveTuple(_ tuple: TupleObject, _ slot: Slot) throws(Raised) {
    let n = tuple.count
    if n == 0 { return begin(.emptyTuple, .tuple) }
    let isShort = n <= 3 && version >= 2
    if !isShort { put(.mark) }
    for i in 0..<n { try save(tuple.items[i]) }
    // A tuple that holds itself was written while its items were.
    let known = memo.find(slot)
    if known >= 0 {
      if isShort || !isBinary {
        for _ in 0..<(isShort ? n : n &+ 1) { put(.pop) }
      } else {
        put(.popMark)
      }
      return get(known)
    }
    put(!isShort ? .tuple : n == 1 ? .tuple1 : n == 2 ? .tuple2 : .tuple3)
    memoize(slot)
  }

  func saveSet(_ set: SetObject, _ slot: Slot) throws(Raised) {
    let isFrozen = set.kind == .frozenset
    if version < 4 {
      let items = ListObject.make(vm, set.values)
      return try saveReduce(
        .object(isFrozen ? vm.types.frozenset : vm.types.set), .object(TupleObject.make(vm, [.object(items)])), object: slot)
    }
    if isFrozen {
      put(.mark)
      for item in set.values { try save(item.borrowed) }
      let known = memo.find(slot)
      if known >= 0 {
        put(.popMark)
        return get(known)
      }
      put(.frozenSet)
      return memoize(slot)
    }
    put(.emptySet)
    memoize(slot)
    let values = set.values
    var i = 0
    while i < values.count {
      put(.mark)
      let end = min(i &+ PickleWriter.batch, values.count)
      while i < end {
        try save(values[i].borrowed)
        if set.count != values.count { throw vm.runtimeError("set changed size during iteration") }
        i &+= 1
      }
      put(.addItems)
    }
  
  }

  /// Items of an iterator, in batches.
  func saveItems(_ source: Value, one: PickleCode, many: PickleCode, pairs: Bool) throws(Raised) {
    let iterator = try vm.iterator(source)
    func saved(_ item: Value) throws(Raised) {
      if !pairs { return try save(item.borrowed) }
      guard let pair = item.asTuple, pair.count == 2 else {
        throw vm.typeError("dict items iterator must return 2-tuples")
      }
      try save(pair.items[0])
      try save(pair.items[1])
    }
    if !isBinary {
      while let item = try vm.next(iterator) {
        try saved(item)
        put(one)
      }
      return
    }
    while true {
      guard let first = try vm.next(iterator) else { return }
      guard let second = try vm.next(iterator) else {
        try saved(first)
        return put(one)
      }
      put(.mark)
      try saved(first)
      try saved(second)
      var n = 2
      while n < PickleWriter.batch, let item = try vm.next(iterator) {
        try saved(item)
        n &+= 1
      }
      put(many)
      if n < PickleWriter.batch { return }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }
}

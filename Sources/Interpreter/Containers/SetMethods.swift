/// Operations and methods of `set` and `frozenset`.
enum SetMethods {
  // MARK: Making

  /// `set(iterable)` fills; `frozenset(iterable)` is made in one go.
  static func update(_ vm: VM, _ set: SetObject, _ source: Value) throws(Raised) {
    if let other = source.asSet { return try set.merge(vm, other) }
    if let dict = source.asDict, !dict.hasHeapType {
      set.reserve(forDictOf: dict.count)
      var i = dict.nextEntry(0)
      while i >= 0 {
        let entry = dict.entries[i]
        entry.key.retain()
        defer { entry.key.release() }
        try set.add(vm, entry.key, hash: entry.hash)
        i = dict.nextEntry(i &+ 1)
      }
      return
    }
    if let tuple = source.asTuple, !tuple.hasHeapType {
      for k in 0..<tuple.count { try set.add(vm, tuple.items[k]) }
      return
    }
    if let list = source.asList, !list.hasHeapType {
      var k = 0
      while k < list.count {
        let item = list.items[k]
        k &+= 1
        if item.isInt && set.addInt(item) { continue }
        item.retain()
        defer { item.release() }
        try set.add(vm, item)
      }
      return
    }
    let iterator = try vm.iterator(source)
    let it = Slot.borrowed(iterator)
    try withExtendedLifetime(iterator) { () throws(Raised) in
      while true {
        let item = try vm.step(it)
        if item.isUndefined { return }
        defer { item.release() }
        try set.add(vm, item)
        if vm.pollFlag.isSet { try vm.checkInterrupt() }
      }
    }
  }

  /// A set of the items of any iterable: itself when it is one.
  static func asSet(_ vm: VM, _ value: Value) throws(Raised) -> SetObject {
    if let set = value.asSet { return set }
    let made = SetObject.make(vm)
    try update(vm, made, value)
    return made
  }

  /// A copy as an exact set or frozenset.
  static func copy(_ vm: VM, _ set: SetObject) throws(Raised) -> SetObject {
    let made = SetObject.make(vm, frozen: set.kind == .frozenset)
    try made.merge(vm, set)
    return made
  }

  // MARK: Protocol

  static func repr(_ vm: VM, _ set: SetObject) throws(Raised) -> StrObject {
    let name = set.type.name
    if set.count == 0 { return vm.string("\(name)()") }
    guard vm.enterRepr(set) else { return vm.string("\(name)(...)") }
    defer { vm.leaveRepr() }
    var text = TextBuilder()
    let exact = set.kind == .set && !set.hasHeapType
    if !exact { text.append("\(name)(") }
    text.append("{")
    var first = true
    for value in set.values {
      if !first { text.append(", ") }
      first = false
      text.append(try vm.repr(value))
    }
    text.append(exact ? "}" : "})")
    return text.finish(vm)
  }

  /// `item in set`; a set as item is looked up as a frozenset.
  static func contains(_ vm: VM, _ set: SetObject, _ item: Value) throws(Raised) -> Bool {
    try set.find(vm, item.borrowed, hash: try lookupHash(vm, item)) >= 0
  }
  private static func lookupHash(_ vm: VM, _ item: Value) throws(Raised) -> Int {
    if item.kind == .set, let inner = item.asSet {
      let frozen = SetObject(vm, frozen: true)
      try frozen.merge(vm, inner)
      return try frozen.hash(vm)
    }
    return try vm.hash(item.borrowed)
  }

  static func isSubset(_ vm: VM, _ a: SetObject, of b: SetObject) throws(Raised) -> Bool {
    if a.count > b.count { return false }
    var p = a.nextPlace(0)
    while p >= 0 {
      let entry = a.table[p]
      entry.key.retain()
      defer { entry.key.release() }
      if try b.find(vm, entry.key, hash: entry.hash) < 0 { return false }
      p = a.nextPlace(p &+ 1)
    }
    return true
  }

  static func compare(_ vm: VM, _ set: SetObject, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = other.asSet else { return nil }
    return .bool(try holds(vm, .borrowed(set), comparison, .borrowed(other)))
  }
  /// A comparison of two sets that registers hold.
  static func holds(_ vm: VM, _ a: Slot, _ comparison: Comparison, _ b: Slot) throws(Raised) -> Bool {
    let (set, other) = (unsafeDowncast(a.object, to: SetObject.self), unsafeDowncast(b.object, to: SetObject.self))
    let (n, m) = (set.count, other.count)
    if comparison == .equal || comparison == .notEqual, set.isKnownToDiffer(from: other) { return comparison == .notEqual }
    switch comparison {
    case .equal: return n == m ? try isSubset(vm, set, of: other) : false
    case .notEqual: return n == m ? !(try isSubset(vm, set, of: other)) : true
    case .lessEqual: return try isSubset(vm, set, of: other)
    case .less: return n < m ? try isSubset(vm, set, of: other) : false
    case .greaterEqual: return try isSubset(vm, other, of: set)
    case .greater: return m < n ? try isSubset(vm, other, of: set) : false
    }
  }

  static func binary(_ vm: VM, _ set: SetObject, _ op: BinaryOperator, _ other: SetObject) throws(Raised) -> Value? {
    switch op {
    case .bitOr:
      let made = try copy(vm, set)
      try made.merge(vm, other)
      return .object(made)
    case .bitAnd: return .object(try intersection(vm, set, .object(other)))
    case .subtract: return .object(try difference(vm, set, .object(other)))
    case .bitXor: return .object(try symmetricDifference(vm, set, .object(other)))
    default: return nil
    }
  }

  static func inPlace(_ vm: VM, _ set: SetObject, _ op: BinaryOperator, _ other: SetObject) throws(Raised) -> Value? {
    switch op {
    case .bitOr: try set.merge(vm, other)
    case .bitAnd: set.take(from: try intersection(vm, set, .object(other)))
    case .subtract: try removeAll(vm, set, .object(other))
    case .bitXor: try symmetricUpdate(vm, set, .object(other))
    default: return nil
    }
    return .object(set)
  }

  // MARK: Algebra

  /// Visits what two sets have in common, elements of the smaller one, until `visit` answers false; false if it did.
  @inline(__always) @discardableResult
  private static func forEachCommon(
    _ vm: VM, _ a: SetObject, _ b: SetObject, _ visit: (Slot, Int) throws(Raised) -> Bool
  ) throws(Raised) -> Bool {
    let (small, large) = b.count > a.count ? (a, b) : (b, a)
    var p = small.nextPlace(0)
    while p >= 0 {
      let entry = small.table[p]
      entry.key.retain()
      defer { entry.key.release() }
      if try large.find(vm, entry.key, hash: entry.hash) >= 0, try !visit(entry.key, entry.hash) { return false }
      p = small.nextPlace(p &+ 1)
    }
    return true
  }

  static func intersection(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    let made = SetObject.make(vm, frozen: set.kind == .frozenset)
    if let second = other.asSet {
      if second === set { return try copy(vm, set) }
      try forEachCommon(vm, set, second) { (key, hash) throws(Raised) in
        try made.add(vm, key, hash: hash)
        return true
      }
      return made
    }
    try vm.forEach(other) { (item) throws(Raised) in
      let slot = item.owned
      defer { slot.release() }
      let hash = try vm.hash(slot)
      if try set.find(vm, slot, hash: hash) >= 0 { try made.add(vm, slot, hash: hash) }
    }
    return made
  }

  static func difference(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    let size = other.asSet?.count ?? (other.kind == .dict ? other.asDict?.count : nil)
    guard let size, size <= set.count << 2 else {
      let made = try copy(vm, set)
      try removeAll(vm, made, other)
      return made
    }
    if set.count >> 2 > size {
      let made = try copy(vm, set)
      try removeAll(vm, made, other)
      return made
    }
    let made = SetObject.make(vm, frozen: set.kind == .frozenset)
    var p = set.nextPlace(0)
    while p >= 0 {
      let entry = set.table[p]
      entry.key.retain()
      defer { entry.key.release() }
      let found: Bool
      if let second = other.asSet {
        found = try second.find(vm, entry.key, hash: entry.hash) >= 0
      } else if let dict = other.asDict {
        found = try dict.find(vm, entry.key, hash: entry.hash) >= 0
      } else {
        found = false
      }
      if !found { try made.add(vm, entry.key, hash: entry.hash) }
      p = set.nextPlace(p &+ 1)
    }
    return made
  }

  /// Removes the items of an iterable.
  static func removeAll(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) {
    if let second = other.asSet, second === set {
      set.removeAll()
      return
    }
    try vm.forEach(other) { (item) throws(Raised) in
      let slot = item.owned
      defer { slot.release() }
      _ = try set.remove(vm, slot, hash: try vm.hash(slot))
    }
  }

  static func symmetricDifference(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    let made = SetObject.make(vm, frozen: set.kind == .frozenset)
    try update(vm, made, other)
    try symmetricUpdate(vm, made, .object(set))
    return made
  }

  static func symmetricUpdate(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) {
    let second = try asSet(vm, other)
    if second === set {
      set.removeAll()
      return
    }
    var p = second.nextPlace(0)
    while p >= 0 {
      let entry = second.table[p]
      entry.key.retain()
      defer { entry.key.release() }
      if !(try set.remove(vm, entry.key, hash: entry.hash)) { try set.add(vm, entry.key, hash: entry.hash) }
      p = second.nextPlace(p &+ 1)
    }
  }

  // MARK: Rows

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    .object(cls === vm.types.set ? SetObject.make(vm) : SetObject(vm, type: cls))
  }
  static func initialize(_ vm: VM, _ object: Object, _ args: Arguments) throws(Raised) {
    guard object.kind == .set else { return }
    let set = unsafeDowncast(object, to: SetObject.self)
    if args.keywordNames != nil { throw vm.typeError("set() takes no keyword arguments") }
    if args.count > 1 { throw vm.typeError("set expected at most 1 argument, got \(args.count)") }
    if set.count > 0 { set.removeAll() }
    if args.count == 1 { try update(vm, set, args[0]) }
  }
  static func makeFrozen(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames != nil && cls === vm.types.frozenset {
      throw vm.typeError("frozenset() takes no keyword arguments")
    }
    if args.positionalCount > 1 {
      throw vm.typeError("frozenset expected at most 1 argument, got \(args.positionalCount)")
    }
    if args.positionalCount == 1, cls === vm.types.frozenset, let same = args[0].asSet, same.type === cls {
      return args[0]
    }
    let made = SetObject(vm, frozen: true, type: cls)
    if args.positionalCount == 1 { try update(vm, made, args[0]) }
    return .object(made)
  }

  private static func me(_ args: Arguments) -> SetObject { unsafeDowncast(args.slot(0).object, to: SetObject.self) }
  /// The values of the `*others` parameter.
  private static func others(_ args: Arguments) -> [Value] { args[1].asTuple?.values ?? [] }

  static func populateFrozen(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .len, .contains, .iter, .eq, .ne, .lt, .le, .gt, .ge, .hash, .or, .and, .sub, .xor, .ror, .rand, .rsub,
      .rxor,
    ])
    shared(type, vm)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .len, .contains, .iter, .eq, .ne, .lt, .le, .gt, .ge, .or, .and, .sub, .xor, .ror, .rand, .rsub, .rxor,
      .ior, .iand, .isub, .ixor, .`init`,
    ])
    type.unhashable(vm)
    shared(type, vm)
    type.method(vm, "add(self, object, /)", "Add an element to a set.") { (vm, args) throws(Raised) in
      try me(args).add(vm, args.slot(1))
      return .none
    }
    type.method(vm, "discard(self, object, /)", "Remove an element from a set if it is a member.") {
      (vm, args) throws(Raised) in
      _ = try me(args).remove(vm, args.slot(1), hash: try lookupHash(vm, args[1]))
      return .none
    }
    type.method(vm, "remove(self, object, /)", "Remove an element from a set; it must be a member.") {
      (vm, args) throws(Raised) in
      if !(try me(args).remove(vm, args.slot(1), hash: try lookupHash(vm, args[1]))) { throw vm.keyError(args[1]) }
      return .none
    }
    type.method(vm, "pop(self, /)", "Remove and return an arbitrary set element.") { (vm, args) throws(Raised) in
      if let item = vm.taken(me(args).pop()) { return item }
      throw vm.keyError(.object(vm.string("pop from an empty set")))
    }
    type.method(vm, "clear(self, /)", "Remove all elements from this set.") { (_, args) throws(Raised) in
      me(args).removeAll()
      return .none
    }
    type.method(vm, "update(self, /, *others)", "Update a set with the union of itself and others.") {
      (vm, args) throws(Raised) in
      for other in others(args) { try update(vm, me(args), other) }
      return .none
    }
    type.method(vm, "intersection_update(self, /, *others)", "Keep only elements found in it and all others.") {
      (vm, args) throws(Raised) in
      var result = me(args)
      for other in others(args) { result = try intersection(vm, result, other) }
      if result !== me(args) { me(args).take(from: result) }
      return .none
    }
    type.method(vm, "difference_update(self, /, *others)", "Remove all elements of others from this set.") {
      (vm, args) throws(Raised) in
      for other in others(args) { try removeAll(vm, me(args), other) }
      return .none
    }
    type.method(
      vm, "symmetric_difference_update(self, other, /)", "Keep only elements found in either set, but not in both."
    ) { (vm, args) throws(Raised) in
      try symmetricUpdate(vm, me(args), args[1])
      return .none
    }
  }

  /// Methods that sets and frozensets share.
  private static func shared(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "copy(self, /)", "Return a shallow copy of a set.") { (vm, args) throws(Raised) in
      let set = me(args)
      if set.kind == .frozenset && !set.hasHeapType { return .object(set) }
      return .object(try copy(vm, set))
    }
    type.method(vm, "union(self, /, *others)", "Return the union of sets as a new set.") {
      (vm, args) throws(Raised) in
      let made = try copy(vm, me(args))
      for other in others(args) { try update(vm, made, other) }
      return .object(made)
    }
    type.method(vm, "intersection(self, /, *others)", "Return the intersection of sets as a new set.") {
      (vm, args) throws(Raised) in
      let rest = others(args)
      if rest.isEmpty { return .object(try copy(vm, me(args))) }
      var result = me(args)
      for other in rest { result = try intersection(vm, result, other) }
      return .object(result)
    }
    type.method(vm, "difference(self, /, *others)", "Return the difference of sets as a new set.") {
      (vm, args) throws(Raised) in
      let rest = others(args)
      guard let first = rest.first else { return .object(try copy(vm, me(args))) }
      let result = try difference(vm, me(args), first)
      for other in rest.dropFirst() { try removeAll(vm, result, other) }
      return .object(result)
    }
    type.method(
      vm, "symmetric_difference(self, other, /)", "Return the symmetric difference of two sets as a new set."
    ) { (vm, args) throws(Raised) in .object(try symmetricDifference(vm, me(args), args[1])) }
    type.method(vm, "isdisjoint(self, other, /)", "Return True if two sets have a null intersection.") {
      (vm, args) throws(Raised) in
      let set = me(args)
      if let other = args[1].asSet {
        if other === set { return .bool(set.count == 0) }
        return .bool(try forEachCommon(vm, set, other) { (_, _) throws(Raised) in false })
      }
      for item in try vm.list(of: args[1]) where try set.has(vm, item.borrowed) { return .bool(false) }
      return .bool(true)
    }
    type.method(vm, "issubset(self, other, /)", "Report whether another set contains this set.") {
      (vm, args) throws(Raised) in .bool(try isSubset(vm, me(args), of: try asSet(vm, args[1])))
    }
    type.method(vm, "issuperset(self, other, /)", "Report whether this set contains another set.") {
      (vm, args) throws(Raised) in
      if let other = args[1].asSet { return .bool(try isSubset(vm, other, of: me(args))) }
      for item in try vm.list(of: args[1]) where !(try me(args).has(vm, item.borrowed)) { return .bool(false) }
      return .bool(true)
    }
    type.method(vm, "__sizeof__(self, /)", "Size of object in memory, in bytes.") { (_, args) throws(Raised) in
      .int(200 &+ (me(args).mask > 7 ? (me(args).mask &+ 1) &* 16 : 0))
    }
  }
}

extension VM {
  /// A frozenset of constants (hashable by construction).
  package func makeFrozenSet(_ values: [Value]) -> Value {
    let made = SetObject(self, frozen: true)
    for value in values { try? made.add(self, value) }
    return .object(made)
  }
}

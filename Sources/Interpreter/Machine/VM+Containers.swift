// The object protocol of containers and iterators for native code; like `VM+Protocol.swift`, special methods of
// Python classes come first.

extension VM {
  // MARK: Containers

  /// `len(value)`.
  package func length(_ value: Value) throws(Raised) -> Int {
    if case .object(let o) = value {
      if let r = try callHook(o, .len) { return try checkedLength(r) }
      if let n = try o.length(self) { return n }
    }
    throw typeError("object of type '\(type(of: value).operandName)' has no len()")
  }
  /// What `__len__` said, as a length.
  func checkedLength(_ answer: Value) throws(Raised) -> Int {
    let n = try index(answer)
    if n < 0 { throw valueError("__len__() should return >= 0") }
    return n
  }
  /// `value[key]`.
  package func getItem(_ value: Value, _ key: Value) throws(Raised) -> Value {
    if case .object(let o) = value {
      if let r = try callHook(o, .getitem, key.borrowed) { return r }
      if let r = try o.getItem(self, key) { return r }
      if let cls = o as? TypeObject { return try classGetItem(cls, key) }
    }
    throw typeError("'\(type(of: value).operandName)' object is not subscriptable")
  }
  /// `value[key] = new`.
  package func setItem(_ value: Value, _ key: Value, _ new: Value) throws(Raised) {
    if case .object(let o) = value {
      if try callSpecial(o, .setitem, [key, new]) != nil { return }
      if try o.setItem(self, key, new) { return }
    }
    throw typeError("'\(type(of: value).operandName)' object does not support item assignment")
  }
  /// `del value[key]`.
  package func deleteItem(_ value: Value, _ key: Value) throws(Raised) {
    if case .object(let o) = value {
      if try callHook(o, .delitem, key.borrowed) != nil { return }
      if try o.setItem(self, key, nil) { return }
    }
    throw typeError("'\(type(of: value).operandName)' object doesn't support item deletion")
  }
  /// `item in value`.
  package func contains(_ value: Value, _ item: Value) throws(Raised) -> Bool {
    if case .object(let o) = value {
      if o.hasHeapType {
        let hook = o.type.special(self, .contains)
        if hook.isNone { throw typeError("'\(o.type.operandName)' object is not a container") }
        if let r = try callHook(o, .contains, item.borrowed) { return try truth(r) }
        if !o.type.special(self, .iter).isUndefined || o.kind == .instance {
          return try containsByIteration(value, item)
        }
      }
      if let found = try o.contains(self, item) { return found }
      return try containsByIteration(value, item)
    }
    throw typeError("argument of type '\(type(of: value).operandName)' is not iterable")
  }
  private func containsByIteration(_ value: Value, _ item: Value) throws(Raised) -> Bool {
    guard let iterator = try iteratorOrNil(value) else {
      throw typeError("argument of type '\(type(of: value).operandName)' is not iterable")
    }
    while let next = try self.next(iterator) {
      if try equal(next, item) { return true }
    }
    return false
  }

  // MARK: Iteration

  /// `iter(value)`.
  package func iterator(_ value: Value) throws(Raised) -> Object {
    if let made = try iteratorOrNil(value) { return made }
    throw typeError("'\(type(of: value).operandName)' object is not iterable")
  }
  /// `iter(value)`; nil when the value is not iterable.
  package func iteratorOrNil(_ value: Value) throws(Raised) -> Object? {
    guard case .object(let o) = value else { return nil }
    if o.hasHeapType {
      let hook = o.type.special(self, .iter)
      if hook.isNone { return nil }
      if let made = try callHook(o, .iter) {
        if case .object(let it) = made, isIterator(it) { return it }
        throw typeError("iter() returned non-iterator of type '\(type(of: made).operandName)'")
      }
    }
    if let made = try o.iterator(self) { return made }
    if o.hasHeapType, !o.type.special(self, .getitem).isUndefined { return SequenceIterator(self, o) }
    return nil
  }
  /// Tells whether `next` works on an object.
  package func isIterator(_ object: Object) -> Bool {
    object.isIterator || (object.hasHeapType && !object.type.special(self, .next).isUndefined)
  }
  /// Next item; nil at the end (StopIteration never escapes).
  package func next(_ iterator: Object) throws(Raised) -> Value? {
    if iterator.hasHeapType && !iterator.type.special(self, .next).isUndefined {
      do {
        return try callHook(iterator, .next)
      } catch {
        guard error.exception.type.isSubtype(of: types.stopIteration) else { throw error }
        if wantsStop { lastStop = error.exception }
        return nil
      }
    }
    return try iterator.next(self)
  }
  /// Calls `body` with every item of an iterable; exact lists and tuples without an iterator object.
  package func forEach(_ value: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    if case .object(let o) = value, !o.hasHeapType {
      if o.kind == .list, let list = o as? ListObject {
        var i = 0
        while i < list.count {
          try body(list[i])
          i &+= 1
        }
        return
      }
      if o.kind == .tuple, let tuple = o as? TupleObject {
        for i in 0..<tuple.count { try body(tuple[i]) }
        return
      }
    }
    let it = try iterator(value)
    while let item = try next(it) {
      if pollFlag.isSet { try checkInterrupt() }
      try body(item)
    }
  }
  /// All items of an iterable.
  package func list(of value: Value) throws(Raised) -> [Value] {
    var result: [Value] = []
    try forEach(value) { (item) throws(Raised) in
      let count = result.count
      if _slowPath(count > 1 << 20 && count & (count &- 1) == 0), !Memory.mayHold(count &* 32) { throw memoryError() }
      result.append(item)
    }
    return result
  }
}

/// Iterates by `__getitem__` from 0 until IndexError.
final class SequenceIterator: NativeIterator, Reducible {
  private var sequence: Object?
  private var position = 0

  init(_ vm: VM, _ sequence: Object) {
    self.sequence = sequence
    super.init(kind: .iterator, type: vm.types.sequenceIterator, tracked: true)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    if let sequence { visit(.held(sequence)) }
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    guard let sequence else { return try vm.reduction(builtin: "iter", [.object(vm.emptyTuple)]) }
    return try vm.reduction(builtin: "iter", [.object(sequence)], .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) { position = max(0, try vm.index(state)) }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let sequence else { return nil }
    do {
      let item = try vm.getItem(.object(sequence), .int(position))
      position &+= 1
      return item
    } catch {
      let type = error.exception.type
      if type.isSubtype(of: vm.types.indexError) || type.isSubtype(of: vm.types.stopIteration) {
        self.sequence = nil
        return nil
      }
      throw error
    }
  }
}

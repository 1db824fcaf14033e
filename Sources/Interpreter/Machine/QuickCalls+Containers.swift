import Glibc

// Methods of exact lists, dicts and sets that a call instruction answers itself. Each answer is owned; undefined: the
// method's body decides, and nothing has happened.

extension VM {
  @inline(never)
  func quickList(_ call: QuickCall, _ x: Slot, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    let list = unsafeBitCast(x.pointer, to: ListObject.self)
    switch call {
    case .listPop:
      if count == 1 && list.count > 0 { return list.removeLast() }
    case .listExtend:
      guard count == 2, arguments[1].isObject, !arguments[1].isSame(as: x),
        arguments[1].typePointer == tupleType || arguments[1].typePointer == listType
      else { break }
      let items = arguments[1].pointer.field(SequenceLayout.items, Register.self)
      let more = arguments[1].pointer.field(SequenceLayout.count, Int.self)
      if list.count &+ more > list.capacity {
        guard list.reserve(max(list.count &+ more, list.count &+ list.count >> 1)) else { throw memoryError() }
      }
      for k in 0..<more {
        items[k].retain()
        list.append(owned: items[k])
      }
      return .none
    case .listSort:
      if count == 1 && ListSort.sortFew(self, list.items, list.count) { return .none }
    case .listReverse:
      if count == 1 {
        ListMethods.reverse(list)
        return .none
      }
    case .listInsert:
      guard count == 3, arguments[1].isInt, !arguments[2].isUndefined else { break }
      var place = arguments[1].asInt
      if place < 0 { place = max(0, place &+ list.count) }
      place = min(place, list.count)
      let item = (arguments + 2).copy()
      list.append(owned: item)
      memmove(list.items + place + 1, list.items + place, (list.count &- 1 &- place) &* MemoryLayout<Slot>.stride)
      list.items[place] = item
      return .none
    case .listIndex:
      if count == 2, let place = place(of: arguments[1], list), place >= 0 { return .int(place) }
    case .listRemove:
      if count == 2, let place = place(of: arguments[1], list), place >= 0 {
        ListMethods.removeAt(list, place).release()
        return .none
      }
    case .listCount:
      if count == 2 { return occurrences(of: arguments[1], list) }
    case .listCopy:
      guard count == 1, list.count > 0, list.count <= 1 << 16 else { break }
      for k in 0..<list.count { list.items[k].retain() }
      return ListObject.slot(self, moving: list.items, count: list.count)
    default: break
    }
    return .undefined
  }

  /// Whether an int or exact text equals an item; nil: code of the user may decide.
  @inline(__always)
  private func equalsPlainly(_ item: Slot, _ wanted: Slot) -> Bool? {
    if wanted.isInt {
      if item.isInt { return item.bits == wanted.bits }
      return item.isObject && item.typePointer == strType ? false : nil
    }
    guard wanted.isObject, wanted.typePointer == strType else { return nil }
    if item.isInt || item.isFloat || item.isNone { return false }
    guard item.isObject, item.typePointer == strType else { return nil }
    let (a, b) = (unsafeBitCast(item.pointer, to: StrObject.self), unsafeBitCast(wanted.pointer, to: StrObject.self))
    return item.bits == wanted.bits || a.hasSameText(b)
  }

  /// Where an int or exact text lies in a list, -1: nowhere; nil: code of the user may decide.
  private func place(of wanted: Slot, _ list: ListObject) -> Int? {
    for k in 0..<list.count {
      guard let isEqual = equalsPlainly(list.items[k], wanted) else { return nil }
      if isEqual { return k }
    }
    return -1
  }

  /// How often an int or exact text lies in a list; undefined: code of the user may decide.
  private func occurrences(of wanted: Slot, _ list: ListObject) -> Slot {
    var found = 0
    for k in 0..<list.count {
      guard let isEqual = equalsPlainly(list.items[k], wanted) else { return .undefined }
      if isEqual { found &+= 1 }
    }
    return .int(found)
  }

  @inline(never)
  func quickDict(_ call: QuickCall, _ x: Slot, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    let dict = unsafeBitCast(x.pointer, to: DictObject.self)
    switch call {
    case .dictKeys: return count == 1 ? ObjectPool.dictView(self, x, .keys) : .undefined
    case .dictValues: return count == 1 ? ObjectPool.dictView(self, x, .values) : .undefined
    case .dictItems: return count == 1 ? ObjectPool.dictView(self, x, .items) : .undefined
    case .dictPop:
      guard count == 2 || count == 3 && !arguments[2].isUndefined, !arguments[1].isUndefined else { break }
      let value = try dict.remove(self, arguments[1])
      if !value.isUndefined { return value }
      if count == 3 { return (arguments + 2).copy() }
      throw keyError(arguments[1].value)
    case .dictCopy:
      if count == 1 { return Value.object(try DictMethods.copy(self, dict)).intoOwned() }
    case .dictUpdate:
      guard count == 2, arguments[1].isObject, arguments[1].typePointer == dictType else { break }
      try DictMethods.merge(self, dict, arguments[1].value)
      return .none
    default: break
    }
    return .undefined
  }

  @inline(never)
  func quickSet(_ call: QuickCall, _ x: Slot, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    // (Another set would be looked up as a frozenset.)
    guard count == 2, arguments[1].isInt || arguments[1].isObject && arguments[1].typePointer == strType else {
      return .undefined
    }
    let set = unsafeBitCast(x.pointer, to: SetObject.self)
    let wasThere = try set.remove(self, arguments[1], hash: try quickHash(arguments[1]))
    if !wasThere && call == .setRemove { throw keyError(arguments[1].value) }
    return .none
  }

  /// `dict.setdefault`, owned; undefined when the default is.
  func setDefault(_ x: Slot, _ key: Slot, _ other: Slot) throws(Raised) -> Slot {
    if other.isUndefined { return .undefined }
    let dict = unsafeBitCast(x.pointer, to: DictObject.self)
    let hash = try hash(key)
    let place = try dict.find(self, key, hash: hash)
    let found = place >= 0 ? dict.entries[place].value : other
    found.retain()
    if place < 0 {
      key.retain()
      found.retain()
      dict.insert(hash: hash, key: key, value: found)
    }
    return found
  }

}

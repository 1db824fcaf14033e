// Methods of an exact str that a call instruction answers itself. Each answer is owned; undefined: the method's body decides.

extension VM {
  /// Methods of an exact str with no more than their commonest arguments.
  @inline(never)
  func quickText(_ call: QuickCall, _ x: Slot, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    let text = unsafeBitCast(x.pointer, to: StrObject.self)
    switch call {
    case .textStrip:
      if count == 1 { return try StrMethods.stripSlot(self, x, left: true, right: true) }
      if count == 2 && arguments[1].isObject && arguments[1].typePointer == strType {
        let characters = unsafeBitCast(arguments[1].pointer, to: StrObject.self)
        return Value.object(try StrMethods.strip(self, text, characters, true, true)).intoOwned()
      }
    case .textLeftStrip:
      if count == 1 { return try StrMethods.stripSlot(self, x, left: true, right: false) }
    case .textRightStrip:
      if count == 1 { return try StrMethods.stripSlot(self, x, left: false, right: true) }
    case .textUpper:
      if count == 1 {
        let made = StrMethods.caseSlot(self, text, upper: true)
        return made.isUndefined ? Value.object(try StrMethods.upper(self, text)).intoOwned() : made
      }
    case .textLower:
      if count == 1 {
        let made = StrMethods.caseSlot(self, text, upper: false)
        return made.isUndefined ? Value.object(try StrMethods.lower(self, text)).intoOwned() : made
      }
    case .textStartsWith, .textEndsWith:
      guard count == 2, arguments[1].isObject, arguments[1].typePointer == strType else { break }
      let affix = unsafeBitCast(arguments[1].pointer, to: StrObject.self)
      if affix.count > text.count { return .bool(false) }
      return .bool(TextSearch.matches(text, affix, at: call == .textEndsWith ? text.count &- affix.count : 0))
    case .textReplace:
      guard count == 3, arguments[1].isObject, arguments[1].typePointer == strType, arguments[2].isObject,
        arguments[2].typePointer == strType
      else { break }
      let old = unsafeBitCast(arguments[1].pointer, to: StrObject.self)
      let new = unsafeBitCast(arguments[2].pointer, to: StrObject.self)
      let made = StrMethods.replaceSlot(self, x, old, new)
      if !made.isUndefined { return made }
      return Value.object(try StrMethods.replace(self, text, old, new, -1)).intoOwned()
    case .textSplit:
      if count == 1 { return Value.object(try StrMethods.split(self, text, .none, -1)).intoOwned() }
      guard count == 2, arguments[1].isObject, arguments[1].typePointer == strType else { break }
      return Value.object(try StrMethods.split(self, text, arguments[1].value, -1)).intoOwned()
    case .textJoin:
      guard count == 2, arguments[1].isObject, arguments[1].typePointer == listType || arguments[1].typePointer == tupleType
      else { break }
      let items = UnsafePointer(arguments[1].pointer.field(SequenceLayout.items, Register.self))
      let parts = UnsafeBufferPointer(start: items, count: arguments[1].pointer.field(SequenceLayout.count, Int.self))
      return Value.object(try StrMethods.join(self, text, parts)).intoOwned()
    case .textFind, .textRightFind, .textIndex, .textCount:
      guard count == 2, arguments[1].isObject, arguments[1].typePointer == strType else { break }
      return quickSearch(call, text, unsafeBitCast(arguments[1].pointer, to: StrObject.self))
    case .textEncode:
      guard count == 1, text.isASCII else { break }
      return try makeBytes(copying: UnsafePointer(text.storage.assumingMemoryBound(to: UInt8.self)), text.count).intoOwned()
    case .textIsAlphanumeric, .textIsAlpha, .textIsDigit, .textIsSpace, .textIsUpper, .textIsLower:
      if count == 1 && text.isASCII { return .bool(VM.isOfKind(call, text)) }
    default: break
    }
    return .undefined
  }

  /// Searches of the whole text; undefined: not found where that is an error.
  private func quickSearch(_ call: QuickCall, _ text: StrObject, _ part: StrObject) -> Slot {
    switch call {
    case .textFind: return .int(TextSearch.find(text, part, 0, text.count))
    case .textRightFind: return .int(TextSearch.findLast(text, part, 0, text.count))
    case .textCount: return .int(TextSearch.count(text, part, 0, text.count))
    default:
      let place = TextSearch.find(text, part, 0, text.count)
      return place < 0 ? .undefined : .int(place)
    }
  }

  /// What `isalpha` and its like say of an ASCII text.
  private static func isOfKind(_ call: QuickCall, _ text: StrObject) -> Bool {
    let bytes = UnsafeBufferPointer(start: text.storage.assumingMemoryBound(to: UInt8.self), count: text.count)
    @inline(__always) func isUpper(_ c: UInt8) -> Bool { c &- 0x41 < 26 }
    @inline(__always) func isLower(_ c: UInt8) -> Bool { c &- 0x61 < 26 }
    @inline(__always) func isDigit(_ c: UInt8) -> Bool { c &- 0x30 < 10 }
    @inline(__always) func isSpace(_ c: UInt8) -> Bool { c == 0x20 || c &- 9 < 5 || c &- 0x1C < 4 }
    switch call {
    case .textIsUpper: return bytes.contains(where: isUpper) && !bytes.contains(where: isLower)
    case .textIsLower: return bytes.contains(where: isLower) && !bytes.contains(where: isUpper)
    case .textIsAlpha: return !bytes.isEmpty && bytes.allSatisfy { isLower($0 | 0x20) }
    case .textIsDigit: return !bytes.isEmpty && bytes.allSatisfy(isDigit)
    case .textIsSpace: return !bytes.isEmpty && bytes.allSatisfy(isSpace)
    default: return !bytes.isEmpty && bytes.allSatisfy { isLower($0 | 0x20) || isDigit($0) }
    }
  }
}

// Arguments with names, of keywords and of `functools.partial`, moved straight to the places of their parameters: no dict, no
// tuple, no list. Each answers false, with nothing done, where `bindPython` has to decide or to say what is wrong.

extension VM {
  /// Moves arguments with names to the places of their parameters and fills in the defaults; false: the general way
  /// does it, or says what is wrong.
  static func placeKeywords(
    _ function: Unmanaged<FunctionObject>, _ arguments: Register, _ count: Int, _ names: TupleObject?
  ) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let (positionals, named) = (header.pointee.argCount, names?.count ?? 0)
    let total = positionals &+ header.pointee.keywordOnlyCount
    let positional = count &- named
    let first = max(positional, header.pointee.positionalOnlyCount)
    guard count <= total, positional <= positionals, total <= 32, first <= total else { return false }
    let locals = header.pointee.localNames
    return withUnsafeTemporaryAllocation(of: Slot.self, capacity: total) { places in
      for p in positional..<total { places[p] = .undefined }
      if let names {
        let items = names.items
        for k in 0..<named {
          let name = items[k].bits
          var p = first
          while p < total && locals[p].bits != name { p &+= 1 }
          let value = arguments[positional &+ k]
          if p == total || !places[p].isUndefined || value.isUndefined { return false }
          places[p] = value
        }
      }
      for k in 0..<positional where arguments[k].isUndefined { return false }
      guard let missing = defaults(function, places, positional, total) else { return false }
      move(places, positional, total, arguments, missing)
      return true
    }
  }

  /// The same for a function with `*args` or `**kwargs`, which get what is left.
  static func placeVariadic(
    _ vm: VM, _ function: Unmanaged<FunctionObject>, _ arguments: Register, _ count: Int, _ names: TupleObject?
  ) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let (positionals, positionalOnly) = (header.pointee.argCount, header.pointee.positionalOnlyCount)
    let named = names?.count ?? 0
    let (total, positional) = (positionals &+ header.pointee.keywordOnlyCount, count &- named)
    guard total <= 32, header.pointee.hasVariadic || positional <= positionals else { return false }
    let taken = min(positional, positionals)
    let locals = header.pointee.localNames
    for k in 0..<positional where arguments[k].isUndefined { return false }
    return withUnsafeTemporaryAllocation(of: Slot.self, capacity: total &+ 2 &* named) { places in
      for p in taken..<total { places[p] = .undefined }
      // Names that are no parameters, each with its value behind it.
      var end = total
      for k in 0..<named {
        guard let name = names?.items[k], name.pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.interned != 0
        else { return false }
        var p = positionalOnly
        while p < total && locals[p].bits != name.bits { p &+= 1 }
        let value = arguments[positional &+ k]
        if value.isUndefined { return false }
        if p < total {
          if p < taken || !places[p].isUndefined { return false }
          places[p] = value
        } else {
          if !header.pointee.hasVariadicKeywords { return false }
          (places[end], places[end &+ 1]) = (name, value)
          end &+= 2
        }
      }
      guard let missing = defaults(function, places, taken, total) else { return false }
      var next = total
      let rest =
        !header.pointee.hasVariadic
        ? Slot.undefined
        : positional > taken
          ? TupleObject.slot(vm, moving: arguments + taken, count: positional &- taken) : .owned(vm.emptyTuple)
      move(places, taken, total, arguments, missing)
      if header.pointee.hasVariadic {
        arguments[next] = rest
        next &+= 1
      }
      if header.pointee.hasVariadicKeywords {
        let made = DictObject.make(vm)
        for k in stride(from: total, to: end, by: 2) {
          made.set(name: places[k], places[k &+ 1])
          places[k &+ 1].release()
        }
        arguments[next] = .owned(made)
        next &+= 1
      }
      // What lay behind the parameters has found its place.
      for k in next..<max(next, count) { arguments[k] = .undefined }
      return true
    }
  }

  /// Puts the defaults of missing arguments into their places: which ones they are, as bits. nil: there is one without a
  /// default.
  @inline(__always)
  private static func defaults(
    _ function: Unmanaged<FunctionObject>, _ places: UnsafeMutableBufferPointer<Slot>, _ start: Int, _ total: Int
  ) -> UInt64? {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let (tuple, byName) = function._withUnsafeGuaranteedRef { ($0.defaults, $0.keywordDefaults) }
    let positionals = header.pointee.argCount
    let given = tuple.isObject ? tuple.pointer.field(SequenceLayout.count, Int.self) : 0
    let locals = header.pointee.localNames
    var missing: UInt64 = 0
    for p in start..<total where places[p].isUndefined {
      if p < positionals {
        if p < positionals &- given { return nil }
        places[p] = tuple.pointer.field(SequenceLayout.items, Register.self)[p &- (positionals &- given)]
      } else {
        guard byName.isKind(.dict) else { return nil }
        let value = Unmanaged<DictObject>.fromOpaque(byName.pointer)._withUnsafeGuaranteedRef {
          $0.find(name: locals[p])
        }
        if value.isUndefined { return nil }
        places[p] = value
      }
      missing |= 1 << UInt64(p)
    }
    return missing
  }

  /// Moves the arguments in their places down to the registers; those in `missing` are counted.
  @inline(__always)
  private static func move(
    _ places: UnsafeMutableBufferPointer<Slot>, _ start: Int, _ total: Int, _ arguments: Register, _ missing: UInt64
  ) {
    for p in start..<total {
      arguments[p] = places[p]
      if missing >> UInt64(p) & 1 == 1 { places[p].retain() }
    }
  }

  /// Puts the arguments of a partial object with keywords into the places of a function's parameters: `given`, the
  /// `count` ones that lie at `arguments`, and those of `keywords`. False: nothing has happened.
  static func placePartial(
    _ function: Unmanaged<FunctionObject>, _ given: Slot, _ keywords: Slot, _ arguments: Register, _ count: Int
  ) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let keywords = Unmanaged<DictObject>.fromOpaque(keywords.pointer)
    let keywordCount = keywords._withUnsafeGuaranteedRef { $0.count }
    let items = given.pointer.field(SequenceLayout.items, Register.self)
    let (more, positionals) = (given.pointer.field(SequenceLayout.count, Int.self), header.pointee.argCount)
    let total = positionals &+ header.pointee.keywordOnlyCount
    let positional = count &+ more
    guard positional <= positionals, total <= 32, keywordCount <= total &- positional else { return false }
    let locals = header.pointee.localNames
    return withUnsafeTemporaryAllocation(of: Slot.self, capacity: total) { places in
      for k in 0..<count {
        if arguments[k].isUndefined { return false }
        places[more &+ k] = arguments[k]
      }
      for k in 0..<more { places[k] = items[k] }
      var found = 0
      for p in positional..<total {
        places[p] = p < header.pointee.positionalOnlyCount
          ? .undefined : keywords._withUnsafeGuaranteedRef { $0.find(name: locals[p]) }
        if !places[p].isUndefined { found &+= 1 }
      }
      if found != keywordCount { return false }
      var fromKeywords: UInt64 = 0
      for p in positional..<total where !places[p].isUndefined { fromKeywords |= 1 << UInt64(p) }
      guard let missing = defaults(function, places, positional, total) else { return false }
      move(places, positional, total, arguments, missing)
      for p in positional..<total where fromKeywords >> UInt64(p) & 1 == 1 { arguments[p].retain() }
      for k in 0..<positional {
        arguments[k] = places[k]
        if k < more { places[k].retain() }
      }
      return true
    }
  }
}

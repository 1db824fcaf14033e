import Glibc

// Methods of `bytes` and `bytearray` that take them apart.
extension ByteMethods {
  /// Collects parts of the receiver in a list.
  private struct Parts {
    let vm: VM
    let args: Arguments
    let list: ListObject
    var count = 0

    init(_ vm: VM, _ args: Arguments) {
      self.vm = vm
      self.args = args
      list = ListObject.make(vm)
    }
    mutating func add(_ text: ByteView, _ from: Int, _ to: Int) throws(Raised) {
      list.append(try make(vm, args, text.base + from, to &- from))
      count &+= 1
    }
  }

  static func splitting(_ type: TypeObject, _ vm: VM) {
    for (name, fromRight) in [("split", false), ("rsplit", true)] {
      type.method(vm, "\(name)(self, sep=None, maxsplit=-1)", "Splits at a separator or at whitespace.") {
        (vm, args) throws(Raised) in
        let maximum = args.slot(2).isInt ? args.slot(2).asInt : try vm.index(args[2])
        let limit = maximum < 0 ? Int.max : maximum
        let separator: ByteView? = args.slot(1).isNone ? nil : try view(vm, args, 1)
        if separator?.count == 0 { throw vm.valueError("empty separator") }
        var parts = Parts(vm, args)
        let text = bytes(args)
        if fromRight && limit != Int.max {
          try splitFromRight(text, separator, limit, &parts)
          var items = UnsafeMutableBufferPointer(start: parts.list.items, count: parts.list.count)
          items.reverse()
        } else if let separator {
          try split(text, separator, limit, &parts)
        } else {
          try splitWords(text, limit, &parts)
        }
        return .object(parts.list)
      }
    }
    stripping(type, vm)
    for (name, last) in [("partition", false), ("rpartition", true)] {
      type.method(vm, "\(name)(self, sep, /)", "Splits at a separator into three parts.") { (vm, args) throws(Raised) in
        let (text, separator) = (bytes(args), try view(vm, args, 1))
        if separator.count == 0 { throw vm.valueError("empty separator") }
        let i = last ? text.findLast(separator, 0, text.count) : text.find(separator, 0, text.count)
        if i < 0 {
          let (whole, none) = (try same(vm, args), { () throws(Raised) in try make(vm, args, text.base, 0) })
          return .object(TupleObject.make(vm, last ? [try none(), try none(), whole] : [whole, try none(), try none()]))
        }
        let behind = i &+ separator.count
        return .object(
          TupleObject.make(
            vm,
            [
              try make(vm, args, text.base, i), try make(vm, args, separator.base, separator.count),
              try make(vm, args, text.base + behind, text.count &- behind),
            ]))
      }
    }
    type.method(vm, "splitlines(self, keepends=False)", "The lines.") { (vm, args) throws(Raised) in
      let keep = args.slot(1).isBool ? args.slot(1).asBool : try vm.truth(args[1])
      let text = bytes(args)
      var parts = Parts(vm, args)
      var (start, i) = (0, 0)
      while i < text.count {
        if text[i] != 10 && text[i] != 13 {
          i &+= 1
          continue
        }
        let end = i
        i &+= text[i] == 13 && i &+ 1 < text.count && text[i &+ 1] == 10 ? 2 : 1
        try parts.add(text, start, keep ? i : end)
        start = i
      }
      if start < text.count { try parts.add(text, start, text.count) }
      return .object(parts.list)
    }
  }

  private static func stripping(_ type: TypeObject, _ vm: VM) {
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      type.method(vm, "\(name)(self, bytes=None, /)", "Without leading or trailing bytes.") { (vm, args) throws(Raised) in
        let text = bytes(args)
        var (start, end) = (0, text.count)
        if args.slot(1).isNone {
          if left { while start < end && isSpace(text[start]) { start &+= 1 } }
          if right { while end > start && isSpace(text[end &- 1]) { end &-= 1 } }
        } else {
          let removed = try view(vm, args, 1)
          func goes(_ byte: UInt8) -> Bool { memchr(removed.base, Int32(byte), removed.count) != nil }
          if left { while start < end && goes(text[start]) { start &+= 1 } }
          if right { while end > start && goes(text[end &- 1]) { end &-= 1 } }
        }
        if end &- start == text.count { return try same(vm, args) }
        return try make(vm, args, text.base + start, end &- start)
      }
    }
  }

  private static func split(_ text: ByteView, _ separator: ByteView, _ limit: Int, _ parts: inout Parts) throws(Raised) {
    var i = 0
    while parts.count < limit {
      let hit = text.find(separator, i, text.count)
      if hit < 0 { break }
      try parts.add(text, i, hit)
      i = hit &+ separator.count
    }
    if i == 0 { parts.list.append(try same(parts.vm, parts.args)) } else { try parts.add(text, i, text.count) }
  }

  private static func splitWords(_ text: ByteView, _ limit: Int, _ parts: inout Parts) throws(Raised) {
    var i = 0
    while true {
      while i < text.count && isSpace(text[i]) { i &+= 1 }
      if i >= text.count { return }
      if parts.count >= limit { return try parts.add(text, i, text.count) }
      let start = i
      while i < text.count && !isSpace(text[i]) { i &+= 1 }
      try parts.add(text, start, i)
    }
  }

  private static func splitFromRight(
    _ text: ByteView, _ separator: ByteView?, _ limit: Int, _ parts: inout Parts
  ) throws(Raised) {
    var end = text.count
    if let separator {
      while parts.count < limit {
        let hit = text.findLast(separator, 0, end)
        if hit < 0 { break }
        try parts.add(text, hit &+ separator.count, end)
        end = hit
      }
      return try parts.add(text, 0, end)
    }
    while true {
      while end > 0 && isSpace(text[end &- 1]) { end &-= 1 }
      if end == 0 { return }
      if parts.count >= limit { return try parts.add(text, 0, end) }
      var start = end
      while start > 0 && !isSpace(text[start &- 1]) { start &-= 1 }
      try parts.add(text, start, end)
      end = start
    }
  }
}

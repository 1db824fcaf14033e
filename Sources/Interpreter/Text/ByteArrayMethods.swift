import Glibc

// Methods that change a bytearray.
extension ByteMethods {
  @inline(__always)
  private static func target(_ args: Arguments) -> ByteArrayObject {
    unsafeDowncast(args.slot(0).object, to: ByteArrayObject.self)
  }

  static func mutation(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "append(self, item, /)", "Appends one byte.") { (vm, args) throws(Raised) in
      try target(args).append(vm, try ByteOperators.byte(vm, args[1]))
      return .none
    }
    type.method(vm, "extend(self, iterable, /)", "Appends all bytes of an iterable.") { (vm, args) throws(Raised) in
      if let plain = args.view(1) {
        try target(args).append(vm, plain)
        return .none
      }
      var new: [UInt8] = []
      try vm.forEach(args[1]) { (item) throws(Raised) in new.append(try ByteOperators.byte(vm, item)) }
      let made = vm.makeBytes(new)
      if let view = ByteView(made) { try target(args).append(vm, view) }
      return .none
    }
    type.method(vm, "insert(self, index, item, /)", "Inserts one byte.") { (vm, args) throws(Raised) in
      var i = try vm.index(args[1])
      let byte = try ByteOperators.byte(vm, args[2])
      let object = target(args)
      if i < 0 { i = max(0, i &+ object.count) }
      i = min(i, object.count)
      let one = vm.types.byteConstants.find(vm, Int(byte))
      if let view = ByteView(one) { try object.replace(vm, i, i, view) }
      return .none
    }
    type.method(vm, "pop(self, index=-1, /)", "Removes and returns one byte.") { (vm, args) throws(Raised) in
      var i = try vm.index(args[1])
      let object = target(args)
      if object.count == 0 { throw vm.indexError("pop from empty bytearray") }
      if i < 0 { i &+= object.count }
      if i < 0 || i >= object.count { throw vm.indexError("pop index out of range") }
      let byte = object.base[i]
      try object.remove(vm, i, i &+ 1)
      return .int(Int(byte))
    }
    type.method(vm, "remove(self, value, /)", "Removes the first occurrence of a byte.") { (vm, args) throws(Raised) in
      let byte = try ByteOperators.byte(vm, args[1])
      let object = target(args)
      guard let hit = memchr(object.base, Int32(byte), object.count) else {
        throw vm.valueError("value not found in bytearray")
      }
      let i = UnsafeRawPointer(hit) - UnsafeRawPointer(object.base)
      try object.remove(vm, i, i &+ 1)
      return .none
    }
    type.method(vm, "clear(self, /)", "Removes all bytes.") { (vm, args) throws(Raised) in
      try target(args).clear(vm)
      return .none
    }
    type.method(vm, "copy(self, /)", "A copy.") { (vm, args) throws(Raised) in
      .object(try ByteArrayObject.make(vm, copying: bytes(args)))
    }
    type.method(vm, "reverse(self, /)", "Reverses the order in place.") { (vm, args) throws(Raised) in
      let object = target(args)
      var bytes = UnsafeMutableBufferPointer(start: object.base, count: object.count)
      bytes.reverse()
      return .none
    }
  }
}

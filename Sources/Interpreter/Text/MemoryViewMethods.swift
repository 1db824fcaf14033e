/// The namespace of `memoryview`.
enum MemoryViewMethods {
  static func make(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    guard let view = MemoryViewObject.view(vm, value) else {
      throw vm.typeError("memoryview: a bytes-like object is required, not '\(vm.type(of: value).name)'")
    }
    try view.check(vm)
    return .object(view.part(vm, offset: view.offset, shape: view.shape, strides: view.strides))
  }

  private static func view(_ vm: VM, _ value: Value) throws(Raised) -> MemoryViewObject {
    guard case .object(let o) = value, o.kind == .memoryview else {
      throw vm.typeError("expected a memoryview, got '\(vm.type(of: value).name)'")
    }
    let view = unsafeDowncast(o, to: MemoryViewObject.self)
    try view.check(vm)
    return view
  }

  private static func bytes(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let view = try view(vm, args[0])
    if let memory = view.inPlace { return try vm.makeBytes(copying: memory.base, memory.count) }
    return vm.makeBytes(view.array)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.len, .iter, .eq, .ne, .lt, .le, .gt, .ge, .getitem, .setitem, .hash, .repr])
    type.method(vm, "tobytes(self, order=None)", "The bytes.") { (vm, args) throws(Raised) in
      if !args[1].isNone {
        guard let order = args[1].asStr, ["C", "F", "A"].contains(order.string) else {
          throw vm.valueError("order must be 'C', 'F' or 'A'")
        }
      }
      return try bytes(vm, args)
    }
    type.method(vm, "__bytes__(self)", "The bytes.") { (vm, args) throws(Raised) in
      try bytes(vm, args)
    }
    type.method(vm, "tolist(self, /)", "The items as a list.") { (vm, args) throws(Raised) in
      try view(vm, args[0]).nested(vm)
    }
    ByteMethods.hexMethod(type, vm)
    for name in ["release(self, /)", "__exit__(self, /, *args)"] {
      type.method(vm, name, "Lets the memory go.") { (vm, args) throws(Raised) in
        if case .object(let o) = args[0], o.kind == .memoryview {
          unsafeDowncast(o, to: MemoryViewObject.self).release()
        }
        return .none
      }
    }
    type.method(vm, "__enter__(self, /)", "The view.") { (vm, args) throws(Raised) in .object(try view(vm, args[0])) }
    type.method(vm, "toreadonly(self, /)", "A view that cannot write.") { (vm, args) throws(Raised) in
      let v = try view(vm, args[0])
      return .object(
        MemoryViewObject(
          vm, v.base.value, format: v.format, itemSize: v.itemSize, offset: v.offset, shape: v.shape,
          strides: v.strides, isLocked: true))
    }
    type.method(vm, "cast(self, format, shape=None)", "The same memory with other items or dimensions.") {
      (vm, args) throws(Raised) in
      guard let format = args[1].asStr else {
        throw vm.typeError("cast() argument 'format' must be str, not \(vm.type(of: args[1]).name)")
      }
      var shape: [Int]?
      if !args[2].isNone {
        if args[2].asTuple == nil && args[2].asList == nil { throw vm.typeError("shape must be a list or a tuple") }
        var lengths: [Int] = []
        for item in try vm.list(of: args[2]) {
          guard case .int(let n) = item else {
            throw vm.typeError("memoryview.cast(): elements of shape must be integers")
          }
          lengths.append(n)
        }
        if lengths.count > 64 { throw vm.valueError("memoryview: number of dimensions must not exceed 64") }
        shape = lengths
      }
      return .object(try view(vm, args[0]).cast(vm, format.string, shape))
    }
    attributes(type, vm)
  }

  private static func attributes(_ type: TypeObject, _ vm: VM) {
    func numbers(_ vm: VM, _ items: [Int]) -> Value { .object(TupleObject.make(vm, items.map { .int($0) })) }
    type.attribute(vm, "readonly", get: { (vm, v) throws(Raised) in .bool(try view(vm, v).isReadOnly) })
    type.attribute(vm, "obj", get: { (vm, v) throws(Raised) in try view(vm, v).base.value })
    type.attribute(vm, "nbytes", get: { (vm, v) throws(Raised) in
      let v = try view(vm, v)
      return .int(v.itemCount &* v.itemSize)
    })
    type.attribute(vm, "itemsize", get: { (vm, v) throws(Raised) in .int(try view(vm, v).itemSize) })
    type.attribute(vm, "ndim", get: { (vm, v) throws(Raised) in .int(try view(vm, v).rank) })
    type.attribute(vm, "format", get: { (vm, v) throws(Raised) in .object(vm.string(try view(vm, v).format)) })
    for name in ["contiguous", "c_contiguous"] {
      type.attribute(vm, name, get: { (vm, v) throws(Raised) in .bool(try view(vm, v).isContiguous) })
    }
    type.attribute(vm, "f_contiguous", get: { (vm, v) throws(Raised) in
      let v = try view(vm, v)
      return .bool(v.rank <= 1 && v.isContiguous)
    })
    type.attribute(vm, "shape", get: { (vm, v) throws(Raised) in numbers(vm, try view(vm, v).shape) })
    type.attribute(vm, "strides", get: { (vm, v) throws(Raised) in numbers(vm, try view(vm, v).strides) })
    type.attribute(vm, "suboffsets", get: { (vm, v) throws(Raised) in
      _ = try view(vm, v)
      return .object(vm.emptyTuple)
    })
  }
}

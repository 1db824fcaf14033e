import Interpreter

/// A field of a named tuple: reads an item by its place.
final class TupleGetter: TupleField {
  private var doc: Slot

  init(_ type: TypeObject, _ index: Int, _ doc: Value) {
    self.doc = doc.owned
    super.init(index, type: type)
  }
  deinit { doc.release() }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("_tuplegetter", module: "collections") { (type, vm) in
      type.specials(vm, [.get, .set, .delete])
      type.attribute(
        vm, "__doc__",
        get: { (_, v) throws(Raised) in
          guard let getter = v.native(TupleGetter.self) else { return .none }
          return getter.doc.value
        },
        set: { (_, v, new) throws(Raised) in
          guard let getter = v.native(TupleGetter.self) else { return }
          let old = getter.doc
          getter.doc = (new ?? Value.none).owned
          old.release()
        })
      type.method(vm, "__reduce__(self, /)", "How to make it again.") { (vm, args) throws(Raised) in
        guard let getter = args[0].native(TupleGetter.self) else { return .none }
        return .object(
          TupleObject.make(
            vm, [.object(getter.type), .object(TupleObject.make(vm, [.int(getter.index), getter.doc.value]))]))
      }
    }
    type.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "_tuplegetter(index, doc, /)") { (args) throws(Raised) in
        .object(TupleGetter(cls, try vm.index(args[0]), args[1]))
      }
    }
    vm.tupleFieldType = Unmanaged.passUnretained(type).toOpaque()
    return type
  }

  override var isDataDescriptor: Bool { true }
  override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    guard let instance else { return .object(self) }
    guard let tuple = instance.asTuple else {
      if instance.isNone { return .object(self) }
      throw vm.typeError(
        "descriptor for index '\(index)' for tuple subclasses doesn't apply to '\(vm.type(of: instance).name)' object")
    }
    if index < 0 || index >= tuple.count { throw vm.indexError("tuple index out of range") }
    return tuple[index]
  }
  override func descriptorSet(_ vm: VM, _ instance: Value, _ value: Value?) throws(Raised) -> Bool {
    throw vm.attributeError(value == nil ? "can't delete attribute" : "can't set attribute")
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("_tuplegetter(\(index), \(try vm.repr(doc.value).string))")
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(doc) }
}

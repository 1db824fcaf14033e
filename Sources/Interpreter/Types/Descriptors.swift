/// `classmethod`.
package final class ClassMethodObject: Object {
  let function: Slot
  package init(_ vm: VM, _ function: Value, type: TypeObject? = nil) {
    self.function = function.owned
    super.init(kind: .classMethod, type: type ?? vm.types.classMethod, tracked: true)
  }
  deinit { function.release() }
  package override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    try vm.bindDescriptor(function, .object(owner), owner.type)
  }
  package override func traverse(_ visit: (Slot) -> Void) { visit(function) }
}

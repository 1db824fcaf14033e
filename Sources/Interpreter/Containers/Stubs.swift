package final class SetObject: Object {
  package init(_ vm: VM) { super.init(kind: .set, type: vm.types.set, tracked: true) }
  package func add(_ vm: VM, _ slot: Slot) throws(Raised) {}
}
package final class SliceObject: Object {
  package init(_ vm: VM, start: Value, stop: Value, step: Value) { super.init(kind: .slice, type: vm.types.slice) }
}
package final class MappingProxy: Object {
  package init(_ vm: VM, _ dict: DictObject) { super.init(kind: .mappingProxy, type: vm.types.mappingProxy) }
}
extension StrObject {
  func copyPoints(to raw: UnsafeMutableRawPointer, at position: Int, width: Int) {}
}
extension VM {
  package func makeFrozenSet(_ values: [Value]) -> Value { .none }
  package func makeBytes(_ bytes: [UInt8]) -> Value { .none }
  package func makeComplex(_ real: Double, _ imaginary: Double) -> Value { .none }
}
extension Numbers {
  package static func bigInt(_ vm: VM, digits: [UInt8], radix: Int) -> Value { .none }
}
extension VM {
  func installTemporary() {
    let p = NativeFunction(self, "print(*args)", "") { (vm, args) throws(Raised) in
      var t = ""
      for v in try vm.list(of: args[0]) { t += try vm.str(v).string + " " }
      t += "\n"
      t.withUTF8 { vm.writeOutput(.stdout, $0) }
      return .none
    }
    builtins.set(self, "print", .object(p))
    builtins.set(self, "range", .object(NativeFunction(self, "range(a,b=None,c=None,/)", "") { (vm, args) throws(Raised) in
      let a = try vm.index(args[0])
      return .object(RangeIterator(vm, start: args[1].isNone ? 0 : a, step: 1, count: args[1].isNone ? a : try vm.index(args[1]) - a))
    }))
  }
}

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

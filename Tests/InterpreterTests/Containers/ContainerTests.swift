import Testing

@testable import Interpreter

@Suite struct ContainerTests {
  @Test func `a set of small ints iterates in the order of CPython`() throws {
    let vm = VM()
    let set = SetObject(vm)
    for i in [5, 3, 1, 100, 64, 9, 17] { try set.add(vm, Value.int(i)) }
    #expect(set.values.compactMap(\.asInt) == [64, 1, 3, 100, 5, 9, 17])
  }

  @Test func `sorting is stable and takes the key`() throws {
    let vm = VM()
    let list = ListObject(vm, [.int(3), .int(-1), .int(1), .int(-3)])
    let key = try #require(vm.builtins.get(vm, "abs"))
    try ListSort.sort(vm, list, key: key.borrowed, reverse: false)
    #expect(list.values.compactMap(\.asInt) == [-1, 1, 3, -3])
  }

  @Test func `a list that cannot fit refuses to grow`() {
    let vm = VM()
    #expect(!ListObject(vm).reserve(1 << 60))
  }

  @Test func `a range beyond 64 bits keeps exact items`() throws {
    let vm = VM()
    let bound = try vm.binary(.power, .int(10), .int(30))
    let range = try RangeObject.make(vm, .int(0), bound, .int(1))
    #expect(!range.isSmall)
    #expect(try vm.getItem(.object(range), .int(5)).asInt == 5)
    #expect(try vm.contains(.object(range), .int(7)))
  }
}

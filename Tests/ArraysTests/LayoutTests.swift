import Testing

@testable import Arrays

@Suite struct LayoutTests {
  @Test func `more than six dimensions work as fewer do`() throws {
    let shape: Dims = [2, 1, 2, 1, 2, 1, 2, 1, 3]
    let array = try NDArray.arange(.int(0), .int(48), .int(1), .int64).reshape(shape)
    let turned = try array.transpose(0, 8)
    #expect(turned.shape == [3, 1, 2, 1, 2, 1, 2, 1, 2])
    let sum = try NDArray.binary(.add, turned, turned)
    #expect(try sum.sum().item() == .int(47 * 48))
    #expect(try array.squeeze().shape == [2, 2, 2, 2, 3])
  }

  @Test func `lists insert and remove across the inline limit`() {
    var dims: Dims = [0, 1, 2, 3, 4, 5]
    dims.append(6)
    dims.insert(9, at: 0)
    #expect(Array(dims) == [9, 0, 1, 2, 3, 4, 5, 6])
    dims.remove(at: 0)
    dims.remove(at: 6)
    dims[5] = 7
    #expect(dims == [0, 1, 2, 3, 4, 7])
  }

  @Test func `reshape is a view where strides allow it`() throws {
    let array = try NDArray.arange(.int(0), .int(12), .int(1), .float32).reshape([3, 4])
    #expect(try array.reshape([2, 6]).storage === array.storage)
    let turned = try array.transpose(0, 1)
    #expect(try turned.reshape([12]).storage !== array.storage)
    #expect(throws: ArrayError.self) { _ = try turned.viewed(as: [12]) }
  }

  @Test func `a view writes through and counts the write`() throws {
    let array = try NDArray.zeros([2, 3], .float32)
    let row = try array.select(0, 1)
    try row.fillInPlace(.int(5))
    #expect(array.storage.version == 1)
    #expect(try array.doubles() == [0, 0, 0, 5, 5, 5])
  }

  @Test func `overlapping writes are refused`() throws {
    let array = try NDArray.zeros([5], .float32)
    let head = try array.slice(0, start: nil, end: -1)
    let tail = try array.slice(0, start: 1, end: nil)
    #expect(throws: ArrayError.self) { try tail.binaryInPlace(.add, head) }
    #expect(throws: ArrayError.self) {
      try NDArray.zeros([3], .float32).expand([2, 3]).binaryInPlace(.add, .int(1))
    }
  }

  @Test(arguments: [
    ("3|4", "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0"),
    ("2,3|2,4", "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1"),
  ])
  func `shapes that do not broadcast say so`(shapes: String, message: String) throws {
    let parts = shapes.split(separator: "|").map { Dims($0.split(separator: ",").compactMap { Int($0) }) }
    let a = try NDArray.zeros(parts[0], .float32)
    let b = try NDArray.zeros(parts[1], .float32)
    #expect(throws: ArrayError(.runtime, message)) { _ = try NDArray.binary(.add, a, b) }
  }

  @Test func `impossible sizes are errors`() throws {
    #expect(throws: ArrayError.self) { _ = try NDArray.empty([1 << 62, 8], .float32) }
    #expect(throws: ArrayError.self) { _ = try NDArray.empty([1_000_000_000_000_000_000], .float32) }
    #expect(throws: ArrayError.self) { _ = try NDArray.empty([-1], .float32) }
  }
}

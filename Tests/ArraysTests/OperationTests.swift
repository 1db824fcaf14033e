import ArrayKernels
import Testing

@testable import Arrays

@Suite struct OperationTests {
  @Test func `the lists of operations agree with the kernels`() {
    #expect(UnaryOp.allCases.count == Int(WICK_U_COUNT))
    #expect(BinaryOp.allCases.count == Int(WICK_B_COUNT))
    #expect(TernaryOp.allCases.count == Int(WICK_T_COUNT))
  }

  @Test func `strided and dense operands give the same results`() throws {
    let generator = Generator(seed: 3)
    let wide = try NDArray.empty([8, 14], .float32)
    try generator.normal(into: wide)
    let strided = try wide.slice(0, start: 0, end: 8, step: 2).slice(1, start: 1, end: 14, step: 3)
    let dense = try strided.contiguousCopy()
    // (The last two are for 16-bit types alone.)
    for op in UnaryOp.allCases where ![.conj, .bitwiseNot, .mulNumber, .divNumber].contains(op) {
      let parameters = Parameters(0.5, 2, 1)
      let a = try strided.unary(op, parameters).doubles()
      let b = try dense.unary(op, parameters).doubles()
      #expect(zip(a, b).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(op)")
    }
  }

  @Test func `integer division by zero is an error`() throws {
    let a = try NDArray.from([1, 2], [2], .int64)
    let zero = try NDArray.zeros([2], .int64)
    #expect(throws: ArrayError(.runtime, "ZeroDivisionError")) {
      _ = try NDArray.binary(.floorDivide, a, zero)
    }
    let least = try NDArray.from([Int.min], [1], .int64)
    #expect(try NDArray.binary(.floorDivide, least, .int(-1)).integers() == [Int.min])
  }

  @Test func `threads do not change results`() throws {
    let before = Settings.threadCount
    defer { Settings.threadCount = before }
    let array = try NDArray.empty([512, 300], .float32)
    try Generator(seed: 5).normal(into: array)
    Settings.threadCount = 1
    let one = try (array.sum([0]).doubles(), array.unary(.exp).doubles(), array.softmax(1).doubles())
    Settings.threadCount = 4
    let four = try (array.sum([0]).doubles(), array.unary(.exp).doubles(), array.softmax(1).doubles())
    #expect(one.0 == four.0 && one.1 == four.1 && one.2 == four.2)
  }

  @Test func `products agree between plain loops and the library`() throws {
    let a = try NDArray.empty([40, 50], .float64)
    let b = try NDArray.empty([50, 30], .float64)
    let generator = Generator(seed: 1)
    try generator.normal(into: a)
    try generator.normal(into: b)
    let product = try NDArray.mm(a, b)
    let rows = try NDArray.binary(.mul, a.unsqueeze(2), b.unsqueeze(0)).sum([1])
    let difference = try NDArray.binary(.sub, product, rows).unary(.abs).max().item().doubleValue
    #expect(difference < 1e-12)
    let turned = try NDArray.mm(b.transpose(0, 1), a.transpose(0, 1)).transpose(0, 1)
    #expect(try NDArray.binary(.sub, product, turned).unary(.abs).max().item().doubleValue < 1e-12)
  }

  @Test func `masks and index arrays select and write`() throws {
    let array = try NDArray.arange(.int(0), .int(12), .int(1), .float32).reshape([3, 4])
    let mask = try NDArray.binary(.gt, array, .int(8))
    #expect(try array.index([mask]).doubles() == [9, 10, 11])
    let rows = try NDArray.from([-1, 0], [2], .int64)
    #expect(try array.index([rows, rows]).doubles() == [11, 0])
    let copy = try array.clone()
    try copy.indexPutInPlace([nil, rows], NDArray.full([], .int(7), .float32))
    #expect(try copy.doubles() == [7, 1, 2, 7, 7, 5, 6, 7, 7, 9, 10, 7])
    #expect(throws: ArrayError.self) { _ = try array.index([NDArray.from([3], [1], .int64)]) }
  }

  @Test func `half precision rounds to nearest even`() throws {
    let values = try NDArray.from(
      [1.0009765625, 65504, 65520, 5.9604644775390625e-8, 2.98e-8], [5], .float64)
    #expect(try values.to(.float16).doubles() == [1.0009765625, 65504, .infinity, 5.9604644775390625e-8, 0])
  }
}

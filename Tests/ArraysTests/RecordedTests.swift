import Testing

@testable import Arrays

/// Comparisons with what torch computed, see `Scripts/record-arrays.py`.
@Suite struct RecordedTests {
  @Test func `random numbers equal torch's to the bit`() throws {
    var generator = Generator()
    for line in Recorded.random.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      let seed = try #require(Int(parts[0]))
      let count = try #require(Int(parts[1]))
      let dtype = try #require(DType(name: parts[2]))
      var array = try NDArray.empty(Dims(count), dtype)
      switch parts[3] {
      case "rand":
        generator = Generator(seed: UInt64(bitPattern: Int64(seed)))
        try generator.uniform(into: array)
      case "randn": try generator.normal(into: array)
      case "bernoulli": try generator.bernoulli(into: array, p: 0.3)
      case "exponential": try generator.exponential(into: array, lambda: 1.5)
      case "randint":
        array = try NDArray.empty(Dims(count), .int64)
        try generator.randint(into: array, low: -5, high: 5)
      case "randperm": array = try generator.randperm(count, .int64)
      default: array = try NDArray.from(generator.state.map { Int($0) }, Dims(5056), .uint8)
      }
      #expect(try bits(array) == parts[4], "\(line)")
    }
  }

  @Test func `sums add up in torch's order`() throws {
    for line in Recorded.sums.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      let shape = Dims(parts[0].split(separator: ",").compactMap { Int($0) })
      let array = try NDArray.empty(shape, try #require(DType(name: parts[1])))
      let seed = shape.count == 1 ? UInt64(shape[0]) : 1
      try Generator(seed: seed).normal(into: array)
      let dims: Dims? = parts[2] == "all" ? nil : Dims(parts[2].split(separator: ",").compactMap { Int($0) })
      #expect(try bits(array.sum(dims)) == parts[3], "\(line)")
    }
  }

  @Test func `dtypes promote as in result_type`() throws {
    for line in Recorded.promotion.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let first = try NDArray.zeros([2], try #require(DType(name: words[0])))
      for (index, second) in DType.allCases.enumerated() {
        let expected = words[1 + index].split(separator: "/").map(String.init)
        for (shape, wanted) in zip([Dims(2), Dims()], expected) {
          let made = try? Promotion.resultType(first, try NDArray.zeros(shape, second)).name
          // torch refuses some pairs.
          #expect(made ?? "-" == wanted, "\(words[0]) \(second.name) \(shape)")
        }
      }
      let numbers: [Scalar] = [.bool(true), .int(1), .double(1)]
      for (index, number) in numbers.enumerated() {
        #expect(Promotion.resultType(first, number).name == words[1 + DType.allCases.count + index])
      }
    }
  }

  @Test func `ties come in torch's order`() throws {
    for line in Recorded.sorting.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      let count = try #require(Int(parts[0]))
      let range = try #require(Int(parts[1]))
      let array = try NDArray.empty(Dims(count), .int64)
      try Generator(seed: UInt64(count + range)).randint(into: array, low: 0, high: range)
      let places: NDArray
      switch parts[2] {
      case "sort": places = try array.sort().indices
      case "descending": places = try array.sort(descending: true).indices
      case "topk": places = try array.topk(3).indices
      case "kthvalue": places = try array.kthvalue(2).indices
      case "median": places = try array.median(0).indices
      default: places = try array.mode(0).indices
      }
      #expect(try bits(places) == parts[3], "\(line)")
    }
  }

  @Test func `arrays print as tensors do`() throws {
    let generator = Generator(seed: 0)
    for section in Recorded.printing.split(separator: ">").map(String.init) where section.contains(";") {
      let head = String(section.prefix { $0 != "\n" })
      let expected = String(section.dropFirst(head.count + 1)).trimmed
      let parts = head.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let shape = Dims(parts[0].split(separator: ",").compactMap { Int($0) })
      var array = try NDArray.empty(shape, .float32)
      try generator.normal(into: array)
      let words = parts[1].split(separator: " ").map(String.init)
      if words.count > 1 {
        if words[1] == "rounded" {
          array = try array.unary(.round)
        } else {
          array = try NDArray.binary(.mul, array, .double(try #require(Double(words[1]))))
        }
      }
      #expect(ArrayPrinter.text(array) == expected, "\(head)")
    }
  }

  /// Bytes of the elements in hexadecimal, or their FNV-1a checksum when there are more than 32.
  private func bits(_ array: NDArray) throws -> String {
    let dense = try array.contiguous()
    let bytes = UnsafeRawBufferPointer(start: dense.pointer, count: dense.count * dense.dtype.size)
    if bytes.count <= 32 { return bytes.map { hexadecimal(UInt64($0), 2) }.joined() }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "#" + hexadecimal(hash, 16)
  }

  private func hexadecimal(_ value: UInt64, _ width: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: width - text.count) + text
  }
}

extension String {
  fileprivate var trimmed: String {
    var result = self[...]
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return String(result)
  }
}

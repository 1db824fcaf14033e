import Testing

@testable import Arrays
@testable import Autograd

extension AutogradTests {
  /// Results compared with those of torch for the same inputs.
  @Suite struct RecordedTests {
    struct Expectation {
      let shape: [Int]
      let values: [Double]
    }

    static let expectations: [String: Expectation] = {
      var table: [String: Expectation] = [:]
      for line in recordedValues.description.split(separator: "\n") {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3 else { continue }
        table[String(parts[0])] = Expectation(
          shape: parts[1].split(separator: ",").compactMap { Int($0) },
          values: parts[2].split(separator: " ").compactMap { Double($0) })
      }
      return table
    }()

    @Test(arguments: GradientCase.all) func `result is torch's`(_ sample: GradientCase) throws {
      let expected = try #require(RecordedTests.expectations[sample.name])
      let result = try sample.function(sample.makeInputs(seed: 3))
      #expect(result.shape == expected.shape)
      let values = try result.array.doubles()
      for (value, wanted) in zip(values, expected.values) {
        let isClose = Swift.abs(value - wanted) <= 1e-9 + 1e-7 * Swift.abs(wanted) || value == wanted || value.isNaN && wanted.isNaN
        guard isClose else {
          Issue.record("\(sample.name): \(values.prefix(6)) is not \(expected.values.prefix(6))")
          return
        }
      }
    }
  }
}

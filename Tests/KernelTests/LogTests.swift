import Testing

@testable import Kernel

@Suite struct LogTests {
  private let second: UInt64 = 1_000_000_000

  @Test func `a flood of bad messages is counted`() {
    let limit = LogLimit()
    let start = 100 * second
    let first = (0..<5).map { limit.next(at: start + $0) }
    #expect(first.allSatisfy { $0 == .write })
    for k in 5..<100 as Range<UInt64> { #expect(limit.next(at: start + k) == .count) }
    #expect(limit.next(at: start + second + 10) == .writeCount(96))
    #expect(limit.next(at: start + second + 20) == .count)
    #expect(limit.next(at: start + 3 * second) == .writeCount(2))
  }

  @Test func `after ten quiet seconds lines are written again`() {
    let limit = LogLimit()
    for k in 0..<50 as Range<UInt64> { _ = limit.next(at: second + k) }
    #expect(limit.next(at: 20 * second) == .write)
  }
}

import Foundation
import Testing

@testable import Syntax

@Suite struct LimitTests {
  /// Sources nested deeper than a compiler could follow; each is answered by an error, never by a crash.
  static let deep: [String] = [
    "1" + String(repeating: "+1", count: 100_000),
    "a" + String(repeating: ".b", count: 100_000),
    "a" + String(repeating: "()", count: 100_000),
    String(repeating: "-", count: 100_000) + "1",
    String(repeating: "not ", count: 100_000) + "1",
    String(repeating: "lambda:", count: 100_000) + "1",
    String(repeating: "1**", count: 100_000) + "1",
    String(repeating: "1 if 1 else ", count: 100_000) + "1",
    "if 1: pass\n" + String(repeating: "elif 1: pass\n", count: 100_000),
  ]

  @Test(arguments: LimitTests.deep.indices)
  func `deep nesting is a recursion error`(_ index: Int) throws {
    let error = try #require(parseError(LimitTests.deep[index]))
    #expect(error.kind == .recursionError)
  }

  /// Sources nested as deep as CPython's compiler follows.
  static let allowed: [String] = [
    "1" + String(repeating: "+1", count: 2990),
    String(repeating: "-", count: 2980) + "1",
    "if 1: pass\n" + String(repeating: "elif 1: pass\n", count: 2980),
  ]

  @Test(arguments: LimitTests.allowed.indices)
  func `depth that CPython compiles is accepted on a large stack`(_ index: Int) {
    let source = LimitTests.allowed[index]
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      #expect(parseError(source) == nil)
      done.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
    done.wait()
  }

  @Test(arguments: ["(", "[", "{", "f(", "a["])
  func `brackets are limited`(_ bracket: String) throws {
    let error = try #require(parseError(String(repeating: bracket, count: 10_000)))
    #expect(error.message == "too many nested parentheses")
    #expect(error.kind == .syntaxError)
  }

  @Test func `a hundred brackets are accepted on any thread`() throws {
    _ = try parse(String(repeating: "(", count: 100) + String(repeating: ")", count: 100))
  }

  @Test func `indentation is limited`() throws {
    var source = ""
    for level in 0..<150 { source += String(repeating: " ", count: level) + "if 1:\n" }
    let error = try #require(parseError(source))
    #expect(error.kind == .indentationError)
    #expect(error.message == "too many levels of indentation")
  }

  @Test func `long flat code is accepted`() throws {
    _ = try parse("x = [" + String(repeating: "1,", count: 100_000) + "]")
    _ = try parse("x = " + String(repeating: "1 and ", count: 100_000) + "1")
    _ = try parse(String(repeating: "'a' ", count: 100_000))
  }

  @Test func `long decimal literal is refused`() throws {
    let error = try #require(parseError(String(repeating: "9", count: 5000)))
    #expect(error.message.hasPrefix("Exceeds the limit (4300 digits)"))
    _ = try parse("0x" + String(repeating: "f", count: 5000))
  }

  @Test func `mutated bytes never trap`() {
    let sample = Array(
      "def f(a, *b: int=1, **c):\n  return f'{a!r:>{b}} {{x}}' if [x async for x in a] else {**c}\n".utf8)
    for place in sample.indices {
      for byte: UInt8 in [0, 9, 10, 13, 34, 39, 40, 41, 92, 123, 125, 128, 195, 255] {
        var mutated = sample
        mutated[place] = byte
        fuzzParse(mutated)
        fuzzParse(Array(mutated[0..<place]))
      }
    }
  }
}

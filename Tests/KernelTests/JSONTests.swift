import Testing

@testable import Kernel

@Suite struct JSONTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-1", "42", "9223372036854775807", "-9223372036854775808",
    "123456789012345678901234567890", "1.5", "\"\"", "\"a\\nb\\\"\\\\\"", "[]", "{}", "[1,[2,{\"a\":null}]]",
    "{\"b\":1,\"a\":2}", "\"\u{7f}é𝐚\u{2028}\"",
  ])
  func `a text comes back as it was`(_ text: String) throws {
    let found1 = try JSON(parsing: text).text
    #expect(found1 == text)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "01", "1.", "1e", "nul", "\"\\x\"", "\"a", "[1] 2", "\u{feff}{}", "NaN",
    "'a'",
    "\"\u{01}\"", "+1", "-", "--1", ".5",
  ])
  func `what is not JSON is refused`(_ text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: text) }
  }

  @Test func `invalid UTF-8 is refused`() {
    #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xC0, 0xAF, 0x22]) }
    #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xFF, 0x5C, 0x6E, 0x22]) }
  }

  @Test func `surrogate pairs are joined and lone ones replaced`() throws {
    let found2 = try JSON(parsing: #""\ud835\udc1a""#).string
    #expect(found2 == "𝐚")
    let found3 = try JSON(parsing: #""a\ud800b""#).string
    #expect(found3 == "a\u{FFFD}b")
    let found4 = try JSON(parsing: #""\ud800\u0041""#).string
    #expect(found4 == "\u{FFFD}A")
    let found5 = try JSON(parsing: #""\udc00""#).string
    #expect(found5 == "\u{FFFD}")
  }

  @Test func `nesting is limited`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSON(parsing: deep) }
  }

  @Test func `writing ends at a depth too`() throws {
    var value = JSON.array([])
    for _ in 0..<2000 { value = .array([value]) }
    let nested = try JSON(parsing: value.bytes, maxDepth: 1000)
    #expect(nested != .null)
  }

  @Test func `numbers without a JSON form become null`() {
    #expect(JSON.array([.double(.nan), .double(.infinity), .double(-.infinity)]).text == "[null,null,null]")
  }

  @Test func `the last of equal keys counts and keys are compared by bytes`() throws {
    let found6 = try JSON(parsing: #"{"a":1,"a":2}"#)["a"]
    #expect(found6 == 2)
    let found7 = try JSON(parsing: "{\"\u{e9}\":1,\"e\u{301}\":2}").object?.count
    #expect(found7 == 2)
  }

  @Test func `large objects find and remove their members`() {
    var object = JSONObject()
    for number in 0..<100 { object["k\(number)"] = .int(number) }
    object["k50"] = nil
    #expect(object.count == 99)
    #expect(object["k99"] == 99)
    #expect(object["k50"] == nil)
  }
}

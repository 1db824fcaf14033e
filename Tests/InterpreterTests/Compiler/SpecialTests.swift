import Testing

@testable import Interpreter

@Suite("Special methods")
struct SpecialTests {
  /// `"lengthHint"` as Python spells it.
  private func underscored(_ name: String) -> String {
    name.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
  }

  @Test("the table of names follows the cases", arguments: Special.allCases)
  func names(_ special: Special) {
    #expect(special.name == "__\(underscored("\(special)"))__")
  }
}

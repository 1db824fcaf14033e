import Testing

@testable import Syntax

@Suite struct CompletenessTests {
  @Test(arguments: Golden.completeness("completeness.json"))
  func `cell is judged as IPython judges it`(_ expected: Golden.CompletenessCase) {
    #expect(isComplete(Array(expected.source.utf8)) == expected.answer)
  }

  @Test func `table is not empty`() {
    #expect(Golden.completeness("completeness.json").count > 100)
  }
}

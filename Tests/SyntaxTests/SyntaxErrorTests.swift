import Testing

@testable import Syntax

@Suite struct SyntaxErrorTests {
  @Test(arguments: Golden.errors("errors.json") + Golden.errors("errors-3.12.json"))
  func `error has the text and place of CPython`(_ expected: Golden.ErrorCase) throws {
    let error = try #require(parseError(expected.source))
    let kind =
      switch error.kind {
      case .syntaxError: "SyntaxError"
      case .indentationError: "IndentationError"
      case .tabError: "TabError"
      case .recursionError: "RecursionError"
      case .memoryError: "MemoryError"
      case .valueError: "ValueError"
      }
    #expect(kind == expected.kind)
    #expect(error.message == expected.message)
    #expect([error.line, error.column, error.endLine, error.endColumn] == expected.place)
  }

  @Test func `tables are not empty`() {
    #expect(Golden.errors("errors.json").count > 1000)
    #expect(Golden.errors("errors-3.12.json").count > 50)
  }

  @Test func `error carries its line`() throws {
    let error = try #require(parseError("x = 1\ny = = é\nz"))
    #expect(error.text == "y = = é\n")
    #expect(error.filename == "<test>")
  }

  @Test func `columns count characters`() throws {
    let error = try #require(parseError("é = 'é' 1"))
    #expect(error.column == 9)
  }
}

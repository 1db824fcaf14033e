import Testing

@testable import Syntax

@Suite struct TreeTests {
  @Test(arguments: Golden.trees("trees.json") + Golden.trees("trees-3.12.json"))
  func `tree equals ast.dump`(_ expected: Golden.TreeCase) throws {
    #expect(dump(try parse(expected.source)) == expected.dump)
  }

  @Test func `tables are not empty`() {
    #expect(Golden.trees("trees.json").count > 250)
    #expect(Golden.trees("trees-3.12.json").count > 20)
  }

  @Test func `spans count characters`() throws {
    let module = try parse("é = '日本' + x\n")
    guard case .assign(_, let value) = try #require(module.body.first).kind,
      case .binOp(let left, _, let right) = value.kind
    else {
      Issue.record("not an assignment of a sum")
      return
    }
    #expect(left.span == Span(line: 1, column: 4, endLine: 1, endColumn: 8))
    #expect(right.span == Span(line: 1, column: 11, endLine: 1, endColumn: 12))
  }

  @Test func `compound statement ends with its last token`() throws {
    let module = try parse("if a:\n  b;\n# c\n\nd")
    #expect(module.body.first?.span == Span(line: 1, column: 0, endLine: 2, endColumn: 4))
  }

  @Test func `newlines of every kind are alike`() throws {
    let expected = dump(try parse("if a:\n  b\nc = '''\n'''"))
    #expect(dump(try parse("if a:\r\n  b\r\nc = '''\r\n'''")) == expected)
    #expect(dump(try parse("if a:\r  b\rc = '''\r'''")) == expected)
  }

  @Test func `a file may declare its encoding`() throws {
    let source: [UInt8] = Array("# -*- coding: latin-1 -*-\nx = '".utf8) + [0xE9] + Array("'".utf8)
    let module = try Parser(source: source, filename: "f.py", isFile: true).parseModule()
    #expect(dump(module).contains("value='\\xe9'"))
    #expect(throws: SyntaxError.self) { try Parser(source: source, filename: "f.py") }
  }

  @Test func `a byte order mark is skipped in files`() throws {
    let source = [0xEF, 0xBB, 0xBF] + Array("x".utf8)
    let module = try Parser(source: source, filename: "f.py", isFile: true).parseModule()
    #expect(module.body.count == 1)
  }

  @Test func `docstring is the first string`() throws {
    let module = try parse("'ab'\nx")
    #expect(module.docstring == [97, 98])
    #expect(try parse("x\n'ab'").docstring == nil)
  }

  @Test func `invalid escapes warn`() throws {
    let parser = try Parser(source: Array("x = '\\d'\n".utf8), filename: "<test>")
    _ = try parser.parseModule()
    #expect(parser.warnings == [SyntaxWarning(message: "invalid escape sequence '\\d'", line: 1, isDeprecation: true)])
  }

  @Test func `an expression stands alone`() throws {
    let value = try Parser(source: Array("  1 + x\n\n".utf8).dropFirst(2).map { $0 }, filename: "")
      .parseExpression()
    #expect(dump(value.body).hasPrefix("BinOp"))
    #expect(throws: SyntaxError.self) {
      try Parser(source: Array("x = 1".utf8), filename: "").parseExpression()
    }
  }

  @Test func `interactive input is one statement`() throws {
    let parser = try Parser(source: Array("x = 1; y\n".utf8), filename: "")
    #expect(try parser.parseInteractive().body.count == 2)
    let error = #expect(throws: SyntaxError.self) {
      try Parser(source: Array("x\ny\n".utf8), filename: "").parseInteractive()
    }
    #expect(error?.message == "multiple statements found while compiling a single statement")
  }
}

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("µ", "μ"), ("ﬁ", "fi"), ("𝐱", "x"), ("ｆｏｏ", "foo"), ("ℝ", "R"), ("e\u{301}", "é"), ("日本", "日本"),
    ("a_very_long_name_with_é", "a_very_long_name_with_é"),
  ])
  func `names are folded as Python folds them`(_ written: String, _ expected: String) throws {
    guard case .expr(let value) = try #require(try parse(written).body.first).kind,
      case .name(let name, _) = value.kind
    else {
      Issue.record("not a name")
      return
    }
    #expect(Array(name.unicodeScalars) == Array(expected.unicodeScalars))
  }
}

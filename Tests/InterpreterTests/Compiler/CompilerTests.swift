import Foundation
import Syntax
import Testing

@testable import Interpreter

/// Compiles a module.
private func compile(_ source: String) throws -> CompiledCode {
  let parser = try Parser(source: Array(source.utf8), filename: "<test>")
  return try Compiler.compile(try parser.parseModule(), filename: "<test>")
}

/// The instructions of the function `f` that a module defines, as text.
private func listing(_ source: String) throws -> [String] {
  for case .code(let inner) in try compile(source).constants {
    let listing = Disassembler(inner.parts, constants: inner.constants.map(\.shortRepr))
    var lines: [String] = []
    var index = 0
    while index < inner.parts.instructions.count {
      lines.append(listing.line(at: index).split(separator: " ").joined(separator: " "))
      index += inner.parts.instructions[index].opcode.hasExtension ? 2 : 1
    }
    return lines
  }
  return []
}

@Suite struct CompilerTests {
  @Test func `an assignment to a local is one instruction`() throws {
    #expect(try listing("def f(a, b):\n  x = a + b\n  return x") == ["add x a b", "returnValue x [dropB]"])
  }

  @Test func `a while loop tests at the bottom with one jump`() throws {
    let lines = try listing("def f(n):\n  while n < 10:\n    n += 1")
    #expect(lines == ["jump -> 2", "addK n n 1 [inPlace]", "jumpLessK n 10 -> 1 [ifTrue]", "returnNone"])
  }

  @Test func `a swap moves through one temporary`() throws {
    let lines = try listing("def f(a, b):\n  a, b = b, a")
    #expect(lines == ["move r2 b", "move b a", "take a r2", "returnNone"])
  }

  @Test func `and or not in conditions become jumps`() throws {
    let lines = try listing("def f(a, b):\n  if a and not b is None: return a")
    #expect(lines == ["jumpIfFalse a -> 3", "jumpIfNone b -> 3", "returnValue a [dropB]", "returnNone"])
  }

  @Test func `constants are folded as CPython folds them`() throws {
    #expect(try listing("def f(): return -1 + 2 * 3") == ["loadInt r0 5", "returnValue r0 [dropB]"])
    #expect(try listing("def f(): return (1, 'a' 'b', 2 ** 10)")[0] == "loadConst r0 (1, 'ab', 1024)")
    #expect(try listing("def f(): return 1 // 0").count == 3)
  }

  @Test func `a list to look into is a tuple`() throws {
    let lines = try listing("def f(x): return x in [1, 2]")
    #expect(lines[0].hasPrefix("loadConst ") && lines[0].hasSuffix(" (1, 2)"), "\(lines)")
  }

  @Test func `an operand that a walrus changes later is copied`() throws {
    let lines = try listing("def f(a): return a + (a := 5)")
    #expect(lines[0] == "move r1 a")
  }

  @Test func `a captured variable that never changes stays a register`() throws {
    let lines = try listing("def f(a):\n  def g(): return a\n  return a")
    #expect(!lines.contains { $0.hasPrefix("makeCell") })
    #expect(lines.contains { $0.hasPrefix("copyToCell") })
    let shared = try listing("def f(a):\n  def g(): return a\n  a = 1")
    #expect(shared[0] == "makeCell a")
  }

  @Test func `comprehensions run in the frame around them`() throws {
    let code = try compile("def f(x): return [y for y in x]")
    let inner = code.constants.compactMap { if case .code(let inner) = $0 { inner } else { nil } }
    #expect(inner.first?.constants.contains { if case .code = $0 { true } else { false } } == false)
  }

  @Test func `every operand may be one of many`() throws {
    let items = (0..<20_000).map { "f(\($0))" }.joined(separator: ", ")
    let code = try compile("x = [\(items)]\ny = {\(items)}\nz = f(*[\(items)])")
    #expect(Verifier.problems(in: code).isEmpty)
  }

  @Test(arguments: [
    "def f():\n  for i in x:\n    try:\n      if i: continue\n      elif j: break\n      return i\n    finally: g()",
    "def f():\n  try: a()\n  except A as e: b(e)\n  except (B, C): c()\n  else: d()\n  finally: e()",
    "def f():\n  with a as b, c() as (d, e): return b",
    "async def f():\n  async with a as b:\n    async for c in d: yield await c",
    "def f():\n  try: a()\n  except* A as e: b()\n  except* B: c()",
    "def f(x):\n  match x:\n    case [1, *a] | (a, 2): return a\n    case {'k': v, **r}: return v, r\n    case A(b=c) if c: d(c)",
    "def f(x): return [y for y in x if y for z in y], {a: b for a, b in x}, (q async for q in x)",
    "class A(B, metaclass=M):\n  x: int = 1\n  def f(self): return super().f(self.__y)",
    "def f(a, *b, c=1, **d): return g(a, *b, c=c, **d)",
    "def f():\n  a[b].c += d\n  a, *b = c\n  del a[0], b.c",
    "def f(): return a < b < c != d, x if y else z, p and q or r, f'{a!r:>{b}}'",
    "def f[T, *Ts, **P](x: T) -> T: pass\nclass A[T](B): pass\ntype X[T] = list[T]",
  ])
  func `code passes the verifier`(_ source: String) throws {
    #expect(Verifier.problems(in: try compile(source)) == [])
  }

  @Test func `errors are those of CPython`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/syntax-errors.txt").path
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t")
      let source = Self.unquoted(String(parts[0]))
      var verdict = "OK"
      do {
        _ = try compile(source)
      } catch let error as SyntaxError {
        verdict = "\(error.message) (\(error.line), \(error.column), \(error.endLine), \(error.endColumn))"
      }
      #expect(verdict == String(parts[1]), "\(source)")
    }
  }

  /// Undoes `repr` of a string without anything but the simplest escapes.
  private static func unquoted(_ text: String) -> String {
    String(text.dropFirst().dropLast()).replacing("\\n", with: "\n").replacing("\\'", with: "'")
  }
}

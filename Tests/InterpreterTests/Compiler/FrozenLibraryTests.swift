import Syntax
import Testing

@testable import Interpreter

@Suite struct FrozenLibraryTests {
  /// What frozen code reads back as, and what it was.
  private func frozen(_ source: String, _ check: (VM, Code, CompiledCode) throws -> Void) throws {
    let parser = try Parser(source: Array(source.utf8), filename: "<frozen é.b>")
    let compiled = try Compiler.compile(try parser.parseModule(), filename: "<frozen é.b>")
    var writer = FrozenWriter()
    for name in ["z", "e.b", "a"] { writer.add(name, compiled) }
    let bytes = writer.finish()
    let room = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 4096)
    defer { room.deallocate() }
    room.copyMemory(from: bytes, byteCount: bytes.count)
    let vm = VM()
    vm.frozenLibrary = FrozenLibrary(vm, room: UnsafePointer(room.assumingMemoryBound(to: UInt8.self)))
    #expect(vm.frozenLibrary?.code(ofModule: "e") == nil && vm.frozenLibrary?.code(ofModule: "zz") == nil)
    try check(vm, try #require(vm.frozenLibrary?.code(ofModule: "e.b")), compiled)
  }

  private func expectSame(_ code: Code, _ compiled: CompiledCode) {
    let (a, b) = (code.parts, compiled.parts)
    #expect(a.name == b.name && a.qualifiedName == b.qualifiedName && a.filename == b.filename)
    #expect(a.firstLine == b.firstLine && a.flags == b.flags && a.docString == b.docString)
    #expect(a.argCount == b.argCount && a.positionalOnlyCount == b.positionalOnlyCount)
    #expect(a.keywordOnlyCount == b.keywordOnlyCount && a.registerCount == b.registerCount && a.cacheCount == b.cacheCount)
    #expect(a.localNames == b.localNames && a.freeNames == b.freeNames && a.names == b.names)
    #expect(a.cellRegisters == b.cellRegisters && a.spans == b.spans)
    #expect(a.silentLines.map { [$0.index, $0.line] } == b.silentLines.map { [$0.index, $0.line] })
    #expect(Disassembler(a, constants: []).listing() == Disassembler(b, constants: []).listing())
    #expect(a.exceptionTable.map(\.handler) == b.exceptionTable.map(\.handler))
    #expect(a.constants.count == compiled.constants.count)
    for (slot, constant) in zip(a.constants, compiled.constants) {
      if case .code(let inner) = constant { expectSame(Unmanaged<Code>.fromOpaque(slot.pointer).takeUnretainedValue(), inner) }
    }
  }

  @Test func `code reads back as it was written`() throws {
    try frozen(
      """
      'text of the module, with é and \\ud800'
      import os.path as path
      class A(object, metaclass=type):
          def method(self, a, /, b=1, *c, d=2, **e):
              '''doc'''
              def inner():
                  nonlocal a
                  a = __class__
                  return super()
              try:
                  yield from inner() + [x * a for x in c if x]
              except (ValueError, KeyError) as error:
                  pass
              finally:
                  del b
      async def g(): return (await x async for x in y)
      z = lambda: 0
      """, { _, code, compiled in expectSame(code, compiled) })
  }

  @Test func `frozen code runs, and its constants are what they were`() throws {
    try frozen(
      """
      def f(n): return -1, 1 << 70, 0.5, -0.0, 2j, b'\\xff', 'é\\ud800', None, True, False, ..., n in {1, 2}, ((), ('a', n))
      result = repr(f(2))
      """
    ) { vm, code, _ in
      let globals = DictObject(vm)
      _ = try vm.run(code, globals: globals)
      let text = try #require(globals.get(vm, "result")?.asStr?.string)
      #expect(
        text
          == "(-1, 1180591620717411303424, 0.5, -0.0, 2j, b'\\xff', 'é\\ud800', None, True, False, Ellipsis, True, ((), ('a', 2)))")
    }
  }
}

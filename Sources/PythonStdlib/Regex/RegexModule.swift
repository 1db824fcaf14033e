import Interpreter

/// A compiled pattern as the Python side holds it.
final class RegexObject: Object {
  let program: RegexProgram
  /// The last text as code points: searching goes on in the same text.
  private var cachedText: Object?
  private var cachedPoints: [UInt32] = []

  init(_ vm: VM, type: TypeObject, _ program: RegexProgram) {
    self.program = program
    super.init(kind: .native, type: type)
  }

  /// The code points of a str or the bytes of a bytes-like object.
  func points(_ value: Value) -> [UInt32]? {
    guard case .object(let o) = value else { return nil }
    if let cachedText, cachedText === o { return cachedPoints }
    if let text = value.asStr {
      cachedPoints = text.codePoints
    } else if let bytes = Codecs.buffer(value) {
      cachedPoints = bytes.map { UInt32($0) }
      if o.kind != .bytes { return cachedPoints }
    } else {
      return nil
    }
    cachedText = o
    return cachedPoints
  }

  func forget() {
    cachedText = nil
    cachedPoints = []
  }
}

/// `_re`: the engine under `re`.
enum RegexModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_re", doc: "Engine of regular expressions.")
    let type = vm.nativeType("_Program", module: "_re")
    module.function(vm, "compile(pattern, flags, /)", "A program with its groups, or what is wrong.") {
      (vm, args) throws(Raised) in
      let pattern: [UInt32]
      if let text = args[0].asStr { pattern = text.codePoints } else if let bytes = Codecs.buffer(args[0]) {
        pattern = bytes.map { UInt32($0) }
      } else {
        throw vm.typeError("first argument must be string or compiled pattern")
      }
      let flags = RegexFlags(rawValue: try vm.index(args[1]))
      do throws(RegexError) {
        let program = try RegexCompiler.compile(pattern, flags: flags, isBytes: args[0].asStr == nil)
        let names = DictObject(vm)
        for (name, group) in program.groupNames { names.set(vm, name, .int(group)) }
        return .object(
          TupleObject(
            vm,
            [
              .object(RegexObject(vm, type: type, program)), .int(program.groupCount), .object(names),
              .int(program.flags.rawValue),
            ]))
      } catch {
        return .object(
          TupleObject(vm, [.object(vm.string(error.message)), error.position < 0 ? .none : .int(error.position)]))
      }
    }
    module.function(vm, "match(program, text, pos, endpos, mode, /)", "Group bounds as a flat tuple, or None.") {
      (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let regex = o as? RegexObject else { throw vm.typeError("not a program") }
      guard let points = regex.points(args[1]) else {
        throw vm.typeError("expected string or bytes-like object, got '\(vm.type(of: args[1]).name)'")
      }
      let pos = max(0, min(vm.clamped(try vm.indexValue(args[2])), points.count))
      let end = max(0, min(vm.clamped(try vm.indexValue(args[3])), points.count))
      if pos > end { return .none }
      let mode = try vm.index(args[4])
      let bounds: Result<[Int]?, Raised> = points.withUnsafeBufferPointer { buffer in
        var matcher = RegexMatcher(vm, regex.program, buffer, start: pos, end: end)
        do throws(Raised) {
          let found =
            mode >= 2 ? try matcher.search(from: pos, mustAdvance: mode == 3) : try matcher.match(at: pos, full: mode == 1)
          return .success(found ? Array(matcher.saves[..<((regex.program.groupCount + 1) * 2)]) : nil)
        } catch {
          return .failure(error)
        }
      }
      if points.count > 1 << 20 { regex.forget() }
      guard let saves = try bounds.get() else { return .none }
      return .object(TupleObject(vm, saves.map { .int($0) }))
    }
    return module
  }
}

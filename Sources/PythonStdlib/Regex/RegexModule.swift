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
              .int(program.flags.rawValue), warnings(vm, program.warnings),
            ]))
      } catch {
        return .object(
          TupleObject(
            vm,
            [
              .object(vm.string(error.message)), error.position < 0 ? .none : .int(error.position),
              .object(vm.string(error.kind)), warnings(vm, error.warnings),
            ]))
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
      if points.count > 1 << 23 { regex.forget() }
      guard let saves = try bounds.get() else { return .none }
      return .object(TupleObject.make(vm, saves.map { .int($0) }))
    }
    findingAll(vm, module)
    return module
  }

  /// Warnings as pairs of a message and whether it is a deprecation.
  private static func warnings(_ vm: VM, _ warnings: [RegexWarning]) -> Value {
    .object(
      TupleObject.make(
        vm, warnings.map { .object(TupleObject.make(vm, [.object(vm.string($0.message)), .bool($0.isDeprecation)])) }))
  }

  /// Functions that look for all matches at once, in exact texts.
  private static func findingAll(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "find_all(program, text, pos, endpos, /)", "What findall() gives.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let regex = o as? RegexObject, let text = args[1].asStr else {
        throw vm.typeError("not a program and a text")
      }
      let result = ListObject.make(vm)
      let groups = regex.program.groupCount
      func part(_ bounds: [Int], _ group: Int) throws(Raised) -> Value {
        let (from, to) = (bounds[2 * group], bounds[2 * group + 1])
        return .object(from < 0 || to < 0 ? vm.emptyString : try text.part(vm, from..<max(from, to)))
      }
      try each(vm, regex, args[1], try vm.index(args[2]), try vm.index(args[3])) { (bounds) throws(Raised) in
        if groups < 2 {
          result.append(try part(bounds, groups))
        } else {
          var parts: [Value] = []
          for group in 1...groups { parts.append(try part(bounds, group)) }
          result.append(.object(TupleObject.make(vm, parts)))
        }
        return true
      }
      return .object(result)
    }
    module.function(
      vm, "replace(program, text, replacement, count, /)", "What subn() gives for a plain replacement."
    ) { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let regex = o as? RegexObject, let text = args[1].asStr,
        let replacement = args[2].asStr
      else { throw vm.typeError("not a program and two texts") }
      let limit = try vm.index(args[3])
      var out = StrBuilder(capacity: text.count)
      var (last, number) = (0, 0)
      var ranges: [Range<Int>] = []
      try each(vm, regex, args[1], 0, text.count) { (bounds) throws(Raised) in
        ranges.append(bounds[0]..<max(bounds[0], bounds[1]))
        return limit <= 0 || ranges.count < limit
      }
      for range in ranges {
        out.append(text, last..<range.lowerBound)
        out.append(replacement)
        last = range.upperBound
        number += 1
      }
      if number == 0 { return .object(TupleObject.make(vm, [args[1], .int(0)])) }
      out.append(text, last..<text.count)
      return .object(TupleObject.make(vm, [.object(try out.finish(vm)), .int(number)]))
    }
  }

  /// Calls `body` with the bounds of every match until it answers false; after an empty match the next must move on.
  private static func each(
    _ vm: VM, _ regex: RegexObject, _ text: Value, _ pos: Int, _ endpos: Int,
    _ body: ([Int]) throws(Raised) -> Bool
  ) throws(Raised) {
    guard let points = regex.points(text) else { throw vm.typeError("expected string or bytes-like object") }
    let end = max(0, min(endpos, points.count))
    var at = max(0, pos)
    var mustAdvance = false
    while at <= end {
      let from = at
      let found: Result<[Int]?, Raised> = points.withUnsafeBufferPointer { buffer in
        var matcher = RegexMatcher(vm, regex.program, buffer, start: from, end: end)
        do throws(Raised) {
          let found = try matcher.search(from: from, mustAdvance: mustAdvance)
          return .success(found ? Array(matcher.saves[..<((regex.program.groupCount + 1) * 2)]) : nil)
        } catch {
          return .failure(error)
        }
      }
      guard let bounds = try found.get() else { break }
      if !(try body(bounds)) { break }
      at = bounds[1]
      mustAdvance = bounds[0] == bounds[1]
    }
    if points.count > 1 << 20 { regex.forget() }
  }
}

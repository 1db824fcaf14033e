import Interpreter

/// What patterns share: the types, and what `re.py` lends them.
final class RegexTools {
  unowned(unsafe) let matchType: TypeObject
  unowned(unsafe) let scannerType: TypeObject
  private let kept: [TypeObject]
  /// Functions of `re.py` by name.
  var helpers: [String: Value] = [:]
  /// Memory for the next search; nil while one runs.
  var scratch: RegexScratch?

  init(match: TypeObject, scanner: TypeObject) {
    matchType = match
    scannerType = scanner
    kept = [match, scanner]
  }
  func helper(_ vm: VM, _ name: String, _ arguments: [Value]) throws(Raised) -> Value {
    guard let function = helpers[name] else { throw vm.runtimeError("re is not set up") }
    return try vm.call(function, arguments)
  }
}

/// `_re`: the types and the engine of `re`.
enum RegexModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_re", doc: "Engine of regular expressions.")
    let match = vm.nativeType("Match", module: "re", populate: MatchObject.populate)
    let scanner = vm.nativeType("SRE_Scanner", module: "_sre", populate: ScannerObject.populate)
    let tools = RegexTools(match: match, scanner: scanner)
    vm.keep(tools)
    let type = vm.nativeType("Pattern", module: "re") { [unowned(unsafe) tools] (type, vm) in
      PatternObject.populate(type, vm, tools)
    }
    for shown in [match, scanner, type] { shown.showsModule = true }
    module.constant(vm, "Match", .object(match))
    module.constant(vm, "Pattern", .object(type))
    module.function(vm, "set_up(helpers, /)", "Takes functions by name.") { [unowned(unsafe) tools] (_, args) in
      for item in args[0].asDict?.items ?? [] { if let name = item.key.asStr { tools.helpers[name.string] = item.value } }
      return .none
    }
    module.function(vm, "compile(pattern, flags, /)", "A pattern and what is odd about it, or what is wrong with it.") {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in
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
        let made = PatternObject(tools, type, program, args[0], names)
        return .object(TupleObject.make(vm, [.object(made), warnings(vm, program.warnings)]))
      } catch {
        return .object(
          TupleObject.make(
            vm,
            [
              .object(vm.string(error.message)), error.position < 0 ? .none : .int(error.position),
              .object(vm.string(error.kind)), warnings(vm, error.warnings),
            ]))
      }
    }
    return module
  }

  /// Warnings as pairs of a message and whether it is a deprecation.
  private static func warnings(_ vm: VM, _ warnings: [RegexWarning]) -> Value {
    .object(
      TupleObject.make(
        vm, warnings.map { .object(TupleObject.make(vm, [.object(vm.string($0.message)), .bool($0.isDeprecation)])) }))
  }
}

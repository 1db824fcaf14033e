import Interpreter

/// Functions of torch that are C++ there and Python here: their arguments are checked as those of operators are, by a
/// schema, before the function sees them. Wrong calls fail in the words of torch's parser, not of the code inside.
enum CheckedFunction {
  /// Makes a builtin function of a Python one; `|` stands between its schemas, whose name is the one that messages show.
  /// Those of methods have the tensor in front, which messages do not count.
  static func make(_ vm: VM, _ text: String, _ function: Value, isMethod: Bool) -> NativeFunction {
    let torch = TorchState.of(vm)
    let texts = text.split(separator: "|").map { String($0) }
    let schemas = texts.map { Schema(vm, $0) }
    let made = NativeFunction(vm, texts.first ?? text, "", isRaw: true) { (vm, arguments) throws(Raised) in
      for schema in schemas where try fits(vm, torch, schema, arguments) { return try vm.call(function.borrowed, arguments) }
      throw Mismatch.error(vm, schemas.first?.name ?? text, schemas, arguments, isMethod: isMethod)
    }
    made.description = OperatorText.description
    made.moduleName = "torch"
    if !made.name.hasPrefix("fft_") {
      made.shownRepr = { (vm, function) in
        "<built-in method \(function.name) of type object at \(vm.addressText(function.type))>"
      }
    }
    return made
  }

  private static func fits(
    _ vm: VM, _ torch: TorchState, _ schema: Schema, _ arguments: Arguments
  ) throws(Raised) -> Bool {
    if arguments.keywordNames == nil, Matching.fit(schema, arguments) == .yes { return true }
    let count = schema.parameterCount
    let target = try vm.reserveStack(count)
    let fits = Matching.bind(vm, torch, schema, arguments, into: target, takesOthers: true)
    vm.releaseStack(target, count: count)
    return fits
  }
}

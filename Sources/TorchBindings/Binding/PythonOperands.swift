import Interpreter

/// What functions of `torch.nn.functional` compute with their arguments before an operator sees them: a wrong argument fails
/// there in the words of Python's own operators.
struct PythonOperands {
  /// An operator between an argument and something else.
  private struct Step {
    /// Place of the argument.
    let place: Int
    let symbol: String
    /// The other operand: another argument, or the name of a type.
    let other: Other
    var isLeft = true
    var takesTensors = false
  }
  private enum Other {
    case type(String)
    case argument(Int, String)
  }

  private static let steps: [String: [Step]] = [
    "dropout": [Step(place: 1, symbol: "<", other: .type("float"))],
    "hardtanh": [
      Step(place: 1, symbol: ">", other: .argument(2, "float")),
      Step(place: 2, symbol: ">", other: .argument(1, "float"), isLeft: false),
    ],
    "group_norm": [Step(place: 1, symbol: "//", other: .type("int"), isLeft: false)],
    "local_response_norm": [Step(place: 1, symbol: "//", other: .type("int"))],
    "gaussian_nll_loss": [
      Step(place: 2, symbol: "<", other: .type("int"), takesTensors: true),
      Step(place: 1, symbol: "-", other: .type("Tensor"), isLeft: false, takesTensors: true),
    ],
  ]

  /// The error of the first operator that a call fails at; nil: none of those that are known.
  static func error(_ vm: VM, _ name: String, _ arguments: Arguments) -> Raised? {
    guard let steps = steps[name], arguments.positionalCount > 0, arguments.base[0].isKind(.tensor) else { return nil }
    for step in steps where step.place < arguments.positionalCount {
      let slot = arguments.base[step.place]
      if slot.isInt || slot.isFloat || slot.isBool { continue }
      if slot.isKind(.tensor) {
        let comparison = step.symbol == "<" || step.symbol == ">"
        guard !step.takesTensors, comparison, slot.isObject, let x = (slot.object as? TensorObject)?.tensor, x.count > 1,
          !x.dtype.isComplex
        else { continue }
        return vm.raised(vm.types.runtimeError, "Boolean value of Tensor with more than one value is ambiguous")
      }
      return vm.typeError(text(vm, step, slot, arguments))
    }
    return nil
  }

  private static func text(_ vm: VM, _ step: Step, _ slot: Slot, _ arguments: Arguments) -> String {
    let own = vm.type(of: slot).operandName
    let other: String
    switch step.other {
    case .type(let name): other = name
    case .argument(let place, let fallback):
      other = place < arguments.positionalCount ? vm.type(of: arguments.base[place]).operandName : fallback
    }
    let (left, right) = step.isLeft ? (own, other) : (other, own)
    if step.symbol == "<" || step.symbol == ">" {
      return "'\(step.symbol)' not supported between instances of '\(left)' and '\(right)'"
    }
    return "unsupported operand type(s) for \(step.symbol): '\(left)' and '\(right)'"
  }
}

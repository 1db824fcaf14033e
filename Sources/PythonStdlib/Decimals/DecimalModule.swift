import Interpreter

/// What the numbers of `decimal` share: the class, the contexts and the signals.
final class DecimalTools {
  private unowned(unsafe) let vm: VM
  /// `decimal.Decimal` once it exists.
  var type: TypeObject?
  /// The variable that holds the decimal context.
  private var variable = Value.none
  /// Inexact, Rounded and FloatOperation, as keys.
  private var signals: [Value] = []
  /// Makes the first context of a thread.
  var first = Value.none
  private let names: [StrObject]
  private let dataName: StrObject
  /// Where the current context was found last: the holder of the variables, which may change only with a word to `forget`.
  private var holder: Object?
  private var current: DecimalState?
  /// The contexts used last, good until one changes.
  private var known: [DecimalState] = []

  init(_ vm: VM) {
    self.vm = vm
    names = ["prec", "rounding", "Emin", "Emax", "clamp", "flags", "traps"].map { vm.intern($0) }
    dataName = vm.intern("_data")
  }

  func setUp(_ args: Arguments) {
    type = args[0].asType
    type?.moduleName = "decimal"
    type?.showsModule = true
    variable = args[1]
    signals = [args[2], args[3], args[4]]
  }
  /// Forgets what contexts said.
  func forget() {
    holder = nil
    current = nil
    known = []
  }

  /// What the current context says; nil: it is one for the Python half.
  @inline(__always)
  func context(_ vm: VM) throws(Raised) -> DecimalState? {
    if case .object(let variables) = vm.contextObject, let holder, variables === holder { return current }
    return try lookUp(vm)
  }
  @inline(never)
  private func lookUp(_ vm: VM) throws(Raised) -> DecimalState? {
    guard let found = try currentObject(vm), case .object(let variables) = vm.contextObject else { return nil }
    current = try state(vm, found)
    holder = variables
    return current
  }
  /// The current context; nil: there is none yet.
  func currentObject(_ vm: VM) throws(Raised) -> Object? {
    guard case .object(let variables) = vm.contextObject else { return nil }
    guard let dict = vm.instanceAttribute(variables, .borrowed(dataName)).asDict else { return nil }
    let found = try dict.get(vm, variable.borrowed)
    return found.isObject ? found.object : nil
  }
  /// What a context says; nil: it is one for the Python half.
  func state(_ vm: VM, _ context: Object) throws(Raised) -> DecimalState? {
    for state in known where state.object === context { return state }
    func attribute(_ k: Int) -> Slot { vm.instanceAttribute(context, .borrowed(names[k])) }
    guard signals.count == 3, attribute(0).isInt, attribute(2).isInt, attribute(3).isInt, attribute(4).isInt, attribute(4).asInt == 0,
      let name = attribute(1).asStr, let rounding = DecimalRounding.named(name.string), attribute(0).asInt >= 1,
      let flags = attribute(5).asDict, let traps = attribute(6).asDict
    else { return nil }
    let made = DecimalState(
      context, flags, traps,
      DecimalContext(
        precision: attribute(0).asInt, rounding: rounding, smallest: attribute(2).asInt, largest: attribute(3).asInt))
    made.trapsInexact = try vm.truth(try traps.get(vm, signals[0].borrowed))
    made.trapsRounded = try vm.truth(try traps.get(vm, signals[1].borrowed))
    made.trapsFloats = try vm.truth(try traps.get(vm, signals[2].borrowed))
    if known.count >= 4 { known.removeFirst() }
    known.append(made)
    return made
  }

  /// A number of parts that a context made, with its signals; nil: the Python half must signal.
  func finish(_ vm: VM, _ parts: DecimalParts, _ state: DecimalState) throws(Raised) -> Value? {
    guard let type else { return nil }
    let context = state.numbers
    let size = DecimalDigits.count(parts.digits)
    if size > context.precision {
      // An operand had more digits than the context allows.
      return nil
    }
    if parts.digits == 0 {
      if parts.exponent < context.tiny || parts.exponent > context.largest { return nil }
    } else {
      let adjusted = parts.exponent &+ size &- 1
      if adjusted > context.largest || adjusted < context.smallest { return nil }
      // One that was smaller before it was rounded has more signals.
      if parts.isRounded && adjusted == context.smallest { return nil }
    }
    if parts.isRounded {
      if state.trapsRounded || parts.isInexact && state.trapsInexact { return nil }
      try note(vm, state, isInexact: parts.isInexact)
    }
    let made = DecimalNumber(self, type, tracked: false)
    made.isNegative = parts.isNegative
    made.small = parts.digits
    made.exponent = parts.exponent
    return .object(made)
  }
  /// Sets the flags of a result that lost digits.
  @inline(__always)
  private func note(_ vm: VM, _ state: DecimalState, isInexact: Bool) throws(Raised) {
    if !state.hasRounded {
      try state.flags.set(vm, signals[1].borrowed, .bool(true))
      state.hasRounded = true
    }
    if isInexact && !state.hasInexact {
      try state.flags.set(vm, signals[0].borrowed, .bool(true))
      state.hasInexact = true
    }
  }
  /// Notes that a number is made of a float; false: the context wants an exception, or is one for the Python half.
  fileprivate func noteFloat(_ vm: VM) throws(Raised) -> Bool {
    guard let state = try context(vm), !state.trapsFloats else { return false }
    try state.flags.set(vm, signals[2].borrowed, .bool(true))
    return true
  }

  /// A number with a coefficient of any size, exact, where the context certainly allows it; nil: the Python half decides.
  func exact(
    _ vm: VM, isNegative: Bool, _ coefficient: Value, _ exponent: Int, _ state: DecimalState
  ) -> Value? {
    guard let type else { return nil }
    // (GMP's count may be one too high.)
    let size = DecimalDigits.size(coefficient)
    let context = state.numbers
    let (last, overflow) = exponent.addingReportingOverflow(size)
    guard size <= context.precision, !overflow, last <= context.largest, last &- 2 >= context.smallest else { return nil }
    let made = DecimalNumber(self, type, tracked: false)
    made.isNegative = isNegative
    made.setCoefficient(coefficient)
    made.setExponent(.int(exponent))
    return .object(made)
  }
}

/// A context as the native half sees it, until one changes.
final class DecimalState {
  let object: Object
  let flags: DictObject
  let traps: DictObject
  let numbers: DecimalContext
  var trapsInexact = false
  var trapsRounded = false
  var trapsFloats = false
  /// Flags that are known to be set.
  var hasInexact = false
  var hasRounded = false

  init(_ object: Object, _ flags: DictObject, _ traps: DictObject, _ numbers: DecimalContext) {
    self.object = object
    self.flags = flags
    self.traps = traps
    self.numbers = numbers
  }
}

/// `_decimals`: the native half of `decimal`.
enum DecimalModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_decimals", doc: "Decimal numbers.")
    let tools = DecimalTools(vm)
    vm.keep(tools)
    let type = vm.nativeType("DecimalNumber", module: "_decimals", isBase: true, populate: populate)
    type.new = { [unowned(unsafe) tools] (vm, cls, args) throws(Raised) in
      let made = DecimalNumber(tools, cls, tracked: cls !== tools.type)
      return try vm.bind(args, "Decimal(value='0', context=None)") { (args) throws(Raised) in
        if case .int(let i) = args[0], args[1].isNone {
          made.isNegative = i < 0
          made.small = UInt128(i.magnitude)
        } else if let text = args.slot(0).asStr, args[1].isNone, let parts = DecimalText.parse(text) {
          made.isNegative = parts.isNegative
          made.small = parts.digits
          made.exponent = parts.exponent
        } else if let other = DecimalNumber.of(args[0]), args[1].isNone {
          made.copyParts(of: other, vm)
        } else if case .float(let f) = args[0], args[1].isNone, f.isFinite, try tools.noteFloat(vm) {
          try made.take(vm, f)
        } else {
          _ = try vm.callMethod(.object(made), "_begin", [args[0], args[1]])
        }
        return .object(made)
      }
    }
    module.constant(vm, "DecimalNumber", .object(type))
    module.function(vm, "set_up(type, variable, inexact, rounded, float_operation, /)", "Takes the class, the context's variable and the signals.") {
      [unowned(unsafe) tools] (_, args) in
      tools.setUp(args)
      return .none
    }
    DecimalContexts.define(vm, module, tools)
    module.function(vm, "changed()", "A context has changed.") { [unowned(unsafe) tools] (_, _) in
      tools.forget()
      return .none
    }
    module.function(vm, "make(sign, coefficient, exponent, special=None, /)", "A number of its parts.") {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in
      guard let type = tools.type else { throw vm.runtimeError("decimal is not set up") }
      let made = DecimalNumber(tools, type, tracked: false)
      made.isNegative = try vm.truth(args[0])
      made.setCoefficient(args[1])
      made.setExponent(args[2])
      made.special = args[3].asStr.map { UInt8(truncatingIfNeeded: $0[0]) } ?? 0
      return .object(made)
    }
    module.function(vm, "whole(n, /)", "The number of an int.") { [unowned(unsafe) tools] (vm, args) throws(Raised) in
      guard let type = tools.type else { throw vm.runtimeError("decimal is not set up") }
      let made = DecimalNumber(tools, type, tracked: false)
      made.isNegative = try vm.truth(try vm.compare(.less, args[0], .int(0)))
      made.setCoefficient(made.isNegative ? try vm.unary(.negative, args[0]) : args[0])
      return .object(made)
    }
    module.function(vm, "plain(number, /)", "The number as one of the class itself, not of a subclass.") {
      [unowned(unsafe) tools] (vm, args) in
      guard let number = DecimalNumber.of(args[0]), let type = tools.type, number.type !== type else { return args[0] }
      let made = DecimalNumber(tools, type, tracked: false)
      made.copyParts(of: number, vm)
      return .object(made)
    }
    return module
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .str, .format, .hash, .bool, .eq, .ne, .lt, .le, .gt, .ge, .add, .radd, .sub, .rsub, .mul, .rmul, .truediv,
      .rtruediv, .floordiv, .rfloordiv, .mod, .rmod, .neg, .pos, .abs,
    ])
    func of(_ value: Value) -> DecimalNumber? { DecimalNumber.of(value) }
    type.attribute(vm, "_sign", get: { (_, v) in .int(of(v)?.isNegative == true ? 1 : 0) }, set: { (vm, v, new) throws(Raised) in
      of(v)?.isNegative = try vm.truth(new ?? .none)
    })
    type.attribute(vm, "_int", get: { (vm, v) in of(v)?.coefficient(vm) ?? .none }, set: { (_, v, new) in
      if let new { of(v)?.setCoefficient(new) }
    })
    type.attribute(vm, "_exp", get: { (_, v) in of(v)?.exponentValue ?? .none }, set: { (_, v, new) in
      if let new { of(v)?.setExponent(new) }
    })
    type.attribute(vm, "_special", get: { (vm, v) in
      let special = of(v)?.special ?? 0
      return special == 0 ? .none : .object(vm.character(UInt32(special)))
    }, set: { (_, v, new) in
      of(v)?.special = new?.asStr.map { UInt8(truncatingIfNeeded: $0[0]) } ?? 0
    })
    type.method(vm, "sqrt(self, /, context=None)", "The square root, rounded half even.") { (vm, args) throws(Raised) in
      if let number = of(args[0]), let state = try number.state(vm, args[1]), let made = try number.squareRoot(vm, state) {
        return made
      }
      return try vm.callMethod(args[0], "_sqrt", [args[1]])
    }
    type.method(vm, "__round__(self, n=None, /)", "The number rounded to an int, or to a number of places.") {
      (vm, args) throws(Raised) in
      if let made = try of(args[0])?.rounded(vm, args.slot(1)) { return made }
      return try vm.callMethod(args[0], "_round", args[1].isNone ? [] : [args[1]])
    }
    type.method(vm, "_quick_power(self, other, /)", "A power that is short and exact; None: look closer.") {
      (vm, args) throws(Raised) in
      try of(args[0])?.power(vm, args[1]) ?? .none
    }
    for name in ["__int__", "__trunc__"] {
      type.method(vm, "\(name)(self, /)", "The number without its fraction.") { (vm, args) throws(Raised) in
        if let number = of(args[0]), number.isQuick, let n = number.whole { return .int(n) }
        return try vm.callMethod(args[0], "_to_int", [])
      }
    }
    type.method(vm, "__float__(self, /)", "The nearest float.") { (vm, args) throws(Raised) in
      if let number = of(args[0]), number.isQuick, let f = number.nearest { return .float(f) }
      return try vm.callMethod(args[0], "_to_float", [])
    }
    type.method(
      vm, "quantize(self, /, exp, rounding=None, context=None)", "The number rounded to the exponent of another."
    ) { (vm, args) throws(Raised) in
      if let number = of(args[0]), let state = try number.state(vm, args[3]),
        let made = try number.quantized(vm, args[1], args[2], state)
      {
        return made
      }
      return try vm.callMethod(args[0], "_quantize", [args[1], args[2], args[3]])
    }
  }
}

import Interpreter

/// What the numbers of `decimal` share: the class, the contexts and the signals.
final class DecimalTools {
  private unowned(unsafe) let vm: VM
  /// `decimal.Decimal` once it exists.
  var type: TypeObject?
  /// The variable that holds the decimal context.
  private var variable = Value.none
  private var signals: [Value] = []
  /// Those of `signals`, as keys.
  private var inexact = Slot.undefined
  private var rounded = Slot.undefined
  private var floatOperation = Slot.undefined
  private let names: [StrObject]
  private let dataName: StrObject
  /// Where the context was found last: the holder of the variables, which may change only with a word to `forget`.
  private var holder: Object?
  /// The context looked at last, with its flags and traps: good until one changes.
  private var known: Object?
  private var snapshot: DecimalContext?
  private var flags: DictObject?
  private var traps: DictObject?

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
    inexact = signals[0].borrowed
    floatOperation = signals[2].borrowed
    rounded = signals[1].borrowed
  }
  /// Forgets what a context said.
  func forget() {
    holder = nil
    known = nil
    snapshot = nil
  }

  /// What the current context says; nil: it is one for the Python half.
  @inline(__always)
  func context(_ vm: VM) throws(Raised) -> DecimalContext? {
    if case .object(let current) = vm.contextObject, let holder, current === holder { return snapshot }
    return try lookUp(vm)
  }
  @inline(never)
  private func lookUp(_ vm: VM) throws(Raised) -> DecimalContext? {
    guard case .object(let current) = vm.contextObject else { return nil }
    guard let dict = vm.instanceAttribute(current, .borrowed(dataName)).asDict else { return nil }
    let found = try dict.get(vm, variable.borrowed)
    guard found.isObject else { return nil }
    holder = current
    if let known, Slot.borrowed(known).bits == found.bits { return snapshot }
    return read(vm, found.object)
  }
  private func read(_ vm: VM, _ context: Object) -> DecimalContext? {
    func attribute(_ k: Int) -> Slot { vm.instanceAttribute(context, .borrowed(names[k])) }
    known = context
    snapshot = nil
    guard attribute(0).isInt, attribute(2).isInt, attribute(3).isInt, attribute(4).isInt, attribute(4).asInt == 0,
      let name = attribute(1).asStr, let rounding = DecimalRounding.named(name.string), attribute(0).asInt <= 36,
      attribute(0).asInt >= 1
    else { return nil }
    flags = attribute(5).asDict
    traps = attribute(6).asDict
    snapshot = DecimalContext(
      precision: attribute(0).asInt, rounding: rounding, smallest: attribute(2).asInt, largest: attribute(3).asInt)
    return snapshot
  }

  /// A number of parts that a context made, with its signals; nil: the Python half must signal.
  func finish(_ vm: VM, _ parts: DecimalParts, _ context: DecimalContext) throws(Raised) -> Value? {
    guard let type else { return nil }
    var parts = parts
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
    }
    if parts.isRounded {
      guard let flags, let traps else { return nil }
      if try vm.truth(value(vm, traps, rounded)) { return nil }
      if parts.isInexact, try vm.truth(value(vm, traps, inexact)) { return nil }
      try raise(vm, flags, rounded)
      if parts.isInexact { try raise(vm, flags, inexact) }
      parts.isRounded = false
    }
    let made = DecimalNumber(self, type, tracked: false)
    made.isNegative = parts.isNegative
    made.small = parts.digits
    made.exponent = parts.exponent
    return .object(made)
  }
}

extension DecimalTools {
  /// What a dict has for a signal. The contexts' dicts are short and hold the very classes: most need no hash.
  @inline(__always)
  private func value(_ vm: VM, _ dict: DictObject, _ signal: Slot) throws(Raised) -> Slot {
    for i in 0..<min(dict.used, 9) where dict.entries[i].key.bits == signal.bits && dict.entries[i].key.isObject {
      return dict.entries[i].value
    }
    return try dict.get(vm, signal)
  }
  /// Notes that a number is made of a float; false: the context wants an exception, or is one for the Python half.
  fileprivate func noteFloat(_ vm: VM) throws(Raised) -> Bool {
    guard try context(vm) != nil, let flags, let traps else { return false }
    if try vm.truth(value(vm, traps, floatOperation)) { return false }
    try raise(vm, flags, floatOperation)
    return true
  }
  @inline(__always)
  private func raise(_ vm: VM, _ flags: DictObject, _ signal: Slot) throws(Raised) {
    let flag = try value(vm, flags, signal)
    if !flag.isBool || !flag.asBool { try flags.set(vm, signal, .bool(true)) }
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
      .rtruediv, .neg, .pos, .abs,
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
      if args[1].isNone, let made = try of(args[0])?.squareRoot(vm) { return made }
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
      if args[3].isNone, let made = try of(args[0])?.quantized(vm, args[1], args[2]) { return made }
      return try vm.callMethod(args[0], "_quantize", [args[1], args[2], args[3]])
    }
  }
}

import Glibc

/// The builtin functions, one row each.
enum BuiltinFunctions {
  /// Defines them in `builtins`.
  static func install(_ vm: VM) {
    numbers(vm)
    iteration(vm)
    objects(vm)
    text(vm)
    attributes(vm)
    BuiltinIO.install(vm)
    BuiltinCode.install(vm)
    BuiltinIterators.install(vm)
    vm.builtins.set(vm, "None", .none)
    vm.builtins.set(vm, "True", .bool(true))
    vm.builtins.set(vm, "False", .bool(false))
    vm.builtins.set(vm, "NotImplemented", .object(vm.notImplemented))
    vm.builtins.set(vm, "Ellipsis", .object(vm.ellipsis))
    vm.builtins.set(vm, "__debug__", .bool(true))
    vm.builtins.set(vm, "__name__", .object(vm.string("builtins")))
    vm.builtins.set(vm, "__build_class__", .object(vm.buildClassFunction))
    vm.builtins.set(vm, "EnvironmentError", .object(vm.types.osError))
    vm.builtins.set(vm, "IOError", .object(vm.types.osError))
  }

  /// Declares one builtin function.
  static func define(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, body)
    made.moduleName = "builtins"
    vm.builtins.set(vm, made.name, .object(made))
  }

  // MARK: Numbers

  private static func numbers(_ vm: VM) {
    define(vm, "abs(x, /)", "Return the absolute value of the argument.") { (vm, args) throws(Raised) in
      try vm.unary(.absolute, args[0])
    }
    define(vm, "divmod(x, y, /)", "Return the tuple (x//y, x%y).") { (vm, args) throws(Raised) in
      try vm.binary(.divmod, args[0], args[1])
    }
    define(vm, "pow(base, exp, mod=None)", "Equivalent to base**exp, or base**exp % mod with three arguments.") {
      (vm, args) throws(Raised) in
      if args[2].isNone { return try vm.binary(.power, args[0], args[1]) }
      if let result = try Numbers.power(vm, args[0], args[1], modulo: args[2]) { return result }
      if case .object(let o) = args[0], let result = try vm.callSpecial(o, .pow, [args[1], args[2]]) { return result }
      throw vm.typeError(
        "unsupported operand type(s) for ** or pow(): '\(vm.type(of: args[0]).name)', '\(vm.type(of: args[1]).name)', '\(vm.type(of: args[2]).name)'"
      )
    }
    define(vm, "round(number, ndigits=None)", "Round a number to a given precision in decimal digits.") {
      (vm, args) throws(Raised) in try round(vm, args[0], args[1])
    }
    define(vm, "sum(iterable, /, start=0)", "Return the sum of a start value and an iterable of numbers.") {
      (vm, args) throws(Raised) in try sum(vm, args[0], args[1])
    }
    for (name, prefix, radix) in [("bin", "0b", 2), ("oct", "0o", 8), ("hex", "0x", 16)] {
      define(vm, "\(name)(number, /)", "Text of an integer in base \(radix).") { (vm, args) throws(Raised) in
        let value = try vm.indexValue(args[0])
        let letter = prefix.last.map(String.init) ?? ""
        return .object(try vm.format(value, vm.string("#" + letter)))
      }
    }
  }

  private static func round(_ vm: VM, _ number: Value, _ digits: Value) throws(Raised) -> Value {
    if case .object(let o) = number, o.hasHeapType, !o.type.lookup(vm, vm.specialNames[Int(Special.round.rawValue)]).isUndefined
    {
      return try vm.callMethod(number, "__round__", digits.isNone ? [] : [digits])
    }
    switch number {
    case .int, .bool:
      let places = digits.isNone ? 0 : try vm.index(digits)
      if places >= 0 { return try vm.indexValue(number) }
      let power = try vm.binary(.power, .int(10), .int(-places))
      return try roundToMultiple(vm, try vm.indexValue(number), power)
    case .float(let f):
      if digits.isNone {
        return try Numbers.truncate(vm, f.rounded(.toNearestOrEven))
      }
      return .float(roundDouble(f, try vm.index(digits)))
    default:
      let method = vm.type(of: number).lookup(vm, vm.specialNames[Int(Special.round.rawValue)])
      if method.isUndefined {
        if number.kind == .int {
          guard !digits.isNone, try vm.index(digits) < 0 else { return number }
          return try roundToMultiple(vm, number, try vm.binary(.power, .int(10), try vm.unary(.negative, digits)))
        }
        throw vm.typeError("type \(vm.type(of: number).name) doesn't define __round__ method")
      }
      return try vm.callMethod(number, "__round__", digits.isNone ? [] : [digits])
    }
  }

  /// Nearest multiple of `step`, ties to the even quotient.
  private static func roundToMultiple(_ vm: VM, _ n: Value, _ step: Value) throws(Raised) -> Value {
    let half = try vm.binary(.floorDivide, step, .int(2))
    let quotient = try vm.binary(.floorDivide, try vm.binary(.add, n, half), step)
    let result = try vm.binary(.multiply, quotient, step)
    let rest = try vm.binary(.remainder, try vm.binary(.add, n, half), step)
    let stepIsEven = try vm.equal(try vm.binary(.remainder, step, .int(2)), .int(0))
    let isTie = stepIsEven ? try vm.equal(rest, .int(0)) : false
    if isTie, try vm.truth(try vm.binary(.remainder, quotient, .int(2))) { return try vm.binary(.subtract, result, step) }
    return result
  }

  /// A float rounded to decimal places as its exact value says.
  static func roundDouble(_ f: Double, _ places: Int) -> Double {
    if !f.isFinite || places > 330 { return f }
    if places < -330 { return f < 0 ? -0.0 : 0 }
    if places < 0 {
      let power = pow(10, Double(-places))
      return (f / power).rounded(.toNearestOrEven) * power
    }
    // The decimal text of the exact value, rounded by the C library, read back.
    var buffer = [CChar](repeating: 0, count: 700)
    let n = withVaList([Int32(truncatingIfNeeded: places), f]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    return n < buffer.count ? strtod(buffer, nil) : f
  }

  private static func sum(_ vm: VM, _ iterable: Value, _ start: Value) throws(Raised) -> Value {
    if start.kind == .str { throw vm.typeError("sum() can't sum strings [use ''.join(seq) instead]") }
    if start.kind == .bytes { throw vm.typeError("sum() can't sum bytes [use b''.join(seq) instead]") }
    if start.kind == .bytearray { throw vm.typeError("sum() can't sum bytearray [use b''.join(seq) instead]") }
    var total = start
    try vm.forEach(iterable) { (item) throws(Raised) in
      if case .int(let a) = total, case .int(let b) = item {
        let (s, overflow) = a.addingReportingOverflow(b)
        if !overflow {
          total = .int(s)
          return
        }
      }
      if case .float(let a) = total, case .float(let b) = item {
        total = .float(a + b)
        return
      }
      total = try vm.binary(.add, total, item)
    }
    return total
  }

  // MARK: Iteration

  private static func iteration(_ vm: VM) {
    define(vm, "len(obj, /)", "Return the number of items in a container.") { (vm, args) throws(Raised) in
      .int(try vm.length(args[0]))
    }
    define(vm, "all(iterable, /)", "Return True if bool(x) is True for all values x in the iterable.") {
      (vm, args) throws(Raised) in
      let it = try vm.iterator(args[0])
      while let item = try vm.next(it) {
        if !(try vm.truth(item)) { return .bool(false) }
      }
      return .bool(true)
    }
    define(vm, "any(iterable, /)", "Return True if bool(x) is True for any x in the iterable.") {
      (vm, args) throws(Raised) in
      let it = try vm.iterator(args[0])
      while let item = try vm.next(it) {
        if try vm.truth(item) { return .bool(true) }
      }
      return .bool(false)
    }
    define(vm, "iter(object, sentinel=..., /)", "Get an iterator from an object.") { (vm, args) throws(Raised) in
      if args.has(1) {
        guard vm.isCallable(args[0]) else { throw vm.typeError("iter(v, w): v must be callable") }
        return .object(CallableIterator(vm, args[0], args[1]))
      }
      return .object(try vm.iterator(args[0]))
    }
    define(vm, "next(iterator, default=..., /)", "Return the next item from the iterator.") {
      (vm, args) throws(Raised) in
      guard case .object(let it) = args[0], vm.isIterator(it) else {
        throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not an iterator")
      }
      if it.hasHeapType && !args.has(1) && !it.type.special(vm, .next).isUndefined {
        return try vm.callSpecial(it, .next, []) ?? .none
      }
      if let item = try vm.next(it) { return item }
      if args.has(1) { return args[1] }
      throw vm.stopIteration(after: it)
    }
    define(vm, "sorted(iterable, /, *, key=None, reverse=False)", "Return a new sorted list.") {
      (vm, args) throws(Raised) in
      let list = ListObject(vm, try vm.list(of: args[0]))
      _ = try vm.call(
        try vm.getAttr(.object(list), "sort"), [], keywords: [("key", args[1]), ("reverse", args[2])])
      return .object(list)
    }
    for (name, comparison) in [("max", Comparison.greater), ("min", Comparison.less)] {
      let made = NativeFunction(
        vm, "\(name)(*args, key=None, default=...)", "Return the \(name == "max" ? "largest" : "smallest") item."
      ) { (vm, args) throws(Raised) in
        try extremum(vm, name, comparison, args[0], args[1], args.has(2) ? args[2] : nil)
      }
      made.moduleName = "builtins"
      vm.builtins.set(vm, name, .object(made))
    }
  }

  private static func extremum(
    _ vm: VM, _ name: String, _ comparison: Comparison, _ arguments: Value, _ key: Value, _ fallback: Value?
  ) throws(Raised) -> Value {
    guard let tuple = arguments.asTuple, tuple.count > 0 else {
      throw vm.typeError("\(name) expected at least 1 argument, got 0")
    }
    if tuple.count > 1 && fallback != nil {
      throw vm.typeError("Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let source = tuple.count == 1 ? tuple[0] : arguments
    var best: Value?
    var bestKey: Value = .none
    try vm.forEach(source) { (item) throws(Raised) in
      let itemKey = key.isNone ? item : try vm.call(key, [item])
      if best == nil {
        best = item
        bestKey = itemKey
      } else if try vm.truth(try vm.compare(comparison, itemKey, bestKey)) {
        best = item
        bestKey = itemKey
      }
    }
    if let best { return best }
    if let fallback { return fallback }
    throw vm.valueError("\(name)() arg is an empty sequence")
  }

  // MARK: Objects

  private static func objects(_ vm: VM) {
    define(vm, "isinstance(obj, class_or_tuple, /)", "Return whether an object is an instance of a class.") {
      (vm, args) throws(Raised) in .bool(try vm.isInstance(args[0], args[1]))
    }
    define(vm, "issubclass(cls, class_or_tuple, /)", "Return whether a class is derived from another class.") {
      (vm, args) throws(Raised) in .bool(try vm.isSubclass(args[0], args[1]))
    }
    define(vm, "callable(obj, /)", "Return whether the object is callable.") { (vm, args) in
      .bool(vm.isCallable(args[0]))
    }
    define(vm, "id(obj, /)", "Return the identity of an object.") { (vm, args) throws(Raised) in
      let slot = args.slot(0)
      switch slot.tag {
      case Tag.object: return .int(Int(bitPattern: slot.bits))
      default: return .int(Int(truncatingIfNeeded: slot.bits &* 32 &+ slot.tag &* 8 &+ 9_000_000) & Int.max)
      }
    }
    define(vm, "hash(obj, /)", "Return the hash value for the given object.") { (vm, args) throws(Raised) in
      .int(try vm.hash(args[0]))
    }
  }

  // MARK: Text

  private static func text(_ vm: VM) {
    define(vm, "repr(obj, /)", "Return the canonical string representation of the object.") {
      (vm, args) throws(Raised) in .object(try vm.repr(args[0]))
    }
    define(vm, "ascii(obj, /)", "Return an ASCII-only representation of an object.") {
      (vm, args) throws(Raised) in .object(try vm.ascii(args[0]))
    }
    define(vm, "format(value, format_spec='', /)", "Return type(value).__format__(value, format_spec).") {
      (vm, args) throws(Raised) in
      guard let spec = args[1].asStr else {
        throw vm.typeError("format() argument 2 must be str, not \(vm.type(of: args[1]).name)")
      }
      return .object(try vm.format(args[0], spec))
    }
    define(vm, "chr(i, /)", "Return a Unicode string of one character with ordinal i.") {
      (vm, args) throws(Raised) in
      let value = try vm.indexValue(args[0])
      guard let point = value.asInt else { throw vm.overflowError("Python int too large to convert to C int") }
      guard point >= 0 && point < 0x110000 else { throw vm.valueError("chr() arg not in range(0x110000)") }
      return .object(vm.character(UInt32(point)))
    }
    define(vm, "ord(c, /)", "Return the Unicode code point for a one-character string.") {
      (vm, args) throws(Raised) in
      if let text = args[0].asStr {
        if text.count == 1 { return .int(Int(text[0])) }
        throw vm.typeError("ord() expected a character, but string of length \(text.count) found")
      }
      if args[0].kind == .bytes || args[0].kind == .bytearray {
        let n = try vm.length(args[0])
        if n == 1 { return try vm.getItem(args[0], .int(0)) }
        throw vm.typeError("ord() expected a character, but string of length \(n) found")
      }
      throw vm.typeError("ord() expected string of length 1, but \(vm.type(of: args[0]).name) found")
    }
  }

  // MARK: Attributes

  private static func name(_ vm: VM, _ value: Value, _ function: String) throws(Raised) -> StrObject {
    guard let text = value.asStr else {
      throw vm.typeError("attribute name must be string, not '\(vm.type(of: value).name)'")
    }
    return text
  }

  private static func attributes(_ vm: VM) {
    define(vm, "getattr(object, name, default=..., /)", "Get a named attribute from an object.") {
      (vm, args) throws(Raised) in
      let name = try name(vm, args[1], "getattr")
      if args.has(2) { return try vm.getAttrOrNil(args[0], name) ?? args[2] }
      return try vm.getAttr(args[0], name)
    }
    define(vm, "hasattr(obj, name, /)", "Return whether the object has an attribute with the given name.") {
      (vm, args) throws(Raised) in
      .bool(try vm.getAttrOrNil(args[0], try name(vm, args[1], "hasattr")) != nil)
    }
    define(vm, "setattr(obj, name, value, /)", "Sets the named attribute on the given object.") {
      (vm, args) throws(Raised) in
      try vm.setAttr(args[0], try name(vm, args[1], "setattr"), args[2])
      return .none
    }
    define(vm, "delattr(obj, name, /)", "Deletes the named attribute from the given object.") {
      (vm, args) throws(Raised) in
      try vm.setAttr(args[0], try name(vm, args[1], "delattr"), nil)
      return .none
    }
    define(vm, "dir(object=..., /)", "Names of the attributes of an object, or of the current scope.") {
      (vm, args) throws(Raised) in
      guard args.has(0) else {
        let names = try vm.list(of: .object(vm.currentLocals ?? DictObject(vm)))
        return try vm.call(vm.builtins.get(vm, "sorted") ?? .none, [.object(ListObject(vm, names))])
      }
      if let found = try vm.getAttrOrNil(args[0], vm.intern("__dir__")) {
        let list = try vm.list(of: try vm.call(found, []))
        return try vm.call(vm.builtins.get(vm, "sorted") ?? .none, [.object(ListObject(vm, list))])
      }
      return .object(ListObject(vm, vm.attributeNames(args[0]).map { .object(vm.string($0)) }))
    }
    define(vm, "vars(object=..., /)", "The attribute dict of an object, or the current locals.") {
      (vm, args) throws(Raised) in
      guard args.has(0) else { return .object(vm.currentLocals ?? DictObject(vm)) }
      if let dict = try vm.getAttrOrNil(args[0], vm.intern("__dict__")) { return dict }
      throw vm.typeError("vars() argument must have __dict__ attribute")
    }
    define(vm, "globals()", "The namespace of the current module.") { (vm, _) in
      .object(vm.currentGlobals ?? DictObject(vm))
    }
    define(vm, "locals()", "The variables of the current scope.") { (vm, _) in
      .object(vm.currentLocals ?? DictObject(vm))
    }
  }
}

extension VM {
  /// `callable(value)`.
  package func isCallable(_ value: Value) -> Bool {
    guard case .object(let o) = value else { return false }
    if o.isCallable { return true }
    return o.hasHeapType && !o.type.special(self, .call).isUndefined
  }
}

/// `iter(callable, sentinel)`.
final class CallableIterator: Object {
  private var function: Value?
  private let sentinel: Value

  init(_ vm: VM, _ function: Value, _ sentinel: Value) {
    self.function = function
    self.sentinel = sentinel
    super.init(kind: .iterator, type: vm.types.callableIterator)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let function else { return nil }
    do throws(Raised) {
      let item = try vm.call(function, [])
      if try vm.equal(item, sentinel) {
        self.function = nil
        return nil
      }
      return item
    } catch {
      if error.exception.type.isSubtype(of: vm.types.stopIteration) {
        self.function = nil
        return nil
      }
      throw error
    }
  }
}

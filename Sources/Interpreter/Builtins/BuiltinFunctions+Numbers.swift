import Glibc

extension BuiltinFunctions {
  /// `abs`, `divmod`, `pow`, `round`, `sum`, `min`, `max`, `bin`, `oct`, `hex`, `chr`, `ord`.
  static func installNumbers(_ vm: VM) {
    define(vm, "abs(x, /)", "Return the absolute value of the argument.") { (vm, args) throws(Raised) in
      if args.slot(0).isFloat { return .float(args.slot(0).asDouble.magnitude) }
      return try vm.unary(.absolute, args[0])
    }
    define(vm, "divmod(x, y, /)", "Return the tuple (x//y, x%y).") { (vm, args) throws(Raised) in
      try vm.binary(.divmod, args[0], args[1])
    }
    define(vm, "pow(base, exp, mod=None)", "Equivalent to base**exp, or base**exp % mod.") { (vm, args) throws(Raised) in
      if args.slot(2).isNone { return try vm.binary(.power, args[0], args[1]) }
      let (base, exponent, modulus) = (args.slot(0), args.slot(1), args.slot(2))
      if base.isInt, exponent.isInt, modulus.isInt, exponent.asInt >= 0, modulus.asInt > 0, modulus.asInt < 1 << 32 {
        return .int(power(base.asInt, exponent.asInt, modulo: modulus.asInt))
      }
      if let made = try Numbers.power(vm, args[0], args[1], modulo: args[2]) { return made }
      if case .object(let o) = args[0], let r = try vm.callSpecial(o, .pow, [args[1], args[2]]), !vm.isNotImplemented(r) {
        return r
      }
      let names = (0..<3).map { "'" + vm.type(of: args[$0]).name + "'" }.joined(separator: ", ")
      if (0..<3).contains(where: { args.slot($0).isFloat }) {
        throw vm.typeError("pow() 3rd argument not allowed unless all arguments are integers")
      }
      throw vm.typeError("unsupported operand type(s) for ** or pow(): \(names)")
    }
    define(vm, "round(number, ndigits=None)", "Round a number to a given precision in decimal digits.") {
      (vm, args) throws(Raised) in try round(vm, args[0], args[1])
    }
    define(vm, "sum(iterable, /, start=0)", "Return the sum of a 'start' value plus an iterable of numbers.") {
      (vm, args) throws(Raised) in try sum(vm, args[0], start: args[1])
    }
    define(vm, "min(*args, key=None, default=...)", "With an iterable, return its smallest item; else the smallest argument.") {
      (vm, args) throws(Raised) in try extreme(vm, args, "min", .less)
    }
    define(vm, "max(*args, key=None, default=...)", "With an iterable, return its biggest item; else the largest argument.") {
      (vm, args) throws(Raised) in try extreme(vm, args, "max", .greater)
    }
    let bases: [(name: String, spec: String, doc: String, bits: Int)] = [
      ("bin", "#b", "binary", 1), ("oct", "#o", "octal", 3), ("hex", "#x", "hexadecimal", 4),
    ]
    for (name, spec, doc, bits) in bases {
      define(vm, "\(name)(number, /)", "Return the \(doc) representation of an integer.") { (vm, args) throws(Raised) in
        if args.slot(0).isInt { return .object(IntText.string(vm, args.slot(0).asInt, bitsPerDigit: bits)) }
        return .object(try vm.format(try vm.indexValue(args[0]), vm.intern(spec)))
      }
    }
    define(vm, "chr(i, /)", "Return a Unicode string of one character with ordinal i.") { (vm, args) throws(Raised) in
      let i: Int
      do throws(Raised) {
        i = try vm.index(args[0])
      } catch {
        if error.exception.type === vm.types.overflowError {
          throw vm.overflowError("Python int too large to convert to C int")
        }
        throw error
      }
      if i < 0 || i > 0x10FFFF { throw vm.valueError("chr() arg not in range(0x110000)") }
      return .object(vm.character(UInt32(i)))
    }
    define(vm, "ord(c, /)", "Return the Unicode code point for a one-character string.") { (vm, args) throws(Raised) in
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

  // MARK: round

  static func round(_ vm: VM, _ number: Value, _ digits: Value) throws(Raised) -> Value {
    switch number {
    case .float(let f): return try round(vm, f, digits)
    case .int, .bool: return try roundInt(vm, try vm.indexValue(number), digits)
    case .object(let o):
      let hook = o.type.lookup(vm, vm.specialNames[Int(Special.round.rawValue)])
      if !hook.isUndefined && (o.hasHeapType || (o.kind != .int && o.kind != .float)) {
        return try vm.call(try vm.bindDescriptor(hook, number, o.type), digits.isNone ? [] : [digits])
      }
      if o.kind == .int { return try roundInt(vm, try vm.indexValue(number), digits) }
      if o.kind == .float, let f = try o.toFloat(vm) { return try round(vm, f, digits) }
    case .none: break
    }
    throw vm.typeError("type \(vm.type(of: number).name) doesn't define __round__ method")
  }

  static func round(_ vm: VM, _ f: Double, _ digits: Value) throws(Raised) -> Value {
    if digits.isNone { return try Numbers.truncate(vm, f.rounded(.toNearestOrEven)) }
    let n = vm.clamped(try vm.indexValue(digits))
    if !f.isFinite || f == 0 || n > 323 { return .float(f) }
    if n < -308 { return .float(f < 0 ? -0.0 : 0.0) }
    if n >= 0 { return .float(decimalRound(f, n)) }
    // Tens and beyond: exact integer arithmetic, half to even.
    let whole = try Numbers.truncate(vm, f.magnitude)
    let unit = try vm.binary(.power, .int(10), .int(0 &- n))
    guard let parts = try vm.binary(.divmod, whole, unit).asTuple else { return .float(f) }
    var quotient = parts[0]
    let twice = try vm.binary(.multiply, parts[1], .int(2))
    let hasFraction = f.magnitude.rounded(.towardZero) != f.magnitude
    let above = try vm.truth(try vm.compare(.greater, twice, unit))
    let tie = try vm.equal(twice, unit)
    let odd = try vm.truth(try vm.binary(.bitAnd, quotient, .int(1)))
    if above || (tie && (hasFraction || odd)) { quotient = try vm.binary(.add, quotient, .int(1)) }
    let result = try vm.double(try vm.binary(.multiply, quotient, unit))
    if !result.isFinite { throw vm.overflowError("rounded value too large to represent") }
    return .float(f < 0 ? -result : result)
  }

  /// Rounds correctly to `n` decimal places: by the C library's exact decimal text.
  private static func decimalRound(_ f: Double, _ n: Int) -> Double {
    // Both parts of the quotient are exact, so that it is the float nearest to the decimal.
    if n <= 15, let scaled = FloatText.scaled(f.magnitude, n), scaled < 1 << 53 {
      let rounded = Double(scaled) / Double(FloatText.powersOfTen[n])
      return f < 0 ? -rounded : rounded
    }
    var buffer = [CChar](repeating: 0, count: 700 &+ n)
    let size = buffer.count
    _ = withVaList([Int32(truncatingIfNeeded: n), f]) { vsnprintf(&buffer, size, "%.*f", $0) }
    return strtod(buffer, nil)
  }

  private static func roundInt(_ vm: VM, _ number: Value, _ digits: Value) throws(Raised) -> Value {
    if digits.isNone { return number }
    let n = vm.clamped(try vm.indexValue(digits))
    if n >= 0 { return number }
    if n < -100_000 { return .int(0) }
    let unit = try vm.binary(.power, .int(10), .int(0 &- n))
    guard let parts = try vm.binary(.divmod, number, unit).asTuple else { return number }
    let twice = try vm.binary(.multiply, parts[1], .int(2))
    var quotient = parts[0]
    let odd = try vm.truth(try vm.binary(.bitAnd, quotient, .int(1)))
    if try vm.truth(try vm.compare(.greater, twice, unit)) {
      quotient = try vm.binary(.add, quotient, .int(1))
    } else if odd, try vm.equal(twice, unit) {
      quotient = try vm.binary(.add, quotient, .int(1))
    }
    return try vm.binary(.multiply, quotient, unit)
  }

  // MARK: sum

  static func sum(_ vm: VM, _ iterable: Value, start: Value) throws(Raised) -> Value {
    switch start.kind {
    case .str: throw vm.typeError("sum() can't sum strings [use ''.join(seq) instead]")
    case .bytes: throw vm.typeError("sum() can't sum bytes [use b''.join(seq) instead]")
    case .bytearray: throw vm.typeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    default: break
    }
    if let list = iterable.asList, !list.hasHeapType, let quick = sum(list.items, list.count, start) { return quick }
    if let tuple = iterable.asTuple, !tuple.hasHeapType, let quick = sum(tuple.items, tuple.count, start) {
      return quick
    }
    let source = try vm.iterator(iterable)
    let it = Slot.borrowed(source)
    var total = start
    return try withExtendedLifetime(source) { () throws(Raised) in
      while true {
        let item = try vm.step(it)
        if item.isUndefined { return total }
        if case .int(let a) = total, item.isInt {
          let (r, overflow) = a.addingReportingOverflow(item.asInt)
          if !overflow {
            total = .int(r)
            continue
          }
        } else if case .float(let a) = total {
          if item.isFloat {
            total = .float(a + item.asDouble)
            continue
          }
          if item.isInt {
            total = .float(a + Double(item.asInt))
            continue
          }
        }
        let value = item.value
        item.release()
        total = try vm.binary(.add, total, value)
      }
    }
  }

  /// Sum of slots that are all ints or floats; nil: something else is among them or it overflows.
  private static func sum(_ items: UnsafeMutablePointer<Slot>, _ n: Int, _ start: Value) -> Value? {
    var i = 0
    var f: Double
    switch start {
    case .int(var total):
      // A bool counts as 0 or 1, which are its bits.
      while i < n && (items[i].isInt || items[i].isBool) {
        let (r, overflow) = total.addingReportingOverflow(items[i].asInt)
        if overflow { return nil }
        total = r
        i &+= 1
      }
      if i == n { return .int(total) }
      f = Double(total)
    case .float(let total): f = total
    default: return nil
    }
    while i < n {
      if items[i].isFloat { f += items[i].asDouble } else if items[i].isInt || items[i].isBool { f += Double(items[i].asInt) } else { return nil }
      i &+= 1
    }
    return .float(f)
  }

  /// `pow(base, exponent, modulus)` of small numbers: no product leaves 64 bits.
  private static func power(_ base: Int, _ exponent: Int, modulo modulus: Int) -> Int {
    let m = UInt(modulus)
    let rest = base % modulus
    var square = UInt(bitPattern: rest < 0 ? rest &+ modulus : rest)
    var result = 1 % m
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result = result &* square % m }
      square = square &* square % m
      left >>= 1
    }
    return Int(result)
  }

  // MARK: min and max

  private static func extreme(
    _ vm: VM, _ args: Arguments, _ name: String, _ comparison: Comparison
  ) throws(Raised) -> Value {
    guard let values = args[0].asTuple else { return .none }
    if values.count == 0 { throw vm.typeError("\(name) expected at least 1 argument, got 0") }
    let key = args.slot(1)
    if values.count > 1 && args.has(2) {
      throw vm.typeError("Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let source: Value = values.count == 1 ? values[0] : .object(values)
    if key.isNone {
      if let list = source.asList, !list.hasHeapType, let quick = extreme(list.items, list.count, comparison) {
        return quick
      }
      if let tuple = source.asTuple, !tuple.hasHeapType, let quick = extreme(tuple.items, tuple.count, comparison) {
        return quick
      }
    }
    if let best = try search(vm, source, key, comparison) { return best }
    if args.has(2) { return args[2] }
    throw vm.valueError("\(name)() arg is an empty sequence")
  }

  /// The first item that no other one is better than, of any iterable; nil when there is none.
  private static func search(
    _ vm: VM, _ source: Value, _ key: Slot, _ comparison: Comparison
  ) throws(Raised) -> Value? {
    let iterator = try vm.iterator(source)
    let it = Slot.borrowed(iterator)
    var best = Slot.undefined
    var bestKey = Slot.undefined
    defer {
      best.release()
      bestKey.release()
    }
    try withExtendedLifetime(iterator) { () throws(Raised) in
      while true {
        let item = try vm.step(it)
        if item.isUndefined { return }
        var itemKey = Slot.undefined
        do throws(Raised) {
          if !key.isNone {
            itemKey = try vm.callOne(key, item)
          } else {
            item.retain()
            itemKey = item
          }
          let better = best.isUndefined ? true : try isBetter(vm, itemKey, bestKey, comparison)
          if better {
            let (oldItem, oldKey) = (best, bestKey)
            best = item
            bestKey = itemKey
            oldItem.release()
            oldKey.release()
          } else {
            item.release()
            itemKey.release()
          }
        } catch {
          item.release()
          itemKey.release()
          throw error
        }
      }
    }
    return best.isUndefined ? nil : best.value
  }

  private static func isBetter(_ vm: VM, _ key: Slot, _ best: Slot, _ comparison: Comparison) throws(Raised) -> Bool {
    if key.isInt && best.isInt { return comparison == .less ? key.asInt < best.asInt : key.asInt > best.asInt }
    if key.isFloat && best.isFloat {
      return comparison == .less ? key.asDouble < best.asDouble : key.asDouble > best.asDouble
    }
    return try vm.truth(try vm.compare(comparison, key.value, best.value))
  }

  private static func extreme(
    _ items: UnsafeMutablePointer<Slot>, _ n: Int, _ comparison: Comparison
  ) -> Value? {
    if n == 0 { return nil }
    if items[0].isInt {
      var best = items[0].asInt
      for i in 1..<n {
        if !items[i].isInt { return nil }
        let x = items[i].asInt
        if comparison == .less ? x < best : x > best { best = x }
      }
      return .int(best)
    }
    if items[0].isFloat {
      var best = items[0].asDouble
      for i in 1..<n {
        if !items[i].isFloat { return nil }
        let x = items[i].asDouble
        if comparison == .less ? x < best : x > best { best = x }
      }
      return .float(best)
    }
    return nil
  }
}

import Glibc
import Interpreter

/// `datetime.date`; `DateTimeObject` adds the time of day.
class DateObject: Object {
  unowned(unsafe) final let state: DateState
  final let year: Int
  final let month: Int
  final let day: Int

  init(_ state: DateState, _ type: TypeObject, _ year: Int, _ month: Int, _ day: Int, tracked: Bool = false) {
    self.state = state
    self.year = year
    self.month = month
    self.day = day
    super.init(kind: .native, type: type, tracked: tracked || type.isHeap)
  }

  static func of(_ value: Value) -> DateObject? {
    if case .object(let o) = value, Swift.type(of: o) == DateObject.self { return unsafeDowncast(o, to: DateObject.self) }
    return value.native(DateTimeObject.self)
  }
  final var ordinal: Int { Calendar.ordinal(year, month, day) }

  /// An object of the same class as `type`: an exact one at once, those of subclasses by calling them.
  static func make(
    _ vm: VM, _ state: DateState, _ type: TypeObject, _ year: Int, _ month: Int, _ day: Int
  ) throws(Raised) -> Value {
    if type === state.dateType { return .object(DateObject(state, type, year, month, day)) }
    return try vm.call(.object(type), [.int(year), .int(month), .int(day)])
  }

  final func putDate(_ text: inout DigitText) {
    text.put(year, 4)
    text.put(45)
    text.put(month, 2)
    text.put(45)
    text.put(day, 2)
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("\(state.shownName(vm, type))(\(year), \(month), \(day))")
  }
  /// Tells whether a class of Python took `object.__str__` for its own.
  final func usesPlainStr(_ vm: VM) -> Bool {
    guard hasHeapType else { return false }
    let name = Slot.borrowed(vm.intern("__str__"))
    return type.lookup(vm, name).isSame(as: vm.types.object.lookup(vm, name))
  }
  override func str(_ vm: VM) throws(Raised) -> StrObject? {
    if usesPlainStr(vm) { return nil }
    var text = DigitText()
    putDate(&text)
    return StrObject(vm, ascii: text.bytes)
  }
  override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(.object(self)) }
    return try vm.str(try vm.callMethod(.object(self), "strftime", [.object(spec)]))
  }
  override func hash(_ vm: VM) throws(Raised) -> Int { (year &* 16 &+ month) &* 32 &+ day }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = DateObject.of(other), !(other is DateTimeObject) else { return nil }
    let order = ((year &- other.year) &* 16 &+ month &- other.month) &* 32 &+ day &- other.day
    return .bool(comparison.holds(order))
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op == .add || op == .subtract else { return nil }
    if let delta = other.native(DeltaObject.self) {
      if reflected && op == .subtract { return nil }
      let moved = ordinal &+ (op == .add ? delta.days : 0 &- delta.days)
      if moved < 1 || moved > Calendar.maximumOrdinal { throw vm.overflowError("date value out of range") }
      let (y, m, d) = Calendar.date(moved)
      return try DateObject.make(vm, state, type, y, m, d)
    }
    guard op == .subtract, let other = DateObject.of(other), !(other is DateTimeObject) else { return nil }
    let difference = reflected ? other.ordinal &- ordinal : ordinal &- other.ordinal
    return .object(DeltaObject(state, state.deltaType, difference, 0, 0))
  }

  // MARK: Declaration

  static func declare(_ type: TypeObject, _ vm: VM, _ state: DateState) {
    type.new = { [unowned(unsafe) state] (vm, cls, args) throws(Raised) in
      if args.count == 1, args.keywordNames == nil, let bytes = try pickled(vm, args[0], 4, "date") {
        if bytes[2] >= 1 && bytes[2] <= 12 {
          return .object(DateObject(state, cls, Int(bytes[0]) << 8 | Int(bytes[1]), Int(bytes[2]), Int(bytes[3])))
        }
      }
      if args.count > 3 { throw vm.typeError("function takes at most 3 arguments (\(args.count) given)") }
      return try vm.bind(args, "function(year=..., month=..., day=...)") { (args) throws(Raised) in
        try required(vm, args)
        let (y, m, d) = (try state.field(vm, args[0]), try state.field(vm, args[1]), try state.field(vm, args[2]))
        try state.checkDate(vm, y, m, d)
        return .object(DateObject(state, cls, y, m, d))
      }
    }
  }

  static func required(_ vm: VM, _ args: Arguments) throws(Raised) {
    if args.has(0) && args.has(1) && args.has(2) { return }
    for (k, name) in ["year", "month", "day"].enumerated() where !args.has(k) {
      if k == 1, args.has(0), !args[0].isNone { _ = try vm.index(args[0]) }
      throw vm.typeError("function missing required argument '\(name)' (pos \(k + 1))")
    }
  }

  /// The state of a pickle, `size` bytes; Python 2 wrote texts. nil: it is none.
  static func pickled(_ vm: VM, _ value: Value, _ size: Int, _ what: String) throws(Raised) -> [UInt8]? {
    if let bytes = value.asBytesObject { return bytes.count == size ? bytes.array : nil }
    guard let text = value.asStr, text.count == size, text[2] & 0x7F >= 1, text[2] & 0x7F <= 12 else { return nil }
    guard text.width == 1 else {
      throw vm.valueError(
        "Failed to encode latin1 string when unpickling a \(what) object. pickle.load(data, encoding='latin1') is assumed.")
    }
    return text.byteArray
  }

  static func populate(_ type: TypeObject, _ vm: VM, _ state: DateState) {
    type.specials(vm, [.repr, .str, .format, .hash, .eq, .ne, .lt, .le, .gt, .ge, .add, .radd, .sub, .rsub])
    func attribute(_ name: String, _ get: @escaping (DateObject) -> Int) {
      type.attribute(vm, name, get: { (_, v) in of(v).map { .int(get($0)) } ?? .none })
    }
    attribute("year") { $0.year }
    attribute("month") { $0.month }
    attribute("day") { $0.day }
    type.method(vm, "toordinal(self, /)", "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.") {
      (_, args) in .int(of(args[0])?.ordinal ?? 0)
    }
    type.method(vm, "weekday(self, /)", "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6") {
      (_, args) in .int(((of(args[0])?.ordinal ?? 0) &+ 6) % 7)
    }
    type.method(vm, "isoweekday(self, /)", "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7") {
      (_, args) in .int(((of(args[0])?.ordinal ?? 0) &+ 6) % 7 &+ 1)
    }
    type.method(vm, "isoformat(self, /)", "Return string in ISO 8601 format, YYYY-MM-DD.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      var text = DigitText()
      me.putDate(&text)
      return .object(StrObject(vm, ascii: text.bytes))
    }
    type.method(vm, "strftime(self, /, format)", "format -> strftime() style string.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      guard let format = args[1].asStr else {
        throw vm.typeError("strftime() argument 1 must be str, not \(vm.type(of: args[1]).name)")
      }
      if !me.hasHeapType, let quick = DateFormat.text(vm, me, format) { return .object(quick) }
      return try state.helper(vm, "strftime", [args[0], args[1]])
    }
    type.method(vm, "replace(self, /, year=..., month=..., day=...)", "Return date with new specified fields.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      let y = args.has(1) ? try state.field(vm, args[1]) : me.year
      let m = args.has(2) ? try state.field(vm, args[2]) : me.month
      let d = args.has(3) ? try state.field(vm, args[3]) : me.day
      try state.checkDate(vm, y, m, d)
      return try make(vm, state, me.type, y, m, d)
    }
    type.method(vm, "__reduce__(self, /)", "__reduce__() -> (cls, state)") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      let bytes = [UInt8(me.year >> 8), UInt8(me.year & 255), UInt8(me.month), UInt8(me.day)]
      return .object(TupleObject.make(vm, [.object(me.type), .object(TupleObject.make(vm, [vm.makeBytes(bytes)]))]))
    }
    type.classMethod(vm, "fromordinal(cls, ordinal, /)", "int -> date corresponding to a proleptic Gregorian ordinal.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      let n = try state.field(vm, args[1])
      if n < 1 { throw vm.valueError("ordinal must be >= 1") }
      if n > Calendar.maximumOrdinal { throw vm.valueError("year \(Calendar.date(n).0) is out of range") }
      let (y, m, d) = Calendar.date(n)
      guard let cls = args[0].asType else { return .none }
      return try make(vm, state, cls, y, m, d)
    }
    type.classMethod(vm, "fromtimestamp(cls, timestamp, /)", "Create a date from a POSIX timestamp.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      let (seconds, _) = try DateTimeObject.timestamp(vm, args[1], rounding: false)
      guard let p = Calendar.parts(seconds, utc: false) else {
        throw vm.overflowError("timestamp out of range for platform time_t")
      }
      guard let cls = args[0].asType else { return .none }
      let (y, m, d) = (Int(p.tm_year) + 1900, Int(p.tm_mon) + 1, Int(p.tm_mday))
      try state.checkDate(vm, y, m, d)
      return try make(vm, state, cls, y, m, d)
    }
  }
}

/// `strftime` of formats that need no time zone.
enum DateFormat {
  private static let known = Array("YmdHMSfjaAbBpIyUwWcxX%zZ".utf8)

  /// nil: the general way must do it.
  static func text(_ vm: VM, _ date: DateObject, _ format: StrObject) -> StrObject? {
    guard format.isASCII, format.count > 0, format.count < 200 else { return nil }
    let time = date as? DateTimeObject
    if let time, !time.zone.isNone { return nil }
    var expanded: [CChar] = []
    let bytes = format.bytes
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i &+= 1
      if byte == 0 { return nil }
      if byte != 37 {
        expanded.append(CChar(bitPattern: byte))
        continue
      }
      guard i < bytes.count, known.contains(bytes[i]) else { return nil }
      let code = bytes[i]
      i &+= 1
      if code == 0x66 {
        var digits = DigitText()
        digits.put(time?.micro ?? 0, 6)
        expanded += digits.bytes.map { CChar(bitPattern: $0) }
      } else if code != 0x7A && code != 0x5A {
        expanded += [37, CChar(bitPattern: code)]
      }
    }
    if expanded.isEmpty { return vm.emptyString }
    expanded.append(0)
    var p = tm()
    p.tm_year = Int32(date.year - 1900)
    p.tm_mon = Int32(date.month - 1)
    p.tm_mday = Int32(date.day)
    p.tm_hour = Int32(time?.hour ?? 0)
    p.tm_min = Int32(time?.minute ?? 0)
    p.tm_sec = Int32(time?.second ?? 0)
    p.tm_wday = Int32(date.ordinal % 7)
    p.tm_yday = Int32(Calendar.dayOfYear(date.year, date.month, date.day) - 1)
    p.tm_isdst = -1
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2048) { (buffer) -> StrObject? in
      guard let base = buffer.baseAddress else { return nil }
      let n = Glibc.strftime(base, 2048, expanded, &p)
      if n == 0 { return nil }
      return base.withMemoryRebound(to: UInt8.self, capacity: n) {
        StrObject(vm, utf8: UnsafeBufferPointer(start: $0, count: n))
      }
    }
  }
}

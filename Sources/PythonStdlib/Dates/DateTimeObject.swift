import Glibc
import Interpreter

/// `datetime.datetime`.
final class DateTimeObject: DateObject {
  let hour: Int
  let minute: Int
  let second: Int
  let micro: Int
  let fold: Int
  /// The time zone (owned), or None.
  let zone: Slot

  init(
    _ state: DateState, _ type: TypeObject, _ date: (Int, Int, Int), _ hour: Int, _ minute: Int, _ second: Int, _ micro: Int,
    _ zone: Slot, fold: Int
  ) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.micro = micro
    self.fold = fold
    zone.retain()
    self.zone = zone
    super.init(state, type, date.0, date.1, date.2, tracked: zone.isObject)
  }
  deinit { zone.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(zone) }

  static func moment(_ value: Value) -> DateTimeObject? {
    value.native(DateTimeObject.self)
  }

  /// Microseconds since the day before year 1.
  var microseconds: Int {
    (((ordinal &* 24 &+ hour) &* 60 &+ minute) &* 60 &+ second) &* 1_000_000 &+ micro
  }
  /// All fields in one number, in the order of time.
  private var stamp: Int {
    let date = (year &* 16 &+ month) &* 32 &+ day
    let time = (hour &* 64 &+ minute) &* 64 &+ second
    return (date &* (1 << 17) &+ time) &* (1 << 20) &+ micro
  }
  /// An object of a class from microseconds; those of subclasses by calling them.
  static func make(
    _ vm: VM, _ state: DateState, _ type: TypeObject, _ microseconds: Int, _ zone: Slot
  ) throws(Raised) -> Value {
    let day = microseconds / 86_400_000_000
    if microseconds < 0 || day < 1 || day > Calendar.maximumOrdinal { throw vm.overflowError("date value out of range") }
    let rest = microseconds % 86_400_000_000
    let seconds = rest / 1_000_000
    return try make(
      vm, state, type, Calendar.date(day), seconds / 3600, seconds / 60 % 60, seconds % 60, rest % 1_000_000, zone, fold: 0)
  }
  static func make(
    _ vm: VM, _ state: DateState, _ type: TypeObject, _ date: (Int, Int, Int), _ hour: Int, _ minute: Int, _ second: Int,
    _ micro: Int, _ zone: Slot, fold: Int
  ) throws(Raised) -> Value {
    if type === state.dateTimeType {
      return .object(DateTimeObject(state, type, date, hour, minute, second, micro, zone, fold: fold))
    }
    let values: [Value] = [
      .int(date.0), .int(date.1), .int(date.2), .int(hour), .int(minute), .int(second), .int(micro), zone.value,
    ]
    return try vm.call(.object(type), values, keywords: fold == 0 ? [] : [("fold", .int(fold))])
  }

  /// The difference to UTC in microseconds; nil: none.
  func offset(_ vm: VM) throws(Raised) -> Int? {
    if zone.isNone { return nil }
    let made = try DateTimeObject.offsetOf(vm, zone, .object(self), state, "utcoffset")
    guard let delta = made.native(DeltaObject.self) else { return nil }
    return (delta.days &* 86_400 &+ delta.seconds) &* 1_000_000 &+ delta.micros
  }
  /// What `zone.utcoffset` or `zone.dst` answers, checked.
  static func offsetOf(
    _ vm: VM, _ zone: Slot, _ moment: Value, _ state: DateState, _ name: String
  ) throws(Raised) -> Value {
    let made = try vm.callMethod(zone.value, name, [moment])
    if made.isNone { return made }
    guard let delta = made.native(DeltaObject.self) else {
      throw vm.typeError("tzinfo.\(name)() must return None or timedelta, not '\(vm.type(of: made).name)'")
    }
    if delta.days < -1 || delta.days > 0 || (delta.days == -1 && delta.seconds == 0 && delta.micros == 0) {
      throw vm.valueError(
        "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    }
    return made
  }

  // MARK: Text

  func putTime(_ vm: VM, _ text: inout DigitText, _ precision: String) throws(Raised) {
    text.put(hour, 2)
    if precision == "hours" { return }
    text.put(58)
    text.put(minute, 2)
    if precision == "minutes" { return }
    text.put(58)
    text.put(second, 2)
    switch precision {
    case "auto":
      if micro == 0 { return }
      text.put(46)
      text.put(micro, 6)
    case "seconds": return
    case "milliseconds":
      text.put(46)
      text.put(micro / 1000, 3)
    case "microseconds":
      text.put(46)
      text.put(micro, 6)
    default: throw vm.valueError("Unknown timespec value")
    }
  }
  private func isoformat(_ vm: VM, _ separator: UInt32, _ precision: String) throws(Raised) -> StrObject {
    var text = DigitText()
    putDate(&text)
    if separator < 128 { text.put(UInt8(separator)) }
    let place = text.bytes.count
    try putTime(vm, &text, precision)
    if let offset = try offset(vm) {
      text.put(offset < 0 ? 45 : 43)
      let size = Int(offset.magnitude)
      text.put(size / 3_600_000_000, 2)
      text.put(58)
      text.put(size / 60_000_000 % 60, 2)
      let rest = size % 60_000_000
      if rest != 0 {
        text.put(58)
        text.put(rest / 1_000_000, 2)
        if rest % 1_000_000 != 0 {
          text.put(46)
          text.put(rest % 1_000_000, 6)
        }
      }
    }
    if separator < 128 { return StrObject(vm, ascii: text.bytes) }
    var points = text.bytes.map { UInt32($0) }
    points.insert(separator, at: place)
    return StrObject(vm, codePoints: points)
  }
  override func str(_ vm: VM) throws(Raised) -> StrObject? {
    if usesPlainStr(vm) { return nil }
    if hasHeapType { return try vm.str(try vm.callMethod(.object(self), "isoformat", [.object(vm.string(" "))])) }
    return try isoformat(vm, 32, "auto")
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var text = "\(state.shownName(vm, type))(\(year), \(month), \(day), \(hour), \(minute)"
    if second != 0 || micro != 0 { text += ", \(second)" }
    if micro != 0 { text += ", \(micro)" }
    if fold != 0 { text += ", fold=1" }
    if !zone.isNone { text += ", tzinfo=\(try vm.repr(zone.value).string)" }
    return vm.string(text + ")")
  }

  // MARK: Operators

  override func hash(_ vm: VM) throws(Raised) -> Int {
    var key = microseconds
    if !zone.isNone {
      let plain = fold == 0 ? self
        : DateTimeObject(state, state.dateTimeType, (year, month, day), hour, minute, second, micro, zone, fold: 0)
      if let offset = try plain.offset(vm) { key = key &- offset }
    }
    return key == -1 ? -2 : key &* 31 &+ key >> 20
  }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = DateTimeObject.moment(other) else {
      guard let date = DateObject.of(other) else { return nil }
      if comparison == .equal { return .bool(false) }
      if comparison == .notEqual { return .bool(true) }
      throw vm.typeError("can't compare \(vm.qualifiedTypeName(type)) to \(vm.qualifiedTypeName(date.type))")
    }
    let isEquality = comparison == .equal || comparison == .notEqual
    if zone.isSame(as: other.zone) { return .bool(comparison.holds(order(stamp, other.stamp))) }
    let (x, y) = (try offset(vm), try other.offset(vm))
    if isEquality {
      var isAmbiguous = try isAmbiguous(vm, x)
      if !isAmbiguous { isAmbiguous = try other.isAmbiguous(vm, y) }
      if isAmbiguous { return .bool(comparison == .notEqual) }
    }
    if x == y { return .bool(comparison.holds(order(microseconds, other.microseconds))) }
    guard let x, let y else {
      if isEquality { return .bool(comparison == .notEqual) }
      throw vm.typeError("can't compare offset-naive and offset-aware datetimes")
    }
    return .bool(comparison.holds(order(microseconds &- x, other.microseconds &- y)))
  }
  private func order(_ a: Int, _ b: Int) -> Int { a < b ? -1 : a > b ? 1 : 0 }
  /// Tells whether the difference to UTC depends on the fold: then the moment equals none in another zone.
  private func isAmbiguous(_ vm: VM, _ known: Int?) throws(Raised) -> Bool {
    if zone.isNone { return false }
    let made = DateTimeObject(
      state, state.dateTimeType, (year, month, day), hour, minute, second, micro, zone, fold: 1 &- fold)
    return try made.offset(vm) != known
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op == .add || op == .subtract else { return nil }
    if let delta = other.native(DeltaObject.self) {
      if reflected && op == .subtract { return nil }
      let seconds = delta.days &* 86_400 &+ delta.seconds
      guard seconds.magnitude < 1 << 42 else { throw vm.overflowError("date value out of range") }
      let total = seconds &* 1_000_000 &+ delta.micros
      let moved = op == .add ? microseconds &+ total : microseconds &- total
      return try DateTimeObject.make(vm, state, type, moved, zone)
    }
    guard op == .subtract, let other = DateTimeObject.moment(other) else { return nil }
    let (a, b) = reflected ? (other, self) : (self, other)
    var difference = a.microseconds &- b.microseconds
    if !a.zone.isSame(as: b.zone) {
      let (x, y) = (try a.offset(vm), try b.offset(vm))
      if x != y {
        guard let x, let y else { throw vm.typeError("can't subtract offset-naive and offset-aware datetimes") }
        difference = difference &+ y &- x
      }
    }
    return .object(try state.delta(vm, Int128(difference)))
  }

  // MARK: Moments

  /// Seconds and microseconds of a POSIX timestamp.
  static func timestamp(_ vm: VM, _ value: Value, rounding: Bool) throws(Raised) -> (Int, Int) {
    func outside() -> Raised { vm.overflowError("timestamp out of range for platform time_t") }
    guard value.kind == .float else {
      guard case .int(let i) = try vm.indexValue(value) else { throw outside() }
      return (i, 0)
    }
    let f = try vm.double(value)
    if f.isNaN { throw vm.valueError("Invalid value NaN (not a number)") }
    if f.magnitude > 9e18 { throw outside() }
    if !rounding { return (Int(f.rounded(.down)), 0) }
    let whole = f.rounded(.towardZero)
    var micro = Int(((f - whole) * 1e6).rounded(.toNearestOrEven))
    var seconds = Int(whole)
    if micro < 0 {
      micro += 1_000_000
      seconds &-= 1
    } else if micro >= 1_000_000 {
      micro -= 1_000_000
      seconds &+= 1
    }
    return (seconds, micro)
  }

  /// The reading of a clock at a moment as an object of a class.
  static func at(
    _ vm: VM, _ state: DateState, _ cls: TypeObject, _ seconds: Int, _ micro: Int, utc: Bool, zone: Value
  ) throws(Raised) -> Value {
    guard seconds.magnitude < 1 << 56, let p = Calendar.parts(seconds, utc: utc) else {
      throw vm.valueError("year is out of range")
    }
    let date = (Int(p.tm_year) + 1900, Int(p.tm_mon) + 1, Int(p.tm_mday))
    try state.checkDate(vm, date.0, date.1, date.2)
    var fold = 0
    if zone.isNone && !utc, let here = Calendar.local(seconds), let before = Calendar.local(seconds &- 86_400) {
      // The clock was set back within the last day, and it shows this reading for the second time.
      let jump = here &- before &- 86_400
      if jump < 0, Calendar.local(seconds &+ jump) == here { fold = 1 }
    }
    let slot = zone.borrowed
    let made = try make(
      vm, state, cls, date, Int(p.tm_hour), Int(p.tm_min), min(Int(p.tm_sec), 59), micro, slot, fold: fold)
    if zone.isNone { return made }
    return try vm.callMethod(zone, "fromutc", [made])
  }

  // MARK: Declaration

  static func declareMoments(_ type: TypeObject, _ vm: VM, _ state: DateState) {
    type.new = { [unowned(unsafe) state] (vm, cls, args) throws(Raised) in
      if args.count >= 1, args.count <= 2, args.keywordNames == nil,
        let bytes = try pickled(vm, args[0], 10, "datetime"), bytes[2] & 0x7F >= 1, bytes[2] & 0x7F <= 12
      {
        return try restored(vm, state, cls, bytes, args.count > 1 ? args[1] : .none)
      }
      if args.positionalCount > 8 {
        throw vm.typeError("function takes at most 8 positional arguments (\(args.positionalCount) given)")
      }
      return try vm.bind(
        args,
        "function(year=..., month=..., day=..., hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)"
      ) { (args) throws(Raised) in
        try required(vm, args)
        func field(_ k: Int) throws(Raised) -> Int {
          args.slot(k).isInt && args.slot(k).asInt.magnitude < 1 << 30 ? args.slot(k).asInt : try state.field(vm, args[k])
        }
        let date = (try field(0), try field(1), try field(2))
        let (hour, minute, second, micro) = (try field(3), try field(4), try field(5), try field(6))
        let fold = try field(8)
        try state.checkDate(vm, date.0, date.1, date.2)
        try state.checkTime(vm, hour, minute, second, micro, fold)
        try state.checkZone(vm, args[7])
        return .object(DateTimeObject(state, cls, date, hour, minute, second, micro, args.slot(7), fold: fold))
      }
    }
  }
  private static func restored(
    _ vm: VM, _ state: DateState, _ cls: TypeObject, _ b: [UInt8], _ zone: Value
  ) throws(Raised) -> Value {
    if !zone.isNone {
      guard let zoneType = state.zoneType, vm.type(of: zone).isSubtype(of: zoneType) else {
        throw vm.typeError("bad tzinfo state arg")
      }
    }
    let date = (Int(b[0]) << 8 | Int(b[1]), Int(b[2] & 0x7F), Int(b[3]))
    let micro = Int(b[7]) << 16 | Int(b[8]) << 8 | Int(b[9])
    return .object(DateTimeObject(
      state, cls, date, Int(b[4]), Int(b[5]), Int(b[6]), micro, zone.borrowed, fold: Int(b[2] >> 7)))
  }

  static func populateMoments(_ type: TypeObject, _ vm: VM, _ state: DateState) {
    type.specials(vm, [.repr, .str, .hash, .eq, .ne, .lt, .le, .gt, .ge, .add, .radd, .sub, .rsub])
    func attribute(_ name: String, _ get: @escaping (DateTimeObject) -> Value) {
      type.attribute(vm, name, get: { (_, v) in moment(v).map { get($0) } ?? .none })
    }
    attribute("hour") { .int($0.hour) }
    attribute("minute") { .int($0.minute) }
    attribute("second") { .int($0.second) }
    attribute("microsecond") { .int($0.micro) }
    attribute("fold") { .int($0.fold) }
    attribute("tzinfo") { $0.zone.value }
    type.method(vm, "isoformat(self, /, sep='T', timespec='auto')", "[sep] -> string in ISO 8601 format.") {
      (vm, args) throws(Raised) in
      guard let me = moment(args[0]) else { return .none }
      guard let separator = args[1].asStr, separator.count == 1 else {
        let what = vm.type(of: args[1]).name
        throw vm.typeError("isoformat() argument 1 must be a unicode character, not \(what)")
      }
      guard let precision = args[2].asStr else {
        throw vm.typeError("isoformat() argument 2 must be str, not \(vm.type(of: args[2]).name)")
      }
      return .object(try me.isoformat(vm, separator[0], precision.string))
    }
    for name in ["utcoffset", "dst"] {
      type.method(vm, "\(name)(self, /)", "Return self.tzinfo.\(name)(self).") {
        [unowned(unsafe) state] (vm, args) throws(Raised) in
        guard let me = moment(args[0]), !me.zone.isNone else { return .none }
        return try offsetOf(vm, me.zone, args[0], state, name)
      }
    }
    type.method(vm, "tzname(self, /)", "Return self.tzinfo.tzname(self).") { (vm, args) throws(Raised) in
      guard let me = moment(args[0]), !me.zone.isNone else { return .none }
      let made = try vm.callMethod(me.zone.value, "tzname", [args[0]])
      if !made.isNone && made.asStr == nil {
        throw vm.typeError("tzinfo.tzname() must return None or a string, not '\(vm.type(of: made).name)'")
      }
      return made
    }
    type.method(vm, "date(self, /)", "The day.") {
      [unowned(unsafe) state] (_, args) throws(Raised) in
      guard let me = moment(args[0]) else { return .none }
      return .object(DateObject(state, state.dateType, me.year, me.month, me.day))
    }
    type.method(vm, "timestamp(self, /)", "Return POSIX timestamp as float.") { (vm, args) throws(Raised) in
      guard let me = moment(args[0]) else { return .none }
      let epoch = 719_163 * 86_400 * 1_000_000
      let reading = me.microseconds &- epoch
      guard me.zone.isNone else {
        let offset = try me.offset(vm) ?? 0
        return .float(Double(reading &- offset) / 1e6)
      }
      let seconds = (reading &- me.micro) / 1_000_000
      guard let moment = Calendar.moment(seconds, fold: me.fold) else {
        throw vm.valueError("year is out of range")
      }
      return .float(Double(moment) + Double(me.micro) / 1e6)
    }
    type.method(
      vm,
      "replace(self, /, year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)",
      "Return datetime with new specified fields."
    ) { [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let me = moment(args[0]) else { return .none }
      var numbers = [me.year, me.month, me.day, me.hour, me.minute, me.second, me.micro]
      for k in 0..<7 where args.has(k + 1) { numbers[k] = try state.field(vm, args[k + 1]) }
      let fold = args.has(9) ? try state.field(vm, args[9]) : me.fold
      try state.checkDate(vm, numbers[0], numbers[1], numbers[2])
      try state.checkTime(vm, numbers[3], numbers[4], numbers[5], numbers[6], fold)
      if args.has(8) { try state.checkZone(vm, args[8]) }
      return try make(
        vm, state, me.type, (numbers[0], numbers[1], numbers[2]), numbers[3], numbers[4], numbers[5], numbers[6],
        args.has(8) ? args.slot(8) : me.zone, fold: fold)
    }
    type.method(vm, "__reduce_ex__(self, protocol, /)", "__reduce_ex__(proto) -> (cls, state)") { (vm, args) throws(Raised) in
      try reduced(vm, args[0], try vm.index(args[1]))
    }
    type.method(vm, "__reduce__(self, /)", "__reduce__() -> (cls, state)") { (vm, args) throws(Raised) in
      try reduced(vm, args[0], 2)
    }
    type.classMethod(vm, "now(cls, /, tz=None)", "Returns new datetime object representing current time local to tz.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let cls = args[0].asType else { return .none }
      try state.checkZone(vm, args[1])
      var spec = timespec()
      clock_gettime(CLOCK_REALTIME, &spec)
      return try at(vm, state, cls, spec.tv_sec, spec.tv_nsec / 1000, utc: !args[1].isNone, zone: args[1])
    }
    type.classMethod(vm, "utcnow(cls, /)", "Return a new datetime representing UTC day and time.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let cls = args[0].asType else { return .none }
      var spec = timespec()
      clock_gettime(CLOCK_REALTIME, &spec)
      return try at(vm, state, cls, spec.tv_sec, spec.tv_nsec / 1000, utc: true, zone: .none)
    }
    type.classMethod(
      vm, "fromtimestamp(cls, /, timestamp, tz=None)", "timestamp[, tz] -> tz's local time from POSIX timestamp."
    ) { [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let cls = args[0].asType else { return .none }
      try state.checkZone(vm, args[2])
      let (seconds, micro) = try timestamp(vm, args[1], rounding: true)
      return try at(vm, state, cls, seconds, micro, utc: !args[2].isNone, zone: args[2])
    }
    type.classMethod(vm, "utcfromtimestamp(cls, timestamp, /)", "Construct a naive UTC datetime from a POSIX timestamp.") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      guard let cls = args[0].asType else { return .none }
      let (seconds, micro) = try timestamp(vm, args[1], rounding: true)
      return try at(vm, state, cls, seconds, micro, utc: true, zone: .none)
    }
    type.classMethod(vm, "fromisoformat(cls, date_string, /)", "string -> datetime from a string in most ISO 8601 formats") {
      [unowned(unsafe) state] (vm, args) throws(Raised) in
      if let cls = args[0].asType, let text = args[1].asStr, let n = plain(text) {
        return try make(vm, state, cls, n.date, n.hour, n.minute, n.second, n.micro, .none, fold: 0)
      }
      return try state.helper(vm, "fromisoformat", [args[0], args[1]])
    }
  }

  /// The moment of `YYYY-MM-DD[THH:MM[:SS[.ffffff]]]`; nil: look closer.
  static func plain(_ text: StrObject) -> (date: (Int, Int, Int), hour: Int, minute: Int, second: Int, micro: Int)? {
    let n = text.count
    guard text.isASCII, n == 10 || n == 16 || n == 19 || n == 23 || n == 26 else { return nil }
    let b = text.bytes
    // Negative where one of the characters is no digit.
    func number(_ at: Int, _ width: Int) -> Int {
      var total = 0
      for i in at..<(at &+ width) {
        let digit = Int(b[i]) &- 48
        if digit < 0 || digit > 9 { return -1 }
        total = total &* 10 &+ digit
      }
      return total
    }
    guard b[4] == 45, b[7] == 45 else { return nil }
    let date = (number(0, 4), number(5, 2), number(8, 2))
    var (hour, minute, second, micro) = (0, 0, 0, 0)
    if n > 10 {
      guard b[13] == 58, b[10] < 48 || b[10] > 57, b[10] != 45 else { return nil }
      (hour, minute) = (number(11, 2), number(14, 2))
    }
    if n > 16 {
      guard b[16] == 58 else { return nil }
      second = number(17, 2)
    }
    if n > 19 {
      guard b[19] == 46 else { return nil }
      micro = n == 23 ? number(20, 3) &* 1000 : number(20, 6)
    }
    guard date.0 >= 1, date.1 >= 1, date.1 <= 12, date.2 >= 1, date.2 <= Calendar.length(date.0, date.1),
      hour >= 0, hour < 24, minute >= 0, minute < 60, second >= 0, second < 60, micro >= 0
    else { return nil }
    return (date, hour, minute, second, micro)
  }

  private static func reduced(_ vm: VM, _ value: Value, _ version: Int) throws(Raised) -> Value {
    guard let me = moment(value) else { return .none }
    let month = UInt8(me.month) | (me.fold != 0 && version > 3 ? 0x80 : 0)
    let bytes: [UInt8] = [
      UInt8(me.year >> 8), UInt8(me.year & 255), month, UInt8(me.day), UInt8(me.hour), UInt8(me.minute), UInt8(me.second),
      UInt8(me.micro >> 16), UInt8(me.micro >> 8 & 255), UInt8(me.micro & 255),
    ]
    var state: [Value] = [vm.makeBytes(bytes)]
    if !me.zone.isNone { state.append(me.zone.value) }
    return .object(TupleObject.make(vm, [.object(me.type), .object(TupleObject.make(vm, state))]))
  }
}

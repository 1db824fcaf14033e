import Glibc
import Interpreter

/// `time`.
enum TimeModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "time", doc: "Clocks and dates.")
    clocks(vm, module)
    module.function(vm, "sleep(seconds, /)", "Waits; interruptible.") { (vm, args) throws(Raised) in
      try sleep(vm, args[0])
      return .none
    }
    calendar(vm, module)
    zones(vm, module)
    return module
  }

  private static func zones(_ vm: VM, _ module: ModuleObject) {
    // January and July tell standard and daylight saving time, in either hemisphere.
    var first = tm()
    var second = tm()
    var seconds = Glibc.time(nil)
    localtime_r(&seconds, &first)
    var january = tm(), july = tm()
    january.tm_year = first.tm_year
    january.tm_mday = 1
    january.tm_isdst = -1
    july = january
    july.tm_mon = 6
    _ = mktime(&january)
    _ = mktime(&july)
    first = january.tm_gmtoff <= july.tm_gmtoff ? january : july
    second = january.tm_gmtoff <= july.tm_gmtoff ? july : january
    func name(_ parts: tm) -> Value { .object(vm.string(parts.tm_zone.map { String(cString: $0) } ?? "UTC")) }
    module.constant(vm, "timezone", .int(-first.tm_gmtoff))
    module.constant(vm, "altzone", .int(-second.tm_gmtoff))
    module.constant(vm, "daylight", .int(first.tm_gmtoff == second.tm_gmtoff ? 0 : 1))
    module.constant(vm, "tzname", .object(TupleObject.make(vm, [name(first), name(second)])))
  }

  private static func now(_ clock: clockid_t) -> Int {
    var spec = timespec()
    clock_gettime(clock, &spec)
    return spec.tv_sec &* 1_000_000_000 &+ spec.tv_nsec
  }

  private static func clocks(_ vm: VM, _ module: ModuleObject) {
    let list: [(String, clockid_t)] = [
      ("time", CLOCK_REALTIME), ("perf_counter", CLOCK_MONOTONIC), ("monotonic", CLOCK_MONOTONIC),
      ("process_time", CLOCK_PROCESS_CPUTIME_ID), ("thread_time", CLOCK_THREAD_CPUTIME_ID),
    ]
    for (name, clock) in list {
      module.function(vm, "\(name)()", "Seconds as a float.") { (_, _) in .float(Double(now(clock)) / 1e9) }
      module.function(vm, "\(name)_ns()", "Nanoseconds as an int.") { (_, _) in .int(now(clock)) }
    }
    module.function(vm, "get_clock_info(name, /)", "What a clock is made of.") { (vm, args) throws(Raised) in
      guard let name = args[0].asStr else {
        throw vm.typeError("get_clock_info() argument 1 must be str, not \(vm.type(of: args[0]).name)")
      }
      guard let clock = list.first(where: { $0.0 == name.string }) else { throw vm.valueError("unknown clock") }
      let isWall = clock.0 == "time"
      let function = ["thread_time": "CLOCK_THREAD_CPUTIME_ID", "process_time": "CLOCK_PROCESS_CPUTIME_ID",
        "time": "CLOCK_REALTIME"][clock.0] ?? "CLOCK_MONOTONIC"
      return vm.simpleNamespace([
        ("implementation", .object(vm.string("clock_gettime(\(function))"))), ("monotonic", .bool(!isWall)),
        ("adjustable", .bool(isWall)), ("resolution", .float(1e-9)),
      ])
    }
    for (name, clock) in [
      ("CLOCK_REALTIME", CLOCK_REALTIME), ("CLOCK_MONOTONIC", CLOCK_MONOTONIC),
      ("CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW), ("CLOCK_BOOTTIME", CLOCK_BOOTTIME),
      ("CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID), ("CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID),
    ] { module.constant(vm, name, .int(Int(clock))) }
    for suffix in ["", "_ns"] {
      module.function(vm, "clock_gettime\(suffix)(clk_id, /)", "Time of a clock.") { (vm, args) throws(Raised) in
        var spec = timespec()
        guard let id = clockid_t(exactly: try vm.index(args[0])), clock_gettime(id, &spec) == 0 else {
          throw vm.raised(vm.types.osError, arguments: [.int(22), .object(vm.string("Invalid argument"))])
        }
        let ns = spec.tv_sec &* 1_000_000_000 &+ spec.tv_nsec
        return suffix.isEmpty ? .float(Double(ns) / 1e9) : .int(ns)
      }
    }
    module.function(vm, "clock_getres(clk_id, /)", "Resolution of a clock.") { (_, _) in .float(1e-9) }
  }

  /// Waits in pieces, short ones where an interrupt may come.
  private static func sleep(_ vm: VM, _ value: Value) throws(Raised) {
    // What is no float must be an integer.
    let seconds = value.kind == .float ? try vm.double(value) : Double(try vm.index(value))
    if seconds.isNaN { throw vm.valueError("Invalid value NaN (not a number)") }
    if seconds < 0 { throw vm.valueError("sleep length must be non-negative") }
    if seconds > 9.2e9 { throw vm.overflowError("timestamp too large to convert to C _PyTime_t") }
    let end = now(CLOCK_MONOTONIC) &+ Int(seconds * 1e9)
    while true {
      try vm.checkInterrupt()
      let rest = end &- now(CLOCK_MONOTONIC)
      if rest <= 0 { return }
      let piece = min(rest, vm.hearsInterrupts ? 5_000_000 : 250_000_000)
      vm.withoutLock {
        var spec = timespec(tv_sec: 0, tv_nsec: piece)
        nanosleep(&spec, nil)
      }
    }
  }

  // MARK: Calendar

  private static let fields = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
  ]

  /// `time.struct_time`, with the zone that the calendar has at that moment.
  private static func structTime(_ vm: VM) -> TypeObject {
    let type = StructSequence.type(vm, "struct_time", module: "time", fields: fields, isOpen: true)
    type.constant(vm, "n_fields", .int(11))
    type.attribute(vm, "tm_zone", get: { (vm, v) throws(Raised) in
      var p = try parts(vm, v)
      if p.tm_isdst < 0 { return .none }
      _ = mktime(&p)
      return p.tm_zone.map { .object(vm.string(String(cString: $0))) } ?? .none
    })
    type.attribute(vm, "tm_gmtoff", get: { (vm, v) throws(Raised) in
      var p = try parts(vm, v)
      if p.tm_isdst < 0 { return .none }
      _ = mktime(&p)
      return .int(p.tm_gmtoff)
    })
    return type
  }

  private static func record(_ vm: VM, _ type: TypeObject, _ parts: tm) -> Value {
    let numbers: [Int] = [
      Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour), Int(parts.tm_min),
      Int(parts.tm_sec), (Int(parts.tm_wday) + 6) % 7, Int(parts.tm_yday) + 1, Int(parts.tm_isdst),
    ]
    return .object(TupleObject(vm, numbers.map { .int($0) }, type: type))
  }

  /// The fields checked as `strftime` and `asctime` want them.
  private static func checked(_ vm: VM, _ value: Value) throws(Raised) -> tm {
    var p = try parts(vm, value)
    if p.tm_mon == -1 { p.tm_mon = 0 }
    if p.tm_mday == 0 { p.tm_mday = 1 }
    if p.tm_yday == -1 { p.tm_yday = 0 }
    if p.tm_mon < 0 || p.tm_mon > 11 { throw vm.valueError("month out of range") }
    if p.tm_mday < 1 || p.tm_mday > 31 { throw vm.valueError("day of month out of range") }
    if p.tm_hour < 0 || p.tm_hour > 23 { throw vm.valueError("hour out of range") }
    if p.tm_min < 0 || p.tm_min > 59 { throw vm.valueError("minute out of range") }
    if p.tm_sec < 0 || p.tm_sec > 61 { throw vm.valueError("seconds out of range") }
    if p.tm_wday < 0 { throw vm.valueError("day of week out of range") }
    if p.tm_yday < 0 || p.tm_yday > 365 { throw vm.valueError("day of year out of range") }
    return p
  }

  private static func parts(_ vm: VM, _ value: Value) throws(Raised) -> tm {
    guard let tuple = value.asTuple else { throw vm.typeError("Tuple or struct_time argument required") }
    let items = tuple.values
    guard items.count >= 9 else { throw vm.typeError("time tuple must have 9 items") }
    var n: [Int32] = []
    for item in items.prefix(9) {
      guard let small = Int32(exactly: try vm.index(item)) else {
        throw vm.overflowError("signed integer is greater than maximum")
      }
      n.append(small)
    }
    if n[0] < Int32.min &+ 1900 { throw vm.overflowError("year out of range") }
    var result = tm()
    result.tm_year = n[0] &- 1900
    result.tm_mon = n[1] &- 1
    result.tm_mday = n[2]
    result.tm_hour = n[3]
    result.tm_min = n[4]
    result.tm_sec = n[5]
    result.tm_wday = (n[6] &+ 1) % 7
    result.tm_yday = n[7] &- 1
    result.tm_isdst = n[8]
    return result
  }

  private static func moment(_ vm: VM, _ value: Value) throws(Raised) -> time_t {
    if value.isNone { return Glibc.time(nil) }
    if case .int(let i) = value { return i }
    guard value.kind == .float else { return try vm.index(value) }
    let seconds = try vm.double(value)
    if seconds.isNaN { throw vm.valueError("Invalid value NaN (not a number)") }
    guard let whole = time_t(exactly: seconds.rounded(.down)) else {
      throw vm.overflowError("timestamp out of range for platform time_t")
    }
    return whole
  }

  private static func calendar(_ vm: VM, _ module: ModuleObject) {
    let type = structTime(vm)
    module.constant(vm, "struct_time", .object(type))
    module.function(vm, "localtime(seconds=None, /)", "Local time of a moment.") { (vm, args) throws(Raised) in
      var t = try moment(vm, args[0])
      var made = tm()
      if localtime_r(&t, &made) == nil { throw vm.raised(vm.types.osError, arguments: [.int(Int(EOVERFLOW)), .object(vm.string("Value too large for defined data type"))]) }
      return record(vm, type, made)
    }
    module.function(vm, "gmtime(seconds=None, /)", "UTC of a moment.") { (vm, args) throws(Raised) in
      var t = try moment(vm, args[0])
      var made = tm()
      if gmtime_r(&t, &made) == nil { throw vm.raised(vm.types.osError, arguments: [.int(Int(EOVERFLOW)), .object(vm.string("Value too large for defined data type"))]) }
      return record(vm, type, made)
    }
    module.function(vm, "mktime(tuple, /)", "Seconds of a local time.") { (vm, args) throws(Raised) in
      var p = try parts(vm, args[0])
      p.tm_wday = -1
      let seconds = mktime(&p)
      if seconds == -1 && p.tm_wday == -1 { throw vm.overflowError("mktime argument out of range") }
      return .float(Double(seconds))
    }
    module.function(vm, "strftime(format, tuple=None, /)", "Formats a time.") { (vm, args) throws(Raised) in
      var t = Glibc.time(nil)
      var p = tm()
      if args[1].isNone { localtime_r(&t, &p) } else { p = try checked(vm, args[1]) }
      guard let format = args[0].asStr else {
        throw vm.typeError("strftime() argument 1 must be str, not \(vm.type(of: args[0]).name)")
      }
      return .object(vm.string(text(format.string, &p)))
    }
    module.function(vm, "strptime(string, format='%a %b %d %H:%M:%S %Y', /)", "Reads a time by a format.") {
      (vm, args) throws(Raised) in
      try vm.callMethod(
        try vm.importModule("_strptime", fromList: .object(vm.emptyTuple)), "_strptime_time", [args[0], args[1]])
    }
    module.function(vm, "tzset()", "Takes the zone of the environment's TZ.") { (vm, _) in
      tzset()
      zones(vm, module)
      return .none
    }
    for (name, format) in [("asctime", "%a %b %e %H:%M:%S %Y"), ("ctime", "%a %b %e %H:%M:%S %Y")] {
      module.function(vm, "\(name)(value=None, /)", "Text of a time.") { (vm, args) throws(Raised) in
        var p = tm()
        if name == "asctime" && !args[0].isNone {
          p = try checked(vm, args[0])
        } else {
          var t = try moment(vm, name == "asctime" ? .none : args[0])
          if localtime_r(&t, &p) == nil { throw vm.overflowError("timestamp out of range for platform time_t") }
        }
        return .object(vm.string(text(format, &p)))
      }
    }
  }

  private static func text(_ format: String, _ parts: inout tm) -> String {
    if format.isEmpty { return "" }
    var buffer = [CChar](repeating: 0, count: 1024)
    let n = strftime(&buffer, buffer.count, format, &parts)
    return String(decoding: buffer[0..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

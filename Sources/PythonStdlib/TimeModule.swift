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
    var now = Glibc.time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    module.constant(vm, "timezone", .int(-parts.tm_gmtoff))
    module.constant(vm, "daylight", .int(Int(parts.tm_isdst)))
    let zone = parts.tm_zone.map { String(cString: $0) } ?? "UTC"
    module.constant(vm, "tzname", .object(TupleObject(vm, [.object(vm.string(zone)), .object(vm.string(zone))])))
    return module
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
  }

  /// Waits in pieces of 5 ms, so that an interrupt is seen soon.
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
      let piece = min(rest, 5_000_000)
      vm.withoutLock {
        var spec = timespec(tv_sec: 0, tv_nsec: piece)
        nanosleep(&spec, nil)
      }
    }
  }

  // MARK: Calendar

  private static func record(_ vm: VM, _ parts: tm) -> Value {
    SysModule.record(
      vm, "struct_time",
      [
        ("tm_year", .int(Int(parts.tm_year) + 1900)), ("tm_mon", .int(Int(parts.tm_mon) + 1)),
        ("tm_mday", .int(Int(parts.tm_mday))), ("tm_hour", .int(Int(parts.tm_hour))),
        ("tm_min", .int(Int(parts.tm_min))), ("tm_sec", .int(Int(parts.tm_sec))),
        ("tm_wday", .int((Int(parts.tm_wday) + 6) % 7)), ("tm_yday", .int(Int(parts.tm_yday) + 1)),
        ("tm_isdst", .int(Int(parts.tm_isdst))),
      ])
  }

  private static func parts(_ vm: VM, _ value: Value) throws(Raised) -> tm {
    let items = try vm.list(of: value)
    guard items.count >= 9 else { throw vm.typeError("Tuple or struct_time argument required") }
    var n: [Int32] = []
    for item in items.prefix(9) { n.append(Int32(truncatingIfNeeded: try vm.index(item))) }
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
    value.isNone ? Glibc.time(nil) : time_t(try vm.double(value).rounded(.down))
  }

  private static func calendar(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "localtime(seconds=None, /)", "Local time of a moment.") { (vm, args) throws(Raised) in
      var t = try moment(vm, args[0])
      var made = tm()
      localtime_r(&t, &made)
      return record(vm, made)
    }
    module.function(vm, "gmtime(seconds=None, /)", "UTC of a moment.") { (vm, args) throws(Raised) in
      var t = try moment(vm, args[0])
      var made = tm()
      gmtime_r(&t, &made)
      return record(vm, made)
    }
    module.function(vm, "mktime(tuple, /)", "Seconds of a local time.") { (vm, args) throws(Raised) in
      var p = try parts(vm, args[0])
      return .float(Double(mktime(&p)))
    }
    module.function(vm, "strftime(format, tuple=None, /)", "Formats a time.") { (vm, args) throws(Raised) in
      var t = Glibc.time(nil)
      var p = tm()
      if args[1].isNone { localtime_r(&t, &p) } else { p = try parts(vm, args[1]) }
      guard let format = args[0].asStr else {
        throw vm.typeError("strftime() argument 1 must be str, not \(vm.type(of: args[0]).name)")
      }
      return .object(vm.string(text(format.string, &p)))
    }
    for (name, format) in [("asctime", "%a %b %e %H:%M:%S %Y"), ("ctime", "%a %b %e %H:%M:%S %Y")] {
      module.function(vm, "\(name)(value=None, /)", "Text of a time.") { (vm, args) throws(Raised) in
        var p = tm()
        if name == "asctime" && !args[0].isNone {
          p = try parts(vm, args[0])
        } else {
          var t = try moment(vm, name == "asctime" ? .none : args[0])
          localtime_r(&t, &p)
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

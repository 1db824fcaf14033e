import Glibc
import Interpreter

/// `resource`: what a process has used, and how much it may use.
enum ResourceModule {
  private static let limits: [(String, Int)] = [
    ("CPU", 0), ("FSIZE", 1), ("DATA", 2), ("STACK", 3), ("CORE", 4), ("RSS", 5), ("NPROC", 6), ("NOFILE", 7),
    ("OFILE", 7), ("MEMLOCK", 8), ("AS", 9), ("SIGPENDING", 11), ("MSGQUEUE", 12), ("NICE", 13), ("RTPRIO", 14),
    ("RTTIME", 15),
  ]
  /// Linux has limits of 0 to 15.
  private static let mostLimits = 16

  private static let fields = [
    "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
    "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
  ]

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "resource", doc: "Usage of resources and limits of it.")
    for (name, number) in limits { module.constant(vm, "RLIMIT_\(name)", .int(number)) }
    module.constant(vm, "RLIM_INFINITY", .int(-1))
    for (name, number) in [("SELF", 0), ("CHILDREN", -1), ("THREAD", 1)] {
      module.constant(vm, "RUSAGE_\(name)", .int(number))
    }
    module.constant(vm, "error", .object(vm.types.osError))
    let usage = StructSequence.type(vm, "struct_rusage", module: "resource", fields: fields, isOpen: true)
    module.constant(vm, "struct_rusage", .object(usage))

    module.function(vm, "getrusage(who, /)", "What the process, its children or the thread have used.") {
      (vm, args) throws(Raised) in
      var used = rusage()
      if Glibc.getrusage(Int32(truncatingIfNeeded: try vm.index(args[0])), &used) < 0 {
        if errno == EINVAL { throw vm.valueError("invalid who parameter") }
        throw PosixModule.error(vm, nil)
      }
      return .object(TupleObject(vm, values(used), type: usage))
    }
    module.function(vm, "getrlimit(resource, /)", "The soft and the hard limit of a resource.") {
      (vm, args) throws(Raised) in
      try exchange(vm, process: 0, args[0], nil)
    }
    module.function(vm, "setrlimit(resource, limits, /)", "Sets the soft and the hard limit of a resource.") {
      (vm, args) throws(Raised) in
      _ = try exchange(vm, process: 0, args[0], args[1])
      return .none
    }
    module.function(vm, "prlimit(pid, resource, limits=None, /)", "Sets limits of a process: the old ones.") {
      (vm, args) throws(Raised) in
      let process = pid_t(truncatingIfNeeded: try vm.index(args[0]))
      if process != 0 && process != Glibc.getpid() { try vm.refuseInSandbox("limits of other programs") }
      return try exchange(vm, process: process, args[1], args[2].isNone ? nil : args[2])
    }
    module.function(vm, "getpagesize()", "Bytes in a page of memory.") { (_, _) in .int(Int(Glibc.getpagesize())) }
    return module
  }

  /// The fields of what was used.
  static func values(_ used: rusage) -> [Value] {
    func seconds(_ time: timeval) -> Value { .float(Double(time.tv_sec) + Double(time.tv_usec) * 1e-6) }
    let counts = [
      used.ru_maxrss, used.ru_ixrss, used.ru_idrss, used.ru_isrss, used.ru_minflt, used.ru_majflt, used.ru_nswap,
      used.ru_inblock, used.ru_oublock, used.ru_msgsnd, used.ru_msgrcv, used.ru_nsignals, used.ru_nvcsw, used.ru_nivcsw,
    ]
    return [seconds(used.ru_utime), seconds(used.ru_stime)] + counts.map { .int($0) }
  }

  /// Sets new limits, if any: the old ones as a pair.
  private static func exchange(
    _ vm: VM, process: pid_t, _ resource: Value, _ limits: Value?
  ) throws(Raised) -> Value {
    let number = try vm.index(resource)
    if number < 0 || number >= mostLimits { throw vm.valueError("invalid resource specified") }
    var new = rlimit()
    if let limits {
      let pair = try vm.list(of: limits)
      if pair.count != 2 { throw vm.valueError("expected a tuple of 2 integers") }
      new.rlim_cur = rlim_t(bitPattern: try vm.index(pair[0]))
      new.rlim_max = rlim_t(bitPattern: try vm.index(pair[1]))
    }
    var old = rlimit()
    let status = withUnsafePointer(to: &new) { changeLimit(process, Int32(number), limits == nil ? nil : $0, &old) }
    if status < 0 {
      if limits != nil && errno == EINVAL { throw vm.valueError("current limit exceeds maximum limit") }
      if limits != nil && errno == EPERM && process == 0 { throw vm.valueError("not allowed to raise maximum limit") }
      throw PosixModule.error(vm, nil)
    }
    func shown(_ limit: rlim_t) -> Value { .int(Int(truncatingIfNeeded: limit)) }
    return .object(TupleObject.make(vm, [shown(old.rlim_cur), shown(old.rlim_max)]))
  }
}

// prlimit, which Glibc shows to _GNU_SOURCE only.
@_silgen_name("prlimit")
private func changeLimit(
  _ process: pid_t, _ resource: Int32, _ new: UnsafePointer<rlimit>?, _ old: UnsafeMutablePointer<rlimit>?
) -> Int32

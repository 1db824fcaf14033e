import Glibc
import Interpreter

/// `_terminal`: what `termios.py` asks the system, and the terminals that programs make.
///
/// What fails is answered by a tuple of three: the number of the error, its text and None.
enum TerminalModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_terminal", doc: "Settings of terminals.")
    module.function(vm, "get(fd, /)", "The settings of a terminal.") { (vm, args) throws(Raised) in
      var settings = termios()
      if tcgetattr(try descriptor(vm, args[0]), &settings) < 0 { return failure(vm) }
      let keys = withUnsafeBytes(of: settings.c_cc) { Array($0) }
      return .object(
        TupleObject(
          vm,
          [
            .int(Int(settings.c_iflag)), .int(Int(settings.c_oflag)), .int(Int(settings.c_cflag)),
            .int(Int(settings.c_lflag)), .int(Int(cfgetispeed(&settings))), .int(Int(cfgetospeed(&settings))),
            vm.makeBytes(keys),
          ]))
    }
    module.function(
      vm, "set(fd, when, iflag, oflag, cflag, lflag, ispeed, ospeed, keys, /)", "Sets the settings of a terminal."
    ) { (vm, args) throws(Raised) in
      try vm.refuseInSandbox("settings of terminals")
      let fd = try descriptor(vm, args[0])
      var settings = termios()
      if tcgetattr(fd, &settings) < 0 { return failure(vm) }
      func flag(_ k: Int) throws(Raised) -> UInt32 { UInt32(truncatingIfNeeded: try vm.index(args[k])) }
      settings.c_iflag = try flag(2)
      settings.c_oflag = try flag(3)
      settings.c_cflag = try flag(4)
      settings.c_lflag = try flag(5)
      let keys = try vm.bytesArgument(args[8])
      withUnsafeMutableBytes(of: &settings.c_cc) { place in
        for k in 0..<min(place.count, keys.count) { place[k] = keys[k] }
      }
      if cfsetispeed(&settings, try flag(6)) < 0 { return failure(vm) }
      if cfsetospeed(&settings, try flag(7)) < 0 { return failure(vm) }
      let when = Int32(truncatingIfNeeded: try vm.index(args[1]))
      let status = vm.withoutLock { [settings] in
        var settings = settings
        return tcsetattr(fd, when, &settings)
      }
      return status < 0 ? failure(vm) : .none
    }
    module.function(vm, "act(fd, action, value, /)", "Sends a break (0), drains (1), flushes (2), stops or goes on (3).") {
      (vm, args) throws(Raised) in
      let fd = try descriptor(vm, args[0])
      let action = try vm.index(args[1])
      let value = Int32(truncatingIfNeeded: try vm.index(args[2]))
      let status: Int32 = vm.withoutLock {
        switch action {
        case 0: return tcsendbreak(fd, value)
        case 1: return tcdrain(fd)
        case 2: return tcflush(fd, value)
        default: return tcflow(fd, value)
        }
      }
      return status < 0 ? failure(vm) : .none
    }
    module.function(vm, "size(fd, /)", "Rows and columns.") { (vm, args) throws(Raised) in
      var size = winsize()
      if ioctl(try descriptor(vm, args[0]), UInt(TIOCGWINSZ), &size) < 0 { return failure(vm) }
      return .object(TupleObject(vm, [.int(Int(size.ws_row)), .int(Int(size.ws_col))]))
    }
    module.function(vm, "set_size(fd, rows, columns, /)", "Sets rows and columns.") { (vm, args) throws(Raised) in
      let fd = try descriptor(vm, args[0])
      var size = winsize()
      if ioctl(fd, UInt(TIOCGWINSZ), &size) < 0 { return failure(vm) }
      size.ws_row = UInt16(truncatingIfNeeded: try vm.index(args[1]))
      size.ws_col = UInt16(truncatingIfNeeded: try vm.index(args[2]))
      return ioctl(fd, UInt(TIOCSWINSZ), &size) < 0 ? failure(vm) : .none
    }
    makers(module, vm)
    return module
  }

  private static func descriptor(_ vm: VM, _ value: Value) throws(Raised) -> Int32 {
    guard let fd = Int32(exactly: try vm.index(value)) else {
      throw vm.overflowError("Python int too large to convert to C int")
    }
    return fd
  }
  private static func failure(_ vm: VM) -> Value {
    let code = errno
    let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return .object(TupleObject(vm, [.int(Int(code)), .object(vm.string(text)), .none]))
  }

  // MARK: Terminals that programs make

  // Linux's TIOCSPTLCK and TIOCGPTN.
  private static let unlock: UInt = 0x4004_5431
  private static let askNumber: UInt = 0x8004_5430

  /// What `os` has of terminals.
  private static func makers(_ module: ModuleObject, _ vm: VM) {
    module.function(vm, "openpty()", "Opens a terminal: descriptors of who stands behind it and of who uses it.") {
      (vm, _) throws(Raised) in
      try vm.refuseInSandbox("terminals")
      let master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      if master < 0 { throw PosixModule.error(vm, nil) }
      var (isLocked, number): (Int32, UInt32) = (0, 0)
      guard ioctl(master, unlock, &isLocked) == 0, ioctl(master, askNumber, &number) == 0 else {
        let error = PosixModule.error(vm, nil)
        Glibc.close(master)
        throw error
      }
      let name = "/dev/pts/\(number)"
      let slave = Glibc.open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
      if slave < 0 {
        let error = PosixModule.error(vm, nil)
        Glibc.close(master)
        throw error
      }
      return .object(TupleObject(vm, [.int(Int(master)), .int(Int(slave))]))
    }
    module.function(vm, "ttyname(fd, /)", "The name of the terminal of a descriptor.") { (vm, args) throws(Raised) in
      var name = [CChar](repeating: 0, count: 4096)
      let status = ttyname_r(try descriptor(vm, args[0]), &name, name.count)
      if status != 0 {
        errno = status
        throw PosixModule.error(vm, nil)
      }
      return .object(vm.string(String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)))
    }
    module.function(vm, "login_tty(fd, /)", "Makes a terminal that of a new session, and standard input, output and error.") {
      (vm, args) throws(Raised) in
      let fd = try descriptor(vm, args[0])
      try vm.refuseInSandbox("terminals")
      _ = setsid()
      if ioctl(fd, UInt(TIOCSCTTY), 0) < 0 { throw PosixModule.error(vm, nil) }
      for target in 0..<Int32(3) where dup2(fd, target) < 0 { throw PosixModule.error(vm, nil) }
      if fd > 2 { Glibc.close(fd) }
      return .none
    }
    module.function(vm, "tcgetpgrp(fd, /)", "The group of processes that a terminal belongs to.") { (vm, args) throws(Raised) in
      let group = Glibc.tcgetpgrp(try descriptor(vm, args[0]))
      if group < 0 { throw PosixModule.error(vm, nil) }
      return .int(Int(group))
    }
    module.function(vm, "tcsetpgrp(fd, pgid, /)", "Gives a terminal to a group of processes.") { (vm, args) throws(Raised) in
      try vm.refuseInSandbox("terminals")
      let group = pid_t(truncatingIfNeeded: try vm.index(args[1]))
      if Glibc.tcsetpgrp(try descriptor(vm, args[0]), group) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
  }
}

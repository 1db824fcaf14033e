import Glibc
import Interpreter

/// `_socket`: the calls of the system that `socket` is written on.
///
/// Every call that may wait takes a timeout (None: for ever) and gives None when it has passed. Calls are made without
/// waiting and repeated when the descriptor is ready, so that other threads run and an interrupt is noticed.
enum SocketModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_socket", doc: "Calls about sockets.")
    addMaking(vm, module)
    addConnecting(vm, module)
    addSending(vm, module)
    addReceiving(vm, module)
    addOptions(vm, module)
    NameLookup.add(vm, module)
    vm.refuseInSandbox(
      module, "network", except: ["inet_pton", "inet_ntop", "servport", "servname", "gethostname", "hostname"])
    return module
  }

  static func number(_ vm: VM, _ value: Value) throws(Raised) -> Int32 {
    Int32(truncatingIfNeeded: try vm.index(value))
  }

  // MARK: Making

  private static func addMaking(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "socket(family, type, proto, /)", "Makes a socket: its descriptor.") {
      (vm, args) throws(Raised) in
      let made = Glibc.socket(
        try number(vm, args[0]), try number(vm, args[1]) | closeOnExec, try number(vm, args[2]))
      if made < 0 { throw PosixModule.error(vm, nil) }
      return .int(Int(made))
    }
    module.function(vm, "pair(family, type, proto, /)", "Makes two sockets that are connected.") {
      (vm, args) throws(Raised) in
      var both: [Int32] = [0, 0]
      let status = Glibc.socketpair(
        try number(vm, args[0]), try number(vm, args[1]) | closeOnExec, try number(vm, args[2]), &both)
      if status < 0 { throw PosixModule.error(vm, nil) }
      return .object(TupleObject(vm, [.int(Int(both[0])), .int(Int(both[1]))]))
    }
    module.function(vm, "kind(fd, /)", "Family, type and protocol of a socket.") { (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      var found: [Value] = []
      for option in [SO_DOMAIN, SO_TYPE, SO_PROTOCOL] {
        guard let value = intOption(fd, SOL_SOCKET, option) else { throw PosixModule.error(vm, nil) }
        found.append(.int(Int(value)))
      }
      return .object(TupleObject(vm, found))
    }
  }

  /// SOCK_CLOEXEC
  private static let closeOnExec: Int32 = 0x80000

  // MARK: Connecting

  private static func addConnecting(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "bind(fd, family, address, /)", "Gives a socket an address.") { (vm, args) throws(Raised) in
      let address = try SocketAddress(vm, args[2], family: try number(vm, args[1]), of: "bind")
      let fd = try number(vm, args[0])
      if address.use({ Glibc.bind(fd, $0, $1) }) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    module.function(vm, "listen(fd, backlog, /)", "Waits for connections from now on.") { (vm, args) throws(Raised) in
      if Glibc.listen(try number(vm, args[0]), try number(vm, args[1])) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    module.function(vm, "accept(fd, timeout, /)", "Takes a connection: its descriptor and address.") {
      (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      var address = SocketAddress()
      let made = try repeated(vm, fd, POLLIN, args[1], asksFirst: true) {
        address.fill { accept4(fd, $0, $1, closeOnExec) }
      }
      guard let made else { return .none }
      return .object(TupleObject(vm, [.int(made), address.value(vm)]))
    }
    module.function(vm, "connect(fd, family, address, timeout, /)", "Connects: 0, or an error number; None: timed out.") {
      (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      let address = try SocketAddress(vm, args[2], family: try number(vm, args[1]), of: "connect")
      let isForEver = args[3].isNone
      let flags = fcntl(fd, F_GETFL)
      if isForEver && flags >= 0 { _ = fcntl(fd, F_SETFL, flags | O_NONBLOCK) }
      defer { if isForEver && flags >= 0 { _ = fcntl(fd, F_SETFL, flags) } }
      if address.use({ Glibc.connect(fd, $0, $1) }) == 0 { return .int(0) }
      let code = errno
      let limit = try Waiting.milliseconds(vm, args[3])
      if code != EINPROGRESS || limit == 0 { return .int(Int(code)) }
      var one = [pollfd(fd: fd, events: Int16(POLLOUT), revents: 0)]
      if try Waiting.poll(vm, &one, milliseconds: limit) == 0 { return .none }
      return .int(Int(intOption(fd, SOL_SOCKET, SO_ERROR) ?? EBADF))
    }
    module.function(vm, "shutdown(fd, how, /)", "Ends one direction or both.") { (vm, args) throws(Raised) in
      if Glibc.shutdown(try number(vm, args[0]), try number(vm, args[1])) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    module.function(vm, "sockname(fd, /)", "The address of this end.") { (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      var address = SocketAddress()
      if address.fill({ Glibc.getsockname(fd, $0, $1) }) < 0 { throw PosixModule.error(vm, nil) }
      return address.value(vm)
    }
    module.function(vm, "peername(fd, /)", "The address of the other end.") { (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      var address = SocketAddress()
      if address.fill({ Glibc.getpeername(fd, $0, $1) }) < 0 { throw PosixModule.error(vm, nil) }
      return address.value(vm)
    }
  }

  // MARK: Data

  private static func addSending(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "send(fd, data, flags, timeout, /)", "Sends some of the data: how many bytes.") {
      (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      let data = try vm.bytesArgument(args[1])
      let flags = try number(vm, args[2]) | Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      let sent = try repeated(vm, fd, POLLOUT, args[3]) { data.withUnsafeBytes { Glibc.send(fd, $0.baseAddress, $0.count, flags) } }
      return sent.map { .int($0) } ?? .none
    }
    module.function(vm, "sendto(fd, data, flags, family, address, timeout, /)", "Sends the data to an address.") {
      (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      let data = try vm.bytesArgument(args[1])
      let flags = try number(vm, args[2]) | Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      let address = try SocketAddress(vm, args[4], family: try number(vm, args[3]), of: "sendto")
      let sent = try repeated(vm, fd, POLLOUT, args[5]) {
        data.withUnsafeBytes { bytes in
          address.use { Glibc.sendto(fd, bytes.baseAddress, bytes.count, flags, $0, $1) }
        }
      }
      return sent.map { .int($0) } ?? .none
    }
  }

  private static func addReceiving(_ vm: VM, _ module: ModuleObject) {
    /// A buffer for what is asked for; large ones are cut, as the system gives less anyway.
    func buffer(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
      let size = try vm.index(value)
      if size < 0 { throw vm.valueError("negative buffersize in recv") }
      return [UInt8](repeating: 0, count: min(size, 1 << 24))
    }
    module.function(vm, "recv(fd, size, flags, timeout, /)", "Receives bytes.") { (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      var data = try buffer(vm, args[1])
      let flags = try number(vm, args[2]) | Int32(MSG_DONTWAIT)
      let size = try repeated(vm, fd, POLLIN, args[3]) { data.withUnsafeMutableBytes { Glibc.recv(fd, $0.baseAddress, $0.count, flags) } }
      return size.map { vm.makeBytes(Array(data[0..<min($0, data.count)])) } ?? .none
    }
    module.function(vm, "recvfrom(fd, size, flags, timeout, /)", "Receives bytes and the address they came from.") {
      (vm, args) throws(Raised) in
      let fd = try number(vm, args[0])
      var data = try buffer(vm, args[1])
      let flags = try number(vm, args[2]) | Int32(MSG_DONTWAIT)
      var address = SocketAddress()
      let size = try repeated(vm, fd, POLLIN, args[3]) {
        data.withUnsafeMutableBytes { bytes in
          address.fill { Glibc.recvfrom(fd, bytes.baseAddress, bytes.count, flags, $0, $1) }
        }
      }
      guard let size else { return .none }
      return .object(TupleObject(vm, [vm.makeBytes(Array(data[0..<min(size, data.count)])), address.value(vm)]))
    }
  }

  /// Makes a call until it need not wait any more; nil when the time is over. `asksFirst`: the call itself would wait.
  private static func repeated<N: SignedInteger>(
    _ vm: VM, _ fd: Int32, _ events: Int32, _ timeout: Value, asksFirst: Bool = false, _ call: () -> N
  ) throws(Raised) -> Int? {
    let limit = try Waiting.milliseconds(vm, timeout)
    let start = Waiting.monotonic()
    var asks = asksFirst && limit != 0
    while true {
      if !asks {
        let result = call()
        if result >= 0 { return Int(result) }
        if errno == EINTR {
          try vm.checkInterrupt()
          continue
        }
        if errno != EAGAIN || limit == 0 { throw PosixModule.error(vm, nil) }
      }
      asks = false
      let rest = limit.map { max(0, $0 &- (Waiting.monotonic() &- start) / 1_000_000) }
      var one = [pollfd(fd: fd, events: Int16(events), revents: 0)]
      let ready = try Waiting.poll(vm, &one, milliseconds: rest)
      if ready < 0 { throw PosixModule.error(vm, nil) }
      if ready == 0 { return nil }
    }
  }

  // MARK: Options

  private static func addOptions(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "getsockopt(fd, level, option, size, /)", "An option: a number, or bytes when size is not 0.") {
      (vm, args) throws(Raised) in
      let (fd, level, option) = (try number(vm, args[0]), try number(vm, args[1]), try number(vm, args[2]))
      let size = try vm.index(args[3])
      if size == 0 {
        guard let value = intOption(fd, level, option) else { throw PosixModule.error(vm, nil) }
        return .int(Int(value))
      }
      if size < 0 || size > 1024 {
        throw vm.raised(vm.types.osError, arguments: [.object(vm.string("getsockopt buflen out of range"))])
      }
      var data = [UInt8](repeating: 0, count: size)
      var length = socklen_t(truncatingIfNeeded: size)
      if Glibc.getsockopt(fd, level, option, &data, &length) < 0 { throw PosixModule.error(vm, nil) }
      return vm.makeBytes(Array(data[0..<min(Int(length), size)]))
    }
    module.function(vm, "setsockopt(fd, level, option, value, /)", "Sets an option to a number or to bytes.") {
      (vm, args) throws(Raised) in
      let (fd, level, option) = (try number(vm, args[0]), try number(vm, args[1]), try number(vm, args[2]))
      let status: Int32
      if vm.hasIndex(args[3]) {
        var value = try number(vm, args[3])
        status = Glibc.setsockopt(fd, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
      } else {
        let data = try vm.bytesArgument(args[3])
        status = Glibc.setsockopt(fd, level, option, data, socklen_t(truncatingIfNeeded: data.count))
      }
      if status < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
  }

  private static func intOption(_ fd: Int32, _ level: Int32, _ option: Int32) -> Int32? {
    var value: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return Glibc.getsockopt(fd, level, option, &value, &size) < 0 ? nil : value
  }
}

@_silgen_name("accept4")
private func accept4(
  _ fd: Int32, _ address: UnsafeMutablePointer<sockaddr>, _ size: UnsafeMutablePointer<socklen_t>, _ flags: Int32
) -> Int32

import Glibc
import Interpreter

/// Names of machines and services.
enum NameLookup {
  static func add(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm, "getaddrinfo(host, service, family, type, proto, flags, /)",
      "Addresses of a machine, or the number of an error."
    ) { (vm, args) throws(Raised) in
      var hints = addrinfo()
      hints.ai_family = try SocketModule.number(vm, args[2])
      hints.ai_socktype = try SocketModule.number(vm, args[3])
      hints.ai_protocol = try SocketModule.number(vm, args[4])
      hints.ai_flags = try SocketModule.number(vm, args[5])
      let host = args[0].isNone ? nil : try PosixModule.path(vm, args[0])
      let service = args[1].isNone ? nil : try PosixModule.path(vm, args[1])
      let (status, list) = try find(vm, host, service, hints)
      defer { if let list { freeaddrinfo(list) } }
      if status != 0 { return .int(Int(status)) }
      let found = ListObject(vm)
      var next = list
      while let info = next {
        let name = info.pointee.ai_canonname.map { String(cString: $0) } ?? ""
        if let address = info.pointee.ai_addr {
          found.append(
            .object(
              TupleObject(vm, [
                .int(Int(info.pointee.ai_family)), .int(Int(info.pointee.ai_socktype)),
                .int(Int(info.pointee.ai_protocol)), .object(vm.string(name)),
                SocketAddress(address, info.pointee.ai_addrlen).value(vm),
              ])))
        }
        next = info.pointee.ai_next
      }
      return .object(found)
    }
    module.function(vm, "getnameinfo(family, address, flags, /)", "Names of an address, or the number of an error.") {
      (vm, args) throws(Raised) in
      let address = try SocketAddress(vm, args[1], family: try SocketModule.number(vm, args[0]), of: "getnameinfo")
      let flags = try SocketModule.number(vm, args[2])
      var host = [CChar](repeating: 0, count: 1025)
      var service = [CChar](repeating: 0, count: 256)
      let status = address.use { Glibc.getnameinfo($0, $1, &host, 1025, &service, 256, flags) }
      if status != 0 { return .int(Int(status)) }
      return .object(TupleObject(vm, [.object(vm.string(text(host))), .object(vm.string(text(service)))]))
    }
    module.function(vm, "gai_strerror(number, /)", "Text of an error of a look-up.") { (vm, args) throws(Raised) in
      .object(vm.string(gai_strerror(try SocketModule.number(vm, args[0])).map { String(cString: $0) } ?? ""))
    }
    module.function(vm, "gethostname()", "Name of this machine.") { (vm, _) throws(Raised) in
      var name = [CChar](repeating: 0, count: 257)
      if Glibc.gethostname(&name, 256) < 0 { throw PosixModule.error(vm, nil) }
      return .object(vm.string(text(name)))
    }
    addNumbers(vm, module)
  }

  private static func addNumbers(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "inet_pton(family, text, /)", "An address in digits, packed; None when it is none.") {
      (vm, args) throws(Raised) in
      let family = try SocketModule.number(vm, args[0])
      var packed = [UInt8](repeating: 0, count: 16)
      let status = Glibc.inet_pton(family, try PosixModule.path(vm, args[1]), &packed)
      if status < 0 { throw PosixModule.error(vm, nil) }
      return status == 0 ? .none : vm.makeBytes(Array(packed.prefix(family == AF_INET ? 4 : 16)))
    }
    module.function(vm, "inet_ntop(family, packed, /)", "A packed address in digits.") { (vm, args) throws(Raised) in
      let family = try SocketModule.number(vm, args[0])
      let packed = try vm.bytesArgument(args[1])
      guard packed.count == (family == AF_INET ? 4 : 16) else {
        throw vm.valueError("invalid length of packed IP address string")
      }
      return .object(vm.string(SocketAddress.text(family, packed)))
    }
    module.function(vm, "servport(name, protocol, /)", "Port of a service; None when it is unknown.") {
      (vm, args) throws(Raised) in
      let kind = args[1].isNone ? nil : try PosixModule.path(vm, args[1])
      guard let entry = Glibc.getservbyname(try PosixModule.path(vm, args[0]), kind) else { return .none }
      return .int(Int(UInt16(truncatingIfNeeded: entry.pointee.s_port).bigEndian))
    }
    module.function(vm, "servname(port, protocol, /)", "Service of a port; None when it is unknown.") {
      (vm, args) throws(Raised) in
      let kind = args[1].isNone ? nil : try PosixModule.path(vm, args[1])
      let port = UInt16(truncatingIfNeeded: try vm.index(args[0])).bigEndian
      guard let entry = Glibc.getservbyport(Int32(port), kind) else { return .none }
      return .object(vm.string(String(cString: entry.pointee.s_name)))
    }
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The first address of a machine, for `connect` and its like; raises `socket.gaierror`.
  static func address(_ vm: VM, _ host: String, _ family: Int32) throws(Raised) -> SocketAddress {
    var hints = addrinfo()
    hints.ai_family = family
    hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
    var name: String? = host
    if host.isEmpty {
      name = nil
      hints.ai_flags = AI_PASSIVE
    } else if host == "<broadcast>" {
      name = "255.255.255.255"
    }
    let (status, list) = try find(vm, name, name == nil ? "0" : nil, hints)
    defer { if let list { freeaddrinfo(list) } }
    guard status == 0, let list, let found = list.pointee.ai_addr else {
      let text = gai_strerror(status).map { String(cString: $0) } ?? ""
      let module = try vm.importModule("socket")
      let kind = try vm.getAttr(module, "gaierror")
      let made = try vm.call(kind, [.int(Int(status)), .object(vm.string(text))])
      throw made.asException.map { Raised($0) } ?? vm.valueError(text)
    }
    return SocketAddress(found, list.pointee.ai_addrlen)
  }

  // MARK: Asking

  /// Asks the system. Digits are understood at once; names are looked up by a thread of its own, since the look-up
  /// cannot be interrupted: who is interrupted leaves it behind.
  private static func find(
    _ vm: VM, _ host: String?, _ service: String?, _ hints: addrinfo
  ) throws(Raised) -> (Int32, UnsafeMutablePointer<addrinfo>?) {
    var quick = hints
    quick.ai_flags |= AI_NUMERICHOST
    var list: UnsafeMutablePointer<addrinfo>?
    let status = Glibc.getaddrinfo(host, service, &quick, &list)
    if status == 0 || host == nil || hints.ai_flags & AI_NUMERICHOST != 0 || status != EAI_NONAME {
      return (status, list)
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw PosixModule.error(vm, nil) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let lookup = UnsafeMutablePointer<Lookup>.allocate(capacity: 1)
    lookup.initialize(
      to: Lookup(host: host.flatMap { strdup($0) }, service: service.flatMap { strdup($0) }, hints: hints, end: ends[1]))
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let made = pthread_create(&thread, &attributes, Lookup.run, lookup)
    pthread_attr_destroy(&attributes)
    guard made == 0 else {
      lookup.pointee.release()
      lookup.deallocate()
      for end in ends { close(end) }
      throw vm.runtimeError("can't start new thread")
    }
    // The other end belongs to the thread.
    defer { close(ends[0]) }
    var one = [pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)]
    _ = try Waiting.poll(vm, &one, milliseconds: nil)
    var answer = Answer()
    guard Glibc.read(ends[0], &answer, MemoryLayout<Answer>.size) == MemoryLayout<Answer>.size else {
      return (EAI_SYSTEM, nil)
    }
    return (answer.status, answer.list)
  }

  private struct Answer {
    var status: Int32 = 0
    var list: UnsafeMutablePointer<addrinfo>?
  }

  /// What the thread of a look-up works on: plain memory, no object.
  private struct Lookup {
    var host: UnsafeMutablePointer<CChar>?
    var service: UnsafeMutablePointer<CChar>?
    var hints: addrinfo
    var end: Int32

    func release() {
      free(host)
      free(service)
    }

    static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
      guard let lookup = raw?.assumingMemoryBound(to: Lookup.self) else { return nil }
      var answer = Answer()
      answer.status = Glibc.getaddrinfo(lookup.pointee.host, lookup.pointee.service, &lookup.pointee.hints, &answer.list)
      // Nobody reads when the asker was interrupted.
      if Glibc.write(lookup.pointee.end, &answer, MemoryLayout<Answer>.size) < 0, let list = answer.list {
        freeaddrinfo(list)
      }
      close(lookup.pointee.end)
      lookup.pointee.release()
      lookup.deallocate()
      return nil
    }
  }
}

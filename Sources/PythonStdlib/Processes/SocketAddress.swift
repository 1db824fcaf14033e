import Glibc
import Interpreter

/// An address of a socket, as the system takes it and as Python writes it.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private var size = socklen_t(MemoryLayout<sockaddr_storage>.size)

  /// Room for an address that the system fills in.
  init() {}

  /// The address of a tuple `(host, port)`, `(host, port, flow, scope)` or of a path; `call` is named in errors.
  init(_ vm: VM, _ value: Value, family: Int32, of call: String) throws(Raised) {
    switch family {
    case AF_UNIX: try fillPath(vm, value)
    case AF_INET, AF_INET6: try fillHost(vm, value, family, call)
    default: throw vm.raised(vm.types.osError, arguments: [.object(vm.string("\(call)(): bad family"))])
    }
  }

  /// The address of a result of `getaddrinfo`.
  init(_ address: UnsafePointer<sockaddr>, _ length: socklen_t) {
    size = min(length, socklen_t(MemoryLayout<sockaddr_storage>.size))
    withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: Int(size))) }
  }

  private mutating func fillPath(_ vm: VM, _ value: Value) throws(Raised) {
    var path: [UInt8]
    if let text = value.asStr { path = Array(text.string.utf8) } else { path = try vm.bytesArgument(value) }
    let isAbstract = path.first == 0
    if !isAbstract { path.append(0) }
    guard path.count <= 108 else {
      throw vm.raised(vm.types.osError, arguments: [.object(vm.string("AF_UNIX path too long"))])
    }
    storage.ss_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &storage) { bytes in
      for (at, byte) in path.enumerated() { bytes[2 &+ at] = byte }
    }
    size = socklen_t(2 &+ path.count)
  }

  private mutating func fillHost(_ vm: VM, _ value: Value, _ family: Int32, _ call: String) throws(Raised) {
    let name = family == AF_INET ? "AF_INET" : "AF_INET6"
    guard let parts = value.asTuple else {
      throw vm.typeError("\(call)(): \(name) address must be tuple, not \(vm.type(of: value).name)")
    }
    guard parts.count == 2 || family == AF_INET6 && (2...4).contains(parts.count) else {
      throw vm.typeError(
        family == AF_INET
          ? "AF_INET address must be a pair (host, port)" : "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
    }
    guard let host = parts[0].asStr?.string ?? Codecs.buffer(parts[0]).map({ String(decoding: $0, as: UTF8.self) }) else {
      throw vm.typeError("str, bytes or bytearray expected, not \(vm.type(of: parts[0]).name)")
    }
    let port = try vm.index(parts[1])
    guard (0...65535).contains(port) else { throw vm.overflowError("\(call)(): port must be 0-65535.") }
    self = try NameLookup.address(vm, host, family)
    let flow = parts.count > 2 ? try vm.index(parts[2]) : 0
    let scope = parts.count > 3 ? try vm.index(parts[3]) : nil
    withUnsafeMutableBytes(of: &storage) { bytes in
      bytes.storeBytes(of: UInt16(truncatingIfNeeded: port).bigEndian, toByteOffset: 2, as: UInt16.self)
      guard family == AF_INET6 else { return }
      bytes.storeBytes(of: UInt32(truncatingIfNeeded: flow).bigEndian, toByteOffset: 4, as: UInt32.self)
      if let scope { bytes.storeBytes(of: UInt32(truncatingIfNeeded: scope), toByteOffset: 24, as: UInt32.self) }
    }
  }

  /// Gives the address to a call.
  func use<R>(_ call: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    withUnsafePointer(to: storage) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, size) } }
  }

  /// Lets a call fill the address in.
  mutating func fill<R>(_ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> R) -> R {
    size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        withUnsafeMutablePointer(to: &size) { call(address, $0) }
      }
    }
  }

  /// As Python writes it; None when there is none.
  func value(_ vm: VM) -> Value {
    let bytes = withUnsafeBytes(of: storage) { Array($0.prefix(Int(size))) }
    guard bytes.count >= 2 else { return .none }
    switch Int32(storage.ss_family) {
    case AF_INET where bytes.count >= 8:
      let port = Int(bytes[2]) << 8 | Int(bytes[3])
      return .object(TupleObject(vm, [.object(vm.string(SocketAddress.text(AF_INET, Array(bytes[4..<8])))), .int(port)]))
    case AF_INET6 where bytes.count >= 28:
      let port = Int(bytes[2]) << 8 | Int(bytes[3])
      var flow = 0
      for byte in bytes[4..<8] { flow = flow << 8 | Int(byte) }
      var scope = 0
      for byte in bytes[24..<28].reversed() { scope = scope << 8 | Int(byte) }
      let host = SocketAddress.text(AF_INET6, Array(bytes[8..<24]))
      return .object(TupleObject(vm, [.object(vm.string(host)), .int(port), .int(flow), .int(scope)]))
    case AF_UNIX:
      let path = bytes.dropFirst(2)
      // Names that begin with a zero are no files and are bytes for Python.
      if path.first == 0 && path.count > 1 { return vm.makeBytes(Array(path)) }
      return .object(vm.string(String(decoding: path.prefix { $0 != 0 }, as: UTF8.self)))
    default: return .none
    }
  }

  /// A packed address in digits.
  static func text(_ family: Int32, _ packed: [UInt8]) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    guard inet_ntop(family, packed, &buffer, 64) != nil else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

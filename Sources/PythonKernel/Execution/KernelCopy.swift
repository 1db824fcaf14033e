import Glibc
import Interpreter
internal import Kernel

// A copy of the kernel that `os.fork` has made: one thread, which runs the rest of the cell. It has no channels; what it prints
// goes into the descriptors 1 and 2, whose other ends the kernel reads.

extension PythonLanguage {
  /// From now on this process is a copy.
  func becomeCopy() {
    isCopy = true
    closeChannels()
  }

  /// In a copy of the kernel: what it writes reaches the kernel through the descriptors, and the cell from there.
  func writeDirectly(_ stream: StreamName, _ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
        Glibc.write(stream == .stderr ? 2 : 1, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Ends a copy of the kernel whose cell has come to its end.
  func endCopy(_ error: Raised?) -> Never {
    var status: Int32 = 0
    if let error {
      if error.exception.type.isSubtype(of: vm.types.systemExit) {
        status = Int32(truncatingIfNeeded: (try? vm.getAttr(.object(error.exception), "code"))?.asInt ?? 0)
      } else {
        write(.stderr, vm.tracebackText(error.exception))
        status = 1
      }
    }
    _exit(status)
  }

  /// Closes the sockets of the kernel: while a copy lived, front ends would take a dead kernel for a living one.
  private func closeChannels() {
    guard let words = try? FileIO.read("/proc/self/cmdline", limit: 1 << 20) else { return }
    let arguments = words.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    guard let at = arguments.firstIndex(of: "-f"), at + 1 < arguments.count,
      let bytes = try? FileIO.read(arguments[at + 1], limit: 1 << 20), let file = try? JSON(parsing: bytes)
    else { return }
    let names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"]
    let ports = Set(names.compactMap { file[$0]?.int })
    let paths = (file["transport"]?.string == "ipc" ? file["ip"]?.string : nil).map { ip in ports.map { "\(ip)-\($0)" } } ?? []
    for descriptor in 3..<Int32(min(sysconf(Int32(_SC_OPEN_MAX)), 4096)) {
      var address = sockaddr_storage()
      var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let found = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
      }
      guard found == 0 else { continue }
      let family = Int32(address.ss_family)
      let isOurs = withUnsafeBytes(of: &address) { raw in
        switch family {
        case AF_INET, AF_INET6: return ports.contains(Int(raw[2]) << 8 | Int(raw[3]))
        case AF_UNIX:
          let path = String(decoding: raw.dropFirst(2).prefix(max(0, Int(size) - 2)).prefix { $0 != 0 }, as: UTF8.self)
          return paths.contains(path)
        default: return false
        }
      }
      if isOurs { close(descriptor) }
    }
  }
}

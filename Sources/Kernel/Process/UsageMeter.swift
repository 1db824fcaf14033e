import Glibc

/// Measures processor and memory for `usage_request`, in the fields ipykernel gives.
final class UsageMeter: @unchecked Sendable {
  // Sendable: the last measurements are touched under the monitor only.
  private let monitor = Monitor()
  private var lastProcess: (time: UInt64, ticks: Int)?
  private var lastHost: (busy: Int, total: Int)?

  /// Content of `usage_reply`.
  var content: JSON {
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let memory = ProcFile.fields("/proc/meminfo")
    let total = (memory["MemTotal"] ?? 0) * 1024
    let available = (memory["MemAvailable"] ?? 0) * 1024
    let free = (memory["MemFree"] ?? 0) * 1024
    let percent = total > 0 ? Double(total - available) / Double(total) * 100 : 0
    return [
      "hostname": .string(UsageMeter.hostName),
      "pid": .int(Int(getpid())),
      "kernel_cpu": .double(processPercent()),
      "kernel_memory": .int(UsageMeter.residentBytes),
      "cpu_count": .int(processors),
      "host_cpu_percent": .double(hostPercent()),
      "host_virtual_memory": [
        "total": .int(total), "available": .int(available), "percent": .double(percent),
        "used": .int(total - available), "free": .int(free),
        "active": .int((memory["Active"] ?? 0) * 1024), "inactive": .int((memory["Inactive"] ?? 0) * 1024),
        "buffers": .int((memory["Buffers"] ?? 0) * 1024), "cached": .int((memory["Cached"] ?? 0) * 1024),
        "shared": .int((memory["Shmem"] ?? 0) * 1024), "slab": .int((memory["Slab"] ?? 0) * 1024),
      ],
    ]
  }

  private static var hostName: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress, gethostname(base, 255) == 0 else { return "localhost" }
      base[255] = 0
      return String(cString: base)
    }
  }

  // Proportional set size where the system gives it, else the resident pages.
  private static var residentBytes: Int {
    if let pss = ProcFile.fields("/proc/self/smaps_rollup")["Pss"], pss > 0 { return pss * 1024 }
    return (ProcFile.fields("/proc/self/status")["VmRSS"] ?? 0) * 1024
  }

  private func processPercent() -> Double {
    var used = rusage()
    getrusage(0, &used)  // 0: RUSAGE_SELF, an enumeration Swift imports with another type
    let ticks =
      (used.ru_utime.tv_sec &+ used.ru_stime.tv_sec) &* 1_000_000
      &+ Int(used.ru_utime.tv_usec &+ used.ru_stime.tv_usec)
    let now = Clock.now
    return monitor.locked {
      defer { lastProcess = (now, ticks) }
      guard let last = lastProcess, now > last.time else { return 0 }
      return Double(ticks - last.ticks) * 1000 / Double(now - last.time) * 100
    }
  }

  private func hostPercent() -> Double {
    let line = ProcFile.text("/proc/stat").prefix { $0 != "\n" }
    let numbers = line.split(separator: " ").dropFirst().compactMap { Int($0) }
    guard numbers.count >= 4 else { return 0 }
    let total = numbers.reduce(0, &+)
    let busy = total - numbers[3] - (numbers.count > 4 ? numbers[4] : 0)
    return monitor.locked {
      defer { lastHost = (busy, total) }
      guard let last = lastHost, total > last.total else { return 0 }
      return Double(busy - last.busy) / Double(total - last.total) * 100
    }
  }
}

/// Small files of /proc.
enum ProcFile {
  /// The content, empty if it cannot be read.
  static func text(_ path: String) -> String {
    String(decoding: (try? FileIO.read(path, limit: 1 << 20)) ?? [], as: UTF8.self)
  }

  /// The numbers of lines such as `MemTotal: 123 kB`.
  static func fields(_ path: String) -> [String: Int] {
    var fields: [String: Int] = [:]
    for line in text(path).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].split(whereSeparator: { $0 == " " || $0 == "\t" }).first
      fields[String(line[..<colon])] = value.flatMap { Int($0) }
    }
    return fields
  }
}

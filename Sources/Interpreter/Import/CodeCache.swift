import Glibc
import Syntax

/// Compiled modules of files, in the user's cache folder: a package that was imported once need not be compiled again, and
/// kernels that import the same packages share the memory of their code.
///
/// There is a folder for each build of the program, and in it a file for each file of source: a `Prelude`, then what
/// `FrozenWriter` writes of one module, read where the file is mapped. `WICK_CACHE` names another place, `0` none; in a
/// sandbox nothing is read or written.
final class CodeCache {
  /// Smaller files are compiled as fast as others are found.
  private static let leastSource = 2048
  private let folder: String
  private let optimization: Int
  /// Temporary files come and go under ever new names: their code is kept only where somebody has chosen the place.
  private let keepsTemporary = getenv("WICK_CACHE") != nil

  /// What a cached file begins with: which source, as it was then, and what follows.
  private struct Prelude: Equatable {
    var magic: UInt64 = 0x3165_646F_636B_6977
    var sourceSize: Int
    var sourceSeconds: Int
    var sourceNanoseconds: Int
    var sourceNumber: UInt64
    var sourceDevice: UInt64
    var size: Int
    var checksum: UInt64

    init(_ source: stat, _ room: UnsafeRawBufferPointer) {
      sourceSize = source.st_size
      sourceSeconds = source.st_mtim.tv_sec
      sourceNanoseconds = source.st_mtim.tv_nsec
      sourceNumber = UInt64(source.st_ino)
      sourceDevice = UInt64(source.st_dev)
      size = room.count
      var hash = Hash()
      hash.add(room)
      checksum = hash.value
    }
    static var length: Int { MemoryLayout<Prelude>.size }
  }

  /// The cache of a machine; nil when there is to be none.
  init?(_ vm: VM) {
    guard vm.sandbox == nil, let base = Self.base(), let build = Self.build() else { return nil }
    optimization = vm.startOptions.optimization
    folder = "\(base)/code-\(build)/"
    if mkdir(folder, 0o700) == 0 {
      Self.removeOldFolders(of: base)
    } else if errno == ENOENT {
      _ = mkdir(String(base[..<(base.lastIndex(of: "/") ?? base.endIndex)]), 0o700)
      _ = mkdir(base, 0o700)
      _ = mkdir(folder, 0o700)
    }
    var info = stat()
    guard stat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR, Self.isOurs(info) else { return nil }
  }

  private static func base() -> String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
    if let named = variable("WICK_CACHE") { return named == "0" ? nil : named }
    if let caches = variable("XDG_CACHE_HOME"), caches.hasPrefix("/") { return "\(caches)/wick" }
    return variable("HOME").flatMap { $0.hasPrefix("/") ? "\($0)/.cache/wick" : nil }
  }

  /// Tells one build of the program from another.
  private static func build() -> String? {
    var info = stat()
    guard stat("/proc/self/exe", &info) == 0 else { return nil }
    var hash = Hash()
    for part in [info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, Int(info.st_ino)] { hash.add(UInt64(part)) }
    return String(hash.value, radix: 16)
  }

  /// Files that others could have written are not trusted.
  private static func isOurs(_ info: stat) -> Bool { info.st_uid == getuid() && info.st_mode & 0o022 == 0 }

  /// Removes what builds wrote that nobody has used for a week.
  private static func removeOldFolders(of base: String) {
    let now = time(nil)
    for name in names(in: base) where name.hasPrefix("code-") {
      let old = "\(base)/\(name)"
      var info = stat()
      guard stat(old, &info) == 0, isOurs(info), now - info.st_mtim.tv_sec > 7 * 86400 else { continue }
      for file in names(in: old) { unlink("\(old)/\(file)") }
      rmdir(old)
    }
  }
  private static func names(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var found: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { found.append(name) }
    }
    return found
  }

  /// A sum of words: for names of files, and to tell a file that was not written to its end.
  private struct Hash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    mutating func add(_ word: UInt64) {
      value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 29
    }
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      var k = 0
      while k + 8 <= bytes.count {
        add(bytes.loadUnaligned(fromByteOffset: k, as: UInt64.self))
        k += 8
      }
      while k < bytes.count {
        add(UInt64(bytes[k]))
        k += 1
      }
    }
  }

  private func place(of filename: String) -> String {
    var hash = Hash()
    var name = filename
    name.withUTF8 { hash.add(UnsafeRawBufferPointer($0)) }
    hash.add(UInt64(optimization))
    return folder + String(hash.value, radix: 16)
  }

  /// Whether code of a file is kept at all.
  private func isKept(_ filename: String, _ source: stat) -> Bool {
    source.st_size >= Self.leastSource && (keepsTemporary || !filename.hasPrefix("/tmp/"))
      && filename.utf8.allSatisfy { $0 < 0x80 }
  }

  // MARK: Reading

  /// The code of a file that is as it was when its code was kept; nil: it must be compiled.
  func code(_ vm: VM, _ filename: String, _ source: stat) -> Code? {
    guard isKept(filename, source) else { return nil }
    let descriptor = open(place(of: filename), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if descriptor < 0 { return nil }
    defer { _ = Glibc.close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, Self.isOurs(info), info.st_size > Prelude.length,
      let base = mmap(nil, info.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { return nil }
    let room = UnsafeRawBufferPointer(start: base + Prelude.length, count: info.st_size - Prelude.length)
    // What is mapped stays: code objects read from it for as long as they live.
    if base.load(as: Prelude.self) == Prelude(source, room),
      let code = vm.codeOfLibrary(at: base + Prelude.length, filename)
    {
      return code
    }
    munmap(base, info.st_size)
    return nil
  }

  // MARK: Writing

  /// Keeps the code of a file. What goes wrong does not matter: it is compiled again.
  func keep(_ compiled: CompiledCode, _ filename: String, _ source: stat) {
    guard isKept(filename, source) else { return }
    var writer = FrozenWriter()
    writer.add(filename, compiled)
    let room = writer.finish()
    let prelude = room.withUnsafeBytes { Prelude(source, $0) }
    let place = place(of: filename)
    let unfinished = "\(place).\(getpid())"
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { return }
    let isWritten =
      withUnsafeBytes(of: prelude) { Self.write(descriptor, $0) } && room.withUnsafeBytes { Self.write(descriptor, $0) }
    if Glibc.close(descriptor) != 0 || !isWritten || rename(unfinished, place) != 0 { unlink(unfinished) }
  }
  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    while done < bytes.count {
      let n = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if n < 0 && errno == EINTR { continue }
      if n <= 0 { return false }
      done += n
    }
    return true
  }
}

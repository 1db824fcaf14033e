import Glibc
import Interpreter

/// What `io.FileIO` derives from: the descriptor, where the buffers before a file find it.
final class RawFile: Object {
  /// The descriptor; below zero: none.
  private(set) var descriptor: Int32 = -1
  /// `close` was called.
  private(set) var isClosed = false
  /// Reading it never waits.
  private var isOrdinary = false

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  /// Reads up to `wanted` bytes into memory that has room for them; how many there were. Waits without the lock.
  func read(_ vm: VM, into raw: UnsafeMutableRawPointer, _ wanted: Int) throws(Raised) -> Int {
    if !isOrdinary { try Waiting.ready(vm, descriptor, POLLIN) }
    while true {
      let n = Glibc.read(descriptor, raw, wanted)
      if n >= 0 { return n }
      if errno != EINTR { throw PosixModule.error(vm, nil) }
      try vm.checkInterrupt()
    }
  }
  /// The place in the file.
  func position(_ vm: VM) throws(Raised) -> Int { try move(vm, 0, SEEK_CUR) }
  /// Moves to another place: where that is.
  func move(_ vm: VM, _ offset: Int, _ whence: Int32) throws(Raised) -> Int {
    let place = Glibc.lseek(descriptor, offset, whence)
    if place < 0 { throw PosixModule.error(vm, nil) }
    return place
  }

  private func take(_ new: Int32) {
    descriptor = new
    var info = Glibc.stat()
    isOrdinary = new >= 0 && fstat(new, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("RawFile", module: "_memoryfiles", isBase: true) { (type, vm) in
      type.attribute(vm, "_fd", get: { (_, v) in .int(Int(v.native(RawFile.self)?.descriptor ?? -1)) }, set: {
        (vm, v, new) throws(Raised) in
        v.native(RawFile.self)?.take(Int32(truncatingIfNeeded: try vm.index(new ?? .int(-1))))
      })
      // The attribute that `IOBase.close` sets.
      type.attribute(vm, "_IOBase__closed", get: { (_, v) in .bool(v.native(RawFile.self)?.isClosed ?? true) }, set: {
        (vm, v, new) throws(Raised) in
        v.native(RawFile.self)?.isClosed = try vm.truth(new ?? .none)
      })
    }
    type.new = { (_, cls, _) in .object(RawFile(cls)) }
    return type
  }
}

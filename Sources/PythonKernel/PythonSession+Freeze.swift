import Glibc
import Interpreter

extension PythonSession {
  /// Compiles the whole library and writes its code into the room that a program of this build has for it; returns what
  /// went wrong, else nil.
  package func freezeLibrary(into program: String) -> String? {
    vm.registerPython(PythonFiles.all)
    let frozen: (bytes: [UInt8], fileOffset: Int)
    do throws(Raised) {
      frozen = try vm.freezeLibrary()
    } catch {
      return vm.tracebackText(error.exception)
    }
    if frozen.fileOffset < 0 { return "the program has no room for the library" }
    let file = open(program, O_WRONLY | O_CLOEXEC)
    if file < 0 { return "cannot open \(program): \(String(cString: strerror(errno)))" }
    defer { close(file) }
    var done = 0
    while done < frozen.bytes.count {
      let count = frozen.bytes[done...].withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(frozen.fileOffset + done)) }
      if count <= 0 { return "cannot write \(program): \(String(cString: strerror(errno)))" }
      done += count
    }
    return nil
  }
}

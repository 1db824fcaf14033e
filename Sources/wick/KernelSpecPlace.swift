import ArgumentParser
import Kernel

/// Where a kernelspec goes; shared by `install` and `uninstall`.
struct KernelSpecPlace: ParsableArguments {
  @Flag(help: "For this user (the default).")
  var user = false

  @Flag(help: "Into the active virtual or Conda environment.")
  var sysPrefix = false

  @Option(help: ArgumentHelp("Below DIR/share/jupyter/kernels.", valueName: "dir"))
  var prefix: String?

  @Option(help: ArgumentHelp("Name that notebooks ask for.", valueName: "name"))
  var name = "wick"

  func validate() throws {
    if [user, sysPrefix, prefix != nil].filter({ $0 }).count > 1 {
      throw ValidationError("--user, --sys-prefix and --prefix exclude each other")
    }
    // A name is one folder, never a path.
    let isFolderName =
      name.utf8.allSatisfy(Self.isAllowed) && !name.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
    if name.isEmpty || !isFolderName {
      throw ValidationError("a kernel's name consists of letters, digits, '.', '_' and '-': '\(name)'")
    }
  }

  /// The folder `…/share/jupyter/kernels/NAME`.
  func folder() throws(Failure) -> String {
    guard sysPrefix else { return KernelSpec.folder(named: name, prefix: prefix) }
    guard let active = environment("VIRTUAL_ENV") ?? environment("CONDA_PREFIX") else {
      throw Failure(
        "--sys-prefix needs an active environment (VIRTUAL_ENV or CONDA_PREFIX); use --prefix DIR",
        status: Failure.usage)
    }
    return KernelSpec.folder(named: name, prefix: active)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

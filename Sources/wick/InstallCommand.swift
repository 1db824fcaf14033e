import ArgumentParser
import FoundationEssentials
import Kernel

/// `wick install`: makes Wick a kernel of Jupyter.
struct InstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Make Wick a kernel that Jupyter can start.",
    discussion: """
      Examples:
        wick install --user
        wick install --sys-prefix                in the active virtual environment
        wick install --name pytorch --display-name 'PyTorch (Wick)'
                                          for notebooks that ask for "pytorch"
      """)

  @OptionGroup var place: KernelSpecPlace

  @Option(help: ArgumentHelp("Name that people see.", valueName: "text"))
  var displayName = "Wick"

  @Flag(help: "Keep Python from the network, other programs and foreign files.")
  var sandbox = false

  func run() throws {
    let folder = try place.folder()
    var spec = KernelSpec(
      displayName: displayName, executable: try programPath(), arguments: sandbox ? ["kernel", "--sandbox"] : ["kernel"])
    spec.hasDebugger = true
    spec.files = logoFiles.map { logo in (logo.name, [UInt8](Data(base64Encoded: logo.base64) ?? Data())) }
    do throws(FileError) {
      try spec.write(to: folder)
    } catch {
      throw Failure("cannot write \(error.path): \(error.reason)")
    }
    print("Installed kernelspec \(place.name) in \(folder)")
  }
}

/// `wick uninstall`: removes the kernelspec.
struct UninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Remove the kernelspec that `install` wrote.")

  @OptionGroup var place: KernelSpecPlace

  func run() throws {
    let folder = try place.folder()
    guard KernelSpec.remove(folder) else { throw Failure("there is no kernelspec in \(folder)") }
    print("Removed \(folder)")
  }
}

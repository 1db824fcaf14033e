import ArgumentParser
import Glibc
import Kernel
import PythonKernel

/// `wick kernel`: what Jupyter starts.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel",
    abstract: "Serve a front end (Jupyter starts this).",
    discussion: """
      WICK_LOG=debug writes what the kernel does to stderr.

      With a response address instead of a file it is a kernel of Jupyter Enterprise Gateway on another machine; what is
      not given is read from the variables KERNEL_ID, RESPONSE_ADDRESS, PUBLIC_KEY and PORT_RANGE of its containers.

      Examples:
        wick kernel -f connection.json
        wick kernel --kernel-id ID --response-address HOST:PORT --public-key KEY
      """)

  @Option(
    name: [.short, .customLong("connection-file")],
    help: ArgumentHelp("The connection file of Jupyter.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("The gateway's name of this kernel.", valueName: "id"))
  var kernelID: String?

  @Option(help: ArgumentHelp("Where the gateway waits for the ports.", valueName: "host:port"))
  var responseAddress: String?

  @Option(help: ArgumentHelp("The gateway's RSA key in Base64.", valueName: "key"))
  var publicKey: String?

  @Option(help: ArgumentHelp("From where ports are picked.", valueName: "low..high"))
  var portRange: String?

  func run() throws {
    if let file { serveKernel(.connectionFile(file)) }
    func value(_ option: String?, _ variable: String) -> String {
      option ?? getenv(variable).map { String(cString: $0) } ?? ""
    }
    let address = value(responseAddress, "RESPONSE_ADDRESS")
    guard !address.isEmpty else { throw ValidationError("a kernel needs -f FILE or --response-address HOST:PORT") }
    do throws(StartError) {
      serveKernel(
        .gateway(
          try GatewayLaunch(
            kernelID: value(kernelID, "KERNEL_ID"), responseAddress: address,
            publicKey: value(publicKey, "PUBLIC_KEY"), portRange: value(portRange, "PORT_RANGE"))))
    } catch {
      throw Failure(error.message, status: error.exitCode)
    }
  }
}

/// Serves a front end until it shuts the kernel down, and ends the process.
func serveKernel(_ launch: KernelLaunch) -> Never {
  // Without exit handlers: threads of the kernel may still run.
  _exit(KernelServer.serve(launch, info: .wick, language: makeLanguage))
}

/// Makes the language of a kernel or a notebook.
@Sendable func makeLanguage() -> any Language {
  PythonSession(argv: [""]).makeLanguage()
}

extension KernelInfo {
  /// Wick, as it introduces itself to front ends.
  static var wick: KernelInfo {
    KernelInfo(
      implementation: "wick", implementationVersion: version,
      languageInfo: KernelInfo.python(version: PythonSession.pythonVersion),
      banner: "Wick \(version): Python \(PythonSession.pythonVersion) and PyTorch on one native binary",
      helpLinks: [
        ("PyTorch", "https://pytorch.org/docs/stable/"), ("Python", "https://docs.python.org/3/"),
      ], supportsDebugger: true, supportsSubshells: true)
  }
}

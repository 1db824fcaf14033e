import ArgumentParser

/// `wick freeze`: what the linker script has a new program do.
struct FreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Write the library's compiled code into a copy of this program.",
    shouldDisplay: false)

  @Argument(help: "Another file of this build, which must not be running.")
  var program: String

  func run() throws {
    let program = program
    PythonThread.run(argv: []) { session in
      guard let reason = session.freezeLibrary(into: program) else { return 0 }
      writeError("wick: \(reason)\n")
      return 1
    }
  }
}

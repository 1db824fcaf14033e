import ArgumentParser

/// The root of the command line.
struct Wick: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wick",
    abstract: "Run Python and PyTorch notebooks on one native binary, without Python.",
    usage: """
      wick [-c CODE | FILE | -] [ARGS]
      wick run NOTEBOOK [-o OUT] [--inplace] [--allow-errors] [--timeout S]
      wick install [--user | --sys-prefix | --prefix DIR] [--name N]
      """,
    discussion: """
      Examples:
        wick                                   a prompt
        wick -c 'import torch; print(torch.rand(2, 2))'
        wick script.py --epochs 3              a script with its arguments
        wick run lesson.ipynb -o out.ipynb     a notebook, without Jupyter
        wick install --user                    make Wick a kernel of Jupyter
        jupyter lab                            then choose the kernel "Wick"
      """,
    version: "wick " + version,
    subcommands: [RunCommand.self, InstallCommand.self, UninstallCommand.self, KernelCommand.self, FreezeCommand.self])

  /// The words that name a command.
  static var commandNames: [String] {
    ["help"] + configuration.subcommands.map { $0._commandName }
  }

  /// Parses and runs a command and returns the exit status.
  static func run(_ arguments: [String]) throws(Failure) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as Failure {
      throw failure
    } catch {
      let status = exitCode(for: error)
      if status.isSuccess {
        print(fullMessage(for: error))
        return 0
      }
      let message = fullMessage(for: error)
      if !message.isEmpty { writeError(message + "\n") }
      return status == .validationFailure ? Failure.usage : status.rawValue
    }
  }
}

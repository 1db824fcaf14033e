import ArgumentParser

/// `wick run`: a notebook without Jupyter, or a script.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a notebook and write it with its new outputs, or run a Python script.",
    usage: """
      wick run NOTEBOOK.ipynb [-o OUT | --inplace] [--allow-errors] [--timeout SECONDS]
      wick run SCRIPT.py [ARGS]
      """,
    discussion: """
      Without -o and --inplace the result of lesson.ipynb is lesson.out.ipynb beside it.
      A cell that fails ends the run with status 1; what ran until then is written all the same.

      Examples:
        wick run lesson.ipynb -o result.ipynb
        wick run lesson.ipynb --inplace --timeout 60
        wick run train.py --epochs 3
      """)

  @Argument(help: ArgumentHelp("A notebook (.ipynb) or a Python file.", valueName: "file"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("Where the notebook is written.", valueName: "out"))
  var output: String?

  @Flag(help: "Write the outputs into the notebook itself.")
  var inplace = false

  @Flag(help: "Go on after a cell that fails.")
  var allowErrors = false

  @Option(help: ArgumentHelp("Interrupt a cell that runs longer.", valueName: "seconds"))
  var timeout: Double?

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Arguments of a script.", valueName: "args"))
  var arguments: [String] = []

  func validate() throws {
    guard file.hasSuffix(".ipynb") else {
      if output != nil || inplace || allowErrors || timeout != nil {
        throw ValidationError("-o, --inplace, --allow-errors and --timeout are for notebooks (.ipynb)")
      }
      return
    }
    if let extra = arguments.first { throw ValidationError("unexpected argument '\(extra)'") }
    if output != nil && inplace { throw ValidationError("-o and --inplace exclude each other") }
    if let timeout, !(timeout > 0) { throw ValidationError("--timeout must be a positive number") }
  }

  func run() throws {
    guard file.hasSuffix(".ipynb") else {
      try PythonThread.run(script: file, arguments: arguments)
    }
    var destination = output ?? file
    if output == nil && !inplace { destination = String(file.dropLast(".ipynb".count)) + ".out.ipynb" }
    try NotebookRun(
      source: file, destination: destination, allowsErrors: allowErrors, timeout: timeout
    ).run()
  }
}

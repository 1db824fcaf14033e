/// How Python was asked to start: what `sys.flags`, `sys.warnoptions`, `sys._xoptions` and `sys.orig_argv` tell.
package struct StartOptions: Equatable, Sendable {
  /// Fields of `sys.flags` that are not what they are without options.
  package var flags: [String: Int] = [:]
  /// Arguments of `-W`, in order.
  package var warnings: [String] = []
  /// Arguments of `-X`: a name, with a value behind `=` when it has one.
  package var implementation: [String] = []
  /// Every word of the command line.
  package var words: [String] = []

  package init() {}

  /// Whether variables of the environment count (`-E`, `-I` deny it).
  package var usesEnvironment: Bool { flags["ignore_environment", default: 0] == 0 }
  /// How much code leaves out (`-O`): from 1 on assertions, from 2 on docstrings.
  package var optimization: Int { flags["optimize", default: 0] }
  /// Whether the folder of the program, or the working folder, is not looked into for modules (`-P`, `-I`).
  package var hasSafePath: Bool { flags["safe_path", default: 0] != 0 }
}

import Glibc
import Interpreter

extension StartOptions {
  /// With what the environment asks for (`PYTHONOPTIMIZE`, `PYTHONDEBUG` and their kin), unless options deny it a say.
  func withEnvironment() -> StartOptions {
    guard usesEnvironment else { return self }
    var made = self
    for (variable, names) in Self.levels {
      guard let level = Self.level(variable) else { continue }
      for name in names { made.flags[name] = max(made.flags[name, default: 0], level) }
    }
    for (variable, name) in Self.switches where Self.level(variable) != nil { made.flags[name] = 1 }
    return made
  }

  /// Variables whose number is a level; a text that is none is the first.
  private static let levels = [
    ("PYTHONOPTIMIZE", ["optimize"]), ("PYTHONDEBUG", ["debug"]), ("PYTHONVERBOSE", ["verbose"]),
    ("PYTHONINSPECT", ["inspect"]), ("PYTHONDONTWRITEBYTECODE", ["dont_write_bytecode"]),
  ]
  /// Variables that need not be more than there.
  private static let switches = [("PYTHONNOUSERSITE", "no_user_site"), ("PYTHONSAFEPATH", "safe_path")]

  private static func level(_ variable: String) -> Int? {
    guard let text = getenv(variable), text.pointee != 0 else { return nil }
    guard let number = Int(String(cString: text)), number >= 0 else { return 1 }
    return number
  }
}

import Glibc
import Interpreter
internal import Kernel

/// Magics about names, the environment and the shell itself.
enum NamespaceMagics {
  static func install(_ language: PythonLanguage) {
    for name in ["env", "set_env"] {
      language.lineMagic(name) { (language, line) throws(Raised) in try language.environment(line) }
    }
    language.lineMagic("history") { (language, line) throws(Raised) in try language.showHistory(line) }
    language.lineMagics["hist"] = language.lineMagics["history"]
    language.lineMagic("load_ext") { (language, line) throws(Raised) in try language.loadExtension(line) }
    language.lineMagic("reload_ext") { (language, line) throws(Raised) in
      line.trimmed == "autoreload" && language.lineMagics["autoreload"] != nil ? .none : try language.loadExtension(line)
    }
    language.lineMagic("unload_ext") { (language, line) throws(Raised) in try language.unloadExtension(line) }
    for (name, level) in [("pinfo", 0), ("pinfo2", 1)] {
      language.lineMagic(name) { (language, line) throws(Raised) in language.page(line.trimmed, level: level)
      }
    }
    // What has nothing to do here: windows, colours, threads of pickers.
    let silent = [
      "matplotlib", "pylab", "autosave", "autoawait", "gui", "qtconsole", "subshell", "code_wrap", "clear",
    ]
    for name in silent { language.lineMagic(name) { (_, _) throws(Raised) in .none } }
  }
}

extension PythonLanguage {
  /// Names the user has made, sorted.
  var userNames: [String] {
    session.main.items.compactMap { item in
      guard let name = item.key.asStr?.string, !name.hasPrefix("_"), !shell.hiddenNames.contains(name) else {
        return nil
      }
      return name
    }.sorted()
  }

  fileprivate func environment(_ line: String) throws(Raised) -> Value {
    let text = line.trimmed
    if text.isEmpty {
      let made = DictObject(vm)
      var at = 0
      while let entry = environ[at] {
        let pair = String(cString: entry).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if pair.count == 2 { made.set(vm, String(pair[0]), .object(vm.string(String(pair[1])))) }
        at += 1
      }
      return .object(made)
    }
    let mark: Character = text.contains("=") ? "=" : " "
    let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard parts.count == 2 else {
      guard let value = getenv(text) else { throw usageError("Environment does not have key: \(text)") }
      return .object(vm.string(String(cString: value)))
    }
    setenv(parts[0], parts[1], 1)
    // `os.environ`, if anybody looks at it, must know as well.
    if let os = vm.modules.get(vm, "os"), let variables = try vm.getAttrOrNil(os, vm.intern("environ")) {
      try vm.setItem(variables, .object(vm.string(parts[0])), .object(vm.string(parts[1])))
    }
    write(.stdout, "env: \(parts[0])=\(parts[1])\n")
    return .none
  }

  fileprivate func unloadExtension(_ line: String) throws(Raised) -> Value {
    let name = line.trimmed
    if let module = vm.modules.get(vm, name), let unload = try vm.getAttrOrNil(module, vm.intern("unload_ipython_extension")) {
      _ = try vm.call(unload, [try shellObject()])
    } else if vm.modules.get(vm, name) != nil || (name == "autoreload" && lineMagics[name] != nil) {
      write(.stdout, "The \(name) extension doesn't define how to unload it.\n")
    } else {
      write(.stdout, "The \(name) extension is not loaded.\n")
    }
    return .none
  }

  fileprivate func loadExtension(_ line: String) throws(Raised) -> Value {
    let name = line.trimmed
    if name == "autoreload" {
      try PythonMagics.installReloading(self)
      return .none
    }
    if name == "storemagic" || name == "ipykernel" { return .none }
    let module = try importDotted(name)
    guard let load = try vm.getAttrOrNil(module, vm.intern("load_ipython_extension")) else {
      write(.stdout, "The \(name) module is not an IPython extension.\n")
      return .none
    }
    _ = try vm.call(load, [try shellObject()])
    return .none
  }

  fileprivate func page(_ name: String, level: Int) -> Value {
    guard let text = describe(name, level: level) else {
      write(.stdout, "Object `\(name)` not found.\n")
      return .none
    }
    request.payload.append(["source": "page", "data": ["text/plain": .string(text)], "start": 0])
    return .none
  }
}

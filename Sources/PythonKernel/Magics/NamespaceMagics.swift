import Glibc
import Interpreter
internal import Kernel

/// Magics about names, the environment and the shell itself.
enum NamespaceMagics {
  static func install(_ language: PythonLanguage) {
    language.lineMagic("who") { (language, _) throws(Raised) in language.who() }
    language.lineMagic("who_ls") { (language, _) throws(Raised) in
      .object(ListObject(language.vm, language.userNames.map { .object(language.vm.string($0)) }))
    }
    language.lineMagic("whos") { (language, _) throws(Raised) in try language.whos() }
    language.lineMagic("reset") { (language, _) throws(Raised) in language.reset() }
    language.lineMagics["reset_selective"] = language.lineMagics["reset"]
    language.lineMagic("xdel") { (language, line) throws(Raised) in
      _ = language.session.main.remove(name: .borrowed(language.vm.intern(line.trimmed)))
      return .none
    }
    for name in ["env", "set_env"] {
      language.lineMagic(name) { (language, line) throws(Raised) in try language.environment(line) }
    }
    language.lineMagic("lsmagic") { (language, _) throws(Raised) in language.listMagics() }
    language.lineMagic("history") { (language, line) throws(Raised) in try language.showHistory(line) }
    language.lineMagics["hist"] = language.lineMagics["history"]
    language.lineMagic("xmode") { (language, line) throws(Raised) in language.setErrorMode(line) }
    language.lineMagic("precision") { (language, line) throws(Raised) in language.setPrecision(line) }
    language.lineMagic("load_ext") { (language, line) throws(Raised) in try language.loadExtension(line) }
    language.lineMagics["reload_ext"] = language.lineMagics["load_ext"]
    language.lineMagic("tb") { (language, _) throws(Raised) in
      if let error = language.lastError { language.show(Raised(error)) }
      return .none
    }
    for (name, level) in [("pinfo", 0), ("pinfo2", 1), ("pdoc", 0), ("pdef", 0), ("psource", 1)] {
      language.lineMagic(name) { (language, line) throws(Raised) in language.page(line.trimmed, level: level)
      }
    }
    language.lineMagic("psearch") { (language, line) throws(Raised) in language.search(line.trimmed) }
    // What has nothing to do here: windows, colours, threads of pickers.
    let silent = [
      "matplotlib", "pylab", "config", "colors", "autosave", "autocall", "autoawait", "automagic",
      "unload_ext", "gui",
      "connect_info", "qtconsole", "pdb", "pprint", "killbgscripts", "rehashx", "alias", "unalias",
      "bookmark", "store",
      "notebook", "logstart", "logstop", "logon", "logoff", "doctest_mode", "subshell", "edit", "code_wrap",
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

  fileprivate func who() -> Value {
    let names = userNames
    if names.isEmpty {
      write(.stdout, "Interactive namespace is empty.\n")
      return .none
    }
    var text = ""
    for (position, name) in names.enumerated() {
      text += name + "\t "
      if position % 9 == 8 { text += "\n" }
    }
    write(.stdout, text + "\n")
    return .none
  }

  fileprivate func whos() throws(Raised) -> Value {
    let names = userNames
    if names.isEmpty {
      write(.stdout, "Interactive namespace is empty.\n")
      return .none
    }
    var rows: [(name: String, type: String, text: String)] = []
    for name in names {
      guard let value = session.main.get(vm, name) else { continue }
      rows.append((name, vm.type(of: value).name, try summary(value)))
    }
    let nameWidth = max(8, rows.map { $0.name.count }.max() ?? 0) + 3
    let typeWidth = max(4, rows.map { $0.type.count }.max() ?? 0) + 3
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let header = padded("Variable", nameWidth) + padded("Type", typeWidth) + "Data/Info"
    var text = header + "\n" + String(repeating: "-", count: header.count) + "\n"
    for row in rows { text += padded(row.name, nameWidth) + padded(row.type, typeWidth) + row.text + "\n" }
    write(.stdout, text)
    return .none
  }

  private func summary(_ value: Value) throws(Raised) -> String {
    switch value.kind {
    case .list, .tuple, .dict: return "n=\(try vm.length(value))"
    default:
      let text = try vm.str(value).string.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\\n")
      return text.count < 50 ? text : String(text.prefix(25)) + "<...>" + String(text.suffix(25))
    }
  }

  fileprivate func reset() -> Value {
    for name in userNames { _ = session.main.remove(name: .borrowed(vm.intern(name))) }
    shell.outputs.removeAll()
    for item in session.main.items {
      guard let name = item.key.asStr?.string, name.hasPrefix("_"),
        name.dropFirst().allSatisfy({ $0.isNumber }),
        name.count > 1
      else { continue }
      _ = session.main.remove(name: .borrowed(vm.intern(name)))
    }
    return .none
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

  fileprivate func listMagics() -> Value {
    let lines = lineMagicNames.map { "%" + $0 }.joined(separator: "  ")
    let cells = cellMagicNames.map { "%%" + $0 }.joined(separator: "  ")
    write(
      .stdout,
      "Available line magics:\n\(lines)\n\nAvailable cell magics:\n\(cells)\n\n"
        + "Automagic is ON, % prefix IS NOT needed for line magics.\n")
    return .none
  }

  fileprivate func setErrorMode(_ line: String) -> Value {
    switch line.trimmed.lowercased() {
    case "minimal": errorMode = .minimal
    case "plain": errorMode = .plain
    case "": errorMode = errorMode == .context ? .minimal : .context
    default: errorMode = .context
    }
    let name = errorMode == .minimal ? "Minimal" : errorMode == .plain ? "Plain" : "Context"
    write(.stdout, "Exception reporting mode: \(name)\n")
    return .none
  }

  fileprivate func setPrecision(_ line: String) -> Value {
    let text = line.trimmed
    if text.isEmpty {
      floatFormat = nil
      return .object(vm.string("%r"))
    }
    floatFormat = Int(text).map { ".\($0)f" } ?? String(text.drop { $0 == "%" })
    return .object(vm.string("%" + (floatFormat ?? "r")))
  }

  fileprivate func loadExtension(_ line: String) throws(Raised) -> Value {
    let name = line.trimmed
    if name == "autoreload" { return .none }
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

  fileprivate func search(_ pattern: String) -> Value {
    let names = Set(
      session.main.items.compactMap { $0.key.asStr?.string }
        + vm.builtins.items.compactMap { $0.key.asStr?.string })
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    let found = names.filter { name in
      var rest = Substring(name)
      for (position, part) in parts.enumerated() {
        if part.isEmpty { continue }
        if position == 0 {
          guard rest.hasPrefix(part) else { return false }
          rest = rest.dropFirst(part.count)
        } else if position == parts.count - 1 {
          return rest.hasSuffix(part)
        } else {
          while !rest.hasPrefix(part) && !rest.isEmpty { rest = rest.dropFirst() }
          if rest.isEmpty { return false }
          rest = rest.dropFirst(part.count)
        }
      }
      return true
    }
    let text = found.sorted().joined(separator: "\n")
    request.payload.append(["source": "page", "data": ["text/plain": .string(text)], "start": 0])
    return .none
  }
}

import Interpreter
internal import Kernel

/// Magics written in Python (`Python/IPython/core/magics`). A module is imported when one of its magics is used first.
enum PythonMagics {
  private struct Module {
    let name: String
    var lines: [String] = []
    var cells: [String] = []
  }

  private static let modules: [Module] = [
    Module(
      name: "namespace",
      lines: ["who", "who_ls", "whos", "reset", "reset_selective", "xdel", "pdef", "pdoc", "psource", "pfile", "psearch"]),
    Module(
      name: "osm",
      lines: [
        "cd", "dhist", "dirs", "pushd", "popd", "bookmark", "alias", "unalias", "alias_magic", "rehashx", "sx", "system",
        "sc", "pycat", "more", "less", "page", "man", "cat", "cp", "ldir", "lf", "lk", "ll", "la", "ls", "lx", "mkdir", "mv",
        "rm", "rmdir",
      ]),
    Module(name: "stored", lines: ["store"]),
    Module(
      name: "code",
      lines: ["load", "loadpy", "save", "macro", "recall", "rep", "rerun", "edit", "ed", "notebook", "run"]),
    Module(
      name: "script", lines: ["killbgscripts"],
      cells: ["script", "bash", "sh", "perl", "ruby", "python2", "pypy", "!", "sx", "system", "python", "python3"]),
    Module(
      name: "config",
      lines: [
        "lsmagic", "magic", "quickref", "xmode", "precision", "pprint", "automagic", "autocall", "doctest_mode", "colors",
        "pdb", "config", "connect_info", "pip", "conda", "tb", "logstart", "logstop", "logstate", "logon", "logoff",
      ]),
    Module(name: "reloading", lines: ["autoreload", "aimport"]),
  ]

  /// What the magics in Swift say of themselves.
  static let notes: [String: String] = [
    "time": "Times a statement or a cell: CPU and wall time. The value of an expression is the result.",
    "timeit":
      "Times a statement or a cell many times: -n loops, -r runs, -p digits, -q silently, -o returns the result; in a cell the "
      + "line is the setup.",
    "prun": "Profiles a statement or a cell: where its time went.",
    "debug": "Looks at the frames of the last error: up, down, names and expressions; q ends it.",
    "history":
      "Shows cells: 2-5, ~1/3 (the last session), -n numbers, -o results, -p prompts, -t translated, -f file, -g pattern, "
      + "-l the last ones, -u each once.",
    "env": "Shows the environment, a variable (`%env NAME`), or sets it (`%env NAME=value`).",
    "pwd": "Returns the folder.",
    "writefile": "Writes the cell to a file; -a at its end.",
    "capture": "Keeps what the cell writes and shows in a name: --no-stdout, --no-stderr, --no-display.",
    "matplotlib": "Does nothing: figures are shown inline.",
    "load_ext": "Loads an extension: a module with `load_ipython_extension`.",
    "pinfo": "Describes an object, as `name?` does.",
    "pinfo2": "Shows the source of an object, as `name??` does.",
  ]

  static func install(_ language: PythonLanguage) {
    for module in modules {
      for name in module.lines {
        // Magics of an extension exist from `%load_ext` on.
        if module.name == "reloading" { continue }
        language.lineMagic(name) { (language, line) throws(Raised) in
          try language.pythonMagic(module.name, "lines", name, [.object(language.vm.string(line))])
        }
      }
      for name in module.cells {
        language.cellMagic(name) { (language, line, cell) throws(Raised) in
          let vm = language.vm
          return try language.pythonMagic(
            module.name, "cells", name, [.object(vm.string(line)), .object(vm.string(cell))])
        }
      }
    }
  }

  /// `%load_ext autoreload`: its magics exist, and modules are looked at before each cell.
  static func installReloading(_ language: PythonLanguage) throws(Raised) {
    guard language.lineMagics["autoreload"] == nil else {
      language.write(.stdout, "The autoreload extension is already loaded. To reload it, use:\n  %reload_ext autoreload\n")
      return
    }
    for name in ["autoreload", "aimport"] {
      language.lineMagic(name) { (language, line) throws(Raised) in
        try language.pythonMagic("reloading", "lines", name, [.object(language.vm.string(line))])
      }
    }
    _ = try language.vm.callMethod(try language.importDotted("IPython.core.magics.reloading"), "start", [])
  }

  /// The module of a magic, for its documentation.
  static func module(of name: String, isCell: Bool) -> String? {
    modules.first { (isCell ? $0.cells : $0.lines).contains(name) }?.name
  }
}

extension PythonLanguage {
  /// Calls a magic that is written in Python.
  func pythonMagic(_ module: String, _ table: String, _ name: String, _ arguments: [Value]) throws(Raised) -> Value {
    let functions = try vm.getAttr(try importDotted("IPython.core.magics." + module), table)
    let function = try vm.getItem(functions, .object(vm.string(name)))
    return try vm.call(function, arguments)
  }

  /// Adds what magics in Python need of the shell.
  func addMagicSupport(_ module: ModuleObject) {
    module.function(vm, "user_names()", "Names the user has made, sorted.") { [unowned self] (vm, _) throws(Raised) in
      .object(ListObject(vm, userNames.map { .object(vm.string($0)) }))
    }
    module.function(vm, "reset()", "Removes the user's names.") { [unowned self] (_, _) throws(Raised) in reset() }
    module.function(vm, "reset_outputs()", "Removes the results.") { [unowned self] (_, _) throws(Raised) in
      resetOutputs()
      return .none
    }
    module.function(vm, "highlight(text)", "Colours Python source.") { (vm, args) throws(Raised) in
      let lines = try vm.str(args[0]).string.split(separator: "\n", omittingEmptySubsequences: false)
      return .object(vm.string(lines.map { Color.source(String($0)) }.joined(separator: "\n")))
    }
    module.function(vm, "forget_magic(name)", "Forgets a magic that was registered.") {
      [unowned self] (vm, args) throws(Raised) in
      let name = try vm.str(args[0]).string
      registeredLineMagics[name] = nil
      lineMagics[name] = nil
      return .none
    }
    module.function(vm, "setting(name, value=None)", "Reads a setting of the shell, or sets it.") {
      [unowned self] (vm, args) throws(Raised) in
      try setting(try vm.str(args[0]).string, args[1])
    }
    module.function(vm, "history_inputs(ranges, raw)", "Cells as (session, number, text).") {
      [unowned self] (vm, args) throws(Raised) in
      let found = cells(in: try texts(args[0]), raw: try vm.truth(args[1]))
      return .object(
        ListObject(
          vm,
          found.map { entry in
            .object(TupleObject(vm, [.int(entry.session), .int(entry.line), .object(vm.string(entry.input))]))
          }))
    }
    module.function(vm, "run_process(arguments, input, keep_out, keep_err)", "Runs a program: (status, out, err).") {
      [unowned self] (vm, args) throws(Raised) in
      let keeps = (try vm.truth(args[2]), try vm.truth(args[3]))
      var (out, err): ([UInt8], [UInt8]) = ([], [])
      context?.flush()
      let code = try runProcess(try texts(args[0]), input: JSON.bytes(vm, args[1])) { [unowned self] stream, bytes in
        switch stream {
        case .stdout where keeps.0: out += bytes
        case .stderr where keeps.1: err += bytes
        default: bytes.withUnsafeBytes { write(stream, $0) }
        }
      }
      return .object(TupleObject(vm, [.int(code), vm.makeBytes(out), vm.makeBytes(err)]))
    }
  }

  private func setting(_ name: String, _ value: Value) throws(Raised) -> Value {
    switch name {
    case "xmode":
      if !value.isNone, let mode = ErrorMode(rawValue: try vm.str(value).string) { errorMode = mode }
      return .object(vm.string(errorMode.rawValue))
    case "precision":
      let text = try vm.str(value).string
      floatFormat = text == "%r" ? nil : String(text.drop { $0 == "%" })
      return .none
    case "pprint":
      if !value.isNone { isPretty = try vm.truth(value) }
      return .bool(isPretty)
    case "automagic":
      if !value.isNone { isAutomagic = try vm.truth(value) }
      return .bool(isAutomagic)
    default: return .none
    }
  }

  private func reset() -> Value {
    for name in userNames { _ = session.main.remove(name: .borrowed(vm.intern(name))) }
    resetOutputs()
    if let visited = session.main.get(vm, "_dh")?.asList {
      visited.removeAll()
      visited.append(.object(vm.string(FilePath.current)))
    }
    return .none
  }

  private func resetOutputs() {
    shell.outputs.removeAll()
    for item in session.main.items {
      guard let name = item.key.asStr?.string, name.hasPrefix("_"), name.count > 1,
        name.dropFirst().allSatisfy({ $0.isNumber })
      else { continue }
      _ = session.main.remove(name: .borrowed(vm.intern(name)))
    }
  }
}

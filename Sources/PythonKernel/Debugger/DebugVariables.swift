import Interpreter
internal import Kernel

// What clients see of frames and values. Everything here is called by the holder of the machine.

extension PythonDebugger {
  /// Frames from the innermost outward; those of the library are left out.
  func stackTrace(_ language: PythonLanguage) -> JSON {
    let vm = language.vm
    var frames: [JSON] = []
    for number in (0..<vm.debugFrameCount).reversed() {
      guard let (code, index) = vm.debugPlace(number), !code.parts.filename.hasPrefix("<") else { continue }
      let name = code.parts.filename
      let isModule = code.parts.name == "<module>" || code.parts.name == "<cell>"
      frames.append([
        "id": .int(number + 1), "name": .string(isModule ? "<module>" : code.parts.name),
        "line": .int(Int(code.span(at: index).line)), "column": 1,
        "source": ["path": .string(name), "name": .string(String(name.split(separator: "/").last ?? "")),
          "sourceReference": 0],
      ])
    }
    return ["stackFrames": .array(frames), "totalFrames": .int(frames.count)]
  }

  /// Locals and globals of a frame.
  func scopes(_ language: PythonLanguage, _ frame: Int) -> JSON {
    let vm = language.vm
    guard let locals = vm.debugLocals(frame &- 1), let globals = vm.debugGlobals(frame &- 1) else {
      return ["error": "no such frame"]
    }
    func scope(_ name: String, _ hint: String, _ variables: DictObject) -> JSON {
      [
        "name": .string(name), "presentationHint": .string(hint), "expensive": false,
        "variablesReference": .int(machine.reference(.variables(variables))),
      ]
    }
    return ["scopes": [scope("Locals", "locals", locals), scope("Globals", "globals", globals)]]
  }

  /// The parts of something that was numbered before.
  func variables(_ language: PythonLanguage, _ number: Int, start: Int, count: Int) -> JSON {
    guard number > 0, number <= machine.references.count else { return ["variables": []] }
    var found: [(name: String, value: Value)] = []
    switch machine.references[number - 1] {
    case .variables(let variables): found = named(language, variables)
    case .object(let value): found = parts(language, value)
    }
    if start > 0 { found = Array(found.dropFirst(start)) }
    if count > 0 { found = Array(found.prefix(count)) }
    return ["variables": .array(found.prefix(5000).map { described(language, $0.name, $0.value) })]
  }

  /// Variables of the user, as the inspector of JupyterLab shows them.
  func inspectVariables(_ language: PythonLanguage) -> JSON {
    if !machine.isStanding { machine.references.removeAll() }
    let names = Set(language.userNames)
    let found = named(language, language.session.main).filter { names.contains($0.name) }
    return ["variables": .array(found.map { described(language, $0.name, $0.value) })]
  }

  private func named(_ language: PythonLanguage, _ variables: DictObject) -> [(name: String, value: Value)] {
    var found: [(name: String, value: Value)] = []
    let hidden = language.shell.hiddenNames
    let isMain = variables === language.session.main
    for item in variables.items {
      guard let name = item.key.asStr?.string, !(isMain && hidden.contains(name)),
        !(name.hasPrefix("__") && name.hasSuffix("__"))
      else { continue }
      found.append((name, item.value))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Elements of containers, attributes of other objects.
  private func parts(_ language: PythonLanguage, _ value: Value) -> [(name: String, value: Value)] {
    let vm = language.vm
    let isOuter = machine.isStanding
    machine.isStanding = true
    defer { machine.isStanding = isOuter }
    do throws(Raised) {
      switch value.kind {
      case .list, .tuple:
        let length = try vm.length(value)
        var found: [(name: String, value: Value)] = []
        for position in 0..<min(length, 5000) {
          found.append((String(position), try vm.getItem(value, .int(position))))
        }
        return found
      case .dict:
        var found: [(name: String, value: Value)] = []
        for item in (value.asDict?.items ?? []).prefix(5000) {
          found.append((try vm.repr(item.key).string, item.value))
        }
        return found
      default:
        guard let fields = try vm.getAttrOrNil(value, vm.intern("__dict__")), let dict = fields.asDict else { return [] }
        return dict.items.compactMap { item in item.key.asStr.map { ($0.string, item.value) } }
      }
    } catch {
      return []
    }
  }

  private func hasParts(_ language: PythonLanguage, _ value: Value) -> Bool {
    switch value.kind {
    case .list, .tuple, .dict:
      do throws(Raised) { return try language.vm.length(value) > 0 } catch { return false }
    case .str, .int, .float, .none, .function, .nativeFunction, .type, .module: return false
    default:
      if case .object = value { return !parts(language, value).isEmpty }
      return false
    }
  }

  /// One variable.
  private func described(_ language: PythonLanguage, _ name: String, _ value: Value) -> JSON {
    [
      "name": .string(name), "value": .string(text(language, value)),
      "type": .string(language.vm.type(of: value).name), "evaluateName": .string(name),
      "variablesReference": .int(hasParts(language, value) ? machine.reference(.object(value)) : 0),
    ]
  }

  /// The representation, cut where it is long.
  private func text(_ language: PythonLanguage, _ value: Value) -> String {
    let isOuter = machine.isStanding
    machine.isStanding = true
    defer { machine.isStanding = isOuter }
    do throws(Raised) {
      let text = try language.vm.repr(value).string
      return text.count > 2000 ? String(text.prefix(2000)) + "…" : text
    } catch {
      return "<\(error.exception.type.name) in repr>"
    }
  }

  /// A variable by all its representations.
  func richInspect(_ language: PythonLanguage, _ name: String, _ frame: Int?) -> JSON {
    let isOuter = machine.isStanding
    machine.isStanding = true
    defer { machine.isStanding = isOuter }
    do throws(Raised) {
      let value = try evaluate(language, name, frame.map { $0 &- 1 })
      let bundle = try language.format(value) ?? Bundle()
      return ["data": .object(bundle.data), "metadata": .object(bundle.metadata)]
    } catch {
      return ["data": [:], "metadata": [:]]
    }
  }

  /// The value of an expression.
  func evaluated(_ language: PythonLanguage, _ expression: String, _ frame: Int?) -> JSON {
    let isOuter = machine.isStanding
    machine.isStanding = true
    defer { machine.isStanding = isOuter }
    do throws(Raised) {
      let value = try evaluate(language, expression, frame.map { $0 &- 1 })
      return [
        "result": .string(value.isNone ? "" : text(language, value)),
        "type": .string(language.vm.type(of: value).name),
        "variablesReference": .int(hasParts(language, value) ? machine.reference(.object(value)) : 0),
      ]
    } catch {
      return ["error": .string("\(error.exception.type.name): \(text(language, .object(error.exception)))")]
    }
  }

  /// Sets a global variable.
  func setGlobal(_ language: PythonLanguage, _ name: String, _ expression: String) -> JSON {
    do throws(Raised) {
      let value = try evaluate(language, expression, nil)
      language.session.main.set(language.vm, name, value)
      return ["value": .string(text(language, value)), "type": .string(language.vm.type(of: value).name)]
    } catch {
      return ["error": .string(text(language, .object(error.exception)))]
    }
  }

  /// Copies a variable of a frame to the globals.
  func copyToGlobals(_ language: PythonLanguage, _ name: String, _ copy: String, _ frame: Int?) -> JSON {
    guard let frame, let value = language.vm.debugLocals(frame &- 1)?.get(language.vm, name) else {
      return ["error": .string("no variable \(name)")]
    }
    language.session.main.set(language.vm, copy, value)
    return [:]
  }
}

import Interpreter
internal import Kernel

/// The debugger's things that belong to the holder of the machine.
final class DebuggedMachine {
  /// The code of cells by their names.
  var codes: [String: Code] = [:]
  /// The traps, while the debugger is started.
  var traps: Traps?
  /// The places that were set last.
  var places: [(code: Code, index: Int)] = []
  /// Whether the traps must be set anew.
  var changed = false
  /// The step that is being made.
  var step: Step?
  /// Whether the machine stands at a stop: what is evaluated there does not stop again.
  var isStanding = false
  /// Objects that clients may ask for, by number.
  var references: [Reference] = []

  /// Where a step began and how far it goes.
  struct Step {
    var kind: PythonDebugger.Resume
    var frame: Int
    var code: Code?
    var line: Int

    init(kind: PythonDebugger.Resume, vm: VM) {
      self.kind = kind
      frame = vm.debugFrameCount - 1
      let place = vm.debugPlace(frame)
      code = place?.code
      line = place.map { Int($0.code.span(at: $0.index).line) } ?? 0
    }

    /// Whether a step ends at this place.
    func ends(frame: Int, code: Code, line: Int) -> Bool {
      switch kind {
      case .run: return false
      case .out: return frame < self.frame
      case .over: return frame < self.frame || frame == self.frame && (line != self.line || code !== self.code)
      case .into: return frame != self.frame || line != self.line || code !== self.code
      }
    }
  }

  /// Something that has parts.
  enum Reference {
    case object(Value)
    case variables(DictObject)
  }

  /// Number of something with parts.
  func reference(_ made: Reference) -> Int {
    if references.count > 100_000 { references.removeAll() }
    references.append(made)
    return references.count
  }
}

extension PythonDebugger {
  /// Sets the traps that breakpoints and the step need, if something has changed; only by the holder of the machine.
  func updateTraps(_ language: PythonLanguage) {
    let isStarted = monitor.locked { shared.isStarted }
    if isStarted, machine.traps == nil {
      let traps = language.vm.makeTraps()
      traps.met = { [unowned self, unowned language] (vm, frame, code, index) throws(Raised) in
        met(language, frame, code, index)
      }
      machine.traps = traps
      language.vm.raiseHook = { [unowned self, unowned language] vm, exception in raised(language, exception) }
    } else if !isStarted, let traps = machine.traps {
      traps.set([])
      machine.traps = nil
      machine.step = nil
      traps.met = nil
      language.vm.raiseHook = nil
    }
    applyTraps()
  }

  /// Sets the traps of a started debugger.
  func applyTraps() {
    guard let traps = machine.traps else { return }
    let (breakpoints, isPausing) = monitor.locked { (shared.breakpoints, shared.pauseIsWanted) }
    var places: [(code: Code, index: Int)] = []
    for (name, root) in machine.codes {
      if machine.step != nil || isPausing {
        for code in root.withNested { places += code.lineStarts.map { (code, $0.index) } }
        continue
      }
      guard let wanted = breakpoints[name], !wanted.isEmpty else { continue }
      let lines = Set(resolve(root, wanted).map { $0.line })
      for code in root.withNested {
        var taken: Set<Int> = []
        for start in code.lineStarts where lines.contains(start.line) && taken.insert(start.line).inserted {
          places.append((code, start.index))
        }
      }
    }
    traps.set(places)
    machine.changed = false
  }

  /// Breakpoints moved to the next line that has code.
  func resolve(_ root: Code, _ wanted: [Breakpoint]) -> [Breakpoint] {
    let lines = Set(root.withNested.flatMap { $0.lineStarts.map(\.line) }).sorted()
    return wanted.map { breakpoint in
      var moved = breakpoint
      moved.line = lines.first { $0 >= breakpoint.line } ?? breakpoint.line
      return moved
    }
  }

  /// A trap was met: stops, or goes on.
  private func met(_ language: PythonLanguage, _ frame: Int, _ code: Code, _ index: Int) {
    guard !machine.isStanding else { return }
    let line = Int(code.span(at: index).line)
    let name = code.parts.filename
    if monitor.locked({ shared.pauseIsWanted }) { return stop(language, reason: "pause") }
    if let root = machine.codes[name] {
      let wanted = monitor.locked { shared.breakpoints[name] } ?? []
      for (position, breakpoint) in resolve(root, wanted).enumerated() where breakpoint.line == line {
        if isHit(language, name, position, breakpoint, frame) { return stop(language, reason: "breakpoint") }
      }
    }
    if let step = machine.step, step.ends(frame: frame, code: code, line: line) { stop(language, reason: "step") }
  }

  /// Counts a breakpoint and looks at its conditions; a log point writes its message.
  private func isHit(
    _ language: PythonLanguage, _ name: String, _ position: Int, _ breakpoint: Breakpoint, _ frame: Int
  ) -> Bool {
    let vm = language.vm
    machine.isStanding = true
    defer { machine.isStanding = false }
    do throws(Raised) {
      if let condition = breakpoint.condition, !condition.isEmpty {
        guard try vm.truth(try evaluate(language, condition, frame)) else { return false }
      }
    } catch {
      // A condition that fails stops, so that it is seen.
      language.write(.stderr, "Breakpoint condition: \(vm.tracebackText(error.exception))")
      return true
    }
    let hits = monitor.locked {
      guard let count = shared.breakpoints[name]?.count, position < count else { return 0 }
      shared.breakpoints[name]?[position].hits += 1
      return shared.breakpoints[name]?[position].hits ?? 0
    }
    if let text = breakpoint.hitCondition?.trimmed, !text.isEmpty {
      let digits = Int(text.filter(\.isNumber)) ?? 0
      let isMet =
        text.hasPrefix(">=") ? hits >= digits : text.hasPrefix(">") ? hits > digits
        : text.hasPrefix("%") ? digits > 0 && hits % digits == 0 : hits == digits
      if !isMet { return false }
    }
    guard let message = breakpoint.logMessage, !message.isEmpty else { return true }
    language.write(.stdout, expandLog(language, message, frame) + "\n")
    return false
  }

  /// Replaces `{expression}` in the message of a log point.
  private func expandLog(_ language: PythonLanguage, _ message: String, _ frame: Int) -> String {
    var text = ""
    var rest = Substring(message)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let expression = String(rest[rest.index(after: open)..<close])
      do throws(Raised) {
        text += try language.vm.str(try evaluate(language, expression, frame)).string
      } catch {
        text += "{\(expression)}"
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// The value of an expression in a frame; statements run and give None.
  func evaluate(_ language: PythonLanguage, _ text: String, _ frame: Int?) throws(Raised) -> Value {
    let vm = language.vm
    let globals = frame.flatMap { vm.debugGlobals($0) } ?? language.session.main
    let locals = frame.flatMap { vm.debugLocals($0) }
    return try vm.run(
      source: Array(text.utf8), filename: "<debugger>", mode: .cell, globals: globals,
      locals: locals === globals ? nil : locals)
  }

  /// An exception was raised: stops when that is wanted.
  private func raised(_ language: PythonLanguage, _ exception: ExceptionObject) {
    guard !machine.isStanding else { return }
    let filters = monitor.locked { shared.exceptionFilters }
    guard !filters.isEmpty, let place = language.vm.debugPlace(language.vm.debugFrameCount - 1),
      machine.codes[place.code.parts.filename] != nil,
      !exception.type.isSubtype(of: language.vm.types.stopIteration)
    else { return }
    let isUncaught = !language.vm.debugHasHandler
    guard filters.contains("raised") || isUncaught else { return }
    machine.isStanding = true
    let text = (try? language.vm.str(.object(exception)).string) ?? ""
    machine.isStanding = false
    stop(language, reason: "exception", text: "\(exception.type.name): \(text)")
  }
}

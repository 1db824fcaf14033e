import Glibc
import Interpreter
package import Kernel

extension PythonLanguage {
  package func debug(_ request: JSON, events: any DebugEvents) -> JSON {
    debugger.answer(request, events: events, self)
  }
}

/// Why a request of a client failed.
private struct DebugFailure: Error {
  var message: String
}

extension PythonDebugger {
  /// Answers one request of the Debug Adapter Protocol, on the control thread.
  func answer(_ request: JSON, events: any DebugEvents, _ language: PythonLanguage) -> JSON {
    guard let command = request["command"]?.string else { return [:] }
    let isKnownBefore = [
      "debugInfo", "inspectVariables", "richInspectVariables", "modules", "copyToGlobals", "initialize", "attach",
      "dumpCell", "source", "variables", "disconnect",
    ].contains(command)
    guard isKnownBefore || monitor.locked({ shared.isStarted }) else { return [:] }
    let arguments = request["arguments"] ?? [:]
    var answer: JSONObject = [
      "type": "response", "request_seq": request["seq"] ?? 0, "command": .string(command), "success": true,
    ]
    do throws(DebugFailure) {
      answer["body"] = try body(command, arguments, events, language)
    } catch {
      answer["success"] = false
      answer["message"] = .string(error.message)
      answer["body"] = [:]
    }
    answer["seq"] = .int(
      monitor.locked {
        shared.sequence += 1
        return shared.sequence
      })
    return .object(answer)
  }

  private func body(_ command: String, _ arguments: JSON, _ events: any DebugEvents, _ language: PythonLanguage)
    throws(DebugFailure) -> JSON
  {
    switch command {
    case "debugInfo": return info
    case "initialize": return capabilities
    case "attach", "launch": return attach(events, language)
    case "configurationDone", "setFunctionBreakpoints": return [:]
    case "disconnect", "terminate": return disconnect(language)
    case "dumpCell": return try dumpCell(arguments)
    case "source": return try source(arguments, language)
    case "setBreakpoints": return try setBreakpoints(arguments, language)
    case "setExceptionBreakpoints":
      let filters = (arguments["filters"]?.array ?? []).compactMap { $0.string }
      monitor.locked { shared.exceptionFilters = Set(filters) }
      return ["breakpoints": .array(filters.map { _ in ["verified": true] })]
    case "threads": return ["threads": [["id": .int(PythonDebugger.threadID), "name": "MainThread"]]]
    case "continue":
      try go(.run)
      return ["allThreadsContinued": true]
    case "next": try go(.over)
    case "stepIn": try go(.into)
    case "stepOut": try go(.out)
    case "pause":
      monitor.locked { shared.pauseIsWanted = true }
      interruptHandle.requestPoll()
    case "modules":
      let (start, count) = (arguments["startModule"]?.int ?? 0, arguments["moduleCount"]?.int ?? 0)
      return try ask(language) { PythonDebugger.modules($0, start: start, count: count) }
    case "stackTrace": return try ask(language) { $0.debugger.stackTrace($0) }
    case "scopes":
      let frame = arguments["frameId"]?.int ?? 0
      return try ask(language) { $0.debugger.scopes($0, frame) }
    case "variables":
      let number = arguments["variablesReference"]?.int ?? 0
      let (start, count) = (arguments["start"]?.int ?? 0, arguments["count"]?.int ?? 0)
      return try ask(language) { $0.debugger.variables($0, number, start: start, count: count) }
    case "inspectVariables": return try ask(language) { $0.debugger.inspectVariables($0) }
    case "richInspectVariables":
      let name = arguments["variableName"]?.string ?? ""
      let frame = arguments["frameId"]?.int
      return try ask(language) { $0.debugger.richInspect($0, name, frame) }
    case "evaluate":
      let text = arguments["expression"]?.string ?? ""
      let frame = arguments["frameId"]?.int
      return try ask(language) { $0.debugger.evaluated($0, text, frame) }
    case "setVariable", "setExpression":
      let name = (arguments["name"] ?? arguments["expression"])?.string ?? ""
      let text = arguments["value"]?.string ?? ""
      return try ask(language) { $0.debugger.setGlobal($0, name, text) }
    case "copyToGlobals":
      let (name, copy) = (arguments["srcVariableName"]?.string ?? "", arguments["dstVariableName"]?.string ?? "")
      let frame = arguments["srcFrameId"]?.int
      return try ask(language) { $0.debugger.copyToGlobals($0, name, copy, frame) }
    default: throw DebugFailure(message: "unknown command \(command)")
    }
    return [:]
  }

  private func go(_ kind: Resume) throws(DebugFailure) {
    guard resume(kind) else { throw DebugFailure(message: "nothing is stopped") }
  }

  /// Runs a job; an answer with `error` is a failure.
  private func ask(
    _ language: PythonLanguage, _ run: @escaping @Sendable (PythonLanguage) -> JSON
  ) throws(DebugFailure) -> JSON {
    guard let answer = perform(language, run) else { throw DebugFailure(message: "the cell does not let itself be asked") }
    if let error = answer["error"]?.string { throw DebugFailure(message: error) }
    return answer
  }

  // MARK: The debugger itself

  private var info: JSON {
    let shared = monitor.locked { self.shared }
    let breakpoints: [JSON] = shared.breakpoints.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map {
      ["source": .string($0.key), "breakpoints": .array($0.value.map { $0.source })]
    }
    return [
      "isStarted": .bool(shared.isStarted), "hashMethod": "Murmur2", "hashSeed": .int(Int(PythonDebugger.hashSeed)),
      "tmpFilePrefix": .string(PythonDebugger.cellPrefix), "tmpFileSuffix": ".py", "breakpoints": .array(breakpoints),
      "stoppedThreads": shared.isStopped ? [.int(PythonDebugger.threadID)] : [], "richRendering": true,
      "exceptionPaths": ["Python Exceptions"], "copyToGlobals": true,
    ]
  }

  private var capabilities: JSON {
    let filters: [JSON] = [
      ["filter": "raised", "label": "Raised Exceptions", "default": false],
      ["filter": "uncaught", "label": "Uncaught Exceptions", "default": true],
      ["filter": "userUnhandled", "label": "User Uncaught Exceptions", "default": false],
    ]
    return [
      "supportsConfigurationDoneRequest": true, "supportsConditionalBreakpoints": true,
      "supportsHitConditionalBreakpoints": true, "supportsEvaluateForHovers": true, "supportsLogPoints": true,
      "supportsSetVariable": true, "supportsModulesRequest": true, "supportsExceptionInfoRequest": false,
      "exceptionBreakpointFilters": .array(filters),
    ]
  }

  private func attach(_ events: any DebugEvents, _ language: PythonLanguage) -> JSON {
    monitor.locked {
      shared.events = events
      shared.isStarted = true
    }
    _ = perform(language) {
      $0.debugger.updateTraps($0)
      return [:]
    }
    send("initialized", [:])
    send(
      "process",
      ["name": "wick", "systemProcessId": .int(Int(getpid())), "isLocalProcess": true, "startMethod": "attach"])
    send("thread", ["reason": "started", "threadId": .int(PythonDebugger.threadID)])
    return [:]
  }

  private func disconnect(_ language: PythonLanguage) -> JSON {
    monitor.locked {
      shared.isStarted = false
      shared.breakpoints = [:]
      shared.exceptionFilters = []
      shared.pauseIsWanted = false
      monitor.wakeAll()
    }
    _ = perform(language) {
      $0.debugger.updateTraps($0)
      return [:]
    }
    return [:]
  }

  private func dumpCell(_ arguments: JSON) throws(DebugFailure) -> JSON {
    let code = arguments["code"]?.string ?? ""
    let path = PythonDebugger.cellPrefix + "\(CellHash.murmur2(code, seed: PythonDebugger.hashSeed)).py"
    do throws(FileError) {
      try FileIO.makeFolder(String(PythonDebugger.cellPrefix.dropLast()))
      try FileIO.write(path, Array(code.utf8))
    } catch {
      throw DebugFailure(message: error.reason)
    }
    return ["sourcePath": .string(path)]
  }

  private func source(_ arguments: JSON, _ language: PythonLanguage) throws(DebugFailure) -> JSON {
    let path = arguments["source"]?["path"]?.string ?? ""
    let isCell = path.hasPrefix(PythonDebugger.cellPrefix) && !path.contains("..")
    guard isCell || !isSandboxed, let bytes = try? FileIO.read(path, limit: 64 << 20) else {
      throw DebugFailure(message: "source unavailable: \(path)")
    }
    return ["content": .string(String(decoding: bytes, as: UTF8.self))]
  }

  private func setBreakpoints(_ arguments: JSON, _ language: PythonLanguage) throws(DebugFailure) -> JSON {
    let path = arguments["source"]?["path"]?.string ?? ""
    let wanted = (arguments["breakpoints"]?.array ?? []).map { item in
      Breakpoint(
        line: item["line"]?.int ?? 0, condition: item["condition"]?.string, hitCondition: item["hitCondition"]?.string,
        logMessage: item["logMessage"]?.string, source: item)
    }
    monitor.locked { shared.breakpoints[path] = wanted }
    let answer = try ask(language) { language in
      let debugger = language.debugger
      let resolved = debugger.machine.codes[path].map { debugger.resolve($0, wanted) } ?? wanted
      debugger.machine.changed = true
      debugger.updateTraps(language)
      return .array(resolved.map { .int($0.line) })
    }
    let shown: [JSON] = (answer.array ?? []).enumerated().map { position, line in
      ["id": .int(position + 1), "verified": true, "line": line, "source": ["path": .string(path)]]
    }
    return ["breakpoints": .array(shown)]
  }

  /// The modules that came from files.
  private static func modules(_ language: PythonLanguage, start: Int, count: Int) -> JSON {
    let vm = language.vm
    let all = vm.modules.items
    var found: [JSON] = []
    let end = count > 0 ? min(all.count, max(0, start) &+ min(count, all.count)) : all.count
    for (number, item) in all.enumerated() where number >= start && number < end {
      guard let module = item.value.asModule, let name = item.key.asStr?.string,
        let path = module.namespace.get(vm, "__file__")?.asStr?.string, path.hasSuffix(".py")
      else { continue }
      found.append(["id": .int(number), "name": .string(name), "path": .string(path)])
    }
    return ["modules": .array(found), "totalModules": .int(all.count)]
  }
}

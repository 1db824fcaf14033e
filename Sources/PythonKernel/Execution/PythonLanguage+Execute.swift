import Glibc
import Interpreter
package import Kernel

extension PythonLanguage {
  package func execute(_ request: ExecuteRequest, in context: any ExecutionContext) -> ExecuteResult {
    let subshell = context.subshellID
    return withMachine(isMain: subshell == nil, interrupts: interruptHandles[subshell]) {
      let result = executeCell(request, in: context)
      vm.collectAtRest()
      #if WICK_CHECKED
        _ = vm.reportAudit("cell \(shell.executionCount)")
      #endif
      return result
    }
  }

  private func executeCell(_ request: ExecuteRequest, in context: any ExecutionContext) -> ExecuteResult {
    let running = RunningRequest(context)
    self.request = running
    cellContexts[UInt(pthread_self())] = context
    if context.subshellID == nil { latestCell = running }
    running.isExecuting = true
    vm.clearMemoryShortage()
    vm.resetOutput()
    defer { running.isExecuting = false }
    let isStored = request.storeHistory && !request.silent
    let code = transformer.transform(request.code)
    let isBlank = request.code.allSatisfy { $0.isWhitespace }
    running.executionCount = isStored && !isBlank ? request.executionCount : request.executionCount &+ 1
    // `In`, `Out` and the history belong to the main shell: subshells count for themselves.
    if isStored && !isBlank && context.subshellID == nil {
      shell.executionCount = running.executionCount
      shell.remember(input: code, raw: request.code, number: shell.executionCount)
      store.store(line: shell.executionCount, input: code, raw: request.code)
    }
    cellFailure = nil
    // Who names it sees the function itself.
    if code.contains("display"), vm.builtins.get(vm, "display")?.kind == .nativeFunction {
      do throws(Raised) { try installDisplay() } catch {}
    }
    trigger("pre_execute")
    if !request.silent { trigger("pre_run_cell", "ExecutionInfo") }
    let outcome = runTransformed(code, request: request, isStored: isStored, context)
    trigger("post_execute")
    if !request.silent { trigger("post_run_cell", "ExecutionResult", failed: cellFailure) }
    running.captures.removeAll()
    context.flush()
    return ExecuteResult(outcome, payload: running.payload)
  }

  private func runTransformed(
    _ code: String, request: ExecuteRequest, isStored: Bool, _ context: any ExecutionContext
  ) -> ExecuteOutcome {
    do throws(Raised) {
      var value = Value.none
      if let interactivity {
        let number = isStored ? self.request.executionCount : nil
        try runCell(code, typed: request.code, interactivity: interactivity) { (value) throws(Raised) in
          _ = try displayResult(value, number: number)
        }
      } else {
        value = try runCell(code, typed: request.code)
      }
      if !value.isNone && !CellTransformer.endsWithSemicolon(code) {
        let shown = try displayResult(value, number: isStored ? self.request.executionCount : nil)
        if isStored, context.subshellID == nil, let shown { store.store(line: shell.executionCount, output: shown) }
      }
      if isCopy { endCopy(nil) }
      if let error = self.request.representationError { return .error(error) }
      return .ok(userExpressions: evaluate(request.userExpressions))
    } catch {
      if isCopy { endCopy(error) }
      cellFailure = error.exception
      return fail(error, context)
    }
  }

  /// Calls the callbacks of an event, if there are any.
  private func trigger(_ event: String, _ argument: String? = nil, failed: ExceptionObject? = nil) {
    guard let events = shell.events else { return }
    do throws(Raised) {
      var arguments: [Value] = [.object(vm.string(event))]
      if let argument {
        let type = try vm.getAttr(try importDotted("IPython.core.interactiveshell"), argument)
        let none: [(name: String, value: Value)] = [
          ("raw_cell", .object(vm.string(shell.lastInput))), ("error_before_exec", .none),
          ("error_in_exec", failed.map { .object($0) } ?? .none),
          ("result", .none), ("execution_count", .int(request.executionCount)),
        ]
        arguments.append(try vm.call(type, [], keywords: none))
      }
      _ = try vm.callMethod(events, "trigger", arguments)
    } catch {
      show(error)
    }
  }

  /// Reports an uncaught error.
  func fail(_ error: Raised, _ context: any ExecutionContext) -> ExecuteOutcome {
    if error.exception.type.isSubtype(of: vm.types.keyboardInterrupt) { context.interruptWasRaised() }
    let report = errorReport(error.exception)
    if error.exception.type.name == "UsageError", error.exception.type.isHeap {
      // A magic used wrongly: a line of text says enough.
      write(.stderr, "UsageError: \(report.value)\n")
      return .error(ErrorReport(name: report.name, value: report.value, traceback: []))
    }
    lastError = error.exception
    if let sys = vm.builtin.sysModule {
      // Where `pdb.pm` and programs look for it.
      sys.namespace.set(vm, "last_type", .object(error.exception.type))
      sys.namespace.set(vm, "last_value", .object(error.exception))
      sys.namespace.set(vm, "last_exc", .object(error.exception))
      sys.namespace.set(vm, "last_traceback", vm.tracebackObject(error.exception))
    }
    self.request.captures.removeAll()
    context.flush()
    context.error(report)
    return .error(report)
  }

  /// Runs the code of a cell; its last expression is the value.
  ///
  /// `typed` is the cell before magics were replaced, from which front ends compute its name.
  func runCell(_ code: String, typed: String? = nil) throws(Raised) -> Value {
    let filename = cellName(typed ?? code)
    shell.cellNumbers[filename] = request.executionCount
    let made = try vm.compile(Array(code.utf8), filename: filename, mode: .cell)
    debugger.register(made, filename)
    return try vm.run(made, globals: session.main)
  }

  /// The name of a cell's code, which front ends and debuggers compute as well.
  func cellName(_ code: String) -> String {
    PythonDebugger.cellPrefix + "\(CellHash.murmur2(code, seed: PythonDebugger.hashSeed)).py"
  }

  /// Shows the value of a cell as `Out[n]`; returns its plain text.
  private func displayResult(_ value: Value, number: Int?) throws(Raised) -> String? {
    let bundle = try format(value)
    if let number, context?.subshellID == nil { shell.remember(result: value, number: number) }
    guard let bundle, !bundle.data.isEmpty else { return nil }
    let count = number ?? request.executionCount &- 1
    if isCopy { return nil }
    showResult(bundle, number: count)
    return bundle.data["text/plain"]?.string
  }

  /// Sends a result, or keeps it for a capture.
  func showResult(_ bundle: Bundle, number: Int) {
    if let capture = request.captures.last, capture.catchesDisplays {
      capture.display(.object(bundle.data), metadata: .object(bundle.metadata))
    } else {
      context?.flush()
      context?.executeResult(.object(bundle.data), metadata: .object(bundle.metadata), executionCount: number)
    }
  }

  /// The bundles of `user_expressions`.
  private func evaluate(_ expressions: [(name: String, expression: String)]) -> JSON {
    var result = JSONObject()
    for (name, expression) in expressions {
      do throws(Raised) {
        let value = try vm.run(
          source: Array(expression.utf8), filename: "<string>", mode: .eval, globals: session.main)
        let bundle = try format(value) ?? Bundle()
        result[name] = ["status": "ok", "data": .object(bundle.data), "metadata": .object(bundle.metadata)]
      } catch {
        let report = errorReport(error.exception)
        let isSyntax = error.exception.type.isSubtype(of: vm.types.syntaxError)
        let traceback = isSyntax ? report.traceback : [Color.red(report.name) + ": \(report.value)\n"]
        result[name] = [
          "status": "error", "ename": .string(report.name), "evalue": .string(report.value),
          "traceback": .array(traceback.map { .string($0) }),
        ]
      }
    }
    return .object(result)
  }
}

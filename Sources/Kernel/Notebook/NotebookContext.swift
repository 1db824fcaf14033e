/// Collects what cells publish as the outputs of a notebook.
final class NotebookContext: ExecutionContext, @unchecked Sendable {
  // Sendable: everything mutable is touched under the monitor.
  private let monitor = Monitor()
  private let answer: @Sendable (String, Bool) -> InputResult
  private var outputs: [[JSON]]
  private var cell = 0
  private var clearsBeforeNext = false
  private var displays: [String: [(cell: Int, position: Int)]] = [:]
  private var isInterrupted = false

  init(cellCount: Int, answer: @escaping @Sendable (String, Bool) -> InputResult) {
    outputs = Array(repeating: [], count: cellCount)
    self.answer = answer
  }

  let parentHeader: JSON = .object(JSONObject())
  let subshellID: String? = nil
  let isSilent = false

  /// Directs what follows to a cell.
  func begin(_ cell: Int) {
    monitor.locked {
      self.cell = cell
      clearsBeforeNext = false
      isInterrupted = false
      clear()
    }
  }

  /// What a cell has published so far.
  func outputs(of cell: Int) -> [JSON] { monitor.locked { outputs[cell] } }

  /// Wakes `serve`.
  func interrupt() {
    monitor.locked {
      isInterrupted = true
      monitor.wakeAll()
    }
  }

  // Inside the monitor.
  private func clear() {
    outputs[cell] = []
    for (name, places) in displays { displays[name] = places.filter { $0.cell != cell } }
  }

  // Inside the monitor.
  private func append(_ output: JSON) {
    if clearsBeforeNext {
      clearsBeforeNext = false
      clear()
    }
    outputs[cell].append(output)
  }

  func stream(_ name: StreamName, _ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    monitor.locked {
      if clearsBeforeNext {
        clearsBeforeNext = false
        clear()
      }
      let last = outputs[cell].count - 1
      if last >= 0, case .object(var members) = outputs[cell][last], members["output_type"] == "stream",
        members["name"]?.string == name.rawValue, case .string(var joined)? = members["text"]
      {
        // Emptied first, so that appending does not copy what is there.
        outputs[cell][last] = .null
        members["text"] = .null
        joined += text
        members["text"] = .string(joined)
        outputs[cell][last] = .object(members)
      } else {
        append(["output_type": "stream", "name": .string(name.rawValue), "text": .string(text)])
      }
    }
  }

  func flush() {}

  func displayData(_ data: JSON, metadata: JSON, transient: JSON) {
    monitor.locked {
      append(["output_type": "display_data", "data": data, "metadata": metadata])
      guard let name = transient["display_id"]?.string else { return }
      displays[name, default: []].append((cell, outputs[cell].count - 1))
    }
  }

  func updateDisplayData(_ data: JSON, metadata: JSON, transient: JSON) {
    guard let name = transient["display_id"]?.string else { return }
    monitor.locked {
      for (cell, position) in displays[name] ?? [] where position < outputs[cell].count {
        guard case .object(var members) = outputs[cell][position] else { continue }
        members["data"] = data
        members["metadata"] = metadata
        outputs[cell][position] = .object(members)
      }
    }
  }

  func executeResult(_ data: JSON, metadata: JSON, executionCount: Int) {
    monitor.locked {
      append([
        "output_type": "execute_result", "execution_count": .int(executionCount), "data": data,
        "metadata": metadata,
      ])
    }
  }

  func error(_ report: ErrorReport) {
    guard var members = report.content.object else { return }
    members["output_type"] = "error"
    monitor.locked { append(.object(members)) }
  }

  func clearOutput(wait: Bool) {
    monitor.locked { if wait { clearsBeforeNext = true } else { clear() } }
  }

  func input(prompt: String, password: Bool) -> InputResult { answer(prompt, password) }

  func interruptWasRaised() { monitor.locked { isInterrupted = false } }

  func serve(seconds: Double) -> ServeResult {
    let deadline = Clock.after(seconds: seconds)
    return monitor.locked {
      guard !isInterrupted else { return .interrupted }
      guard monitor.wait(until: deadline) else { return .timedOut }
      return isInterrupted ? .interrupted : .woken
    }
  }

  func serve(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> ServeResult {
    if descriptors.isEmpty { return serve(seconds: seconds) }
    // In pieces: neither an interrupt nor `wake` is a descriptor.
    let piece = Int32(max(0, min(seconds * 1000, 10)).rounded(.up))
    if PolledDescriptor.poll(&descriptors, nil, milliseconds: piece) { return .ready }
    return monitor.locked { isInterrupted ? .interrupted : .timedOut }
  }

  func wake() { monitor.locked { monitor.wakeAll() } }

  func sendComm(_ action: CommAction, _ message: CommMessage) {}

  func publish(type: String, content: JSON, metadata: JSON, buffers: [[UInt8]]) {}
}

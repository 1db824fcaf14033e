/// One cell to run.
package struct ExecuteRequest: Sendable {
  /// The source.
  package var code: String
  /// Number of this cell (`In[n]`): already counted up if the cell is stored and not blank.
  package var executionCount: Int
  /// Publishes nothing and stores nothing.
  package var silent = false
  /// Whether the cell enters the history (false if silent).
  package var storeHistory = true
  /// Expressions to evaluate after the cell, only if it ended well.
  package var userExpressions: [(name: String, expression: String)] = []
  /// Whether `input()` may be answered.
  package var allowStdin = true
  /// Identity of the cell in the front end (`metadata.cellId`), if any.
  package var cellID: String?
  /// The metadata of the message.
  package var metadata: JSON = .object([:])

  /// Creates a request with defaults of the protocol.
  package init(code: String, executionCount: Int) {
    self.code = code
    self.executionCount = executionCount
  }
}

/// An exception as front ends show it.
package struct ErrorReport: Sendable, Equatable {
  /// Class name.
  package var name: String
  /// Text of the exception.
  package var value: String
  /// Lines of the traceback, with ANSI colours.
  package var traceback: [String]

  /// Creates a report.
  package init(name: String, value: String, traceback: [String]) {
    self.name = name
    self.value = value
    self.traceback = traceback
  }
}

/// How a cell ended.
package enum ExecuteOutcome: Sendable {
  /// Well; with one mime bundle (`{"status": "ok", "data": …, "metadata": …}`) or error per user expression.
  case ok(userExpressions: JSON)
  case error(ErrorReport)
  case aborted
}

/// What `execute` returns: the outcome and the payload of the reply.
package struct ExecuteResult: Sendable {
  /// How the cell ended.
  package var outcome: ExecuteOutcome
  /// Payload entries: page, set_next_input, edit_magic, ask_exit (which ends the kernel unless `keepkernel`).
  package var payload: [JSON]

  /// Creates a result.
  package init(_ outcome: ExecuteOutcome, payload: [JSON] = []) {
    self.outcome = outcome
    self.payload = payload
  }

  /// A cell that ended well, without user expressions.
  package static var ok: ExecuteResult { ExecuteResult(.ok(userExpressions: .object([:]))) }
}

/// A request for completions; positions count code points.
package struct CompleteRequest: Sendable {
  /// The whole cell.
  package var code: String
  /// Cursor in code points, between 0 and the length.
  package var cursor: Int

  /// Creates a request.
  package init(code: String, cursor: Int) {
    self.code = code
    self.cursor = cursor
  }
}

/// Completions that replace a range; positions count code points.
package struct CompleteReply: Sendable {
  /// The texts.
  package var matches: [String]
  /// Start of the range to replace.
  package var cursorStart: Int
  /// End of the range to replace.
  package var cursorEnd: Int
  /// Extras, such as `_jupyter_types_experimental`.
  package var metadata: JSON

  /// Creates a reply.
  package init(matches: [String], cursorStart: Int, cursorEnd: Int, metadata: JSON = .object([:])) {
    self.matches = matches
    self.cursorStart = cursorStart
    self.cursorEnd = cursorEnd
    self.metadata = metadata
  }
}

/// A request to describe the object at a cursor.
package struct InspectRequest: Sendable {
  /// The whole cell.
  package var code: String
  /// Cursor in code points, between 0 and the length.
  package var cursor: Int
  /// 0: documentation, 1: source as well.
  package var detailLevel: Int
  /// Names of sections to leave out.
  package var omitSections: [String]

  /// Creates a request.
  package init(code: String, cursor: Int, detailLevel: Int = 0, omitSections: [String] = []) {
    self.code = code
    self.cursor = cursor
    self.detailLevel = detailLevel
    self.omitSections = omitSections
  }
}

/// A description as a mime bundle.
package struct InspectReply: Sendable {
  /// Whether there is such an object.
  package var found: Bool
  /// Mime bundle.
  package var data: JSON
  /// Metadata of the bundle.
  package var metadata: JSON

  /// Creates a reply.
  package init(found: Bool, data: JSON = .object([:]), metadata: JSON = .object([:])) {
    self.found = found
    self.data = data
    self.metadata = metadata
  }
}

/// Whether code can run as it stands.
package enum IsCompleteReply: Sendable, Equatable {
  case complete
  /// More is needed; with the indent of the next line.
  case incomplete(indent: String)
  case invalid
  case unknown
}

/// A question about earlier cells.
package struct HistoryRequest: Sendable {
  /// How to select.
  package enum Access: Sendable, Equatable {
    case tail(count: Int)
    /// Session 0 is the current one, negative ones count backwards; `stop` is exclusive, nil means to the end.
    case range(session: Int, start: Int, stop: Int?)
    /// Shell pattern (`*`, `?`) over the source.
    case search(pattern: String, count: Int?, unique: Bool)
  }
  /// How to select.
  package var access: Access
  /// Source as typed, not as transformed.
  package var raw: Bool
  /// With outputs.
  package var output: Bool

  /// Creates a request.
  package init(_ access: Access, raw: Bool = true, output: Bool = false) {
    self.access = access
    self.raw = raw
    self.output = output
  }
}

/// One earlier cell.
package struct HistoryEntry: Sendable, Equatable {
  /// Session number.
  package var session: Int
  /// Number of the cell in its session.
  package var line: Int
  /// Source.
  package var input: String
  /// Text of the result, if asked for and there was one.
  package var output: String?

  /// Creates an entry.
  package init(session: Int, line: Int, input: String, output: String? = nil) {
    self.session = session
    self.line = line
    self.input = input
    self.output = output
  }
}

/// Content of a comm message, in either direction.
package struct CommMessage: Sendable {
  /// Identity of the comm.
  package var id: String
  /// Name of the target, for `comm_open`.
  package var targetName: String?
  /// Module of the target, for `comm_open`.
  package var targetModule: String?
  /// Data.
  package var data: JSON
  /// Metadata of the message.
  package var metadata: JSON
  /// Binary buffers.
  package var buffers: [[UInt8]]

  /// Creates a message.
  package init(
    id: String, targetName: String? = nil, targetModule: String? = nil, data: JSON = .object([:]),
    metadata: JSON = .object([:]), buffers: [[UInt8]] = []
  ) {
    self.id = id
    self.targetName = targetName
    self.targetModule = targetModule
    self.data = data
    self.metadata = metadata
    self.buffers = buffers
  }
}

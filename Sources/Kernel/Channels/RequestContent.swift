// Reading the content of requests: unknown keys are ignored, missing optional ones have defaults, wrong types are
// refused with a reason the client gets to see.

/// The content of a request, an object.
struct Content {
  private let object: JSONObject

  init(_ content: JSON) throws(BadRequest) {
    guard let object = content.object else { throw BadRequest(reason: "content is not an object") }
    self.object = object
  }

  func code() throws(BadRequest) -> String {
    guard let code = try string("code") else { throw BadRequest(reason: "code is missing") }
    return code
  }

  func string(_ key: String) throws(BadRequest) -> String? {
    guard let value = object[key], !value.isNull else { return nil }
    guard let text = value.string else { throw BadRequest(reason: "\(key) is not a string") }
    return text
  }

  func bool(_ key: String, default standard: Bool) throws(BadRequest) -> Bool {
    guard let value = object[key], !value.isNull else { return standard }
    guard let flag = value.bool else { throw BadRequest(reason: "\(key) is not a boolean") }
    return flag
  }

  func int(_ key: String) throws(BadRequest) -> Int? {
    guard let value = object[key], !value.isNull else { return nil }
    guard let number = value.int else { throw BadRequest(reason: "\(key) is not an integer") }
    return number
  }

  func member(_ key: String) -> JSON? { object[key] }

  /// The cursor in code points; without one, the end.
  ///
  /// Positions outside of the code are moved to its ends.
  private func cursor(_ code: String) throws(BadRequest) -> Int {
    let length = code.unicodeScalars.count
    guard let position = try int("cursor_pos") else { return length }
    return min(max(position, 0), length)
  }

  func completeRequest() throws(BadRequest) -> CompleteRequest {
    let code = try code()
    return CompleteRequest(code: code, cursor: try cursor(code))
  }

  func inspectRequest() throws(BadRequest) -> InspectRequest {
    let code = try code()
    return InspectRequest(
      code: code, cursor: try cursor(code), detailLevel: try int("detail_level") ?? 0,
      omitSections: (object["omit_sections"]?.array ?? []).compactMap { $0.string })
  }

  func historyRequest() throws(BadRequest) -> HistoryRequest {
    let access: HistoryRequest.Access
    let count = try int("n")
    switch try string("hist_access_type") {
    case "tail": access = .tail(count: max(0, count ?? 10))
    case "range":
      access = .range(
        session: try int("session") ?? 0, start: try int("start") ?? 1, stop: try int("stop"))
    case "search":
      access = .search(
        pattern: try string("pattern") ?? "*", count: count.map { max(0, $0) },
        unique: try bool("unique", default: false))
    case nil: throw BadRequest(reason: "hist_access_type is missing")
    case let other?: throw BadRequest(reason: "unknown hist_access_type \(other)")
    }
    return HistoryRequest(
      access, raw: try bool("raw", default: true), output: try bool("output", default: false))
  }
}

/// The content of an execute request.
struct ExecuteContent {
  var code: String
  var silent: Bool
  var storeHistory: Bool
  var userExpressions: [(name: String, expression: String)] = []
  var allowStdin: Bool
  var stopOnError: Bool

  init(_ json: JSON) throws(BadRequest) {
    let content = try Content(json)
    code = try content.code()
    silent = try content.bool("silent", default: false)
    storeHistory = try content.bool("store_history", default: true) && !silent
    allowStdin = try content.bool("allow_stdin", default: true)
    stopOnError = try content.bool("stop_on_error", default: true)
    guard let expressions = content.member("user_expressions"), !expressions.isNull else { return }
    guard let object = expressions.object else {
      throw BadRequest(reason: "user_expressions is not an object")
    }
    for (name, value) in object.members {
      guard let expression = value.string else {
        throw BadRequest(reason: "user_expressions: \(name) is not a string")
      }
      userExpressions.append((name, expression))
    }
  }

  /// Whether there is nothing but white space: such a cell is not counted.
  var isBlank: Bool { code.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

  func request(count: Int, _ metadata: JSON) -> ExecuteRequest {
    var request = ExecuteRequest(code: code, executionCount: count)
    request.silent = silent
    request.storeHistory = storeHistory
    request.userExpressions = userExpressions
    request.allowStdin = allowStdin
    request.cellID = metadata["cellId"]?.string
    request.metadata = metadata
    return request
  }
}

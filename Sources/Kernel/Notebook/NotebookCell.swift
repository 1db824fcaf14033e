/// A cell of a notebook.
package struct NotebookCell: Sendable {
  /// Kind of a cell.
  package enum Kind: Sendable, Equatable {
    case code, markdown, raw
    /// A kind of a later version; such a cell is kept as it is.
    case other(String)

    var name: String {
      switch self {
      case .code: "code"
      case .markdown: "markdown"
      case .raw: "raw"
      case .other(let name): name
      }
    }
  }

  /// Kind.
  package var kind: Kind
  /// Text.
  package var source: String
  /// Metadata.
  package var metadata: JSONObject
  /// Outputs of a code cell, with joined text.
  package var outputs: [JSON]
  /// Number of the last run of a code cell.
  package var executionCount: Int?
  /// Everything else: id, attachments and what is not known.
  package var others: JSONObject

  /// Creates a cell with a new id.
  package init(kind: Kind, source: String) {
    self.kind = kind
    self.source = source
    metadata = JSONObject()
    outputs = []
    others = ["id": .string(NotebookCell.makeID())]
  }

  /// Identity, if the notebook has any.
  package var id: String? { others["id"]?.string }

  /// The tags in the metadata.
  package var tags: [String] { (metadata["tags"]?.array ?? []).compactMap { $0.string } }

  static func makeID() -> String { String(Session.makeUUID().prefix(8)) }

  init(_ object: JSONObject) {
    var others = object
    switch object["cell_type"]?.string ?? "code" {
    case "code": kind = .code
    case "markdown": kind = .markdown
    case "raw": kind = .raw
    case let name: kind = .other(name)
    }
    source = Multiline.join(object["source"])
    metadata = object["metadata"]?.object ?? JSONObject()
    metadata["trusted"] = nil
    outputs = (object["outputs"]?.array ?? []).map(NotebookCell.joinLines)
    executionCount = object["execution_count"]?.int
    for key in ["cell_type", "source", "metadata", "outputs", "execution_count"] { others[key] = nil }
    self.others = others
  }

  /// The fields as they are written.
  func members(withID: Bool) -> JSONObject {
    var members = others
    members["cell_type"] = .string(kind.name)
    members["source"] = Multiline.split(source)
    members["metadata"] = .object(metadata)
    if kind == .code {
      members["outputs"] = .array(outputs.map(NotebookCell.splitLines))
      members["execution_count"] = executionCount.map { .int($0) } ?? .null
    }
    if withID, members["id"]?.string == nil { members["id"] = .string(NotebookCell.makeID()) }
    if !withID { members["id"] = nil }
    if let attachments = members["attachments"]?.object {
      var split = JSONObject()
      for (name, bundle) in attachments.members { split[name] = mapBundle(bundle, Multiline.splitText) }
      members["attachments"] = .object(split)
    }
    return members
  }

  // MARK: Outputs

  private static func joinLines(_ output: JSON) -> JSON {
    guard var members = output.object else { return output }
    if let text = members["text"] { members["text"] = .string(Multiline.join(text)) }
    if let data = members["data"] {
      members["data"] = mapBundle(data) { _, value in Multiline.joinText(value) }
    }
    return .object(members)
  }

  private static func splitLines(_ output: JSON) -> JSON {
    guard var members = output.object else { return output }
    if let text = members["text"]?.string { members["text"] = Multiline.split(text) }
    if let data = members["data"] { members["data"] = mapBundle(data, Multiline.splitText) }
    return .object(members)
  }

  // MARK: Version 3

  static func upgrade(_ cell: JSON) -> JSON {
    guard var members = cell.object else { return cell }
    members["language"] = nil
    members["collapsed"] = nil
    if members["cell_type"] == "heading" {
      members["cell_type"] = "markdown"
      let level = min(max(members["level"]?.int ?? 1, 1), 6)
      members["source"] = .string(
        String(repeating: "#", count: level) + " " + Multiline.join(members["source"]))
      members["level"] = nil
    }
    guard members["cell_type"] == "code" else { return .object(members) }
    members["source"] = members["input"] ?? ""
    members["execution_count"] = members["prompt_number"] ?? .null
    members["outputs"] = .array((members["outputs"]?.array ?? []).map(upgradeOutput))
    members["input"] = nil
    members["prompt_number"] = nil
    return .object(members)
  }

  private static func upgradeOutput(_ output: JSON) -> JSON {
    guard var members = output.object else { return output }
    switch members["output_type"]?.string {
    case "stream":
      members["name"] = members["stream"] ?? "stdout"
      members["stream"] = nil
    case "pyerr": members["output_type"] = "error"
    case "pyout", "display_data":
      let isResult = members["output_type"] == "pyout"
      var data = JSONObject()
      for (name, mime) in oldNames {
        if let value = members[name] { data[mime] = value }
        members[name] = nil
      }
      members["output_type"] = isResult ? "execute_result" : "display_data"
      members["data"] = .object(data)
      members["metadata"] = members["metadata"] ?? .object(JSONObject())
      if isResult { members["execution_count"] = members["prompt_number"] ?? .null }
      members["prompt_number"] = nil
    default: break
    }
    return .object(members)
  }

  private static let oldNames: [(String, String)] = [
    ("text", "text/plain"), ("html", "text/html"), ("svg", "image/svg+xml"), ("png", "image/png"),
    ("jpeg", "image/jpeg"), ("latex", "text/latex"), ("json", "application/json"),
    ("javascript", "application/javascript"),
  ]
}

/// Applies a change to each entry of a mime bundle.
private func mapBundle(_ bundle: JSON, _ change: (String, JSON) -> JSON) -> JSON {
  guard let members = bundle.object else { return bundle }
  var changed = JSONObject()
  for (mime, value) in members.members { changed[mime] = change(mime, value) }
  return .object(changed)
}

/// Text that notebook files keep as a list of lines.
enum Multiline {
  /// A string, or the strings of a list together.
  static func join(_ value: JSON?) -> String {
    guard let value else { return "" }
    if let lines = value.array { return lines.map { $0.string ?? "" }.joined() }
    return value.string ?? ""
  }

  /// Joins a list of strings; anything else stays.
  static func joinText(_ value: JSON) -> JSON {
    guard let lines = value.array, !lines.isEmpty, lines.allSatisfy({ $0.string != nil }) else {
      return value
    }
    return .string(join(value))
  }

  /// Lines with their ends, where Python's `splitlines(True)` cuts.
  static func split(_ text: String) -> JSON {
    var lines: [JSON] = []
    var line = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      line.append(scalar)
      guard ends.contains(scalar) else { continue }
      if scalar == "\r", next == "\n" { continue }
      lines.append(.string(String(line)))
      line = String.UnicodeScalarView()
    }
    if !line.isEmpty { lines.append(.string(String(line))) }
    return .array(lines)
  }

  /// Splits the entries of a mime bundle that hold text.
  static func splitText(_ mime: String, _ value: JSON) -> JSON {
    guard let text = value.string,
      mime.hasPrefix("text/") || mime == "application/javascript" || mime == "image/svg+xml"
    else { return value }
    return split(text)
  }

  private static let ends: Set<Unicode.Scalar> = [
    "\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
  ]
}

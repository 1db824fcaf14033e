// Notebook files (nbformat 4). Reading is lenient: text as a string or a list of lines, missing fields, version 3.
// Writing is what nbformat itself writes: keys sorted, one space per level, long text as lines, a final newline.
// Fields this file does not know are kept.

/// Why a file is not a notebook.
package struct NotebookError: Error, Equatable {
  /// What is wrong.
  package var reason: String
}

/// A notebook.
package struct Notebook: Sendable {
  /// The cells in order.
  package var cells: [NotebookCell]
  /// Metadata: kernelspec, language_info and others.
  package var metadata: JSONObject
  /// Everything else: nbformat, nbformat_minor and what is not known.
  package var others: JSONObject

  /// Creates an empty notebook of version 4.5.
  package init() {
    cells = []
    metadata = JSONObject()
    others = ["nbformat": 4, "nbformat_minor": 5]
  }

  /// Reads a notebook file.
  package init(parsing bytes: [UInt8]) throws(NotebookError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: bytes, lenient: true)
    } catch {
      throw NotebookError(reason: "not JSON: \(error.reason) at byte \(error.offset)")
    }
    guard var members = json.object else { throw NotebookError(reason: "not a JSON object") }
    let version = members["nbformat"]?.int ?? 4
    guard version >= 3 else { throw NotebookError(reason: "nbformat \(version) is too old") }
    guard version <= 4 else { throw NotebookError(reason: "nbformat \(version) is not known") }
    if version == 3 { Notebook.upgrade(&members) }
    guard let list = members["cells"]?.array else { throw NotebookError(reason: "there are no cells") }
    cells = []
    for (position, cell) in list.enumerated() {
      guard let object = cell.object else { throw NotebookError(reason: "cell \(position) is not an object") }
      cells.append(NotebookCell(object))
    }
    metadata = members["metadata"]?.object ?? JSONObject()
    // What nbformat calls transient is not written again.
    for key in ["orig_nbformat", "orig_nbformat_minor", "signature"] { metadata[key] = nil }
    members["cells"] = nil
    members["metadata"] = nil
    if members["nbformat"]?.int == nil { members["nbformat"] = 4 }
    if members["nbformat_minor"]?.int == nil { members["nbformat_minor"] = 5 }
    others = members
  }

  /// Whether cells carry ids (from nbformat 4.5 on).
  package var hasCellIDs: Bool { (others["nbformat_minor"]?.int ?? 0) >= 5 }

  /// The file as nbformat writes it.
  package var bytes: [UInt8] {
    var members = others
    members["cells"] = .array(cells.map { .object($0.members(withID: hasCellIDs)) })
    members["metadata"] = .object(metadata)
    var writer = JSONWriter(indent: 1, sortsKeys: true)
    writer.write(.object(members))
    return writer.bytes + [0x0A]
  }

  /// Turns the fields of version 3 into those of version 4.
  private static func upgrade(_ members: inout JSONObject) {
    let sheets = members["worksheets"]?.array ?? []
    var cells: [JSON] = []
    for sheet in sheets {
      for cell in sheet["cells"]?.array ?? [] { cells.append(NotebookCell.upgrade(cell)) }
    }
    members["worksheets"] = nil
    members["cells"] = .array(cells)
    members["nbformat"] = 4
    members["nbformat_minor"] = 4
    var metadata = members["metadata"]?.object ?? JSONObject()
    metadata["name"] = nil
    metadata["signature"] = nil
    members["metadata"] = .object(metadata)
  }
}

// Entry points for fuzzers: each takes any bytes and must neither trap nor hang.

/// Reads bytes as the frames of one message, unsigned: a frame is a length byte and so many bytes.
package func fuzzWire(_ bytes: [UInt8]) {
  guard
    let codec = WireCodec(scheme: SignatureScheme(key: ""), session: Session(), replays: ReplayGuard())
  else { return }
  var frames: [Frame] = []
  var at = 0
  while at < bytes.count {
    let length = Int(bytes[at])
    // A length of 255 stands for the delimiter, which a fuzzer would hardly find.
    if length == 255 {
      frames.append(WireCodec.delimiter)
      at += 1
    } else {
      let end = min(bytes.count, at + 1 + length)
      frames.append(Array(bytes[(at + 1)..<end]))
      at = end
    }
  }
  guard let message = try? codec.decode(frames, channel: .shell) else { return }
  _ = try? ExecuteContent(message.content)
  guard let content = try? Content(message.content) else { return }
  _ = try? content.completeRequest()
  _ = try? content.inspectRequest()
  _ = try? content.historyRequest()
}

/// Reads bytes as a connection file.
package func fuzzConnectionFile(_ bytes: [UInt8]) {
  guard let file = try? ConnectionFile.parse(bytes, path: "fuzz.json") else { return }
  _ = file.text(with: file.info)
}

/// Reads bytes as JSON and as a notebook, and writes them again.
package func fuzzNotebook(_ bytes: [UInt8]) {
  if let json = try? JSON(parsing: bytes, lenient: true) { _ = json.bytes }
  if let notebook = try? Notebook(parsing: bytes) { _ = notebook.bytes }
}

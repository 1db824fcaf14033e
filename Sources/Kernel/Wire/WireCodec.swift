// The wire format: identities…, <IDS|MSG>, signature, header, parent header, metadata, content, buffers….
// The signature covers the four JSON frames, not the buffers.

/// Turns frames into messages and back, for one thread.
final class WireCodec {
  static let delimiter: Frame = Array("<IDS|MSG>".utf8)

  private let signer: Signer
  private let replays: ReplayGuard
  private let session: Session

  /// Creates a codec; nil when the signature scheme is unknown.
  init?(scheme: SignatureScheme, session: Session, replays: ReplayGuard) {
    guard let signer = Signer(scheme: scheme) else { return nil }
    self.signer = signer
    self.session = session
    self.replays = replays
  }

  /// Verifies and reads a message.
  ///
  /// Nothing of it is looked at before the signature is right.
  func decode(_ frames: [Frame], channel: Channel) throws(WireError) -> Message {
    guard let at = frames.firstIndex(of: WireCodec.delimiter) else { throw .noDelimiter }
    guard frames.count - at >= 6 else { throw .tooFewFrames(frames.count - at) }
    let parts = frames[(at + 2)...(at + 5)]
    let signature = frames[at + 1]
    guard signer.verify(signature, of: parts) else { throw .badSignature }
    let header = try readHeader(frames[at + 2])
    let parent = try read(frames[at + 3], part: "parent_header", lenient: true)
    let metadata = try read(frames[at + 4], part: "metadata", lenient: true)
    let content = try read(frames[at + 5], part: "content", lenient: true)
    if signer.signs { guard replays.admit(signature) else { throw .replayed } }
    return Message(
      identities: Array(frames[..<at]), header: header, parentID: parent["msg_id"]?.string,
      metadata: metadata.object == nil ? .object([:]) : metadata, content: content,
      buffers: Array(frames[(at + 6)...]), channel: channel, received: .now)
  }

  private func read(_ frame: Frame, part: String, lenient: Bool) throws(WireError) -> JSON {
    if frame == WireCodec.emptyObject { return .object(JSONObject()) }
    do throws(JSONError) {
      return try JSON(parsing: frame, lenient: lenient)
    } catch {
      throw .badJSON(part: part, reason: "\(error.reason) at byte \(error.offset)")
    }
  }

  // Strict, because the bytes go back to clients as parent header.
  private func readHeader(_ frame: Frame) throws(WireError) -> Header {
    guard let object = try read(frame, part: "header", lenient: false).object else {
      throw .badHeader("not an object")
    }
    guard let messageID = object["msg_id"]?.string else { throw .badHeader("no msg_id") }
    guard let type = object["msg_type"]?.string else { throw .badHeader("no msg_type") }
    return Header(
      messageID: messageID, type: type, session: object["session"]?.string ?? "",
      subshellID: object["subshell_id"]?.string, date: object["date"]?.string ?? "", bytes: frame)
  }

  private static let emptyObject: Frame = Array("{}".utf8)

  /// Signs and lays out a message of the kernel.
  func encode(
    type: String, prefix: [Frame], parent: Frame?, content: JSON, metadata: JSON = .object([:]),
    buffers: [Frame] = [], header: Frame? = nil
  ) -> [Frame] {
    var frames: [Frame] = []
    frames.reserveCapacity(prefix.count + 6 + buffers.count)
    frames.append(contentsOf: prefix)
    frames.append(WireCodec.delimiter)
    let signatureAt = frames.count
    frames.append([])
    frames.append(header ?? session.header(type: type).bytes)
    frames.append(parent ?? WireCodec.emptyObject)
    frames.append(metadata.object?.isEmpty == true ? WireCodec.emptyObject : metadata.bytes)
    frames.append(content.bytes)
    frames[signatureAt] = signer.sign(frames[(signatureAt + 1)...])
    frames.append(contentsOf: buffers)
    return frames
  }
}

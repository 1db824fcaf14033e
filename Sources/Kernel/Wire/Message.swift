/// A socket of the protocol.
package enum Channel: String, Sendable, CaseIterable {
  case shell, control, stdin, iopub
  case heartbeat = "hb"
}

/// What the kernel reads of a message header; the bytes are kept for the replies.
struct Header: Sendable {
  var messageID: String
  var type: String
  var session: String
  var subshellID: String?
  var date: String
  /// The header as it came: replies carry an exact copy.
  var bytes: Frame
}

/// A verified message of a client.
struct Message: Sendable {
  var identities: [Frame]
  var header: Header
  /// `msg_id` of the parent header, if any.
  var parentID: String?
  var metadata: JSON
  var content: JSON
  var buffers: [Frame]
  var channel: Channel
  /// When it came.
  var received: Timestamp
}

/// Why a message is dropped.
enum WireError: Error, Equatable {
  case noDelimiter
  case tooFewFrames(Int)
  case badSignature
  case replayed
  case badJSON(part: String, reason: String)
  case badHeader(String)
}

// The content of replies, as the protocol spells it.

extension KernelInfo {
  /// Content of `kernel_info_reply`.
  var content: JSON {
    var features: [JSON] = []
    if supportsSubshells { features.append("kernel subshells") }
    if supportsDebugger { features.append("debugger") }
    return [
      "status": "ok",
      "protocol_version": .string(Session.protocolVersion),
      "implementation": .string(implementation),
      "implementation_version": .string(implementationVersion),
      "language_info": languageInfo,
      "banner": .string(banner),
      "help_links": .array(helpLinks.map { ["text": .string($0.text), "url": .string($0.url)] }),
      "supported_features": .array(features),
      "debugger": .bool(supportsDebugger),
    ]
  }
}

extension CompleteReply {
  /// Content of `complete_reply`.
  var content: JSON {
    [
      "status": "ok",
      "matches": .array(matches.map { .string($0) }),
      "cursor_start": .int(cursorStart),
      "cursor_end": .int(cursorEnd),
      "metadata": metadata,
    ]
  }
}

extension InspectReply {
  /// Content of `inspect_reply`.
  var content: JSON {
    ["status": "ok", "found": .bool(found), "data": data, "metadata": metadata]
  }
}

extension IsCompleteReply {
  /// Content of `is_complete_reply`.
  var content: JSON {
    switch self {
    case .complete: ["status": "complete"]
    case .incomplete(let indent): ["status": "incomplete", "indent": .string(indent)]
    case .invalid: ["status": "invalid"]
    case .unknown: ["status": "unknown"]
    }
  }
}

extension HistoryEntry {
  /// One row of `history_reply`.
  func content(withOutput: Bool) -> JSON {
    let last: JSON = withOutput ? [.string(input), output.map { .string($0) } ?? .null] : .string(input)
    return [.int(session), .int(line), last]
  }
}

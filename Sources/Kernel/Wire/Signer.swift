import OpenSSLShim

/// Signs and verifies messages by HMAC with one key; a context is kept, so each thread needs a signer of its own.
final class Signer {
  private let context: OpaquePointer?

  /// Creates a signer; nil when OpenSSL does not know the scheme.
  ///
  /// An empty key means unsigned messages.
  init?(scheme: SignatureScheme) {
    guard !scheme.key.isEmpty else {
      context = nil
      return
    }
    guard let algorithm = EVP_MAC_fetch(nil, "HMAC", nil) else { return nil }
    defer { EVP_MAC_free(algorithm) }
    guard let made = EVP_MAC_CTX_new(algorithm) else { return nil }
    // The parameters keep the addresses of both texts.
    var digest = Array(scheme.digestName.utf8CString)
    let initialised = "digest".withCString { key in
      digest.withUnsafeMutableBufferPointer { name in
        var parameters = [
          OSSL_PARAM_construct_utf8_string(key, name.baseAddress, 0), OSSL_PARAM_construct_end(),
        ]
        return EVP_MAC_init(made, scheme.key, scheme.key.count, &parameters) == 1
      }
    }
    guard initialised else {
      EVP_MAC_CTX_free(made)
      return nil
    }
    context = made
  }

  deinit { EVP_MAC_CTX_free(context) }

  /// Whether messages carry signatures.
  var signs: Bool { context != nil }

  /// The digest of the frames in lower-case hex; empty without a key.
  func sign(_ frames: ArraySlice<Frame>) -> Frame {
    guard let context else { return [] }
    EVP_MAC_init(context, nil, 0, nil)
    for frame in frames { EVP_MAC_update(context, frame, frame.count) }
    var length = 0
    let digest = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      EVP_MAC_final(context, buffer.baseAddress, &length, buffer.count)
      return Hex.encode(buffer.prefix(length))
    }
    return digest
  }

  /// Compares in constant time.
  func verify(_ signature: Frame, of frames: ArraySlice<Frame>) -> Bool {
    guard signs else { return true }
    let expected = sign(frames)
    return signature.count == expected.count && CRYPTO_memcmp(signature, expected, expected.count) == 0
  }
}

/// The key of a connection file and the digest it is used with.
package struct SignatureScheme: Sendable {
  /// Bytes of the key; empty means that nothing is signed.
  package var key: [UInt8]
  /// Name as in the connection file: `hmac-` and a digest that OpenSSL knows.
  package var name: String

  /// Creates a scheme.
  package init(key: String, name: String = "hmac-sha256") {
    self.key = name == "none" ? [] : Array(key.utf8)
    self.name = name
  }

  /// OpenSSL's name of the digest; Python's spelling (`sha3_256`, `blake2b`) is translated.
  var digestName: String {
    let digest = name.hasPrefix("hmac-") ? String(name.dropFirst(5)) : name
    switch digest {
    case "blake2b": return "BLAKE2B-512"
    case "blake2s": return "BLAKE2S-256"
    default: return String(digest.map { $0 == "_" ? "-" : $0 })
    }
  }
}

/// Remembers the signatures of all channels, to refuse a message that comes a second time.
final class ReplayGuard: @unchecked Sendable {
  // Sendable: both sets are touched under the monitor only.
  private let monitor = Monitor()
  private var recent: Set<Frame> = []
  private var older: Set<Frame> = []
  private let generation: Int

  init(generation: Int = 32768) { self.generation = generation }

  /// Whether the signature is new; remembers between one and two generations of them.
  func admit(_ signature: Frame) -> Bool {
    monitor.locked {
      guard !recent.contains(signature), !older.contains(signature) else { return false }
      if recent.count >= generation {
        older = recent
        recent = []
      }
      recent.insert(signature)
      return true
    }
  }
}

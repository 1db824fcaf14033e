import OpenSSLShim

/// What only the owner of a public key can read: the content under a key of its own, and that key under the public one.
///
/// The form is Enterprise Gateway's, payload version 1: AES-128-ECB with PKCS 7 padding, RSA with PKCS 1 v1.5 padding,
/// both in Base64.
enum Envelope {
  /// Seals bytes; nil when the key is not an RSA key in Base64 of its DER form, or OpenSSL refuses.
  static func seal(_ content: [UInt8], publicKey: String) -> (key: String, content: String)? {
    let secret = randomBytes(16)
    guard let der = decodeBase64(publicKey), let sealedKey = encrypt(secret, publicKey: der),
      let sealed = encrypt(content, secret: secret)
    else { return nil }
    return (base64(sealedKey), base64(sealed))
  }

  private static func encrypt(_ data: [UInt8], publicKey der: [UInt8]) -> [UInt8]? {
    let key = der.withUnsafeBufferPointer { bytes in
      var start = bytes.baseAddress
      return d2i_PUBKEY(nil, &start, bytes.count)
    }
    guard let key else { return nil }
    defer { EVP_PKEY_free(key) }
    guard let context = EVP_PKEY_CTX_new(key, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var size = 0
    guard EVP_PKEY_encrypt_init(context) == 1,
      EVP_PKEY_encrypt(context, nil, &size, data, data.count) == 1
    else { return nil }
    var sealed = [UInt8](repeating: 0, count: size)
    guard EVP_PKEY_encrypt(context, &sealed, &size, data, data.count) == 1 else { return nil }
    return Array(sealed.prefix(size))
  }

  private static func encrypt(_ data: [UInt8], secret: [UInt8]) -> [UInt8]? {
    guard data.count < 1 << 20, let cipher = EVP_CIPHER_fetch(nil, "AES-128-ECB", nil) else { return nil }
    defer { EVP_CIPHER_free(cipher) }
    guard let context = EVP_CIPHER_CTX_new() else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    var sealed = [UInt8](repeating: 0, count: data.count + 16)
    var size: Int32 = 0
    var rest: Int32 = 0
    let done = sealed.withUnsafeMutableBufferPointer { out in
      guard let start = out.baseAddress else { return false }
      return EVP_EncryptInit_ex2(context, cipher, secret, nil, nil) == 1
        && EVP_EncryptUpdate(context, start, &size, data, Int32(data.count)) == 1
        && EVP_EncryptFinal_ex(context, start + Int(size), &rest) == 1
    }
    return done ? Array(sealed.prefix(Int(size + rest))) : nil
  }

  /// The Base64 of some bytes.
  static func base64(_ data: [UInt8]) -> String {
    var text = [UInt8](repeating: 0, count: (data.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&text, data, Int32(truncatingIfNeeded: data.count))
    return String(decoding: text.prefix(Int(max(0, count))), as: UTF8.self)
  }

  /// The bytes of a Base64 text, nil when it is none.
  static func decodeBase64(_ text: String) -> [UInt8]? {
    let text = Array(text.utf8)
    guard !text.isEmpty, text.count < 1 << 20, text.count % 4 == 0 else { return nil }
    var data = [UInt8](repeating: 0, count: text.count / 4 * 3)
    let count = EVP_DecodeBlock(&data, text, Int32(text.count))
    guard count >= 0 else { return nil }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    return Array(data.prefix(max(0, Int(count) - padding)))
  }
}

import Glibc
import Interpreter
import OpenSSLShim

/// What connections with TLS share: certificates, trust and choices of the protocol.
final class TLSContext: Object {
  let context: OpaquePointer
  let isServer: Bool
  /// OpenSSL keeps the addresses of both.
  private var password: UnsafeMutablePointer<CChar>?
  private var protocols: UnsafeMutablePointer<UInt8>?

  /// Makes a context; nil when OpenSSL has no memory for it.
  init?(_ type: TypeObject, isServer: Bool) {
    guard let made = SSL_CTX_new(isServer ? TLS_server_method() : TLS_client_method()) else { return nil }
    context = made
    self.isServer = isServer
    super.init(kind: .native, type: type, tracked: false)
    // Sessions of servers are only found again under a name.
    let name = Array("wick".utf8)
    _ = SSL_CTX_set_session_id_context(made, name, UInt32(name.count))
    // Writes may be repeated with other buffers, messages of the protocol are read over, idle buffers are given back.
    _ = SSL_CTX_ctrl(made, SSL_CTRL_MODE, 2 | 4 | 0x10, nil)
  }
  deinit {
    SSL_CTX_free(context)
    password?.deallocate()
    protocols?.deallocate()
  }

  /// A certificate with its chain, and its key; false with an error of OpenSSL.
  func use(certificate: String, key: String, password given: [UInt8]?) -> Bool {
    let text = (given ?? []).map { CChar(bitPattern: $0) } + [0]
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
    memory.initialize(from: text, count: text.count)
    SSL_CTX_set_default_passwd_cb_userdata(context, memory)
    password?.deallocate()
    password = memory
    return SSL_CTX_use_certificate_chain_file(context, certificate) == 1
      && SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1 && SSL_CTX_check_private_key(context) == 1
  }

  /// Trusts what is in a file or in a folder of files named by hashes.
  func trust(file: String?, folder: String?) -> Bool { SSL_CTX_load_verify_locations(context, file, folder) == 1 }

  /// Trusts certificates; how many there were, nil with an error of OpenSSL.
  func trust(_ data: [UInt8], isPEM: Bool) -> Int? {
    isPEM ? trustPEM(data) : trustDER(data)
  }

  private func trustPEM(_ data: [UInt8]) -> Int? {
    guard let source = BIO_new_mem_buf(data, Int32(truncatingIfNeeded: data.count)) else { return nil }
    defer { BIO_free(source) }
    var count = 0
    while let certificate = PEM_read_bio_X509(source, nil, nil, nil) {
      defer { X509_free(certificate) }
      guard X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate) == 1 else { return nil }
      count += 1
    }
    // After the last certificate it finds no beginning of another.
    if count > 0 { ERR_clear_error() }
    return count > 0 ? count : nil
  }

  private func trustDER(_ data: [UInt8]) -> Int? {
    data.withUnsafeBufferPointer { bytes in
      guard var next = bytes.baseAddress else { return nil }
      let end = next + bytes.count
      var count = 0
      while next < end {
        var place: UnsafePointer<UInt8>? = next
        guard let certificate = d2i_X509(nil, &place, end - next), let place else { return nil }
        defer { X509_free(certificate) }
        guard X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate) == 1 else { return nil }
        next = place
        count += 1
      }
      return count
    }
  }

  /// The certificates that are trusted, in their DER form.
  var trusted: [[UInt8]] {
    (0..<max(0, wick_ssl_trusted(context))).compactMap { wick_ssl_trusted_at(context, $0).flatMap(TLSContext.der) }
  }

  /// The DER form of a certificate.
  static func der(_ certificate: OpaquePointer) -> [UInt8]? {
    let size = i2d_X509(certificate, nil)
    guard size > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    bytes.withUnsafeMutableBufferPointer { buffer in
      var place = buffer.baseAddress
      _ = i2d_X509(certificate, &place)
    }
    return bytes
  }

  /// Names of protocols for ALPN, each after a byte of its length; false when they are malformed.
  func setProtocols(_ names: [UInt8]) -> Bool {
    guard names.count <= 0xFFFF, SSL_CTX_set_alpn_protos(context, names, UInt32(names.count)) == 0 else { return false }
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: names.count + 2)
    memory[0] = UInt8(names.count >> 8)
    memory[1] = UInt8(names.count & 0xFF)
    for (i, byte) in names.enumerated() { memory[i + 2] = byte }
    wick_ssl_choose_protocol(context, memory)
    protocols?.deallocate()
    protocols = memory
    return true
  }

  /// Ciphers as (name, protocol, bits).
  var ciphers: [(String, String, Int)] {
    (0..<max(0, wick_ssl_ciphers(context))).compactMap { wick_ssl_cipher(context, $0).map(TLSContext.describe) }
  }

  /// Name, protocol and bits of a cipher.
  static func describe(_ cipher: OpaquePointer) -> (String, String, Int) {
    func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    return (text(SSL_CIPHER_get_name(cipher)), text(SSL_CIPHER_get_version(cipher)), Int(SSL_CIPHER_get_bits(cipher, nil)))
  }
}

import Interpreter
import OpenSSLShim

/// One connection with TLS. It touches no socket: what comes from the other end is fed in and what has to go there is
/// drained, so that all waiting is the socket's, which lets other threads run and notices interrupts.
final class TLSConnection: Object {
  private let connection: OpaquePointer
  private let incoming: OpaquePointer
  private let outgoing: OpaquePointer
  /// What it was made of must live as long.
  private let context: TLSContext

  /// Makes a connection; nil when OpenSSL has no memory for it.
  init?(_ type: TypeObject, _ context: TLSContext) {
    guard let made = SSL_new(context.context) else { return nil }
    guard let incoming = BIO_new(BIO_s_mem()) else {
      SSL_free(made)
      return nil
    }
    guard let outgoing = BIO_new(BIO_s_mem()) else {
      BIO_free(incoming)
      SSL_free(made)
      return nil
    }
    // An empty buffer means: wait, until the end has been fed.
    _ = BIO_ctrl(incoming, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, nil)
    _ = BIO_ctrl(outgoing, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, nil)
    SSL_set_bio(made, incoming, outgoing)
    if context.isServer { SSL_set_accept_state(made) } else { SSL_set_connect_state(made) }
    connection = made
    self.incoming = incoming
    self.outgoing = outgoing
    self.context = context
    super.init(kind: .native, type: type, tracked: false)
  }
  deinit { SSL_free(connection) }

  /// Names the server that is meant, and demands that its certificate says so.
  func expect(_ host: String, isAddress: Bool, isChecked: Bool) -> Bool {
    if !isAddress {
      var name = Array(host.utf8CString)
      let named = name.withUnsafeMutableBytes {
        SSL_ctrl(connection, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), $0.baseAddress)
      }
      guard named == 1 else { return false }
    }
    guard isChecked else { return true }
    return isAddress
      ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), host) == 1 : SSL_set1_host(connection, host) == 1
  }

  // MARK: The other end

  /// Takes bytes that came from the other end.
  func feed(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    _ = BIO_write(incoming, bytes, Int32(truncatingIfNeeded: bytes.count))
  }

  /// Nothing more comes from the other end.
  func feedEnd() { _ = BIO_ctrl(incoming, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, nil) }

  /// Bytes for the other end.
  func drain() -> [UInt8] {
    let size = BIO_ctrl(outgoing, BIO_CTRL_PENDING, 0, nil)
    guard size > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = BIO_read(outgoing, &bytes, Int32(truncatingIfNeeded: size))
    return Array(bytes.prefix(Int(max(0, count))))
  }

  // MARK: What may have to wait

  /// What went wrong, or what has to come first.
  struct Failure {
    /// SSL_ERROR_*.
    var kind: Int32
    var library = "", reason = ""
    /// Why a certificate was refused.
    var verifyCode = 0
    var verifyMessage = ""
  }

  /// Repeats nothing: a failure of kind 2 (more must be fed) is for the caller to handle.
  func handshake() -> Failure? {
    ERR_clear_error()
    let result = SSL_do_handshake(connection)
    return result == 1 ? nil : failure(result)
  }

  func read(_ size: Int) -> Result {
    var bytes = [UInt8](repeating: 0, count: size)
    ERR_clear_error()
    let count = SSL_read(connection, &bytes, Int32(truncatingIfNeeded: size))
    return count > 0 ? .done(Array(bytes.prefix(Int(count)))) : .failed(failure(count))
  }

  func write(_ bytes: [UInt8]) -> (count: Int, failure: Failure?) {
    ERR_clear_error()
    let count = SSL_write(connection, bytes, Int32(truncatingIfNeeded: min(bytes.count, 1 << 30)))
    return count > 0 ? (Int(count), nil) : (0, failure(count))
  }

  /// Says that no more will be sent, or hears that from the other end; nil when both have.
  func shutdown() -> Failure? {
    ERR_clear_error()
    let result = SSL_shutdown(connection)
    if result == 1 { return nil }
    return result == 0 ? Failure(kind: SSL_ERROR_WANT_READ) : failure(result)
  }

  enum Result {
    case done([UInt8])
    case failed(Failure)
  }

  private func failure(_ result: Int32) -> Failure {
    var failure = Failure(kind: SSL_get_error(connection, result))
    (failure.library, failure.reason) = TLSConnection.lastError
    if failure.reason == "certificate verify failed" {
      let code = SSL_get_verify_result(connection)
      failure.verifyCode = code
      failure.verifyMessage = X509_verify_cert_error_string(code).map { String(cString: $0) } ?? ""
    }
    return failure
  }

  /// Library and reason of the last error of this thread; empty when there is none.
  static var lastError: (String, String) {
    let code = ERR_peek_last_error()
    guard code != 0 else { return ("", "") }
    func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    let library = text(ERR_lib_error_string(code)), reason = text(ERR_reason_error_string(code))
    ERR_clear_error()
    return (library, reason)
  }

  // MARK: What has been agreed

  /// Bytes that can be read without feeding.
  var pending: Int { Int(SSL_pending(connection)) }
  var version: String { SSL_get_version(connection).map { String(cString: $0) } ?? "" }
  var cipher: (String, String, Int)? { SSL_get_current_cipher(connection).map(TLSContext.describe) }
  var isReused: Bool { SSL_session_reused(connection) != 0 }

  /// The protocol that ALPN chose.
  var chosenProtocol: String? {
    var name: UnsafePointer<UInt8>?
    var count: UInt32 = 0
    SSL_get0_alpn_selected(connection, &name, &count)
    guard let name, count > 0 else { return nil }
    return String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
  }

  /// The certificate of the other end in its DER form.
  var peer: [UInt8]? {
    guard let certificate = SSL_get1_peer_certificate(connection) else { return nil }
    defer { X509_free(certificate) }
    return TLSContext.der(certificate)
  }

  /// The first message that ended a handshake, for the binding "tls-unique".
  var firstFinished: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 128)
    let isOwn = isReused != !context.isServer
    let size = isOwn ? SSL_get_finished(connection, &bytes, 128) : SSL_get_peer_finished(connection, &bytes, 128)
    return Array(bytes.prefix(min(size, 128)))
  }
}

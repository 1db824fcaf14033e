import Interpreter
import OpenSSLShim

/// `_ssl`: TLS of OpenSSL, on which `ssl` is written.
///
/// What may fail for the other end's sake returns a tuple (kind, library, reason, verify code, verify message) instead of
/// its result; `ssl` makes the exceptions.
enum TLSModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_ssl", doc: "TLS of OpenSSL.")
    addContexts(vm, module)
    addTrust(vm, module)
    addConnections(vm, module)
    addAnswers(vm, module)
    func text(_ pointer: UnsafePointer<CChar>?) -> Value { .object(vm.string(pointer.map { String(cString: $0) } ?? "")) }
    module.constant(vm, "version", text(OpenSSL_version(OPENSSL_VERSION)))
    module.constant(vm, "version_number", .int(Int(OpenSSL_version_num())))
    module.constant(vm, "default_file", text(X509_get_default_cert_file()))
    module.constant(vm, "default_folder", text(X509_get_default_cert_dir()))
    return module
  }

  private static func context(_ vm: VM, _ value: Value) throws(Raised) -> TLSContext {
    guard case .object(let object) = value, let context = object as? TLSContext else {
      throw vm.typeError("a context of TLS is needed")
    }
    return context
  }

  private static func connection(_ vm: VM, _ value: Value) throws(Raised) -> TLSConnection {
    guard case .object(let object) = value, let connection = object as? TLSConnection else {
      throw vm.typeError("a connection with TLS is needed")
    }
    return connection
  }

  private static func failure(_ vm: VM, _ failure: TLSConnection.Failure) -> Value {
    .object(
      TupleObject(
        vm,
        [
          .int(Int(failure.kind)), .object(vm.string(failure.library)), .object(vm.string(failure.reason)),
          .int(failure.verifyCode), .object(vm.string(failure.verifyMessage)),
        ]))
  }

  /// None, or the last error.
  private static func result(_ vm: VM, _ succeeded: Bool) -> Value {
    if succeeded { return .none }
    let (library, reason) = TLSConnection.lastError
    return failure(vm, TLSConnection.Failure(kind: SSL_ERROR_SSL, library: library, reason: reason))
  }

  private static func optionalPath(_ vm: VM, _ value: Value) throws(Raised) -> String? {
    value.isNone ? nil : try PosixModule.file(vm, value, .read)
  }

  private static func describe(_ vm: VM, _ cipher: (String, String, Int)) -> Value {
    .object(TupleObject(vm, [.object(vm.string(cipher.0)), .object(vm.string(cipher.1)), .int(cipher.2)]))
  }

  // MARK: Contexts

  private static func addContexts(_ vm: VM, _ module: ModuleObject) {
    let type = vm.nativeType("_Context", module: "_ssl")
    module.function(vm, "context(server, /)", "A context for servers or for clients.") { (vm, args) throws(Raised) in
      guard let made = TLSContext(type, isServer: try vm.truth(args[0])) else {
        throw vm.raised(vm.types.memoryError, arguments: [])
      }
      return .object(made)
    }
    module.function(vm, "set_verify(context, mode, /)", "How certificates are looked at.") { (vm, args) throws(Raised) in
      SSL_CTX_set_verify(try context(vm, args[0]).context, Int32(truncatingIfNeeded: try vm.index(args[1])), nil)
      return .none
    }
    module.function(vm, "options(context, clear, set, /)", "Clears and sets options; what they are then.") {
      (vm, args) throws(Raised) in
      let context = try context(vm, args[0]).context
      SSL_CTX_clear_options(context, UInt64(truncatingIfNeeded: try vm.index(args[1])))
      SSL_CTX_set_options(context, UInt64(truncatingIfNeeded: try vm.index(args[2])))
      return .int(Int(truncatingIfNeeded: SSL_CTX_get_options(context)))
    }
    module.function(vm, "verify_flags(context, clear, set, /)", "Clears and sets flags; what they are then.") {
      (vm, args) throws(Raised) in
      let parameters = SSL_CTX_get0_param(try context(vm, args[0]).context)
      X509_VERIFY_PARAM_clear_flags(parameters, UInt(bitPattern: try vm.index(args[1])))
      X509_VERIFY_PARAM_set_flags(parameters, UInt(bitPattern: try vm.index(args[2])))
      return .int(Int(bitPattern: X509_VERIFY_PARAM_get_flags(parameters)))
    }
    module.function(vm, "limit(context, is_maximum, version, /)", "The lowest or highest version; 0 for any.") {
      (vm, args) throws(Raised) in
      let command = try vm.truth(args[1]) ? SSL_CTRL_SET_MAX_PROTO_VERSION : SSL_CTRL_SET_MIN_PROTO_VERSION
      return .bool(SSL_CTX_ctrl(try context(vm, args[0]).context, command, try vm.index(args[2]), nil) == 1)
    }
    module.function(vm, "set_ciphers(context, text, /)", "The ciphers that may be used.") { (vm, args) throws(Raised) in
      result(vm, SSL_CTX_set_cipher_list(try context(vm, args[0]).context, try vm.str(args[1]).string) == 1)
    }
    module.function(vm, "ciphers(context, /)", "Name, protocol and bits of each cipher.") { (vm, args) throws(Raised) in
      .object(ListObject.make(vm, try context(vm, args[0]).ciphers.map { describe(vm, $0) }))
    }
    module.function(vm, "set_protocols(context, names, /)", "Names for ALPN, each after a byte of its length.") {
      (vm, args) throws(Raised) in
      .bool(try context(vm, args[0]).setProtocols(try vm.bytesArgument(args[1])))
    }
  }

  private static func addTrust(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "use(context, certificate, key, password, /)", "Loads a certificate and its key.") {
      (vm, args) throws(Raised) in
      let password = args[3].isNone ? nil : try vm.bytesArgument(args[3])
      return result(
        vm,
        try context(vm, args[0]).use(
          certificate: try PosixModule.file(vm, args[1], .read), key: try PosixModule.file(vm, args[2], .read), password: password))
    }
    module.function(vm, "trust_files(context, file, folder, /)", "Trusts certificates of a file or a folder.") {
      (vm, args) throws(Raised) in
      result(
        vm, try context(vm, args[0]).trust(file: try optionalPath(vm, args[1]), folder: try optionalPath(vm, args[2])))
    }
    module.function(vm, "trust(context, data, is_pem, /)", "Trusts certificates: how many.") { (vm, args) throws(Raised) in
      let count = try context(vm, args[0]).trust(try vm.bytesArgument(args[1]), isPEM: try vm.truth(args[2]))
      return count.map { .int($0) } ?? result(vm, false)
    }
    module.function(vm, "trust_default(context, /)", "Trusts what the system trusts.") { (vm, args) throws(Raised) in
      result(vm, SSL_CTX_set_default_verify_paths(try context(vm, args[0]).context) == 1)
    }
    module.function(vm, "trusted(context, /)", "The certificates that are trusted.") { (vm, args) throws(Raised) in
      .object(ListObject.make(vm, try context(vm, args[0]).trusted.map { vm.makeBytes($0) }))
    }
  }

  // MARK: Connections

  private static func addConnections(_ vm: VM, _ module: ModuleObject) {
    let type = vm.nativeType("_Connection", module: "_ssl")
    module.function(vm, "connection(context, host, is_address, is_checked, /)", "A connection, to a host if one is named.") {
      (vm, args) throws(Raised) in
      guard let made = TLSConnection(type, try context(vm, args[0])) else {
        throw vm.raised(vm.types.memoryError, arguments: [])
      }
      if args[1].isNone { return .object(made) }
      let expected = made.expect(
        try vm.str(args[1]).string, isAddress: try vm.truth(args[2]), isChecked: try vm.truth(args[3]))
      return expected ? .object(made) : result(vm, false)
    }
    module.function(vm, "feed(connection, data, /)", "Takes bytes of the other end; none: it has ended.") {
      (vm, args) throws(Raised) in
      let data = try vm.bytesArgument(args[1])
      if data.isEmpty { try connection(vm, args[0]).feedEnd() } else { try connection(vm, args[0]).feed(data) }
      return .none
    }
    module.function(vm, "drain(connection, /)", "Bytes for the other end.") { (vm, args) throws(Raised) in
      vm.makeBytes(try connection(vm, args[0]).drain())
    }
    module.function(vm, "handshake(connection, /)", "Goes on with the handshake.") { (vm, args) throws(Raised) in
      try connection(vm, args[0]).handshake().map { failure(vm, $0) } ?? .none
    }
    module.function(vm, "shutdown(connection, /)", "Goes on with the end.") { (vm, args) throws(Raised) in
      try connection(vm, args[0]).shutdown().map { failure(vm, $0) } ?? .none
    }
    module.function(vm, "read(connection, size, /)", "Bytes that were received.") { (vm, args) throws(Raised) in
      // OpenSSL gives at most one record at a time, 16 kB.
      switch try connection(vm, args[0]).read(max(1, min(try vm.index(args[1]), 1 << 16))) {
      case .done(let bytes): return vm.makeBytes(bytes)
      case .failed(let problem): return failure(vm, problem)
      }
    }
    module.function(vm, "write(connection, data, /)", "Sends bytes: how many.") { (vm, args) throws(Raised) in
      let (count, problem) = try connection(vm, args[0]).write(try vm.bytesArgument(args[1]))
      return problem.map { failure(vm, $0) } ?? .int(count)
    }
  }

  private static func addAnswers(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "pending(connection, /)", "Bytes that can be read at once.") { (vm, args) throws(Raised) in
      .int(try connection(vm, args[0]).pending)
    }
    module.function(vm, "agreed_version(connection, /)", "The version that was agreed on.") { (vm, args) throws(Raised) in
      .object(vm.string(try connection(vm, args[0]).version))
    }
    module.function(vm, "cipher(connection, /)", "Name, protocol and bits of the cipher, or None.") { (vm, args) throws(Raised) in
      try connection(vm, args[0]).cipher.map { describe(vm, $0) } ?? .none
    }
    module.function(vm, "protocol(connection, /)", "The protocol that ALPN chose, or None.") { (vm, args) throws(Raised) in
      try connection(vm, args[0]).chosenProtocol.map { .object(vm.string($0)) } ?? .none
    }
    module.function(vm, "peer(connection, /)", "The other end's certificate, or None.") { (vm, args) throws(Raised) in
      try connection(vm, args[0]).peer.map { vm.makeBytes($0) } ?? .none
    }
    module.function(vm, "is_reused(connection, /)", "Whether an older session goes on.") { (vm, args) throws(Raised) in
      .bool(try connection(vm, args[0]).isReused)
    }
    module.function(vm, "finished(connection, /)", "The first message that ended a handshake.") { (vm, args) throws(Raised) in
      vm.makeBytes(try connection(vm, args[0]).firstFinished)
    }
  }
}

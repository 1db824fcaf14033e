import Interpreter
import OpenSSLShim

/// `_hashing`: hashes of OpenSSL, on which `hashlib` and `hmac` are written.
enum HashModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_hashing", doc: "Hashes of OpenSSL.")
    let type = vm.nativeType("HASH", module: "_hashlib", populate: populate)
    type.showsModule = true
    module.constant(vm, "HASH", .object(type))
    let names = DigestObject.names.map { Value.object(vm.string($0.python)) }
    module.constant(vm, "names", .object(TupleObject(vm, names)))
    module.function(vm, "new(name, data=None)", "A hash of a name; None for an unknown one.") { (vm, args) throws(Raised) in
      guard let name = args[0].asStr else { throw vm.typeError("name must be a string") }
      guard let made = DigestObject.open(type, name.string) else { return .none }
      if !args[1].isNone { try feed(vm, made, args[1]) }
      return .object(made)
    }
    module.function(vm, "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", "Derives a key.") {
      (vm, args) throws(Raised) in
      guard let name = args[0].asStr, let probe = DigestObject.open(type, name.string) else {
        throw vm.valueError("unsupported hash type")
      }
      let system = DigestObject.names.first { $0.python == probe.name }?.system ?? probe.name
      let (password, salt) = (try vm.bytesArgument(args[1]), try vm.bytesArgument(args[2]))
      let iterations = try vm.index(args[3])
      let length = args[4].isNone ? probe.digestSize : try vm.index(args[4])
      if iterations < 1 { throw vm.valueError("iteration value must be greater than 0.") }
      if length < 1 { throw vm.valueError("key length must be greater than 0.") }
      guard iterations <= Int(Int32.max), length <= Int(Int32.max), Memory.mayHold(length) else {
        throw vm.raised(vm.types.overflowError, "iteration value is too great.")
      }
      guard let algorithm = EVP_MD_fetch(nil, system, nil) else { throw vm.valueError("unsupported hash type") }
      defer { EVP_MD_free(algorithm) }
      var out = [UInt8](repeating: 0, count: length)
      let status = password.withUnsafeBytes { raw in
        PKCS5_PBKDF2_HMAC(
          raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count), salt, Int32(salt.count),
          Int32(iterations), algorithm, Int32(length), &out)
      }
      if status != 1 { throw vm.valueError("key derivation failed") }
      return vm.makeBytes(out)
    }
    module.function(vm, "scrypt(password, salt, n, r, p, maxmem, dklen)", "Derives a key that is dear to guess.") {
      (vm, args) throws(Raised) in
      let (password, salt) = (try vm.bytesArgument(args[0]), try vm.bytesArgument(args[1]))
      let (n, r, p) = (try vm.index(args[2]), try vm.index(args[3]), try vm.index(args[4]))
      let (limit, length) = (try vm.index(args[5]), try vm.index(args[6]))
      guard n > 1, r > 0, p > 0, limit >= 0, length > 0, length <= Int(Int32.max), Memory.mayHold(length) else {
        throw vm.valueError("Invalid parameter combination for n, r, p, maxmem.")
      }
      var out = [UInt8](repeating: 0, count: length)
      let status = password.withUnsafeBytes { raw in
        EVP_PBE_scrypt(
          raw.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt, salt.count, UInt64(n), UInt64(r),
          UInt64(p), UInt64(limit), &out, length)
      }
      if status != 1 { throw vm.valueError("Invalid parameter combination for n, r, p, maxmem.") }
      return vm.makeBytes(out)
    }
    module.function(vm, "compare_digest(a, b, /)", "Compares in constant time.") { (vm, args) throws(Raised) in
      let (a, b): ([UInt8], [UInt8])
      if let x = args[0].asStr, let y = args[1].asStr {
        (a, b) = (x.utf8(), y.utf8())
        if a.contains(where: { $0 > 127 }) || b.contains(where: { $0 > 127 }) {
          throw vm.typeError("comparing strings with non-ASCII characters is not supported")
        }
      } else {
        guard args[0].asStr == nil, args[1].asStr == nil, let x = Codecs.buffer(args[0]), let y = Codecs.buffer(args[1])
        else {
          throw vm.typeError(
            "unsupported operand types(s) or combination of types: '\(vm.type(of: args[0]).name)' and '\(vm.type(of: args[1]).name)'"
          )
        }
        (a, b) = (x, y)
      }
      return .bool(a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0)
    }
    return module
  }

  private static func feed(_ vm: VM, _ digest: DigestObject, _ data: Value) throws(Raised) {
    if data.asStr != nil { throw vm.typeError("Strings must be encoded before hashing") }
    guard let bytes = ByteView(data) else {
      if try vm.getAttrOrNil(data, vm.intern("tobytes")) != nil {
        digest.update(ByteView(copying: try vm.bytesArgument(data)))
        return
      }
      throw vm.typeError("object supporting the buffer API required")
    }
    digest.update(bytes)
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr])
    func me(_ args: Arguments) -> DigestObject { unsafeDowncast(args.slot(0).object, to: DigestObject.self) }
    func result(_ vm: VM, _ args: Arguments) throws(Raised) -> [UInt8] {
      let digest = me(args)
      var length = 0
      if digest.isExtendable {
        if args[1].isNone { throw vm.typeError("digest() missing required argument 'length' (pos 1)") }
        length = try vm.index(args[1])
        if length < 0 { throw vm.valueError("value must be positive") }
        if length >= 1 << 29 { throw vm.valueError("length is too large") }
        if !Memory.mayHold(length) { throw vm.memoryError() }
      } else if !args[1].isNone {
        throw vm.typeError("HASH.digest() takes no arguments (1 given)")
      }
      guard let bytes = digest.digest(length: length) else { throw vm.valueError("digest failed") }
      return bytes
    }
    type.method(vm, "update(self, data, /)", "Hashes more bytes.") { (vm, args) throws(Raised) in
      try feed(vm, me(args), args[1])
      return .none
    }
    type.method(vm, "digest(self, length=None)", "The digest as bytes.") { (vm, args) throws(Raised) in
      vm.makeBytes(try result(vm, args))
    }
    type.method(vm, "hexdigest(self, length=None)", "The digest as hexadecimal text.") { (vm, args) throws(Raised) in
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      for byte in try result(vm, args) {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
      return .object(vm.string(String(decoding: text, as: UTF8.self)))
    }
    type.method(vm, "copy(self, /)", "A hash in the same state.") { (vm, args) throws(Raised) in
      guard let made = me(args).copy() else { throw vm.valueError("copy failed") }
      return .object(made)
    }
    type.attribute(vm, "name", get: { (vm, v) throws(Raised) in
      guard let digest = v.native(DigestObject.self) else { return .none }
      return .object(vm.string(digest.name))
    })
    type.attribute(vm, "digest_size", get: { (_, v) throws(Raised) in
      guard let digest = v.native(DigestObject.self) else { return .none }
      return .int(digest.digestSize)
    })
    type.attribute(vm, "block_size", get: { (_, v) throws(Raised) in
      guard let digest = v.native(DigestObject.self) else { return .none }
      return .int(digest.blockSize)
    })
    type.method(vm, "__repr__(self, /)", "") { (vm, args) throws(Raised) in
      .object(vm.string("<\(me(args).name) _hashlib.HASH object>"))
    }
  }
}

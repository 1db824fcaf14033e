import Interpreter
import OpenSSLShim

/// A hash under way.
final class DigestObject: Object {
  private let context: OpaquePointer
  let name: String
  let digestSize: Int
  let blockSize: Int
  /// SHAKE: the caller says how many bytes.
  let isExtendable: Bool

  private init(_ type: TypeObject, _ context: OpaquePointer, _ name: String, _ size: Int, _ block: Int, _ isXOF: Bool) {
    self.context = context
    self.name = name
    digestSize = size
    blockSize = block
    isExtendable = isXOF
    super.init(kind: .native, type: type, tracked: false)
  }
  deinit { EVP_MD_CTX_free(context) }

  /// Python's names of hashes and OpenSSL's.
  static let names: [(python: String, system: String)] = [
    ("md5", "MD5"), ("sha1", "SHA1"), ("sha224", "SHA224"), ("sha256", "SHA256"), ("sha384", "SHA384"),
    ("sha512", "SHA512"), ("sha512_224", "SHA512-224"), ("sha512_256", "SHA512-256"), ("sha3_224", "SHA3-224"),
    ("sha3_256", "SHA3-256"), ("sha3_384", "SHA3-384"), ("sha3_512", "SHA3-512"), ("shake_128", "SHAKE128"),
    ("shake_256", "SHAKE256"), ("blake2b", "BLAKE2B-512"), ("blake2s", "BLAKE2S-256"), ("ripemd160", "RIPEMD160"),
    ("sm3", "SM3"),
  ]

  /// A new hash; nil when OpenSSL does not know the name.
  static func open(_ type: TypeObject, _ name: String) -> DigestObject? {
    guard let (algorithm, python) = algorithm(name) else { return nil }
    guard let context = EVP_MD_CTX_new() else { return nil }
    guard EVP_DigestInit_ex2(context, algorithm, nil) == 1 else {
      EVP_MD_CTX_free(context)
      return nil
    }
    let isXOF = python.hasPrefix("shake")
    return DigestObject(
      type, context, python, isXOF ? 0 : Int(EVP_MD_get_size(algorithm)),
      Int(EVP_MD_get_block_size(algorithm)), isXOF)
  }

  /// The algorithm of a name and what Python calls it; nil when OpenSSL does not know the name.
  private static func algorithm(_ name: String) -> (OpaquePointer, String)? {
    if let known = fetched[name] { return known }
    let lower = name.lowercased()
    let entry = names.first { $0.python == lower || $0.system.lowercased() == lower }
    guard let algorithm = EVP_MD_fetch(nil, entry?.system ?? name, nil) else { return nil }
    // Few names are good ones; the algorithms stay.
    fetched[name] = (algorithm, entry?.python ?? lower)
    return fetched[name]
  }
  /// The algorithms fetched so far, which takes OpenSSL longer than a short text's hash; touched under the interpreter lock.
  nonisolated(unsafe) private static var fetched: [String: (OpaquePointer, String)] = [:]

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<\(name) _hashlib.HASH object @ \(vm.addressText(self))>")
  }

  func update(_ bytes: ByteView) { _ = EVP_DigestUpdate(context, bytes.base, bytes.count) }

  func copy() -> DigestObject? {
    guard let made = EVP_MD_CTX_new() else { return nil }
    guard EVP_MD_CTX_copy_ex(made, context) == 1 else {
      EVP_MD_CTX_free(made)
      return nil
    }
    return DigestObject(type, made, name, digestSize, blockSize, isExtendable)
  }

  /// The digest so far; the hash may go on.
  func digest(length: Int = 0) -> [UInt8]? {
    guard let copy = EVP_MD_CTX_new() else { return nil }
    defer { EVP_MD_CTX_free(copy) }
    guard EVP_MD_CTX_copy_ex(copy, context) == 1 else { return nil }
    if isExtendable {
      if length == 0 { return [] }
      var out = [UInt8](repeating: 0, count: length)
      return EVP_DigestFinalXOF(copy, &out, length) == 1 ? out : nil
    }
    var out = [UInt8](repeating: 0, count: 64)
    var size: UInt32 = 0
    guard EVP_DigestFinal_ex(copy, &out, &size) == 1 else { return nil }
    return Array(out.prefix(Int(size)))
  }
}

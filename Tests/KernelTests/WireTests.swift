import Testing

@testable import Kernel

@Suite struct WireTests {
  private func codec(key: String = "secret", scheme: String = "hmac-sha256") throws -> WireCodec {
    try #require(
      WireCodec(scheme: SignatureScheme(key: key, name: scheme), session: Session(), replays: ReplayGuard()))
  }

  private func frames(_ codec: WireCodec) -> [Frame] {
    codec.encode(
      type: "kernel_info_request", prefix: [[1, 0, 255], []], parent: nil, content: ["a": 1],
      buffers: [[7, 8]])
  }

  // python3 -c "import hmac; print(hmac.new(b'key', b'abcd', 'sha256').hexdigest())"
  @Test func `the digest is that of all frames together`() throws {
    let signer = try #require(Signer(scheme: SignatureScheme(key: "key")))
    let digest = "2a31ec0ee8d878c9eece9fb0df79b3b90b2256240163aa5ee50d176d3d1121f8"
    for _ in 0..<2 { #expect(signer.sign([[97, 98], [99, 100]]) == Array(digest.utf8)) }
  }

  @Test(arguments: [
    "hmac-md5", "hmac-sha1", "hmac-sha224", "hmac-sha384", "hmac-sha512", "hmac-sha3_256", "hmac-blake2b",
  ])
  func `every digest of OpenSSL signs`(_ scheme: String) throws {
    let codec = try codec(scheme: scheme)
    #expect(throws: Never.self) { try codec.decode(frames(codec), channel: .shell) }
  }

  @Test func `an unknown digest is refused`() {
    #expect(Signer(scheme: SignatureScheme(key: "k", name: "hmac-nosuch")) == nil)
  }

  @Test func `a message comes back with identities and buffers`() throws {
    let codec = try codec()
    let message = try codec.decode(frames(codec), channel: .shell)
    #expect(message.identities == [[1, 0, 255], []])
    #expect(message.buffers == [[7, 8]])
    #expect(message.content["a"] == 1)
    #expect(message.header.type == "kernel_info_request")
  }

  @Test func `changed frames are refused and buffers are not signed`() throws {
    let codec = try codec()
    for position in 3...7 {
      var changed = frames(codec)
      changed[position] += [0x20]
      #expect(throws: WireError.badSignature) { try codec.decode(changed, channel: .shell) }
    }
    var changed = frames(codec)
    changed[8] = [1]
    #expect(throws: Never.self) { try codec.decode(changed, channel: .shell) }
  }

  @Test func `upper-case, short and long signatures are refused`() throws {
    let codec = try codec()
    let good = frames(codec)
    let signature = good[3]
    let upper = signature.map { $0 >= 97 ? $0 - 32 : $0 }
    for wrong in [
      upper, Array(signature.dropLast()), signature + [48], [], Frame(repeating: 48, count: 100_000),
    ] {
      var changed = good
      changed[3] = wrong
      #expect(throws: WireError.badSignature) { try codec.decode(changed, channel: .shell) }
    }
  }

  @Test func `a message is taken once`() throws {
    let codec = try codec()
    let once = frames(codec)
    _ = try codec.decode(once, channel: .shell)
    #expect(throws: WireError.replayed) { try codec.decode(once, channel: .control) }
  }

  @Test func `without a key any signature will do, as often as it comes`() throws {
    let codec = try codec(key: "")
    var once = frames(codec)
    #expect(once[3] == [])
    once[3] = [1, 2, 3]
    _ = try codec.decode(once, channel: .shell)
    #expect(throws: Never.self) { try codec.decode(once, channel: .shell) }
  }

  @Test(
    arguments: [
      [], [[]], [[104]], [WireCodec.delimiter], [WireCodec.delimiter, [], [], [], []],
      Array(repeating: [97], count: 6),
    ] as [[Frame]])
  func `malformed frames are errors`(_ frames: [Frame]) throws {
    let codec = try codec(key: "")
    #expect(throws: WireError.self) { try codec.decode(frames, channel: .shell) }
  }

  @Test(arguments: [
    "[]", "null", "17", "{\"msg_id\":\"a\"}", "{\"msg_type\":\"a\"}", "{\"msg_id\":[],\"msg_type\":\"a\"}",
    "nope",
    "{\"msg_id\":\"a\",\"msg_type\":\"b\",\"x\":NaN}",
  ])
  func `headers without the fields are errors`(_ header: String) throws {
    let codec = try codec(key: "")
    let empty = Array("{}".utf8)
    let message = [WireCodec.delimiter, [], Array(header.utf8), empty, empty, empty]
    #expect(throws: WireError.self) { try codec.decode(message, channel: .shell) }
  }

  @Test func `time stamps are read back`() {
    let stamp = Timestamp(microseconds: 1_764_000_123_000_045)
    #expect(stamp.text == "2025-11-24T16:02:03.000045Z")
    #expect(Timestamp(stamp.text) == stamp)
    #expect(Timestamp("2025-11-24T18:02:03.000045+02:00") == stamp)
    #expect(Timestamp("2025-11-24 nonsense") == nil)
  }
}

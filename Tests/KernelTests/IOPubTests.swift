import Testing

@testable import Kernel

@Suite(.serialized) struct IOPubTests {
  private func text(_ messages: [Received]) -> String {
    messages.compactMap { $0.type == "stream" ? $0.content["text"]?.string : nil }.joined()
  }

  @Test func `many small writes become few messages and lose nothing`() throws {
    try KernelClient.with(.inMemory) { client in
      let iopub = try client.published(for: client.execute("lines 100000"))
      #expect(text(iopub) == (0..<100_000).map { "\($0)\n" }.joined())
      #expect(iopub.count < 100)
    }
  }

  @Test func `streams in turn keep their order, up to a point`() throws {
    try KernelClient.with(.inMemory) { client in
      let few = (0..<10).map { "print o\($0)\nerror e\($0)" }.joined(separator: "\n")
      let ordered = try client.published(for: client.execute(few)).filter { $0.type == "stream" }
      #expect(
        ordered.compactMap { $0.content["text"]?.string }.joined()
          == (0..<10).map { "o\($0)\ne\($0)\n" }.joined())
      let many = (0..<2000).map { "print o\($0)\nerror e\($0)" }.joined(separator: "\n")
      let gathered = try client.published(for: client.execute(many)).filter { $0.type == "stream" }
      #expect(gathered.count < 200)
      for (name, letter) in [("stdout", "o"), ("stderr", "e")] {
        let text = gathered.filter { $0.content["name"]?.string == name }.compactMap {
          $0.content["text"]?.string
        }
        #expect(text.joined() == (0..<2000).map { "\(letter)\($0)\n" }.joined())
      }
    }
  }

  @Test func `output of a quiet stream arrives while the cell runs`() throws {
    try KernelClient.with(.inMemory) { client in
      let cell = client.execute("print now\nsleep 10")
      let stream = try client.until(.iopub) { $0.type == "stream" }.last
      #expect(stream?.content["text"] == "now\n")
      client.send("interrupt_request", [:], on: .control)
      _ = try client.published(for: cell)
    }
  }

  @Test func `one large string passes whole`() throws {
    try KernelClient.with(.inMemory) { client in
      let iopub = try client.published(for: client.execute("big 5000000"))
      #expect(text(iopub).utf8.count == 5_000_000)
    }
  }

  @Test func `an incomplete character waits for its bytes`() {
    var bytes: [UInt8] = Array("aé".utf8.dropLast())
    #expect(OutputCapture.splitIncompleteCharacter(&bytes) == [0xC3])
    #expect(bytes == [97])
    var whole: [UInt8] = Array("a𝐚".utf8)
    #expect(OutputCapture.splitIncompleteCharacter(&whole) == [])
    var broken: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80]
    #expect(OutputCapture.splitIncompleteCharacter(&broken) == [])
  }

  @Test func `each subscription is welcomed with its topic`() throws {
    let transport = MemoryTransport()
    let server = KernelServer(
      info: EchoLanguage.info, language: { EchoLanguage() }, scheme: SignatureScheme(key: ""))
    #expect(server.start(transport.endpoints))
    defer { server.stop() }
    transport.send([[1] + Array("stream".utf8)], on: .iopub)
    let frames = try #require(transport.receive(.iopub, milliseconds: 5000))
    #expect(frames.first == Array("stream".utf8))
    let found1 = try JSON(parsing: frames[6])
    #expect(found1 == ["subscription": "stream"])
    transport.send([[1, 0xFF]], on: .iopub)
    transport.send([[0] + Array("stream".utf8)], on: .iopub)
    transport.send([[2], [3]], on: .iopub)
    transport.send([[1]], on: .iopub)
    var topics: [Frame] = []
    while let next = transport.receive(.iopub, milliseconds: 200) { topics.append(next[0]) }
    #expect(topics.contains([]))
    #expect(!topics.contains([0xFF]))
  }
}

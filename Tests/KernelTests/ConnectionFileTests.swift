import Glibc
import Testing

@testable import Kernel

@Suite struct ConnectionFileTests {
  private static let good = """
    {"transport":"tcp","ip":"127.0.0.1","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,
    "key":"k","jupyter_session":"x.ipynb","future":{"a":[1]}}
    """

  private func parse(_ text: String) throws -> ConnectionFile {
    try ConnectionFile.parse(Array(text.utf8), path: "c.json")
  }

  @Test func `optional keys have defaults and unknown ones are kept`() throws {
    let file = try parse(Self.good)
    #expect(file.info.signatureScheme == "hmac-sha256")
    #expect(file.info.endpoint(.heartbeat) == "tcp://127.0.0.1:5")
    #expect(file.registration == nil)
    let found1 = try JSON(parsing: file.text(with: file.info))["future"]
    #expect(found1 == ["a": [1]])
  }

  @Test(arguments: [
    ("", "empty"), ("{", "not JSON"), ("[]", "not a JSON object"), ("null", "not a JSON object"),
    ("{}", "\"shell_port\" is missing"), ("{\"shell_port\":\"x\"}", "\"shell_port\" is not a port number"),
    ("{\"shell_port\":70000}", "\"shell_port\" is not a port number"),
    ("{\"transport\":\"udp\"}", "unknown transport \"udp\""),
    (Self.good.replacing("\"127.0.0.1\"", with: "5"), "\"ip\" is not a string"),
    (Self.good.replacing("\"k\"", with: "[]"), "\"key\" is not a string"),
    (
      Self.good.replacing(
        "\"future\"", with: "\"curve_secretkey\":\"a\",\"curve_publickey\":\"b\",\"future\""),
      "curve keys must have 40 characters"
    ),
  ])
  func `what is wrong is told in one line`(_ text: String, _ reason: String) {
    do {
      _ = try parse(text)
      Issue.record("accepted")
    } catch let error as StartError {
      #expect(error.message.contains(reason))
      #expect(!error.message.contains("\n"))
      #expect(error.exitCode == 65)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `a missing file is another exit code`() {
    #expect(
      throws: StartError("cannot read the connection file /no/such: No such file or directory", exitCode: 66)
    ) {
      try ConnectionFile.read("/no/such")
    }
  }

  @Test func `a registration file has no ports of its own`() throws {
    let file = try parse(
      #"{"kernel_id":"k1","transport":"tcp","registration_ip":"127.0.0.1","registration_port":"99","key":"k"}"#
    )
    #expect(file.registration == ConnectionFile.Registration(endpoint: "tcp://127.0.0.1:99", kernelID: "k1"))
    #expect(file.info.ports.values.allSatisfy { $0 == 0 })
  }

  @Test func `a port in use is told`() throws {
    let context = try ZMQContext()
    var info = try parse(Self.good).info
    for channel in Channel.allCases { info.ports[channel] = 0 }
    var first = SocketOpener(context: context, info: info)
    let endpoints = try first.open()
    info.ports[.shell] = first.info.ports[.shell]
    var second = SocketOpener(context: context, info: info)
    #expect(throws: StartError.self) { try second.open() }
    for socket in [endpoints.shell, endpoints.stdin, endpoints.control, endpoints.iopub, endpoints.heartbeat]
    {
      socket.close(lingerMilliseconds: 0)
    }
  }

  @Test func `a kernelspec is written and removed`() throws {
    let folder = "/tmp/wick-kernelspec-\(getpid())"
    var spec = KernelSpec(displayName: "Wick", executable: "/bin/wick")
    spec.files = [("logo-svg.svg", Array("<svg/>".utf8))]
    try spec.write(to: folder)
    let json = try JSON(parsing: try FileIO.read(folder + "/kernel.json"))
    #expect(json["argv"] == ["/bin/wick", "kernel", "-f", "{connection_file}"])
    #expect(json["interrupt_mode"] == "message")
    #expect(KernelSpec.remove(folder))
    #expect(!KernelSpec.remove(folder))
  }

  @Test func `any bytes are survived`() {
    var state: UInt64 = 42
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      fuzzWire(bytes)
      fuzzConnectionFile(bytes)
      fuzzNotebook(bytes)
    }
  }
}

import Glibc

/// How a Jupyter Enterprise Gateway starts a kernel on another machine.
///
/// There is no connection file: the kernel picks its ports, tells them at the gateway's response address and listens on
/// one more port for signals, because the gateway has no process there to send them to.
package struct GatewayLaunch: Sendable, Equatable {
  /// The gateway's name of this kernel.
  let kernelID: String
  /// Where the gateway listens for the ports.
  let host: String, port: String
  /// The RSA key of the gateway, as Base64 of its DER form.
  let publicKey: String
  /// From where ports are picked; nil is any.
  let ports: ClosedRange<Int>?

  /// Reads what a gateway's kernelspec or container names.
  ///
  /// Parameters: the id of the kernel; `HOST:PORT`; Base64 of a key; `LOW..HIGH`, where `0..0` or nothing means any
  /// port. Throws what cannot be understood, with exit code 64.
  package init(
    kernelID: String, responseAddress: String, publicKey: String, portRange: String
  ) throws(StartError) {
    guard !kernelID.isEmpty else { throw StartError("a kernel for a gateway needs --kernel-id", exitCode: 64) }
    guard !publicKey.isEmpty else { throw StartError("a kernel for a gateway needs --public-key", exitCode: 64) }
    guard let colon = responseAddress.lastIndex(of: ":"), colon != responseAddress.startIndex,
      let number = UInt16(responseAddress[responseAddress.index(after: colon)...]), number > 0
    else {
      throw StartError("the response address '\(responseAddress)' is not HOST:PORT", exitCode: 64)
    }
    self.kernelID = kernelID
    self.publicKey = publicKey
    host = String(responseAddress[..<colon].filter { $0 != "[" && $0 != "]" })
    port = String(number)
    ports = try GatewayLaunch.range(portRange)
  }

  private static func range(_ text: String) throws(StartError) -> ClosedRange<Int>? {
    if text.isEmpty || text == "0..0" { return nil }
    let ends = text.split(separator: ".").map { UInt16($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low > 0, low <= high else {
      throw StartError("the port range '\(text)' is not LOW..HIGH", exitCode: 64)
    }
    return Int(low)...Int(high)
  }

  /// A connection on all addresses with ports to be picked and a fresh key.
  func connection() -> ConnectionInfo {
    var ports: [Channel: Int] = [:]
    for channel in Channel.allCases { ports[channel] = 0 }
    return ConnectionInfo(
      transport: .tcp, ip: "0.0.0.0", ports: ports, key: String(decoding: Hex.encode(randomBytes(32)), as: UTF8.self),
      signatureScheme: "hmac-sha256")
  }

  /// Tells the gateway where the kernel listens; throws when it cannot be reached or the key is no RSA key.
  func announce(_ info: ConnectionInfo, listenerPort: Int) throws(StartError) {
    var content: JSONObject = [
      "kernel_id": .string(kernelID), "transport": .string(info.transport.rawValue), "ip": .string(info.ip),
      "key": .string(info.key), "signature_scheme": .string(info.signatureScheme), "kernel_name": .string(""),
      "pid": .int(Int(getpid())), "pgid": .int(Int(getpgrp())), "comm_port": .int(listenerPort),
    ]
    for (channel, port) in info.ports { content[channel.rawValue + "_port"] = .int(port) }
    guard let sealed = Envelope.seal(JSON.object(content).bytes, publicKey: publicKey) else {
      throw StartError("the gateway's public key is not an RSA key in Base64", exitCode: 64)
    }
    let envelope: JSONObject = [
      "version": .int(1), "key": .string(sealed.key), "conn_info": .string(sealed.content),
    ]
    let text = Array(Envelope.base64(JSON.object(envelope).bytes).utf8)
    do throws(PeerError) {
      try Peer.send(text, host: host, port: port)
    } catch {
      throw StartError("cannot reach the gateway at \(host):\(port): \(error.reason)", exitCode: 69)
    }
  }
}

/// Random bytes of the system.
func randomBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

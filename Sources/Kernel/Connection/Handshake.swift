// The start-up handshake of protocol 5.6 (JEP 66): the launcher names a socket, the kernel picks its ports and tells
// them there. Frames: <IDS|MSG>, HMAC of the content, content.

import Glibc
import ZMQShim

/// Registers a kernel with its launcher.
struct Handshake {
  let context: ZMQContext
  let registration: ConnectionFile.Registration
  let scheme: SignatureScheme

  /// Seconds to wait for the launcher.
  static let patience = 5

  /// Tells the ports and waits for a signed acknowledgement.
  func register(_ info: ConnectionInfo) throws(StartError) {
    guard let signer = Signer(scheme: scheme) else {
      throw StartError("unknown signature scheme \(scheme.name)", exitCode: 65)
    }
    let socket: ZMQSocket
    do throws(TransportError) {
      socket = try context.makeSocket(ZMQ_DEALER)
      try socket.connect(registration.endpoint)
    } catch {
      throw StartError("cannot reach the launcher at \(registration.endpoint)", exitCode: 69)
    }
    defer { socket.close(lingerMilliseconds: 0) }
    var content: JSONObject = ["kernel_id": .string(registration.kernelID)]
    for channel in Channel.allCases {
      content[channel.rawValue + "_port"] = .string(String(info.ports[channel] ?? 0))
    }
    content["ip"] = .string(info.ip)
    content["transport"] = .string(info.transport.rawValue)
    let body = JSON.object(content).bytes
    _ = socket.send([WireCodec.delimiter, signer.sign([body]), body])
    let deadline = Clock.after(milliseconds: Handshake.patience * 1000)
    var poller = Poller([socket], wake: Wake())
    while Clock.now < deadline {
      poller.wait(milliseconds: 100)
      while let frames = socket.receive() {
        guard let at = frames.firstIndex(of: WireCodec.delimiter), frames.count >= at + 3,
          signer.verify(frames[at + 1], of: frames[(at + 2)...(at + 2)]),
          let answer = try? JSON(parsing: frames[at + 2])
        else { continue }
        guard answer["status"]?.string == "ok" else {
          throw StartError("the launcher refused the registration", exitCode: 69)
        }
        return
      }
    }
    throw StartError(
      "the launcher at \(registration.endpoint) did not acknowledge the registration", exitCode: 69)
  }
}

import Glibc

/// Why a kernel cannot start; one line for the user and an exit code of sysexits.h.
package struct StartError: Error, Equatable {
  /// What to tell.
  package var message: String
  /// Exit code: 65 bad data, 66 no file, 69 unavailable, 74 input/output.
  package var exitCode: Int32

  /// Creates an error.
  package init(_ message: String, exitCode: Int32) {
    self.message = message
    self.exitCode = exitCode
  }
}

/// Where and how a kernel listens.
package struct ConnectionInfo: Sendable, Equatable {
  /// Kind of socket addresses.
  package enum Transport: String, Sendable {
    case tcp, ipc
  }
  /// Keys of CurveZMQ, 40 characters of Z85 each.
  package struct Curve: Sendable, Equatable {
    var publicKey: String
    var secretKey: String
  }
  /// Kind of addresses.
  package var transport: Transport
  /// Address, or for ipc the start of the paths.
  package var ip: String
  /// Port per channel; 0 until one is picked.
  package var ports: [Channel: Int]
  /// Key of the signatures.
  package var key: String
  /// Scheme of the signatures.
  package var signatureScheme: String
  /// Keys of the encryption, if any.
  package var curve: Curve?

  /// Address of a channel, with `*` for a tcp port to be picked.
  func endpoint(_ channel: Channel) -> String {
    let port = ports[channel] ?? 0
    switch transport {
    case .ipc: return "ipc://\(ip)-\(port)"
    case .tcp:
      let host = ip.contains(":") ? "[\(ip)]" : ip
      return "tcp://\(host):\(port == 0 ? "*" : String(port))"
    }
  }

  /// How messages are signed.
  package var scheme: SignatureScheme { SignatureScheme(key: key, name: signatureScheme) }
}

/// The file a launcher hands to the kernel: a connection file, or since protocol 5.6 a registration file.
package struct ConnectionFile: Sendable {
  /// Path of the file.
  package var path: String
  /// What it says; ports of a registration file are all 0.
  package var info: ConnectionInfo
  /// Whom to tell the ports, for a registration file.
  package var registration: Registration?
  /// Everything in the file, to be written back with the ports that were picked.
  var members: JSONObject

  /// Where a kernel registers.
  package struct Registration: Sendable, Equatable {
    var endpoint: String
    var kernelID: String
  }

  /// Reads a file.
  package static func read(_ path: String) throws(StartError) -> ConnectionFile {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileIO.read(path, limit: 1 << 20)
    } catch {
      throw StartError("cannot read the connection file \(path): \(error.reason)", exitCode: 66)
    }
    return try parse(bytes, path: path)
  }

  /// Reads the content of a file.
  static func parse(_ bytes: [UInt8], path: String) throws(StartError) -> ConnectionFile {
    func invalid(_ reason: String) -> StartError {
      StartError("invalid connection file \(path): \(reason)", exitCode: 65)
    }
    guard !bytes.isEmpty else { throw invalid("the file is empty") }
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: bytes)
    } catch {
      throw invalid("not JSON: \(error.reason) at byte \(error.offset)")
    }
    guard let members = json.object else { throw invalid("not a JSON object") }
    do throws(FieldError) {
      let reader = FieldReader(members: members)
      let info = try reader.connectionInfo()
      let registration = try reader.registration(info)
      return ConnectionFile(path: path, info: info, registration: registration, members: members)
    } catch {
      throw invalid(error.reason)
    }
  }

  /// The content with the ports that are in use.
  func text(with info: ConnectionInfo) -> [UInt8] {
    var members = members
    members["registration_ip"] = nil
    members["registration_port"] = nil
    members["transport"] = .string(info.transport.rawValue)
    members["ip"] = .string(info.ip)
    members["key"] = .string(info.key)
    members["signature_scheme"] = .string(info.signatureScheme)
    for (channel, port) in info.ports.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      members[channel.rawValue + "_port"] = .int(port)
    }
    var writer = JSONWriter(indent: 2)
    writer.write(.object(members))
    return writer.bytes + [0x0A]
  }
}

private struct FieldError: Error {
  var reason: String
}

/// Reads the fields of a connection file with errors that name them.
private struct FieldReader {
  let members: JSONObject

  func string(_ key: String) throws(FieldError) -> String? {
    guard let value = members[key], !value.isNull else { return nil }
    guard let text = value.string else { throw FieldError(reason: "\"\(key)\" is not a string") }
    return text
  }

  // Ports are numbers; the registration of the protocol 5.6 writes strings.
  func port(_ key: String) throws(FieldError) -> Int? {
    guard let value = members[key], !value.isNull else { return nil }
    guard let port = value.int ?? value.string.flatMap({ Int($0) }), (0...65535).contains(port) else {
      throw FieldError(reason: "\"\(key)\" is not a port number")
    }
    return port
  }

  func connectionInfo() throws(FieldError) -> ConnectionInfo {
    let isRegistration = members["registration_port"] != nil
    let name = try string("transport") ?? "tcp"
    guard let transport = ConnectionInfo.Transport(rawValue: name) else {
      throw FieldError(reason: "unknown transport \"\(name)\"")
    }
    var ports: [Channel: Int] = [:]
    for channel in Channel.allCases {
      let key = channel.rawValue + "_port"
      guard let port = try isRegistration ? 0 : port(key) else {
        throw FieldError(reason: "\"\(key)\" is missing")
      }
      ports[channel] = port
    }
    var address = try string("ip")
    if isRegistration, address == nil { address = try string("registration_ip") }
    guard let ip = address, !ip.isEmpty else {
      throw FieldError(reason: "\"ip\" is missing")
    }
    let scheme = try string("signature_scheme") ?? ""
    return ConnectionInfo(
      transport: transport, ip: ip, ports: ports, key: try string("key") ?? "",
      signatureScheme: scheme.isEmpty ? "hmac-sha256" : scheme, curve: try curve())
  }

  private func curve() throws(FieldError) -> ConnectionInfo.Curve? {
    guard let secretKey = try string("curve_secretkey"), let publicKey = try string("curve_publickey") else {
      return nil
    }
    guard secretKey.utf8.count == 40, publicKey.utf8.count == 40 else {
      throw FieldError(reason: "curve keys must have 40 characters")
    }
    return ConnectionInfo.Curve(publicKey: publicKey, secretKey: secretKey)
  }

  func registration(_ info: ConnectionInfo) throws(FieldError) -> ConnectionFile.Registration? {
    guard let port = try port("registration_port") else { return nil }
    guard let ip = try string("registration_ip") else {
      throw FieldError(reason: "\"registration_ip\" is missing")
    }
    let host = ip.contains(":") ? "[\(ip)]" : ip
    let endpoint = info.transport == .tcp ? "tcp://\(host):\(port)" : "ipc://\(ip)-\(port)"
    return ConnectionFile.Registration(endpoint: endpoint, kernelID: try string("kernel_id") ?? "")
  }
}

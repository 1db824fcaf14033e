// The life of the kernel process: connection file, sockets, threads, signals, exit.

import Glibc
import ZMQShim

/// Choices of the `kernel` command.
package struct KernelOptions: Sendable {
  /// Publishes what is written to the descriptors 1 and 2.
  package var capturesOutput = true
  /// Ends the kernel with the process named by `JPY_PARENT_PID`.
  package var watchesParent = true
  /// Ends child processes at exit.
  package var endsChildren = true

  /// Creates the defaults.
  package init() {}
}

/// Who starts a kernel, and how it tells where to listen.
package enum KernelLaunch: Sendable {
  /// Path of a connection or registration file.
  case connectionFile(String)
  /// A gateway on another machine.
  case gateway(GatewayLaunch)
}

extension KernelServer {
  /// Serves a front end until shutdown and returns the exit code; call it on the main thread, then `_exit`.
  package static func serve(
    _ launch: KernelLaunch, info: KernelInfo, language: @escaping LanguageFactory,
    options: KernelOptions = KernelOptions()
  ) -> Int32 {
    do throws(StartError) {
      switch launch {
      case .connectionFile(let path): return try serve(connectionFile: path, info, language, options)
      case .gateway(let gateway): return try serve(gateway, info, language, options)
      }
    } catch {
      let line = Array("wick: \(error.message)\n".utf8)
      _ = write(STDERR_FILENO, line, line.count)
      return error.exitCode
    }
  }

  private static func serve(
    connectionFile path: String, _ info: KernelInfo, _ language: @escaping LanguageFactory, _ options: KernelOptions
  ) throws(StartError) -> Int32 {
    let file = try ConnectionFile.read(path)
    guard Signer(scheme: file.info.scheme) != nil else {
      throw StartError("unknown signature scheme \"\(file.info.signatureScheme)\"", exitCode: 65)
    }
    let context = try makeContext()
    var opener = SocketOpener(context: context, info: file.info)
    let endpoints = try opener.open()
    let written = try announce(file, opener.info, context)
    return run(
      KernelServer.make(opener.info, info, language, options), endpoints, context, options,
      removing: written)
  }

  private static func serve(
    _ gateway: GatewayLaunch, _ info: KernelInfo, _ language: @escaping LanguageFactory, _ options: KernelOptions
  ) throws(StartError) -> Int32 {
    let context = try makeContext()
    var opener = SocketOpener(context: context, info: gateway.connection(), range: gateway.ports)
    let endpoints = try opener.open()
    let listener = try GatewayListener(ports: gateway.ports)
    try gateway.announce(opener.info, listenerPort: listener.port)
    var options = options
    // The parent in the environment, if any, is a process of the gateway's machine.
    options.watchesParent = false
    let server = KernelServer.make(opener.info, info, language, options)
    listener.start(server)
    return run(server, endpoints, context, options, removing: nil)
  }

  private static func makeContext() throws(StartError) -> ZMQContext {
    do throws(TransportError) {
      return try ZMQContext()
    } catch {
      throw StartError("cannot start ZeroMQ", exitCode: 69)
    }
  }

  private static func make(
    _ connection: ConnectionInfo, _ info: KernelInfo, _ language: @escaping LanguageFactory,
    _ options: KernelOptions
  ) -> KernelServer {
    let capture = options.capturesOutput ? OutputCapture() : nil
    let server = KernelServer(
      info: info, language: language, scheme: connection.scheme, connection: connection,
      logDescriptor: capture?.realError ?? STDERR_FILENO)
    server.ownsProcess = true
    server.outputCapture = capture
    capture?.start { [unowned server] name, bytes in server.captured(name, bytes) }
    return server
  }

  /// Makes the ports known: to the launcher of a registration, else in the file.
  ///
  /// Returns a file to remove at exit.
  private static func announce(
    _ file: ConnectionFile, _ info: ConnectionInfo, _ context: ZMQContext
  ) throws(StartError) -> String? {
    var path = file.path
    if let registration = file.registration {
      try Handshake(context: context, registration: registration, scheme: info.scheme).register(info)
      let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/")
      let id = registration.kernelID.isEmpty ? String(getpid()) : registration.kernelID
      let name = "kernel-\(id.filter { $0.isLetter || $0.isNumber || $0 == "-" }).json"
      path = folder.isEmpty ? name : folder + "/" + name
    } else if info == file.info {
      return nil
    }
    do throws(FileError) {
      try FileIO.write(path, file.text(with: info), mode: 0o600)
    } catch {
      guard file.registration != nil else {
        throw StartError("cannot write the ports to \(error.path): \(error.reason)", exitCode: 74)
      }
      return nil
    }
    return file.registration == nil ? nil : path
  }

  private static func run(
    _ server: KernelServer, _ endpoints: Endpoints, _ context: ZMQContext, _ options: KernelOptions,
    removing file: String?
  ) -> Int32 {
    Signals.install(server.mainWake)
    guard server.start(endpoints) else { return 70 }
    server.waitForStop(options.watchesParent ? ParentWatch() : nil)
    server.stop()
    if options.endsChildren { ProcessTree.endDescendants() }
    if let file { unlink(file) }
    // A socket whose client is gone must not hold the process; what had to leave has left by now.
    let ending = NativeThread(name: "end") { context.terminate() }
    _ = ending.join(milliseconds: linger + 200)
    return 0
  }

  /// Sleeps until a shutdown request, SIGTERM, SIGHUP or the end of the parent; passes SIGINT on as interrupt.
  private func waitForStop(_ parent: ParentWatch?) {
    var polled = [pollfd(fd: mainWake.descriptor, events: Int16(POLLIN), revents: 0)]
    if let parent, parent.descriptor >= 0 {
      polled.append(pollfd(fd: parent.descriptor, events: Int16(POLLIN), revents: 0))
    }
    while stopIsRequested == nil {
      // Without a descriptor for the parent, look once a second.
      poll(&polled, nfds_t(polled.count), parent != nil && polled.count == 1 ? 1000 : -1)
      mainWake.clear()
      let signals = Signals.take()
      if Signals.contains(signals, SIGINT) { interrupt() }
      if Signals.contains(signals, SIGTERM) || Signals.contains(signals, SIGHUP) {
        requestStop(restart: false)
      }
      if let parent, parent.hasEnded || (polled.count > 1 && polled[1].revents != 0) {
        requestStop(restart: false)
      }
    }
  }
}

import Glibc

/// The folder by which Jupyter finds a kernel: kernel.json and logos.
package struct KernelSpec: Sendable {
  /// Name front ends show.
  package var displayName: String
  /// Name of the language.
  package var language: String
  /// Command that starts the kernel, without arguments.
  package var executable: String
  /// Arguments before `-f {connection_file}`.
  package var arguments: [String]
  /// Environment of the process.
  package var environment: [(name: String, value: String)] = []
  /// Whether the debugger button is offered.
  package var hasDebugger = false
  /// Files beside kernel.json, such as logo-64x64.png.
  package var files: [(name: String, bytes: [UInt8])] = []

  /// Creates the description of an installation.
  package init(
    displayName: String, language: String = "python", executable: String, arguments: [String] = ["kernel"]
  ) {
    self.displayName = displayName
    self.language = language
    self.executable = executable
    self.arguments = arguments
  }

  /// Content of kernel.json.
  package var json: JSON {
    var members: JSONObject = [
      "argv": .array(([executable] + arguments + ["-f", "{connection_file}"]).map { .string($0) }),
      "display_name": .string(displayName),
      "language": .string(language),
      "interrupt_mode": "message",
      "kernel_protocol_version": .string(Session.protocolVersion),
      "metadata": ["debugger": .bool(hasDebugger), "supported_encryption": ["curve"]],
    ]
    if !environment.isEmpty {
      var variables = JSONObject()
      for (name, value) in environment { variables[name] = .string(value) }
      members["env"] = .object(variables)
    }
    return .object(members)
  }

  /// Writes the folder, replacing what is there.
  package func write(to folder: String) throws(FileError) {
    try FileIO.makeFolder(folder)
    var writer = JSONWriter(indent: 1)
    writer.write(json)
    try FileIO.write(folder + "/kernel.json", writer.bytes + [0x0A])
    for (name, bytes) in files { try FileIO.write("\(folder)/\(name)", bytes) }
  }

  /// Removes a folder that `write` made; false if there is none.
  package static func remove(_ folder: String) -> Bool {
    FileIO.removeFolder(folder)
  }

  /// Where a kernelspec of this name is looked up: for this user, for a prefix, or for all users.
  package static func folder(named name: String, prefix: String? = nil, forAllUsers: Bool = false) -> String {
    if let prefix { return "\(prefix)/share/jupyter/kernels/\(name)" }
    if forAllUsers { return "/usr/local/share/jupyter/kernels/\(name)" }
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    if let data = variable("JUPYTER_DATA_DIR") { return "\(data)/kernels/\(name)" }
    let home = variable("HOME") ?? "/root"
    return "\(variable("XDG_DATA_HOME") ?? home + "/.local/share")/jupyter/kernels/\(name)"
  }
}

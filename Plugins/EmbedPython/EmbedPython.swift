import Foundation
import PackagePlugin

/// Puts the Python files below the `Python` folder of a target into it, as `PythonFiles.all`.
@main struct EmbedPython: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Python")
    let files = (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? [])
      .compactMap { $0 as? URL }
      .filter { $0.pathExtension == "py" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "PythonFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the Python files of \(target.name)",
        executable: try context.tool(named: "embed-python").url,
        arguments: ([output, folder] + files).map { $0.path(percentEncoded: false) },
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}

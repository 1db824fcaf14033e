/// What the kernel says of itself in `kernel_info_reply`; known before the language has started.
package struct KernelInfo: Sendable {
  /// Name of the kernel.
  package var implementation: String
  /// Version of the kernel.
  package var implementationVersion: String
  /// Language: name, version, mimetype, file_extension, pygments_lexer, codemirror_mode, nbconvert_exporter.
  package var languageInfo: JSON
  /// Text a console shows at start.
  package var banner: String
  /// Links as (text, url).
  package var helpLinks: [(text: String, url: String)]
  /// Whether `Language.debug` works.
  package var supportsDebugger: Bool
  /// Whether the language may be called from several threads, one per subshell.
  package var supportsSubshells: Bool

  /// Creates the description of a kernel.
  package init(
    implementation: String, implementationVersion: String, languageInfo: JSON, banner: String,
    helpLinks: [(text: String, url: String)] = [], supportsDebugger: Bool = false,
    supportsSubshells: Bool = false
  ) {
    self.implementation = implementation
    self.implementationVersion = implementationVersion
    self.languageInfo = languageInfo
    self.banner = banner
    self.helpLinks = helpLinks
    self.supportsDebugger = supportsDebugger
    self.supportsSubshells = supportsSubshells
  }
}

extension KernelInfo {
  /// The language section that front ends, nbconvert and papermill expect of Python.
  package static func python(version: String) -> JSON {
    [
      "name": "python",
      "version": .string(version),
      "mimetype": "text/x-python",
      "file_extension": ".py",
      "pygments_lexer": "ipython3",
      "codemirror_mode": ["name": "ipython", "version": 3],
      "nbconvert_exporter": "python",
    ]
  }
}

import Interpreter

/// What `help` shows of an operator, computed from its row: the signature in Python's words, the sentence, an example.
enum OperatorText {
  static let description = NativeDescription(signature: signature, documentation: documentation)

  /// `clamp(Tensor self, Number? min=None, *, Tensor out=None)` as `clamp(input, min=None, *, out=None)`.
  @Sendable private static func signature(_ function: NativeFunction) -> String {
    var names: [String] = []
    var pieces = Schema.split(function.signatureText)
    // Methods cannot be told where to put their result.
    if function.isMethod, pieces.last?.hasSuffix(" out=None") ?? false { pieces.removeLast() }
    if pieces.last == "*" { pieces.removeLast() }
    for piece in pieces {
      guard let blank = piece.firstIndex(of: " ") else {
        names.append(piece)
        continue
      }
      let name = String(piece[piece.index(after: blank)...])
      names.append(name == "self" && !function.isMethod ? "input" : quoted(name))
    }
    return "\(function.name)(\(names.joined(separator: ", ")))"
  }

  /// Defaults that are words become strings: `mode=reduced` is no Python.
  private static func quoted(_ parameter: String) -> String {
    guard let equals = parameter.firstIndex(of: "=") else { return parameter }
    let value = parameter[parameter.index(after: equals)...]
    let isWord = value.first?.isLetter ?? false
    if !isWord || ["None", "True", "False", "inf"].contains(value) { return parameter }
    return "\(parameter[...equals])'\(value)'"
  }

  @Sendable private static func documentation(_ function: NativeFunction) -> String {
    let holder = function.isMethod ? "torch" : function.moduleName ?? "torch"
    guard let example = Examples.find("\(holder).\(function.name)") ?? Examples.find("F.\(function.name)") else {
      return function.doc
    }
    return function.doc + "\n\n" + example.joined(separator: "\n")
  }
}

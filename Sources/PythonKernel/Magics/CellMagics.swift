import Interpreter
internal import Kernel

/// Magics over whole cells that are neither about time nor about files.
enum CellMagics {
  static func install(_ language: PythonLanguage) {
    language.cellMagic("capture") { (language, line, cell) throws(Raised) in try language.capture(line, cell)
    }
    let displays = [
      ("html", "text/html"), ("HTML", "text/html"), ("markdown", "text/markdown"), ("latex", "text/latex"),
      ("javascript", "application/javascript"), ("js", "application/javascript"), ("svg", "image/svg+xml"),
      ("SVG", "image/svg+xml"),
    ]
    for (name, mime) in displays {
      language.cellMagic(name) { (language, _, cell) throws(Raised) in
        let plain = "<IPython.core.display.\(CellMagics.className(mime)) object>"
        var data: JSONObject = ["text/plain": .string(plain)]
        data[mime] = .string(cell)
        language.publish(.object(data))
        return .none
      }
    }
  }

  private static func className(_ mime: String) -> String {
    switch mime {
    case "text/html": "HTML"
    case "text/markdown": "Markdown"
    case "text/latex": "Latex"
    case "image/svg+xml": "SVG"
    default: "Javascript"
    }
  }
}

extension PythonLanguage {
  fileprivate func capture(_ line: String, _ cell: String) throws(Raised) -> Value {
    let words = line.split(separator: " ").map(String.init)
    let name = words.first { !$0.hasPrefix("-") }
    beginCapture(
      out: !words.contains("--no-stdout"), err: !words.contains("--no-stderr"),
      displays: !words.contains("--no-display"))
    let depth = request.captures.count
    do throws(Raised) {
      let code = transformer.transform(cell)
      let value = try runCell(code)
      if !value.isNone, !CellTransformer.endsWithSemicolon(code), let bundle = try format(value) {
        publish(.object(bundle.data), metadata: .object(bundle.metadata))
      }
    } catch {
      // As in IPython: the error is shown, and is none of the cell that captures.
      if error.exception.type.isSubtype(of: vm.types.keyboardInterrupt) { throw error }
      show(error)
    }
    while request.captures.count > depth { request.captures.removeLast() }
    let parts = endCapture()
    if let name {
      let type = try vm.getAttr(try importDotted("IPython.core.interactiveshell"), "CapturedIO")
      session.main.set(vm, name, try vm.call(type, parts))
    }
    return .none
  }
}

import Interpreter
package import Kernel
import Syntax

extension PythonLanguage {
  package func inspect(_ request: InspectRequest) -> InspectReply {
    withMachine {
      let code = request.code
      let scalars = Array(code.unicodeScalars)
      let scope = CellScope(self, scalars, cursor: request.cursor)
      for name in InspectTarget.candidates(code, cursor: request.cursor) {
        let sections = Set(request.omitSections)
        let found =
          describe(name, level: request.detailLevel, omitting: sections)
          ?? scope.infer(text: name).flatMap { describe(name, $0, scope, level: request.detailLevel, omitting: sections) }
        if let text = found {
          return InspectReply(found: true, data: ["text/plain": .string(text)])
        }
      }
      return InspectReply(found: false)
    }
  }

  /// The description of an object in IPython's form; nil when there is none of that name.
  func describe(_ name: String, level: Int, omitting: Set<String> = []) -> String? {
    if name.hasPrefix("%")
      || (lineMagics[name] != nil && session.main.get(vm, name) == nil && vm.builtins.get(vm, name) == nil)
    {
      return describeMagic(String(name.drop { $0 == "%" }))
    }
    guard let value = Resolver(self).value(of: name), !value.isNone else { return nil }
    return ObjectDescription(self, name, value).text(level: level, omitting: omitting)
  }

  /// The description of what the cell itself makes; nil when too little is known.
  private func describe(_ name: String, _ found: Inferred, _ scope: CellScope, level: Int, omitting: Set<String>) -> String? {
    func text(_ points: [UInt32]?) -> String {
      let scalars = (points ?? []).compactMap { Unicode.Scalar($0) }
      return points == nil ? "<no docstring>" : ObjectDescription.cleaned(String(String.UnicodeScalarView(scalars)))
    }
    switch found {
    case .value(let value), .method(let value, _):
      return value.isNone ? nil : ObjectDescription(self, name, value).text(level: level, omitting: omitting)
    case .function(let function, let owner, _):
      return ObjectDescription.layout([
        ("Signature", Color.source(name + scope.signature(function, bound: owner != nil))),
        ("Docstring", text(docstring(of: function.body))), ("Type", owner == nil ? "function" : "method"),
      ])
    case .cellClass(let parts):
      var sections = [("Docstring", text(docstring(of: parts.body))), ("Type", "type")]
      if case .function(let function, _, _)? = scope.member("__init__", of: parts, bound: true) {
        sections.insert(("Init signature", Color.source(name + scope.signature(function, bound: true))), at: 0)
      }
      return ObjectDescription.layout(sections)
    case .cellInstance(let parts):
      return ObjectDescription.layout([("Type", parts.name), ("Docstring", text(docstring(of: parts.body)))])
    case .instance(let type, _):
      if type === vm.types.object || type === vm.types.none { return nil }
      return ObjectDescription.layout([
        ("Type", type.name), ("Docstring", ObjectDescription(self, name, .object(type)).documentation ?? "<no docstring>"),
      ])
    }
  }

  /// What a magic written in Python says of itself.
  private func magicDocumentation(_ name: String) -> String? {
    do throws(Raised) {
      if let function = registeredLineMagics[name] ?? registeredCellMagics[name] {
        return try vm.getAttr(function, "__doc__").asStr?.string
      }
      for (table, isCell) in [("lines", false), ("cells", true)] {
        guard let module = PythonMagics.module(of: name, isCell: isCell) else { continue }
        let functions = try vm.getAttr(try importDotted("IPython.core.magics." + module), table)
        return try vm.getAttr(try vm.getItem(functions, .object(vm.string(name))), "__doc__").asStr?.string
      }
      return PythonMagics.notes[name]
    } catch {
      return nil
    }
  }

  private func describeMagic(_ name: String) -> String? {
    guard
      lineMagics[name] != nil || cellMagics[name] != nil || registeredLineMagics[name] != nil
        || registeredCellMagics[name] != nil
    else { return nil }
    let text = magicDocumentation(name) ?? "A magic of the shell: %\(name)"
    return Color.red("Docstring:") + " \(text)\n" + Color.red("Type:") + "      magic function"
  }
}

/// What an inspection asks about.
enum InspectTarget {
  /// Expressions to try: what the cursor touches, then the function whose call it is in.
  static func candidates(_ code: String, cursor: Int) -> [String] {
    let scalars = Array(code.unicodeScalars)
    var end = max(0, min(cursor, scalars.count))
    while end < scalars.count, LineScanner.continuesName(scalars[end]) { end += 1 }
    var found: [String] = []
    let context = CodeContext(code, cursor: end)
    if let last = context.tokens.last, last.range.upperBound == end,
      last.kind == .name || last.kind == .string,
      let start = context.primaryStart(endingAt: context.tokens.count - 1)
    {
      found.append(scalars.text(context.tokens[start].range.lowerBound..<end))
    }
    let line = context.lineText.trimmed
    if line.hasPrefix("%"), let word = line.split(separator: " ").first { found.append(String(word)) }
    if let callee = CodeContext(code, cursor: cursor).callee { found.append(callee) }
    return found
  }
}

/// The sections of one description.
struct ObjectDescription {
  private let language: PythonLanguage
  private let name: String
  private let value: Value
  private var vm: VM { language.vm }

  init(_ language: PythonLanguage, _ name: String, _ value: Value) {
    self.language = language
    self.name = name
    self.value = value
  }

  /// Titles in red, aligned; long texts on lines of their own.
  func text(level: Int, omitting: Set<String>) -> String {
    var sections: [(title: String, text: String)] = []
    let source = level > 0 ? sourceText : nil
    switch value.kind {
    case .function, .nativeFunction, .boundMethod: sections = callable(source)
    case .type: sections = ofClass(source)
    default: sections = instance()
    }
    sections.removeAll { omitting.contains($0.title.lowercased()) }
    return ObjectDescription.layout(sections)
  }

  /// The documentation of the object itself.
  var documentation: String? { documentation(value) }

  /// Titles in red, texts beside or below them.
  static func layout(_ sections: [(title: String, text: String)]) -> String {
    let width = (sections.map { $0.title.unicodeScalars.count }.max() ?? 0) + 1
    return sections.map { section in
      let title = Color.red(section.title + ":")
      let pad = String(repeating: " ", count: max(0, width - section.title.unicodeScalars.count - 1))
      return section.text.contains("\n")
        ? "\(title)\(pad)\n\(section.text)" : "\(title)\(pad) \(section.text)"
    }.joined(separator: "\n")
  }

  private func callable(_ source: String?) -> [(title: String, text: String)] {
    var sections: [(title: String, text: String)] = []
    if let signature { sections.append(("Signature", Color.source(name + signature))) }
    let doc = documentation(value)
    if let source {
      if doc == nil { sections.append(("Docstring", "<no docstring>")) }
      sections.append(("Source", source))
    } else {
      sections.append(("Docstring", doc ?? "<no docstring>"))
    }
    if let file { sections.append(("File", file)) }
    sections.append(("Type", vm.type(of: value).name))
    return sections
  }

  private func ofClass(_ source: String?) -> [(title: String, text: String)] {
    guard let type = value.asType else { return [] }
    var sections: [(title: String, text: String)] = []
    sections.append(("Init signature", Color.source(name + (signature ?? "(self, /, *args, **kwargs)"))))
    if let source {
      sections.append(("Source", source))
    } else {
      sections.append(("Docstring", documentation(value) ?? "<no docstring>"))
      if let initDoc = initDocumentation(type) { sections.append(("Init docstring", initDoc)) }
    }
    sections.append(("Type", vm.type(of: value).name))
    var names = type.subclassTypes.map(\.name)
    if names.count > 10 { names = Array(names.prefix(10)) + ["..."] }
    sections.append(("Subclasses", names.joined(separator: ", ")))
    return sections
  }

  private func instance() -> [(title: String, text: String)] {
    let type = vm.type(of: value)
    var sections: [(title: String, text: String)] = [("Type", type.name)]
    do throws(Raised) { sections.append(("String form", shortened(try vm.str(value).string))) } catch {}
    if case .object(let object) = value {
      switch object.kind {
      case .str, .bytes, .list, .tuple, .dict, .set, .frozenset, .range:
        do throws(Raised) { sections.append(("Length", String(try vm.length(value)))) } catch {}
      case .module:
        if let file = value.asModule?.namespace.get(vm, "__file__")?.asStr?.string {
          sections.append(("File", file))
        }
      default: break
      }
    }
    sections += tensorSections(type)
    sections.append(("Docstring", documentation(value) ?? documentation(.object(type)) ?? "<no docstring>"))
    if type.isHeap, let initDoc = initDocumentation(type) { sections.append(("Init docstring", initDoc)) }
    if let hook = type.lookup(vm, .borrowed(vm.intern("__call__"))).asValue?.asFunction {
      do throws(Raised) {
        let bound = Value.object(BoundMethod(vm, function: .object(hook), receiver: value))
        if let text = try FunctionDescription(vm, bound).signature() {
          sections.append(("Call signature", Color.source(name + text)))
        }
      } catch {}
    }
    return sections
  }

  /// What one wants to know of a tensor.
  private func tensorSections(_ type: TypeObject) -> [(title: String, text: String)] {
    guard type.mroTypes.contains(where: { $0.name == "Tensor" && !$0.isHeap }) else { return [] }
    var sections: [(title: String, text: String)] = []
    for name in ["shape", "dtype", "device", "requires_grad"] {
      do throws(Raised) { sections.append((name.prefix(1).uppercased() + name.dropFirst(), try vm.str(try vm.getAttr(value, name)).string)) } catch {}
    }
    return sections
  }

  private func shortened(_ text: String) -> String {
    text.count > 600 ? String(text.prefix(300)) + " <...> " + String(text.suffix(300)) : text
  }

  private var signature: String? {
    do throws(Raised) { return try FunctionDescription(vm, value).signature() } catch { return nil }
  }

  private func initDocumentation(_ type: TypeObject) -> String? {
    guard let function = type.lookup(vm, .borrowed(vm.intern("__init__"))).asValue?.asFunction else {
      return nil
    }
    return documentation(.object(function))
  }

  /// `__doc__` with its indentation taken off.
  private func documentation(_ value: Value) -> String? {
    let text: String?
    if let function = value.asFunction {
      text = function.doc.asStr?.string
    } else if let type = value.asType {
      type.ensurePopulated(vm)
      text = type.namespace.get(vm, "__doc__")?.asStr?.string ?? type.doc
      if text?.isEmpty ?? true, !type.isHeap, let note = BuiltinNotes.types[type.name] { return note }
    } else if let method = value.asBoundMethod {
      return documentation(method.function.value)
    } else if case .object(let o) = value, let native = o as? NativeFunction {
      text = native.doc
    } else if let module = value.asModule {
      text = module.namespace.get(vm, "__doc__")?.asStr?.string
    } else {
      return nil
    }
    guard let text, !text.isEmpty else { return nil }
    return ObjectDescription.cleaned(text)
  }

  /// `inspect.cleandoc`.
  static func cleaned(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let margins = lines.dropFirst().filter { !$0.trimmed.isEmpty }.map { $0.prefix { $0 == " " }.count }
    let margin = margins.min() ?? 0
    for at in lines.indices {
      lines[at] =
        at == 0
        ? String(lines[at].drop { $0 == " " })
        : String(lines[at].dropFirst(min(margin, lines[at].prefix { $0 == " " }.count)))
    }
    while let last = lines.last, last.trimmed.isEmpty, lines.count > 1 { lines.removeLast() }
    while let first = lines.first, first.trimmed.isEmpty, lines.count > 1 { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }

  private var code: CodeParts? {
    if let function = value.asFunction { return function.code.parts }
    if let method = value.asBoundMethod { return method.function.value.asFunction?.code.parts }
    return nil
  }

  private var file: String? { code.map(\.filename) }

  private var sourceText: String? {
    if let code, let block = SourceBlock(vm, code) { return Color.block(block.lines) }
    guard let type = value.asType else { return nil }
    // A class keeps no place: its first method tells the file, its name the line.
    for item in type.namespace.items {
      guard let function = item.value.asFunction, vm.sourceLine(function.code.parts.filename, 1) != nil,
        let lines = vm.sources[function.code.parts.filename]
      else {
        continue
      }
      let mark = "class \(type.name)"
      guard let at = lines.lastIndex(where: { $0.trimmed.hasPrefix(mark) }) else { continue }
      var parts = CodeParts()
      parts.name = type.name
      parts.filename = function.code.parts.filename
      parts.firstLine = at + 1
      if let block = SourceBlock(vm, parts) { return Color.block(block.lines) }
    }
    return nil
  }
}

extension Color {
  /// Several lines in colours; strings may span them.
  static func block(_ lines: [String]) -> String {
    var state = LineState()
    var out: [String] = []
    for line in lines {
      let scalars = Array(line.unicodeScalars)
      var text = ""
      var position = 0
      for token in LineScanner.scan(scalars, &state) {
        text += scalars.text(position..<token.range.lowerBound)
        let word = scalars.text(token.range)
        switch token.kind {
        case .number: text += green(word)
        case .string: text += yellow(word)
        case .comment: text += comment(word)
        case .name: text += keywords.contains(word) ? keyword(word) : word
        case .op, .error: text += word
        }
        position = token.range.upperBound
      }
      out.append(text + scalars.text(position..<scalars.count))
    }
    return out.joined(separator: "\n")
  }
}

import Glibc
import Interpreter
package import Kernel
import Syntax

// Completions come from the living namespace. Nothing of the user runs for them: attributes are read from instance
// dictionaries and classes, properties and `__getattr__` are not called.

extension PythonLanguage {
  package func complete(_ request: CompleteRequest) -> CompleteReply {
    withMachine {
      let context = CodeContext(request.code, cursor: request.cursor)
      let found = Completer(self, context).completions()
      var seen: Set<String> = []
      let items = found.items.filter { $0.text.utf8.count < 1000 && seen.insert($0.text).inserted }
      let types: [JSON] = items.map { item in
        [
          "start": .int(found.start), "end": .int(context.cursor), "text": .string(item.text),
          "type": .string(item.type), "signature": .string(item.signature),
        ]
      }
      return CompleteReply(
        matches: items.map(\.text), cursorStart: found.start, cursorEnd: context.cursor,
        metadata: ["_jupyter_types_experimental": .array(types)])
    }
  }
}

/// One completion.
struct Completion {
  var text: String
  var type: String
  var signature = ""
}

/// Finds completions for one cursor.
struct Completer {
  private let language: PythonLanguage
  private let context: CodeContext
  private var vm: VM { language.vm }
  /// More would only slow the front end down.
  private static let limit = 2000

  private let scope: CellScope

  init(_ language: PythonLanguage, _ context: CodeContext) {
    self.language = language
    self.context = context
    scope = CellScope(language, context.scalars, cursor: context.cursor)
  }

  /// For an expression inside of a text: what it stands in knows the names.
  private init(_ outer: Completer, _ context: CodeContext) {
    language = outer.language
    self.context = context
    scope = outer.scope
  }

  /// The completions and where the text they replace starts.
  func completions() -> (start: Int, items: [Completion]) {
    if let magics = magics() { return magics }
    if let paths = commandPaths() { return paths }
    if let keys = dictKeys() { return keys }
    if let modules = imports() { return modules }
    let word = context.word
    let prefix = context.scalars.text(word)
    if context.isInText {
      return formatted() ?? paths() ?? (word.lowerBound, [])
    }
    if let receiver = context.receiver(before: word.lowerBound) {
      guard let found = scope.infer(text: receiver) else { return (word.lowerBound, []) }
      return (word.lowerBound, attributes(of: found, prefix: prefix))
    }
    if let last = context.tokens.last, last.kind == .number, last.range.upperBound == context.cursor {
      return (context.cursor, [])
    }
    if let last = context.tokens.last, context.text(last) == "." { return (context.cursor, []) }
    return (word.lowerBound, parameters(prefix) + names(prefix))
  }

  // MARK: Names

  private func names(_ prefix: String) -> [Completion] {
    var items: [Completion] = []
    for (name, found) in scope.names where matches(name, prefix) { items.append(describe(name, found)) }
    for space in [language.session.main, vm.builtins] {
      for item in space.items {
        guard let name = item.key.asStr?.string, matches(name, prefix) else { continue }
        items.append(describe(name, item.value))
      }
    }
    for word in Color.keywords where word.hasPrefix(prefix) {
      items.append(Completion(text: word, type: "keyword"))
    }
    return Completer.sorted(items)
  }

  /// Private names only when asked for.
  private func matches(_ name: String, _ prefix: String) -> Bool {
    if prefix.isEmpty { return !name.hasPrefix("_") }
    return name.hasPrefix(prefix)
  }

  private static func sorted(_ items: [Completion]) -> [Completion] {
    let order = items.sorted { a, b in
      let (x, y) = (a.text.lowercased(), b.text.lowercased())
      return x == y ? a.text < b.text : x < y
    }
    return Array(order.prefix(limit))
  }

  /// Parameters of the call the cursor is in.
  private func parameters(_ prefix: String) -> [Completion] {
    guard let callee = context.callee, let found = scope.infer(text: callee) else { return [] }
    return scope.parameterNames(found).filter { $0.hasPrefix(prefix) }
      .map { Completion(text: $0 + "=", type: "param") }
  }

  // MARK: Attributes

  private func attributes(of inferred: Inferred, prefix: String) -> [Completion] {
    var items: [Completion] = []
    func add(_ all: [(name: String, value: Value?)]) {
      for (name, found) in all where matches(name, prefix) { items.append(describe(name, found)) }
    }
    switch inferred {
    case .value(let value): add(Resolver(language).attributes(of: value))
    case .instance(let type, _): add(Resolver(language).attributes(ofInstancesOf: type))
    case .method(let function, _): add(Resolver(language).attributes(of: function))
    case .function: add(Resolver(language).attributes(ofInstancesOf: vm.types.function))
    case .cellClass(let parts), .cellInstance(let parts):
      var isBound = false
      if case .cellInstance = inferred { isBound = true }
      for (name, found) in scope.members(of: parts, bound: isBound) where matches(name, prefix) {
        items.append(describe(name, found))
      }
      if let base = scope.inherited(parts) {
        items += attributes(of: base, prefix: prefix)
      } else {
        add(Resolver(language).attributes(ofInstancesOf: vm.types.object))
      }
    }
    return Completer.sorted(items)
  }

  private func describe(_ name: String, _ found: Inferred?) -> Completion {
    switch found {
    case .value(let value)?: return describe(name, value)
    case .method(let function, _)?: return describe(name, function)
    case .function(let function, let owner, _)?:
      return Completion(text: name, type: "function", signature: scope.signature(function, bound: owner != nil))
    case .cellClass?: return Completion(text: name, type: "class")
    case .instance?, .cellInstance?, nil: return Completion(text: name, type: "instance")
    }
  }

  private func describe(_ name: String, _ value: Value?) -> Completion {
    guard let value else { return Completion(text: name, type: "instance") }
    var item = Completion(text: name, type: Completer.type(of: value))
    if item.type == "function" {
      do throws(Raised) { item.signature = try FunctionDescription(vm, value).signature() ?? "" } catch {}
    }
    return item
  }

  private static func type(of value: Value) -> String {
    switch value.kind {
    case .function, .nativeFunction, .boundMethod, .classMethod, .staticMethod: "function"
    case .type: "class"
    case .module: "module"
    case .property, .getSetDescriptor: "property"
    default: "instance"
    }
  }

  // MARK: Other places

  /// `%name` and `%%name`.
  private func magics() -> (start: Int, items: [Completion])? {
    let line = context.lineText
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let text = line.dropFirst(indent)
    guard text.hasPrefix("%"),
      text.dropFirst(text.hasPrefix("%%") ? 2 : 1).allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    let isCell = text.hasPrefix("%%")
    let word = text.drop { $0 == "%" }
    var items: [Completion] = []
    if !isCell {
      items += language.lineMagicNames.filter { $0.hasPrefix(word) }.map {
        Completion(text: "%" + $0, type: "magic")
      }
    }
    if isCell || context.lineStart == 0 {
      items += language.cellMagicNames.filter { $0.hasPrefix(word) }.map {
        Completion(text: "%%" + $0, type: "magic")
      }
    }
    return (context.lineStart + indent, items)
  }

  /// `d['pre`: keys of a dict.
  private func dictKeys() -> (start: Int, items: [Completion])? {
    var quoteAt = context.cursor - 1
    while quoteAt >= context.lineStart, context.scalars[quoteAt] != "'", context.scalars[quoteAt] != "\"" {
      quoteAt -= 1
    }
    let isQuoted = quoteAt > context.lineStart
    let bracketAt = isQuoted ? quoteAt - 1 : context.cursor - 1
    guard bracketAt > context.lineStart, context.scalars[bracketAt] == "[" else { return nil }
    let before = CodeContext(context.scalars.text(0..<bracketAt), cursor: bracketAt)
    guard !before.isInText, let start = before.primaryStart(endingAt: before.tokens.count - 1),
      let found = scope.infer(text: before.scalars.text(before.tokens[start].range.lowerBound..<bracketAt))
    else { return nil }
    let prefix = isQuoted ? context.scalars.text((quoteAt + 1)..<context.cursor) : ""
    var items: [Completion] = []
    if case .instance(_, let made?) = found, case .dict(let keys, _) = made.kind {
      for case let key? in keys {
        guard case .constant(.string(let points)) = key.kind else { continue }
        let text = String(String.UnicodeScalarView(points.compactMap { Unicode.Scalar($0) }))
        guard text.hasPrefix(prefix) else { continue }
        items.append(Completion(text: isQuoted ? text : CellTransformer.quoted(text), type: "dict key"))
      }
      return (isQuoted ? quoteAt + 1 : context.cursor, items)
    }
    guard case .value(let value) = found, let dict = value.asDict else { return nil }
    for item in dict.items.prefix(Completer.limit) {
      if let key = item.key.asStr?.string {
        guard key.hasPrefix(prefix) else { continue }
        items.append(Completion(text: isQuoted ? key : CellTransformer.quoted(key), type: "dict key"))
      } else if !isQuoted, case .int(let number) = item.key {
        items.append(Completion(text: String(number), type: "dict key"))
      }
    }
    return (isQuoted ? quoteAt + 1 : context.cursor, items)
  }

  /// `import pa`, `from package import na`.
  private func imports() -> (start: Int, items: [Completion])? {
    let words = context.lineText.trimmed.split(separator: " ").map(String.init)
    guard let first = words.first, first == "import" || first == "from", !context.isInText else { return nil }
    let endsWithSpace = context.lineText.last == " "
    if words.count == 1 && !endsWithSpace { return nil }
    if first == "from", let at = words.firstIndex(of: "import"), at >= 2,
      at < words.count - 1 || endsWithSpace
    {
      return members(of: words[1])
    }
    if first == "from" && words.count > 2 {
      return (context.word.lowerBound, [Completion(text: "import", type: "keyword")])
    }
    let word = context.word
    var start = word.lowerBound
    while start > context.lineStart,
      context.scalars[start - 1] == "." || LineScanner.continuesName(context.scalars[start - 1])
    {
      start -= 1
    }
    let prefix = context.scalars.text(start..<context.cursor)
    let names = ModuleFinder(language).names(prefix: prefix)
    return (start, names.map { Completion(text: $0, type: "module") })
  }

  private func members(of module: String) -> (start: Int, items: [Completion])? {
    let word = context.word
    let prefix = context.scalars.text(word)
    do throws(Raised) {
      // Only modules of our own are loaded for a completion; files of the user are not run.
      guard
        vm.modules.get(vm, module) != nil || vm.nativeModules[module] != nil
          || vm.pythonModules[module] != nil
      else {
        return (word.lowerBound, [])
      }
      let value = try language.importDotted(module)
      var items = attributes(of: .value(value), prefix: prefix)
      for name in ModuleFinder(language).names(prefix: module + "." + prefix) {
        items.append(Completion(text: String(name.dropFirst(module.count + 1)), type: "module"))
      }
      return (word.lowerBound, items)
    } catch {
      return (word.lowerBound, [])
    }
  }

  /// The expression in the braces of an f-string.
  private func formatted() -> (start: Int, items: [Completion])? {
    let scalars = context.scalars
    // An open string is its prefix, its quote and the tokens of what it holds; one of three quotes is a single token.
    let isQuote = { (at: Int) in scalars[at] == "'" || scalars[at] == "\"" }
    let opening = context.tokens.last { $0.kind == .error && isQuote($0.range.lowerBound) }
    guard let token = opening ?? context.tokens.last(where: { $0.kind == .string }) else { return nil }
    var first = token.range.lowerBound
    while first > context.lineStart, "fFrR".unicodeScalars.contains(scalars[first - 1]) { first -= 1 }
    var at = first
    while at < context.cursor, !isQuote(at) { at += 1 }
    guard scalars[first..<at].contains(where: { $0 == "f" || $0 == "F" }) else { return nil }
    var open: Int?
    while at < context.cursor {
      if scalars[at] == "{" {
        if at + 1 < context.cursor, scalars[at + 1] == "{", open == nil {
          at += 1
        } else {
          open = at
        }
      } else if scalars[at] == "}" || scalars[at] == ":" || scalars[at] == "!" {
        open = nil
      }
      at += 1
    }
    guard let open else { return nil }
    let inner = CodeContext(scalars.text((open + 1)..<context.cursor), cursor: context.cursor - open - 1)
    let found = Completer(self, inner).completions()
    return (found.start + open + 1, found.items)
  }

  /// Magics whose words are paths.
  private static let pathMagics: Set<String> = [
    "cd", "run", "load", "ls", "ll", "la", "lf", "cat", "cp", "mv", "rm", "mkdir", "rmdir", "pycat", "less", "more", "edit",
    "writefile", "file", "save", "pushd",
  ]

  /// File names in the line of a command or of a magic.
  private func commandPaths() -> (start: Int, items: [Completion])? {
    let line = context.lineText
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let text = line.dropFirst(indent)
    guard let sign = text.first, sign == "!" || sign == "%" else { return nil }
    let name = String(text.drop { $0 == "%" || $0 == "!" }.prefix { $0 != " " })
    var start = context.cursor
    while start > context.lineStart + indent, context.scalars[start - 1] != " ", context.scalars[start - 1] != "!" { start -= 1 }
    let word = context.scalars.text(start..<context.cursor)
    guard word.contains("/") || word.hasPrefix("~") || (sign == "%" && Completer.pathMagics.contains(name)) else { return nil }
    guard let found = paths(from: start), !found.items.isEmpty else { return nil }
    return found
  }

  /// File names in a string.
  private func paths() -> (start: Int, items: [Completion])? {
    var start = context.cursor
    while start > context.lineStart, context.scalars[start - 1] != "'", context.scalars[start - 1] != "\"",
      context.scalars[start - 1] != " "
    {
      start -= 1
    }
    guard start > context.lineStart, context.scalars[start - 1] != " " else { return nil }
    return paths(from: start)
  }

  private func paths(from start: Int) -> (start: Int, items: [Completion])? {
    let text = context.scalars.text(start..<context.cursor)
    let folder = text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
    let prefix = String(text.dropFirst(folder.count))
    var place = folder.isEmpty ? "." : folder
    if place.hasPrefix("~/"), let home = getenv("HOME") { place = String(cString: home) + place.dropFirst() }
    guard language.vm.sandbox?.allows(place, .read) ?? true, let directory = opendir(place)
    else { return nil }
    defer { closedir(directory) }
    var items: [Completion] = []
    while let entry = readdir(directory), items.count < Completer.limit {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." || !name.hasPrefix(prefix) || (prefix.isEmpty && name.hasPrefix(".")) {
        continue
      }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      items.append(Completion(text: folder + name + (isFolder ? "/" : ""), type: "path"))
    }
    return (start, items.sorted { $0.text < $1.text })
  }
}

/// Names of modules that can be imported.
struct ModuleFinder {
  private let language: PythonLanguage
  init(_ language: PythonLanguage) { self.language = language }

  /// Full names that continue a prefix by one part.
  func names(prefix: String) -> [String] {
    let vm = language.vm
    var found: Set<String> = []
    let level = prefix.filter { $0 == "." }.count
    let known = Array(vm.nativeModules.keys) + Array(vm.pythonModules.keys)
    for name in known where name.hasPrefix(prefix) && !name.hasPrefix("_wick") {
      if !prefix.hasPrefix("_") && name.hasPrefix("_") { continue }
      found.insert(name.split(separator: ".").prefix(level + 1).joined(separator: "."))
    }
    if level == 0 { found.formUnion(files(prefix)) }
    return found.sorted()
  }

  private func files(_ prefix: String) -> [String] {
    var names: [String] = []
    for folder in language.vm.defaultPath {
      for file in FileIO.names(in: folder.isEmpty ? "." : folder) ?? [] {
        guard file.hasSuffix(".py"), file.hasPrefix(prefix) else { continue }
        let name = String(file.dropLast(3))
        if name.unicodeScalars.allSatisfy(LineScanner.continuesName) { names.append(name) }
      }
    }
    return names
  }
}

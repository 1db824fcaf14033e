import Syntax

/// Turns a tree of `ast` nodes into the compiler's own, and refuses what no source could have given.
///
/// The nodes are Python objects that anybody may have made: every field is looked up, checked and copied. Messages are
/// those of CPython's `compile`.
final class TreeReader {
  let vm: VM
  /// The classes of `ast` by identity.
  private var names: [ObjectIdentifier: String] = [:]

  init(_ vm: VM) throws(Raised) {
    self.vm = vm
    let ast = try vm.importModule("ast", fromList: .object(vm.emptyTuple))
    guard case .object(let o) = ast, let module = o as? ModuleObject else { return }
    for item in module.namespace.items {
      guard case .object(let o) = item.value, let type = o as? TypeObject, let name = item.key.asStr?.string,
        type.name == name, !TreeReader.families.contains(name)
      else { continue }
      names[ObjectIdentifier(type)] = name
    }
  }

  private static let families: Set<String> = [
    "AST", "mod", "stmt", "expr", "expr_context", "boolop", "operator", "unaryop", "cmpop", "excepthandler", "pattern",
    "type_ignore", "type_param",
  ]

  /// What a tree holds: the body of a module or interactive input, or an expression.
  enum Root {
    case module([Stmt])
    case interactive([Stmt])
    case expression(Expr)
  }

  /// Reads the tree that `compile` was given for a mode.
  func root(_ tree: Value, mode: VM.CompileMode) throws(Raised) -> Root {
    let wanted = switch mode {
    case .exec, .cell: "Module"
    case .eval: "Expression"
    case .single: "Interactive"
    }
    guard kind(of: tree) == wanted else {
      throw vm.typeError("expected \(wanted) node, got \(vm.type(of: tree).name)")
    }
    switch mode {
    case .exec, .cell: return .module(try block(tree, "body", wanted))
    case .single: return .interactive(try block(tree, "body", wanted))
    case .eval: return .expression(try expression(tree, "body", wanted))
    }
  }

  /// Name of the class of `ast` that a node is an instance of; nil: none.
  func kind(of node: Value) -> String? {
    guard case .object(let o) = node else { return nil }
    for type in o.type.mroTypes {
      if let name = names[ObjectIdentifier(type)] { return name }
    }
    return nil
  }

  /// The error of a node of the wrong family.
  func unexpected(_ family: String, _ node: Value) throws(Raised) -> Raised {
    vm.typeError("expected some sort of \(family), but got \(try vm.repr(node).string)")
  }

  // MARK: Fields

  /// A field that may be missing or None; nil then.
  func optional(_ node: Value, _ name: String) throws(Raised) -> Value? {
    guard let found = try vm.getAttrOrNil(node, vm.intern(name)), !found.isNone else { return nil }
    return found
  }

  /// A field that must be there.
  func field(_ node: Value, _ name: String, _ kind: String) throws(Raised) -> Value {
    guard let found = try vm.getAttrOrNil(node, vm.intern(name)) else {
      throw vm.typeError("required field \"\(name)\" missing from \(kind)")
    }
    return found
  }

  /// A field that must be there and not None.
  func required(_ node: Value, _ name: String, _ kind: String) throws(Raised) -> Value {
    let found = try field(node, name, kind)
    if found.isNone { throw vm.valueError("field '\(name)' is required for \(kind)") }
    return found
  }

  /// A field that is a list.
  func list(_ node: Value, _ name: String, _ kind: String) throws(Raised) -> [Value] {
    let found = try field(node, name, kind)
    guard let list = found.asList else {
      throw vm.typeError("\(kind) field \"\(name)\" must be a list, not a \(vm.type(of: found).name)")
    }
    return list.values
  }

  /// A name.
  func identifier(_ value: Value) throws(Raised) -> String {
    guard let text = value.asStr else { throw vm.typeError("AST identifier must be of type str") }
    return text.string
  }

  /// A field that is a name.
  func identifier(_ node: Value, _ name: String, _ kind: String) throws(Raised) -> String {
    try identifier(try required(node, name, kind))
  }

  /// A field that is a name or None.
  func optionalIdentifier(_ node: Value, _ name: String) throws(Raised) -> String? {
    guard let found = try optional(node, name) else { return nil }
    return try identifier(found)
  }

  /// A name that is bound or read: none of the constants.
  func checked(_ name: String) throws(Raised) -> String {
    if name == "None" || name == "True" || name == "False" {
      throw vm.valueError("identifier field can't represent '\(name)' constant")
    }
    return name
  }

  /// A whole number.
  func number(_ value: Value) throws(Raised) -> Int {
    if case .int(let number) = value { return number }
    if value.kind == .bool { return try vm.truth(value) ? 1 : 0 }
    throw vm.valueError("invalid integer value: \(try vm.repr(value).string)")
  }

  /// Where a node stands.
  func place(_ node: Value, _ family: String) throws(Raised) -> Span {
    let line = try number(try field(node, "lineno", family))
    let column = try number(try field(node, "col_offset", family))
    var (endLine, endColumn) = (line, column)
    if let end = try optional(node, "end_lineno") { endLine = try number(end) }
    if let end = try optional(node, "end_col_offset") { endColumn = try number(end) }
    if line > endLine { throw vm.valueError("AST node line range (\(line), \(endLine)) is not valid") }
    if line < 0 && endLine != line || column < 0 && column != endColumn {
      throw vm.valueError(
        "AST node column range (\(column), \(endColumn)) for line range (\(line), \(endLine)) is not valid")
    }
    if line == endLine && column > endColumn {
      throw vm.valueError("line \(line), column \(column)-\(endColumn) is not a valid range")
    }
    return Span(
      line: Int32(clamping: line), column: Int32(clamping: column), endLine: Int32(clamping: endLine),
      endColumn: Int32(clamping: endColumn))
  }

  /// Calls `body` one level deeper: trees may be deep, or contain themselves.
  func deeper<R>(_ body: () throws(Raised) -> R) throws(Raised) -> R {
    try vm.enterNative(" during ast construction")
    defer { vm.leaveNative() }
    return try body()
  }
}

extension VM {
  /// Compiles a tree of `ast` nodes.
  func compile(tree: Value, filename: String, mode: CompileMode, options: Compiler.Options) throws(Raised) -> Code {
    let root = try TreeReader(self).root(tree, mode: mode)
    let compiled: CompiledCode
    do throws(SyntaxError) {
      switch root {
      case .module(let body): compiled = try Compiler.compile(Module(body: body), filename: filename, options: options)
      case .interactive(let body):
        compiled = try Compiler.compile(Interactive(body: body), filename: filename, options: options)
      case .expression(let body):
        compiled = try Compiler.compile(ExpressionModule(body: body), filename: filename, options: options)
      }
    } catch {
      throw syntaxError(error)
    }
    return Code(compiled.build(VMConstants(vm: self)), vm: self)
  }
}

import Interpreter
import Syntax

/// The names that a cell gives before its cursor, with what is known of them. Nothing of the user runs for it.
final class CellScope {
  let language: PythonLanguage
  let outline: CellOutline
  /// What the cell has named so far; innermost function last.
  var names: [String: Inferred] = [:]
  /// The class around the cursor.
  private(set) var enclosing: ClassDef?
  /// Expressions that may still be looked at.
  var budget = 4000
  var depth = 0
  var vm: VM { language.vm }

  init(_ language: PythonLanguage, _ code: [Unicode.Scalar], cursor: Int) {
    self.language = language
    outline = CellOutline(code, cursor: cursor)
    run(outline.body, in: nil)
  }

  // MARK: Statements

  private func run(_ body: [Stmt], in owner: ClassDef?) {
    for statement in body where budget > 0 {
      budget -= 1
      run(statement, in: owner)
    }
  }

  private func run(_ statement: Stmt, in owner: ClassDef?) {
    switch statement.kind {
    case .assign(let targets, let value):
      let found = infer(value)
      for target in targets { bind(target, found, value) }
    case .annAssign(let target, let annotation, let value, _):
      bind(target, annotated(annotation) ?? value.flatMap { infer($0) }, value)
    case .augAssign(let target, let op, let value):
      if case .name(let id, _) = target.kind { names[id] = binary(infer(target), op, infer(value)) ?? names[id] }
    case .for(let loop), .asyncFor(let loop):
      bind(loop.target, element(of: loop.iter), nil)
      run(loop.body, in: owner)
      run(loop.orelse, in: owner)
    case .while(let test, let body, let orelse), .if(let test, let body, let orelse):
      _ = infer(test)
      run(body, in: owner)
      run(orelse, in: owner)
    case .with(let items, let body), .asyncWith(let items, let body):
      for item in items { if let target = item.optionalVars { bind(target, infer(item.contextExpr), nil) } }
      run(body, in: owner)
    case .match(_, let cases):
      for one in cases { run(one.body, in: owner) }
    case .try(let parts), .tryStar(let parts):
      run(parts.body, in: owner)
      for handler in parts.handlers {
        if let name = handler.name { names[name] = handler.type.flatMap { annotated($0) } }
        run(handler.body, in: owner)
      }
      run(parts.orelse, in: owner)
      run(parts.finalbody, in: owner)
    case .functionDef(let function): define(function, isAsync: false, statement, in: owner)
    case .asyncFunctionDef(let function): define(function, isAsync: true, statement, in: owner)
    case .classDef(let parts):
      names[parts.name] = .cellClass(parts)
      if holdsCursor(statement) {
        enclosing = parts
        run(parts.body, in: parts)
      }
    case .import(let aliases): for alias in aliases { importName(alias) }
    case .importFrom(let module, let aliases, 0):
      guard let found = module.flatMap({ self.module($0) }) else { return }
      for alias in aliases {
        let value = Resolver(language).attribute(found, alias.name) ?? self.module((module ?? "") + "." + alias.name)
        if let value { names[alias.asname ?? alias.name] = .value(value) }
      }
    case .expr(let value): if case .namedExpr = value.kind { _ = infer(value) }
    default: break
    }
  }

  private func define(_ function: FunctionDef, isAsync: Bool, _ statement: Stmt, in owner: ClassDef?) {
    names[function.name] =
      function.decoratorList.isEmpty ? .function(function, owner: nil, isAsync: isAsync) : nil
    guard holdsCursor(statement) else { return }
    bindParameters(function, in: owner)
    run(function.body, in: nil)
  }

  private func holdsCursor(_ statement: Stmt) -> Bool { statement.span.endLine >= outline.cursorLine }

  /// Names the parameters of a function.
  func bindParameters(_ function: FunctionDef, in owner: ClassDef?) {
    let args = function.args
    let all = args.posonlyargs + args.args
    let firstDefault = all.count - args.defaults.count
    for (at, parameter) in all.enumerated() {
      let value = at >= firstDefault && at - firstDefault < args.defaults.count ? args.defaults[at - firstDefault] : nil
      name(parameter, default: value)
    }
    for (parameter, value) in zip(args.kwonlyargs, args.kwDefaults) { name(parameter, default: value) }
    if let rest = args.vararg { names[rest.arg] = .instance(vm.types.tuple, nil) }
    if let rest = args.kwarg { names[rest.arg] = .instance(vm.types.dict, nil) }
    guard let owner, let first = all.first else { return }
    let marks = function.decoratorList.compactMap { if case .name(let id, _) = $0.kind { id } else { nil } }
    if marks.contains("staticmethod") { return }
    names[first.arg] = marks.contains("classmethod") ? .cellClass(owner) : .cellInstance(owner)
  }

  private func name(_ parameter: Arg, default value: Expr?) {
    let found = parameter.annotation.flatMap { annotated($0) } ?? value.flatMap { infer($0) }
    names[parameter.arg] = found.flatMap { isNone($0) ? nil : $0 } ?? .instance(vm.types.object, nil)
  }

  private func isNone(_ found: Inferred) -> Bool {
    if case .instance(let type, _) = found { return type === vm.types.none }
    return false
  }

  private func bind(_ target: Expr, _ found: Inferred?, _ value: Expr?) {
    switch target.kind {
    case .name(let id, _): names[id] = found ?? .instance(vm.types.object, nil)
    case .tuple(let targets, _), .list(let targets, _):
      var values: [Expr] = []
      if let value { if case .tuple(let elts, _) = value.kind { values = elts } }
      for (at, one) in targets.enumerated() {
        bind(one, values.count == targets.count ? infer(values[at]) : nil, nil)
      }
    case .starred(let inner, _): bind(inner, .instance(vm.types.list, nil), nil)
    default: break
    }
  }

  // MARK: Imports

  /// A module that is loaded or one of our own; files of the user are not run.
  func module(_ name: String) -> Value? {
    if let loaded = vm.modules.get(vm, name) { return loaded }
    guard vm.nativeModules[name] != nil || vm.pythonModules[name] != nil else { return nil }
    do throws(Raised) { return try language.importDotted(name) } catch { return nil }
  }

  private func importName(_ alias: Alias) {
    let top = String(alias.name.prefix { $0 != "." })
    let whole = module(alias.name)
    guard let found = alias.asname == nil ? module(top) : whole else { return }
    names[alias.asname ?? top] = .value(found)
  }
}

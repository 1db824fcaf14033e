import Interpreter
import Syntax

extension CellScope {
  /// An attribute of what is inferred; no property runs.
  func attribute(_ found: Inferred, _ name: String) -> Inferred? {
    switch found {
    case .value(let value):
      if let live = Resolver(language).attribute(value, name) { return .value(live) }
      return value.asType == nil ? attribute(ofInstancesOf: vm.type(of: value), name) : nil
    case .instance(let type, _): return attribute(ofInstancesOf: type, name)
    case .cellClass(let parts): return member(name, of: parts, bound: false)
    case .cellInstance(let parts): return member(name, of: parts, bound: true)
    case .function, .method: return nil
    }
  }

  private func attribute(ofInstancesOf type: TypeObject, _ name: String) -> Inferred? {
    if type.mroTypes.contains(where: { $0.name == "Tensor" && !$0.isHeap }), let result = KnownResults.tensorAttributes[name] {
      return known(result)
    }
    let slot = type.lookup(vm, .borrowed(vm.intern(name)))
    guard !slot.isUndefined else { return declared(type, name) }
    let value = slot.value
    switch value.kind {
    case .function, .nativeFunction: return .method(value, type)
    case .property:
      guard case .object(let object) = value, let property = object as? PropertyObject else { return nil }
      return result(ofGetter: property.getter)
    case .getSetDescriptor, .memberDescriptor: return declared(type, name)
    case .classMethod, .staticMethod: return Resolver(language).attribute(.object(type), name).map { .value($0) }
    default: return .value(value)
    }
  }

  private func result(ofGetter getter: Slot) -> Inferred? {
    guard getter.isObject, getter.value.kind == .function else { return nil }
    do throws(Raised) {
      let found = try vm.getAttr(getter.value, "__annotations__").asDict?.get(vm, "return")
      return found?.asType.map { .instance($0, nil) } ?? found?.asStr.flatMap { known($0.string) }
    } catch {
      return nil
    }
  }

  /// The annotation of a field in the class.
  private func declared(_ type: TypeObject, _ name: String) -> Inferred? {
    for base in type.mroTypes where base.isHeap {
      guard let found = base.namespace.get(vm, "__annotations__")?.asDict?.get(vm, name) else { continue }
      return found.asType.map { .instance($0, nil) } ?? found.asStr.flatMap { known($0.string) }
    }
    return nil
  }

  // MARK: Classes of the cell

  /// The class that exists which a class of the cell has as its base.
  func inherited(_ parts: ClassDef) -> Inferred? {
    guard let base = parts.bases.first, depth < 12 else { return nil }
    depth += 1
    defer { depth -= 1 }
    return annotated(base)
  }

  /// A member of a class of the cell.
  func member(_ name: String, of parts: ClassDef, bound: Bool) -> Inferred? {
    for statement in parts.body.reversed() {
      switch statement.kind {
      case .functionDef(let function) where function.name == name: return method(function, parts, bound, isAsync: false)
      case .asyncFunctionDef(let function) where function.name == name: return method(function, parts, bound, isAsync: true)
      case .assign(let targets, let value):
        for target in targets { if case .name(name, _) = target.kind { return infer(value) } }
      case .annAssign(let target, let annotation, _, _):
        if case .name(name, _) = target.kind { return annotated(annotation) }
      default: break
      }
    }
    if bound, let found = field(name, of: parts) { return found }
    guard let base = inherited(parts) else { return nil }
    return bound ? attribute(base, name) : type(of: base).flatMap { attribute(.value(.object($0)), name) } ?? attribute(base, name)
  }

  private func method(_ function: FunctionDef, _ parts: ClassDef, _ bound: Bool, isAsync: Bool) -> Inferred? {
    let marks = function.decoratorList.compactMap { if case .name(let id, _) = $0.kind { id } else { nil } }
    if bound, marks.contains("property") || marks.contains("cached_property") { return returned(function, parts) }
    let takesOwner = (bound || marks.contains("classmethod")) && !marks.contains("staticmethod")
    return .function(function, owner: takesOwner ? parts : nil, isAsync: isAsync)
  }

  /// What methods assign to an attribute of `self`.
  private func field(_ name: String, of parts: ClassDef) -> Inferred? {
    var found: Inferred?
    forEachField(of: parts) { field, function, value in
      guard found == nil, field == name, let value, self.depth < 12 else { return }
      let saved = self.names
      self.depth += 1
      self.bindParameters(function, in: parts)
      found = self.infer(value)
      self.depth -= 1
      self.names = saved
    }
    return found
  }

  /// Calls with each `self.name = value` in the methods of a class.
  private func forEachField(of parts: ClassDef, _ visit: (String, FunctionDef, Expr?) -> Void) {
    for statement in parts.body {
      guard case .functionDef(let function) = statement.kind, let first = function.args.args.first?.arg else { continue }
      forEachAssignment(in: function.body) { target, value in
        if case .attribute(let owner, let name, _) = target.kind, case .name(first, _) = owner.kind { visit(name, function, value) }
      }
    }
  }

  private func forEachAssignment(in body: [Stmt], _ visit: (Expr, Expr?) -> Void) {
    for statement in body {
      switch statement.kind {
      case .assign(let targets, let value):
        for target in targets {
          if case .tuple(let elts, _) = target.kind { for one in elts { visit(one, nil) } } else { visit(target, value) }
        }
      case .annAssign(let target, _, let value, _): visit(target, value)
      case .if(_, let body, let orelse), .while(_, let body, let orelse):
        forEachAssignment(in: body, visit)
        forEachAssignment(in: orelse, visit)
      case .for(let loop): forEachAssignment(in: loop.body, visit)
      case .with(_, let body): forEachAssignment(in: body, visit)
      case .try(let parts): forEachAssignment(in: parts.body, visit)
      default: break
      }
    }
  }

  /// Names of the members of a class of the cell with what they are.
  func members(of parts: ClassDef, bound: Bool) -> [(name: String, found: Inferred?)] {
    var all: [(name: String, found: Inferred?)] = []
    for statement in parts.body {
      switch statement.kind {
      case .functionDef(let function): all.append((function.name, method(function, parts, bound, isAsync: false)))
      case .asyncFunctionDef(let function): all.append((function.name, method(function, parts, bound, isAsync: true)))
      case .classDef(let inner): all.append((inner.name, .cellClass(inner)))
      case .assign(let targets, _):
        for target in targets { if case .name(let id, _) = target.kind { all.append((id, nil)) } }
      case .annAssign(let target, _, _, _): if case .name(let id, _) = target.kind { all.append((id, nil)) }
      default: break
      }
    }
    if bound { forEachField(of: parts) { name, _, _ in all.append((name, nil)) } }
    return all
  }

  // MARK: Parameters

  /// Names that a call may give by keyword.
  func parameterNames(_ found: Inferred) -> [String] {
    switch found {
    case .value(let value):
      if value.asType == nil, case .object(let object) = value, object.hasHeapType || object.kind == .instance {
        return callNames(vm.type(of: value))
      }
      return FunctionDescription(vm, value).parameterNames()
    case .method(let function, let type):
      let all = FunctionDescription(vm, function).parameterNames()
      return function.kind == .function && !type.name.isEmpty ? Array(all.dropFirst()) : all
    case .instance(let type, _): return callNames(type)
    case .function(let function, let owner, _):
      return function.args.args.dropFirst(owner == nil || !function.args.posonlyargs.isEmpty ? 0 : 1).map(\.arg)
        + function.args.kwonlyargs.map(\.arg)
    case .cellClass(let parts):
      if case .function(let function, _, _)? = member("__init__", of: parts, bound: true) {
        return function.args.args.dropFirst().map(\.arg) + function.args.kwonlyargs.map(\.arg)
      }
      if let base = inherited(parts).flatMap({ type(of: $0) }), parts.decoratorList.isEmpty {
        return FunctionDescription(vm, .object(base)).parameterNames()
      }
      // A data class.
      return parts.body.compactMap {
        if case .annAssign(let target, _, _, _) = $0.kind, case .name(let id, _) = target.kind { id } else { nil }
      }
    case .cellInstance(let parts):
      return member("__call__", of: parts, bound: true).map { parameterNames($0) } ?? []
    }
  }

  private func callNames(_ type: TypeObject) -> [String] {
    let hook = type.lookup(vm, .borrowed(vm.intern("__call__")))
    guard !hook.isUndefined, hook.value.kind == .function else { return [] }
    // A layer passes its arguments on to `forward`.
    let forward = type.lookup(vm, .borrowed(vm.intern("forward")))
    let function = forward.isUndefined ? hook.value : forward.value
    return Array(FunctionDescription(vm, function).parameterNames().dropFirst())
  }

  /// `(a, b=..., *args)` of a function of the cell.
  func signature(_ function: FunctionDef, bound: Bool) -> String {
    let args = function.args
    var parts: [String] = []
    let all = args.posonlyargs + args.args
    for (at, one) in all.enumerated() {
      parts.append(one.arg + (at >= all.count - args.defaults.count ? "=..." : ""))
      if at + 1 == args.posonlyargs.count { parts.append("/") }
    }
    if bound && !parts.isEmpty { parts.removeFirst() }
    if let rest = args.vararg { parts.append("*" + rest.arg) } else if !args.kwonlyargs.isEmpty { parts.append("*") }
    for (one, value) in zip(args.kwonlyargs, args.kwDefaults) { parts.append(one.arg + (value == nil ? "" : "=...")) }
    if let rest = args.kwarg { parts.append("**" + rest.arg) }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}

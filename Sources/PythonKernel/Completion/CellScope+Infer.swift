import Interpreter
import Syntax

extension CellScope {
  /// What an expression of the cell is, as text.
  func infer(text: String) -> Inferred? {
    do throws(SyntaxError) {
      return infer(try Parser(source: Array(text.utf8), filename: "<cell>").parseExpression().body)
    } catch {
      return nil
    }
  }

  /// What an expression is.
  func infer(_ expression: Expr) -> Inferred? {
    guard budget > 0, depth < 40 else { return nil }
    budget -= 1
    depth += 1
    defer { depth -= 1 }
    switch expression.kind {
    case .constant(let constant): return type(of: constant).map { .instance($0, expression) }
    case .joinedStr: return .instance(vm.types.str, nil)
    case .list, .listComp: return .instance(vm.types.list, expression)
    case .tuple: return .instance(vm.types.tuple, expression)
    case .dict, .dictComp: return .instance(vm.types.dict, expression)
    case .set, .setComp: return .instance(vm.types.set, nil)
    case .generatorExp: return .instance(vm.types.generator, nil)
    case .lambda: return .instance(vm.types.function, nil)
    case .compare: return .instance(vm.types.bool, nil)
    case .name(let id, _): return named(id)
    case .namedExpr(let target, let value):
      let found = infer(value)
      if case .name(let id, _) = target.kind { names[id] = found }
      return found
    case .boolOp(_, let values):
      return values.lazy.compactMap { self.infer($0) }.first
    case .ifExp(_, let body, let orelse): return infer(body) ?? infer(orelse)
    case .unaryOp(let op, let operand): return op == .not ? .instance(vm.types.bool, nil) : infer(operand)
    case .binOp(let left, let op, let right): return binary(infer(left), op, infer(right))
    case .attribute(let value, let name, _): return infer(value).flatMap { attribute($0, name) }
    case .subscript(let value, let slice, _): return item(value, slice)
    case .await(let value):
      guard case .call(let callee, _, _) = value.kind, case .function(let function, let owner, true)? = infer(callee) else {
        return nil
      }
      return returned(function, owner)
    case .call(let callee, let args, _): return call(callee, args)
    default: return nil
    }
  }

  private func type(of constant: Constant) -> TypeObject? {
    switch constant {
    case .none: vm.types.none
    case .true, .false: vm.types.bool
    case .ellipsis: vm.types.ellipsis
    case .int, .bigInt: vm.types.int
    case .float: vm.types.float
    case .imaginary: vm.types.complex
    case .string: vm.types.str
    case .bytes: vm.types.bytes
    }
  }

  private func named(_ id: String) -> Inferred? {
    if let found = names[id] {
      // A name whose type is unknown here may be known from cells before.
      if case .instance(let type, nil) = found, type === vm.types.object { return nil }
      return found
    }
    return (language.session.main.get(vm, id) ?? vm.builtins.get(vm, id)).map { .value($0) }
  }

  // MARK: Types

  /// The class of what is inferred, when it is one that exists.
  func type(of found: Inferred) -> TypeObject? {
    switch found {
    case .value(let value): value.asType == nil ? vm.type(of: value) : nil
    case .instance(let type, _): type
    default: nil
    }
  }

  /// An instance of the type of that name, be it of the cell, of a cell before, a builtin or one of torch.
  func known(_ name: String) -> Inferred? {
    if name.isEmpty { return nil }
    let torch = vm.modules.get(vm, "torch")?.asModule?.namespace
    let others: [String: TypeObject] = [
      "dict_keys": vm.types.dictKeys, "dict_values": vm.types.dictValues, "dict_items": vm.types.dictItems,
    ]
    if case .cellClass(let parts)? = names[name] { return .cellInstance(parts) }
    let found =
      language.session.main.get(vm, name)?.asType ?? vm.builtins.get(vm, name)?.asType ?? others[name]
      ?? torch?.get(vm, name)?.asType
    return found.map { .instance($0, nil) }
  }

  private var tensor: Inferred? { known("Tensor") }

  private func isTensor(_ type: TypeObject) -> Bool { type.mroTypes.contains { $0.name == "Tensor" && !$0.isHeap } }

  private func isLayer(_ type: TypeObject) -> Bool {
    type.mroTypes.contains { $0.name == "Module" && $0.isHeap }
  }

  /// What an annotation means.
  func annotated(_ annotation: Expr) -> Inferred? {
    switch annotation.kind {
    case .constant(.string(let points)):
      let text = String(String.UnicodeScalarView(points.compactMap { Unicode.Scalar($0) }))
      guard depth < 8 else { return nil }
      depth += 1
      defer { depth -= 1 }
      do throws(SyntaxError) {
        return annotated(try Parser(source: Array(text.utf8), filename: "<cell>").parseExpression().body)
      } catch {
        return nil
      }
    case .binOp(let left, .bitOr, let right): return annotated(left) ?? annotated(right)
    case .subscript(let value, let slice, _):
      if case .name("Optional", _) = value.kind { return annotated(slice) }
      return annotated(value)
    case .name(let id, _):
      let builtin: [String: String] = ["List": "list", "Dict": "dict", "Tuple": "tuple", "Set": "set"]
      if let name = builtin[id] { return known(name) }
    default: break
    }
    switch infer(annotation) {
    case .value(let value)?: return value.asType.map { .instance($0, nil) }
    case .cellClass(let parts)?: return .cellInstance(parts)
    default: return nil
    }
  }

  /// What an annotation that exists means.
  private func annotated(_ value: Value?) -> Inferred? {
    guard let value else { return nil }
    if let type = value.asType { return .instance(type, nil) }
    return value.asStr.flatMap { known($0.string) }
  }

  // MARK: Operators

  func binary(_ left: Inferred?, _ op: Operator, _ right: Inferred?) -> Inferred? {
    let (a, b) = (left.flatMap { type(of: $0) }, right.flatMap { type(of: $0) })
    for one in [a, b] { if let one, isTensor(one) { return .instance(one, nil) } }
    guard let a else { return nil }
    let types = vm.types
    if a === types.str { return .instance(types.str, nil) }
    let isNumber = a === types.int || a === types.float || a === types.bool || a === types.complex
    guard isNumber else {
      let keeps = a === b || a === types.list || a === types.tuple || a === types.bytes || a === types.set || a === types.dict
      return keeps ? .instance(a, nil) : nil
    }
    if let b, b === types.str || b === types.list || b === types.tuple, op == .mult { return .instance(b, nil) }
    if a === types.complex || b === types.complex { return .instance(types.complex, nil) }
    if a === types.float || b === types.float || op == .div { return .instance(types.float, nil) }
    return .instance(types.int, nil)
  }

  private func item(_ value: Expr, _ slice: Expr) -> Inferred? {
    guard let container = infer(value) else { return nil }
    if case .value(let live) = container, let key = literal(slice) {
      if let found = Resolver(language).item(live, key) { return .value(found) }
    }
    guard let type = type(of: container) else { return nil }
    if isTensor(type) || type === vm.types.str { return .instance(type, nil) }
    if case .slice = slice.kind { return .instance(type, nil) }
    if case .instance(_, let made?) = container { return part(of: made, slice) }
    return nil
  }

  /// The part of a literal that an index names.
  private func part(of made: Expr, _ slice: Expr) -> Inferred? {
    switch (made.kind, slice.kind) {
    case (.list(let elts, _), .constant(.int(let at))), (.tuple(let elts, _), .constant(.int(let at))):
      return elts.indices.contains(at) ? infer(elts[at]) : nil
    case (.list(let elts, _), _), (.tuple(let elts, _), _): return elts.first.flatMap { infer($0) }
    case (.dict(let keys, let values), .constant(.string(let wanted))):
      for (key, value) in zip(keys, values) {
        if let key, case .constant(.string(let text)) = key.kind, text == wanted { return infer(value) }
      }
      return nil
    case (.listComp(let elt, _), _): return infer(elt)
    default: return nil
    }
  }

  private func literal(_ expression: Expr) -> Value? {
    switch expression.kind {
    case .constant(.int(let number)): return .int(number)
    case .constant(.string(let points)): return .object(StrObject(vm, codePoints: points))
    case .unaryOp(.uSub, let operand):
      if case .constant(.int(let number)) = operand.kind { return .int(0 &- number) }
      return nil
    default: return nil
    }
  }

  /// What a loop over an expression gives.
  func element(of iterated: Expr) -> Inferred? {
    guard let found = infer(iterated) else { return nil }
    if case .value(let live) = found, let first = Resolver(language).item(live, .int(0)) {
      return .instance(vm.type(of: first), nil)
    }
    if case .instance(let type, let made) = found {
      if type === vm.types.str || isTensor(type) { return .instance(type, nil) }
      if type === vm.types.range { return .instance(vm.types.int, nil) }
      if type === vm.types.bytes { return .instance(vm.types.int, nil) }
      if let made { return part(of: made, iterated) }
    }
    if case .call(let callee, let args, _) = iterated.kind, case .name(let id, _) = callee.kind, let first = args.first {
      if id == "sorted" || id == "reversed" || id == "list" || id == "iter" { return element(of: first) }
    }
    return nil
  }

  // MARK: Calls

  private func call(_ callee: Expr, _ args: [Expr]) -> Inferred? {
    if case .name("super", _) = callee.kind, let enclosing { return enclosing.bases.first.flatMap { annotated($0) } }
    guard let found = infer(callee) else { return nil }
    switch found {
    case .function(let function, let owner, let isAsync): return isAsync ? .instance(vm.types.coroutine, nil) : returned(function, owner)
    case .cellClass(let parts): return .cellInstance(parts)
    case .cellInstance(let parts):
      if case .function(let function, let owner, _)? = member("__call__", of: parts, bound: true) { return returned(function, owner) }
      return inherited(parts).flatMap { type(of: $0) }.flatMap { isLayer($0) ? tensor : nil }
    case .instance(let type, _): return isLayer(type) ? tensor : nil
    case .method(let function, let type): return result(of: function, on: type, args)
    case .value(let value):
      if let type = value.asType { return type === vm.types.type ? nil : .instance(type, nil) }
      if let method = value.asBoundMethod {
        return result(of: method.function.value, on: vm.type(of: method.receiver.value), args)
      }
      if isLayer(vm.type(of: value)) { return tensor }
      return result(of: value, on: nil, args)
    }
  }

  /// What a function that exists gives.
  private func result(of function: Value, on type: TypeObject?, _ args: [Expr]) -> Inferred? {
    if function.kind == .function {
      do throws(Raised) {
        return annotated(try vm.getAttr(function, "__annotations__").asDict?.get(vm, "return"))
      } catch {
        return nil
      }
    }
    guard case .object(let object) = function, let native = object as? NativeFunction else { return nil }
    if let type {
      for base in type.mroTypes {
        if let name = KnownResults.methods["\(base.name).\(native.name)"] { return known(name) }
      }
      return isTensor(type) ? .instance(type, nil) : nil
    }
    if let name = KnownResults.functions[native.name] {
      if native.name == "round" || native.name == "sum" || native.name == "abs", let first = args.first {
        return native.name == "sum" ? element(of: first) : infer(first)
      }
      return known(name)
    }
    if ["min", "max"].contains(native.name), native.moduleName == "builtins", let first = args.first {
      return args.count == 1 ? element(of: first) : infer(first)
    }
    if native.name == "open" { return opened }
    // The operators of torch all give tensors but for a few.
    guard native.description != nil else { return nil }
    return KnownResults.notTensors[native.name].map { known($0) } ?? tensor
  }

  private var opened: Inferred? {
    module("io")?.asModule?.namespace.get(vm, "TextIOWrapper")?.asType.map { .instance($0, nil) }
  }

  /// What a function of the cell gives: its annotation, or what it returns first.
  func returned(_ function: FunctionDef, _ owner: ClassDef?) -> Inferred? {
    if let annotation = function.returns { return annotated(annotation) }
    guard depth < 12 else { return nil }
    let saved = names
    defer { names = saved }
    bindParameters(function, in: owner)
    for statement in function.body { note(statement) }
    return firstReturn(function.body)
  }

  private func note(_ statement: Stmt) {
    if case .assign(let targets, let value) = statement.kind {
      for target in targets { if case .name(let id, _) = target.kind { names[id] = infer(value) ?? names[id] } }
    }
  }

  private func firstReturn(_ body: [Stmt]) -> Inferred? {
    for statement in body {
      let found: Inferred?
      switch statement.kind {
      case .return(let value): found = value.flatMap { infer($0) }
      case .if(_, let body, let orelse), .while(_, let body, let orelse): found = firstReturn(body) ?? firstReturn(orelse)
      case .for(let loop): found = firstReturn(loop.body)
      case .with(_, let body): found = firstReturn(body)
      case .try(let parts): found = firstReturn(parts.body)
      default: found = nil
      }
      if let found { return found }
    }
    return nil
  }
}

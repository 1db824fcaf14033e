import Syntax

/// Expressions and assignment targets.
extension SymbolTable {
  func visit(_ expression: Expr?) throws(SyntaxError) {
    if let expression { try visit(expression) }
  }

  func visit(_ expressions: [Expr]) throws(SyntaxError) {
    for expression in expressions { try visit(expression) }
  }

  func visit(_ keywords: [Keyword]) throws(SyntaxError) {
    var seen: Set<String> = []
    for keyword in keywords {
      if let name = keyword.arg {
        try checkName(name, "assign to", keyword.span)
        if !seen.insert(name).inserted { throw error("keyword argument repeated: \(name)", keyword.span) }
      }
      try visit(keyword.value)
    }
  }

  /// Visits an item of a display or an argument, which may be starred.
  func visitArgument(_ expression: Expr) throws(SyntaxError) {
    if case .starred(let value, _) = expression.kind { return try visit(value) }
    try visit(expression)
  }

  /// Visits an expression that is read.
  func visit(_ expression: Expr) throws(SyntaxError) {
    switch expression.kind {
    case .boolOp(_, let values): try visit(values)
    case .namedExpr(let target, let value): try visitWalrus(target, value, expression.span)
    case .binOp(let left, _, let right):
      try visit(left)
      try visit(right)
    case .unaryOp(_, let operand): try visit(operand)
    case .lambda(let arguments, let body):
      try visitDefaults(arguments)
      try enter(.lambda, name: "<lambda>", node: expression) { _ throws(SyntaxError) in
        try bindParameters(arguments, expression.span)
        try visit(body)
      }
    case .ifExp(let test, let body, let orelse):
      try visit(test)
      try visit(body)
      try visit(orelse)
    case .dict(let keys, let values):
      for (key, value) in zip(keys, values) {
        try visit(key)
        try visit(value)
      }
    case .set(let items): for item in items { try visitArgument(item) }
    case .listComp(let item, let generators):
      try visitComprehension(expression, .list, [item], generators)
    case .setComp(let item, let generators):
      try visitComprehension(expression, .set, [item], generators)
    case .dictComp(let key, let value, let generators):
      try visitComprehension(expression, .dict, [key, value], generators)
    case .generatorExp(let item, let generators):
      try visitComprehension(expression, .generator, [item], generators)
    case .await(let value):
      try checkAnnotation("await expression", expression.span)
      try checkAwait(expression.span)
      try visit(value)
    case .yield(let value):
      try checkYield("'yield'", expression.span)
      try visit(value)
    case .yieldFrom(let value):
      try checkYield("'yield from'", expression.span)
      try visit(value)
    case .compare(let left, let ops, let others):
      checkIdentity(left, ops, others, expression.span)
      try visit(left)
      try visit(others)
    case .call(let function, let arguments, let keywords):
      checkCallee(function, expression.span)
      try visit(function)
      for argument in arguments { try visitArgument(argument) }
      try visit(keywords)
    case .formattedValue(let value, _, let spec):
      try visit(value)
      try visit(spec)
    case .joinedStr(let values): try visit(values)
    case .constant: break
    case .attribute(let value, _, _): try visit(value)
    case .subscript(let value, let index, _):
      checkSubscript(value, index, expression.span)
      try visit(value)
      try visitArgument(index)
    case .starred(_, _): throw error("can't use starred expression here", expression.span)
    case .name(let id, _): visitName(id)
    case .list(let items, _): for item in items { try visitArgument(item) }
    case .tuple(let items, _): for item in items { try visitArgument(item) }
    case .slice(let lower, let upper, let step):
      try visit(lower)
      try visit(upper)
      try visit(step)
    }
  }

  private func visitName(_ id: String) {
    use(id)
    if id == "super", current.frame.isFunctionLike { use("__class__") }
    if current.kind == .comprehension, current.isInlined, Self.frameReaders.contains(id) {
      var scope: Scope? = current
      while let inner = scope, inner.kind == .comprehension {
        inner.isInlined = false
        scope = inner.parent
      }
    }
  }

  /// Builtins that look at the variables of the frame they are called in: comprehensions that name them get their own.
  private static let frameReaders: Set<String> = ["locals", "eval", "exec", "vars", "dir"]

  // MARK: Assignment targets

  /// Visits a target that is assigned or deleted.
  func visitTarget(_ target: Expr, _ uses: Symbol.Uses) throws(SyntaxError) {
    let verb = uses.contains(.deleted) ? "delete" : "assign to"
    switch target.kind {
    case .name(let id, _):
      try checkName(id, verb, target.span)
      try bind(id, uses.union(.assigned), target.span)
    case .attribute(let value, let attribute, _):
      try checkName(attribute, verb, target.span)
      try visit(value)
    case .subscript(let value, let index, _):
      try visit(value)
      try visitArgument(index)
    case .starred(let value, _): try visitTarget(value, uses)
    case .list(let items, _), .tuple(let items, _):
      if items.lazy.filter({ if case .starred = $0.kind { true } else { false } }).count > 1 {
        throw error("multiple starred expressions in assignment", target.span)
      }
      for item in items { try visitTarget(item, uses) }
    default: try visit(target)
    }
  }

  /// Refuses a target that is starred but not in a list or tuple.
  func checkStar(_ target: Expr) throws(SyntaxError) {
    if case .starred = target.kind {
      throw error("starred assignment target must be in a list or tuple", target.span)
    }
  }

  /// Refuses `__debug__`.
  func checkName(_ name: String, _ verb: String, _ span: Span) throws(SyntaxError) {
    if name == "__debug__" { throw error("cannot \(verb) __debug__", span) }
  }

  // MARK: Walrus

  private func visitWalrus(_ target: Expr, _ value: Expr, _ span: Span) throws(SyntaxError) {
    try checkAnnotation("named expression", span)
    guard case .name(let id, _) = target.kind else { return }
    try checkName(id, "assign to", target.span)
    var scope: Scope? = current
    while let inner = scope {
      if inner.isVisitingIterable {
        throw error("assignment expression cannot be used in a comprehension iterable expression", span)
      }
      scope = inner.kind == .comprehension ? inner.parent : nil
    }
    if current.kind == .comprehension {
      try extendWalrus(id, target.span)
    } else {
      if current.kind == .typeAlias || current.kind == .typeParameters {
        throw error("named expression cannot be used within a type alias or the bound of a type variable", span)
      }
      current.frame.hasWalrus = true
    }
    try visit(value)
    if current.kind != .comprehension {
      try bind(id, .assigned, target.span)
      noteBinding(current.symbol(current.mangle(id)), isRepeated: true)
    }
  }

  /// Binds the target of a walrus inside comprehensions in the scope around them.
  private func extendWalrus(_ id: String, _ span: Span) throws(SyntaxError) {
    var scope = current
    while true {
      scope.frame.hasWalrus = true
      let symbol = scope.symbol(scope.mangle(id))
      guard scope.kind == .comprehension, let parent = scope.parent else {
        if scope.kind == .class {
          throw error(
            "assignment expression within a comprehension cannot be used in a class body", span)
        }
        if symbol.uses.isDisjoint(with: [.global, .nonlocal]) { symbol.uses.insert(.assigned) }
        noteBinding(symbol, isRepeated: true)
        return
      }
      if symbol.uses.contains(.iteration) {
        throw error(
          "assignment expression cannot rebind comprehension iteration variable '\(id)'", span)
      }
      symbol.uses.insert(.walrus)
      scope = parent
    }
  }

  // MARK: Comprehensions

  private func visitComprehension(
    _ expression: Expr, _ kind: Scope.ComprehensionKind, _ items: [Expr], _ generators: [Comprehension]
  ) throws(SyntaxError) {
    guard let first = generators.first else { return }
    // CPython forbids a walrus anywhere in the iterable, also of the first one, which the outer scope evaluates.
    let forbidden = current.isVisitingIterable
    current.isVisitingIterable = true
    try visit(first.iter)
    current.isVisitingIterable = forbidden
    // A walrus beside the comprehension in an iterable is an error already; inside it the flag starts afresh.
    try enter(.comprehension, name: kind.codeName, node: expression) { scope throws(SyntaxError) in
      scope.comprehensionKind = kind
      let outer = scope.parent
      scope.isInlined = kind != .generator && outer?.kind != .class
      // Annotations and type aliases stay functions: simpler, and they are rare.
      if generators.contains(where: { $0.isAsync }) { scope.hasAwait = true }
      for (index, generator) in generators.enumerated() {
        try checkStar(generator.target)
        try visitIterationTarget(generator.target)
        if index > 0 {
          scope.isVisitingIterable = true
          try visit(generator.iter)
          scope.isVisitingIterable = false
        }
        try visit(generator.ifs)
      }
      try visit(items)
      try checkAsyncComprehension(scope, kind, expression.span)
    }
  }

  private func visitIterationTarget(_ target: Expr) throws(SyntaxError) {
    switch target.kind {
    case .name(let id, _):
      try checkName(id, "assign to", target.span)
      let symbol = current.symbol(current.mangle(id))
      if symbol.uses.contains(.walrus) {
        throw error(
          "comprehension inner loop cannot rebind assignment expression target '\(id)'", target.span)
      }
      symbol.uses.formUnion([.assigned, .iteration])
      noteBinding(symbol, isRepeated: true)
    case .starred(let value, _): try visitIterationTarget(value)
    case .list(let items, _), .tuple(let items, _):
      for item in items { try visitIterationTarget(item) }
    default: try visitTarget(target, .assigned)
    }
  }

  private func checkAsyncComprehension(
    _ scope: Scope, _ kind: Scope.ComprehensionKind, _ span: Span
  ) throws(SyntaxError) {
    guard scope.hasAwait, kind != .generator, let outer = scope.parent else { return }
    if outer.kind == .comprehension {
      // The comprehension around it becomes asynchronous itself.
      outer.hasAwait = true
      return
    }
    let frame = outer.frame
    if frame.isCoroutine { return }
    if frame.kind == .module, allowsTopLevelAwait {
      frame.isCoroutine = true
      return
    }
    throw error("asynchronous comprehension outside of an asynchronous function", span)
  }

  // MARK: yield and await

  private func checkYield(_ what: String, _ span: Span) throws(SyntaxError) {
    try checkAnnotation("yield expression", span)
    if current.kind == .comprehension, let kind = current.comprehensionKind {
      throw error("'yield' inside \(kind.description)", span)
    }
    let frame = current.frame
    guard frame.kind == .function || frame.kind == .lambda else {
      throw error("'yield' outside function", span)
    }
    if what == "'yield from'", frame.isCoroutine {
      throw error("'yield from' inside async function", span)
    }
    frame.isGenerator = true
  }

  private func checkAwait(_ span: Span) throws(SyntaxError) {
    var scope = current
    var isInComprehension = false
    while scope.kind == .comprehension, let parent = scope.parent {
      scope.hasAwait = true
      isInComprehension = true
      if scope.comprehensionKind == .generator { return }
      scope = parent
    }
    let frame = scope.frame
    if frame.isCoroutine { return }
    if frame.kind == .module, allowsTopLevelAwait {
      frame.isCoroutine = true
      return
    }
    if isInComprehension {
      // Reported for the whole comprehension when it ends.
      return
    }
    let isFunction = frame.kind == .function || frame.kind == .lambda
    throw error(isFunction ? "'await' outside async function" : "'await' outside function", span)
  }

  private func checkAnnotation(_ what: String, _ span: Span) throws(SyntaxError) {
    if isInAnnotation { throw error("'\(what)' can not be used within an annotation", span) }
  }
}

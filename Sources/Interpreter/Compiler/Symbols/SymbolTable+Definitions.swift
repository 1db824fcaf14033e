import Syntax

/// Functions, classes, type parameters and patterns.
extension SymbolTable {
  func visit(_ definition: FunctionDef, _ statement: Stmt, isAsync: Bool) throws(SyntaxError) {
    try checkName(definition.name, "assign to", statement.span)
    try bind(definition.name, .assigned, statement.span)
    for decorator in definition.decoratorList { try visit(decorator) }
    try visitDefaults(definition.args)
    try withTypeParameters(definition.typeParams, name: definition.name, node: definition) {
      () throws(SyntaxError) in
      try visitAnnotations(definition.args, returns: definition.returns)
      try enter(.function, name: definition.name, node: definition) { scope throws(SyntaxError) in
        scope.isCoroutine = isAsync
        try bindParameters(definition.args, statement.span)
        try visit(definition.body)
        if isAsync, scope.isGenerator, let place = scope.returnWithValue {
          throw error("'return' with value in async generator", place)
        }
      }
    }
    postponeBinding(definition.name)
  }

  func visit(_ definition: ClassDef, _ statement: Stmt) throws(SyntaxError) {
    try checkName(definition.name, "assign to", statement.span)
    try bind(definition.name, .assigned, statement.span)
    for decorator in definition.decoratorList { try visit(decorator) }
    try withTypeParameters(definition.typeParams, name: definition.name, node: definition) {
      () throws(SyntaxError) in
      for base in definition.bases { try visitArgument(base) }
      try visit(definition.keywords)
      try enter(.class, name: definition.name, node: definition, privateClass: definition.name) {
        _ throws(SyntaxError) in
        try visit(definition.body)
      }
    }
    postponeBinding(definition.name)
  }

  func visitTypeAlias(
    _ statement: Stmt, _ name: Expr, _ parameters: [TypeParam], _ value: Expr
  ) throws(SyntaxError) {
    guard case .name(let id, _) = name.kind else { return }
    try visitTarget(name, .assigned)
    try withTypeParameters(parameters, name: id, node: statement) { () throws(SyntaxError) in
      try enter(.typeAlias, name: id, node: statement) { _ throws(SyntaxError) in try visit(value) }
    }
  }

  /// Visits the parameters in brackets, then runs the body in their scope.
  private func withTypeParameters(
    _ parameters: [TypeParam], name: String, node: AnyObject, _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    if parameters.isEmpty { return try body() }
    try enter(.typeParameters, name: "<generic parameters of \(name)>", node: node) {
      scope throws(SyntaxError) in
      for parameter in parameters {
        if scope.symbol(scope.mangle(parameter.name)).isBound {
          throw error("duplicate type parameter '\(parameter.name)'", parameter.span)
        }
        try bind(parameter.name, .assigned, parameter.span)
        noteBinding(scope.symbol(scope.mangle(parameter.name)), isRepeated: true)
        if case .typeVar(let bound?) = parameter.kind {
          try enter(.typeAlias, name: parameter.name, node: parameter) { _ throws(SyntaxError) in
            try visit(bound)
          }
        }
      }
      try body()
    }
  }

  /// Visits the defaults, which belong to the scope around the function.
  func visitDefaults(_ arguments: Syntax.Arguments) throws(SyntaxError) {
    try visit(arguments.defaults)
    for value in arguments.kwDefaults { try visit(value) }
  }

  private func visitAnnotations(_ arguments: Syntax.Arguments, returns: Expr?) throws(SyntaxError) {
    for argument in arguments.posonlyargs + arguments.args { try visitAnnotation(argument.annotation) }
    if case .starred(let value, _) = arguments.vararg?.annotation?.kind {
      try visitAnnotation(value)
    } else {
      try visitAnnotation(arguments.vararg?.annotation)
    }
    for argument in arguments.kwonlyargs { try visitAnnotation(argument.annotation) }
    try visitAnnotation(arguments.kwarg?.annotation)
    try visitAnnotation(returns)
  }

  /// Binds the parameters in register order.
  func bindParameters(_ arguments: Syntax.Arguments, _ span: Span) throws(SyntaxError) {
    var all = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    if let argument = arguments.vararg { all.append(argument) }
    if let argument = arguments.kwarg { all.append(argument) }
    for argument in all {
      try checkName(argument.arg, "assign to", span)
      try bind(argument.arg, .parameter, argument.span)
    }
  }

  // MARK: Patterns

  func visit(_ cases: [MatchCase]) throws(SyntaxError) {
    for (index, item) in cases.enumerated() {
      if item.guard == nil, index + 1 < cases.count, let capture = irrefutable(item.pattern) {
        let what = capture.name.map { "name capture '\($0)'" } ?? "wildcard"
        throw error("\(what) makes remaining patterns unreachable", capture.span)
      }
      var names: Set<String> = []
      try visit(item.pattern, &names)
      try visit(item.guard)
      try visit(item.body)
    }
  }

  private func irrefutable(_ pattern: Pattern) -> (name: String?, span: Span)? {
    switch pattern.kind {
    case .matchAs(let inner, let name):
      if let inner { return irrefutable(inner) }
      return (name, pattern.span)
    case .matchOr(let patterns):
      return patterns.last.flatMap(irrefutable)
    default: return nil
    }
  }

  private func capture(_ name: String?, _ span: Span, _ names: inout Set<String>) throws(SyntaxError) {
    guard let name else { return }
    try checkName(name, "assign to", span)
    guard names.insert(name).inserted else {
      throw error("multiple assignments to name '\(name)' in pattern", span)
    }
    try bind(name, .assigned, span)
  }

  private func visit(_ pattern: Pattern, _ names: inout Set<String>) throws(SyntaxError) {
    switch pattern.kind {
    case .matchValue(let value):
      if case .joinedStr = value.kind {
        throw error("patterns may only match literals and attribute lookups", pattern.span)
      }
      try visit(value)
    case .matchSingleton: break
    case .matchSequence(let patterns):
      var stars = 0
      for item in patterns {
        if case .matchStar = item.kind { stars += 1 }
        if stars > 1 { throw error("multiple starred names in sequence pattern", pattern.span) }
      }
      for item in patterns { try visit(item, &names) }
    case .matchMapping(let keys, let patterns, let rest):
      try visitKeys(keys, pattern.span)
      for item in patterns { try visit(item, &names) }
      try capture(rest, pattern.span, &names)
    case .matchClass(let type, let patterns, let attributes, let attributePatterns):
      try visit(type)
      var seen: Set<String> = []
      for (index, attribute) in attributes.enumerated() where !seen.insert(attribute).inserted {
        throw error("attribute name repeated in class pattern: \(attribute)", attributePatterns[index].span)
      }
      for item in patterns { try visit(item, &names) }
      for item in attributePatterns { try visit(item, &names) }
    case .matchStar(let name): try capture(name, pattern.span, &names)
    case .matchAs(let inner, let name):
      if let inner { try visit(inner, &names) }
      try capture(name, pattern.span, &names)
    case .matchOr(let patterns): try visitAlternatives(patterns, pattern.span, &names)
    }
  }

  private func visitKeys(_ keys: [Expr], _ span: Span) throws(SyntaxError) {
    var seen: Set<ConstantValue> = []
    for key in keys {
      if case .joinedStr = key.kind {
        throw error("mapping pattern keys may only match literals and attribute lookups", span)
      }
      try visit(key)
      if let value = ConstantFolding.value(of: key), !seen.insert(value.asKey).inserted {
        throw error("mapping pattern checks duplicate key (\(value.shortRepr))", span)
      }
    }
  }

  private func visitAlternatives(
    _ patterns: [Pattern], _ span: Span, _ names: inout Set<String>
  ) throws(SyntaxError) {
    var first: Set<String>? = nil
    let before = names
    for (index, item) in patterns.enumerated() {
      if index + 1 < patterns.count, let found = irrefutable(item) {
        let what = found.name.map { "name capture '\($0)'" } ?? "wildcard"
        throw error("\(what) makes remaining patterns unreachable", found.span)
      }
      var own = before
      try visit(item, &own)
      if let first, first != own { throw error("alternative patterns bind different names", item.span) }
      first = own
    }
    names = first ?? names
  }
}

extension ASTDumper {
  /// Writes a statement.
  mutating func dump(_ statement: Stmt) {
    defer { place(statement.span) }
    switch statement.kind {
    case .functionDef(let part): function("FunctionDef", part)
    case .asyncFunctionDef(let part): function("AsyncFunctionDef", part)
    case .classDef(let part): dump(part)
    case .return(let value): node("Return", [("value", maybe(value))])
    case .delete(let targets): node("Delete", [("targets", many(targets))])
    case .assign(let targets, let value):
      node("Assign", [("targets", many(targets)), ("value", one(value))])
    case .typeAlias(let name, let parameters, let value):
      node(
        "TypeAlias", [("name", one(name)), ("type_params", typeParams(parameters)), ("value", one(value))])
    case .augAssign(let target, let op, let value):
      node("AugAssign", [("target", one(target)), ("op", plain(op.dumpName)), ("value", one(value))])
    case .annAssign(let target, let annotation, let value, let simple):
      node(
        "AnnAssign",
        [
          ("target", one(target)), ("annotation", one(annotation)), ("value", maybe(value)),
          ("simple", plain(simple ? "1" : "0")),
        ])
    case .for(let part): loop("For", part)
    case .asyncFor(let part): loop("AsyncFor", part)
    case .while(let test, let body, let orelse):
      node("While", [("test", one(test)), ("body", block(body)), ("orelse", block(orelse))])
    case .if(let test, let body, let orelse):
      node("If", [("test", one(test)), ("body", block(body)), ("orelse", block(orelse))])
    case .with(let items, let body): node("With", [("items", self.items(items)), ("body", block(body))])
    case .asyncWith(let items, let body):
      node("AsyncWith", [("items", self.items(items)), ("body", block(body))])
    case .match(let subject, let cases):
      node("Match", [("subject", one(subject)), ("cases", { $0.list(cases) { $0.dump($1) } })])
    case .raise(let exc, let cause): node("Raise", [("exc", maybe(exc)), ("cause", maybe(cause))])
    case .try(let part): dumpTry("Try", part)
    case .tryStar(let part): dumpTry("TryStar", part)
    case .assert(let test, let message): node("Assert", [("test", one(test)), ("msg", maybe(message))])
    default: dumpSimple(statement)
    }
  }

  private mutating func dumpSimple(_ statement: Stmt) {
    switch statement.kind {
    case .import(let names): node("Import", [("names", aliases(names))])
    case .importFrom(let module, let names, let level):
      node(
        "ImportFrom",
        [("module", maybeWord(module)), ("names", aliases(names)), ("level", plain(String(level)))])
    case .global(let names): node("Global", [("names", words(names))])
    case .nonlocal(let names): node("Nonlocal", [("names", words(names))])
    case .expr(let value): node("Expr", [("value", one(value))])
    case .pass: node("Pass")
    case .break: node("Break")
    default: node("Continue")
    }
  }

  private func words(_ names: [String]) -> Writer {
    { $0.list(names) { $0.quote($1.unicodeScalars.map(\.value)) } }
  }

  private func aliases(_ names: [Alias]) -> Writer {
    { dumper in
      dumper.list(names) { dumper, alias in
        dumper.node(
          "alias", [("name", dumper.word(alias.name)), ("asname", dumper.maybeWord(alias.asname))])
        dumper.place(alias.span)
      }
    }
  }

  private func items(_ items: [WithItem]) -> Writer {
    { dumper in
      dumper.list(items) { dumper, item in
        dumper.node(
          "withitem",
          [
            ("context_expr", dumper.one(item.contextExpr)),
            ("optional_vars", dumper.maybe(item.optionalVars)),
          ])
      }
    }
  }

  private mutating func function(_ name: String, _ part: FunctionDef) {
    node(
      name,
      [
        ("name", word(part.name)), ("args", { $0.dump(part.args) }), ("body", block(part.body)),
        ("decorator_list", many(part.decoratorList)), ("returns", maybe(part.returns)),
        ("type_params", part.typeParams.isEmpty && !placesAreKeywords ? nil : typeParams(part.typeParams)),
      ])
  }

  private mutating func dump(_ part: ClassDef) {
    node(
      "ClassDef",
      [
        ("name", word(part.name)), ("bases", many(part.bases)), ("keywords", keywords(part.keywords)),
        ("body", block(part.body)), ("decorator_list", many(part.decoratorList)),
        ("type_params", part.typeParams.isEmpty && !placesAreKeywords ? nil : typeParams(part.typeParams)),
      ])
  }

  private mutating func loop(_ name: String, _ part: For) {
    node(
      name,
      [
        ("target", one(part.target)), ("iter", one(part.iter)), ("body", block(part.body)),
        ("orelse", block(part.orelse)),
      ])
  }

  private mutating func dumpTry(_ name: String, _ part: Try) {
    let handlers: Writer = { dumper in
      dumper.list(part.handlers) { dumper, handler in
        dumper.node(
          "ExceptHandler",
          [
            ("type", dumper.maybe(handler.type)), ("name", dumper.maybeWord(handler.name)),
            ("body", dumper.block(handler.body)),
          ])
        dumper.place(handler.span)
      }
    }
    node(
      name,
      [
        ("body", block(part.body)), ("handlers", handlers), ("orelse", block(part.orelse)),
        ("finalbody", block(part.finalbody)),
      ])
  }

  private func typeParams(_ parameters: [TypeParam]) -> Writer {
    { dumper in
      dumper.list(parameters) { dumper, parameter in
        let name = ("name", dumper.word(parameter.name))
        switch parameter.kind {
        case .typeVar(let bound): dumper.node("TypeVar", [name, ("bound", dumper.maybe(bound))])
        case .paramSpec: dumper.node("ParamSpec", [name])
        case .typeVarTuple: dumper.node("TypeVarTuple", [name])
        }
        dumper.place(parameter.span)
      }
    }
  }

  private mutating func dump(_ part: MatchCase) {
    node(
      "match_case",
      [
        ("pattern", { $0.dump(part.pattern) }), ("guard", maybe(part.guard)), ("body", block(part.body)),
      ])
  }

  private mutating func dump(_ pattern: Pattern) {
    let all: ([Pattern]) -> Writer = { patterns in { $0.list(patterns) { $0.dump($1) } } }
    defer { place(pattern.span) }
    switch pattern.kind {
    case .matchValue(let value): node("MatchValue", [("value", one(value))])
    case .matchSingleton(let value): node("MatchSingleton", [("value", { $0.dump(value) })])
    case .matchSequence(let patterns): node("MatchSequence", [("patterns", all(patterns))])
    case .matchMapping(let keys, let patterns, let rest):
      node("MatchMapping", [("keys", many(keys)), ("patterns", all(patterns)), ("rest", maybeWord(rest))])
    case .matchClass(let cls, let patterns, let names, let named):
      node(
        "MatchClass",
        [
          ("cls", one(cls)), ("patterns", all(patterns)), ("kwd_attrs", words(names)),
          ("kwd_patterns", all(named)),
        ])
    case .matchStar(let name): node("MatchStar", [("name", maybeWord(name))])
    case .matchAs(let inner, let name):
      node("MatchAs", [("pattern", inner.map { inner in { $0.dump(inner) } }), ("name", maybeWord(name))])
    case .matchOr(let patterns): node("MatchOr", [("patterns", all(patterns))])
    }
  }
}

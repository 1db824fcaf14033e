/// The syntax tree of Python 3.12: statements and what they are made of.
///
/// Names and fields are those of Python's `ast` module, written in Swift's case. Nodes are final classes, so that a
/// compiler can key tables by identity (`ObjectIdentifier`); what has no position of its own is a struct. Where a node
/// has many fields they stand in a class named like the node. No tree is higher than `Expr.maximumHeight`, so walking
/// or releasing one recursively needs a bounded stack.

/// A whole file or notebook cell.
package final class Module {
  /// The statements in order.
  package let body: [Stmt]

  /// Makes a module of its statements.
  package init(body: [Stmt]) { self.body = body }

  /// The docstring's code points when the first statement is a plain string.
  package var docstring: [UInt32]? { Syntax.docstring(of: body) }
}

/// A single expression, as `eval` takes it.
package final class ExpressionModule {
  /// The expression.
  package let body: Expr

  /// Makes a module of one expression.
  package init(body: Expr) { self.body = body }
}

/// One interactive statement (several when joined by semicolons), as a console takes it.
package final class Interactive {
  /// The statements in order.
  package let body: [Stmt]

  /// Makes an interactive input of its statements.
  package init(body: [Stmt]) { self.body = body }
}

/// Returns the string constant that opens a body, which documents its function, class or module.
package func docstring(of body: [Stmt]) -> [UInt32]? {
  guard let first = body.first, case .expr(let value) = first.kind,
    case .constant(.string(let text)) = value.kind
  else { return nil }
  return text
}

/// A statement.
package final class Stmt {
  /// What the statement is, with its parts.
  package let kind: Kind
  /// Where it stands; a decorated definition starts at its `def` or `class` keyword.
  package let span: Span

  /// Makes a statement.
  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The statements of Python; case names are those of `ast`.
  package enum Kind {
    /// `def`.
    case functionDef(FunctionDef)
    /// `async def`.
    case asyncFunctionDef(FunctionDef)
    /// `class`.
    case classDef(ClassDef)
    /// `return value`.
    case `return`(value: Expr?)
    /// `del targets`.
    case delete(targets: [Expr])
    /// `targets[0] = targets[1] = value`.
    case assign(targets: [Expr], value: Expr)
    /// `type name[typeParams] = value`.
    case typeAlias(name: Expr, typeParams: [TypeParam], value: Expr)
    /// `target op= value`.
    case augAssign(target: Expr, op: Operator, value: Expr)
    /// `target: annotation = value`; simple is true for a bare name without parentheses.
    case annAssign(target: Expr, annotation: Expr, value: Expr?, simple: Bool)
    /// `for target in iter`.
    case `for`(For)
    /// `async for target in iter`.
    case asyncFor(For)
    /// `while test`.
    case `while`(test: Expr, body: [Stmt], orelse: [Stmt])
    /// `if test`; an `elif` is a single `if` in orelse.
    case `if`(test: Expr, body: [Stmt], orelse: [Stmt])
    /// `with items`.
    case with(items: [WithItem], body: [Stmt])
    /// `async with items`.
    case asyncWith(items: [WithItem], body: [Stmt])
    /// `match subject`.
    case match(subject: Expr, cases: [MatchCase])
    /// `raise exc from cause`.
    case raise(exc: Expr?, cause: Expr?)
    /// `try` with `except`.
    case `try`(Try)
    /// `try` with `except*`.
    case tryStar(Try)
    /// `assert test, msg`.
    case assert(test: Expr, msg: Expr?)
    /// `import names`.
    case `import`(names: [Alias])
    /// `from module import names`; level counts the leading dots.
    case importFrom(module: String?, names: [Alias], level: Int)
    /// `global names`.
    case global(names: [String])
    /// `nonlocal names`.
    case nonlocal(names: [String])
    /// An expression on its own.
    case expr(value: Expr)
    /// `pass`.
    case pass
    /// `break`.
    case `break`
    /// `continue`.
    case `continue`
  }
}

extension Stmt.Kind {
  /// Whether it holds a block of statements.
  var isCompound: Bool {
    switch self {
    case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with, .asyncWith, .match, .try,
      .tryStar:
      true
    default: false
    }
  }
}

/// The parts of `def` and `async def`.
package final class FunctionDef {
  /// The function's name.
  package let name: String
  /// Where the name stands.
  package let nameSpan: Span
  /// The parameters.
  package let args: Arguments
  /// The statements of the function.
  package let body: [Stmt]
  /// The decorators, outermost first.
  package let decoratorList: [Expr]
  /// The annotation after `->`.
  package let returns: Expr?
  /// The parameters in brackets after the name (PEP 695).
  package let typeParams: [TypeParam]

  /// Makes a definition of its parts.
  package init(
    name: String, nameSpan: Span, args: Arguments, body: [Stmt], decoratorList: [Expr], returns: Expr?,
    typeParams: [TypeParam]
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.args = args
    self.body = body
    self.decoratorList = decoratorList
    self.returns = returns
    self.typeParams = typeParams
  }
}

/// The parts of `class`.
package final class ClassDef {
  /// The class's name.
  package let name: String
  /// Where the name stands.
  package let nameSpan: Span
  /// The base classes; may hold `starred`.
  package let bases: [Expr]
  /// The keyword arguments, `metaclass` among them.
  package let keywords: [Keyword]
  /// The statements of the class.
  package let body: [Stmt]
  /// The decorators, outermost first.
  package let decoratorList: [Expr]
  /// The parameters in brackets after the name (PEP 695).
  package let typeParams: [TypeParam]

  /// Makes a definition of its parts.
  package init(
    name: String, nameSpan: Span, bases: [Expr], keywords: [Keyword], body: [Stmt], decoratorList: [Expr],
    typeParams: [TypeParam]
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.bases = bases
    self.keywords = keywords
    self.body = body
    self.decoratorList = decoratorList
    self.typeParams = typeParams
  }
}

/// The parts of `for` and `async for`.
package final class For {
  /// What each item is assigned to.
  package let target: Expr
  /// What is iterated over.
  package let iter: Expr
  /// The statements of the loop.
  package let body: [Stmt]
  /// The statements after a loop that was not broken.
  package let orelse: [Stmt]

  /// Makes a loop of its parts.
  package init(target: Expr, iter: Expr, body: [Stmt], orelse: [Stmt]) {
    self.target = target
    self.iter = iter
    self.body = body
    self.orelse = orelse
  }
}

/// The parts of `try`.
package final class Try {
  /// The guarded statements.
  package let body: [Stmt]
  /// The `except` or `except*` clauses.
  package let handlers: [ExceptHandler]
  /// The statements run when nothing was raised.
  package let orelse: [Stmt]
  /// The statements always run.
  package let finalbody: [Stmt]

  /// Makes a `try` of its parts.
  package init(body: [Stmt], handlers: [ExceptHandler], orelse: [Stmt], finalbody: [Stmt]) {
    self.body = body
    self.handlers = handlers
    self.orelse = orelse
    self.finalbody = finalbody
  }
}

/// An `except` clause.
package final class ExceptHandler {
  /// The class or tuple of classes caught; none for a bare `except`.
  package let type: Expr?
  /// The name after `as`.
  package let name: String?
  /// The statements of the handler.
  package let body: [Stmt]
  /// Where the clause stands.
  package let span: Span

  /// Makes a clause of its parts.
  package init(type: Expr?, name: String?, body: [Stmt], span: Span) {
    self.type = type
    self.name = name
    self.body = body
    self.span = span
  }
}

/// One context manager of a `with`.
package struct WithItem {
  /// The context manager.
  package let contextExpr: Expr
  /// What the result of entering is assigned to.
  package let optionalVars: Expr?

  /// Makes it of its parts.
  package init(contextExpr: Expr, optionalVars: Expr?) {
    self.contextExpr = contextExpr
    self.optionalVars = optionalVars
  }
}

/// One name of an import.
package struct Alias {
  /// The dotted name, or `*`.
  package let name: String
  /// The name after `as`.
  package let asname: String?
  /// Where it stands.
  package let span: Span

  /// Makes it of its parts.
  package init(name: String, asname: String?, span: Span) {
    self.name = name
    self.asname = asname
    self.span = span
  }
}

/// The parameters of a function or lambda.
package final class Arguments {
  /// The parameters before `/`.
  package let posonlyargs: [Arg]
  /// The parameters that may be given by position or name.
  package let args: [Arg]
  /// The parameter after a single star.
  package let vararg: Arg?
  /// The parameters after `*` or the starred one.
  package let kwonlyargs: [Arg]
  /// The defaults of kwonlyargs, one for each; none where required.
  package let kwDefaults: [Expr?]
  /// The parameter after a double star.
  package let kwarg: Arg?
  /// The defaults of the last parameters of posonlyargs + args.
  package let defaults: [Expr]

  /// Makes a parameter list of its parts.
  package init(
    posonlyargs: [Arg] = [], args: [Arg] = [], vararg: Arg? = nil, kwonlyargs: [Arg] = [],
    kwDefaults: [Expr?] = [], kwarg: Arg? = nil, defaults: [Expr] = []
  ) {
    self.posonlyargs = posonlyargs
    self.args = args
    self.vararg = vararg
    self.kwonlyargs = kwonlyargs
    self.kwDefaults = kwDefaults
    self.kwarg = kwarg
    self.defaults = defaults
  }
}

/// One parameter.
package struct Arg {
  /// The parameter's name.
  package let arg: String
  /// The annotation after the colon.
  package let annotation: Expr?
  /// Where it stands, annotation included.
  package let span: Span

  /// Makes it of its parts.
  package init(arg: String, annotation: Expr?, span: Span) {
    self.arg = arg
    self.annotation = annotation
    self.span = span
  }
}

/// A keyword argument of a call or class.
package struct Keyword {
  /// The name; none for `**value`.
  package let arg: String?
  /// The value.
  package let value: Expr
  /// Where it stands.
  package let span: Span

  /// Makes it of its parts.
  package init(arg: String?, value: Expr, span: Span) {
    self.arg = arg
    self.value = value
    self.span = span
  }
}

/// A type parameter (PEP 695).
package final class TypeParam {
  /// What kind of parameter it is, with its bound.
  package let kind: Kind
  /// The parameter's name.
  package let name: String
  /// Where it stands.
  package let span: Span

  /// Makes a type parameter.
  package init(_ kind: Kind, name: String, span: Span) {
    self.kind = kind
    self.name = name
    self.span = span
  }

  /// The kinds of type parameter.
  package enum Kind {
    /// `T` or `T: bound`.
    case typeVar(bound: Expr?)
    /// `**P`.
    case paramSpec
    /// `*Ts`.
    case typeVarTuple
  }
}

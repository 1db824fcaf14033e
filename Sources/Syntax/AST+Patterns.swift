/// One `case` of a `match`.
package final class MatchCase {
  /// What the subject must look like.
  package let pattern: Pattern
  /// The condition after `if`.
  package let `guard`: Expr?
  /// The statements of the case.
  package let body: [Stmt]

  /// Makes a case of its parts.
  package init(pattern: Pattern, guard: Expr?, body: [Stmt]) {
    self.pattern = pattern
    self.guard = `guard`
    self.body = body
  }
}

/// A pattern of a `case`.
package final class Pattern {
  /// What the pattern is, with its parts.
  package let kind: Kind
  /// Where it stands.
  package let span: Span

  /// Makes a pattern.
  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The patterns of Python; case names are those of `ast`.
  package enum Kind {
    /// A literal number, string or dotted name, compared by `==`.
    case matchValue(value: Expr)
    /// `None`, `True` or `False`, compared by `is`.
    case matchSingleton(value: Constant)
    /// `[a, b]` or `a, b`.
    case matchSequence(patterns: [Pattern])
    /// `{key: pattern, **rest}`; one pattern for each key.
    case matchMapping(keys: [Expr], patterns: [Pattern], rest: String?)
    /// `Class(patterns, attribute=pattern)`; one pattern in kwdPatterns for each of kwdAttrs.
    case matchClass(cls: Expr, patterns: [Pattern], kwdAttrs: [String], kwdPatterns: [Pattern])
    /// `*name`, `*_` without a name; only in sequences.
    case matchStar(name: String?)
    /// `pattern as name`, a bare capture without a pattern, `_` without either.
    case matchAs(pattern: Pattern?, name: String?)
    /// `a | b`.
    case matchOr(patterns: [Pattern])
  }
}

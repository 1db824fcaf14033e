/// An expression.
package final class Expr {
  /// What the expression is, with its parts.
  package internal(set) var kind: Kind
  /// Where it stands.
  package internal(set) var span: Span
  /// The number of expressions on the longest way down from here, this one included.
  package let height: Int32

  /// The greatest height the parser accepts; CPython's compiler gives up at the same depth.
  package static let maximumHeight: Int32 = 2991

  /// Makes an expression.
  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    self.height = 1 &+ kind.childHeight
  }

  /// The expressions of Python; case names are those of `ast`.
  package enum Kind {
    /// `a and b and c` or `a or b`; at least two values.
    case boolOp(op: BoolOperator, values: [Expr])
    /// `target := value`.
    case namedExpr(target: Expr, value: Expr)
    /// `left op right`.
    case binOp(left: Expr, op: Operator, right: Expr)
    /// `op operand`.
    case unaryOp(op: UnaryOperator, operand: Expr)
    /// `lambda args: body`.
    case lambda(args: Arguments, body: Expr)
    /// `body if test else orelse`.
    case ifExp(test: Expr, body: Expr, orelse: Expr)
    /// `{key: value}`; a key is none for `**value`.
    case dict(keys: [Expr?], values: [Expr])
    /// `{a, b}`.
    case set(elts: [Expr])
    /// `[elt for …]`.
    case listComp(elt: Expr, generators: [Comprehension])
    /// `{elt for …}`.
    case setComp(elt: Expr, generators: [Comprehension])
    /// `{key: value for …}`.
    case dictComp(key: Expr, value: Expr, generators: [Comprehension])
    /// `(elt for …)`.
    case generatorExp(elt: Expr, generators: [Comprehension])
    /// `await value`.
    case await(value: Expr)
    /// `yield value`.
    case yield(value: Expr?)
    /// `yield from value`.
    case yieldFrom(value: Expr)
    /// `left ops[0] comparators[0] ops[1] …`.
    case compare(left: Expr, ops: [CompareOperator], comparators: [Expr])
    /// `func(args, keywords)`; args may hold `starred`.
    case call(func: Expr, args: [Expr], keywords: [Keyword])
    /// `{value!conversion:formatSpec}` in an f-string; formatSpec is a `joinedStr`.
    case formattedValue(value: Expr, conversion: Conversion, formatSpec: Expr?)
    /// An f-string: string constants and `formattedValue`.
    case joinedStr(values: [Expr])
    /// A literal.
    case constant(Constant)
    /// `value.attr`.
    case attribute(value: Expr, attr: String, ctx: Context)
    /// `value[slice]`.
    case `subscript`(value: Expr, slice: Expr, ctx: Context)
    /// `*value`.
    case starred(value: Expr, ctx: Context)
    /// A name.
    case name(id: String, ctx: Context)
    /// `[elts]`.
    case list(elts: [Expr], ctx: Context)
    /// `(elts)`.
    case tuple(elts: [Expr], ctx: Context)
    /// `lower:upper:step`, only as or in the slice of a `subscript`.
    case slice(lower: Expr?, upper: Expr?, step: Expr?)
  }

  /// Whether an expression is read, assigned or deleted.
  package enum Context: UInt8, Sendable {
    /// Read.
    case load
    /// Assigned.
    case store
    /// Deleted.
    case del
  }

  /// What is applied to a value before it is formatted in an f-string.
  package enum Conversion: UInt8, Sendable {
    /// Nothing.
    case none
    /// `str`.
    case str
    /// `repr`.
    case repr
    /// `ascii`.
    case ascii
  }
}

/// One `for … in … if …` of a comprehension.
package struct Comprehension {
  /// What each item is assigned to.
  package let target: Expr
  /// What is iterated over.
  package let iter: Expr
  /// The conditions.
  package let ifs: [Expr]
  /// Whether it is `async for`.
  package let isAsync: Bool

  /// Makes it of its parts.
  package init(target: Expr, iter: Expr, ifs: [Expr], isAsync: Bool) {
    self.target = target
    self.iter = iter
    self.ifs = ifs
    self.isAsync = isAsync
  }
}

/// The value of a literal.
package enum Constant {
  /// `None`.
  case none
  /// `True`.
  case `true`
  /// `False`.
  case `false`
  /// `...`.
  case ellipsis
  /// An integer within 64 bits.
  case int(Int)
  /// An integer beyond 64 bits: ASCII digits without prefix and underscores, most significant first.
  case bigInt(digits: [UInt8], radix: Int)
  /// A number with a point or exponent.
  case float(Double)
  /// A number with the suffix `j`.
  case imaginary(Double)
  /// A string's code points; surrogates may stand alone.
  case string([UInt32])
  /// The bytes of a literal with the prefix `b`.
  case bytes([UInt8])
}

/// The operators that join more than two values.
package enum BoolOperator: UInt8, Sendable {
  /// `and`.
  case and
  /// `or`.
  case or
}

/// The binary operators.
package enum Operator: UInt8, Sendable {
  /// `+`.
  case add
  /// `-`.
  case sub
  /// `*`.
  case mult
  /// `@`.
  case matMult
  /// `/`.
  case div
  /// `%`.
  case mod
  /// `**`.
  case pow
  /// `<<`.
  case lShift
  /// `>>`.
  case rShift
  /// `|`.
  case bitOr
  /// `^`.
  case bitXor
  /// `&`.
  case bitAnd
  /// `//`.
  case floorDiv
}

/// The operators before one operand.
package enum UnaryOperator: UInt8, Sendable {
  /// `~`.
  case invert
  /// `not`.
  case not
  /// `+`.
  case uAdd
  /// `-`.
  case uSub
}

/// The comparisons.
package enum CompareOperator: UInt8, Sendable {
  /// `==`.
  case eq
  /// `!=`.
  case notEq
  /// `<`.
  case lt
  /// `<=`.
  case ltE
  /// `>`.
  case gt
  /// `>=`.
  case gtE
  /// `is`.
  case `is`
  /// `is not`.
  case isNot
  /// `in`.
  case `in`
  /// `not in`.
  case notIn
}

extension Expr.Kind {
  /// The height of the highest expression directly below, 0 for a leaf.
  var childHeight: Int32 {
    switch self {
    case .constant, .name: 0
    case .boolOp(_, let values), .set(let values), .joinedStr(let values): values.highest
    case .list(let values, _), .tuple(let values, _): values.highest
    case .namedExpr(let target, let value): max(target.height, value.height)
    case .binOp(let left, _, let right): max(left.height, right.height)
    case .unaryOp(_, let value), .await(let value), .yieldFrom(let value): value.height
    case .attribute(let value, _, _), .starred(let value, _): value.height
    case .subscript(let value, let slice, _): max(value.height, slice.height)
    case .lambda(let args, let body): max(args.highest, body.height)
    case .ifExp(let test, let body, let orelse): max(test.height, body.height, orelse.height)
    case .dict(let keys, let values): max(keys.highest, values.highest)
    case .listComp(let elt, let generators), .setComp(let elt, let generators),
      .generatorExp(let elt, let generators):
      max(elt.height, generators.highest)
    case .dictComp(let key, let value, let generators):
      max(key.height, value.height, generators.highest)
    case .yield(let value): value?.height ?? 0
    case .compare(let left, _, let comparators): max(left.height, comparators.highest)
    case .call(let function, let args, let keywords): max(function.height, args.highest, keywords.highest)
    case .formattedValue(let value, _, let spec): max(value.height, spec?.height ?? 0)
    case .slice(let lower, let upper, let step):
      max(lower?.height ?? 0, upper?.height ?? 0, step?.height ?? 0)
    }
  }
}

extension [Expr] {
  /// The greatest height of the elements, 0 for none.
  var highest: Int32 { reduce(0) { Swift.max($0, $1.height) } }
}

extension [Expr?] {
  /// The greatest height of the elements, 0 for none.
  var highest: Int32 { reduce(0) { Swift.max($0, $1?.height ?? 0) } }
}

extension [Keyword] {
  /// The greatest height of the values, 0 for none.
  var highest: Int32 { reduce(0) { Swift.max($0, $1.value.height) } }
}

extension [Comprehension] {
  /// The greatest height of the parts, 0 for none.
  var highest: Int32 { reduce(0) { Swift.max($0, $1.target.height, $1.iter.height, $1.ifs.highest) } }
}

extension Arguments {
  /// The greatest height of the defaults, 0 for none.
  var highest: Int32 { max(defaults.highest, kwDefaults.highest) }
}

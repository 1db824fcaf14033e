/// Special methods that the interpreter itself looks up, so that a class caches them by number.
package enum Special: UInt8, CaseIterable {
  case new, `init`, del, repr, str, bytes, format, hash, bool
  case lt, le, eq, ne, gt, ge
  case getattribute, getattr, setattr, delattr, get, set, delete
  case call, len, lengthHint, getitem, setitem, delitem, missing, iter, next, reversed, contains
  case add, sub, mul, truediv, floordiv, mod, pow, lshift, rshift, and, or, xor, matmul, divmod
  case radd, rsub, rmul, rtruediv, rfloordiv, rmod, rpow, rlshift, rrshift, rand, ror, rxor, rmatmul, rdivmod
  case iadd, isub, imul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ior, ixor, imatmul
  case neg, pos, invert, abs, int, float, complex, index, round, trunc, floor, ceil
  case enter, exit, aenter, aexit, await, aiter, anext
  case instancecheck, subclasscheck, initSubclass, setName, classGetitem, mroEntries, prepare, dir

  /// The method's name in Python.
  package var name: String {
    switch self {
    case .`init`: return "__init__"
    case .lengthHint: return "__length_hint__"
    case .initSubclass: return "__init_subclass__"
    case .setName: return "__set_name__"
    case .classGetitem: return "__class_getitem__"
    case .mroEntries: return "__mro_entries__"
    default: return "__\(self)__"
    }
  }

  /// The forward method of a binary operator.
  static func forward(_ op: BinaryOperator) -> Special {
    Special(rawValue: Special.add.rawValue &+ op.rawValue) ?? .add
  }
  /// The reflected method of a binary operator.
  static func reflected(_ op: BinaryOperator) -> Special {
    Special(rawValue: Special.radd.rawValue &+ op.rawValue) ?? .radd
  }
  /// The in-place method of a binary operator.
  static func inPlace(_ op: BinaryOperator) -> Special {
    Special(rawValue: Special.iadd.rawValue &+ op.rawValue) ?? .iadd
  }
  /// The method of a rich comparison.
  static func of(_ comparison: Comparison) -> Special {
    switch comparison {
    case .less: return .lt
    case .lessEqual: return .le
    case .equal: return .eq
    case .notEqual: return .ne
    case .greater: return .gt
    case .greaterEqual: return .ge
    }
  }
}

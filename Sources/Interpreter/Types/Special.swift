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

  /// The methods' names in Python, in the order of the cases. Written out, since text made of a case needs the runtime's
  /// reflection: a third of the instructions of a start.
  private static let names: [String] = [
    "__new__", "__init__", "__del__", "__repr__", "__str__", "__bytes__", "__format__", "__hash__", "__bool__",
    "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__", "__getattribute__", "__getattr__",
    "__setattr__", "__delattr__", "__get__", "__set__", "__delete__", "__call__", "__len__", "__length_hint__",
    "__getitem__", "__setitem__", "__delitem__", "__missing__", "__iter__", "__next__", "__reversed__",
    "__contains__", "__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__", "__pow__",
    "__lshift__", "__rshift__", "__and__", "__or__", "__xor__", "__matmul__", "__divmod__", "__radd__",
    "__rsub__", "__rmul__", "__rtruediv__", "__rfloordiv__", "__rmod__", "__rpow__", "__rlshift__",
    "__rrshift__", "__rand__", "__ror__", "__rxor__", "__rmatmul__", "__rdivmod__", "__iadd__", "__isub__",
    "__imul__", "__itruediv__", "__ifloordiv__", "__imod__", "__ipow__", "__ilshift__", "__irshift__",
    "__iand__", "__ior__", "__ixor__", "__imatmul__", "__neg__", "__pos__", "__invert__", "__abs__", "__int__",
    "__float__", "__complex__", "__index__", "__round__", "__trunc__", "__floor__", "__ceil__", "__enter__",
    "__exit__", "__aenter__", "__aexit__", "__await__", "__aiter__", "__anext__", "__instancecheck__",
    "__subclasscheck__", "__init_subclass__", "__set_name__", "__class_getitem__", "__mro_entries__",
    "__prepare__", "__dir__",
  ]

  /// The method's name in Python.
  package var name: String { Special.names[Int(rawValue)] }

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

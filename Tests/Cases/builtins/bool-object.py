# Recorded from CPython 3.11.7.
print(True + 1, True * 3, False == 0, True is True, True & False, True | False, True ^ True, ~True, -True)
print(isinstance(True, int), bool("False"), int(True), str(True), repr(False), True < 2, [10, 20][True])
print(sum([True, False, True]), {True: "a", 1: "b", 1.0: "c"}, hash(True), True.__class__.__name__)
o = object()
print(type(o).__name__, o == o, o == object(), hasattr(o, "__dict__"), bool(o))
try:
    o.x = 1
except AttributeError as error:
    print(error)
try:
    o < o
except TypeError as error:
    print(error)
print(None == None, None is None, bool(None), str(None), [None] * 2)
try:
    None + 1
except TypeError as error:
    print(error)
try:
    None[0]
except TypeError as error:
    print(error)
try:
    None()
except TypeError as error:
    print(error)
for op in ("1 + 'a'", "'a' + 1", "[] + ()", "{} + {}", "1 < 'a'", "len + 1", "'a' * 1.5", "-'a'", "not_defined", "(1)[0]", "1 in 5"):
    try:
        print(eval(op))
    except Exception as error:
        print(op, "->", type(error).__name__, error)
# expect: 2 3 True True False True False -2 -1
# expect: True True 1 True False True 20
# expect: 2 {True: 'c'} 1 bool
# expect: object True False False True
# expect: 'object' object has no attribute 'x'
# expect: '<' not supported between instances of 'object' and 'object'
# expect: True True False None [None, None]
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: 'NoneType' object is not subscriptable
# expect: 'NoneType' object is not callable
# expect: 1 + 'a' -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: 'a' + 1 -> TypeError can only concatenate str (not "int") to str
# expect: [] + () -> TypeError can only concatenate list (not "tuple") to list
# expect: {} + {} -> TypeError unsupported operand type(s) for +: 'dict' and 'dict'
# expect: 1 < 'a' -> TypeError '<' not supported between instances of 'int' and 'str'
# expect: len + 1 -> TypeError unsupported operand type(s) for +: 'builtin_function_or_method' and 'int'
# expect: 'a' * 1.5 -> TypeError can't multiply sequence by non-int of type 'float'
# expect: -'a' -> TypeError bad operand type for unary -: 'str'
# expect: not_defined -> NameError name 'not_defined' is not defined
# expect: (1)[0] -> TypeError 'int' object is not subscriptable
# expect: 1 in 5 -> TypeError argument of type 'int' is not iterable

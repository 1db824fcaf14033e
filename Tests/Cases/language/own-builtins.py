# Recorded from CPython 3.11.7.
d = {}
exec("a=1", d); print(sorted(d))
d = {}
print(eval("1+1", d), sorted(d))
g = {"__builtins__": {}}
for src in ("print('x')", "len", "class A: pass", "import os", "[x for x in (1,)]", "1 + y", "__import__('os')", "lambda: len"):
    for b in ({}, None, {"len": len}, 5):
        if src == 'import os' and not isinstance(b, dict): continue
        try:
            r = exec(src, {"__builtins__": b}); print(src, b, "ok")
        except BaseException as e: print(src, b, type(e).__name__, e)
try: print(eval("abs(-1)", {"__builtins__": None}, {}))
except BaseException as e: print(type(e).__name__, e)
print(eval("abs(-1)", {"__builtins__": {"abs": abs}}, {}))
print(eval("sqrt(4) + x", {"__builtins__": {}}, {"sqrt": lambda v: v ** .5, "x": 1}))
def f(): return len([1])
print(f.__builtins__ is __builtins__.__dict__ if not isinstance(__builtins__, dict) else f.__builtins__ is __builtins__)
import types
h = types.FunctionType(f.__code__, {"__builtins__": {"len": lambda x: "mine"}})
print(h(), h.__builtins__.keys())
h = types.FunctionType(f.__code__, {})
print(h(), list(h.__globals__))
class D(dict):
    def __missing__(self, k): return "missing " + k
try: print(eval("zz", D()))
except NameError as e: print(e)
print(eval("zz", {}, D()))
print(type(__builtins__), "__builtins__" in globals())


# Operators that no operand knows.
import collections, sys


class A: pass


for a in ("x", b"x", bytearray(b"x"), [1], (1,), collections.deque([1])):
    for b in (A(), 1.5, None):
        for e in ("a * b", "b * a", "a + b"):
            try: print(e, eval(e))
            except TypeError as x: print(e, x)
try: print >> sys.stderr, "x"
except TypeError as x: print(x)


# Keywords of classes derived from builtins.
class L(list):
    def __new__(cls, seq, newarg=None):
        self = super().__new__(cls, seq)
        self.newarg = newarg
        return self
class F(float):
    def __init__(self, arg, newarg=None): self.newarg = newarg
class T(tuple): pass


def attempt(f):
    try: print(f())
    except TypeError as x: print(x)


attempt(lambda: (L([1, 2], newarg=3), L([1, 2], newarg=3).newarg))
attempt(lambda: (F(2.5, newarg=3), F(2.5, newarg=3).newarg))
attempt(lambda: T(newarg=3))
d = collections.defaultdict(list, a=1)
print(d | {"b": 2}, {"b": 2} | d, {} | collections.OrderedDict(x=1), d | d)
class D(dict): pass
class DD(collections.defaultdict): pass
print({} | D(a=1), type({} | D(a=1)), D(a=1) | {}, type({} | DD(list)), type(DD(list) | {}))
print((-3.5) ** 1j, (2 + 3j) ** (0.5 - 1j))
try: sys.stdout.nothing
except AttributeError as x: print(x)
# expect: ['__builtins__', 'a']
# expect: 2 ['__builtins__']
# expect: print('x') {} NameError name 'print' is not defined
# expect: print('x') None TypeError 'NoneType' object is not subscriptable
# expect: print('x') {'len': <built-in function len>} NameError name 'print' is not defined
# expect: print('x') 5 TypeError 'int' object is not subscriptable
# expect: len {} NameError name 'len' is not defined
# expect: len None TypeError 'NoneType' object is not subscriptable
# expect: len {'len': <built-in function len>} ok
# expect: len 5 TypeError 'int' object is not subscriptable
# expect: class A: pass {} NameError __build_class__ not found
# expect: class A: pass None TypeError 'NoneType' object is not subscriptable
# expect: class A: pass {'len': <built-in function len>} NameError __build_class__ not found
# expect: class A: pass 5 TypeError 'int' object is not subscriptable
# expect: import os {} ImportError __import__ not found
# expect: import os {'len': <built-in function len>} ImportError __import__ not found
# expect: [x for x in (1,)] {} ok
# expect: [x for x in (1,)] None ok
# expect: [x for x in (1,)] {'len': <built-in function len>} ok
# expect: [x for x in (1,)] 5 ok
# expect: 1 + y {} NameError name 'y' is not defined
# expect: 1 + y None TypeError 'NoneType' object is not subscriptable
# expect: 1 + y {'len': <built-in function len>} NameError name 'y' is not defined
# expect: 1 + y 5 TypeError 'int' object is not subscriptable
# expect: __import__('os') {} NameError name '__import__' is not defined
# expect: __import__('os') None TypeError 'NoneType' object is not subscriptable
# expect: __import__('os') {'len': <built-in function len>} NameError name '__import__' is not defined
# expect: __import__('os') 5 TypeError 'int' object is not subscriptable
# expect: lambda: len {} ok
# expect: lambda: len None ok
# expect: lambda: len {'len': <built-in function len>} ok
# expect: lambda: len 5 ok
# expect: TypeError 'NoneType' object is not subscriptable
# expect: 1
# expect: 3.0
# expect: True
# expect: mine dict_keys(['len'])
# expect: 1 []
# expect: missing zz
# expect: missing zz
# expect: <class 'module'> True
# expect: a * b can't multiply sequence by non-int of type 'A'
# expect: b * a can't multiply sequence by non-int of type 'A'
# expect: a + b can only concatenate str (not "A") to str
# expect: a * b can't multiply sequence by non-int of type 'float'
# expect: b * a can't multiply sequence by non-int of type 'float'
# expect: a + b can only concatenate str (not "float") to str
# expect: a * b can't multiply sequence by non-int of type 'NoneType'
# expect: b * a can't multiply sequence by non-int of type 'NoneType'
# expect: a + b can only concatenate str (not "NoneType") to str
# expect: a * b can't multiply sequence by non-int of type 'A'
# expect: b * a can't multiply sequence by non-int of type 'A'
# expect: a + b can't concat A to bytes
# expect: a * b can't multiply sequence by non-int of type 'float'
# expect: b * a can't multiply sequence by non-int of type 'float'
# expect: a + b can't concat float to bytes
# expect: a * b can't multiply sequence by non-int of type 'NoneType'
# expect: b * a can't multiply sequence by non-int of type 'NoneType'
# expect: a + b can't concat NoneType to bytes
# expect: a * b can't multiply sequence by non-int of type 'A'
# expect: b * a can't multiply sequence by non-int of type 'A'
# expect: a + b can't concat A to bytearray
# expect: a * b can't multiply sequence by non-int of type 'float'
# expect: b * a can't multiply sequence by non-int of type 'float'
# expect: a + b can't concat float to bytearray
# expect: a * b can't multiply sequence by non-int of type 'NoneType'
# expect: b * a can't multiply sequence by non-int of type 'NoneType'
# expect: a + b can't concat NoneType to bytearray
# expect: a * b can't multiply sequence by non-int of type 'A'
# expect: b * a can't multiply sequence by non-int of type 'A'
# expect: a + b can only concatenate list (not "A") to list
# expect: a * b can't multiply sequence by non-int of type 'float'
# expect: b * a can't multiply sequence by non-int of type 'float'
# expect: a + b can only concatenate list (not "float") to list
# expect: a * b can't multiply sequence by non-int of type 'NoneType'
# expect: b * a can't multiply sequence by non-int of type 'NoneType'
# expect: a + b can only concatenate list (not "NoneType") to list
# expect: a * b can't multiply sequence by non-int of type 'A'
# expect: b * a can't multiply sequence by non-int of type 'A'
# expect: a + b can only concatenate tuple (not "A") to tuple
# expect: a * b can't multiply sequence by non-int of type 'float'
# expect: b * a can't multiply sequence by non-int of type 'float'
# expect: a + b can only concatenate tuple (not "float") to tuple
# expect: a * b can't multiply sequence by non-int of type 'NoneType'
# expect: b * a can't multiply sequence by non-int of type 'NoneType'
# expect: a + b can only concatenate tuple (not "NoneType") to tuple
# expect: a * b can't multiply sequence by non-int of type 'A'
# expect: b * a can't multiply sequence by non-int of type 'A'
# expect: a + b can only concatenate deque (not "A") to deque
# expect: a * b can't multiply sequence by non-int of type 'float'
# expect: b * a can't multiply sequence by non-int of type 'float'
# expect: a + b can only concatenate deque (not "float") to deque
# expect: a * b can't multiply sequence by non-int of type 'NoneType'
# expect: b * a can't multiply sequence by non-int of type 'NoneType'
# expect: a + b can only concatenate deque (not "NoneType") to deque
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '_io.TextIOWrapper'. Did you mean "print(<message>, file=<output_stream>)"?
# expect: ([1, 2], 3)
# expect: (2.5, 3)
# expect: tuple() takes no keyword arguments
# expect: defaultdict(<class 'list'>, {'a': 1, 'b': 2}) defaultdict(<class 'list'>, {'b': 2, 'a': 1}) OrderedDict([('x', 1)]) defaultdict(<class 'list'>, {'a': 1})
# expect: {'a': 1} <class 'dict'> {'a': 1} <class '__main__.DD'> <class '__main__.DD'>
# expect: (0.013512955403013309+0.04104683627253339j) (3.567073234606754-3.607824607947828j)
# expect: '_io.TextIOWrapper' object has no attribute 'nothing'

# Recorded from CPython 3.11.7.
import types, collections.abc
A = list[int]
print(A, A.__origin__, A.__args__, A == list[int], hash(A) == hash(list[int]), dict[str, list[int]], tuple[int, ...], type(A), A([1]))
print(int | None, (int | str) == (str | int), int | str | int, isinstance(3, int | str), issubclass(bool, int | str), (int | str).__args__, list[int] | None)
print(collections.abc.Callable[[int, str], bool], collections.abc.Mapping[str, int], types.GenericAlias(list, (int,)))
class L(list): pass
print(L[int], L[int]([2]), tuple[()])
for bad in (lambda: isinstance([], list[int]), lambda: list[int][str], lambda: int[str], lambda: int | 3):
    try: print(bad())
    except TypeError as e: print(e)
class S(list[str]): pass
print(S.__bases__, S.__orig_bases__)
def f(self, x=1): return self, x
print(types.MethodType(f, 5)(2), types.FunctionType(f.__code__, {}, 'g', (9,))(1), types.CellType(4).cell_contents)
class D:
    g = classmethod(lambda cls, a: (cls.__name__, a))
    def __init_subclass__(cls): print('sub', cls.__name__)
class E(D):
    def h(self): return __class__
print(D.g(1), E().h(), int.__new__ is object.__new__, '__new__' in vars(int), 'a b  '.split(None, 1), b' a b'.rsplit(None, 1))
# expect: list[int] <class 'list'> (<class 'int'>,) True True dict[str, list[int]] tuple[int, ...] <class 'types.GenericAlias'> [1]
# expect: int | None True int | str True True (<class 'int'>, <class 'str'>) list[int] | None
# expect: collections.abc.Callable[[int, str], bool] collections.abc.Mapping[str, int] list[int]
# expect: __main__.L[int] [2] tuple[()]
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: list[int] is not a generic class
# expect: type 'int' is not subscriptable
# expect: unsupported operand type(s) for |: 'type' and 'int'
# expect: (<class 'list'>,) (list[str],)
# expect: (5, 2) (1, 9) 4
# expect: sub E
# expect: ('D', 1) <class '__main__.E'> False True ['a', 'b  '] [b' a', b'b']

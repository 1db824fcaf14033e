# Recorded from CPython 3.11.7.
import functools
import inspect


def f(a, /, b: int = 1, *args, c, d=None, **kw) -> str:
    """Does something.

        More text.
    """


class C:
    def __init__(self, x, y=2):
        self.x = x

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def plain(q):
        pass

    @property
    def p(self):
        """The p."""


async def coroutine():
    pass


def wrap(g):
    @functools.wraps(g)
    def inner(*args, **kwargs):
        return g(*args, **kwargs)
    return inner


print(inspect.signature(f), inspect.signature(C), inspect.signature(C.make), inspect.signature(C(1).__init__), inspect.signature(wrap(f)))
print(inspect.signature(functools.partial(f, 1, c=3)), inspect.getfullargspec(f))
print([(p.name, p.kind.name, p.default is p.empty) for p in inspect.signature(f).parameters.values()])
bound = inspect.signature(f).bind(1, 2, 3, c=4, z=5)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
for bad in (lambda: inspect.signature(f).bind(), lambda: inspect.signature(f).bind(1, c=1, a=2), lambda: inspect.signature(C).bind(1, 2, 3)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(inspect.getdoc(f), inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).make), inspect.isbuiltin(len), inspect.iscoroutinefunction(coroutine))
print([name for name, value in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C), inspect.unwrap(wrap(f)) is f)
print(inspect.cleandoc("  a\n     b\n    c "), inspect.getattr_static(C(1), "p"). __doc__)
# expect: (a, /, b: int = 1, *args, c, d=None, **kw) -> str (x, y=2) (n) (x, y=2) (a, /, b: int = 1, *args, c, d=None, **kw) -> str
# expect: (b: int = 1, *args, c=3, d=None, **kw) -> str FullArgSpec(args=['a', 'b'], varargs='args', varkw='kw', defaults=(1,), kwonlyargs=['c', 'd'], kwonlydefaults={'d': None}, annotations={'return': <class 'str'>, 'b': <class 'int'>})
# expect: [('a', 'POSITIONAL_ONLY', True), ('b', 'POSITIONAL_OR_KEYWORD', False), ('args', 'VAR_POSITIONAL', True), ('c', 'KEYWORD_ONLY', True), ('d', 'KEYWORD_ONLY', False), ('kw', 'VAR_KEYWORD', True)]
# expect: {'a': 1, 'b': 2, 'args': (3,), 'c': 4, 'd': None, 'kw': {'z': 5}} (1, 2, 3) {'c': 4, 'd': None, 'z': 5}
# expect: missing a required argument: 'a'
# expect: <BoundArguments (a=1, c=1, kw={'a': 2})>
# expect: too many positional arguments
# expect: Does something.
# expect:
# expect: More text. True True True True True
# expect: ['__init__', 'plain'] (<class '__main__.C'>, <class 'object'>) True
# expect: a
# expect:  b
# expect: c  The p.

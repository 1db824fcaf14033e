# Recorded from CPython 3.11.7.
from dataclasses import *
from dataclasses import KW_ONLY
from typing import ClassVar, Any
@dataclass(slots=True, order=True)
class P:
    x: int
    y: 'int' = 2
    _: KW_ONLY
    z: list = field(default_factory=list, repr=False, compare=False)
print(P(1), P.__slots__, P(1) < P(1, 3), P.__doc__, P.__match_args__, hasattr(P(1), '__dict__'))
@dataclass(frozen=True)
class F:
    a: int
    n: ClassVar[int] = 3
    i: InitVar[int] = 4
    def __post_init__(self, i): object.__setattr__(self, 'b', i)
f = F(1, i=9); print(f, f.b, hash(f) == hash(F(1)), replace(f, a=5, i=2), asdict(f), fields(f)[0].name, InitVar[int])
for bad in (lambda: setattr(f, 'a', 2), lambda: P(1, 2, []), lambda: make_dataclass('C', ['for']), lambda: make_dataclass('C', ['x', 'x']),
            lambda: make_dataclass('C', [('x', list, [])]), lambda: replace(3), lambda: field(default=1, default_factory=list),
            lambda: dataclass(order=True, eq=False)(type('T', (), {})), lambda: dataclass(type('Q', (F,), {}))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
C = make_dataclass('C', [('x', int), ('y', int, field(default=5)), 'w'][:2], bases=(), namespace={'s': lambda self: self.x + self.y})
print(C(1).s(), C(1), astuple(C(2)), is_dataclass(C), is_dataclass(3))
# expect: P(x=1, y=2) ('x', 'y', 'z') True P(x: int, y: 'int' = 2, *, z: list = <factory>) ('x', 'y') False
# expect: F(a=1) 9 True F(a=5) {'a': 1} a dataclasses.InitVar[int]
# expect: FrozenInstanceError cannot assign to field 'a'
# expect: TypeError P.__init__() takes from 2 to 3 positional arguments but 4 were given
# expect: TypeError Field names must not be keywords: 'for'
# expect: TypeError Field name duplicated: 'x'
# expect: ValueError mutable default <class 'list'> for field x is not allowed: use default_factory
# expect: TypeError replace() should be called on dataclass instances
# expect: ValueError cannot specify both default and default_factory
# expect: ValueError eq must be true if order is true
# expect: TypeError cannot inherit non-frozen dataclass from a frozen one
# expect: 6 C(x=1, y=5) (2, 5) True False

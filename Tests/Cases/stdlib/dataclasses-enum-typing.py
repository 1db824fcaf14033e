# Recorded from CPython 3.11.7.
from dataclasses import dataclass, field, asdict, replace, fields
from enum import Enum, IntEnum, Flag, auto, StrEnum, IntFlag, unique
import typing
from typing import *
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list, repr=False)
p=P(1); print(p, p==P(1), p!=P(2), asdict(p), replace(p,x=9), [f.name for f in fields(P)], P.__match_args__)
try: P()
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'q'
f=F(1); print(hash(f)==hash(F(1)), F(1)<F(2), sorted([F(2),F(1)]))
try: f.a=3
except Exception as e: print(type(e).__name__, e)
@dataclass
class C(P):
    w: float = 1.5
    def __post_init__(self): self.s = self.x+self.w
print(C(1), C(1,w=2.0).s)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
class Color(Enum):
    RED=1
    GREEN=2
    CRIMSON=1
    def hi(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color['GREEN'], Color.RED.value, Color.RED.name, list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.hi(), Color.RED==Color.RED, Color.RED in Color, {Color.RED:1}, isinstance(Color.RED,Color), Color)
try: Color(7)
except ValueError as e: print(e)
class N(IntEnum):
    A=1
    B=auto()
print(N.A+1, N.B, repr(N.B), N.A<N.B, int(N.B), f"{N.B}", N(1), sorted([N.B,N.A]))
class Perm(Flag):
    R=auto(); W=auto(); X=auto()
print(Perm.R|Perm.W, repr(Perm.R), Perm.R in (Perm.R|Perm.W), bool(Perm.R&Perm.W), Perm.R.value|Perm.X.value)
class S(StrEnum):
    A=auto(); B='bee'
print(S.A, S.B, S.A=='a', f'{S.B}')
E2=Enum('E2','A B C'); print(list(E2))
class Planet(Enum):
    EARTH=(1.0,2.0)
    def __init__(self,m,r): self.m=m; self.r=r
print(Planet.EARTH.m, Planet.EARTH.value)
print(List[int], Optional[int], Dict[str,int], Union[int,str], Callable[[int],str], Any, Tuple[int,...])
T=TypeVar('T')
class St(Generic[T]):
    def __init__(self): self.items=[]
    def push(self,x:T): self.items.append(x)
s=St[int](); s.push(1); print(s.items, T)
class NT(NamedTuple):
    a: int
    b: str = 'x'
print(NT(1), NT(1,'y').b, NT._fields)
class TD(TypedDict):
    a: int
print(TD(a=1), cast(int,'5'), get_type_hints(P)['x'])
@runtime_checkable
class Pr(Protocol):
    def foo(self): ...
class Im:
    def foo(self): pass
print(isinstance(Im(),Pr), isinstance(5,Pr))
# expect: P(x=1, y=2) True True {'x': 1, 'y': 2, 'z': []} P(x=9, y=2) ['x', 'y', 'z'] ('x', 'y', 'z')
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: True True [F(a=1, b='q'), F(a=2, b='q')]
# expect: FrozenInstanceError cannot assign to field 'a'
# expect: C(x=1, y=2, w=1.5) 3.0
# expect: mutable default <class 'list'> for field x is not allowed: use default_factory
# expect: Color.RED <Color.RED: 1> Color.GREEN Color.GREEN 1 RED [<Color.RED: 1>, <Color.GREEN: 2>] 2 True red True True {<Color.RED: 1>: 1} True <enum 'Color'>
# expect: 7 is not a valid Color
# expect: 2 2 <N.B: 2> True 2 2 1 [<N.A: 1>, <N.B: 2>]
# expect: Perm.R|W <Perm.R: 1> True False 5
# expect: a bee True bee
# expect: [<E2.A: 1>, <E2.B: 2>, <E2.C: 3>]
# expect: 1.0 (1.0, 2.0)
# expect: typing.List[int] typing.Optional[int] typing.Dict[str, int] typing.Union[int, str] typing.Callable[[int], str] typing.Any typing.Tuple[int, ...]
# expect: [1] ~T
# expect: NT(a=1, b='x') y ('a', 'b')
# expect: {'a': 1} 5 <class 'int'>
# expect: True False

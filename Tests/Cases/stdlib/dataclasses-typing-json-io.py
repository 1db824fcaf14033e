# Recorded from CPython 3.11.7.
from dataclasses import *
from typing import *
import json, io, statistics, textwrap
@dataclass
class P:
    x: int
    y: float = 2.0
    tags: list = field(default_factory=list)
p=P(1); print(p, p==P(1), p.tags is P(1).tags, asdict(p), astuple(p), replace(p,x=9), [f.name for f in fields(P)], is_dataclass(p))
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = 'z'
print(Q(1)<Q(2), hash(Q(1))==hash(Q(1)), sorted([Q(3),Q(1)]), {Q(1):2}[Q(1)])
try: Q(1).a=5
except FrozenInstanceError as e: print(type(e).__name__, e)
try: P()
except TypeError as e: print(e)
@dataclass
class R(P):
    z: int = 5
    def __post_init__(self): self.w=self.x+self.z
print(R(1,z=7), R(1).w)
@dataclass(kw_only=True, slots=True)
class K:
    a: int
    b: int = 3
print(K(a=1))
try:
    @dataclass
    class Bad:
        l: list = []
except ValueError as e: print(e)
def f(a: Optional[int], b: List[str]=[], c: Union[int,str]=1, d: Dict[str,int]={}, e: Callable[[int],str]=str) -> Tuple[int,...]: pass
print(f.__annotations__)
print(Optional[int], Union[int,None], List[int], Dict[str,List[int]], Any, Callable[...,int], Tuple[int,str], Union[int,str,int], Literal['a',1], get_origin(List[int]), get_args(Dict[str,int]))
T=TypeVar('T')
class Box(Generic[T]):
    def __init__(self,v: T): self.v=v
print(Box[int](3).v, Box(2).v, T)
class NT(NamedTuple):
    x: int
    y: str='d'
print(NT(1), NT(1).y, NT._fields)
class TD(TypedDict):
    a: int
print(TD(a=1))
UserId=NewType('UserId',int); print(UserId(5), cast(int,'x'))
print(json.dumps({'a':[1,2.5,None,True],'b':'é"\n','c':{}}), json.dumps([1,{'x':2}],indent=2), json.dumps({'b':1,'a':2},sort_keys=True,separators=(',',':')), json.dumps('é',ensure_ascii=False), json.dumps((1,2)), json.dumps({1:2,None:3}))
print(json.loads('{"a": [1, 2.5e3, null, true], "b": "\\u00e9\\n\\ud83d\\ude00"}'), json.loads(' [ ] '), json.loads('"x"'), json.loads('-0.5'))
for bad in ('{"a" 1}','[1,]','','{"a":1,}','nul','"abc','[1 2]','{1:2}','1 2'):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e)
try: json.dumps(object)
except TypeError as e: print(e)
class E(json.JSONEncoder):
    def default(self,o): return list(o) if isinstance(o,set) else super().default(o)
print(json.dumps({'s':{1}},cls=E), json.dumps({'s':{1}},default=list))
s=io.StringIO(); s.write('a\nb\n'); print('x',file=s); print(repr(s.getvalue())); s.seek(0); print(s.readline(), list(s), s.read())
b=io.BytesIO(b'abc'); print(b.read(2), b.read(), b.getvalue())
st=statistics; print(st.mean([1,2,3,4]), st.median([1,3,2]), st.stdev([1,2,3,4]), st.variance([1.5,2.5]), st.pstdev([1,2,3]), st.mode('aab'), st.quantiles([1,2,3,4,5]), st.mean([0.1]*10), st.fmean([1,2]))
print(textwrap.dedent('  a\n    b\n'), textwrap.fill('the quick brown fox jumps over the lazy dog',20), textwrap.indent('a\nb','> '), textwrap.shorten('hello big world',11))
# expect: P(x=1, y=2.0, tags=[]) True False {'x': 1, 'y': 2.0, 'tags': []} (1, 2.0, []) P(x=9, y=2.0, tags=[]) ['x', 'y', 'tags'] True
# expect: True True [Q(a=1, b='z'), Q(a=3, b='z')] 2
# expect: FrozenInstanceError cannot assign to field 'a'
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: R(x=1, y=2.0, tags=[], z=7) 6
# expect: K(a=1, b=3)
# expect: mutable default <class 'list'> for field l is not allowed: use default_factory
# expect: {'a': typing.Optional[int], 'b': typing.List[str], 'c': typing.Union[int, str], 'd': typing.Dict[str, int], 'e': typing.Callable[[int], str], 'return': typing.Tuple[int, ...]}
# expect: typing.Optional[int] typing.Optional[int] typing.List[int] typing.Dict[str, typing.List[int]] typing.Any typing.Callable[..., int] typing.Tuple[int, str] typing.Union[int, str] typing.Literal['a', 1] <class 'list'> (<class 'str'>, <class 'int'>)
# expect: 3 2 ~T
# expect: NT(x=1, y='d') d ('x', 'y')
# expect: {'a': 1}
# expect: 5 x
# expect: {"a": [1, 2.5, null, true], "b": "\u00e9\"\n", "c": {}} [
# expect:   1,
# expect:   {
# expect:     "x": 2
# expect:   }
# expect: ] {"a":2,"b":1} "é" [1, 2] {"1": 2, "null": 3}
# expect: {'a': [1, 2500.0, None, True], 'b': 'é\n😀'} [] x -0.5
# expect: Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: Expecting value: line 1 column 4 (char 3)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: Extra data: line 1 column 3 (char 2)
# expect: Object of type type is not JSON serializable
# expect: {"s": [1]} {"s": [1]}
# expect: 'a\nb\nx\n'
# expect: a
# expect:  ['b\n', 'x\n'] 
# expect: b'ab' b'c' b'abc'
# expect: 2.5 2 1.2909944487358056 0.5 0.816496580927726 a [1.5, 3.0, 4.5] 0.1 1.5
# expect: a
# expect:   b
# expect:  the quick brown fox
# expect: jumps over the lazy
# expect: dog > a
# expect: > b hello [...]

# Recorded from CPython 3.11.7.
from collections import *
from collections.abc import Mapping, Iterable, Sequence, Callable, Hashable
import collections, contextlib, types, enum, abc
from enum import *
c=Counter('abracadabra'); print(c, c.most_common(2), c['z'], sum(c.values()), c+Counter('aa'), c-Counter('aaa'), sorted(c.elements())[:3])
d=defaultdict(list); d['a'].append(1); d['b']; print(d, dict(d), d.default_factory)
dd=defaultdict(int); dd['x']+=1; print(dd['x'])
q=deque([1,2,3],maxlen=3); q.append(4); q.appendleft(0); print(q, q[0], q[-1], len(q)); q.rotate(1); print(q, list(reversed(q)))
q=deque(); 
for i in range(5): q.append(i)
print(q.popleft(), q.pop(), q, 2 in q)
try: deque().pop()
except IndexError as e: print(e)
P=namedtuple('P','x y'); p=P(1,y=2); print(p, p.x, p._replace(x=5), p._asdict(), P._fields, P._make([3,4]), p==(1,2), isinstance(p,tuple)); x,y=p; print(x,y)
Q=namedtuple('Q',['a','b'],defaults=[7]); print(Q(1))
try: P(1)
except TypeError as e: print(e)
o=OrderedDict([('a',1),('b',2)]); o.move_to_end('a'); print(o, o.popitem(), list(o))
print(ChainMap({'a':1},{'a':2,'b':3})['b'], isinstance({},Mapping), isinstance([],Sequence), isinstance('a',Iterable), isinstance(len,Callable), isinstance([],Hashable), issubclass(dict,Mapping))
class M(Mapping):
    def __getitem__(s,k): return {'q':1}[k]
    def __len__(s): return 1
    def __iter__(s): return iter(['q'])
m=M(); print(dict(m), m.get('z',5), 'q' in m, list(m.items()), m=={'q':1})
class Color(Enum):
    RED=1
    GREEN=2
    BLUE='b'
print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], Color.RED.name, Color.RED.value, list(Color), Color.RED is Color(1), Color.RED==Color.GREEN, len(Color), {Color.RED:1}[Color.RED], isinstance(Color.RED,Color), Color.RED in Color)
try: Color(9)
except ValueError as e: print(e)
class A(Enum):
    X=auto(); Y=auto()
    def f(self): return self.value*10
print(list(A), A.Y.f(), A.X!=A.Y)
class S(str,Enum):
    P='p'
print(S.P=='p', S.P.value, S.P.upper(), repr(S.P))
class I(IntEnum):
    ONE=1
    TWO=2
print(I.ONE+1, I.TWO, repr(I.TWO), [10,20,30][I.ONE], I.ONE<I.TWO, f'{I.TWO}', '%d'%I.TWO)
class F(Flag):
    R=1; W=2; X=4
print(F.R|F.W, repr(F.R|F.W), F.R in (F.R|F.W), bool(F.R&F.W), (F.R|F.X).value)
class Planet(Enum):
    E=(5.9,6.3)
    def __init__(self,m,r): self.m=m; self.r=r
print(Planet.E.m, Planet.E.value)
@contextlib.contextmanager
def cm(x):
    print('in',x)
    try: yield x*2
    finally: print('out')
with cm(3) as v: print(v)
try:
    with cm(1): raise ValueError('boom')
except ValueError as e: print('got',e)
with contextlib.suppress(KeyError): {}['a']
with contextlib.ExitStack() as st:
    st.enter_context(cm(1)); st.callback(print,'cb')
with contextlib.nullcontext(5) as z: print(z)
class Base(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
try: Base()
except TypeError as e: print(e)
class D(Base):
    def f(self): return 1
    g=2
print(D().f(), D().g, isinstance(D(),Base))
ns=types.SimpleNamespace(a=1,b='x'); print(ns, ns.a)
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 11 Counter({'a': 7, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 2, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) ['a', 'a', 'a']
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) {'a': [1], 'b': []} <class 'list'>
# expect: 1
# expect: deque([0, 2, 3], maxlen=3) 0 3 3
# expect: deque([3, 0, 2], maxlen=3) [2, 0, 3]
# expect: 0 4 deque([1, 2, 3]) True
# expect: pop from an empty deque
# expect: P(x=1, y=2) 1 P(x=5, y=2) {'x': 1, 'y': 2} ('x', 'y') P(x=3, y=4) True True
# expect: 1 2
# expect: Q(a=1, b=7)
# expect: P.__new__() missing 1 required positional argument: 'y'
# expect: OrderedDict([('b', 2)]) ('a', 1) ['b']
# expect: 3 True True True True False True
# expect: {'q': 1} 5 True [('q', 1)] True
# expect: Color.RED <Color.RED: 1> Color.GREEN Color.BLUE RED 1 [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 'b'>] True False 3 1 True True
# expect: 9 is not a valid Color
# expect: [<A.X: 1>, <A.Y: 2>] 20 True
# expect: True p P <S.P: 'p'>
# expect: 2 2 <I.TWO: 2> 20 True 2 2
# expect: F.R|W <F.R|W: 3> True False 5
# expect: 5.9 (5.9, 6.3)
# expect: in 3
# expect: 6
# expect: out
# expect: in 1
# expect: out
# expect: got boom
# expect: in 1
# expect: cb
# expect: out
# expect: 5
# expect: Can't instantiate abstract class Base with abstract methods f, g
# expect: 1 2 True
# expect: namespace(a=1, b='x') 1

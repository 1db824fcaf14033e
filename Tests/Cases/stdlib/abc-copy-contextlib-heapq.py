# Recorded from CPython 3.11.7.
import abc, collections.abc, types, copy, contextlib, warnings, string, heapq, bisect
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def p(self): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
    p = 3
print(B().f(), isinstance(B(),A), issubclass(B,A))
A.register(int); print(isinstance(3,A), issubclass(int,A))
from collections.abc import *
print(isinstance([],Sequence), isinstance({},Mapping), isinstance((1,),Hashable), isinstance([],Hashable), isinstance(iter([]),Iterator), isinstance(5,Iterable), isinstance(len,Callable), isinstance({1},Set), issubclass(list,MutableSequence), isinstance((i for i in []),Generator), isinstance('a',Collection))
class M(MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=M(); m['a']=1; m.update(b=2); print(dict(m), m.get('z'), 'a' in m, list(m.items()), m.pop('a'), m.setdefault('q',5), len(m))
print(types.FunctionType, types.SimpleNamespace(a=1), types.GeneratorType, types.NoneType, types.MethodType, types.ModuleType)
class P:
    def __init__(s): s.x=[1,[2]]
p=P(); q=copy.copy(p); r=copy.deepcopy(p); print(q.x is p.x, r.x is p.x, r.x, copy.deepcopy({1:[2,(3,[4])]}), copy.copy([1]), copy.deepcopy((1,2)))
l=[1]; l.append(l); d=copy.deepcopy(l); print(d[1] is d)
@contextlib.contextmanager
def cm(x):
    print('in',x)
    try: yield x*2
    except ValueError as e: print('caught',e)
    finally: print('out')
with cm(2) as v: print(v)
with cm(3): raise ValueError('boo')
try:
    with cm(4): raise KeyError('k')
except KeyError as e: print('KE',e)
with contextlib.suppress(ZeroDivisionError): 1/0
with contextlib.ExitStack() as st:
    st.enter_context(cm(5)); st.callback(print,'cb')
with contextlib.nullcontext(7) as n: print(n)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('hey'); print(len(w), w[0].message, w[0].category.__name__)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('x', DeprecationWarning)
    except DeprecationWarning as e: print('DW',e)
print(string.ascii_letters, string.Template('$a ${b} $$').substitute(a=1,b=2), string.capwords('a bc'))
h=[]; 
for x in [5,1,4,2]: heapq.heappush(h,x)
print(h, heapq.heappop(h), h, heapq.nlargest(2,[1,5,3]), heapq.nsmallest(2,[4,1,2]), list(heapq.merge([1,3],[2,4])))
y=[5,3,1]; heapq.heapify(y); print(y, bisect.bisect([1,2,2,3],2), bisect.bisect_left([1,2,2,3],2)); bisect.insort(y,9); print(y)
# expect: Can't instantiate abstract class A with abstract methods f, p
# expect: 1 True True
# expect: True True
# expect: True True True False True False True True True True True
# expect: {'a': 1, 'b': 2} None True [('a', 1), ('b', 2)] 1 5 2
# expect: <class 'function'> namespace(a=1) <class 'generator'> <class 'NoneType'> <class 'method'> <class 'module'>
# expect: True False [1, [2]] {1: [2, (3, [4])]} [1] (1, 2)
# expect: True
# expect: in 2
# expect: 4
# expect: out
# expect: in 3
# expect: caught boo
# expect: out
# expect: in 4
# expect: out
# expect: KE 'k'
# expect: in 5
# expect: cb
# expect: out
# expect: 7
# expect: 1 hey UserWarning
# expect: DW x
# expect: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 1 2 $ A Bc
# expect: [2, 5, 4] 1 [2, 5, 4] [5, 3] [1, 2] [1, 2, 3, 4]
# expect: [1, 3, 5] 3 1
# expect: [1, 3, 5, 9]

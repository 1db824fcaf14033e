# Recorded from CPython 3.11.7.
import functools, itertools, operator, string, heapq, bisect, copy
from functools import *
@lru_cache(maxsize=None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info(), fib.__name__)
@lru_cache(maxsize=2)
def sq(x): return x*x
print([sq(i) for i in (1,2,1,3,2)], sq.cache_info())
print(reduce(operator.add,[1,2,3]), reduce(lambda a,b:a*b,[1,2,3],10))
try: reduce(operator.add,[])
except TypeError as e: print(e)
p=partial(int, base=2); print(p('101'), p.args, p.keywords)
def deco(f):
    @wraps(f)
    def inner(*a): 
        "doc2"
        return f(*a)
    return inner
@deco
def hello(x):
    "doc"
    return x
print(hello.__name__, hello.__doc__, hello(3), hello.__wrapped__(4))
class C:
    def __init__(self): self.n=0
    @cached_property
    def v(self):
        self.n+=1; return self.n
    @lru_cache
    def m(self,x): return x+1
c=C(); print(c.v,c.v,c.m(1),c.m(1),C.m.cache_info())
print(sorted([3,1,2],key=cmp_to_key(lambda a,b:b-a)))
@total_ordering
class T:
    def __init__(s,x): s.x=x
    def __eq__(s,o): return s.x==o.x
    def __lt__(s,o): return s.x<o.x
print(T(1)<=T(1),T(2)>T(1),T(1)>=T(2))
@singledispatch
def show(x): return 'obj'
@show.register(int)
def _(x): return 'int'
@show.register
def _(x: list): return 'list'
print(show(1),show([]),show('a'),show(True))
I=itertools
print(list(I.islice(I.count(5,2),3)), list(I.islice('abcdef',1,None,2)), list(I.chain('ab',[1])), list(I.chain.from_iterable(['ab','c'])))
print(list(I.accumulate([1,2,3])), list(I.accumulate([1,2,3],operator.mul,initial=2)), list(I.takewhile(lambda x:x<3,[1,2,3,1])), list(I.dropwhile(lambda x:x<3,[1,2,3,1])))
print(list(I.product('ab',[1,2])), list(I.product([0,1],repeat=2)), list(I.permutations('abc',2)), list(I.combinations('abcd',2)), list(I.combinations_with_replacement('abc',2)))
print([(k,list(g)) for k,g in I.groupby('aabbbc')], [(k,list(g)) for k,g in I.groupby([1,3,2,4],key=lambda x:x%2)], list(I.zip_longest('ab','c',fillvalue='-')), list(I.starmap(pow,[(2,3),(3,2)])))
print(list(I.repeat(1,3)), list(I.islice(I.cycle('ab'),5)), list(I.compress('abc',[1,0,1])), list(I.filterfalse(lambda x:x%2,[1,2,3,4])), list(I.pairwise([1,2,3])), [list(x) for x in I.tee([1,2])])
print(next(I.count()), I.count(2), I.repeat(1,2), list(I.permutations([1,2,3]))[:3], list(I.product()), list(I.combinations([],0)))
print(operator.itemgetter(1)([1,2]), operator.itemgetter(0,2)('abc'), operator.attrgetter('real')(3), operator.methodcaller('upper')('a'))
print(string.ascii_letters, string.punctuation, string.Template('$a ${b} $$').substitute(a=1,b=2), string.Template('$a $c').safe_substitute(a=1), string.capwords('hello world'))
h=[5,2,8,1]; heapq.heapify(h); heapq.heappush(h,0); print(heapq.heappop(h),heapq.heappop(h),h,heapq.nlargest(2,[1,5,3]),heapq.nsmallest(2,[4,2,9]),list(heapq.merge([1,3],[2,4])))
print(bisect.bisect([1,2,2,3],2), bisect.bisect_left([1,2,2,3],2)); l=[1,3]; bisect.insort(l,2); print(l)
a=[1,[2,3],{'k':[4]}]; b=copy.copy(a); d=copy.deepcopy(a); a[1].append(9); print(b,d)
class N:
    def __init__(s): s.x=[1]
n=N(); m=copy.deepcopy(n); k=copy.copy(n); n.x.append(2); print(m.x,k.x)
rec=[]; rec.append(rec); r2=copy.deepcopy(rec); print(r2[0] is r2)
# expect: 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81) fib
# expect: [1, 4, 1, 9, 4] CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# expect: 6 60
# expect: reduce() of empty iterable with no initial value
# expect: 5 () {'base': 2}
# expect: hello doc 3 4
# expect: 1 1 2 2 CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)
# expect: [3, 2, 1]
# expect: True True False
# expect: int list obj int
# expect: [5, 7, 9] ['b', 'd', 'f'] ['a', 'b', 1] ['a', 'b', 'c']
# expect: [1, 3, 6] [2, 2, 4, 12] [1, 2] [3, 1]
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])] [(1, [1, 3]), (0, [2, 4])] [('a', 'c'), ('b', '-')] [8, 9]
# expect: [1, 1, 1] ['a', 'b', 'a', 'b', 'a'] ['a', 'c'] [2, 4] [(1, 2), (2, 3)] [[1, 2], [1, 2]]
# expect: 0 count(2) repeat(1, 2) [(1, 2, 3), (1, 3, 2), (2, 1, 3)] [()] [()]
# expect: 2 ('a', 'c') 3 A
# expect: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ 1 2 $ 1 $c Hello World
# expect: 0 1 [2, 5, 8] [5, 3] [2, 4] [1, 2, 3, 4]
# expect: 3 1
# expect: [1, 2, 3]
# expect: [1, [2, 3, 9], {'k': [4]}] [1, [2, 3], {'k': [4]}]
# expect: [1] [1, 2]
# expect: True

# Recorded from CPython 3.11.7.
import itertools, functools, collections
# reuse of tuples
a=list(itertools.product([1,2],'ab')); print(a)
b=[]; 
for t in itertools.product(range(2),range(3)): b.append(t)
print(b)
seen=set()
for t in itertools.combinations('abcd',2): seen.add(t)
print(sorted(seen))
for x,y in itertools.permutations('abc',2): print(x+y,end=' ')
print()
it=itertools.product('ab','cd'); p=next(it); q=next(it); print(p,q)
class C:
    def __getitem__(self,k):
        if k==5: return NotImplemented
        if k==6: raise KeyError(k)
        return k
c=C(); print(c[1],c[5],c[1:2],c['a'],c[1,2])
try: c[6]
except KeyError as e: print('ke',e)
for v in C():
    if v==3: break
class M:
    def __init__(s,n): s.n=n
    def __enter__(s): print('enter',s.n); return s.n
    def __exit__(s,t,v,tb): print('exit',s.n,t,v); return s.n==2
    def __del__(s): print('del',s.n)
with M(1) as m: print('in',m)
with M(2) as m: raise ValueError('x')
try:
    with M(3) as m, M(4) as k: raise ValueError('y')
except ValueError as e: print(e)
class B:
    def __enter__(s): raise ValueError('enter')
    def __exit__(s,*a): print('never')
try:
    with B(): pass
except ValueError as e: print('B',e)
class B2:
    def __enter__(s): return 1
    def __exit__(s,a,b,c): raise ValueError('exit')
try:
    with B2(): pass
except ValueError as e: print('B2',e)
def g():
    with M(7) as x: yield x
for x in g(): print(x)
f=functools.partial(lambda *a,**k:(a,k),1,b=2,c=3)
print(f(5,c=4,d=6),f(),f(b=1))
class PP(functools.partial): pass
print(PP(lambda a,b=1:(a,b),b=3)(2))
print((1,2)<(1,3),(1,'a')<(1,'b'),(1,2.0)==(1,2),(1,)<(1,2),[1,2]==[1,2.0],[1,'a']>=[1,'a'])
n=float('nan'); print((n,)==(n,),[n]==[n], (1,None)==(1,None),(0.0,1)<(-0.0,2), (True,)==(1,),(1,True)<(1,2))
try: (1,'a')<(1,2)
except TypeError as e: print(e)
try: [1,None]<[1,3]
except TypeError as e: print(e)
s={1,2}; fs=frozenset({2,3}); print(s|fs,fs|s,type(s|fs),type(fs|s),type(fs&s),type(s-fs),type(fs^s))
class SS(set): pass
print(type(SS([1])|{2}),type({2}|SS([1])))
print(3 in fs, (1,2) in {(1,2)}, 'a' in frozenset('abc'))
try: [] in fs
except TypeError as e: print(e)
NT=collections.namedtuple('NT','a b'); x,y=NT(1,2); print(x,y)
class IT(tuple):
    def __iter__(self): return iter([9,8])
x,y=IT((1,2)); print(x,y)
try: x,y,z=NT(1,2)
except ValueError as e: print(e)
class A: pass
class W:
    __slots__=('q',)
    z=5
class H:
    def __setattr__(self,n,v): print('set',n,v)
class P:
    @property
    def pp(self): return 1
o=A(); setattr(o,'x',1); setattr(o,'x',2); print(o.x, vars(o))
w=W(); setattr(w,'q',3); print(w.q)
for bad in ('z','nope'):
    try: setattr(w,bad,1)
    except AttributeError as e: print(e)
setattr(H(),'k',1)
try: setattr(P(),'pp',1)
except AttributeError as e: print(e)
l=[1]; l.extend((2,3)); l.extend(l); l.extend([4]); l.extend(range(2)); print(l)
print(isinstance(o,(int,str)),isinstance(o,(int,A)),isinstance(3,(A,int)))
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(),int),isinstance(Fake(),(str,int)))
d={str(i):i for i in range(50)}; e=dict(d); e['x']=1; del e['3']; print(len(e),'3' in e,e['49'],'x' in d, list(e)[:3])
d2=dict(d); del d2['49']; d3=dict(d2); d3['49']=1; print(d3['49'],len(d3),'48' in d3)
for k in range(45): del d2[str(k)]
d4=dict(d2); print(d4)
print(str(12345),str(-7),str(0),str(-123456789012345678),str(99999),str(100000),str(2**63-1),str(-2**63),str(4294967296),str(4294967295),str('a'),int(2.9),int(-2.9),float(3),list((1,2)),tuple([1,2]),tuple([1]*9),list('ab'))
try: int(float('inf'))
except OverflowError as e: print(e)
print(int(1e18),int(1e19))
print('a,b,,c'.split(','),' a  b '.split(),'é,b'.split(','),'aa\nbb'.splitlines(True),''.split(','),'abc'.split('abc'),'a'.split(','))
x='ab'; y=x; y+='c'; print(x,y,'a'+'é','é'+'a',''+'a')
for k in reversed([1,2,3]): print(k,end=' ')
print((1,2)+(3,),(1,)*3,(1,2)+(3,)*9)
print({1,2,3}=={3,2,1}, set([1,1,2]), len(set(range(1000))|set('abc')))
dd={'a':1}
try:
    for k in dd: dd[k+'x']=1
except RuntimeError as e: print(e)

def later(*a, **k): return a, k
p = functools.partial(later, 1, 2)
print(p(), p(3), p(3, 4, k=5), functools.partial(p, 9)(8))
def two(a, b=7): return a, b
q = functools.partial(two, 1)
print(q(), q(2))
try: q(2, 3)
except TypeError as e: print(e)
def gen(a, b): yield a; yield b
print(list(functools.partial(gen, 1)(2)))
q.func_name = 1
print(q(5), q.func_name)
class Two(functools.partial):
    def __call__(self, *a): return 'own', a
print(Two(two, 1)(2))
class Var:
    def __enter__(self): return self
    def __exit__(self, *a): print('exit', a[0], len(a)); return True
with Var(): pass
with Var(): raise KeyError('k')
class Def:
    def __enter__(self): return self
    def __exit__(self, t, v=1, tb=2, more=3): print('exit', t, v, tb, more)
with Def(): pass
class Few:
    def __enter__(self): return self
    def __exit__(self): pass
try:
    with Few(): pass
except TypeError as e: print(e)
print({1, 1.0, True, 2}, set([1, 1.0, True, 0, False, '1']), len(set(list(range(300)) * 2)), set([2**61 - 1, 0]))
print('a,b,c'.split(',', 1), ',a,'.split(','), 'x'.split('x'), 'a|b'.split('|', 0), ('k' * 5000 + ',v').split(',')[1])
print([0] * 3, [[]] * 2, [1] * 0, [1, 2] * -1, [1] * True)
d = {'a': 1, 'b': 2}
for k in d.values(): print(k, end=' ')
for k in d: print(k, end=' ')
print()
try:
    for k in d.values(): d.clear()
except RuntimeError as e: print(e)
class K(str):
    def __eq__(self, o): return True
    __hash__ = str.__hash__
d = {K('a'): 1}
print(d['a'], d.get('a'), 'a' in d, d.get('b'))
class Same:
    def __hash__(self): return hash('z')
    def __eq__(self, o): return o == 'z'
d = {Same(): 5}
print(d['z'], 'z' in d, d.get('y'))
d['z'] = 6
print(len(d), list(d.values()))
def spread(*a, **k): return a, k
def forward(*a, **k):
    r = spread(*a, **k)
    k['more'] = 1
    return r, k
print(forward(1, x=2), forward())
try: forward(**{1: 2})
except TypeError as e: print(e)
def order(**k): return list(k)
print(order(**{'b': 1, 'a': 2}), order(c=3, **{'b': 1}), dict(**{'q': 1}))
print('ab' == 'ab', 'ab' != 'ac', 'a' < 'b', 'ab' < 'a', 'abcdefgh' == 'abcdefgi', 'abcdefghi' == 'abcdefghj', 'abcd' == 'abce')
for word in ('', 'x', 'abcdefgh', 'abcdefghi'):
    if word: print(len(word), word.upper(), word == 'abcdefgh')
e = ValueError('a', 1); e.__init__('b'); print(e.args); e.__init__('b'); print(e.args)
# expect: [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
# expect: [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# expect: ab ac ba bc ca cb 
# expect: ('a', 'c') ('a', 'd')
# expect: 1 NotImplemented slice(1, 2, None) a (1, 2)
# expect: ke 6
# expect: enter 1
# expect: in 1
# expect: exit 1 None None
# expect: del 1
# expect: enter 2
# expect: exit 2 <class 'ValueError'> x
# expect: del 2
# expect: enter 3
# expect: enter 4
# expect: exit 4 <class 'ValueError'> y
# expect: del 4
# expect: exit 3 <class 'ValueError'> y
# expect: del 3
# expect: y
# expect: B enter
# expect: B2 exit
# expect: enter 7
# expect: 7
# expect: exit 7 None None
# expect: del 7
# expect: ((1, 5), {'b': 2, 'c': 4, 'd': 6}) ((1,), {'b': 2, 'c': 3}) ((1,), {'b': 1, 'c': 3})
# expect: (2, 3)
# expect: True True True True True True
# expect: True True True True True True
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'NoneType' and 'int'
# expect: {1, 2, 3} frozenset({1, 2, 3}) <class 'set'> <class 'frozenset'> <class 'frozenset'> <class 'set'> <class 'frozenset'>
# expect: <class 'set'> <class 'set'>
# expect: True True True
# expect: unhashable type: 'list'
# expect: 1 2
# expect: 9 8
# expect: not enough values to unpack (expected 3, got 2)
# expect: 2 {'x': 2}
# expect: 3
# expect: 'W' object attribute 'z' is read-only
# expect: 'W' object has no attribute 'nope'
# expect: set k 1
# expect: property 'pp' of 'P' object has no setter
# expect: [1, 2, 3, 1, 2, 3, 4, 0, 1]
# expect: False True True
# expect: True True
# expect: 50 False 49 False ['0', '1', '2']
# expect: 1 50 True
# expect: {'45': 45, '46': 46, '47': 47, '48': 48}
# expect: 12345 -7 0 -123456789012345678 99999 100000 9223372036854775807 -9223372036854775808 4294967296 4294967295 a 2 -2 3.0 [1, 2] (1, 2) (1, 1, 1, 1, 1, 1, 1, 1, 1) ['a', 'b']
# expect: cannot convert float infinity to integer
# expect: 1000000000000000000 10000000000000000000
# expect: ['a', 'b', '', 'c'] ['a', 'b'] ['é', 'b'] ['aa\n', 'bb'] [''] ['', ''] ['a']
# expect: ab abc aé éa a
# expect: 3 2 1 (1, 2, 3) (1, 1, 1) (1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3)
# expect: True {1, 2} 1003
# expect: dictionary changed size during iteration
# expect: ((1, 2), {}) ((1, 2, 3), {}) ((1, 2, 3, 4), {'k': 5}) ((1, 2, 9, 8), {})
# expect: (1, 7) (1, 2)
# expect: two() takes from 1 to 2 positional arguments but 3 were given
# expect: [1, 2]
# expect: (1, 5) 1
# expect: ('own', (2,))
# expect: exit None 3
# expect: exit <class 'KeyError'> 3
# expect: exit None None None 3
# expect: Few.__exit__() takes 1 positional argument but 4 were given
# expect: {1, 2} {0, 1, '1'} 300 {2305843009213693951, 0}
# expect: ['a', 'b,c'] ['', 'a', ''] ['', ''] ['a|b'] v
# expect: [0, 0, 0] [[], []] [] [] [1]
# expect: 1 2 a b 
# expect: dictionary changed size during iteration
# expect: 1 1 True None
# expect: 5 True None
# expect: 1 [6]
# expect: (((1,), {'x': 2}), {'x': 2, 'more': 1}) (((), {}), {'more': 1})
# expect: keywords must be strings
# expect: ['b', 'a'] ['c', 'b'] {'q': 1}
# expect: True True True False False False False
# expect: 1 X False
# expect: 8 ABCDEFGH True
# expect: 9 ABCDEFGHI False
# expect: ('b',)
# expect: ('b',)

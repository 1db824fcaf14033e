# Recorded from CPython 3.11.7.
# generators
def g1():
    try:
        x = yield 1
        print(10, x)
        yield 2
    except ValueError as e:
        print(11)
        yield 3
    finally:
        print(12)
it = g1(); print(next(it)); print(it.send(5)); print(it.throw(ValueError())); 
try: next(it)
except StopIteration: print('stop')
it = g1(); next(it); it.close()
def g2():
    r = yield from g1()
    print(20, r)
    return 7
def g3():
    v = yield from g2()
    print(21, v)
it = g3(); print(next(it)); print(it.throw(ValueError()))
for x in it: print(x)
def inf():
    i = 0
    while True:
        yield i
        i += 1
for x in inf():
    if x > 3: break
print(x)
def gexc():
    for i in range(3):
        try:
            yield i
        except KeyError:
            print(30)
            continue
it = gexc(); print(next(it), it.throw(KeyError()), next(it))
# with + generator
class CM:
    def __enter__(self): print(40); return 4
    def __exit__(self, *a): print(41, a[0] is None); return False
def gw():
    with CM() as c:
        yield c
it = gw(); print(next(it)); it.close()
def gw2():
    with CM(): return 5
print(gw2())
# nested finally / loops
def nf():
    for i in range(4):
        try:
            try:
                if i == 1: continue
                if i == 2: raise KeyError(i)
                print(50, i)
            finally:
                print(51, i)
                if i == 3: break
        except KeyError:
            print(52, i)
        finally:
            print(53, i)
    return 54
print(nf())
def fr():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(fr())
def fc():
    r = []
    for i in range(3):
        try:
            r.append(i)
            1 // 0
        except ZeroDivisionError:
            r.append(-i)
            continue
        finally:
            r.append(9)
    return r
print(fc())
def exc_in_finally():
    try:
        try: raise ValueError(1)
        finally: raise KeyError(2)
    except KeyError as e:
        return isinstance(e.__context__, ValueError)
print(exc_in_finally())
def name_deleted():
    try: raise ValueError(1)
    except ValueError as e: pass
    try: e
    except UnboundLocalError: return 60
print(name_deleted())
def captured_exc():
    try: raise ValueError(1)
    except ValueError as e:
        f = lambda: e
        print(isinstance(f(), ValueError))
    try: f()
    except NameError: return 61
print(captured_exc())
# closures
def late():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    return [f() for f in fs]
print(late())
def rec():
    def even(n): return True if n == 0 else odd(n - 1)
    def odd(n): return False if n == 0 else even(n - 1)
    return even(10)
print(rec())
def cond(flag):
    if flag: w = 1
    def m(): return w
    try: return m()
    except NameError: return 'unbound'
print(cond(True), cond(False))
def nl():
    a = 0
    def b():
        def c():
            nonlocal a
            a += 1
        c(); c()
        return a
    return b(), a
print(nl())
def compcap(): return [f() for f in [lambda: q for q in range(3)]], [[(a, b) for b in range(a)] for a in range(3)]
print(compcap())
class K:
    n = 3
    l = [i for i in range(n)]
    def get(self): return [self.n * i for i in range(2)]
    x: int = 5
    y: 'str'
print(K.l, K().get(), len(K.__annotations__))
def walrus(l): return [y for x in l if (y := x + 1) > 2], y
print(walrus([1, 2, 3]))
def w2(a): return a + (a := 5) + a
print(w2(1))
def w3(): 
    if (n := 10) > 5 and (m := n + 1): return n, m
print(w3())
# calls
def f(*a, **k): return a, len(k)
class O:
    def m(self, a, b=2, *c, d=4): return (a, b, c, d)
o = O()
print(o.m(1), o.m(1, d=5), o.m(*[1, 2, 3]), o.m(**dict_ if False else {}, a=3) if False else o.m(a=3))
print(f(*[1], 2, *[3], a=1, **{}, b=2))
try: f(**{}, **5)
except TypeError: print(70)
try: f(a=1, **{'a': 2})
except TypeError: print(71)
print((lambda a, b=2, /, c=3, *, d: (a, b, c, d))(1, d=4))
try: (lambda a, /: a)(a=1)
except TypeError: print(72)
# unpack
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
[a, b] = (1, 2)
*a, b = [1]
print(a, b)
for i, (j, k) in [(1, (2, 3))]: print(i, j, k)
a = b = c = []
print(a is b is c)
def swap(a, b, c):
    a, b, c = c, a, b
    a, b = b, a
    return a, b, c
print(swap(1, 2, 3))
x = [0, 1, 2]
i = 0
i, x[i] = 1, 9
print(i, x)
x[1:] = [7]
print(x, x[::-1], x[-1], x[0:1])
x[0] += 5; o.z = 1; o.z += 2
print(x, o.z)
del x[0], o.z
print(x)
# chained comparison with side effects
def t(v): print(80, v); return v
print(t(1) < t(2) < t(0) < t(5))
if t(1) < t(2) > t(1): print(81)
if not (t(3) < t(2) < t(1)): print(82)
print(1 in [1, 2], 3 not in {1, 2}, x is not None, not 1 in (1,))
# class stuff
class Base:
    def __init_subclass__(cls, **k): print(90, cls.__name__ == 'D', len(k))
    def who(self): return 1
class D(Base, tag=1):
    def who(self):
        f = lambda: super(D, self).who() + 1
        return f() + super().who()
print(D().who())
class P:
    __secret = 5
    def get(self): return self.__secret
print(P().get(), P._P__secret)
def mk():
    class Inner:
        def me(self): return __class__
    return Inner
print(mk()().me() is mk)
class Meta(type):
    def __prepare__(*a, **k): return {'inj': 42}
class W(metaclass=Meta): v = inj
print(W.v)
# globals / exec-like
def setg():
    global newg
    newg = 1
setg(); print(newg)
# assert/raise
try: raise ValueError from None
except ValueError as e: print(e.__suppress_context__)
def bare():
    try: raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError: pass
        raise
try: bare()
except KeyError: print(100)
# except*
try:
    raise ExceptionGroup('g', [ValueError(1), KeyError(2), TypeError(3)])
except* ValueError as eg: print(110, len(eg.exceptions))
except* (KeyError, TypeError) as eg: print(111, len(eg.exceptions))
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError: print(112)
except ExceptionGroup as e: print(113, len(e.exceptions))
try:
    raise ValueError(1)
except* ValueError as e: print(114, isinstance(e, ExceptionGroup))
# match
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x = x; s.y = y
def mt(v):
    match v:
        case Pt(0, y): return ('y', y)
        case Pt(x=1) as p if p.y > 5: return ('p', p.y)
        case Pt(): return 'pt'
        case [1, [2, z]] | (z, 5): return z
        case [Pt(x, _), *_]: return x
        case {'a': {'b': [q, *w]}}: return q, w
        case {'x': 1 | 2 as n}: return n
        case True: return 't'
        case -1 | 1.5 | 'a' | b'b': return 'lit'
        case []: return 'empty'
        case [_, _, _, *_, last]: return last
        case str(s) | bytes(s): return 'sb'
    return 'none'
print([mt(v) for v in (Pt(0, 3), Pt(1, 9), Pt(1, 2), [1, [2, 7]], (4, 5), [Pt(8, 0), 1], {'a': {'b': [1, 2, 3]}}, {'x': 2}, True, -1, 1.5, [], [1, 2, 3, 4, 5], 6)])
# deep
def add(n): return 0 if n == 0 else 1 + add(n - 1)
print(add(500))
print(sum(x * x for x in range(10) if x % 2))
async def co(): return 5
async def co2(): return await co() + 1
c = co2()
try: c.send(None)
except StopIteration as e: print(e.value)
class AI:
    def __init__(s): s.n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 3: raise StopAsyncIteration
        return s.n
class ACM:
    async def __aenter__(s): return 1
    async def __aexit__(s, *a): print(120, a[0] is None); return True
async def ag():
    for i in range(3): yield i
async def am():
    r = [x async for x in AI()]
    async for x in AI():
        if x == 2: break
    else: print('no')
    async with ACM() as a, ACM():
        raise ValueError
    async for y in ag(): r.append(y)
    return r, x, [z async for z in ag() if z], {k: 1 async for k in ag()}
c = am()
try: c.send(None)
except StopIteration as e: print(e.value)
# expect: 1
# expect: 10 5
# expect: 2
# expect: 11
# expect: 3
# expect: 12
# expect: stop
# expect: 12
# expect: 1
# expect: 11
# expect: 3
# expect: 12
# expect: 20 None
# expect: 21 7
# expect: 4
# expect: 30
# expect: 0 1 2
# expect: 40
# expect: 4
# expect: 41 False
# expect: 40
# expect: 41 True
# expect: 5
# expect: 50 0
# expect: 51 0
# expect: 53 0
# expect: 51 1
# expect: 53 1
# expect: 51 2
# expect: 52 2
# expect: 53 2
# expect: 50 3
# expect: 51 3
# expect: 53 3
# expect: 54
# expect: 2
# expect: [0, 0, 9, 1, -1, 9, 2, -2, 9]
# expect: True
# expect: 60
# expect: True
# expect: 61
# expect: [2, 2, 2]
# expect: True
# expect: 1 unbound
# expect: (2, 2)
# expect: ([2, 2, 2], [[], [(1, 0)], [(2, 0), (2, 1)]])
# expect: [0, 1, 2] [0, 3] 2
# expect: ([3, 4], 4)
# expect: 11
# expect: (10, 11)
# expect: (1, 2, (), 4) (1, 2, (), 5) (1, 2, (3,), 4) (3, 2, (), 4)
# expect: ((1, 2, 3), 2)
# expect: 70
# expect: 71
# expect: (1, 2, 3, 4)
# expect: 72
# expect: 1 2 [3, 4] 5
# expect: [] 1
# expect: 1 2 3
# expect: True
# expect: (1, 3, 2)
# expect: 1 [0, 9, 2]
# expect: [0, 7] [7, 0] 7 [0]
# expect: [5, 7] 3
# expect: [7]
# expect: 80 1
# expect: 80 2
# expect: 80 0
# expect: False
# expect: 80 1
# expect: 80 2
# expect: 80 1
# expect: 81
# expect: 80 3
# expect: 80 2
# expect: 82
# expect: True True True False
# expect: 90 True 1
# expect: 3
# expect: 5 5
# expect: False
# expect: 42
# expect: 1
# expect: True
# expect: 100
# expect: 110 1
# expect: 111 2
# expect: 112
# expect: 113 1
# expect: 114 True
# expect: [('y', 3), ('p', 9), 'pt', 7, 4, 8, (1, [2, 3]), 2, 't', 'lit', 'lit', 'empty', 5, 'none']
# expect: 500
# expect: 165
# expect: 6
# expect: 120 False
# expect: 120 True
# expect: ([1, 2, 3, 0, 1, 2], 2, [1, 2], {0: 1, 1: 1, 2: 1})

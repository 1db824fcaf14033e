# Recorded from CPython 3.11.7.
def f(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise ValueError('one')
        if n == 2: raise KeyError('two')
        x = 'normal'
    except ValueError as e:
        return ('except', repr(e))
    else:
        x = 'else'
    finally:
        log.append(n)
    return x
log = []
for i in range(2): print(f(i))
try: f(2)
except KeyError as e: print('KeyError', e)
print(f(3), log)
def g():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally:
            print('fin', i)
    else:
        print('no')
    return 'done'
print(g())
def h():
    for i in range(3):
        try:
            1 < 'a'
        except TypeError as e:
            if i == 1:
                return i
            continue
        finally:
            print('h', i)
print(h())
def k():
    while True:
        try:
            try:
                raise ValueError(1)
            except ValueError:
                raise KeyError(2)
        except KeyError as e:
            print(repr(e.__context__), repr(e))
            break
k()
def m():
    try:
        return 1
    finally:
        return 2
print(m())
def n():
    x = 1
    try:
        return x
    finally:
        x = 2
print(n())
class CM:
    def __init__(self, n, s=False): self.n, self.s = n, s
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__, v)
        return self.s
def w():
    with CM(1) as a, CM(2, True) as b:
        print(a.n, b.n)
        raise ValueError('x')
    print('after')
    for i in range(3):
        with CM(i):
            if i == 1: continue
            if i == 2: return 'R'
print(w())
try:
    with CM(5):
        raise ValueError('y')
except ValueError as e:
    print('caught', e)
def gen(n):
    for i in range(n):
        got = yield i
        if got: print('got', got)
    return 'end'
def deleg():
    r = yield from gen(2)
    print(r)
    yield 'x'
print([x for x in deleg()])
it = gen(3)
print(next(it), it.send('hi'))
a, *b, c = range(6)
print(a, b, c)
(a, b), c = (1, 2), 3
print(a, b, c)
x = y = [1]
x += [2]
print(x, y, x is y)
print([i * j for i in range(3) if i for j in range(3)], {i: i * i for i in range(3)})
fs = [lambda: i for i in range(3)]
print([q() for q in fs])
def counter():
    c = 0
    def inc():
        nonlocal c
        c += 1
        return c
    return inc
cc = counter(); cc(); print(cc())
def args(a, b=2, *c, d, e=5, **f): return a, b, c, d, e, f
print(args(1, d=4), args(1, 2, 3, 4, d=5, z=6), args(*[1, 2], **{'d': 3, 'q': 4}))
print(1 < 2 < 3, 1 < 2 > 5, 3 > 2 == 2)
print(0 or 'a', 1 and 'b', not 0, None or 0 or [], 1 if [] else 2)
if 1 < 2 < 3 and not (3 < 2 or 5 < 4): print('ok')
n = 10
while n > 7:
    n -= 1
    if n == 8: continue
    print(n)
else:
    print('while else')
print(f"{n}{x!r} {n:>5}|" f"{'a'}")
class A:
    z = 1
    def m(self): return 'A.m'
    class B:
        q = 2
class C(A):
    def m(self): return (super().m(), ' C.m')
    @property
    def p(self): return self.z
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls): return cls.__name__
print(C().m(), C.__qualname__, A.B.__qualname__)
def outer():
    v = 1
    class K:
        w = v
        def get(self): return v, __class__.__name__
    return K
print(outer()().get())
del n
try: n
except NameError as e: print(e)
def ub():
    print(zz)
    zz = 1
try: ub()
except UnboundLocalError as e: print(type(e).__name__, e)
print((lambda *a, **k: (a, k))(1, 2, x=3))
assert True, 'no'
try: assert 1 > 2, 'msg'
except AssertionError as e: print('AE', e)
d = {'a': 1, **{'b': 2}}; print(d)
print([*range(3), *[7, 8]], (*[1], 2))
def match_(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'small'
        case [x, y]: return ('pair', x, y)
        case [x, *rest]: return ('seq', x, rest)
        case {'k': v, **r}: return ('map', v, r)
        case str() as s: return ('str', s)
        case A(z=q): return ('A', q)
        case None: return 'none'
        case _ if v == 9: return 'nine'
        case _: return 'other'
for v in (0, 2, [1, 2], (1, 2, 3), {'k': 5, 'l': 6}, 'hey', A(), None, 9, 10): print(match_(v))
if (w := 5) > 3: print(w)
print([y := 1, y + 1], y)
import_ok = True
def rec(n): return n if n < 2 else rec(n - 1) + rec(n - 2)
print(rec(15))
try:
    try: raise ValueError('a')
    except ValueError as e: raise KeyError('b') from e
except KeyError as e: print(repr(e.__cause__))
try: raise
except RuntimeError as e: print(e)
def dflt(a=[]): a.append(1); return a
dflt(); print(dflt())
x = 5
def glob():
    global x
    x = 6
glob(); print(x)
print([(i, j) for i in range(2) for j in range(i + 1)])
print(sum(i for i in range(5)))
class M(type):
    def __new__(m, n, b, d, **k): print('meta', n, k); return type.__new__(m, n, b, d)
    def __init__(*a, **k): pass
class X(metaclass=M, flag=1): pass
def deco(f): return lambda *a: ('deco', f(*a))
@deco
@deco
def dd(a): return a
print(dd(1))
s = 0
for i in range(10):
    if i % 2: continue
    s += i
print(s)
# expect: ret
# expect: ('except', "ValueError('one')")
# expect: KeyError 'two'
# expect: else [0, 1, 2, 3]
# expect: body 0
# expect: fin 0
# expect: fin 1
# expect: body 2
# expect: fin 2
# expect: fin 3
# expect: done
# expect: h 0
# expect: h 1
# expect: 1
# expect: ValueError(1) KeyError(2)
# expect: 2
# expect: 1
# expect: enter 1
# expect: enter 2
# expect: 1 2
# expect: exit 2 ValueError x
# expect: exit 1 None None
# expect: after
# expect: enter 0
# expect: exit 0 None None
# expect: enter 1
# expect: exit 1 None None
# expect: enter 2
# expect: exit 2 None None
# expect: R
# expect: enter 5
# expect: exit 5 ValueError y
# expect: caught y
# expect: end
# expect: [0, 1, 'x']
# expect: got hi
# expect: 0 1
# expect: 0 [1, 2, 3, 4] 5
# expect: 1 2 3
# expect: [1, 2] [1, 2] True
# expect: [0, 1, 2, 0, 2, 4] {0: 0, 1: 1, 2: 4}
# expect: [2, 2, 2]
# expect: 2
# expect: (1, 2, (), 4, 5, {}) (1, 2, (3, 4), 5, 5, {'z': 6}) (1, 2, (), 3, 5, {'q': 4})
# expect: True False True
# expect: a b True [] 2
# expect: ok
# expect: 9
# expect: 7
# expect: while else
# expect: 7[1, 2]     7|a
# expect: ('A.m', ' C.m') C A.B
# expect: (1, 'K')
# expect: name 'n' is not defined
# expect: UnboundLocalError cannot access local variable 'zz' where it is not associated with a value
# expect: ((1, 2), {'x': 3})
# expect: AE msg
# expect: {'a': 1, 'b': 2}
# expect: [0, 1, 2, 7, 8] (1, 2)
# expect: zero
# expect: small
# expect: ('pair', 1, 2)
# expect: ('seq', 1, [2, 3])
# expect: ('map', 5, {'l': 6})
# expect: ('str', 'hey')
# expect: ('A', 1)
# expect: none
# expect: nine
# expect: other
# expect: 5
# expect: [1, 2] 1
# expect: 610
# expect: ValueError('a')
# expect: No active exception to reraise
# expect: [1, 1]
# expect: 6
# expect: [(0, 0), (1, 0), (1, 1)]
# expect: 10
# expect: meta X {'flag': 1}
# expect: ('deco', ('deco', 1))
# expect: 20

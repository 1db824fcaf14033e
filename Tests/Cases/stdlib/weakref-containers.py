# Recorded from CPython 3.11.7.
import weakref
class T:
    def __init__(self, n): self.n = n
    def m(self): return self.n
    def __repr__(self): return f'T{self.n}'
a, b = T(1), T(2)
r = weakref.ref(a); print(r() is a, weakref.ref(a) is r, hash(r) == hash(a), r == weakref.ref(a, print), weakref.getweakrefcount(b))
d = weakref.WeakValueDictionary(x=a, y=b); k = weakref.WeakKeyDictionary({a: 1, b: 2}); s = weakref.WeakSet([a, b])
print(sorted(d.items()), sorted(k.values()), len(s), a in s, d.get('z', 0), d | {'z': a} == d)
p = weakref.proxy(a); print(p.n, p.m(), type(p) is weakref.ProxyType); p.n = 10; print(a.n)
w = weakref.WeakMethod(a.m); print(w()(), w == weakref.WeakMethod(a.m))
f = weakref.finalize(a, print, 'gone', 1); print(f.alive, f.peek()[1] is print)
del a; print(r(), w(), f.alive, sorted(d), len(k), len(s))
try: p.n
except ReferenceError as e: print(e)
for bad in (1, 'x', (), []):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
g = weakref.finalize(b, print, 'b gone'); print(g.detach()[0] is b, g.alive, g())
# expect: True True True True 0
# expect: [('x', T1), ('y', T2)] [1, 2] 2 True 0 False
# expect: 1 1 True
# expect: 10
# expect: 10 True
# expect: True True
# expect: gone 1
# expect: None None False ['y'] 1 1
# expect: weakly-referenced object no longer exists
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'list' object
# expect: True False None

# Recorded from CPython 3.12.1.
import types,sys
for a in [(),(1,),('a','b'),('a',),('a','b',3)]:
    try: m=types.ModuleType(*a); print(m.__dict__)
    except Exception as e: print(repr(e))
m=types.ModuleType.__new__(types.ModuleType,5,6,k=3)
print(m.__dict__, m)
try: m.x
except Exception as e: print(e)
m=types.ModuleType('q'); m.__init__('r','d'); print(m.__dict__,m)
m.__name__='zz'
try: m.x
except Exception as e: print(e)
del m.__name__
try: m.x
except Exception as e: print(e)
class M(types.ModuleType):
    __slots__=()
print(M.__mro__, M('x').__dict__)
class M(types.ModuleType):
    def __init__(self,*a,**k): pass
print(M(1,2,3).__dict__,repr(M()))
class N(types.ModuleType):
    @property
    def p(self): return self.__dict__.get('_p',0)
    @p.setter
    def p(self,v): self.__dict__['_p']=v
    def __getattr__(self,n): return 'got '+n
n=N('n'); print(n.p); n.p=4; print(n.p,n.q,vars(n)); n.z=3; print(n.z); del n.z; print(n.z)
print(type(n).__name__, isinstance(n,types.ModuleType))
sys.modules['n']=n
import n as nn; print(nn.p)
from n import p, qq; print(p,qq)
m=types.ModuleType('mm'); m.k=1; m.__class__=N; print(m.p,m.k,m.other); m.p=8; print(m.p)
# expect: TypeError("module() missing required argument 'name' (pos 1)")
# expect: TypeError("module() argument 'name' must be str, not int")
# expect: {'__name__': 'a', '__doc__': 'b', '__package__': None, '__loader__': None, '__spec__': None}
# expect: {'__name__': 'a', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None}
# expect: TypeError('module() takes at most 2 arguments (3 given)')
# expect: {} <module '?'>
# expect: module has no attribute 'x'
# expect: {'__name__': 'r', '__doc__': 'd', '__package__': None, '__loader__': None, '__spec__': None} <module 'r'>
# expect: module 'zz' has no attribute 'x'
# expect: module has no attribute 'x'
# expect: (<class '__main__.M'>, <class 'module'>, <class 'object'>) {'__name__': 'x', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None}
# expect: {} <module '?'>
# expect: 0
# expect: 4 got q {'__name__': 'n', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None, '_p': 4}
# expect: 3
# expect: got z
# expect: N True
# expect: 4
# expect: 4 got qq
# expect: 0 1 got other
# expect: 8

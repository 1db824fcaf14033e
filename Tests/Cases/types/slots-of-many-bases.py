# Recorded from CPython 3.12.1.
from typing import Generic, TypeVar
T=TypeVar('T')
class A(Generic[T]): pass
class B:
    __slots__=()
class C(B): 
    __slots__=('x',)
class D: pass
class E(C,D): __slots__=()
class F(B,Generic[T]): pass
class G(B,Generic[T]): __slots__=('q',)
class H(G[int],D): pass
class I(B,D): __slots__=()
class J(I): __slots__=('z',)
class K(Generic[T],B,D): __slots__=()
for c in (A,D,E,F,H,I,J,K):
    o=c()
    print(c.__name__,hasattr(o,'__dict__'))
    try: o.zz=1
    except AttributeError as e: print(e)
# expect: A True
# expect: D True
# expect: E True
# expect: F True
# expect: H True
# expect: I True
# expect: J True
# expect: K True

# Recorded from CPython 3.11.7.
import copyreg
import weakref


class A:
    """Has a dict."""


class B(A):
    pass


class Slotted:
    __slots__ = ("x",)


class Number(int):
    pass


class Failure(Exception):
    pass


for cls in (A, B, Slotted, Number):
    print(list(vars(cls)))
a = A()
r = weakref.ref(a)
print(a.__weakref__ is r, B().__weakref__, A.__dict__["__dict__"], A.__dict__["__weakref__"])
a.x = 1
print(A.__dict__["__dict__"].__get__(a), a.__reduce_ex__(2)[1:], [1].__reduce_ex__(2)[1])
print(classmethod(len), staticmethod(3), repr(a.__init__)[:28], hash(float("nan")) != 0)
# expect: ['__module__', '__doc__', '__dict__', '__weakref__']
# expect: ['__module__', '__doc__']
# expect: ['__module__', '__slots__', 'x', '__doc__']
# expect: ['__module__', '__dict__', '__doc__']
# expect: True None <attribute '__dict__' of 'A' objects> <attribute '__weakref__' of 'A' objects>
# expect: {'x': 1} ((<class '__main__.A'>,), {'x': 1}, None, None) (<class 'list'>,)
# expect: <classmethod(<built-in function len>)> <staticmethod(3)> <method-wrapper '__init__' o True

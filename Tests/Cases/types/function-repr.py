# Recorded from CPython 3.11.7.
def f():
    pass


class C:
    def m(self):
        pass


import re


def clean(x):
    return re.sub(r"0x[0-9a-f]+", "0x", repr(x))


for x in (f, C.m, C().m, C, C(), len, [].append, str.join, int, print, type, lambda: 0, (i for i in []), object(), super, property(), range, iter([]), zip(), enumerate([]), map(f, []), NotImplemented, {}.items(), "".join, staticmethod(f), ValueError("x"), ValueError):
    print(clean(x))
import math

print(math.sqrt, type(math).__name__, clean(C.__dict__["m"]), clean(C().__init__)[:20])
# expect: <function f at 0x>
# expect: <function C.m at 0x>
# expect: <bound method C.m of <__main__.C object at 0x>>
# expect: <class '__main__.C'>
# expect: <__main__.C object at 0x>
# expect: <built-in function len>
# expect: <built-in method append of list object at 0x>
# expect: <method 'join' of 'str' objects>
# expect: <class 'int'>
# expect: <built-in function print>
# expect: <class 'type'>
# expect: <function <lambda> at 0x>
# expect: <generator object <genexpr> at 0x>
# expect: <object object at 0x>
# expect: <class 'super'>
# expect: <property object at 0x>
# expect: <class 'range'>
# expect: <list_iterator object at 0x>
# expect: <zip object at 0x>
# expect: <enumerate object at 0x>
# expect: <map object at 0x>
# expect: NotImplemented
# expect: dict_items([])
# expect: <built-in method join of str object at 0x>
# expect: <staticmethod(<function f at 0x>)>
# expect: ValueError('x')
# expect: <class 'ValueError'>
# expect: <built-in function sqrt> module <function C.m at 0x> <method-wrapper '__i

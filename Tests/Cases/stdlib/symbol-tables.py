# Recorded from CPython 3.11.7.
# What names mean in the scopes of a source.
import symtable
src='''
import os as o, sys
from m import *
G = 1
def f(a, b=G, *c, d: int = 2, **e):
    global G, H
    x = a
    y: int
    def g():
        nonlocal x
        x += 1
        return x, b, z
    z = [i + b for i in range(3) if i]
    class K(object):
        attr = x
        def m(self): return __class__, attr, super()
    lam = lambda q, w=1: q + w + x
    for k in []: pass
    with o as t: pass
    try: pass
    except E as err: pass
    del x
    return (n := 5)
class C:
    __priv = 1
    def meth(self): return self.__priv
'''
def show(t, ind=0):
    p=" "*ind
    print(p,t.get_type(),t.get_name(),t.get_lineno(),t.is_optimized(),t.is_nested(),t.has_children(),sorted(t.get_identifiers()))
    if t.get_type()=="function": print(p,"  ",t.get_parameters(),sorted(t.get_locals()),sorted(t.get_globals()),sorted(t.get_nonlocals()),sorted(t.get_frees()))
    if t.get_type()=="class": print(p,"  ",t.get_methods())
    for s in sorted(t.get_symbols(),key=lambda s:s.get_name()):
        print(p,"   -",s.get_name(),"".join(str(int(x)) for x in (s.is_referenced(),s.is_parameter(),s.is_global(),s.is_declared_global(),s.is_local(),s.is_free(),s.is_imported(),s.is_assigned(),s.is_nonlocal(),s.is_annotated(),s.is_namespace())),[n.get_name() for n in s.get_namespaces()])
    for c in t.get_children(): show(c,ind+2)
t=symtable.symtable(src,"<s>","exec"); show(t); print(t, t.lookup("f"), repr(t.lookup("G")))
print(symtable.symtable("a+b","x","eval").get_symbols())
try: symtable.symtable("def f(:","x","exec")
except SyntaxError as e: print(e)
try: symtable.symtable("def f(a): global a","x","exec")
except SyntaxError as e: print(e)
try: t.lookup("nope")
except KeyError as e: print(e)
print(t.get_id()!=0)
# expect:  module top 0 False False True ['C', 'G', 'H', 'f', 'int', 'o', 'sys']
# expect:     - C 00101001001 ['C']
# expect:     - G 10111001000 []
# expect:     - H 00110000000 []
# expect:     - f 00101001001 ['f']
# expect:     - int 10100000000 []
# expect:     - o 00101010000 []
# expect:     - sys 00101010000 []
# expect:    function f 5 True False True ['E', 'G', 'H', 'K', 'a', 'b', 'c', 'd', 'e', 'err', 'g', 'int', 'k', 'lam', 'n', 'o', 'object', 'range', 't', 'x', 'y', 'z']
# expect:       ('a', 'b', 'd', 'c', 'e') ['K', 'a', 'b', 'c', 'd', 'e', 'err', 'g', 'k', 'lam', 'n', 't', 'x', 'y', 'z'] ['E', 'G', 'H', 'int', 'o', 'object', 'range'] [] []
# expect:       - E 10100000000 []
# expect:       - G 00110000000 []
# expect:       - H 00110000000 []
# expect:       - K 00001001001 ['K']
# expect:       - a 11001000000 []
# expect:       - b 01001000000 []
# expect:       - c 01001000000 []
# expect:       - d 01001000000 []
# expect:       - e 01001000000 []
# expect:       - err 00001001000 []
# expect:       - g 00001001001 ['g']
# expect:       - int 10100000000 []
# expect:       - k 00001001000 []
# expect:       - lam 00001001000 []
# expect:       - n 00001001000 []
# expect:       - o 10100000000 []
# expect:       - object 10100000000 []
# expect:       - range 10100000000 []
# expect:       - t 00001001000 []
# expect:       - x 00001001000 []
# expect:       - y 00001001010 []
# expect:       - z 00001001000 []
# expect:      function g 9 True True False ['b', 'x', 'z']
# expect:         () [] [] ['x'] ['b', 'x', 'z']
# expect:         - b 10000100000 []
# expect:         - x 10000101100 []
# expect:         - z 10000100000 []
# expect:      function listcomp 13 True True False ['.0', 'b', 'i']
# expect:         ('.0',) ['.0', 'i'] [] [] ['b']
# expect:         - .0 01001000000 []
# expect:         - b 10000100000 []
# expect:         - i 10001001000 []
# expect:      class K 14 False True True ['attr', 'm', 'x']
# expect:         ('m',)
# expect:         - attr 00001001000 []
# expect:         - m 00001001001 ['m']
# expect:         - x 10000100000 []
# expect:        function m 16 True True False ['__class__', 'attr', 'self', 'super']
# expect:           ('self',) ['self'] ['attr', 'super'] [] ['__class__']
# expect:           - __class__ 10000100000 []
# expect:           - attr 10100000000 []
# expect:           - self 01001000000 []
# expect:           - super 10100000000 []
# expect:      function lambda 17 True True False ['q', 'w', 'x']
# expect:         ('q', 'w') ['q', 'w'] [] [] ['x']
# expect:         - q 11001000000 []
# expect:         - w 11001000000 []
# expect:         - x 10000100000 []
# expect:    class C 24 False False True ['_C__priv', 'meth']
# expect:       ('meth',)
# expect:       - _C__priv 00001001000 []
# expect:       - meth 00001001001 ['meth']
# expect:      function meth 26 True False False ['self']
# expect:         ('self',) ['self'] [] [] []
# expect:         - self 11001000000 []
# expect: <SymbolTable for module <s>> <symbol 'f'> <symbol 'G'>
# expect: [<symbol 'a'>, <symbol 'b'>]
# expect: invalid syntax (x, line 1)
# expect: name 'a' is parameter and global (x, line 1)
# expect: 'nope'
# expect: True

# Recorded from CPython 3.11.7.
# scoping and class corner cases
x = 'g'
class A:
    x = 'a'
    y = [x for _ in range(1)]
    def f(self): return x
    z = (lambda: x)()
print(A.y, A().f(), A.z)
def outer(x):
    class B:
        print('cls', x)
        x2 = x
        def m(self): return x
    return B
print(outer(3)().m())
def d():
    x = 1
    class C:
        nonlocal x
        x = 2
    return x
print(d())
class T:
    __p = 1
    def __q(self): return self.__p
    def r(self): return self.__q()
    l = [__p for _ in (1,)] if False else None
print(T().r(), sorted(k for k in vars(T) if k.startswith('_T')))
exec("a = 1\ndef f(): return a\nb = f()"); print(b)
ns = {}; loc = {}
exec("q = 5\nprint(q)\nclass K:\n  w = q if 'q' in dir() else 0", ns, loc); print(sorted(loc), 'q' in ns)
print(eval("[i * k for i in range(3)]", {'k': 2}))
def le():
    v = 7
    return [locals().get('i') for i in range(2)], sorted(locals())
print(le())
def gen():
    r = []
    for i in range(3):
        with_ = (yield i)
        r.append(with_)
    return r
g = gen(); next(g); g.send(1); g.send(2)
try: g.send(3)
except StopIteration as e: print(e.value)
def ann(a: int, *b: 'str', c: list[int] = 1) -> None: pass
print(ann.__annotations__, ann.__kwdefaults__, ann.__defaults__)
print(compile('1+1', 'f', 'eval').co_consts if False else eval(compile('1+1', 'f', 'eval')))
code = compile('x = 1\nx + 1\n', '<m>', 'exec'); n = {}; exec(code, n); print(n['x'])
for src in ('def f():\n  return 1\n  global q', 'return', 'def f(a, a): 0', 'nonlocal x', 'x = [', '(a, b) += 1', 'f(a=1, a=2)', 'break', 'class A:\n  def f(x): yield\n  await 3'):
    try: compile(src, '<t>', 'exec')
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset)
def ff():
    for i in range(2):
        try:
            yield i
        finally:
            print('fin', i)
print(list(ff()))
a, b = 1, 2
a, b = b, a
print(a, b, *[1, 2], sep='-')
def kwonly(*, a, b=2): return a + b
print(kwonly(a=1), kwonly(**{'a': 3, 'b': 4}))
try: kwonly(1)
except TypeError as e: print(e)
try: kwonly()
except TypeError as e: print(e)
try: (lambda x, y: 0)(1)
except TypeError as e: print(e)
print([*'ab', *(1, 2)], {**{'a': 1}, 'b': 2}, {*'a', 1} == {'a', 1})
def ub():
    try: return zz is None
    except UnboundLocalError as e: print(e)
    try: lst = [zz]
    except UnboundLocalError as e: print(e)
    try: zz[0] = 1
    except UnboundLocalError as e: print(e)
    try: zz.a = 1
    except UnboundLocalError as e: print(e)
    try: del zz[0]
    except UnboundLocalError as e: print(e)
    try: del zz
    except UnboundLocalError as e: print(e)
    try: zz += 1
    except UnboundLocalError as e: print(e)
    try:
        for i in zz: pass
    except UnboundLocalError as e: print(e)
    try: zz()
    except UnboundLocalError as e: print(e)
    try: print(f'{zz}')
    except UnboundLocalError as e: print(e)
    try:
        with zz: pass
    except UnboundLocalError as e: print(e)
    try: raise zz
    except UnboundLocalError as e: print(e)
    try: 1 in zz
    except UnboundLocalError as e: print(e)
    try: zz in [1]
    except UnboundLocalError as e: print(e)
    try: a = zz or 1
    except UnboundLocalError as e: print(e)
    try: a = not zz
    except UnboundLocalError as e: print(e)
    try: a, b = zz
    except UnboundLocalError as e: print(e)
    try: a = zz[1:2]
    except UnboundLocalError as e: print(e)
    try: x[zz] = 1
    except UnboundLocalError as e: print(e)
    if 0: zz = 1
ub()
# expect: ['g'] g g
# expect: cls 3
# expect: 3
# expect: 2
# expect: 1 ['_T__p', '_T__q']
# expect: 1
# expect: 5
# expect: ['K', 'q'] False
# expect: [0, 2, 4]
# expect: ([0, 1], ['v'])
# expect: [1, 2, 3]
# expect: {'a': <class 'int'>, 'b': 'str', 'c': list[int], 'return': None} {'c': 1} None
# expect: 2
# expect: 1
# expect: SyntaxError 'return' outside function 1 1
# expect: SyntaxError duplicate argument 'a' in function definition 1 10
# expect: SyntaxError nonlocal declaration not allowed at module level 1 1
# expect: SyntaxError '[' was never closed 1 5
# expect: SyntaxError 'tuple' is an illegal expression for augmented assignment 1 1
# expect: SyntaxError keyword argument repeated: a 1 8
# expect: SyntaxError 'break' outside loop 1 1
# expect: SyntaxError 'await' outside function 3 3
# expect: fin 0
# expect: fin 1
# expect: [0, 1]
# expect: 2-1-1-2
# expect: 3 7
# expect: kwonly() takes 0 positional arguments but 1 was given
# expect: kwonly() missing 1 required keyword-only argument: 'a'
# expect: <lambda>() missing 1 required positional argument: 'y'
# expect: ['a', 'b', 1, 2] {'a': 1, 'b': 2} True
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access local variable 'zz' where it is not associated with a value

# Recorded from CPython 3.11.7.
import functools, collections.abc, pickletools, pickle, io
@functools.singledispatch
def show(x): return 'object'
@show.register
def _(x: int | float): return 'number'
@show.register(collections.abc.Sequence)
def _(x): return 'sequence'
@show.register
def _(x: list): return 'list'
print(show(1), show(2.5), show('s'), show([]), show(()), show({}), show.dispatch(bool) is show.dispatch(int))
class A:
    @functools.singledispatchmethod
    def f(self, x): return 'any'
    @f.register
    @classmethod
    def _(cls, x: int): return cls.__name__
    def g(self, a, b, c=0): return a, b, c
    h = functools.partialmethod(g, 1, c=9)
    @functools.cached_property
    def p(self): print('once'); return 5
a = A(); print(a.f('x'), a.f(3), a.h(2), a.p, a.p)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: y - x)))
for bad in (lambda: show.register(1), lambda: functools.partialmethod(3), lambda: show()):
    try: bad()
    except TypeError as e: print(e)
def f(x): return x + 1
def g(x): return x * 10
f.__code__ = g.__code__; print(f(4), str.upper.__get__('ab')())
print([op.name for op, arg, pos in pickletools.genops(pickle.dumps([1, 'a'], 2))])
p = pickle.dumps((1, [2], {'k': 'v'}), 4); print(len(pickletools.optimize(p)) < len(p), pickle.loads(pickletools.optimize(p)))
# expect: number number sequence list sequence object True
# expect: once
# expect: any A (1, 2, 9) 5 5
# expect: [3, 2, 1]
# expect: Invalid first argument to `register()`: 1. Use either `@register(some_class)` or plain `@register` on an annotated function.
# expect: 3 is not callable or a descriptor
# expect: show requires at least 1 positional argument
# expect: 40 AB
# expect: ['PROTO', 'EMPTY_LIST', 'BINPUT', 'MARK', 'BININT1', 'BINUNICODE', 'BINPUT', 'APPENDS', 'STOP']
# expect: True (1, [2], {'k': 'v'})

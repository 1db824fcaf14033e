# Recorded from CPython 3.11.7.
import gc

# A class that lost its base, and the base is gone.
class Old:
    def m(self): return "old"


class New:
    def m(self): return "new"


class A(Old): pass


class C(A): pass


c = C()
print(c.m())
A.__bases__ = (New,)
del Old
gc.collect()
print(c.m(), [k.__name__ for k in C.__mro__])
for bases in [(), (C,), A, (3,)]:
    try:
        A.__bases__ = bases
    except TypeError as error:
        print(error)


class Odd(type):
    def mro(cls): return [cls, int, object]


try:
    class X(metaclass=Odd): pass
except TypeError as error:
    print(error)


def temporary():
    class T:
        def z(self): return "z"

    return T


class Fresh(type):
    def mro(cls): return [cls, temporary(), object]


class Y(metaclass=Fresh): pass


gc.collect()
print(Y().z())


# A descriptor outlives its class.
class S:
    __slots__ = ("x", "y")


d = S.__dict__["x"]
del S
gc.collect()
print(repr(d))

# What __del__ makes reachable again keeps its attributes.
keep = None


class R:
    def __del__(self):
        global keep
        keep = self


r = R()
r.me = r
r.l = [1, 2]
del r
gc.collect()
print(keep.me is keep, keep.l)


# A generator in a cycle runs its finally blocks.
def gen(items):
    try:
        yield 1
        yield items
    finally:
        print("finally")


items = []
it = gen(items)
next(it)
items.append(it)
del it, items
gc.collect()
print(gc.collect())


# Cycles through iterators, descriptors, subclasses of int, types of annotations and globals are found.
def cycles():
    class Number(int): pass

    n = Number(3)
    n.me = n
    t = list[Number]
    Number.alias = t
    Number.union = Number | None

    class Seq:
        def __getitem__(self, i): return i

    s = Seq()
    s.it = iter(s)
    exec("def f(): return f", {})
    e = ValueError("x")
    e.e = e
    e.args = (e,)


cycles()
print(gc.collect() > 0)
# expect: old
# expect: new ['C', 'A', 'New', 'object']
# expect: can only assign non-empty tuple to A.__bases__, not ()
# expect: a __bases__ item causes an inheritance cycle
# expect: can only assign tuple to A.__bases__, not type
# expect: A.__bases__ must be tuple of classes, not 'int'
# expect: mro() returned base with unsuitable layout ('int')
# expect: z
# expect: <member 'x' of 'S' objects>
# expect: True [1, 2]
# expect: finally
# expect: 0
# expect: True

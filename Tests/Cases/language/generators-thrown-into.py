# Recorded from CPython 3.11.7.
import traceback
def deco(f): return f

@deco
def g(a,
      b=1):
    x = 1
    yield x

async def co():
    return 1
for f in (g(1), co(), (i for i in [1])):
    try: f.throw(ValueError("x"))
    except ValueError as e:
        traceback.print_exc(); print(e.__traceback__.tb_next.tb_lineno)


# Chains whose generators wait in `except` and `finally` blocks: frames, handled exceptions, contexts.
import sys


def frames(error):
    out = []
    tb = error.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


def inner():
    try:
        yield 1
    except KeyError as e:
        print("inner handles", repr(e), repr(e.__context__))
        yield repr(sys.exception()) if hasattr(sys, "exception") else repr(sys.exc_info()[1])
    print("inner sees", sys.exc_info()[0])
    yield 3
    raise LookupError("inner ends")


def middle():
    try:
        raise ValueError("in middle")
    except ValueError as e:
        print("middle", sys.exc_info()[0].__name__)
        result = yield from inner()
        print("middle goes on", result, sys.exc_info()[0].__name__)


def outer():
    try:
        1 / 0
    except ZeroDivisionError:
        yield from middle()
    finally:
        print("outer ends", sys.exc_info()[0])


g = outer()
print(next(g))
print(g.throw(KeyError("k")))
print(next(g), sys.exc_info())
try:
    next(g)
except LookupError as e:
    print(frames(e))
    print(repr(e.__context__), repr(e.__context__.__context__))
    traceback.print_exc()

g = outer()
next(g)
try:
    g.throw(OSError("through"))
except OSError as e:
    print(frames(e), repr(e.__context__))
g = outer()
next(g)
print(g.close(), sys.exc_info())


async def waits():
    try:
        raise TypeError("t")
    except TypeError:
        await sleeps()


class sleeps:
    def __await__(self):
        try:
            yield "zzz"
        finally:
            print("woken", sys.exc_info()[0])


c = waits()
print(c.send(None))
try:
    c.throw(RuntimeError("r"))
except RuntimeError as e:
    print(frames(e), repr(e.__context__))
try:
    raise IndexError("around")
except IndexError:
    g = outer()
    print(next(g), sys.exc_info()[0].__name__)
    print(g.throw(KeyError("k")), sys.exc_info()[0].__name__)
    del g
    print(sys.exc_info()[0].__name__)
# expect: 5
# expect: 11
# expect: 13
# expect: middle ValueError
# expect: 1
# expect: inner handles KeyError('k') None
# expect: KeyError('k')
# expect: inner sees <class 'ValueError'>
# expect: 3 (None, None, None)
# expect: outer ends <class 'LookupError'>
# expect: [('<module>', 66), ('outer', 56), ('middle', 48), ('inner', 40)]
# expect: ValueError('in middle') ZeroDivisionError('division by zero')
# expect: middle ValueError
# expect: outer ends <class 'OSError'>
# expect: [('<module>', 75), ('outer', 56), ('middle', 48), ('inner', 34)] ZeroDivisionError('division by zero')
# expect: middle ValueError
# expect: outer ends <class 'GeneratorExit'>
# expect: None (None, None, None)
# expect: zzz
# expect: woken <class 'RuntimeError'>
# expect: [('<module>', 101), ('waits', 87), ('__await__', 93)] TypeError('t')
# expect: middle ValueError
# expect: 1 IndexError
# expect: inner handles KeyError('k') None
# expect: KeyError('k') IndexError
# expect: outer ends <class 'GeneratorExit'>
# expect: IndexError

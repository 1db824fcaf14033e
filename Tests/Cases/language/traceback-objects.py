# Recorded from CPython 3.11.7.
# Tracebacks and frames as objects: the same ones again, made by hand, cut and joined; frames of generators.
import sys
import types


def fails(n):
    if n:
        return fails(n - 1)
    raise ValueError("deep")


try:
    fails(2)
except ValueError as e:
    tb = e.__traceback__
    print(tb is e.__traceback__, tb.tb_next is tb.tb_next, tb.tb_next.tb_frame is tb.tb_next.tb_frame)
    lines = []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines)
    first = e.__traceback__
    print(e.with_traceback(first.tb_next).__traceback__ is first.tb_next)

frame = sys._getframe()
made = types.TracebackType(None, frame, frame.f_lasti, 77)
outer = types.TracebackType(made, frame, frame.f_lasti, 78)
print(outer.tb_lineno, outer.tb_next is made, made.tb_next)
try:
    made.tb_next = outer
except ValueError as e:
    print(e)
outer.tb_next = None
print(outer.tb_next)
for bad in (1, frame, 1, 1), (None, 1, 1, 1):
    try:
        types.TracebackType(*bad)
    except TypeError as e:
        print(e)


def caller():
    secret = 42
    return seen()


def seen():
    back = sys._getframe(1)
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)
    return back.f_locals["secret"], back.f_code.co_name, back.f_back.f_code.co_name


print(caller())


def numbers(a):
    b = a * 2
    yield b
    yield 2


g = numbers(4)
print(g.gi_frame.f_locals, g.gi_frame.f_lasti, g.gi_frame.f_back, g.gi_suspended)
next(g)
print(g.gi_frame.f_locals, g.gi_yieldfrom)
g.gi_frame.clear()
print(g.gi_frame, list(g))
g.__name__ = "renamed"
print(g.__name__, g.__qualname__)


def ring():
    try:
        raise ValueError(1)
    except ValueError as e:
        e.__context__ = e
        raise TypeError(2)


try:
    ring()
except TypeError as e:
    print(repr(e.__context__), e.__context__.__context__ is e.__context__)


def f(x, /, y=1, *, z):
    return x + y + z


code = f.__code__
twin = code.replace(co_name="renamed", co_firstlineno=500)
print(twin.co_name, twin.co_firstlineno, twin == code, code == code.replace(), hash(code) == hash(code.replace()))
f.__code__ = twin
print(f(1, z=2), type(code.co_code).__name__, code.co_stacksize > 0)
# expect: True True True
# expect: [('<module>', 14), ('fails', 9), ('fails', 9), ('fails', 10)]
# expect: True
# expect: 78 True None
# expect: traceback loop detected
# expect: None
# expect: expected traceback object or None, got 'int'
# expect: TracebackType() argument 'tb_frame' must be frame, not int
# expect: cannot clear an executing frame
# expect: (42, 'caller', '<module>')
# expect: {'a': 4} 0 None False
# expect: {'a': 4, 'b': 8} None
# expect: None []
# expect: renamed numbers
# expect: ValueError(1) True
# expect: renamed 500 False True True
# expect: 4 bytes True

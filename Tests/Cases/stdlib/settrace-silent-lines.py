# Recorded from CPython 3.11.7.
# Every line of the source that runs is told of, also those that need no instructions: a debugger may stop there.
import sys


def tracer(frame, event, arg):
    if frame.f_code.co_filename != tracer.__code__.co_filename:
        return None
    print(frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno)
    return tracer


def a():
    try:
        raise Exception("x")

    except Exception:
        pass

    finally:
        pass

def b():
    if 1:
        pass
    for i in [1,2]:
        pass
    while i:
        i-=1
        pass
    else:
        pass
    with open("/dev/null"):
        pass
    try:
        pass
    finally:
        pass
    if i:
        pass
    else:
        pass
def b2():
    x=1
    if x:
        pass
def b3():
    x=0
    "doc"
    3
    ...
    for i in ():
        continue
    for i in (1,2):
        if i==1:
            continue
        break
    return
def b4():
    try:
        1/0
    except TypeError:
        pass
    except ZeroDivisionError as e:
        pass
def b5():
    match 3:
        case 1:
            pass
        case 3:
            pass
    global zz
    nonlocal_ = 1
    assert True
    x: int
    def f(): pass
    f()
    class C: pass
    class D:
        def m(): pass
        pass
def b6():
    def g(): yield 1; return 3
    g_=g()
    try:
        while 1:
            g_.send(None)
    except StopIteration:
        pass
    [].append
    import os
    try:
        int("x")
    except ValueError:
        return
def decorated():
    def deco(a):
        def g(c): return c
        return g

    @deco(
        1
    )
    @deco(2)
    class A:
        x = 1
        y = 2
    @deco(3)
    def h(): pass
    h()
def stopped():
    def numbers():
        yield 1
        return 2

    for n in numbers():
        pass


def leaving():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                break
        finally:
            i
            4
    try:
        return 1
    finally:
        4


def mismatched():
    try:
        try:
            1 / 0
        except TypeError:
            pass
        finally:
            pass
    except* ZeroDivisionError:
        pass
    while 0:
        pass


sys.settrace(tracer)
for function in a, b, b2, b3, b4, b5, b6, decorated, stopped, leaving, mismatched:
    function()
sys.settrace(None)
# expect: a call 0
# expect: a line 1
# expect: a line 2
# expect: a exception 2
# expect: a line 4
# expect: a line 5
# expect: a line 8
# expect: a return 8
# expect: b call 0
# expect: b line 1
# expect: b line 2
# expect: b line 3
# expect: b line 4
# expect: b line 3
# expect: b line 4
# expect: b line 3
# expect: b line 5
# expect: b line 6
# expect: b line 7
# expect: b line 5
# expect: b line 6
# expect: b line 7
# expect: b line 5
# expect: b line 9
# expect: b line 10
# expect: b line 11
# expect: b line 10
# expect: b line 12
# expect: b line 13
# expect: b line 15
# expect: b line 16
# expect: b line 19
# expect: b return 19
# expect: b2 call 0
# expect: b2 line 1
# expect: b2 line 2
# expect: b2 line 3
# expect: b2 return 3
# expect: b3 call 0
# expect: b3 line 1
# expect: b3 line 2
# expect: b3 line 3
# expect: b3 line 4
# expect: b3 line 5
# expect: b3 line 7
# expect: b3 line 8
# expect: b3 line 9
# expect: b3 line 7
# expect: b3 line 8
# expect: b3 line 10
# expect: b3 line 11
# expect: b3 return 11
# expect: b4 call 0
# expect: b4 line 1
# expect: b4 line 2
# expect: b4 exception 2
# expect: b4 line 3
# expect: b4 line 5
# expect: b4 line 6
# expect: b4 return 6
# expect: b5 call 0
# expect: b5 line 1
# expect: b5 line 2
# expect: b5 line 4
# expect: b5 line 5
# expect: b5 line 7
# expect: b5 line 8
# expect: b5 line 10
# expect: b5 line 11
# expect: f call 0
# expect: f line 0
# expect: f return 0
# expect: b5 line 12
# expect: C call 0
# expect: C line 0
# expect: C return 0
# expect: b5 line 13
# expect: D call 0
# expect: D line 0
# expect: D line 1
# expect: D line 2
# expect: D return 2
# expect: b5 return 13
# expect: b6 call 0
# expect: b6 line 1
# expect: b6 line 2
# expect: b6 line 3
# expect: b6 line 4
# expect: b6 line 5
# expect: g call 0
# expect: g line 0
# expect: g return 0
# expect: b6 line 4
# expect: b6 line 5
# expect: g call 0
# expect: g return 0
# expect: b6 exception 5
# expect: b6 line 6
# expect: b6 line 7
# expect: b6 line 8
# expect: b6 line 9
# expect: b6 line 10
# expect: b6 line 11
# expect: b6 exception 11
# expect: b6 line 12
# expect: b6 line 13
# expect: b6 return 13
# expect: decorated call 0
# expect: decorated line 1
# expect: decorated line 5
# expect: decorated line 6
# expect: decorated line 5
# expect: deco call 0
# expect: deco line 1
# expect: deco line 2
# expect: deco return 2
# expect: decorated line 8
# expect: deco call 0
# expect: deco line 1
# expect: deco line 2
# expect: deco return 2
# expect: decorated line 9
# expect: A call 0
# expect: A line 0
# expect: A line 5
# expect: A line 6
# expect: A return 6
# expect: decorated line 8
# expect: g call 0
# expect: g line 0
# expect: g return 0
# expect: decorated line 5
# expect: g call 0
# expect: g line 0
# expect: g return 0
# expect: decorated line 9
# expect: decorated line 12
# expect: deco call 0
# expect: deco line 1
# expect: deco line 2
# expect: deco return 2
# expect: decorated line 13
# expect: decorated line 12
# expect: g call 0
# expect: g line 0
# expect: g return 0
# expect: decorated line 13
# expect: decorated line 14
# expect: h call 0
# expect: h line 1
# expect: h return 1
# expect: decorated return 14
# expect: stopped call 0
# expect: stopped line 1
# expect: stopped line 5
# expect: numbers call 0
# expect: numbers line 1
# expect: numbers return 1
# expect: stopped line 6
# expect: stopped line 5
# expect: numbers call 1
# expect: numbers line 2
# expect: numbers return 2
# expect: stopped exception 5
# expect: stopped return 5
# expect: leaving call 0
# expect: leaving line 1
# expect: leaving line 2
# expect: leaving line 3
# expect: leaving line 4
# expect: leaving line 8
# expect: leaving line 9
# expect: leaving line 1
# expect: leaving line 2
# expect: leaving line 3
# expect: leaving line 5
# expect: leaving line 6
# expect: leaving line 8
# expect: leaving line 9
# expect: leaving line 10
# expect: leaving line 11
# expect: leaving line 13
# expect: leaving return 13
# expect: mismatched call 0
# expect: mismatched line 1
# expect: mismatched line 2
# expect: mismatched line 3
# expect: mismatched exception 3
# expect: mismatched line 4
# expect: mismatched line 7
# expect: mismatched line 8
# expect: mismatched line 9
# expect: mismatched line 10
# expect: mismatched return 10

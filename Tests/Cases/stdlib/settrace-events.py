# Recorded from CPython 3.11.7.
import sys

seen = []


def tracer(frame, event, arg):
    line = frame.f_lineno - frame.f_code.co_firstlineno
    seen.append((frame.f_code.co_name, event, line, arg[0].__name__ if event == "exception" else arg))
    return tracer


def loops(x):
    y = x + 1
    for i in range(2):
        y += i
    while y > 2:
        y -= 1
    return y


def fails(n):
    return 1 / n


def catches():
    n = 0
    try:
        fails(n)
    except ZeroDivisionError:
        n = 1
    if n:
        n = 2


def gen():
    y = yield 1
    yield y


def factorial(n):
    if n == 0:
        return 1
    return n * factorial(n - 1)


def nested(n):
    if n:
        for x in nested(n - 1):
            yield x
    yield n


def closures():
    c = 1

    def inner():
        return c

    return inner()


def show(function, *args):
    seen.clear()
    sys.settrace(tracer)
    function(*args)
    sys.settrace(None)
    for event in seen:
        print(*event)


show(loops, 2)
show(catches)
show(closures)
show(factorial, 2)
show(lambda: list(nested(2)))
show(lambda: list(gen()))
print(sys.gettrace())
# expect: loops call 0 None
# expect: loops line 1 None
# expect: loops line 2 None
# expect: loops line 3 None
# expect: loops line 2 None
# expect: loops line 3 None
# expect: loops line 2 None
# expect: loops line 4 None
# expect: loops line 5 None
# expect: loops line 4 None
# expect: loops line 5 None
# expect: loops line 4 None
# expect: loops line 6 None
# expect: loops return 6 2
# expect: catches call 0 None
# expect: catches line 1 None
# expect: catches line 2 None
# expect: catches line 3 None
# expect: fails call 0 None
# expect: fails line 1 None
# expect: fails exception 1 ZeroDivisionError
# expect: fails return 1 None
# expect: catches exception 3 ZeroDivisionError
# expect: catches line 4 None
# expect: catches line 5 None
# expect: catches line 6 None
# expect: catches line 7 None
# expect: catches return 7 None
# expect: closures call 0 None
# expect: closures line 1 None
# expect: closures line 3 None
# expect: closures line 6 None
# expect: inner call 0 None
# expect: inner line 1 None
# expect: inner return 1 1
# expect: closures return 6 1
# expect: factorial call 0 None
# expect: factorial line 1 None
# expect: factorial line 3 None
# expect: factorial call 0 None
# expect: factorial line 1 None
# expect: factorial line 3 None
# expect: factorial call 0 None
# expect: factorial line 1 None
# expect: factorial line 2 None
# expect: factorial return 2 1
# expect: factorial return 3 1
# expect: factorial return 3 2
# expect: <lambda> call 0 None
# expect: <lambda> line 0 None
# expect: nested call 0 None
# expect: nested line 1 None
# expect: nested line 2 None
# expect: nested call 0 None
# expect: nested line 1 None
# expect: nested line 2 None
# expect: nested call 0 None
# expect: nested line 1 None
# expect: nested line 4 None
# expect: nested return 4 0
# expect: nested line 3 None
# expect: nested return 3 0
# expect: nested line 3 None
# expect: nested return 3 0
# expect: nested call 3 None
# expect: nested line 2 None
# expect: nested call 3 None
# expect: nested line 2 None
# expect: nested call 4 None
# expect: nested return 4 None
# expect: nested line 4 None
# expect: nested return 4 1
# expect: nested line 3 None
# expect: nested return 3 1
# expect: nested call 3 None
# expect: nested line 2 None
# expect: nested call 4 None
# expect: nested return 4 None
# expect: nested line 4 None
# expect: nested return 4 2
# expect: nested call 4 None
# expect: nested return 4 None
# expect: <lambda> return 0 [0, 1, 2]
# expect: <lambda> call 0 None
# expect: <lambda> line 0 None
# expect: gen call 0 None
# expect: gen line 1 None
# expect: gen return 1 1
# expect: gen call 1 None
# expect: gen line 2 None
# expect: gen return 2 None
# expect: gen call 2 None
# expect: gen return 2 None
# expect: <lambda> return 0 [1, None]
# expect: None

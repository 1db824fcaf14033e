# Recorded from CPython 3.11.7.
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            print("got", got)
            i = got
        else:
            i += 1
    return "finished"


g = count(5)
print(next(g), next(g), g.send(3), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
print(next(g, "default"))


def delegate():
    result = yield from count(2)
    print("result", result)
    yield from "ab"
    yield from [9]


print(list(delegate()))


def catcher():
    while True:
        try:
            yield
        except ValueError as error:
            print("inside", error)


c = catcher()
next(c)
c.throw(ValueError("thrown"))
c.close()


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for x in fib():
    if x > 50:
        break
    print(x, end=" ")
print()
try:
    g = count(1)
    g.send(1)
except TypeError as error:
    print(error)


def raises():
    yield 1
    raise StopIteration


try:
    list(raises())
except RuntimeError as error:
    print(error)
print(sum(i * i for i in fib_list) if (fib_list := [1, 2, 3]) else 0, type(g).__name__)
# expect: got 3
# expect: 0 1 3 4
# expect: stop finished
# expect: default
# expect: result finished
# expect: [0, 1, 'a', 'b', 9]
# expect: inside thrown
# expect: 0 1 1 2 3 5 8 13 21 34 
# expect: can't send non-None value to a just-started generator
# expect: generator raised StopIteration
# expect: 14 generator

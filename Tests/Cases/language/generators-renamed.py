# Recorded from CPython 3.11.7.
# A generator keeps the names and the code that its function had when it was called; dead ones are used again.
def numbers(n):
    for k in range(n):
        yield k


def letters(n):
    yield from 'ab'


first = numbers(2)
numbers.__name__ = 'other'
numbers.__qualname__ = 'very.other'
second = numbers(2)
print(first.__name__, first.__qualname__, second.__name__, second.__qualname__)
second.__name__ = 'mine'
print(second.__name__, numbers.__name__, next(first), next(second))
numbers.__code__ = letters.__code__
print(list(numbers(0)), list(first), list(second), first.gi_code.co_name)
try:
    numbers(1, 2)
except TypeError as error:
    print(error)


def made(k, factor=2):
    def inner(x, *, scale=1):
        return x * factor * scale + k

    inner.mark = k
    return inner, lambda: k


for k in range(3):
    f, g = made(k)
    print(f(1), f(1, scale=3), g(), f.mark, f.__kwdefaults__, g.__name__, hasattr(g, 'mark'))
print([sum(x * k for x in (1, 2, 3) if x > k) for k in range(4)], any(x > 2 for x in [1, 2, 3]))


def closing():
    try:
        yield 1
    finally:
        print('closed')


for k in range(2):
    for x in closing():
        break
    del x
g = (x for x in [1])
del g
print([(lambda: k)() for k in range(3)], list(x for x in (y for y in (z for z in range(3)))))
try:
    unbound = (q for q in missing)
except NameError as error:
    print(error)
# expect: numbers numbers other very.other
# expect: mine other 0 0
# expect: ['a', 'b'] [1] [1] numbers
# expect: very.other() takes 1 positional argument but 2 were given
# expect: 2 6 0 0 {'scale': 1} <lambda> False
# expect: 3 7 1 1 {'scale': 1} <lambda> False
# expect: 4 8 2 2 {'scale': 1} <lambda> False
# expect: [0, 5, 6, 0] True
# expect: closed
# expect: closed
# expect: [0, 1, 2] [0, 1, 2]
# expect: name 'missing' is not defined

# Recorded from CPython 3.11.7.
def numbers():
    n = 0
    while True:
        yield n
        n += 1


def take(n, source):
    for _, x in zip(range(n), source):
        yield x


evens = (x for x in numbers() if x % 2 == 0)
squares = (x * x for x in evens)
print(list(take(5, squares)))


def average():
    total, count, value = 0, 0, None
    while True:
        x = yield value
        total += x
        count += 1
        value = total / count


a = average()
next(a)
print([a.send(x) for x in (10, 20, 60)])


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


print(list(walk(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def chain(*iterables):
    for it in iterables:
        yield from it


print(list(chain("ab", [1], (2, 3), {4: 5}, range(2))))


def outer():
    try:
        result = yield from inner()
        yield result
    except ValueError as error:
        yield f"outer caught {error}"


def inner():
    try:
        yield 1
    except KeyError:
        yield "inner caught"
    return "returned"


g = outer()
print(next(g), g.throw(KeyError("k")), next(g))
g = outer()
print(next(g), g.throw(ValueError("v")))
# expect: [0, 4, 16, 36, 64]
# expect: [10.0, 15.0, 30.0]
# expect: [1, 2, 3, 4]
# expect: ['a', 'b', 1, 2, 3, 4, 0, 1]
# expect: 1 inner caught returned
# expect: 1 outer caught v

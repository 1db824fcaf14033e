# Recorded from CPython 3.11.7.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print([fib(i) for i in range(15)])


def hanoi(n, a, b, c):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


print(len(hanoi(6, "A", "B", "C")), hanoi(2, "A", "B", "C"))


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(even(200), odd(7))


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as error:
    print(error)


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4, []]]], 5])))
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
# expect: 63 [('A', 'B'), ('A', 'C'), ('B', 'C')]
# expect: True True
# expect: maximum recursion depth exceeded
# expect: [1, 2, 3, 4, 5]

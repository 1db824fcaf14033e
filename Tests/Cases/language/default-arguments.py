# Recorded from CPython 3.11.7.
def gather(x, into=[]):
    into.append(x)
    return into


print(gather(1), gather(2), gather(3, []))
n = 10


def late(x=n):
    return x


n = 20
print(late())


def outer(k):
    def inner(x, k=k * 2, *, m=k):
        return x, k, m

    return inner


print(outer(3)(1), outer(4)(1, m=0))
print([f() for f in [lambda i=i: i * i for i in range(4)]])
# expect: [1, 2] [1, 2] [3]
# expect: 10
# expect: (1, 6, 3) (1, 8, 0)
# expect: [0, 1, 4, 9]

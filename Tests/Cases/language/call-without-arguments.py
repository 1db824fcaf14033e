# Recorded from CPython 3.11.7.
# Calls without arguments of functions that have defaults, from inside of functions.
def keyword_only(*, x=5): return x


def variadic(*args, **kwargs): return args, kwargs


def default(x=[1]): return x


def generator(*, n=3):
    for i in range(n):
        yield i


def small(): return keyword_only()


def other():
    return variadic()


def third():
    a = default()
    b = keyword_only(x=keyword_only)
    return a, b()


def fourth(): return list(generator())


class C:
    def __init__(self, *, a=1, **rest):
        self.a, self.rest = a, rest

    @staticmethod
    def make(): return C()


def fifth(call): return call()


print(small(), other(), third(), fourth())
print(C.make().a, C.make().rest, fifth(C).a, fifth(keyword_only), fifth(variadic), fifth(lambda *, q=8: q))
print([f() for f in (small, other, third, fourth, keyword_only, variadic, default)])
# expect: 5 ((), {}) ([1], 5) [0, 1, 2]
# expect: 1 {} 1 5 ((), {}) 8
# expect: [5, ((), {}), ([1], 5), [0, 1, 2], 5, ((), {}), [1]]

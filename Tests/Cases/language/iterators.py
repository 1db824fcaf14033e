# Recorded from CPython 3.11.7.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)))
a, b, c = Countdown(3)
print(a, b, c, [*Countdown(2), *Countdown(1)], 2 in Countdown(3))
it = iter([1, 2])
print(next(it), next(it), next(it, None))
try:
    next(it)
except StopIteration:
    print("exhausted")
values = iter([3, 1, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))
try:
    iter(3)
except TypeError as error:
    print(error)
try:
    next([])
except TypeError as error:
    print(error)


class Bad:
    def __iter__(self):
        return 5


try:
    list(Bad())
except TypeError as error:
    print(error)
d = {"a": 1}
try:
    for k in d:
        d["b"] = 2
except RuntimeError as error:
    print(error)
print(list(zip(Countdown(3), "xyz")), list(map(str, Countdown(2))), dict(enumerate(Countdown(2))))
# expect: [3, 2, 1] 10 2
# expect: 3 2 1 [2, 1, 1] True
# expect: 1 2 None
# expect: exhausted
# expect: [3, 1] [5]
# expect: 'int' object is not iterable
# expect: 'list' object is not an iterator
# expect: iter() returned non-iterator of type 'int'
# expect: dictionary changed size during iteration
# expect: [(3, 'x'), (2, 'y'), (1, 'z')] ['2', '1'] {0: 2, 1: 1}

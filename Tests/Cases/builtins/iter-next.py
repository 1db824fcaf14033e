# Recorded from CPython 3.11.7.
it = iter("abc")
print(next(it), next(it), next(it), next(it, "end"))
print(list(iter([1, 2])), list(iter({"a": 1})), type(iter("")).__name__, type(iter(())).__name__)
print(iter(it) is it, sorted(iter({3, 1})))
n = 0


def step():
    global n
    n += 1
    return n


print(list(iter(step, 4)))
print(list(map(None.__class__, [])), list(zip(range(3), iter("xyz"))))
e = enumerate(["a"])
print(next(e), next(e, None))
import itertools

print(list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.chain([1], "a", (2,))))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))
print([*iter([])], max(iter([1, 3, 2])), sum(iter((1, 2))), dict(iter([("k", "v")])))
r = reversed([1, 2, 3])
print(next(r), list(r), next(r, "done"))
# expect: a b c end
# expect: [1, 2] ['a'] str_ascii_iterator tuple_iterator
# expect: True [1, 3]
# expect: [1, 2, 3]
# expect: [] [(0, 'x'), (1, 'y'), (2, 'z')]
# expect: (0, 'a') None
# expect: [5, 7, 9] [1, 'a', 2]
# expect: [(1, 2), (3, 4)]
# expect: [] 3 3 {'k': 'v'}
# expect: 3 [2, 1] done

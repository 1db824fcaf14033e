# Recorded from CPython 3.11.7.
import functools
import itertools
import operator

print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [], 1), functools.partial(int, base=2)("101"))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits > 0)


@functools.total_ordering
class T:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(T(1) <= T(1), T(2) > T(1))
i = itertools
print(list(i.product("ab", [1, 2])), list(i.permutations([1, 2, 3], 2)), list(i.combinations("abc", 2)), list(i.combinations_with_replacement("ab", 2)))
print(list(i.accumulate([1, 2, 3])), list(i.chain.from_iterable(["ab", "c"])), list(i.compress("abc", [1, 0, 1])), list(i.dropwhile(lambda x: x < 2, [1, 2, 1])), list(i.takewhile(lambda x: x < 2, [1, 2, 1])))
print([(k, list(g)) for k, g in i.groupby("aabbb")], list(i.islice(i.cycle("ab"), 5)), list(i.repeat(1, 3)), list(i.starmap(pow, [(2, 3)])), list(i.zip_longest("ab", "c", fillvalue="-")), list(i.pairwise([1, 2, 3])))
a, b = i.tee(iter([1, 2]))
print(list(a), list(b), list(i.filterfalse(bool, [0, 1])), operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3), operator.methodcaller("upper")("a"))
# expect: 6 1 5
# expect: 23416728348467685 True
# expect: True True
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
# expect: [1, 3, 6] ['a', 'b', 'c'] ['a', 'c'] [2, 1] [1]
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b'])] ['a', 'b', 'a', 'b', 'a'] [1, 1, 1] [8] [('a', 'c'), ('b', '-')] [(1, 2), (2, 3)]
# expect: [1, 2] [1, 2] [0] ('b', 'a') 3 A

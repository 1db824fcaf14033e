# Recorded from CPython 3.11.7.
# Iterators can be copied and pickled where they stand, and lose nothing by it.
import copy
import itertools
import pickle

made = [iter([1, 2, 3]), iter((1, 2, 3)), iter("abc"), iter(range(2, 9, 3)), reversed([1, 2, 3]), enumerate("abc", 5),
        zip("ab", [1, 2]), map(str.upper, "abc"), filter(None, [0, 1, 2]),
        itertools.chain("ab", "cd"), itertools.islice("abcdef", 1, 5, 2), itertools.combinations("abc", 2),
        itertools.permutations("abc", 2), itertools.product("ab", repeat=2), itertools.accumulate([1, 2, 3]),
        itertools.takewhile(str.isalpha, "ab1c"), itertools.dropwhile(str.isalpha, "ab1c"), itertools.compress("abc", [1, 0, 1]),
        itertools.zip_longest("ab", "c"), itertools.starmap(pow, [(2, 3), (3, 2)]), itertools.count(3), itertools.repeat("x", 3)]
for it in made:
    next(it)
    other = pickle.loads(pickle.dumps(it))
    print(type(other).__name__, list(itertools.islice(other, 4)), list(itertools.islice(copy.copy(it), 1)))
    print("   ", list(itertools.islice(it, 4)))
first, second = itertools.tee("abc")
next(first)
print(list(copy.copy(first)), list(first), list(second))
print([(k, list(g)) for k, g in itertools.groupby("aabbbc")])
# expect: list_iterator [2, 3] [2]
# expect:     [2, 3]
# expect: tuple_iterator [2, 3] [2]
# expect:     [2, 3]
# expect: str_ascii_iterator ['b', 'c'] ['b']
# expect:     ['b', 'c']
# expect: range_iterator [5, 8] [5]
# expect:     [5, 8]
# expect: list_reverseiterator [2, 1] [2]
# expect:     [2, 1]
# expect: enumerate [(6, 'b'), (7, 'c')] [(6, 'b')]
# expect:     [(6, 'c')]
# expect: zip [('b', 2)] [('b', 2)]
# expect:     []
# expect: map ['B', 'C'] ['B']
# expect:     ['C']
# expect: filter [2] [2]
# expect:     []
# expect: chain ['b', 'c', 'd'] ['b']
# expect:     ['c', 'd']
# expect: islice ['d'] ['d']
# expect:     ['f']
# expect: combinations [('a', 'c'), ('b', 'c')] [('a', 'c')]
# expect:     [('a', 'c'), ('b', 'c')]
# expect: permutations [('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')] [('a', 'c')]
# expect:     [('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')]
# expect: product [('a', 'b'), ('b', 'a'), ('b', 'b')] [('a', 'b')]
# expect:     [('a', 'b'), ('b', 'a'), ('b', 'b')]
# expect: accumulate [3, 6] [3]
# expect:     [4]
# expect: takewhile ['b'] ['b']
# expect:     []
# expect: dropwhile ['c'] ['c']
# expect:     []
# expect: compress ['c'] ['c']
# expect:     []
# expect: zip_longest [('b', None)] [('b', None)]
# expect:     []
# expect: starmap [9] [9]
# expect:     []
# expect: count [4, 5, 6, 7] [4]
# expect:     [4, 5, 6, 7]
# expect: repeat ['x', 'x'] ['x']
# expect:     ['x', 'x']
# expect: ['b', 'c'] ['b', 'c'] ['a', 'b', 'c']
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])]

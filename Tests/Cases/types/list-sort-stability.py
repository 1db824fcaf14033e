# Recorded from CPython 3.11.7.
words = "The quick brown fox jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(i % 3, i) for i in range(10)]
pairs.sort(key=lambda p: p[0])
print(pairs)
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
print(sorted([True, False, 2, 1.5]), sorted(["10", "9", "1"]), sorted(["10", "9", "1"], key=int), sorted([(2, "b"), (2, "a"), (1, "z")]))


class K:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"K{self.n}"


print(sorted([K(3), K(1), K(2)]), max(K(1), K(9)), min([K(4), K(2)]))


def bad(x):
    raise ValueError(f"key {x}")


x = [3, 1, 2]
try:
    x.sort(key=bad)
except ValueError as error:
    print(error, x)
big = [(i * 7919 + 13) % 1009 for i in range(3000)]
s = sorted(big)
print(all(a <= b for a, b in zip(s, s[1:])), s[:3], s[-3:], sorted(s, reverse=True)[:2], sorted(big, key=lambda v: -v)[:2])
# expect: ['The', 'brown', 'dog', 'fox', 'jumps', 'lazy', 'over', 'quick', 'the'] ['brown', 'dog', 'fox', 'jumps', 'lazy', 'over', 'quick', 'The', 'the'] ['The', 'fox', 'the', 'dog', 'over', 'lazy', 'quick', 'brown', 'jumps'] ['quick', 'brown', 'jumps', 'over', 'lazy', 'The', 'fox', 'the', 'dog']
# expect: [(0, 0), (0, 3), (0, 6), (0, 9), (1, 1), (1, 4), (1, 7), (2, 2), (2, 5), (2, 8)]
# expect: [(2, 2), (2, 5), (2, 8), (1, 1), (1, 4), (1, 7), (0, 0), (0, 3), (0, 6), (0, 9)]
# expect: [False, True, 1.5, 2] ['1', '10', '9'] ['1', '9', '10'] [(1, 'z'), (2, 'a'), (2, 'b')]
# expect: [K1, K2, K3] K9 K2
# expect: key 3 [3, 1, 2]
# expect: True [0, 0, 0] [1008, 1008, 1008] [1008, 1008] [1008, 1008]

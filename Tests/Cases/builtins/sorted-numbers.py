# Recorded from CPython 3.11.7.
# Many numbers in no order: whichever way they are sorted, the order is that of comparisons, and equal ones stay in place.
def numbers(n, seed=12345):
    x = seed
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        yield x >> 11


def ordered(items, less):
    return all(not less(b, a) for a, b in zip(items, items[1:]))


def text(items):
    h = 0
    for item in items:
        h = (h * 31 + int(item)) % 1000000007
    return h


for n in (10, 127, 128, 500, 3000, 40000):
    plain = [v % 1000003 - 500000 for v in numbers(n)]
    wide = [(v << 10) - 2 ** 62 for v in numbers(n, 7)]
    wide[n // 2], wide[0], wide[-1] = -2 ** 63, 2 ** 63 - 1, 0
    for data in (plain, wide, [v % 3 for v in plain], [5] * n, list(range(n)), list(range(n, 0, -1))):
        up, down = sorted(data), sorted(data, reverse=True)
        assert ordered(up, lambda a, b: a < b) and up == down[::-1] and len(up) == n
        assert text(up) == text(sorted(up)) and sum(up) == sum(data)
    print(n, text(sorted(plain)), text(sorted(wide)))

# A key decides, and what is equal by it keeps its order, backwards as well.
words = [f'{v % 97}:{i}' for i, v in enumerate(numbers(5000))]
by_key = sorted(words, key=lambda w: int(w.split(':')[0]))
print(by_key[:3], by_key[-2:])
by_key = sorted(words, key=lambda w: int(w.split(':')[0]), reverse=True)
print(by_key[:3], by_key[-2:])

# Floats: both zeros are equal, infinities are ends, and without a nan the order is whole.
floats = [(v % 2000 - 1000) / 8 for v in numbers(3000)] + [float('inf'), -0.0, 0.0, float('-inf'), 1e-320, -1e308]
print([str(f) for f in sorted(floats) if f == 0][:4], sorted(floats)[0], sorted(floats)[-1])
zeros = [0.0, -0.0, -0.0, 0.0] * 100 + [1.5, -1.5] * 20
print([str(f) for f in sorted(zeros)][38:46], [str(f) for f in sorted(zeros, reverse=True)][38:46])
mixed = sorted([float('nan')] + [float(v % 100) for v in numbers(300)])
print(len(mixed))

# Pairs: by the first, then by the second; other tuples in between.
pairs = [(v % 256, (v >> 8) % 1000 - 500) for v in numbers(4000)]
print(sorted(pairs)[:3], sorted(pairs)[-2:], sorted(pairs) == sorted(sorted(pairs), key=lambda p: p))
print(sorted(pairs, reverse=True)[:3], sorted(pairs, reverse=True) == sorted(pairs)[::-1])
pairs += [(5, -501, 'x'), (5,), (5, True)]
print([p for p in sorted(pairs) if p[0] == 5][:4])
indexed = [((v % 10, v % 7), i) for i, v in enumerate(numbers(2000))]
kept = [i for _, i in sorted(indexed, key=lambda p: p[0])]
print(kept[:8], [i for _, i in sorted(indexed, key=lambda p: p[0], reverse=True)][:8])
# expect: 10 13363358 907314477
# expect: 127 309470516 534484086
# expect: 128 904833709 187186188
# expect: 500 417691815 657592556
# expect: 3000 383395875 322485336
# expect: 40000 650305120 800189730
# expect: ['0:19', '0:150', '0:222'] ['96:4721', '96:4957']
# expect: ['96:52', '96:158', '96:203'] ['0:4970', '0:4984']
# expect: ['0.0', '-0.0', '0.0'] -inf inf
# expect: ['-0.0', '0.0', '0.0', '-0.0', '-0.0', '0.0', '0.0', '-0.0'] ['-0.0', '0.0', '0.0', '-0.0', '-0.0', '0.0', '0.0', '-0.0']
# expect: 301
# expect: [(0, -474), (0, -279), (0, -196)] [(255, 260), (255, 323)] True
# expect: [(255, 323), (255, 260), (255, 212)] True
# expect: [(5,), (5, -501, 'x'), (5, -489), (5, -352)]
# expect: [18, 88, 89, 102, 103, 108, 190, 247] [40, 47, 114, 287, 298, 466, 473, 583]

# Recorded from CPython 3.11.7.
# Many keys whose hashes are alike in their lower or upper bits, removed and added again.
class Alike:
    def __init__(self, n, h):
        self.n, self.h = n, h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f'A{self.n}'


for name, keys in {
    'dense': list(range(3000)),
    'multiples': [i * 4096 for i in range(3000)],
    'high': [i << 40 for i in range(3000)],
    'negative': [-i * 65536 - 2 for i in range(3000)],
    'texts': [f'key{i}' for i in range(3000)],
    'pairs': [(i % 50, i // 50) for i in range(3000)],
    'floats': [i / 16 for i in range(3000)],
    'one hash': [Alike(i, 7) for i in range(150)],
    'few hashes': [Alike(i, i % 5 << 33) for i in range(200)],
}.items():
    d = {k: i for i, k in enumerate(keys)}
    assert all(d[k] == i for i, k in enumerate(keys)) and len(d) == len(keys)
    for k in keys[::3]:
        del d[k]
    assert all((k in d) == (i % 3 != 0) for i, k in enumerate(keys))
    for k in keys[::6]:
        d[k] = -1
    order = list(d)
    assert len(d) == len(order) == sum(1 for i in range(len(keys)) if i % 3 or i % 6 == 0)
    copied = d.copy()
    for k in order[: len(order) // 2]:
        assert copied.pop(k) == d[k]
    last = copied.popitem()
    s = set(keys)
    s -= set(keys[::2])
    s |= set(keys[::4])
    print(name, order[:2], order[-2:], len(copied), last, len(s), keys[4] in s, keys[2] in s)


# A comparison that changes the dict while it is searched.
class Changing:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if d.get('armed'):
            d['armed'] = False
            for i in range(100):
                d[i + 1000] = i
        return isinstance(other, Changing) and self.n == other.n


for size in (3, 40):
    d = {Changing(i): i for i in range(size)}
    d['armed'] = True
    print(d[Changing(size - 1)], len(d))


class Counted(dict):
    def __missing__(self, key):
        self[key] = made = len(self)
        return made


c = Counted()
print([c[k] for k in 'abcab'], c, c.get('z'))
d = {1: 'int', True: 'bool', 1.0: 'float', '1': 'text'}
print(d, d[1 + 0j], hash('a') == hash('a'[:]), {'a', 'a'[:]})
# expect: dense [1, 2] [2988, 2994] 1249 (2994, -1) 2250 True False
# expect: multiples [4096, 8192] [12238848, 12263424] 1249 (12263424, -1) 2250 True False
# expect: high [1099511627776, 2199023255552] [3285340743794688, 3291937813561344] 1249 (3291937813561344, -1) 2250 True False
# expect: negative [-65538, -131074] [-195821570, -196214786] 1249 (-196214786, -1) 2250 True False
# expect: texts ['key1', 'key2'] ['key2988', 'key2994'] 1249 ('key2994', -1) 2250 True False
# expect: pairs [(1, 0), (2, 0)] [(38, 59), (44, 59)] 1249 ((44, 59), -1) 2250 True False
# expect: floats [0.0625, 0.125] [186.75, 187.125] 1249 (187.125, -1) 2250 True False
# expect: one hash [A1, A2] [A138, A144] 62 (A144, -1) 113 True False
# expect: few hashes [A1, A2] [A192, A198] 83 (A198, -1) 150 True False
# expect: 2 104
# expect: 39 141
# expect: [0, 1, 2, 0, 1] {'a': 0, 'b': 1, 'c': 2} None
# expect: {1: 'float', '1': 'text'} float True {'a'}

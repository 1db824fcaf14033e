# Recorded from CPython 3.11.7.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(list(d), d)
del d["b"]
d["b"] = 4
print(list(d.items()), next(iter(d)), next(reversed(d)), list(reversed(d.values())))
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 2) in i, ("a", 3) in i)
d["z"] = 0
print(list(k), sorted(k - {"a"}), k & ["a", "q"], k ^ {"a", "n"} == {"b", "c", "z", "n"}, k == {"a", "b", "c", "z"}, k.isdisjoint({"q"}), i - {("a", 2)} == {("b", 4), ("c", 3), ("z", 0)})
print(sorted(d, key=d.get), max(d, key=lambda x: d[x]), sum(d.values()), {v: k for k, v in d.items()}, dict(sorted(d.items())), [*d], {**d} == d)
try:
    for key in d:
        del d[key]
except RuntimeError as error:
    print(error)
try:
    for key in list(d):
        d.pop(key)
finally:
    print(d)
a, b = {1: "x"}, {1: "y", 2: "z"}
print(a | b, b | a, a, {**b, **a})
a |= [(3, "w")]
print(a, {True: 1, 1: 2, 1.0: 3}, {(): 0, frozenset(): 1})
# expect: ['b', 'a', 'c'] {'b': 10, 'a': 2, 'c': 3}
# expect: [('a', 2), ('c', 3), ('b', 4)] a b [4, 3, 2]
# expect: dict_keys(['a', 'c', 'b']) dict_values([2, 3, 4]) dict_items([('a', 2), ('c', 3), ('b', 4)]) 3 True True True False
# expect: ['a', 'c', 'b', 'z'] ['b', 'c', 'z'] {'a'} True True True True
# expect: ['z', 'a', 'c', 'b'] b 9 {2: 'a', 3: 'c', 4: 'b', 0: 'z'} {'a': 2, 'b': 4, 'c': 3, 'z': 0} ['a', 'c', 'b', 'z'] True
# expect: dictionary changed size during iteration
# expect: {}
# expect: {1: 'y', 2: 'z'} {1: 'x', 2: 'z'} {1: 'x'} {1: 'x', 2: 'z'}
# expect: {1: 'x', 3: 'w'} {True: 3} {(): 0, frozenset(): 1}

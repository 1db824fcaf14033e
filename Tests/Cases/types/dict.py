# Recorded from CPython 3.11.7.
d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, list(d), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("q", None), d, d.setdefault("d", []), d.setdefault("b", 9), d)
d.update({"b": 20}, e=5)
d.update([("f", 6)])
print(d, d.popitem(), list(d.keys()), dict(a=1), dict([(1, 2)]), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), dict({"x": 1}, y=2))
del d["b"]
c = d.copy()
c["new"] = 1
print(d, c, d == c, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: 1} | {2: 2}, d != c)
d |= {"g": 7}
print(d, {**d, "h": 8}, list(reversed(d)), {1: "a", 1.0: "b", True: "c"}, {(1, 2): [3]}, {None: None})
k = d.keys()
d["late"] = 1
print(k, len(k), "late" in k, d.items(), d.values(), {"a": 1}.keys() & {"a", "b"}, {"a": 1}.keys() | {"z"} == {"a", "z"})
for key, value in sorted({"y": 1, "x": 2}.items()):
    print(key, value, end=" ")
print()
for bad in (lambda: d["none"], lambda: {}.popitem(), lambda: d[[]], lambda: {}.pop("k"), lambda: dict(5), lambda: dict([1]), lambda: {} < {}, lambda: d.nothing):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
d.clear()
print(d, bool(d), {i: i * i for i in range(5)}, {}.get("x"), max({"a": 3, "b": 5}, key={"a": 3, "b": 5}.get))
n = {}
n["self"] = n
print(n)
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:3], big[999], 500 in big)


class D(dict):
    def __missing__(self, key):
        return key * 2


print(D(a=1)["b"], D(a=1)["a"], D().get("x"))
# expect: {'a': 1, 'b': 2, 'c': 3} 3 1 None 0 True ['a', 'b', 'c'] [1, 2, 3] [('a', 1), ('b', 2), ('c', 3)]
# expect: 1 None {'b': 2, 'c': 3, 'd': []} [] 2 {'b': 2, 'c': 3, 'd': []}
# expect: {'b': 20, 'c': 3, 'd': [], 'e': 5} ('f', 6) ['b', 'c', 'd', 'e'] {'a': 1} {1: 2} {'a': 1, 'b': 2} {'a': 0, 'b': 0} {'x': 1, 'y': 2}
# expect: {'c': 3, 'd': [], 'e': 5} {'c': 3, 'd': [], 'e': 5, 'new': 1} False True {1: 1, 2: 2} True
# expect: {'c': 3, 'd': [], 'e': 5, 'g': 7} {'c': 3, 'd': [], 'e': 5, 'g': 7, 'h': 8} ['g', 'e', 'd', 'c'] {1: 'c'} {(1, 2): [3]} {None: None}
# expect: dict_keys(['c', 'd', 'e', 'g', 'late']) 5 True dict_items([('c', 3), ('d', []), ('e', 5), ('g', 7), ('late', 1)]) dict_values([3, [], 5, 7, 1]) {'a'} True
# expect: x 2 y 1 
# expect: KeyError 'none'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: TypeError unhashable type: 'list'
# expect: KeyError 'k'
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: AttributeError 'dict' object has no attribute 'nothing'
# expect: {} False {0: 0, 1: 1, 2: 4, 3: 9, 4: 16} None b
# expect: {'self': {...}}
# expect: 500 [1, 3, 5] 999 False
# expect: bb 1 None

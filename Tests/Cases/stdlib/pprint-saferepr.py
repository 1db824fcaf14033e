# Recorded from CPython 3.11.7.
# Text of objects on one line, and what is said about it.
import pprint

a = [1, "x", (2,), {"k": [3.5, None]}, {1, }, b"y", ..., range(3)]
loop = [1]
loop.append(loop)
pair = {"a": loop}


class L(list):
    pass


class R(list):
    def __repr__(self): return "<R>"


class N(int):
    pass


for thing in (a, [], (), {}, [object], [lambda: 0], L([1, 2]), R([1]), [R()], N(5), {2: 1, 1: 2}, {"b": 1, "a": 2}, {1: 2, "a": 3},
              [[[[1]]]], "text", 10 ** 30, True):
    shown = pprint.saferepr(thing)
    print(shown if " at 0x" not in shown else "...", pprint.isreadable(thing), pprint.isrecursive(thing))
for thing in (loop, pair, [loop, loop]):
    print(pprint.saferepr(thing).replace(str(id(loop)), "ID"), pprint.isreadable(thing), pprint.isrecursive(thing))
p = pprint.PrettyPrinter(depth=2)
print(p._safe_repr([1, [2, [3, [4]]], {"a": {"b": {}}}], {}, 2, 0))
print(pprint.PrettyPrinter(underscore_numbers=True).format([123456], {}, 0, 0))


class P(pprint.PrettyPrinter):
    def format(self, thing, context, maxlevels, level):
        text, readable, recursive = super().format(thing, context, maxlevels, level)
        return "*" + text, readable, recursive


print(P().pformat([1, [2]]), P()._safe_repr([1, [2]], {}, 0, 0))
# expect: [1, 'x', (2,), {'k': [3.5, None]}, {1}, b'y', Ellipsis, range(0, 3)] True False
# expect: [] True False
# expect: () True False
# expect: {} True False
# expect: [<class 'object'>] False False
# expect: ... False False
# expect: [1, 2] True False
# expect: <R> False False
# expect: [<R>] False False
# expect: 5 True False
# expect: {1: 2, 2: 1} True False
# expect: {'a': 2, 'b': 1} True False
# expect: {1: 2, 'a': 3} True False
# expect: [[[[1]]]] True False
# expect: 'text' True False
# expect: 1000000000000000000000000000000 True False
# expect: True True False
# expect: [1, <Recursion on list with id=ID>] False True
# expect: {'a': [1, <Recursion on list with id=ID>]} False True
# expect: [[1, <Recursion on list with id=ID>], [1, <Recursion on list with id=ID>]] False True
# expect: ("[1, [2, [...]], {'a': {...}}]", False, False)
# expect: ('[123_456]', True, False)
# expect: *[*1, *[*2]] ('[*1, *[*2]]', True, False)

# Recorded from CPython 3.11.7.
import collections
import pprint


class Own(dict):
    pass


class Shown(list):
    def __repr__(self):
        return "<shown>"


class Printer(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int):
            return hex(object), True, False
        return super().format(object, context, maxlevels, level)


loop = [1]
loop.append(loop)
values = [{"b": 1, "a": [1, (2,), ()]}, {3: 1, 1: 2}, {1: 1, "a": 2, None: 3}, Own(b=1, a=2), Shown([1]), {1, 2}, frozenset([3]),
          [[[[]]]], (1,), [], {}, b"x" * 5, 1.5, None, True, "it's", {"k" * 30: ["v" * 30] * 2}, collections.OrderedDict(a=1),
          [("string", (1, 2), [3, 4], {5: 6, 7: 8})] * 3, {(1, 2): 3, (0, 5): 4}, 10 ** 30, {True: 1, False: 0}]
for value in values:
    pprint.pprint(value, width=40)
    print(pprint.pformat(value, depth=1), pprint.pformat(value, compact=True, sort_dicts=False)[:60])
print(pprint.pformat(loop)[:24], pprint.isrecursive(loop), pprint.isreadable(values[0]), pprint.saferepr(values[0]))
print(Printer().pformat([10, {11: 12}]), pprint.pformat([1000000], underscore_numbers=True))
# expect: {'a': [1, (2,), ()], 'b': 1}
# expect: {'a': [...], 'b': 1} {'b': 1, 'a': [1, (2,), ()]}
# expect: {1: 2, 3: 1}
# expect: {1: 2, 3: 1} {3: 1, 1: 2}
# expect: {None: 3, 1: 1, 'a': 2}
# expect: {None: 3, 1: 1, 'a': 2} {1: 1, 'a': 2, None: 3}
# expect: {'a': 2, 'b': 1}
# expect: {'a': 2, 'b': 1} {'b': 1, 'a': 2}
# expect: <shown>
# expect: <shown> <shown>
# expect: {1, 2}
# expect: {1, 2} {1, 2}
# expect: frozenset({3})
# expect: frozenset({3}) frozenset({3})
# expect: [[[[]]]]
# expect: [[...]] [[[[]]]]
# expect: (1,)
# expect: (1,) (1,)
# expect: []
# expect: [] []
# expect: {}
# expect: {} {}
# expect: b'xxxxx'
# expect: b'xxxxx' b'xxxxx'
# expect: 1.5
# expect: 1.5 1.5
# expect: None
# expect: None None
# expect: True
# expect: True True
# expect: "it's"
# expect: "it's" "it's"
# expect: {'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': ['vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
# expect:                                     'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv']}
# expect: {'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': [...]} {'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': ['vvvvvvvvvvvvvvvvvvvvvvv
# expect: OrderedDict([('a', 1)])
# expect: OrderedDict([('a', 1)]) OrderedDict([('a', 1)])
# expect: [('string',
# expect:   (1, 2),
# expect:   [3, 4],
# expect:   {5: 6, 7: 8}),
# expect:  ('string',
# expect:   (1, 2),
# expect:   [3, 4],
# expect:   {5: 6, 7: 8}),
# expect:  ('string',
# expect:   (1, 2),
# expect:   [3, 4],
# expect:   {5: 6, 7: 8})]
# expect: [(...), (...), (...)] [('string', (1, 2), [3, 4], {5: 6, 7: 8}),
# expect:  ('string', (1, 2
# expect: {(0, 5): 4, (1, 2): 3}
# expect: {(...): 4, (...): 3} {(1, 2): 3, (0, 5): 4}
# expect: 1000000000000000000000000000000
# expect: 1000000000000000000000000000000 1000000000000000000000000000000
# expect: {False: 0, True: 1}
# expect: {False: 0, True: 1} {True: 1, False: 0}
# expect: [1, <Recursion on list w True True {'a': [1, (2,), ()], 'b': 1}
# expect: [0xa, {0xb: 0xc}] [1_000_000]

# Recorded from CPython 3.11.7.
import collections
import dataclasses
import pprint
import types

words = "the quick brown fox jumped over a lazy dog".split()
pprint.pprint(dict(zip(words, range(9))))
pprint.pprint(dict(zip(words, range(9))), width=40, compact=True, sort_dicts=False)
pprint.pprint([list(range(40)), {"k": tuple(words)}], compact=True, indent=4, width=60)
pprint.pprint(collections.Counter("senselessness"), width=1)
pprint.pprint(collections.OrderedDict(zip(words, range(9))))
pprint.pprint(collections.defaultdict(int, zip(words, range(9))))
pprint.pprint(collections.deque(zip(words, range(9)), maxlen=7))
pprint.pprint(collections.ChainMap(dict(zip(words, range(5))), {1: "x" * 60}))
pprint.pprint(types.SimpleNamespace(**{word: word * 3 for word in words}))
pprint.pprint(types.MappingProxyType(dict(zip(words, range(9)))))
pprint.pprint({"text": "the quick brown fox jumped over the lazy dog " * 3, "b": bytes(range(60))}, width=50)
pprint.pprint("a\nb\n" * 3, width=4)
pprint.pprint({frozenset(range(30)), frozenset(words)}, width=70)


@dataclasses.dataclass
class Point:
    name: str
    values: list
    hidden: int = dataclasses.field(default=0, repr=False)


pprint.pprint(Point("n" * 40, list(range(20))))
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).replace(str(id(loop)), "ID"), pprint.isrecursive(loop), pprint.isreadable(loop))
pprint.pprint([[[[1]]], {"a": {"b": {"c": 1}}}], depth=2)
pprint.pp({"z": 10 ** 9, "a": 1}, underscore_numbers=True)
for arguments in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.PrettyPrinter(**arguments)
    except ValueError as error:
        print(error)
# expect: {'a': 6,
# expect:  'brown': 2,
# expect:  'dog': 8,
# expect:  'fox': 3,
# expect:  'jumped': 4,
# expect:  'lazy': 7,
# expect:  'over': 5,
# expect:  'quick': 1,
# expect:  'the': 0}
# expect: {'the': 0,
# expect:  'quick': 1,
# expect:  'brown': 2,
# expect:  'fox': 3,
# expect:  'jumped': 4,
# expect:  'over': 5,
# expect:  'a': 6,
# expect:  'lazy': 7,
# expect:  'dog': 8}
# expect: [   [   0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
# expect:         15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
# expect:         28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39],
# expect:     {   'k': (   'the', 'quick', 'brown', 'fox', 'jumped',
# expect:                  'over', 'a', 'lazy', 'dog')}]
# expect: Counter({'s': 6,
# expect:          'e': 4,
# expect:          'n': 2,
# expect:          'l': 1})
# expect: OrderedDict([('the', 0),
# expect:              ('quick', 1),
# expect:              ('brown', 2),
# expect:              ('fox', 3),
# expect:              ('jumped', 4),
# expect:              ('over', 5),
# expect:              ('a', 6),
# expect:              ('lazy', 7),
# expect:              ('dog', 8)])
# expect: defaultdict(<class 'int'>,
# expect:             {'a': 6,
# expect:              'brown': 2,
# expect:              'dog': 8,
# expect:              'fox': 3,
# expect:              'jumped': 4,
# expect:              'lazy': 7,
# expect:              'over': 5,
# expect:              'quick': 1,
# expect:              'the': 0})
# expect: deque([('brown', 2),
# expect:        ('fox', 3),
# expect:        ('jumped', 4),
# expect:        ('over', 5),
# expect:        ('a', 6),
# expect:        ('lazy', 7),
# expect:        ('dog', 8)],
# expect:       maxlen=7)
# expect: ChainMap({'brown': 2, 'fox': 3, 'jumped': 4, 'quick': 1, 'the': 0},
# expect:          {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'})
# expect: namespace(the='thethethe',
# expect:           quick='quickquickquick',
# expect:           brown='brownbrownbrown',
# expect:           fox='foxfoxfox',
# expect:           jumped='jumpedjumpedjumped',
# expect:           over='overoverover',
# expect:           a='aaa',
# expect:           lazy='lazylazylazy',
# expect:           dog='dogdogdog')
# expect: mappingproxy({'a': 6,
# expect:               'brown': 2,
# expect:               'dog': 8,
# expect:               'fox': 3,
# expect:               'jumped': 4,
# expect:               'lazy': 7,
# expect:               'over': 5,
# expect:               'quick': 1,
# expect:               'the': 0})
# expect: {'b': b'\x00\x01\x02\x03\x04\x05\x06\x07'
# expect:       b'\x08\t\n\x0b\x0c\r\x0e\x0f'
# expect:       b'\x10\x11\x12\x13\x14\x15\x16\x17'
# expect:       b'\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$%&\''
# expect:       b'()*+,-./0123456789:;',
# expect:  'text': 'the quick brown fox jumped over the '
# expect:          'lazy dog the quick brown fox jumped '
# expect:          'over the lazy dog the quick brown fox '
# expect:          'jumped over the lazy dog '}
# expect: ('a\n'
# expect:  'b\n'
# expect:  'a\n'
# expect:  'b\n'
# expect:  'a\n'
# expect:  'b\n')
# expect: {frozenset({'a',
# expect:             'brown',
# expect:             'dog',
# expect:             'fox',
# expect:             'jumped',
# expect:             'lazy',
# expect:             'over',
# expect:             'quick',
# expect:             'the'}),
# expect:  frozenset({0,
# expect:             1,
# expect:             2,
# expect:             3,
# expect:             4,
# expect:             5,
# expect:             6,
# expect:             7,
# expect:             8,
# expect:             9,
# expect:             10,
# expect:             11,
# expect:             12,
# expect:             13,
# expect:             14,
# expect:             15,
# expect:             16,
# expect:             17,
# expect:             18,
# expect:             19,
# expect:             20,
# expect:             21,
# expect:             22,
# expect:             23,
# expect:             24,
# expect:             25,
# expect:             26,
# expect:             27,
# expect:             28,
# expect:             29})}
# expect: Point(name='nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn',
# expect:       values=[0,
# expect:               1,
# expect:               2,
# expect:               3,
# expect:               4,
# expect:               5,
# expect:               6,
# expect:               7,
# expect:               8,
# expect:               9,
# expect:               10,
# expect:               11,
# expect:               12,
# expect:               13,
# expect:               14,
# expect:               15,
# expect:               16,
# expect:               17,
# expect:               18,
# expect:               19])
# expect: [1, <Recursion on list with id=ID>] True False
# expect: [[[...]], {'a': {...}}]
# expect: {'z': 1_000_000_000, 'a': 1}
# expect: indent must be >= 0
# expect: depth must be > 0
# expect: width must be != 0

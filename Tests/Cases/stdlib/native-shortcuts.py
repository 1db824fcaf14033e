# Recorded from CPython 3.11.7.
# Library functions with short ways in Swift: the ordinary case and the odd one give the same.
import functools, heapq, io, itertools, json, re, struct
from collections import Counter, namedtuple
from operator import itemgetter


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(list(itertools.product("ab", [1, 2])), list(itertools.product(repeat=2)), list(itertools.product("ab", repeat=2)))
for n, r in ((3, 2), (3, 0), (2, 3), (0, 0)):
    print(list(itertools.permutations(range(n), r)), list(itertools.combinations(range(n), r)),
          list(itertools.combinations_with_replacement(range(n), r)))
for bounds in ((3,), (None,), (1, 4), (1, 6, 2), (2, 2), (5, 3)):
    it = iter(range(8))
    print(bounds, list(itertools.islice(it, *bounds)), list(it))
attempt(lambda: list(itertools.islice(range(3), -1)))
print(list(itertools.accumulate([1, 2, 3], initial=10)), list(itertools.starmap(pow, [(2, 3), [3, 2]])),
      list(itertools.pairwise("abc")), list(itertools.takewhile(bool, [1, 0, 1])))
for o in (None, True, 10**19, 1.5, float("nan"), "\"\\\n\x7fé😀", [[]], {"a": (1, {"b": None})}, {1: 2, None: 3}):
    for options in ({}, {"ensure_ascii": False}, {"separators": (",", ":")}, {"indent": 1}, {"sort_keys": True}):
        attempt(lambda: json.dumps(o, **options))
for text in ("", " [1, 2] ", '{"a": 1, "a": 2}', "[1,]", '"\\ud83d\\ude00"', "01", "-0", "1E+5", "NaN", "[1] x", '"\t"', "1" * 30):
    attempt(lambda: json.loads(text))
p = functools.partial(lambda *a, **k: (a, k), 1, x=2, y=3)
print(p(), p(2, x=5), p(z=1, y=4), functools.partial(p, 9)())
attempt(lambda: functools.partial())
heap = [5, 1, 4]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heapq.heappop(heap), heapq.heapreplace(heap, 9), heapq.heappushpop(heap, 2), heap)
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heappush((), 1))
print(Counter("abracadabra").most_common(2), Counter([1, 1]) + Counter(a=1))
Point = namedtuple("Point", "x y", defaults=[2])
q = Point(1)
print(q, q.x, q.y, Point.x.__doc__, Point.y.__get__(q, Point))
attempt(lambda: setattr(q, "x", 3))
print(sorted([(2, "a"), (1, "b")], key=itemgetter(0)), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 5}))
attempt(lambda: itemgetter(5)([1]))
print(struct.unpack("<ih", struct.pack("<ih", 1, 2)))
attempt(lambda: struct.pack("B", 300))
f = io.StringIO("init")
f.write("A")
f.seek(0, 2)
print("x", 1, file=f)
print(repr(f.getvalue()), f.tell(), f.truncate(2), f.getvalue())
f.close()
attempt(lambda: f.write("x"))
for pattern in (r"\w+", r"(\w)(\w*)", r"(a)|(b)", r"x*", "", r"\b", r"(?<=a)b"):
    r = re.compile(pattern)
    for text in ("", "ab ab b", "xxax"):
        print(r.findall(text), r.findall(text, 1), r.sub("-", text), r.subn("", text, 1), r.split(text))
print([hex(i) + bin(i) + oct(i) for i in (0, -255, 2**63 - 1, -2**63, 2**64)])
print([round(x, n) for x in (2.675, 1.005, -0.05, 1e22, 5e-324) for n in (0, 1, 2, 15)])
for spec in ("05d", "<05", ">8", "^9", ",", "x", "08.2f", ",.1f", ".0f", "é>5", "+d", "=8", "12,"):
    for value in (0, -1234567, 2**64, 1.5, -0.0, float("inf"), "abc"):
        attempt(lambda: format(value, spec))
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [()] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
# expect: [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)] [(0, 1), (0, 2), (1, 2)] [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
# expect: [()] [()] [()]
# expect: [] [] [(0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1)]
# expect: [()] [()] [()]
# expect: (3,) [0, 1, 2] [3, 4, 5, 6, 7]
# expect: (None,) [0, 1, 2, 3, 4, 5, 6, 7] []
# expect: (1, 4) [1, 2, 3] [4, 5, 6, 7]
# expect: (1, 6, 2) [1, 3, 5] [6, 7]
# expect: (2, 2) [] [2, 3, 4, 5, 6, 7]
# expect: (5, 3) [] [5, 6, 7]
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: [10, 11, 13, 16] [8, 9] [('a', 'b'), ('b', 'c')] [1]
# expect: null
# expect: null
# expect: null
# expect: null
# expect: null
# expect: true
# expect: true
# expect: true
# expect: true
# expect: true
# expect: 10000000000000000000
# expect: 10000000000000000000
# expect: 10000000000000000000
# expect: 10000000000000000000
# expect: 10000000000000000000
# expect: 1.5
# expect: 1.5
# expect: 1.5
# expect: 1.5
# expect: 1.5
# expect: NaN
# expect: NaN
# expect: NaN
# expect: NaN
# expect: NaN
# expect: "\"\\\n\u007f\u00e9\ud83d\ude00"
# expect: "\"\\\né😀"
# expect: "\"\\\n\u007f\u00e9\ud83d\ude00"
# expect: "\"\\\n\u007f\u00e9\ud83d\ude00"
# expect: "\"\\\n\u007f\u00e9\ud83d\ude00"
# expect: [[]]
# expect: [[]]
# expect: [[]]
# expect: [
# expect:  []
# expect: ]
# expect: [[]]
# expect: {"a": [1, {"b": null}]}
# expect: {"a": [1, {"b": null}]}
# expect: {"a":[1,{"b":null}]}
# expect: {
# expect:  "a": [
# expect:   1,
# expect:   {
# expect:    "b": null
# expect:   }
# expect:  ]
# expect: }
# expect: {"a": [1, {"b": null}]}
# expect: {"1": 2, "null": 3}
# expect: {"1": 2, "null": 3}
# expect: {"1":2,"null":3}
# expect: {
# expect:  "1": 2,
# expect:  "null": 3
# expect: }
# expect: TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: [1, 2]
# expect: {'a': 2}
# expect: JSONDecodeError Expecting value: line 1 column 4 (char 3)
# expect: 😀
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1)
# expect: 0
# expect: 100000.0
# expect: nan
# expect: JSONDecodeError Extra data: line 1 column 5 (char 4)
# expect: JSONDecodeError Invalid control character at: line 1 column 2 (char 1)
# expect: 111111111111111111111111111111
# expect: ((1,), {'x': 2, 'y': 3}) ((1, 2), {'x': 5, 'y': 3}) ((1,), {'x': 2, 'y': 4, 'z': 1}) ((1, 9), {'x': 2, 'y': 3})
# expect: TypeError type 'partial' takes at least one argument
# expect: 0 1 2 [4, 5, 9]
# expect: IndexError index out of range
# expect: TypeError heappush() argument 1 must be list, not tuple
# expect: [('a', 5), ('b', 2)] Counter({1: 2, 'a': 1})
# expect: Point(x=1, y=2) 1 2 Alias for field number 0 2
# expect: AttributeError can't set attribute
# expect: [(1, 'b'), (2, 'a')] ('a', 'c') 5
# expect: IndexError list index out of range
# expect: (1, 2)
# expect: error ubyte format requires 0 <= number <= 255
# expect: 'Anitx 1\n' 8 2 An
# expect: ValueError I/O operation on closed file
# expect: [] []  ('', 0) ['']
# expect: ['ab', 'ab', 'b'] ['b', 'ab', 'b'] - - - (' ab b', 1) ['', ' ', ' ', '']
# expect: ['xxax'] ['xax'] - ('', 1) ['', '']
# expect: [] []  ('', 0) ['']
# expect: [('a', 'b'), ('a', 'b'), ('b', '')] [('b', ''), ('a', 'b'), ('b', '')] - - - (' ab b', 1) ['', 'a', 'b', ' ', 'a', 'b', ' ', 'b', '', '']
# expect: [('x', 'xax')] [('x', 'ax')] - ('', 1) ['', 'x', 'xax', '']
# expect: [] []  ('', 0) ['']
# expect: [('a', ''), ('', 'b'), ('a', ''), ('', 'b'), ('', 'b')] [('', 'b'), ('a', ''), ('', 'b'), ('', 'b')] -- -- - ('b ab b', 1) ['', 'a', None, '', None, 'b', ' ', 'a', None, '', None, 'b', ' ', None, 'b', '']
# expect: [('a', '')] [('a', '')] xx-x ('xxx', 1) ['xx', 'a', None, 'x']
# expect: [''] [''] - ('', 1) ['', '']
# expect: ['', '', '', '', '', '', '', ''] ['', '', '', '', '', '', ''] -a-b- -a-b- -b- ('ab ab b', 1) ['', 'a', 'b', ' ', 'a', 'b', ' ', 'b', '']
# expect: ['xx', '', 'x', ''] ['x', '', 'x', ''] --a-- ('ax', 1) ['', '', 'a', '', '']
# expect: [''] [''] - ('', 1) ['', '']
# expect: ['', '', '', '', '', '', '', ''] ['', '', '', '', '', '', ''] -a-b- -a-b- -b- ('ab ab b', 1) ['', 'a', 'b', ' ', 'a', 'b', ' ', 'b', '']
# expect: ['', '', '', '', ''] ['', '', '', ''] -x-x-a-x- ('xxax', 1) ['', 'x', 'x', 'a', 'x', '']
# expect: [] []  ('', 0) ['']
# expect: ['', '', '', '', '', ''] ['', '', '', '', ''] -ab- -ab- -b- ('ab ab b', 1) ['', 'ab', ' ', 'ab', ' ', 'b', '']
# expect: ['', ''] [''] -xxax- ('xxax', 1) ['', 'xxax', '']
# expect: [] []  ('', 0) ['']
# expect: ['b', 'b'] ['b', 'b'] a- a- b ('a ab b', 1) ['a', ' a', ' b']
# expect: [] [] xxax ('xxax', 0) ['xxax']
# expect: ['0x00b00o0', '-0xff-0b11111111-0o377', '0x7fffffffffffffff0b1111111111111111111111111111111111111111111111111111111111111110o777777777777777777777', '-0x8000000000000000-0b1000000000000000000000000000000000000000000000000000000000000000-0o1000000000000000000000', '0x100000000000000000b100000000000000000000000000000000000000000000000000000000000000000o2000000000000000000000']
# expect: [3.0, 2.7, 2.67, 2.675, 1.0, 1.0, 1.0, 1.005, -0.0, -0.1, -0.05, -0.05, 1e+22, 1e+22, 1e+22, 1e+22, 0.0, 0.0, 0.0, 0.0]
# expect: 00000
# expect: -1234567
# expect: 18446744073709551616
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: 00000
# expect: -1234567
# expect: 18446744073709551616
# expect: 1.500
# expect: -0.00
# expect: inf00
# expect: abc00
# expect:        0
# expect: -1234567
# expect: 18446744073709551616
# expect:      1.5
# expect:     -0.0
# expect:      inf
# expect:      abc
# expect:     0    
# expect: -1234567 
# expect: 18446744073709551616
# expect:    1.5   
# expect:   -0.0   
# expect:    inf   
# expect:    abc   
# expect: 0
# expect: -1,234,567
# expect: 18,446,744,073,709,551,616
# expect: 1.5
# expect: -0.0
# expect: inf
# expect: ValueError Cannot specify ',' with 's'.
# expect: 0
# expect: -12d687
# expect: 10000000000000000
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: ValueError Unknown format code 'x' for object of type 'str'
# expect: 00000.00
# expect: -1234567.00
# expect: 18446744073709551616.00
# expect: 00001.50
# expect: -0000.00
# expect: 00000inf
# expect: ValueError Unknown format code 'f' for object of type 'str'
# expect: 0.0
# expect: -1,234,567.0
# expect: 18,446,744,073,709,551,616.0
# expect: 1.5
# expect: -0.0
# expect: inf
# expect: ValueError Unknown format code 'f' for object of type 'str'
# expect: 0
# expect: -1234567
# expect: 18446744073709551616
# expect: 2
# expect: -0
# expect: inf
# expect: ValueError Unknown format code 'f' for object of type 'str'
# expect: éééé0
# expect: -1234567
# expect: 18446744073709551616
# expect: éé1.5
# expect: é-0.0
# expect: ééinf
# expect: ééabc
# expect: +0
# expect: -1234567
# expect: +18446744073709551616
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect:        0
# expect: -1234567
# expect: 18446744073709551616
# expect:      1.5
# expect: -    0.0
# expect:      inf
# expect: ValueError '=' alignment not allowed in string format specifier
# expect:            0
# expect:   -1,234,567
# expect: 18,446,744,073,709,551,616
# expect:          1.5
# expect:         -0.0
# expect:          inf
# expect: ValueError Cannot specify ',' with 's'.

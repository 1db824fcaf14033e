# Recorded from CPython 3.11.7.
# Ints and floats compared exactly, beyond 2**53 too, in conditions and as values.
import math
big = 2 ** 53
pairs = [(1, 1.5), (2.0, 2), (big, float(big)), (big + 1, float(big)), (-big - 1, -float(big)), (float(big + 2), big + 1),
         (0, -0.0), (3, math.nan), (math.inf, 10 ** 400), (-math.inf, 5), (True, 1.0), (False, 0.5), (10 ** 18, 1e18)]
for a, b in pairs:
    shown = [a < b, a <= b, a == b, a != b, a > b, a >= b]
    taken = []
    if a < b:
        taken.append('<')
    if b <= a:
        taken.append('>=')
    if a == b:
        taken.append('==')
    if not a != b:
        taken.append('not !=')
    print(shown, taken, 1 < a < 3, a in (b,), [a] == [b])
print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1} == {1.0}, {1, 2} != {2, 1}, {1, 2, 3} > {1}, {1} >= {1, 2}, {1} == frozenset([1]))
try:
    {1} < [1]
except TypeError as error:
    print(error)
# expect: [True, True, False, True, False, False] ['<'] False False False
# expect: [False, True, True, False, False, True] ['>=', '==', 'not !='] True True True
# expect: [False, True, True, False, False, True] ['>=', '==', 'not !='] False True True
# expect: [False, False, False, True, True, True] ['>='] False False False
# expect: [True, True, False, True, False, False] ['<'] False False False
# expect: [False, False, False, True, True, True] ['>='] False False False
# expect: [False, True, True, False, False, True] ['>=', '==', 'not !='] False True True
# expect: [False, False, False, True, False, False] [] False False False
# expect: [False, False, False, True, True, True] ['>='] False False False
# expect: [True, True, False, True, False, False] ['<'] False False False
# expect: [False, True, True, False, False, True] ['>=', '==', 'not !='] False True True
# expect: [True, True, False, True, False, False] ['<'] False False False
# expect: [False, True, True, False, False, True] ['>=', '==', 'not !='] False True True
# expect: True False True False True False True
# expect: '<' not supported between instances of 'set' and 'list'

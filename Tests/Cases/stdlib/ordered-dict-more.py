# Recorded from CPython 3.11.7.
import copy, random, sys
from collections import OrderedDict, ChainMap, UserList, UserString, UserDict
od = OrderedDict(a=1, b=2); od.x = ['hi']; od.move_to_end('a'); print(od, copy.copy(od).x, copy.deepcopy(od).x, list(reversed(od)))
class O(OrderedDict):
    def update(self, *a, **k): raise RuntimeError
print(O([(1, 2)]), od == {'a': 1, 'b': 2}, od == OrderedDict(a=1, b=2), od.popitem(last=False), od | {'z': 1}, od.pop('q', 7))
c = ChainMap({'a': 1}, {'b': 2, 'a': 3}); c['d'] = 4; print(c, sorted(c), c.new_child({'b': 0})['b'], c.parents, c | {'e': 5})
u = UserList([3, 1]); u += [2]; u.sort(); print(u, u[1:], u + [9], UserString('abc').upper() + 'x', type(UserString('a') * 2).__name__)
class D(UserDict):
    def __missing__(self, key): return key * 2
print(D(a=1)['zz'], D(a=1) | {'b': 2}, D.fromkeys('ab'))
try: random.choices([], weights=[])
except IndexError as e: print(e)
print(random.TWOPI, random.LOG4, random.BPF, 'choices' in random.__all__)
class S:
    def __sizeof__(self): return 1000
print(sys.getsizeof(S()) >= 1000)
# expect: OrderedDict([('b', 2), ('a', 1)]) ['hi'] ['hi'] ['a', 'b']
# expect: O([(1, 2)]) True False ('b', 2) OrderedDict([('a', 1), ('z', 1)]) 7
# expect: ChainMap({'a': 1, 'd': 4}, {'b': 2, 'a': 3}) ['a', 'b', 'd'] 0 ChainMap({'b': 2, 'a': 3}) ChainMap({'a': 1, 'd': 4, 'e': 5}, {'b': 2, 'a': 3})
# expect: [1, 2, 3] [2, 3] [1, 2, 3, 9] ABCx UserString
# expect: zzzz {'a': 1, 'b': 2} {'a': None, 'b': None}
# expect: list index out of range
# expect: 6.283185307179586 1.3862943611198906 53 True
# expect: True

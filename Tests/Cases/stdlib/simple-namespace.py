# Recorded from CPython 3.11.7.
import sys
import types
from types import SimpleNamespace

print(type(sys.implementation) is SimpleNamespace, SimpleNamespace.__module__, SimpleNamespace.__name__)
a = SimpleNamespace(x=1, y="b")
a.z = [a]
print(a, SimpleNamespace())
del a.z, a.y
print(a == SimpleNamespace(x=1), a != SimpleNamespace(x=2), a == 1, vars(a), a.__dict__)


class Sub(SimpleNamespace):
    extra = 5

    def total(self):
        return self.x + self.extra


s = Sub(x=2)
print(s, s.total(), isinstance(s, SimpleNamespace), s == SimpleNamespace(x=2))
import copy
import pickle

print(pickle.loads(pickle.dumps(a)), copy.copy(s), copy.deepcopy(SimpleNamespace(l=[1])))
for wrong in (lambda: SimpleNamespace(1), lambda: hash(a), lambda: a.none, lambda: SimpleNamespace(x=1) < 1):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: True types SimpleNamespace
# expect: namespace(x=1, y='b', z=[namespace(...)]) namespace()
# expect: True True False {'x': 1} {'x': 1}
# expect: Sub(x=2) 7 True True
# expect: namespace(x=1) Sub(x=2) namespace(l=[1])
# expect: TypeError no positional arguments expected
# expect: TypeError unhashable type: 'types.SimpleNamespace'
# expect: AttributeError 'types.SimpleNamespace' object has no attribute 'none'
# expect: TypeError '<' not supported between instances of 'types.SimpleNamespace' and 'int'

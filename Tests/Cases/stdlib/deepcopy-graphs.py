# Recorded from CPython 3.11.7.
# Deep copies of graphs, with hooks.
import copy, copyreg


class Node:
    def __init__(self, name):
        self.name, self.links, self.me = name, [], self


a, b = Node("a"), Node("b")
a.links += [b, a]
b.links.append(a)
c = copy.deepcopy(a)
print(c is a, c.me is c, c.links[1] is c, c.links[0].links[0] is c, c.links[0] is b, list(vars(c)))


class Hooked:
    def __deepcopy__(self, memo):
        print("hook", type(memo).__name__, len(memo))
        return self


class Slots:
    __slots__ = ("x", "y")


class Made:
    def __new__(cls, x):
        made = object.__new__(cls)
        made.x = x
        return made

    def __getnewargs__(self):
        return (self.x,)


copy.deepcopy([Hooked(), {1: Hooked()}])
slots = Slots()
slots.x = [1]
other = copy.deepcopy(slots)
print(other.x, other.x is slots.x, hasattr(other, "y"), copy.copy(slots).x is slots.x, copy.deepcopy(Made(3)).x)
same = (1, "a", (2, None))
changed = ([1], 2)
print(copy.deepcopy(same) is same, copy.deepcopy(changed) is changed, copy.deepcopy(changed))
loop = ([],)
loop[0].append(loop)
twin = copy.deepcopy(loop)
print(twin[0][0] is twin)
memo = {}
first = copy.deepcopy(changed, memo)
print(copy.deepcopy(changed, memo) is first, len(memo))
copyreg.pickle(Node, lambda n: (Node, (n.name + "!",)))
print(copy.deepcopy(a).name, copy.copy(a).name)
deep = []
for _ in range(100000):
    deep = [deep]
try:
    copy.deepcopy(deep)
except RecursionError:
    print("too deep")
# expect: False True True True False ['name', 'links', 'me']
# expect: hook dict 1
# expect: hook dict 2
# expect: [1] False False True 3
# expect: True False ([1], 2)
# expect: True
# expect: True 3
# expect: a! a!
# expect: too deep

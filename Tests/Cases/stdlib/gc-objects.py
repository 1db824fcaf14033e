# Recorded from CPython 3.11.7.
# What gc tells of objects: the idiom that looks for tensors, referrers and referents.
import gc


class Node:
    def __init__(self, other=None):
        self.other = other


a = Node()
b = Node(a)
inside = [a]
pair = (b, 1)
nodes = [o for o in gc.get_objects() if isinstance(o, Node)]
print(len(nodes), a in nodes, b in nodes, any(o is inside for o in gc.get_objects()))
found = gc.get_referrers(a)
print(any(o is inside for o in found), any(o is globals() for o in found), any(o is b or o is b.__dict__ for o in found),
      any(o is pair for o in found))
print([o is inside for o in gc.get_referrers(a) if type(o) is list and o is not nodes and o is not found])
print(1 in gc.get_referents([1, a]), gc.get_referrers())
# expect: 2 True True True
# expect: True True True False
# expect: [True]
# expect: True []

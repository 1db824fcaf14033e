# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Containers in containers as leaves and a shape.
import torch, collections
from torch.utils._pytree import *
from torch.utils._pytree import register_dataclass, tree_map_with_path, treespec_dumps, treespec_loads, SequenceKey, MappingKey, GetAttrKey, keystr, tree_is_leaf, arg_tree_leaves
P = collections.namedtuple('P', 'x y')
t = {'b': [1, (2, torch.ones(1))], 'a': None, 'c': collections.OrderedDict(z=1), 'p': P(1, 2), 'd': collections.deque([1], maxlen=3), 'dd': collections.defaultdict(list, k=1)}
leaves, spec = tree_flatten(t)
print(leaves)
print(spec)
print(repr(tree_flatten(3)[1]), str(tree_flatten([])[1]), tree_flatten(())[1], tree_flatten([1, [2]])[1])
print(tree_unflatten(leaves, spec))
print(tree_map(lambda x: x if x is None else x * 2, t))
print(spec.num_leaves, spec.num_nodes, spec.num_children, spec.type, spec.context, spec.is_leaf())
print(spec == tree_structure(t))
print(tree_map_only(int, lambda x: x + 1, [1, 2.0, 'a']))
print(tree_all(lambda x: x, [1, 0]), tree_any(lambda x: x, [1, 0]), tree_leaves((1, [2])))
print(tree_map(lambda a, b: a + b, [1, 2], [3, 4]))
print(tree_map_with_path(lambda k, v: (keystr(k), v), {'a': [1, 2], 'p': P(1, 2)}))
print(tree_flatten_with_path([1, {'k': 2}]))

class Point:

    def __init__(self, x, y):
        self.x, self.y = (x, y)
register_pytree_node(Point, lambda p: ([p.x, p.y], None), lambda v, c: Point(*v))
print(tree_map(lambda x: x * 2, Point(1, 2)).y, tree_flatten(Point(1, 2))[1])
for f in [
        lambda: tree_unflatten([1], spec), lambda: tree_map(lambda a, b: a, [1], [1, 2]),
        lambda: register_pytree_node(Point, None, None), lambda: tree_map(lambda a, b: a, [1], (1,)),
        lambda: tree_map(lambda a, b: a, {'a': 1}, {'b': 1}), lambda: tree_unflatten(3, spec),
        lambda: tree_map_only_('a', 1, 2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(list(tree_iter([1, [2]])), tree_map_(lambda x: x, [1]))
print(tree_map_only(torch.Tensor, lambda t: t.sum(), {'a': torch.ones(2), 'b': 1}))
print(tree_map_only((int, float), lambda x: -x, [1, 2.0, 'a']), tree_any_only(int, lambda x: x > 1, [1, 2]))
print(tree_all_only(int, lambda x: x > 1, [1, 2]), spec.children_specs[1], LeafSpec())
print(tree_flatten({'a': 1}, is_leaf=lambda x: isinstance(x, dict)), spec.unflatten(leaves) == t if False else '')
print(spec.child(0))
import dataclasses

@dataclasses.dataclass
class DC:
    a: int
    b: list
register_dataclass(DC)
print(tree_flatten(DC(1, [2])), tree_map(lambda x: x + 1, DC(1, [2])))
print(SequenceKey(1), MappingKey('a'), GetAttrKey('x'), keystr((SequenceKey(1), MappingKey('a'), GetAttrKey('x'))))
print(treespec_dumps(tree_structure([1, {'a': 2}])))
print(treespec_loads(treespec_dumps(tree_structure([1, {'a': 2}]))))
print(arg_tree_leaves(1, a=[2]), tree_is_leaf(1), tree_is_leaf([1]), type(spec).__name__)
print(tree_flatten((1, [2, None])))
# expect: [1, 2, tensor([1.]), None, 1, 1, 2, 1, 1]
# expect: TreeSpec(dict, ['b', 'a', 'c', 'p', 'd', 'dd'], [TreeSpec(list, None, [*,
# expect:     TreeSpec(tuple, None, [*,
# expect:       *])]),
# expect:   *,
# expect:   TreeSpec(OrderedDict, ['z'], [*]),
# expect:   TreeSpec(namedtuple, <class '__main__.P'>, [*,
# expect:     *]),
# expect:   TreeSpec(deque, 3, [*]),
# expect:   TreeSpec(defaultdict, [<class 'list'>, ['k']], [*])])
# expect: * TreeSpec(list, None, []) TreeSpec(tuple, None, []) TreeSpec(list, None, [*,
# expect:   TreeSpec(list, None, [*])])
# expect: {'b': [1, (2, tensor([1.]))], 'a': None, 'c': OrderedDict([('z', 1)]), 'p': P(x=1, y=2), 'd': deque([1], maxlen=3), 'dd': defaultdict(<class 'list'>, {'k': 1})}
# expect: {'b': [2, (4, tensor([2.]))], 'a': None, 'c': OrderedDict([('z', 2)]), 'p': P(x=2, y=4), 'd': deque([2], maxlen=3), 'dd': defaultdict(<class 'list'>, {'k': 2})}
# expect: 9 16 6 <class 'dict'> ['b', 'a', 'c', 'p', 'd', 'dd'] False
# expect: True
# expect: [2, 2.0, 'a']
# expect: False True [1, 2]
# expect: [4, 6]
# expect: {'a': [("['a'][0]", 1), ("['a'][1]", 2)], 'p': P(x=("['p'].x", 1), y=("['p'].y", 2))}
# expect: ([((SequenceKey(idx=0),), 1), ((SequenceKey(idx=1), MappingKey(key='k')), 2)], TreeSpec(list, None, [*,
# expect:   TreeSpec(dict, ['k'], [*])]))
# expect: 4 TreeSpec(Point, None, [*,
# expect:   *])
# expect: ValueError treespec.unflatten(leaves): `leaves` has length 1 but the spec refers to a pytree that holds 9 items (TreeSpec(dict, ['b', 'a', 'c', 'p', 'd', 'dd'], [TreeSpec(list, None, [*,
# expect:     TreeSpec(tuple, None, [*,
# expect:       *])]),
# expect:   *,
# expect:   TreeSpec(OrderedDict, ['z'], [*]),
# expect:   TreeSpec(namedtuple, <class '__main__.P'>, [*,
# expect:     *]),
# expect:   TreeSpec(deque, 3, [*]),
# expect:   TreeSpec(defaultdict, [<class 'list'>, ['k']], [*])])).
# expect: ValueError Node arity mismatch; expected 1, but got 2.
# expect: ValueError <class '__main__.Point'> is already registered as pytree node.
# expect: ValueError Node type mismatch; expected <class 'list'>, but got <class 'tuple'>.
# expect: ValueError Node keys mismatch; missing key(s): {'a'}; extra key(s): {'b'}.
# expect: TypeError 'int' object is not iterable
# expect: TypeError Argument must be a type, a tuple of types, or a callable.
# expect: [1, 2] [1]
# expect: {'a': tensor(2.), 'b': 1}
# expect: [-1, -2.0, 'a'] True
# expect: False * *
# expect: ([{'a': 1}], *) 
# expect: TreeSpec(list, None, [*,
# expect:   TreeSpec(tuple, None, [*,
# expect:     *])])
# expect: ([1, 2], TreeSpec(DC, [['a', 'b'], []], [*,
# expect:   TreeSpec(list, None, [*])])) DC(a=2, b=[3])
# expect: [1] ['a'] .x [1]['a'].x
# expect: [1, {"type": "builtins.list", "context": "null", "children_spec": [{"type": null, "context": null, "children_spec": []}, {"type": "builtins.dict", "context": "[\"a\"]", "children_spec": [{"type": null, "context": null, "children_spec": []}]}]}]
# expect: TreeSpec(list, None, [*,
# expect:   TreeSpec(dict, ['a'], [*])])
# expect: [1, 2] True False TreeSpec
# expect: ([1, 2, None], TreeSpec(tuple, None, [*,
# expect:   TreeSpec(list, None, [*,
# expect:     *])]))

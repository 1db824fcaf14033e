"""`torch.utils._pytree`: containers in containers as a list of leaves and a shape."""
import dataclasses
import json
from collections import OrderedDict, defaultdict, deque, namedtuple

SequenceKey = dataclasses.dataclass(frozen=True)(type('SequenceKey', (), {
    '__annotations__': {'idx': int}, '__module__': __name__, '__str__': lambda self: f'[{self.idx!r}]'}))
MappingKey = dataclasses.dataclass(frozen=True)(type('MappingKey', (), {
    '__annotations__': {'key': object}, '__module__': __name__, '__str__': lambda self: f'[{self.key!r}]'}))
GetAttrKey = dataclasses.dataclass(frozen=True)(type('GetAttrKey', (), {
    '__annotations__': {'name': str}, '__module__': __name__, '__str__': lambda self: f'.{self.name}'}))


class _Kind:
    """How the containers of one type are taken apart and put together."""

    def __init__(self, type, flatten, unflatten, keys=None, constant=False):
        self.type, self.flatten, self.unflatten, self.constant = type, flatten, unflatten, constant
        self.keys = keys or (lambda children, context: [SequenceKey(k) for k in range(len(children))])


SUPPORTED_NODES = {}
_MAPPINGS = (dict, OrderedDict, defaultdict)


def _of_mapping(names):
    return lambda children, context: [MappingKey(key) for key in names(context)]


def _known():
    add = lambda *args: SUPPORTED_NODES.__setitem__(args[0], _Kind(*args))
    add(list, lambda x: (list(x), None), lambda v, c: list(v))
    add(tuple, lambda x: (list(x), None), lambda v, c: tuple(v))
    add(dict, lambda x: (list(x.values()), list(x)), lambda v, c: dict(zip(c, v)), _of_mapping(list))
    add(OrderedDict, lambda x: (list(x.values()), list(x)), lambda v, c: OrderedDict(zip(c, v)), _of_mapping(list))
    add(defaultdict, lambda x: (list(x.values()), [x.default_factory, list(x)]),
        lambda v, c: defaultdict(c[0], zip(c[1], v)), _of_mapping(lambda c: c[1]))
    add(deque, lambda x: (list(x), x.maxlen), lambda v, c: deque(v, maxlen=c))
    add(namedtuple, lambda x: (list(x), type(x)), lambda v, c: c(*v),
        lambda children, context: [GetAttrKey(name) for name in context._fields])


_known()


def is_namedtuple_class(cls):
    return isinstance(cls, type) and issubclass(cls, tuple) and isinstance(getattr(cls, '_fields', None), tuple)


def is_namedtuple(obj):
    return is_namedtuple_class(obj if isinstance(obj, type) else type(obj))


def is_namedtuple_instance(obj):
    return is_namedtuple_class(type(obj))


def _kind(tree):
    """How a value is taken apart; None: it is a leaf."""
    cls = type(tree)
    found = SUPPORTED_NODES.get(cls)
    if found is None and is_namedtuple_instance(tree):
        return SUPPORTED_NODES[namedtuple]
    if found is None and cls.__module__ == 'torch.return_types':
        # What torch's functions return by name; their types are made when first needed.
        found = SUPPORTED_NODES[cls] = _Kind(cls, lambda x: (list(x), None), lambda v, c: cls(v))
    return found


def tree_is_leaf(tree, is_leaf=None):
    return is_leaf is not None and is_leaf(tree) or _kind(tree) is None


def register_pytree_node(cls, flatten_fn, unflatten_fn, *, serialized_type_name=None, to_dumpable_context=None,
                         from_dumpable_context=None, flatten_with_keys_fn=None):
    if cls in SUPPORTED_NODES:
        raise ValueError(f'{cls} is already registered as pytree node.')
    keys = None
    if flatten_with_keys_fn is not None:
        keys = lambda children, context, tree=None: [key for key, _ in flatten_with_keys_fn(tree)[0]]
    SUPPORTED_NODES[cls] = _Kind(cls, flatten_fn, unflatten_fn, keys)


def register_dataclass(cls, *, field_names=None, drop_field_names=None, serialized_type_name=None):
    names = list(field_names) if field_names is not None else [
        f.name for f in dataclasses.fields(cls) if f.init and f.name not in (drop_field_names or ())]

    def flatten(value):
        present = [n for n in names if getattr(value, n) is not None]
        return [getattr(value, n) for n in present], [present, [n for n in names if n not in present]]

    def unflatten(values, context):
        return cls(**dict(zip(context[0], values)), **dict.fromkeys(context[1]))
    register_pytree_node(cls, flatten, unflatten)
    SUPPORTED_NODES[cls].keys = lambda children, context: [GetAttrKey(name) for name in context[0]]


class ConstantNode:
    """What a constant holds: itself."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, ConstantNode) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return f'ConstantNode(value={self.value!r})'


def register_constant(cls):
    if cls.__eq__ is object.__eq__:
        raise TypeError('register_constant(cls) expects `cls` to have a non-default `__eq__` implementation.')
    if cls.__hash__ is None or cls.__hash__ is object.__hash__:
        raise TypeError('register_constant(cls) expects `cls` to have a non-default `__hash__` implementation.')
    register_pytree_node(cls, lambda x: ([], ConstantNode(x)), lambda v, c: c.value)


def is_constant_class(cls):
    kind = SUPPORTED_NODES.get(cls)
    return kind is not None and kind.constant


class TreeSpec:
    """The shape of a tree: the types of its containers and what belongs to them."""

    def __init__(self, type, context, children_specs):
        self.type, self.context, self._children = type, context, list(children_specs)
        self.num_children = len(self._children)
        self.num_nodes = 1 + sum(c.num_nodes for c in self._children)
        self.num_leaves = 1 if type is None else sum(c.num_leaves for c in self._children)

    @property
    def children_specs(self):
        return self._children

    def children(self):
        return list(self._children)

    def child(self, index):
        return self._children[index]

    def is_leaf(self):
        return self.type is None

    def __eq__(self, other):
        if not isinstance(other, TreeSpec):
            return NotImplemented
        if self.type in _MAPPINGS and self.type is other.type and self.type is not OrderedDict:
            mine, its = dict(zip(self._names(), self._children)), dict(zip(other._names(), other._children))
            return mine == its
        return (self.type, self.context, self._children) == (other.type, other.context, other._children)

    def __hash__(self):
        return hash((self.type, str(self.context), tuple(self._children)))

    def _names(self):
        return self.context[1] if self.type is defaultdict else self.context

    def __repr__(self, indent=0):
        if self.type is None:
            return '*'
        texts = []
        for k, child in enumerate(self._children):
            texts.append(child.__repr__(indent + 2))
        inner = (',\n' + ' ' * (indent + 2)).join(texts)
        return f'TreeSpec({self.type.__name__}, {self.context}, [{inner}])'

    def unflatten(self, leaves):
        leaves = list(leaves)
        if len(leaves) != self.num_leaves:
            raise ValueError(f'treespec.unflatten(leaves): `leaves` has length {len(leaves)} but the spec refers to a pytree '
                             f'that holds {self.num_leaves} items ({self}).')
        return self._built(iter(leaves))

    def _built(self, leaves):
        if self.type is None:
            return next(leaves)
        return SUPPORTED_NODES[self.type].unflatten([c._built(leaves) for c in self._children], self.context)

    def flatten_up_to(self, tree):
        """The parts of another tree that stand where the leaves of this shape stand."""
        if self.type is None:
            return [tree]
        kind = _kind(tree)
        found = None if kind is None else kind.type
        if found is not self.type and not (found in _MAPPINGS and self.type in _MAPPINGS):
            raise ValueError(f'Node type mismatch; expected {self._shown_type()}, but got {type(tree)!r}.')
        children, context = kind.flatten(tree)
        if self.type in _MAPPINGS:
            mine, its = self._names(), list(tree)
            if set(mine) != set(its):
                missing, extra = [k for k in mine if k not in tree], [k for k in its if k not in mine]
                text = ''.join([f'; missing key(s): {{{", ".join(map(repr, missing))}}}' if missing else '',
                                f'; extra key(s): {{{", ".join(map(repr, extra))}}}' if extra else ''])
                raise ValueError(f'Node keys mismatch{text}.')
            children = [tree[key] for key in mine]
        elif len(children) != self.num_children:
            raise ValueError(f'Node arity mismatch; expected {self.num_children}, but got {len(children)}.')
        elif context != self.context and self.type is not deque:
            raise ValueError(f'Node context mismatch for custom node type {self.type!r}.')
        return [leaf for spec, child in zip(self._children, children) for leaf in spec.flatten_up_to(child)]

    def _shown_type(self):
        return repr(self.context if self.type is namedtuple else self.type)


PyTreeSpec = TreeSpec


class LeafSpec(TreeSpec):
    def __init__(self):
        super().__init__(None, None, [])


_LEAF = LeafSpec()


def treespec_leaf():
    return _LEAF


def treespec_tuple(iterable=()):
    return TreeSpec(tuple, None, iterable)


def treespec_dict(mapping=(), **kwargs):
    specs = dict(mapping, **kwargs)
    return TreeSpec(dict, list(specs), specs.values())


def _walk(tree, leaves, is_leaf):
    if tree_is_leaf(tree, is_leaf):
        leaves.append(tree)
        return _LEAF
    kind = _kind(tree)
    children, context = kind.flatten(tree)
    return TreeSpec(kind.type, context, [_walk(child, leaves, is_leaf) for child in children])


def tree_flatten(tree, is_leaf=None):
    leaves = []
    return leaves, _walk(tree, leaves, is_leaf)


def _broadcast_to_and_flatten(tree, treespec, is_leaf=None):
    """The leaves of a tree that stands for a larger one of this shape: each as often as what it stands for has leaves; None:
    their shapes do not agree."""
    if treespec.is_leaf():
        return [tree] if tree_is_leaf(tree, is_leaf) else None
    if tree_is_leaf(tree, is_leaf):
        return [tree] * treespec.num_leaves
    kind = _kind(tree)
    children, context = kind.flatten(tree)
    if kind.type is not treespec.type or context != treespec.context or len(children) != treespec.num_children:
        return None
    made = []
    for child, spec in zip(children, treespec.children_specs):
        flat = _broadcast_to_and_flatten(child, spec, is_leaf)
        if flat is None:
            return None
        made += flat
    return made


def tree_unflatten(leaves, treespec):
    if not isinstance(treespec, TreeSpec):
        raise TypeError(f'tree_unflatten(leaves, treespec): Expected `treespec` to be instance of PyTreeSpec but got item of '
                        f'type {type(treespec)}.')
    return treespec.unflatten(leaves)


def tree_iter(tree, is_leaf=None):
    if tree_is_leaf(tree, is_leaf):
        yield tree
    else:
        for child in _kind(tree).flatten(tree)[0]:
            yield from tree_iter(child, is_leaf)


def tree_leaves(tree, is_leaf=None):
    return list(tree_iter(tree, is_leaf))


def tree_structure(tree, is_leaf=None):
    return tree_flatten(tree, is_leaf)[1]


def arg_tree_leaves(*args, **kwargs):
    return tree_leaves((args, kwargs))


def _columns(tree, rests, is_leaf):
    leaves, spec = tree_flatten(tree, is_leaf)
    return [leaves] + [spec.flatten_up_to(rest) for rest in rests], spec


def tree_map(func, tree, *rests, is_leaf=None):
    columns, spec = _columns(tree, rests, is_leaf)
    return spec.unflatten([func(*values) for values in zip(*columns)])


def tree_map_(func, tree, *rests, is_leaf=None):
    columns, _ = _columns(tree, rests, is_leaf)
    for values in zip(*columns):
        func(*values)
    return tree


def map_only(chosen):
    """A decorator: the function for values of these types, or that the predicate picks; others stay."""
    if isinstance(chosen, (type, tuple)) or type(chosen).__name__ in ('UnionType', '_UnionGenericAlias'):
        picks = lambda value: isinstance(value, chosen)
    elif callable(chosen):
        picks = chosen
    else:
        raise TypeError('Argument must be a type, a tuple of types, or a callable.')
    return lambda func: lambda value: func(value) if picks(value) else value


def tree_map_only(type_or_types_or_pred, func, tree, is_leaf=None):
    return tree_map(map_only(type_or_types_or_pred)(func), tree, is_leaf=is_leaf)


def tree_map_only_(type_or_types_or_pred, func, tree, is_leaf=None):
    return tree_map_(map_only(type_or_types_or_pred)(func), tree, is_leaf=is_leaf)


def tree_all(pred, tree, is_leaf=None):
    return all(map(pred, tree_iter(tree, is_leaf)))


def tree_any(pred, tree, is_leaf=None):
    return any(map(pred, tree_iter(tree, is_leaf)))


def tree_all_only(type_or_types, pred, tree, is_leaf=None):
    return all(pred(x) for x in tree_iter(tree, is_leaf) if isinstance(x, type_or_types))


def tree_any_only(type_or_types, pred, tree, is_leaf=None):
    return any(pred(x) for x in tree_iter(tree, is_leaf) if isinstance(x, type_or_types))


def _with_paths(tree, path, is_leaf):
    if tree_is_leaf(tree, is_leaf):
        yield path, tree
        return
    kind = _kind(tree)
    children, context = kind.flatten(tree)
    keys = kind.keys(children, context) if kind.keys.__code__.co_argcount < 3 else kind.keys(children, context, tree)
    for key, child in zip(keys, children):
        yield from _with_paths(child, path + (key,), is_leaf)


def tree_leaves_with_path(tree, is_leaf=None):
    return list(_with_paths(tree, (), is_leaf))


def tree_flatten_with_path(tree, is_leaf=None):
    return tree_leaves_with_path(tree, is_leaf), tree_structure(tree, is_leaf)


def tree_map_with_path(func, tree, *rests, is_leaf=None):
    found, spec = tree_flatten_with_path(tree, is_leaf)
    columns = [spec.flatten_up_to(rest) for rest in rests]
    return spec.unflatten([func(path, leaf, *(c[k] for c in columns)) for k, (path, leaf) in enumerate(found)])


def keystr(kp):
    return ''.join(str(key) for key in kp)


def key_get(obj, kp):
    for key in kp:
        obj = getattr(obj, key.name) if isinstance(key, GetAttrKey) else obj[key.idx if isinstance(key, SequenceKey) else key.key]
    return obj


def _dumpable(spec):
    if spec.type is None:
        return {'type': None, 'context': None, 'children_spec': []}
    name = f'{spec.type.__module__}.{spec.type.__qualname__}'
    context = spec.context if not isinstance(spec.context, type) else spec.context.__qualname__
    return {'type': name, 'context': json.dumps(context), 'children_spec': [_dumpable(c) for c in spec.children_specs]}


def treespec_dumps(treespec, protocol=None):
    if not isinstance(treespec, TreeSpec):
        raise TypeError(f'treespec_dumps(treespec, protocol): Expected `treespec` to be instance of TreeSpec but got item of '
                        f'type {type(treespec)}.')
    return json.dumps((1, _dumpable(treespec)))


def treespec_loads(serialized):
    names = {f'{t.__module__}.{t.__qualname__}': t for t in SUPPORTED_NODES}

    def made(saved):
        if saved['type'] is None:
            return _LEAF
        return TreeSpec(names[saved['type']], json.loads(saved['context']), [made(c) for c in saved['children_spec']])
    return made(json.loads(serialized)[1])


def treespec_pprint(treespec):
    return repr(treespec.unflatten(['*'] * treespec.num_leaves)).replace("'*'", '*')

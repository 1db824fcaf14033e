"""One step of a graph."""
import builtins
import operator
import types

_effects = set()


def has_side_effect(fn):
    """Keeps calls of a function in a graph even when nobody uses their results."""
    _effects.add(fn)
    return fn


def map_aggregate(a, fn):
    """A function applied to what lies in tuples, lists, dicts and slices."""
    if isinstance(a, tuple):
        made = [map_aggregate(x, fn) for x in a]
        return type(a)(*made) if hasattr(a, '_fields') else tuple(made)
    if isinstance(a, list):
        return [map_aggregate(x, fn) for x in a]
    if isinstance(a, dict):
        return {key: map_aggregate(x, fn) for key, x in a.items()}
    if isinstance(a, slice):
        return slice(map_aggregate(a.start, fn), map_aggregate(a.stop, fn), map_aggregate(a.step, fn))
    return fn(a)


def map_arg(a, fn):
    return map_aggregate(a, lambda x: fn(x) if isinstance(x, Node) else x)


def _home(function):
    """The module a program finds a function in."""
    import torch
    name = function.__name__
    if getattr(builtins, name, None) is function:
        return 'builtins'
    for module in (torch.nn.functional, torch):
        if getattr(module, name, None) is function:
            return module.__name__
    module = getattr(function, '__module__', None) or ''
    return {'_operator': 'operator'}.get(module, module.replace('torch._ops', 'torch.ops'))


def shown_target(target):
    """A function by the name programs call it by."""
    if isinstance(target, str):
        return target
    return f'{_home(target)}.{target.__name__}'


class Node:
    def __init__(self, graph, name, op, target, args, kwargs, type_expr=None):
        if op not in ('placeholder', 'call_method', 'call_module', 'call_function', 'get_attr', 'output', 'root'):
            raise AssertionError(f'invalid op: {op}')
        self.graph, self.name, self.op, self.target, self.type = graph, name, op, target, type_expr
        self._inputs, self.users, self.meta = {}, {}, {}
        self._erased, self._prev, self._next = False, self, self
        self._set(args, kwargs)

    @property
    def args(self):
        return self._args

    @args.setter
    def args(self, value):
        self._set(value, self._kwargs)

    @property
    def kwargs(self):
        return self._kwargs

    @kwargs.setter
    def kwargs(self, value):
        self._set(self._args, value)

    def _set(self, args, kwargs):
        for old in self._inputs:
            old.users.pop(self, None)
        self._args, self._kwargs, self._inputs = tuple(args), dict(kwargs), {}

        def note(node):
            self._inputs[node] = None
            node.users[self] = None
            return node
        map_arg(self._args, note)
        map_arg(self._kwargs, note)

    @property
    def all_input_nodes(self):
        return list(self._inputs)

    next = property(lambda self: self._next)
    prev = property(lambda self: self._prev)

    def update_arg(self, index, value):
        self.args = self.args[:index] + (value,) + self.args[index + 1:]

    def insert_arg(self, index, value):
        self.args = self.args[:index] + (value,) + self.args[index:]

    def update_kwarg(self, key, value):
        self.kwargs = {**self.kwargs, key: value}

    def prepend(self, other):
        """Puts another node before this one."""
        if other is self:
            return
        other._unlink()
        before = self._prev
        before._next, other._prev, other._next, self._prev = other, before, self, other

    def append(self, other):
        self._next.prepend(other)

    def _unlink(self):
        self._prev._next, self._next._prev = self._next, self._prev
        self._prev = self._next = self

    def replace_all_uses_with(self, replace_with, delete_user_cb=None, *, propagate_meta=False):
        changed = [user for user in list(self.users) if delete_user_cb is None or delete_user_cb(user)]
        for user in changed:
            user.replace_input_with(self, replace_with)
        return changed

    def replace_input_with(self, old_input, new_input):
        swap = lambda node: new_input if node is old_input else node
        self._set(map_arg(self.args, swap), map_arg(self.kwargs, swap))

    def is_impure(self):
        if self.op in ('placeholder', 'output'):
            return True
        if self.op == 'call_function':
            return self.target in _effects or getattr(self.target, '__name__', '') == '_assert'
        return self.op == 'call_module' and self.graph.owning_module is None

    def __repr__(self):
        return self.name

    def format_node(self, placeholder_names=None, maybe_return_typename=None, *, include_tensor_metadata=False):
        count = f'[num_users={len(self.users)}]'
        if self.op == 'placeholder':
            if placeholder_names is not None:
                placeholder_names.append(str(self.target) + (f': {_type_text(self.type)}' if self.type else ''))
            default = f'(default={self.args[0]})' if self.args else ''
            return f'%{self.name} : {_annotated(self)}{count} = placeholder[target={self.target}]{default}'
        if self.op == 'get_attr':
            return f'%{self.name} : {_annotated(self)}{count} = get_attr[target={self.target}]'
        if self.op == 'output':
            return f'return {self.args[0]}'
        return (f'%{self.name} : {_annotated(self)}{count} = {self.op}[target={shown_target(self.target)}]'
                f'(args = {_format(self.args)}, kwargs = {_format(self.kwargs)})')


def _annotated(node):
    return f'{_type_text(node.type)} ' if node.type is not None else ''


def _type_text(kind):
    if isinstance(kind, type):
        return kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'
    return str(kind)


def _format(value):
    if isinstance(value, (tuple, list)):
        inner = ', '.join(_format(x) for x in value)
        return f'({inner},)' if isinstance(value, tuple) and len(value) == 1 else f'({inner})' if isinstance(value, tuple) else f'[{inner}]'
    if isinstance(value, dict):
        return '{' + ', '.join(f'{k}: {_format(v)}' for k, v in value.items()) + '}'
    return f'%{value}' if isinstance(value, Node) else str(value)

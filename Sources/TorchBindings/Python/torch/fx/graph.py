"""Steps in order, and the Python they stand for."""
import builtins
import keyword
import re

from torch.fx.node import Node, map_arg, shown_target, _type_text

_INFIX = {'add': '+', 'sub': '-', 'mul': '*', 'floordiv': '//', 'truediv': '/', 'mod': '%', 'lt': '<', 'le': '<=', 'eq': '==',
          'ne': '!=', 'gt': '>', 'ge': '>=', 'and_': '&', 'or_': '|', 'xor': '^', 'lshift': '<<', 'rshift': '>>', 'pow': '**',
          'matmul': '@'}
_PREFIX = {'neg': '-', 'pos': '+', 'invert': '~'}
_INPLACE = {'iadd': '+=', 'isub': '-=', 'imul': '*=', 'itruediv': '/=', 'ifloordiv': '//=', 'imod': '%=', 'ipow': '**=',
            'imatmul': '@=', 'iand': '&=', 'ior': '|=', 'ixor': '^=', 'ilshift': '<<=', 'irshift': '>>='}


class CodeGen:
    """What wraps the lines of a graph into a function."""

    def gen_fn_def(self, free_vars, maybe_return_annotation):
        return f"def forward(self{''.join(', ' + v for v in free_vars)}){maybe_return_annotation}:"


class PythonCode:
    def __init__(self, src, globals):
        self.src, self.globals = src, globals


class _node_list:
    def __init__(self, graph, direction='_next'):
        self.graph, self.direction = graph, direction

    def __len__(self):
        return self.graph._count

    def __iter__(self):
        root, node = self.graph._root, getattr(self.graph._root, self.direction)
        while node is not root:
            after = getattr(node, self.direction)
            if not node._erased:
                yield node
            # A node that has moved or gone has other neighbours.
            node = after if node._erased else getattr(node, self.direction)

    def __reversed__(self):
        return _node_list(self.graph, '_next' if self.direction == '_prev' else '_prev')


_node_list.__module__ = 'torch.fx.graph'


class _InsertPoint:
    def __init__(self, graph, place):
        self.graph, self.old = graph, graph._insert
        graph._insert = place

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.graph._insert = self.old


class Graph:
    def __init__(self, owning_module=None, tracer_cls=None, tracer_extras=None):
        self._root = Node(self, '', 'root', '', (), {})
        self._insert = self._root.prepend
        self._count, self._names = 0, {}
        self.owning_module, self._tracer_cls = owning_module, tracer_cls

    @property
    def nodes(self):
        return _node_list(self)

    # MARK: Names

    def _unique(self, wanted):
        base = re.sub('[^0-9a-zA-Z_]+', '_', wanted) or 'node'
        if base[0].isdigit():
            base = f'_{base}'
        match = re.match(r'(.*)_(\d+)$', base)
        stem, number = (match.group(1), int(match.group(2))) if match else (base, None)
        name = base
        if number is None:
            number = self._names.get(base, 0)
            if number:
                name = f'{base}_{number}'
        while name in self._used() or hasattr(builtins, name) and number == 0 and not match or keyword.iskeyword(name):
            number = (number or 0) + 1
            name = f'{stem}_{number}'
        self._names[stem] = max(self._names.get(stem, 0), (number or 0) + 1)
        return name

    def _used(self):
        return {node.name for node in self.nodes}

    # MARK: Nodes

    def create_node(self, op, target, args=None, kwargs=None, name=None, type_expr=None):
        if name is None:
            words = target if isinstance(target, str) else target.__name__
            name = re.sub('(.)([A-Z][a-z]+)', r'\1_\2', words)
            name = re.sub('([a-z0-9])([A-Z])', r'\1_\2', name).lower() if op != 'placeholder' else words
            name = name.rstrip('_') if op == 'call_function' and name.endswith('_') and name[:-1] in ('and', 'or') else name
            name = {'and': 'and_', 'or': 'or_'}.get(name, name)
        node = Node(self, self._unique(name), op, target, args or (), kwargs or {}, type_expr)
        self._insert(node)
        self._count += 1
        return node

    def placeholder(self, name, type_expr=None, default_value=...):
        return self.create_node('placeholder', name, () if default_value is ... else (default_value,), type_expr=type_expr)

    def get_attr(self, qualified_name, type_expr=None):
        return self.create_node('get_attr', qualified_name, type_expr=type_expr)

    def call_module(self, module_name, args=None, kwargs=None, type_expr=None):
        return self.create_node('call_module', module_name, args, kwargs, type_expr=type_expr)

    def call_method(self, method_name, args=None, kwargs=None, type_expr=None):
        return self.create_node('call_method', method_name, args, kwargs, type_expr=type_expr)

    def call_function(self, the_function, args=None, kwargs=None, type_expr=None, name=None):
        return self.create_node('call_function', the_function, args, kwargs, name, type_expr)

    def output(self, result, type_expr=None):
        return self.create_node('output', 'output', (result,), type_expr=type_expr)

    def node_copy(self, node, arg_transform=None):
        arg_transform = arg_transform or (lambda x: x)
        copy = self.create_node(node.op, node.target, map_arg(node.args, arg_transform), map_arg(node.kwargs, arg_transform),
                                node.name, node.type)
        copy.meta = dict(node.meta)
        return copy

    def graph_copy(self, g, val_map, return_output_node=False):
        for node in g.nodes:
            if node in val_map:
                continue
            if node.op == 'output':
                made = map_arg(node.args[0], lambda n: val_map[n])
                return (made, node) if return_output_node else made
            val_map[node] = self.node_copy(node, lambda n: val_map[n])
        return None

    def erase_node(self, to_erase):
        if to_erase.users:
            raise RuntimeError(f'Tried to erase Node {to_erase} but it still had {len(to_erase.users)} users in the graph: '
                               f'{to_erase.users}!')
        if to_erase._erased:
            return
        to_erase._set((), {})
        # Its own link stays for loops that stand at it.
        to_erase._prev._next, to_erase._next._prev = to_erase._next, to_erase._prev
        to_erase._erased = True
        self._count -= 1

    def inserting_before(self, n=None):
        return self.inserting_after(self._root) if n is None else _InsertPoint(self, n.prepend)

    def inserting_after(self, n=None):
        return self.inserting_before(self._root) if n is None else _InsertPoint(self, n.append)

    def find_nodes(self, *, op, target=None, sort=True):
        return [n for n in self.nodes if n.op == op and (target is None or n.target == target)]

    def output_node(self):
        return next(iter(reversed(self.nodes)))

    def eliminate_dead_code(self, is_impure_node=None):
        changed = False
        for node in reversed(self.nodes):
            if not (is_impure_node or Node.is_impure)(node) and not node.users:
                self.erase_node(node)
                changed = True
        return changed

    def lint(self):
        seen, names = set(), set()
        for node in self.nodes:
            for used in node.all_input_nodes:
                if used.graph is not self:
                    raise RuntimeError(f"Argument '{used}' of Node '{node}' does not belong to this Graph, but was used as an "
                                       'argument! If you are copying nodes from another graph, make sure to use '
                                       '``arg_transform`` on node_copy() to remap values')
                if used not in seen:
                    raise RuntimeError(f"Argument '{used}' of Node '{node}' was used before it has been defined! Please check "
                                       f'that Nodes in the graph are topologically ordered\n{self}')
            if node.name in names:
                raise RuntimeError(f'Node redefined name {node.name}!')
            seen.add(node)
            names.add(node.name)

    # MARK: Texts

    def __str__(self):
        names = []
        lines = [node.format_node(names) for node in self.nodes]
        return 'graph(' + ', '.join(n for n in names if ':' in n) + '):' + ''.join('\n    ' + line for line in lines)

    def print_tabular(self):
        rows = [('opcode', 'name', 'target', 'args', 'kwargs')]
        rows += [(n.op, n.name, str(n.target), str(n.args), str(n.kwargs)) for n in self.nodes]
        widths = [max(len(r[k]) for r in rows) for k in range(5)]
        line = lambda r: '  '.join(c.ljust(w) for c, w in zip(r, widths)).rstrip()
        print(line(rows[0]))
        print('  '.join('-' * w for w in widths))
        for row in rows[1:]:
            print(line(row))

    def python_code(self, root_module='self', **options):
        free, lines, globals_ = [], [], {}
        last = {}
        for node in self.nodes:
            for used in node.all_input_nodes:
                last[used] = node
        for node in self.nodes:
            if node.op == 'placeholder':
                raw = str(node.target)
                plain = raw.lstrip('*')
                note = f' : {_type_text(node.type)}' if node.type is not None else ''
                free.append(f'{raw}{note}' + (f' = {node.args[0]!r}' if node.args else ''))
                if plain != node.name:
                    lines.append(f'{node.name} = {plain}')
                continue
            if node.op == 'output':
                lines.append(f'return {node.args[0]!r}')
                continue
            gone = [u for u in reversed(node.all_input_nodes) if last[u] is node]
            gone = [u.name for u in reversed(gone)] + ([] if node.users else [node.name])
            if node.op == 'get_attr':
                gone = [] if node.users else [node.name]
            free_text = f";  {' = '.join(gone + ['None'])}" if gone else ''
            lines.append(_line(node, globals_) + free_text)
        head = CodeGen().gen_fn_def(free, '')
        body = ''.join(f'    {line}\n' for line in lines or ['pass'])
        return PythonCode(f'\n\n\n{head}\n{body}    ', globals_)


def _path(root, target):
    text = root
    for part in target.split('.'):
        text = f'{text}.{part}' if part.isidentifier() and not keyword.iskeyword(part) else f'getattr({text}, "{part}")'
    return text


def _arguments(args, kwargs):
    return ', '.join([_value(a) for a in args] + [f'{k} = {_value(v)}' for k, v in kwargs.items()])


def _value(a):
    import torch
    if isinstance(a, torch.dtype | torch.device):
        return repr(a)
    if isinstance(a, tuple):
        inner = ', '.join(_value(x) for x in a)
        return f'({inner},)' if len(a) == 1 else f'({inner})'
    if isinstance(a, list):
        return '[' + ', '.join(_value(x) for x in a) + ']'
    return repr(a)


def _line(node, globals_):
    """The line of Python of one step."""
    args = node.args
    if node.op == 'get_attr':
        return f"{node.name} = {_path('self', node.target)}"
    if node.op == 'call_module':
        return f"{node.name} = {_path('self', node.target)}({_arguments(args, node.kwargs)})"
    if node.op == 'call_method':
        return f'{node.name} = {_value(args[0])}.{node.target}({_arguments(args[1:], node.kwargs)})'
    shown = shown_target(node.target)
    module, _, name = shown.rpartition('.')
    if module == 'operator' and not node.kwargs:
        if name in _INFIX and len(args) == 2:
            return f'{node.name} = {_value(args[0])} {_INFIX[name]} {_value(args[1])}'
        if name in _PREFIX and len(args) == 1:
            return f'{node.name} = {_PREFIX[name]}{_value(args[0])}'
        if name in _INPLACE and len(args) == 2:
            return f'{_value(args[0])} {_INPLACE[name]} {_value(args[1])};  {node.name} = {_value(args[0])}'
        if name == 'getitem' and len(args) == 2:
            return f'{node.name} = {_value(args[0])}[{_value(args[1])}]'
    if shown == 'builtins.getattr' and isinstance(args[1], str) and args[1].isidentifier() and len(args) == 2:
        return f'{node.name} = {_value(args[0])}.{args[1]}'
    if module.startswith('torch'):
        called = shown
    else:
        called = name if module == 'builtins' else shown.replace('.', '_') if module != '__main__' else f'__main___{name}'
        globals_[called] = node.target
    return f'{node.name} = {called}({_arguments(args, node.kwargs)})'

"""Runs a program with stand-ins and keeps the graph of what it does."""
import builtins
import functools
import inspect
import math
import operator
import sys
import types

import torch
from torch.fx.graph import Graph
from torch.fx.graph_module import GraphModule
from torch.fx.node import Node, map_aggregate
from torch.fx.proxy import Proxy, TraceError, find_tracer, traced_call

PH = type('PHBase', (), {'__repr__': lambda self: 'PH'})()
_wrapped = []
_OF_LISTS = ('cat', 'concat', 'stack', 'hstack', 'vstack', 'dstack', 'column_stack', 'block_diag', 'einsum', 'meshgrid',
             'broadcast_tensors', 'cartesian_prod')


class ProxyableClassMeta(type):
    """Classes whose instances may be made of stand-ins."""


def wrap(fn_or_name):
    """Makes the calls of a function of the caller's module one step of graphs."""
    if not isinstance(fn_or_name, str) and not callable(fn_or_name):
        raise RuntimeError('Unsupported type for global function! Must be either a callable or string name')
    frame = sys._getframe(1)
    if frame.f_code.co_name != '<module>':
        raise NotImplementedError('wrap must be called at the top level of a module')
    _wrapped.append((frame.f_globals, fn_or_name if isinstance(fn_or_name, str) else fn_or_name.__name__))
    return fn_or_name


class TracerBase:
    def create_node(self, kind, target, args, kwargs, name=None, type_expr=None):
        return self.graph.create_node(kind, target, args, kwargs, name, type_expr)

    def proxy(self, node):
        return Proxy(node, self)

    def create_proxy(self, kind, target, args, kwargs, name=None, type_expr=None, proxy_factory_fn=None):
        args, kwargs = self.create_arg(tuple(args)), self.create_arg(dict(kwargs))
        node = self.create_node(kind, target, args, kwargs, name, type_expr)
        return self.proxy(node) if proxy_factory_fn is None else proxy_factory_fn(node)

    def create_arg(self, a):
        return map_aggregate(a, self._one)

    def _one(self, a):
        if isinstance(a, Proxy):
            return a.node
        known = (Node, str, int, float, complex, bool, type(None), type(...), torch.Tensor, torch.dtype, torch.device, torch.layout,
                 range, type)
        if isinstance(a, known) or callable(a):
            return a
        if isinstance(a, torch.Size):
            return tuple(a)
        raise NotImplementedError(f'argument of type: {type(a)}')

    def to_bool(self, obj):
        raise TraceError('symbolically traced variables cannot be used as inputs to control flow')

    def iter(self, obj):
        count = _unpacked(sys._getframe(2))
        if count is not None:
            return iter([obj[k] for k in range(count)])
        raise TraceError('Proxy object cannot be iterated. This can be attempted when the Proxy is used in a loop or as a *args or '
                         '**kwargs function argument. See the torch.fx docs on pytorch.org for a more detailed explanation of '
                         'what types of control flow can be traced, and check out the Proxy docstring for help troubleshooting '
                         'Proxy iteration errors')

    def keys(self, obj):
        return obj.keys

    _module_depth = 0


class GraphAppendingTracer(TracerBase):
    def __init__(self, graph):
        self.graph = graph


def _unpacked(frame):
    """How many names the line that iterates unpacks into; None: it does not unpack."""
    import ast
    import linecache
    try:
        tree = ast.parse(linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip())
    except SyntaxError:
        return None
    for statement in ast.walk(tree):
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Tuple):
            return len(statement.targets[0].elts)
    return None


class Tracer(TracerBase):
    def __init__(self, autowrap_modules=(math,), autowrap_functions=(), param_shapes_constant=False):
        self.autowrap_modules, self.autowrap_functions = autowrap_modules, autowrap_functions
        self.root = self.graph = None

    def is_leaf_module(self, m, module_qualified_name):
        return m.__module__.startswith('torch.nn') and not isinstance(m, torch.nn.Sequential)

    def path_of_module(self, mod):
        for name, module in self.root.named_modules():
            if module is mod:
                return name
        raise NameError('module is not installed as a submodule')

    def call_module(self, m, forward, args, kwargs):
        path = self.path_of_module(m)
        if self.is_leaf_module(m, path):
            return self.create_proxy('call_module', path, args, kwargs)
        return forward(*args, **kwargs)

    def getattr(self, attr, attr_val, parameter_proxy_cache):
        return attr_val

    def _one(self, a):
        if isinstance(a, torch.nn.Parameter):
            for name, p in self.root.named_parameters():
                if p is a:
                    return self.create_node('get_attr', name, (), {})
            raise NameError('parameter is not a member of this module')
        if isinstance(a, torch.Tensor):
            for name, b in self.root.named_buffers():
                if b is a:
                    return self.create_node('get_attr', name, (), {})
            for name, value in self.root.__dict__.items():
                if value is a:
                    return self.create_node('get_attr', name, (), {})
            k = 0
            while hasattr(self.root, f'_tensor_constant{k}'):
                k += 1
            setattr(self.root, f'_tensor_constant{k}', a)
            return self.create_node('get_attr', f'_tensor_constant{k}', (), {})
        return super()._one(a)

    def trace(self, root, concrete_args=None):
        if isinstance(root, torch.nn.Module):
            self.root, function = root, type(root).forward
        else:
            self.root, function = torch.nn.Module(), root
        self.graph = Graph(tracer_cls=type(self))
        args, keywords = self._stand_ins(function, concrete_args or {}, isinstance(root, torch.nn.Module))
        first = (root,) if isinstance(root, torch.nn.Module) else ()
        function = _with_plain_parameters(function)
        with _Patches(self):
            result = function(*first, *args, **keywords)
            self.create_node('output', 'output', (self.create_arg(result),), {})
        return self.graph

    def _stand_ins(self, function, concrete, is_method):
        """A stand-in for each parameter of a function."""
        parameters = list(inspect.signature(function).parameters.values())[1 if is_method else 0:]
        args, keywords = [], {}
        for p in parameters:
            if p.name in concrete and concrete[p.name] is not PH:
                value = concrete[p.name]
                node = self.create_node('placeholder', f'{p.name}_1', (), {})
                if isinstance(value, (bool, int, float, str)) or value is None:
                    same = operator.eq(self.proxy(node), value) if value is not None else None
                    if same is not None:
                        self.create_proxy('call_function', torch._assert, (
                            same, f'{p.name} has been specialized to have value {value} but got another value'), {})
                args.append(value)
                continue
            star = {p.VAR_POSITIONAL: '*', p.VAR_KEYWORD: '**'}.get(p.kind, '')
            default = () if p.default is p.empty or star else (self.create_arg(p.default),)
            kind = None if p.annotation is p.empty or isinstance(p.annotation, str) else p.annotation
            node = self.create_node('placeholder', star + p.name, default, {},
                                    name=('_' if star else '') + p.name if star else None, type_expr=kind)
            proxy = self.proxy(node)
            if p.kind is p.KEYWORD_ONLY:
                keywords[p.name] = proxy
            else:
                args.append(proxy)
        return args, keywords


def _with_plain_parameters(function):
    """The function with `*args` and `**kwargs` as ordinary parameters, which one stand-in each is handed."""
    plain = inspect.unwrap(function)
    code = getattr(plain, '__code__', None)
    stars = inspect.CO_VARARGS | inspect.CO_VARKEYWORDS
    if code is None or not code.co_flags & stars:
        return function
    more = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    changed = code.replace(co_flags=code.co_flags & ~stars, co_argcount=code.co_argcount + more)
    return types.FunctionType(changed, plain.__globals__, plain.__name__, None, plain.__closure__)


class _Patches:
    """While it is entered, functions look for stand-ins among their arguments, and modules become steps."""

    def __init__(self, tracer):
        self.tracer, self.old = tracer, []

    def _set(self, holder, name, value):
        put = holder.__setitem__ if isinstance(holder, dict) else functools.partial(setattr, holder)
        old = holder.get(name) if isinstance(holder, dict) else getattr(holder, name)
        self.old.append((put, name, old))
        put(name, value)

    def __enter__(self):
        tracer, plain_call = self.tracer, torch.nn.Module.__call__

        def call(module, *args, **kwargs):
            return tracer.call_module(module, lambda *a, **k: plain_call(module, *a, **k), args, kwargs)
        self._set(torch.nn.Module, '__call__', call)
        for name, function in list(vars(torch.nn.functional).items()):
            if callable(function) and not isinstance(function, type) and not name.startswith('_'):
                self._set(torch.nn.functional, name, _watched(function, _defaults(function)))
        # Of torch itself only what takes lists: other functions ask their arguments.
        for name in _OF_LISTS:
            self._set(torch, name, _watched(getattr(torch, name), None))
        for module in tracer.autowrap_modules:
            for name, function in list(vars(module).items()):
                if callable(function) and not name.startswith('_'):
                    self._set(module, name, _watched(function, None))
        for holder, name in _wrapped:
            function = holder.get(name, getattr(builtins, name, None))
            if function is not None:
                self._set(holder, name, _watched(function, None))
        return self

    def __exit__(self, *args):
        for put, name, old in reversed(self.old):
            put(name, old)


def _defaults(function):
    """The signature of what PyTorch writes in Python, whose steps show every default."""
    try:
        return inspect.signature(function) if function.__name__ not in _NATIVE else None
    except (ValueError, TypeError):
        return None


_NATIVE = {'linear', 'conv1d', 'conv2d', 'conv3d', 'conv_transpose1d', 'conv_transpose2d', 'conv_transpose3d', 'avg_pool1d', 'avg_pool2d', 'avg_pool3d',
           'logsigmoid', 'gelu', 'softplus', 'softshrink', 'hardshrink', 'bilinear', 'pad', 'one_hot', 'scaled_dot_product_attention',
           'pixel_shuffle', 'pixel_unshuffle', 'prelu', 'cosine_similarity', 'pairwise_distance', 'relu_', 'celu_', 'selu_', 'elu_'}


def _watched(function, signature):
    @functools.wraps(function)
    def watching(*args, **kwargs):
        if find_tracer(args, kwargs) is None:
            return function(*args, **kwargs)
        if signature is not None:
            try:
                bound = signature.bind(*args, **kwargs)
                bound.apply_defaults()
                required = [p.name for p in signature.parameters.values() if p.default is p.empty and p.kind is not p.VAR_KEYWORD]
                args = tuple(bound.arguments[name] for name in required)
                kwargs = {k: v for k, v in bound.arguments.items() if k not in required and k not in ('_stacklevel',) or k == '_stacklevel'}
            except TypeError:
                pass
        return traced_call(function, args, kwargs)
    return watching


def symbolic_trace(root, concrete_args=None):
    tracer = Tracer()
    graph = tracer.trace(root, concrete_args)
    name = root.__class__.__name__ if isinstance(root, torch.nn.Module) else root.__name__
    return GraphModule(tracer.root, graph, name)

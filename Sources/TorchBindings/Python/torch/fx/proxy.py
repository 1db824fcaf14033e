"""Stand-ins for tensors that write down what is done to them."""
import operator

from torch.fx.node import Node, map_aggregate


class TraceError(ValueError):
    pass


class Proxy:
    def __init__(self, node, tracer=None):
        self.node = node
        if tracer is None:
            from torch.fx.tracer import GraphAppendingTracer
            tracer = GraphAppendingTracer(node.graph)
        self.tracer = tracer

    def __repr__(self):
        return f'Proxy({self.node.name})'

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(f"'Proxy' object has no attribute '{name}'")
        return Attribute(self, name)

    def __call__(self, *args, **kwargs):
        return self.tracer.create_proxy('call_method', '__call__', (self,) + args, kwargs)

    def __iter__(self):
        import sys
        code = sys._getframe(1)
        return self.tracer.iter(self)

    def __bool__(self):
        return self.tracer.to_bool(self)

    def __len__(self):
        raise RuntimeError("'len' is not supported in symbolic tracing by default. If you want this call to be recorded, please "
                           "call torch.fx.wrap('len') at module scope")

    def keys(self):
        return self.tracer.keys(self)

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return traced_call(function, args, kwargs or {})


class Attribute(Proxy):
    """`proxy.name`: an attribute if it is used as one, a method if it is called."""

    def __init__(self, root, attr):
        self.root, self.attr, self.tracer, self._node = root, attr, root.tracer, None

    @property
    def node(self):
        if self._node is None:
            self._node = self.tracer.create_proxy('call_function', getattr, (self.root, self.attr), {}).node
        return self._node

    def __call__(self, *args, **kwargs):
        return self.tracer.create_proxy('call_method', self.attr, (self.root,) + args, kwargs)


def find_tracer(*values):
    found = []
    map_aggregate(values, lambda x: found.append(x.tracer) if isinstance(x, Proxy) else None)
    return found[0] if found else None


def traced_call(function, args, kwargs):
    """Writes down the call of a function that was given a stand-in."""
    return find_tracer(args, kwargs).create_proxy('call_function', function, args, kwargs)


def _operators():
    def forward(function):
        return lambda self, *args: traced_call(function, (self, *args), {})

    def backward(function):
        return lambda self, other: traced_call(function, (other, self), {})
    plain = ('add sub mul floordiv truediv mod pow lshift rshift matmul lt le eq ne gt ge getitem neg pos invert iadd isub imul '
             'itruediv ifloordiv imod ipow imatmul iand ior ixor').split()
    for name in plain:
        setattr(Proxy, f'__{name}__', forward(getattr(operator, name)))
    for name in ('and', 'or', 'xor'):
        setattr(Proxy, f'__{name}__', forward(getattr(operator, {'and': 'and_', 'or': 'or_'}.get(name, name))))
    for name in 'add sub mul floordiv truediv mod pow lshift rshift matmul and or xor'.split():
        setattr(Proxy, f'__r{name}__', backward(getattr(operator, {'and': 'and_', 'or': 'or_'}.get(name, name))))
    Proxy.__abs__ = forward(operator.abs)
    Proxy.__hash__ = object.__hash__


_operators()

"""Padding."""
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.modules.utils import _tuple


class _ConstantPadNd(Module):
    count = 4
    mode = 'constant'
    value = 0.0

    def __init__(self, padding):
        super().__init__()
        self.padding = _tuple(padding, self.count)

    def forward(self, input):
        return F.pad(input, self.padding, 'constant', self.value)

    def extra_repr(self):
        return f'{self.padding}'


def _forward(self, input):
    return F.pad(input, self.padding, self.mode)


def _base(name):
    """The class of which pads of a kind are; messages name it."""
    made = type(_forward)(_forward.__code__, _forward.__globals__, 'forward')
    made.__qualname__ = f'{name}.forward'
    return type(name, (_ConstantPadNd,), {'forward': made, '__module__': 'torch.nn.modules.padding'})


def _constant_init(self, padding, value):
    _ConstantPadNd.__init__(self, padding)
    self.value = value


def _named(function, name):
    made = type(function)(function.__code__, function.__globals__, '__init__')
    made.__qualname__ = f'{name}.__init__'
    return made


def _pads():
    made = {}
    for kind, mode in (('Zero', 'constant'), ('Constant', 'constant'), ('Reflection', 'reflect'),
                       ('Replication', 'replicate'), ('Circular', 'circular')):
        base = _ConstantPadNd if mode == 'constant' else _base(f'_{kind}PadNd')
        made[base.__name__] = base
        for n in (1, 2, 3):
            body = {'count': 2 * n, 'mode': mode}
            if kind == 'Constant':
                body['__init__'] = _constant_init
                body['extra_repr'] = lambda self: f'padding={self.padding}, value={self.value}'
            body['__module__'] = 'torch.nn.modules.padding'
            name = f'{kind}Pad{n}d'
            if '__init__' in body:
                body['__init__'] = _named(body['__init__'], name)
            made[name] = type(name, (base,), body)
    return made


globals().update(_pads())

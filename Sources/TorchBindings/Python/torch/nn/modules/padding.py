"""Padding."""
import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.modules.utils import _tuple


class _Pad(Module):
    count = 4
    mode = 'constant'

    def __init__(self, padding, value=0.0):
        super().__init__()
        self.padding = _tuple(padding, self.count)
        self.value = value

    def forward(self, input):
        if self.mode == 'constant':
            return F.pad(input, self.padding, 'constant', self.value)
        return F.pad(input, self.padding, self.mode)

    def extra_repr(self):
        return f'{self.padding}'


def _constant_init(self, padding, value):
    _Pad.__init__(self, padding, value)


def _named(function, name):
    made = type(function)(function.__code__, function.__globals__, '__init__')
    made.__qualname__ = f'{name}.__init__'
    return made


def _pads():
    made = {}
    for kind, mode in (('Zero', 'constant'), ('Constant', 'constant'), ('Reflection', 'reflect'),
                       ('Replication', 'replicate'), ('Circular', 'circular')):
        for n in (1, 2, 3):
            body = {'count': 2 * n, 'mode': mode}
            if kind == 'Constant':
                body['__init__'] = _constant_init
                body['extra_repr'] = lambda self: f'padding={self.padding}, value={self.value}'
            body['__module__'] = 'torch.nn.modules.padding'
            name = f'{kind}Pad{n}d'
            if '__init__' in body:
                body['__init__'] = _named(body['__init__'], name)
            made[name] = type(name, (_Pad,), body)
    return made


globals().update(_pads())

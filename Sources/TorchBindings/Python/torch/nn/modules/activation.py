"""Activations."""
import torch
import torch.nn.functional as F
from torch.nn.parameter import Parameter
from torch.nn.modules.module import Module


def _activation(name, function, parameters=(), extra=None, check=None):
    """A module whose forward calls function with its parameters, in order."""
    names = [p[0] for p in parameters]
    defaults = [p[1] for p in parameters]

    def __init__(self, *args, **kwargs):
        Module.__init__(self)
        if len(args) > len(names):
            least = 1 + sum(d is _required for d in defaults)
            range = f'from {least} to {len(names) + 1}' if least <= len(names) else f'{len(names) + 1}'
            raise TypeError(f'{name}.__init__() takes {range} positional argument{"s" if names else ""} but {len(args) + 1} '
                            'were given')
        for i, key in enumerate(names):
            if i < len(args):
                value = args[i]
            elif key in kwargs:
                value = kwargs.pop(key)
            elif defaults[i] is _required:
                raise TypeError(f"{name}.__init__() missing 1 required positional argument: '{key}'")
            else:
                value = defaults[i]
            setattr(self, key, value)
        if kwargs:
            raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")

    def forward(self, input):
        return function(input, **{key: getattr(self, key) for key in names})

    forward.__qualname__ = f'{name}.forward'
    body = {'__init__': __init__, 'forward': forward, '__module__': 'torch.nn.modules.activation'}
    if extra is not None:
        body['extra_repr'] = extra
    return type(name, (Module,), body)


_required = object()


def _inplace(self):
    return 'inplace=True' if self.inplace else ''


def _show(*names, inplace=False):
    def extra_repr(self):
        parts = [f'{n}={getattr(self, n)}' for n in names]
        if inplace and self.inplace:
            parts.append('inplace=True')
        return ', '.join(parts)
    return extra_repr


ReLU = _activation('ReLU', F.relu, [('inplace', False)], _inplace)
SELU = _activation('SELU', F.selu, [('inplace', False)], _inplace)
SiLU = _activation('SiLU', F.silu, [('inplace', False)], _inplace)
Mish = _activation('Mish', F.mish, [('inplace', False)], _inplace)
Hardswish = _activation('Hardswish', F.hardswish, [('inplace', False)])
Hardsigmoid = _activation('Hardsigmoid', F.hardsigmoid, [('inplace', False)])
LeakyReLU = _activation('LeakyReLU', F.leaky_relu, [('negative_slope', 0.01), ('inplace', False)],
                        _show('negative_slope', inplace=True))
ELU = _activation('ELU', F.elu, [('alpha', 1.0), ('inplace', False)], _show('alpha', inplace=True))
CELU = _activation('CELU', F.celu, [('alpha', 1.0), ('inplace', False)], _show('alpha', inplace=True))
GELU = _activation('GELU', F.gelu, [('approximate', 'none')], lambda self: f'approximate={self.approximate!r}')
Sigmoid = _activation('Sigmoid', torch.sigmoid)
Tanh = _activation('Tanh', torch.tanh)
LogSigmoid = _activation('LogSigmoid', F.logsigmoid)
Softsign = _activation('Softsign', F.softsign)
Tanhshrink = _activation('Tanhshrink', F.tanhshrink)
Softmax = _activation('Softmax', F.softmax, [('dim', None)], _show('dim'))
Softmin = _activation('Softmin', F.softmin, [('dim', None)], _show('dim'))
LogSoftmax = _activation('LogSoftmax', F.log_softmax, [('dim', None)], _show('dim'))
Softplus = _activation('Softplus', F.softplus, [('beta', 1.0), ('threshold', 20.0)], _show('beta', 'threshold'))
Hardtanh = _activation('Hardtanh', F.hardtanh, [('min_val', -1.0), ('max_val', 1.0), ('inplace', False)],
                       _show('min_val', 'max_val', inplace=True))
Threshold = _activation('Threshold', F.threshold, [('threshold', _required), ('value', _required), ('inplace', False)],
                        _show('threshold', 'value', inplace=True))
Hardshrink = _activation('Hardshrink', F.hardshrink, [('lambd', 0.5)], lambda self: f'{self.lambd}')
Softshrink = _activation('Softshrink', F.softshrink, [('lambd', 0.5)], lambda self: str(self.lambd))
GLU = _activation('GLU', F.glu, [('dim', -1)], _show('dim'))


class ReLU6(Hardtanh):
    def __init__(self, inplace=False):
        super().__init__(0.0, 6.0, inplace)
    extra_repr = _inplace


class Softmax2d(Module):
    def forward(self, input):
        if input.dim() not in (3, 4):
            raise ValueError(f'Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead')
        return F.softmax(input, -3)


class RReLU(Module):
    def __init__(self, lower=1.0 / 8, upper=1.0 / 3, inplace=False):
        super().__init__()
        self.lower, self.upper, self.inplace = lower, upper, inplace

    def forward(self, input):
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)

    extra_repr = _show('lower', 'upper', inplace=True)


class PReLU(Module):
    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        self.num_parameters = num_parameters
        self.init = init
        self.weight = Parameter(torch.full((num_parameters,), float(init), dtype=dtype))

    def forward(self, input):
        return F.prelu(input, self.weight)

    extra_repr = _show('num_parameters')

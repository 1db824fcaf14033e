"""Layers that learn their input sizes from the first input."""
import warnings

import torch
from torch.nn.parameter import Parameter
from torch.nn.modules.batchnorm import BatchNorm1d, BatchNorm2d, BatchNorm3d
from torch.nn.modules.conv import Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from torch.nn.modules.instancenorm import InstanceNorm1d, InstanceNorm2d, InstanceNorm3d
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module


class _Lazy:
    """A layer that learns the size of its input from the first one."""

    def _prepare(self, input):
        raise NotImplementedError

    def __call__(self, *args, **kwargs):
        if not self.__dict__['_ready']:
            known = dict(self.__dict__['_options'])
            training = self.training
            self._prepare(args[0], known)
            self.__dict__['_ready'] = True
            self.__class__ = self.final
            self.train(training)
        return Module.__call__(self, *args, **kwargs)


def _lazy(name, base, dim, place, names, **defaults):
    def __init__(self, *args, **kwargs):
        Module.__init__(self)
        options = dict(defaults, **dict(zip(names, args)))
        options.update(kwargs)
        self.__dict__['_options'] = options
        self.__dict__['_ready'] = False
        self.weight, self.bias = torch.nn.UninitializedParameter(), torch.nn.UninitializedParameter()

    def _prepare(self, input, options):
        self.__dict__['_parameters'].clear()
        base.__init__(self, input.shape[dim], *[], **options)

    def __repr__(self):
        # What the layer for inputs of size 0 shows, without drawing numbers.
        with torch.random.fork_rng(), warnings.catch_warnings():
            warnings.simplefilter('ignore')
            shown = repr(base(0, **self.__dict__['_options']))
        return name + shown[shown.index('('):]
    made = type(name, (_Lazy, base), dict(__init__=__init__, _prepare=_prepare, __repr__=__repr__, final=base))
    made.__module__ = 'torch.nn.modules.' + place
    return made


_conv = ('out_channels', 'kernel_size', 'stride', 'padding', 'dilation', 'groups', 'bias', 'padding_mode')
_turned = ('out_channels', 'kernel_size', 'stride', 'padding', 'output_padding', 'groups', 'bias', 'dilation')
_norm = ('eps', 'momentum', 'affine', 'track_running_stats')
LazyLinear = _lazy('LazyLinear', Linear, -1, 'linear', ('out_features', 'bias'))
LazyConv1d = _lazy('LazyConv1d', Conv1d, 1, 'conv', _conv)
LazyConv2d = _lazy('LazyConv2d', Conv2d, 1, 'conv', _conv)
LazyConv3d = _lazy('LazyConv3d', Conv3d, 1, 'conv', _conv)
LazyConvTranspose1d = _lazy('LazyConvTranspose1d', ConvTranspose1d, 1, 'conv', _turned)
LazyConvTranspose2d = _lazy('LazyConvTranspose2d', ConvTranspose2d, 1, 'conv', _turned)
LazyConvTranspose3d = _lazy('LazyConvTranspose3d', ConvTranspose3d, 1, 'conv', _turned)
LazyBatchNorm1d = _lazy('LazyBatchNorm1d', BatchNorm1d, 1, 'batchnorm', _norm)
LazyBatchNorm2d = _lazy('LazyBatchNorm2d', BatchNorm2d, 1, 'batchnorm', _norm)
LazyBatchNorm3d = _lazy('LazyBatchNorm3d', BatchNorm3d, 1, 'batchnorm', _norm)
LazyInstanceNorm1d = _lazy('LazyInstanceNorm1d', InstanceNorm1d, 1, 'instancenorm', _norm, affine=True, track_running_stats=True)
LazyInstanceNorm2d = _lazy('LazyInstanceNorm2d', InstanceNorm2d, 1, 'instancenorm', _norm, affine=True, track_running_stats=True)
LazyInstanceNorm3d = _lazy('LazyInstanceNorm3d', InstanceNorm3d, 1, 'instancenorm', _norm, affine=True, track_running_stats=True)


class UninitializedParameter(Parameter):
    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return torch._make_subclass(cls, torch.empty(0), requires_grad)

    def __repr__(self):
        return '<UninitializedParameter>'

"""Modules, layers and losses."""
import torch.nn.functional as functional
from torch.nn._module import (Buffer, Module, ModuleDict, ModuleList, Parameter, ParameterDict, ParameterList,
                              Sequential)
import torch.nn.init as init
from torch.nn._layers import *
from torch.nn._activation import *
from torch.nn._recurrent import *
from torch.nn._attention import *
import torch.nn.utils as utils
import sys as _sys


def _package():
    """torch.nn.modules and its parts: other places of the same names."""
    kind = type(_sys)
    made = kind('torch.nn.modules')
    made.__getattr__ = lambda name: getattr(_sys.modules['torch.nn'], name)
    made.__path__ = []
    _sys.modules['torch.nn.modules'] = made
    for name in ('activation', 'adaptive', 'batchnorm', 'channelshuffle', 'container', 'conv', 'distance', 'dropout', 'flatten',
                 'fold', 'instancenorm', 'lazy', 'linear', 'loss', 'module', 'normalization', 'padding', 'pixelshuffle',
                 'pooling', 'rnn', 'sparse', 'transformer', 'upsampling', 'utils'):
        part = kind('torch.nn.modules.' + name)
        part.__getattr__ = made.__getattr__
        _sys.modules['torch.nn.modules.' + name] = part
        setattr(made, name, part)
    return made


modules = _package()
parallel = type(_sys)('torch.nn.parallel')
_sys.modules['torch.nn.parallel'] = parallel
parallel.__getattr__ = lambda name: getattr(_sys.modules['torch.nn'], 'DataParallel' if name == 'DistributedDataParallel' else name)


def __getattr__(name):
    if not name.startswith('_'):
        import torch.nn._more as more
        if name in more.__dict__:
            return more.__dict__[name]
    raise AttributeError(f"module 'torch.nn' has no attribute '{name}'")

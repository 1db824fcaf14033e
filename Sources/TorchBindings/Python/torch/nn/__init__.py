"""Modules, layers and losses."""
import torch.nn.functional as functional
import torch.nn.init as init
import torch.nn.modules as modules
import torch.nn.utils as utils
from torch.nn.modules import *
from torch.nn.parameter import Buffer, Parameter


def __getattr__(name):
    # Rarely wanted: imported when they are.
    import importlib
    if name in ('attention', 'parallel', 'parameter'):
        return importlib.import_module('torch.nn.' + name)
    if name == 'AdaptiveLogSoftmaxWithLoss':
        return importlib.import_module('torch.nn.modules.adaptive').AdaptiveLogSoftmaxWithLoss
    if name.startswith('Lazy') or name in ('UninitializedParameter', 'DataParallel'):
        place = 'torch.nn.parallel' if name == 'DataParallel' else 'torch.nn.modules.lazy'
        part = importlib.import_module(place)
        if hasattr(part, name):
            return getattr(part, name)
    raise AttributeError(f"module 'torch.nn' has no attribute '{name}'")

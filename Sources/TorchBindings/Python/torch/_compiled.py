"""What `torch.compile` gives: the module or function itself in the wrapper that programs know, since nothing is compiled here."""
import functools

import torch
from torch import nn


class OptimizedModule(nn.Module):
    """A module that calls another one, which saved states name `_orig_mod`."""

    def __init__(self, mod):
        super().__init__()
        self._orig_mod = mod
        self.training = mod.training

    def forward(self, *args, **kwargs):
        return self._orig_mod(*args, **kwargs)

    def __getattr__(self, name):
        if name == '_orig_mod':
            return self._modules['_orig_mod']
        return getattr(self._orig_mod, name)

    def __setattr__(self, name, value):
        if name in ('_orig_mod', 'training') or name in torch.nn.Module.__dict__ or name.startswith('_') or '_orig_mod' not in (
                self.__dict__.get('_modules') or ()):
            super().__setattr__(name, value)
        else:
            setattr(self._orig_mod, name, value)

    def train(self, mode=True):
        self._orig_mod.train(mode)
        return super().train(mode)

    def __dir__(self):
        return sorted(set(super().__dir__()) | set(dir(self._orig_mod)))


OptimizedModule.__module__ = 'torch._dynamo.eval_frame'


def compiled(model):
    """The wrapper of a module; of a function one that does the same."""
    if isinstance(model, nn.Module):
        return OptimizedModule(model)

    @functools.wraps(model)
    def compile_wrapper(*args, **kwargs):
        return model(*args, **kwargs)
    compile_wrapper._torchdynamo_orig_callable = model
    return compile_wrapper

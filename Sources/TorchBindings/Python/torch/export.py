"""`torch.export`: Wick records no graphs of models."""

__all__ = ['export', 'save', 'load', 'Dim', 'ExportedProgram']

_reason = 'Wick records no graphs of models: they run as they are'


class ExportedProgram:
    """A program that Wick cannot make."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(f'torch.export.ExportedProgram: {_reason}')


class Dim:
    """A size that may change."""
    AUTO, DYNAMIC, STATIC = 3, 2, 1

    def __init__(self, name, *, min=None, max=None):
        self.__name__, self.min, self.max = name, min, max


def export(mod, args=(), kwargs=None, *, dynamic_shapes=None, strict=False, **options):
    from torch.nn import Module
    if not isinstance(mod, Module):
        raise ValueError(f'Expected `mod` to be an instance of `torch.nn.Module`, got {type(mod)}.')
    raise NotImplementedError(f'torch.export.export: {_reason}')


def save(ep, f, **options):
    raise NotImplementedError(f'torch.export.save: {_reason}')


def load(f, **options):
    raise NotImplementedError(f'torch.export.load: {_reason}')

"""`torch.ops`: operators by their namespaces; `aten` has the functions of torch."""
import torch


class _Overloads:
    """An operator of `aten`; its overloads are the function itself."""

    def __init__(self, name, function):
        self.__name__, self._function = name, function

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __repr__(self):
        return f'<OpOverloadPacket(op=\'aten.{self.__name__}\')>'

    def overloads(self):
        return ['default']

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        made = _Overloads(self.__name__, self._function)
        made.__dict__['_overload'] = name
        self.__dict__[name] = made
        return made


class _Namespace:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        if self.name == 'aten':
            for holder in (torch, torch.nn.functional, torch.Tensor):
                found = getattr(holder, name, None)
                if found is not None:
                    made = self.__dict__[name] = _Overloads(name, found)
                    return made
        else:
            from torch.library import _defined
            found = _defined.get(f'{self.name}::{name}')
            if found is not None:
                return found
        raise AttributeError(f"'_OpNamespace' '{self.name}' object has no attribute '{name}'")


class _Ops:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        made = self.__dict__[name] = _Namespace(name)
        return made

    def load_library(self, path):
        raise RuntimeError('torch.ops.load_library: Wick loads no compiled libraries')


ops = _Ops()

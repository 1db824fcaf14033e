"""Modules that hold modules or parameters."""
import operator

import torch
from collections import OrderedDict
from torch.nn.parameter import Parameter
from torch.nn.modules.module import Module, _addindent


class Sequential(Module):
    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for key, module in args[0].items():
                self.add_module(key, module)
        else:
            for i, module in enumerate(args):
                self.add_module(str(i), module)

    forward = torch._sequential_forward

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return self.__class__(OrderedDict(list(self._modules.items())[idx]))
        idx = operator.index(idx)
        n = len(self)
        if not -n <= idx < n:
            raise IndexError(f'index {idx} is out of range')
        return list(self._modules.values())[idx]

    def __setitem__(self, idx, module):
        self._modules[list(self._modules)[idx]] = module

    def __delitem__(self, idx):
        items = list(self._modules.values())
        del items[idx]
        self._modules.clear()
        for i, m in enumerate(items):
            self._modules[str(i)] = m

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def append(self, module):
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        for m in modules:
            self.append(m)
        return self

    def insert(self, index, module):
        if not isinstance(module, Module):
            raise AssertionError(f'module should be of type: {Module}')
        if not -len(self) <= index <= len(self):
            raise IndexError(f'Index out of range: {index}')
        items = list(self._modules.values())
        items.insert(index, module)
        self._modules.clear()
        for i, m in enumerate(items):
            self._modules[str(i)] = m
        return self


class ModuleList(Module):
    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.extend(modules)
    append = Sequential.append

    def insert(self, index, module):
        items = list(self._modules.values())
        items.insert(index, module)
        self._modules.clear()
        for i, m in enumerate(items):
            self._modules[str(i)] = m

    def extend(self, modules):
        if not hasattr(modules, '__iter__'):
            raise TypeError(f'ModuleList.extend should be called with an iterable, but got {type(modules).__name__}')
        for m in modules:
            self.append(m)
        return self
    __setitem__ = Sequential.__setitem__
    __delitem__ = Sequential.__delitem__
    __len__ = Sequential.__len__
    __iter__ = Sequential.__iter__

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return self.__class__(list(self._modules.values())[idx])
        idx = operator.index(idx)
        n = len(self)
        if not -n <= idx < n:
            raise IndexError(f'index {idx} is out of range')
        return list(self._modules.values())[idx]

    def __add__(self, other):
        return ModuleList(list(self) + list(other))

    def __repr__(self):
        reprs = [repr(m) for m in self]
        if not reprs:
            return self._get_name() + '()'
        blocks = [[0, 0]]
        texts = [reprs[0]]
        for i, r in enumerate(reprs[1:], 1):
            if r == texts[-1]:
                blocks[-1][1] += 1
                continue
            blocks.append([i, i])
            texts.append(r)
        lines = []
        for (start, end), text in zip(blocks, texts):
            local = f'({start}): {text}'
            if start != end:
                local = f'({start}-{end}): {end - start + 1} x {text}'
            lines.append(_addindent(local, 2))
        return self._get_name() + '(\n  ' + '\n  '.join(lines) + '\n)'


class ModuleDict(Module):
    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __getitem__(self, key):
        return self._modules[key]

    def __setitem__(self, key, module):
        self.add_module(key, module)

    def __delitem__(self, key):
        del self._modules[key]

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __contains__(self, key):
        return key in self._modules

    def keys(self):
        return self._modules.keys()

    def values(self):
        return self._modules.values()

    def items(self):
        return self._modules.items()

    def clear(self):
        self._modules.clear()

    def pop(self, key):
        return self._modules.pop(key)

    def update(self, modules):
        if not hasattr(modules, '__iter__'):
            raise TypeError('ModuleDict.update should be called with an iterable of key/value pairs, but got '
                            f'{type(modules).__name__}')
        if hasattr(modules, 'items'):
            for key, m in modules.items():
                self[key] = m
            return
        for k, pair in enumerate(modules):
            if not hasattr(pair, '__iter__'):
                raise TypeError(f'ModuleDict update sequence element #{k} should be Iterable; is{type(pair).__name__}')
            if len(pair) != 2:
                raise ValueError(f'ModuleDict update sequence element #{k} has length {len(pair)}; 2 is required')
            self[pair[0]] = pair[1]


class ParameterList(Module):
    """Parameters, and other values among them, by number; tensors become parameters."""

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self.extend(values)

    def _key(self, index):
        index = operator.index(index)
        if not -self._size <= index < self._size:
            raise IndexError(f'index {index} is out of range')
        return str(index % self._size)

    def append(self, value):
        self._size += 1
        self[self._size - 1] = value
        return self

    def extend(self, values):
        if not hasattr(values, '__iter__') or isinstance(values, torch.Tensor):
            raise TypeError(f'ParameterList.extend should be called with an iterable, but got {type(values).__name__}')
        for v in values:
            self.append(v)
        return self

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter(self[i] for i in range(self._size))

    def __iadd__(self, values):
        return self.extend(values)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(self[i] for i in range(*index.indices(self._size)))
        return getattr(self, self._key(index))

    def __setitem__(self, index, value):
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        setattr(self, self._key(index), value)

    def extra_repr(self):
        lines = []
        for k, p in enumerate(self):
            if isinstance(p, torch.Tensor):
                size = 'x'.join(str(s) for s in p.size())
                kind = 'Parameter' if isinstance(p, Parameter) else 'Tensor'
                lines.append(f'  ({k}): {kind} containing: [{p.dtype} of size {size}]')
            else:
                lines.append(f'  ({k}): Object of type: {type(p).__name__}')
        return '\n'.join(lines)

    def __call__(self, *args, **kwargs):
        raise RuntimeError('ParameterList should not be called.')


class ParameterDict(Module):
    """Parameters, and other values among them, by name; tensors become parameters."""

    def __init__(self, parameters=None):
        super().__init__()
        self._keys = {}
        if parameters is not None:
            self.update(parameters)

    def _name(self, key):
        if not isinstance(key, str):
            raise TypeError(f'Index given to ParameterDict cannot be used as a key as it is not a string (type is '
                            f"'{type(key).__name__}'). Open an issue on github if you need non-string keys.")
        return key

    def __setitem__(self, key, value):
        self._keys[key] = None
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        setattr(self, self._name(key), value)

    def __getitem__(self, key):
        return getattr(self, self._name(key))

    def __delitem__(self, key):
        del self._keys[key]
        delattr(self, key)

    def __len__(self):
        return len(self._keys)

    def __iter__(self):
        return iter(self._keys)

    def __contains__(self, key):
        return key in self._keys

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return type(self)({k: self[k] for k in self._keys})

    def get(self, key, default=None):
        return self[key] if key in self else default

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key):
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        key, _ = self._keys.popitem()
        value = self[key]
        delattr(self, key)
        return key, value

    def clear(self):
        for key in list(self._keys):
            del self[key]

    def fromkeys(self, keys, default=None):
        return type(self)((k, default) for k in keys)

    def keys(self):
        return self._keys.keys()

    def values(self):
        return [self[k] for k in self._keys]

    def items(self):
        return [(k, self[k]) for k in self._keys]

    def update(self, parameters):
        if not hasattr(parameters, '__iter__'):
            raise TypeError('ParametersDict.update should be called with an iterable of key/value pairs, but got '
                            f'{type(parameters).__name__}')
        for key, value in parameters.items() if hasattr(parameters, 'items') else parameters:
            self[key] = value

    def extra_repr(self):
        lines = []
        for k, p in self.items():
            if isinstance(p, torch.Tensor):
                size = 'x'.join(str(s) for s in p.size())
                kind = 'Parameter' if isinstance(p, Parameter) else 'Tensor'
                lines.append(f'  ({k}): {kind} containing: [{p.type()} of size {size}]')
            else:
                lines.append(f'  ({k}): Object of type: {type(p).__name__}')
        return '\n'.join(lines)

    def __call__(self, input):
        raise RuntimeError('ParameterDict should not be called.')

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
        for key, m in modules.items() if hasattr(modules, 'items') else modules:
            self.add_module(key, m)


class ParameterList(Module):
    def __init__(self, values=None):
        super().__init__()
        for v in values or []:
            self.append(v)

    def append(self, value):
        setattr(self, str(len(self._parameters)), value if isinstance(value, Parameter) else Parameter(value))
        return self

    def extend(self, values):
        for v in values:
            self.append(v)
        return self

    def __len__(self):
        return len(self._parameters)

    def __iter__(self):
        return iter(list(self._parameters.values()))

    def __getitem__(self, i):
        return list(self._parameters.values())[i]

    def extra_repr(self):
        lines = []
        for k, p in self._parameters.items():
            size = 'x'.join(str(s) for s in p.size())
            lines.append(f'  ({k}): Parameter containing: [{p.dtype} of size {size}]')
        return '\n'.join(lines)


class ParameterDict(Module):
    def __init__(self, parameters=None):
        super().__init__()
        for k, v in (parameters or {}).items():
            self[k] = v

    def __setitem__(self, key, value):
        setattr(self, key, value if isinstance(value, Parameter) else Parameter(value))

    def __getitem__(self, key):
        return self._parameters[key]

    def __len__(self):
        return len(self._parameters)

    def __iter__(self):
        return iter(self._parameters)

    def __contains__(self, key):
        return key in self._parameters

    def keys(self):
        return self._parameters.keys()

    def values(self):
        return self._parameters.values()

    def items(self):
        return self._parameters.items()

    def extra_repr(self):
        lines = []
        for k, p in self._parameters.items():
            size = 'x'.join(str(s) for s in p.size())
            lines.append(f'  ({k}): Parameter containing: [{p.type()} of size {size}]')
        return '\n'.join(lines)

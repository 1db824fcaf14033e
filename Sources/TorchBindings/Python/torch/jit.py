"""`torch.jit`: functions and modules run as they are. What is saved is the module itself, not a program: to load it, its
class must be there."""
import os
from typing import Final

import torch
from torch.nn.modules.module import Module, _addindent

__all__ = ['script', 'trace', 'trace_module', 'ignore', 'export', 'unused', 'script_method', 'is_scripting', 'is_tracing',
           'save', 'load', 'freeze', 'optimize_for_inference', 'fork', 'wait', 'annotate', 'isinstance', 'interface',
           'ScriptModule', 'ScriptFunction', 'Attribute', 'Final', 'onednn_fusion_enabled', 'enable_onednn_fusion']

_isinstance = isinstance


class ScriptFunction:
    """A function as `torch.jit.script` gives it back."""

    def __init__(self, function):
        self._function = function
        self.name = self.__name__ = self.qualified_name = function.__name__
        self.__doc__ = function.__doc__

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def save(self, f, _extra_files=None):
        save(self, f)

    def __getattr__(self, name):
        if name in ('code', 'graph', 'inlined_graph', 'schema'):
            _no_program(name)
        raise AttributeError(f"'torch.jit.ScriptFunction' object has no attribute '{name}'")


class ScriptModule(Module):
    """A module as `torch.jit.script` and `torch.jit.trace` give it back: it shares everything with the original."""
    _name = 'RecursiveScriptModule'

    def __init__(self, original=None):
        super().__init__()
        if original is None:
            return
        d = self.__dict__
        d['_original'], d['original_name'], d['training'] = original, type(original).__name__, original.training
        for key in ('_parameters', '_buffers', '_modules', '_non_persistent_buffers_set'):
            d[key] = original.__dict__[key]

    def forward(self, *args, **kwargs):
        return self._original(*args, **kwargs)

    def train(self, mode=True):
        self._original.train(mode)
        self.training = mode
        return self

    def __getattr__(self, name):
        if name in ('code', 'graph', 'inlined_graph', 'code_with_constants'):
            _no_program(name)
        if '_original' in self.__dict__ and name != '_original':
            return getattr(self.__dict__['_original'], name)
        return Module.__getattr__(self, name)

    def save(self, f, _extra_files=None):
        save(self, f)

    def extra_repr(self):
        return f'original_name={self.original_name}'

    def __repr__(self):
        return self._shown(self._original, self._name)

    @classmethod
    def _shown(cls, module, name):
        own = type(module).__name__
        lines = [f'({key}): {_addindent(cls._shown(child, name), 2)}' for key, child in module.named_children()]
        head = f'{name or own}(original_name={own}'
        if not lines:
            return head + ')'
        return head + '\n  ' + '\n  '.join(lines) + '\n)'


class TopLevelTracedModule(ScriptModule):
    _name = None


RecursiveScriptModule = ScriptModule


def _no_program(name):
    raise RuntimeError(f'torch.jit: Wick compiles no TorchScript, so there is no `{name}`; the module runs as it is')


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    if _isinstance(obj, (ScriptModule, ScriptFunction)):
        return obj
    if _isinstance(obj, Module):
        return ScriptModule(obj)
    if _isinstance(obj, type):
        return obj
    if callable(obj) and hasattr(obj, '__name__'):
        return ScriptFunction(obj)
    raise TypeError(f'{type(obj)} is a built-in class')


def trace(func, example_inputs=None, optimize=None, check_trace=True, check_inputs=None, check_tolerance=1e-5, strict=True,
          _force_outplace=False, _module_class=None, _compilation_unit=None, example_kwarg_inputs=None, _store_inputs=True):
    if example_inputs is None:
        if not _isinstance(example_kwarg_inputs, dict):
            raise RuntimeError('example_kwarg_inputs should be a dict')
        func(**example_kwarg_inputs)
    else:
        func(*((example_inputs,) if torch.is_tensor(example_inputs) or _isinstance(example_inputs, dict)
               else tuple(example_inputs)))
    if _isinstance(func, Module):
        return func if _isinstance(func, ScriptModule) else TopLevelTracedModule(func)
    return ScriptFunction(func)


def trace_module(mod, inputs, *args, **kwargs):
    return TopLevelTracedModule(mod)


def save(m, f, _extra_files=None):
    torch.save(m, f)


def load(f, map_location=None, _extra_files=None, _restore_shapes=False):
    if _isinstance(f, (str, os.PathLike)):
        if not os.path.exists(f):
            raise ValueError(f'The provided filename {f} does not exist')
        if os.path.isdir(f):
            raise ValueError(f'The provided filename {f} is a directory')
    try:
        return torch.load(f, map_location=map_location, weights_only=False)
    except (KeyError, AttributeError) as error:
        raise RuntimeError('torch.jit.load: Wick reads what torch.jit.save of Wick wrote; this file holds a TorchScript '
                           'program') from error


def freeze(mod, preserved_attrs=None, optimize_numerics=True):
    if mod.training:
        raise RuntimeError('Freezing is currently only implemented for modules in eval mode. Please call .eval() on your '
                           'module before freezing.')
    return mod


def optimize_for_inference(mod, other_methods=None):
    return mod


def fork(func, *args, **kwargs):
    from torch.futures import Future
    future = Future()
    future.set_result(func(*args, **kwargs))
    return future


def wait(future):
    return future.wait()


def annotate(the_type, the_value):
    return the_value


def Attribute(value, type):
    return value


def isinstance(obj, target_type):
    return _isinstance(obj, target_type)


def ignore(drop=False, **kwargs):
    return drop if callable(drop) else lambda fn: fn


def export(fn):
    return fn


unused = script_method = interface = export


def is_scripting():
    return False


def is_tracing():
    return False


def enable_onednn_fusion(enabled):
    return None


def onednn_fusion_enabled():
    return False

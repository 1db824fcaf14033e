"""`torch.overrides`: functions that call `__torch_function__`."""
import functools

import torch

__all__ = ['has_torch_function', 'handle_torch_function', 'is_tensor_like', 'wrap_torch_function', 'resolve_name',
           'get_ignored_functions', 'get_default_nowrap_functions', 'is_tensor_method_or_property', 'TorchFunctionMode']


def _handlers(arguments):
    made, types = [], set()
    for argument in arguments:
        kind = type(argument)
        if kind in types or kind is torch.Tensor or not hasattr(kind, '__torch_function__'):
            continue
        types.add(kind)
        place = next((k for k, other in enumerate(made) if issubclass(kind, type(other))), len(made))
        made.insert(place, argument)
    return made


def has_torch_function(relevant_args):
    return bool(_handlers(relevant_args))


def handle_torch_function(public_api, relevant_args, *args, **kwargs):
    handlers = _handlers(relevant_args)
    types = tuple(type(argument) for argument in handlers)
    for argument in handlers:
        result = argument.__torch_function__(public_api, types, args, kwargs)
        if result is not NotImplemented:
            return result
    name = f'{public_api.__module__}.{public_api.__name__}'
    raise TypeError(f"no implementation found for '{name}' on types that implement __torch_function__: "
                    f'{[type(argument) for argument in handlers]}')


def wrap_torch_function(dispatcher):
    def decorate(function):
        @functools.wraps(function)
        def wrapped(*args, **kwargs):
            relevant = dispatcher(*args, **kwargs)
            if has_torch_function(relevant):
                return handle_torch_function(wrapped, relevant, *args, **kwargs)
            return function(*args, **kwargs)
        return wrapped
    return decorate


def is_tensor_like(inp):
    return type(inp) is torch.Tensor or hasattr(inp, '__torch_function__')


def is_tensor_method_or_property(func):
    return getattr(torch.Tensor, getattr(func, '__name__', ''), None) is func


def resolve_name(f):
    if is_tensor_method_or_property(f):
        return f'torch.Tensor.{f.__name__}'
    return f'{f.__module__}.{f.__name__}' if hasattr(f, '__name__') else None


def get_ignored_functions():
    names = ('is_tensor', 'zeros', 'ones', 'empty', 'rand', 'randn', 'randint', 'randperm', 'arange', 'linspace', 'eye', 'full',
             'tensor', 'as_tensor', 'manual_seed', 'set_default_dtype', 'get_default_dtype', 'is_grad_enabled')
    return {getattr(torch, name) for name in names}


def get_default_nowrap_functions():
    return set()

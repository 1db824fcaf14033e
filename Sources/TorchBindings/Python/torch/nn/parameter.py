"""Parameters and buffers."""
import torch


class _ParameterMeta(type(torch.Tensor)):
    """A tensor of a subclass stays of its class when it becomes a parameter; a mark tells that it is one."""

    def __instancecheck__(cls, instance):
        if type.__instancecheck__(cls, instance):
            return True
        return cls is Parameter and isinstance(instance, torch.Tensor) and getattr(instance, '_is_param', False)


class Parameter(torch.Tensor, metaclass=_ParameterMeta):
    __torch_function__ = torch._disabled_torch_function_impl

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        if not isinstance(data, torch.Tensor):
            raise AttributeError(f"'{torch._type_name(data)}' object has no attribute 'detach'")
        if requires_grad and not (data.dtype.is_floating_point or data.dtype.is_complex):
            raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
        if type(data) is torch.Tensor or issubclass(type(data), Parameter):
            return torch._make_subclass(cls, data, requires_grad)
        made = data.detach().requires_grad_(requires_grad)
        if type(made) is not type(data):
            raise RuntimeError(f'Creating a Parameter from an instance of type {type(data).__name__} requires that detach() '
                               f'returns an instance of the same type, but return type {type(made).__name__} was found '
                               'instead. To use the type as a Parameter, please correct the detach() semantics defined by its '
                               '__torch_dispatch__() implementation.')
        made._is_param = True
        return made


torch._set_parameter_class(Parameter)


class Buffer(torch.Tensor):
    __torch_function__ = torch._disabled_torch_function_impl

    def __new__(cls, data=None, *, persistent=True):
        if data is None:
            data = torch.empty(0)
        return torch._make_subclass(cls, data, False)

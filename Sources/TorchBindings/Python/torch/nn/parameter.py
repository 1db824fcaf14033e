"""Parameters and buffers."""
import torch


class Parameter(torch.Tensor):
    __torch_function__ = torch._disabled_torch_function_impl

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        if not isinstance(data, torch.Tensor):
            raise AttributeError(f"'{type(data).__name__}' object has no attribute 'detach'")
        if requires_grad and not (data.dtype.is_floating_point or data.dtype.is_complex):
            raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
        return torch._make_subclass(cls, data, requires_grad)


torch._set_parameter_class(Parameter)


class Buffer(torch.Tensor):
    __torch_function__ = torch._disabled_torch_function_impl

    def __new__(cls, data=None, *, persistent=True):
        if data is None:
            data = torch.empty(0)
        return torch._make_subclass(cls, data, False)

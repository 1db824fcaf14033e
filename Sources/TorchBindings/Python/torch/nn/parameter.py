"""Parameters and buffers."""
import torch


class Parameter(torch.Tensor):
    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        return torch._make_subclass(cls, data, requires_grad)


torch._set_parameter_class(Parameter)


class Buffer(torch.Tensor):
    def __new__(cls, data=None, *, persistent=True):
        if data is None:
            data = torch.empty(0)
        return torch._make_subclass(cls, data, False)

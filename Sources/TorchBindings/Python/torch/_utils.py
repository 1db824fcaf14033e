"""What files of saved tensors name: the functions that build tensors again."""
import torch


def _rebuild_tensor(storage, storage_offset, size, stride):
    return torch._rebuild(storage.tensor, storage_offset, list(size), list(stride))


def _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks, metadata=None):
    tensor = _rebuild_tensor(storage, storage_offset, size, stride)
    tensor.requires_grad = requires_grad
    return tensor


def _rebuild_parameter(data, requires_grad, backward_hooks):
    return torch.nn.Parameter(data, requires_grad)


def _rebuild_parameter_with_state(data, requires_grad, backward_hooks, state):
    parameter = torch.nn.Parameter(data, requires_grad)
    for name, value in (state or {}).items():
        setattr(parameter, name, value)
    return parameter


def _rebuild_device_tensor_from_numpy(data, dtype, device, requires_grad):
    raise RuntimeError('tensors saved from other devices cannot be loaded')

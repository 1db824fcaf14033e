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


# MARK: Pickling


def _dtype(name):
    return getattr(torch, name)


def _generator(state):
    made = torch.Generator()
    made.set_state(state)
    return made


def _storage(name, data):
    import torch._storages as storages
    kind = storages.all[name]
    return kind(torch._tensor_of_bytes(data, kind.dtype))


def _subclass(cls, tensor, state):
    made = torch._as_subclass(cls, tensor)
    made.__dict__.update(state)
    return made


def _reduce(value):
    """What `__reduce_ex__` of the types of torch answers."""
    import collections
    if isinstance(value, torch.dtype):
        return _dtype, (repr(value).split('.')[1],)
    if isinstance(value, torch.device):
        return torch.device, (str(value),)
    if isinstance(value, torch.Generator):
        return _generator, (value.get_state(),)
    cls = type(value)
    if cls is torch.nn.Parameter:
        return _rebuild_parameter, (value.detach(), value.requires_grad, collections.OrderedDict())
    if value.layout is torch.sparse_coo:
        value = value.coalesce()
        return torch.sparse_coo_tensor, (value.indices(), value.values(), tuple(value.shape))
    import torch._storages as storages
    plain = torch._as_subclass(torch.Tensor, value.detach())
    args = (storages.by_dtype[value.dtype](plain), value.storage_offset(), tuple(value.shape), tuple(value.stride()),
            value.requires_grad, collections.OrderedDict())
    if cls is torch.Tensor:
        return _rebuild_tensor_v2, args
    return _subclass, (cls, _rebuild_tensor_v2(*args), dict(value.__dict__))

"""How pickles take tensors: their storage as a file of `torch.save`, and how it is looked at."""
import collections
import io

import torch
from torch import _storages, _utils


class _Bytes:
    """The storage of a tensor on its way into a pickle."""

    def __init__(self, tensor):
        self.tensor = tensor

    def __reduce__(self):
        from torch import serialization
        buffer = io.BytesIO()
        serialization._save(serialization._Saved(self.tensor), buffer, 'archive', 2)
        return _load_from_bytes, (buffer.getvalue(),)


def _load_from_bytes(b):
    return torch.load(io.BytesIO(b), weights_only=False)


def _reduce(value):
    """What `__reduce_ex__` of the types of torch returns."""
    if isinstance(value, torch.nn.Parameter):
        made = _utils._rebuild_parameter, (value.detach(), value.requires_grad, collections.OrderedDict())
        state = {name: kept for name, kept in getattr(value, '__dict__', {}).items() if not name.startswith('_')}
        return (_utils._rebuild_parameter_with_state, made[1] + (state,)) if state else made
    if isinstance(value, torch.Tensor):
        if value.requires_grad and value.grad_fn is not None:
            # A pickle cannot carry the graph; the numbers and the wish for gradients it can.
            value = value.detach().requires_grad_()
        return _utils._rebuild_tensor_v2, (_Bytes(value), value.storage_offset(), tuple(value.shape), tuple(value.stride()),
                                           value.requires_grad, collections.OrderedDict())
    if isinstance(value, torch.device):
        return torch.device, (str(value),)
    return str(value).partition('.')[2]


def __getattr__(name):
    if name in _storages.all:
        return _storages.all[name]
    raise AttributeError(f"module 'torch.storage' has no attribute {name!r}")

"""Tensors handed from one library to another: here the same memory under a new name."""
import torch

__all__ = ['to_dlpack', 'from_dlpack']


class _Capsule:
    def __init__(self, tensor):
        self._tensor = tensor

    def __repr__(self):
        return f'<capsule object "dltensor" at {hex(id(self))}>'


def to_dlpack(tensor):
    if tensor.requires_grad:
        raise BufferError("Can't export tensors that require gradient, use tensor.detach()")
    return _Capsule(tensor)


def from_dlpack(ext_tensor, *, device=None, copy=None):
    if isinstance(ext_tensor, _Capsule):
        tensor, ext_tensor._tensor = ext_tensor._tensor, None
        if tensor is None:
            raise RuntimeError('DLTensor capsules can be consumed only once')
        return tensor.view_as(tensor)
    if isinstance(ext_tensor, torch.Tensor):
        if ext_tensor.requires_grad:
            raise BufferError("Can't export tensors that require gradient, use tensor.detach()")
        return ext_tensor.clone() if copy else ext_tensor.view_as(ext_tensor)
    raise NotImplementedError('from_dlpack: Wick takes tensors of torch only')

"""`torch.sparse`: functions on sparse tensors."""
from torch._sparse_tensor import addmm, as_sparse_gradcheck, log_softmax, mm, softmax, spdiags, sum

__all__ = ['addmm', 'as_sparse_gradcheck', 'mm', 'sum', 'softmax', 'spdiags', 'log_softmax']

"""`torch.sparse`: functions on sparse tensors."""
from torch._sparse_tensor import addmm, log_softmax, mm, softmax, sum

__all__ = ['addmm', 'mm', 'sum', 'softmax', 'log_softmax']

"""Types of storages, as files of saved tensors name them."""
import torch


class _Storage:
    dtype = None

    def __init__(self, tensor=None):
        self.tensor = tensor

    def __len__(self):
        return self.tensor.numel()

    def __reduce__(self):
        from torch._utils import _storage
        return _storage, (type(self).__name__, torch._storage_bytes(self.tensor, True))


def _make(name, dtype):
    made = type(name, (_Storage,), {'dtype': dtype})
    made.__module__ = 'torch'
    return made


all = {name: _make(name, dtype) for name, dtype in dict(
    FloatStorage=torch.float32, DoubleStorage=torch.float64, HalfStorage=torch.float16, BFloat16Storage=torch.bfloat16,
    LongStorage=torch.int64, IntStorage=torch.int32, ShortStorage=torch.int16, CharStorage=torch.int8,
    ByteStorage=torch.uint8, BoolStorage=torch.bool, ComplexFloatStorage=torch.complex64,
    ComplexDoubleStorage=torch.complex128).items()}
by_dtype = {made.dtype: made for made in all.values()}

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.zeros(2, 3, 4)
print(x.shape, x.size(), x.size(0), x.size(-1), x.dim(), x.ndim, x.numel(), x.nelement(), len(x), x.dtype, x.device, x.requires_grad, x.is_leaf, x.grad, x.grad_fn)
print(x.stride(), x.stride(0), x.is_contiguous(), x.t if False else x.T.shape if False else x.mT.shape, x.element_size(), x.storage_offset(), x.is_floating_point(), x.layout)
a, b, c = x.shape
print(a * b * c, x.shape[0], list(x.shape), x.shape == (2, 3, 4), x.shape[1:], tuple(x.size()), x.shape.numel(), isinstance(x.shape, tuple))
print(isinstance(x, torch.Tensor), type(x), torch.is_tensor(x), torch.is_tensor(1), torch.float32, torch.float, torch.long, torch.get_default_dtype())
s = torch.tensor(5)
print(s.item(), s.dim(), s.shape, int(s), float(s), bool(s), s.tolist(), s + 1, f"{s}", f"{torch.tensor(2.5):.2f}")
print(torch.tensor([[1, 2], [3, 4]]).tolist(), [int(v) for v in torch.arange(3)], x.type(), x.to(torch.int64).type(), x.long().dtype, x.double().dtype, x.bool().dtype)
for bad in (lambda: x.item(), lambda: bool(torch.zeros(2)), lambda: len(s), lambda: x.size(5), lambda: x.nothing, lambda: int(torch.zeros(2))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: torch.Size([2, 3, 4]) torch.Size([2, 3, 4]) 2 4 3 3 24 24 2 torch.float32 cpu False True None None
# expect: (12, 4, 1) 12 True torch.Size([2, 4, 3]) 4 0 True torch.strided
# expect: 24 2 [2, 3, 4] True torch.Size([3, 4]) (2, 3, 4) 24 True
# expect: True <class 'torch.Tensor'> True False torch.float32 torch.float32 torch.int64 torch.float32
# expect: 5 0 torch.Size([]) 5 5.0 True 5 tensor(6) 5 2.50
# expect: [[1, 2], [3, 4]] [0, 1, 2] torch.FloatTensor torch.LongTensor torch.int64 torch.float64 torch.bool
# expect: RuntimeError a Tensor with 24 elements cannot be converted to Scalar
# expect: RuntimeError Boolean value of Tensor with more than one value is ambiguous
# expect: TypeError len() of a 0-d tensor
# expect: IndexError Dimension out of range (expected to be in range of [-3, 2], but got 5)
# expect: AttributeError 'Tensor' object has no attribute 'nothing'
# expect: ValueError only one element tensors can be converted to Python scalars

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.ones(3, requires_grad=True)
y = x * 2
print(y._version)
y.add_(1)
print(y._version, y)
y.sum().backward()
print(x.grad)
a = torch.ones(2, requires_grad=True)
b = a.exp()
b.mul_(2)
try:
    b.sum().backward()
except RuntimeError as error:
    print(error)
c = a * a
d = c.sin()
c.zero_()
try:
    d.sum().backward()
except RuntimeError as error:
    print(error)
e = torch.zeros(2, 2)
row = e[0]
row.add_(a)
print(e, e.requires_grad, row.grad_fn.name())
e.sum().backward()
print(a.grad)
try:
    a.add_(1)
except RuntimeError as error:
    print(error)
try:
    a[0] = 5
except RuntimeError as error:
    print(error)
# expect: 0
# expect: 1 tensor([3., 3., 3.], grad_fn=<AddBackward0>)
# expect: tensor([2., 2., 2.])
# expect: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of Exp, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
# expect: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of Zero, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
# expect: tensor([[1., 1.],
# expect:         [0., 0.]], grad_fn=<CopySlices>) True AsStridedBackward0
# expect: tensor([1., 1.])
# expect: a leaf Variable that requires grad is being used in an in-place operation.
# expect: a view of a leaf Variable that requires grad is being used in an in-place operation.

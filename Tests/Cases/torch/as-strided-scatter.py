# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The gradient of the input is that of what was replaced.
import torch

x = torch.arange(12.0).reshape(3, 4).requires_grad_()
s = torch.ones(2, 2, requires_grad=True)
y = torch.as_strided_scatter(x, s, (2, 2), (4, 1), 1)
print(y, y.grad_fn.name())
(y * torch.arange(12.0).reshape(3, 4)).sum().backward()
print(x.grad, s.grad)
print(torch.as_strided_scatter(x.detach(), s.detach(), (2, 2), (1, 1)))
# expect: tensor([[ 0.,  1.,  1.,  3.],
# expect:         [ 4.,  1.,  1.,  7.],
# expect:         [ 8.,  9., 10., 11.]], grad_fn=<AsStridedScatterBackward0>) AsStridedScatterBackward0
# expect: tensor([[0., 1., 2., 0.],
# expect:         [0., 5., 6., 0.],
# expect:         [0., 0., 0., 0.]]) tensor([[1., 2.],
# expect:         [5., 6.]])
# expect: tensor([[ 1.,  1.,  1.,  3.],
# expect:         [ 4.,  5.,  6.,  7.],
# expect:         [ 8.,  9., 10., 11.]])

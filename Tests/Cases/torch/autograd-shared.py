# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x
z = y + y * x
z.backward()
print(x.grad)
x.grad = None
y = x
for _ in range(5):
    y = y * 2 + x
y.backward()
print(x.grad, y)
a = torch.ones(3, requires_grad=True)
b = a.expand(2, 3)
(b * torch.tensor([[1.0], [2.0]])).sum().backward()
print(a.grad)
s = torch.tensor(2.0, requires_grad=True)
m = torch.ones(2, 3, requires_grad=True)
(s * m + s).sum().backward()
print(s.grad, m.grad)
t = torch.arange(6.0).reshape(2, 3).requires_grad_()
(t[0] * t[1]).sum().backward()
print(t.grad)
t.grad = None
t[:, 1].sum().backward()
print(t.grad)
t.grad = None
u = t.clone()
u[0] = 0
(u * u).sum().backward()
print(t.grad)
w = torch.tensor([1.0, -2.0, 0.0, 3.0], requires_grad=True)
(w.relu() + w.abs() + w.clamp(-1, 1) + torch.where(w > 0, w, 2 * w)).sum().backward()
print(w.grad)
w.grad = None
w.max().backward()
print(w.grad)
# expect: tensor(33.)
# expect: tensor(63.) tensor(189., grad_fn=<AddBackward0>)
# expect: tensor([3., 3., 3.])
# expect: tensor(12.) tensor([[2., 2., 2.],
# expect:         [2., 2., 2.]])
# expect: tensor([[3., 4., 5.],
# expect:         [0., 1., 2.]])
# expect: tensor([[0., 1., 0.],
# expect:         [0., 1., 0.]])
# expect: tensor([[ 0.,  0.,  0.],
# expect:         [ 6.,  8., 10.]])
# expect: tensor([4., 1., 3., 3.])
# expect: tensor([0., 0., 0., 1.])

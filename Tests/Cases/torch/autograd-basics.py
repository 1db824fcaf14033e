# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x * x
z = y.sum()
print(x, y, z, x.is_leaf, y.is_leaf, z.requires_grad, x.grad)
z.backward()
print(x.grad, x.grad_fn, y.grad_fn is not None)
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
c = a * b + a**3 / b
c.backward()
print(a.grad, b.grad, c)
w = torch.ones(2, 2, requires_grad=True)
out = (w * 3).mean()
out.backward()
print(w.grad)
(w * 2).sum().backward()
print(w.grad)
w.grad.zero_()
print(w.grad)
w.grad = None
print(w.grad)
v = torch.zeros(3)
v.requires_grad_()
print(v.requires_grad, v)
print((torch.ones(2) * 2).requires_grad, (x * torch.ones(3)).requires_grad)
# expect: tensor([1., 2., 3.], requires_grad=True) tensor([1., 4., 9.], grad_fn=<MulBackward0>) tensor(14., grad_fn=<SumBackward0>) True False True None
# expect: tensor([2., 4., 6.]) None True
# expect: tensor(7.) tensor(1.1111) tensor(8.6667, grad_fn=<AddBackward0>)
# expect: tensor([[0.7500, 0.7500],
# expect:         [0.7500, 0.7500]])
# expect: tensor([[2.7500, 2.7500],
# expect:         [2.7500, 2.7500]])
# expect: tensor([[0., 0.],
# expect:         [0., 0.]])
# expect: None
# expect: True tensor([0., 0., 0.], requires_grad=True)
# expect: False True

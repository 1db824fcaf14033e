# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**3
(dx,) = torch.autograd.grad(y, x, create_graph=True)
print(dx)
(d2x,) = torch.autograd.grad(dx, x, create_graph=True)
print(d2x)
(d3x,) = torch.autograd.grad(d2x, x)
print(d3x, x.grad)
a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([3.0, 4.0], requires_grad=True)
print(torch.autograd.grad((a * b).sum(), [a, b]))
print(torch.autograd.grad(a * b, a, grad_outputs=torch.tensor([1.0, 10.0])))
print(torch.autograd.grad((a * 2).sum(), [a, b], allow_unused=True))
for attempt in (lambda: torch.autograd.grad((a * 2).sum(), b), lambda: torch.autograd.grad(a * b, a), lambda: torch.autograd.grad(torch.ones(1), a)):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
z = (a**2 * b).sum()
z.backward(create_graph=True)
print(a.grad, a.grad.requires_grad)
g = a.grad.sum()
a.grad = None
g.backward()
print(a.grad, b.grad)
v = torch.autograd.Variable(torch.ones(2), requires_grad=True)
print(v, type(v) is torch.Tensor)
x = torch.tensor([0.5, 1.0], requires_grad=True)
f = (x.sin() * x.exp()).sum()
(g1,) = torch.autograd.grad(f, x, create_graph=True)
(g2,) = torch.autograd.grad(g1.sum(), x)
print(g1, g2)
# expect: tensor(12., grad_fn=<MulBackward0>)
# expect: tensor(12., grad_fn=<MulBackward0>)
# expect: tensor(6.) None
# expect: (tensor([3., 4.]), tensor([1., 2.]))
# expect: (tensor([ 3., 40.]),)
# expect: (tensor([2., 2.]), None)
# expect: The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
# expect: grad can be implicitly created only for scalar outputs
# expect: element 0 of tensors does not require grad and does not have a grad_fn
# expect: tensor([ 6., 16.], grad_fn=<CopyBackwards>) True
# expect: tensor([6., 8.]) tensor([3., 8.], grad_fn=<CopyBackwards>)
# expect: tensor([1., 1.], requires_grad=True) True
# expect: tensor([2.2373, 3.7560], grad_fn=<AddBackward0>) tensor([2.8938, 2.9374])

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Gradients of ldexp by both arguments, complex ones too, and what it refuses.
import torch

a = torch.tensor(-8.5 - 1.75j, requires_grad=True)
b = torch.tensor(-4.25 - 2.5j, requires_grad=True)
r = torch.ldexp(a, b)
print(r)
for g in torch.autograd.grad(r, [a, b], torch.tensor(1 + 0.5j)):
    print(g)
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
e = torch.tensor([2.0, 0.5, -1.0], requires_grad=True)
torch.ldexp(x, e).sum().backward()
print(x.grad, e.grad)
for y in (torch.tensor([True, False, True]), torch.tensor([True, False])):
    try:
        torch.ldexp(x, y)
    except RuntimeError as error:
        print(type(error).__name__, error)
# expect: tensor(-0.0187+0.4557j, grad_fn=<LdexpBackward0>)
# expect: tensor(-0.0344+0.0476j)
# expect: tensor(0.1450-0.3224j)
# expect: tensor([4.0000, 1.4142, 0.5000]) tensor([2.7726, 1.9605, 1.0397])
# expect: NotImplementedError "ldexp_cpu_exp" not implemented for 'Bool'
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0

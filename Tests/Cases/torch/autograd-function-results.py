# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import gc
import weakref

import torch


class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * y


x = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
y = Exp.apply(x)
y.sum().backward()
print(x.grad)

# Higher derivatives go through the saved result.
x = torch.tensor([0.0, 1.0], requires_grad=True)
(first,) = torch.autograd.grad(Exp.apply(x).sum(), x, create_graph=True)
(second,) = torch.autograd.grad(first.sum(), x, create_graph=True)
(third,) = torch.autograd.grad(second.sum(), x)
print(first, second, third, sep="\n")


class Both(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        a, b = x.sin(), x.cos()
        ctx.save_for_backward(a, x, b)
        return a, b

    @staticmethod
    def backward(ctx, da, db):
        a, x, b = ctx.saved_tensors
        return da * b - db * a


x = torch.tensor([0.5], requires_grad=True)
a, b = Both.apply(x)
(first,) = torch.autograd.grad(a + b * 2, x, create_graph=True)
(second,) = torch.autograd.grad(first, x)
print(first, second)


# Nothing of the graph stays behind.
def once():
    x = torch.rand(3, requires_grad=True)
    y = Exp.apply(x)
    y.sum().backward()
    return weakref.ref(y)


made = once()
gc.collect()
print(made() is None)
# expect: tensor([1.0000, 2.7183, 7.3891])
# expect: tensor([1.0000, 2.7183], grad_fn=<MulBackward0>)
# expect: tensor([1.0000, 2.7183], grad_fn=<MulBackward0>)
# expect: tensor([1.0000, 2.7183])
# expect: tensor([-0.0813], grad_fn=<SubBackward0>) tensor([-2.2346])
# expect: True

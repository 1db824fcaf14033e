# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
h = y.register_hook(lambda g: g * 10)
x.register_hook(lambda g: print("grad of x", g))
y.sum().backward()
print(x.grad)
h.remove()
x.grad = None
(x * 3).sum().backward()


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        print("backward", grad)
        return 2 * x * grad


x.grad = None
out = Square.apply(x)
print(out)
out.sum().backward()
print(x.grad)
# expect: grad of x tensor([30., 30.])
# expect: tensor([30., 30.])
# expect: grad of x tensor([3., 3.])
# expect: tensor([1., 4.], grad_fn=<SquareBackward>)
# expect: backward tensor([1., 1.])
# expect: grad of x tensor([2., 4.])
# expect: tensor([2., 4.])

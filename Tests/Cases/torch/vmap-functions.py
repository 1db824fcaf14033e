# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# vmap over functions with derivatives of their own.
import torch


class Square(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x ** 2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(inputs[0])

    @staticmethod
    def backward(ctx, g):
        return g * 2 * ctx.saved_tensors[0]


class Ruled(Square):
    generate_vmap_rule = True


class Mapped(Square):
    @staticmethod
    def vmap(info, in_dims, x):
        print(info, in_dims)
        return Mapped.apply(x), in_dims[0]


class Old(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        return g * 2 * ctx.saved_tensors[0]


x = torch.arange(3.)
for function in (Square, Ruled, Mapped, Old):
    try:
        print(function.__name__, torch.vmap(function.apply)(x))
    except RuntimeError as e:
        print(function.__name__, e)
print(torch.vmap(torch.func.grad(Ruled.apply))(x))
print(torch.func.jvp(lambda x: x.sin(), (x,), (torch.ones(3),)), torch.func.jacfwd(lambda x: x ** 2)(x))
# expect: Square You tried to vmap over Square, but it does not have vmap support. Please override and implement the vmap staticmethod or set generate_vmap_rule=True. For more details, please see https://pytorch.org/docs/main/notes/extending.func.html
# expect: Ruled tensor([0., 1., 4.])
# expect: VmapInfo(batch_size=3, randomness='error') (0,)
# expect: Mapped tensor([0., 1., 4.])
# expect: Old In order to use an autograd.Function with functorch transforms (vmap, grad, jvp, jacrev, ...), it must override the setup_context staticmethod. For more details, please see https://pytorch.org/docs/main/notes/extending.func.html
# expect: tensor([0., 2., 4.])
# expect: (tensor([0.0000, 0.8415, 0.9093]), tensor([ 1.0000,  0.5403, -0.4161])) tensor([[0., 0., 0.],
# expect:         [0., 2., 0.],
# expect:         [0., 0., 4.]])

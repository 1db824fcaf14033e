# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
from torch.autograd import Function
from torch.autograd.function import FunctionCtx, once_differentiable


def attempt(f):
    try:
        r = f()
        print("ok", r)
        return r
    except Exception as e:
        print(type(e).__name__, str(e)[:300])


x = torch.ones(2, requires_grad=True)
class Wrong(Function):
    @staticmethod
    def forward(ctx, x, y): return x * y
    @staticmethod
    def backward(ctx, g): return g
attempt(lambda: Wrong.apply(x, x).sum().backward())
class Wrong2(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return g, g
attempt(lambda: Wrong2.apply(x).sum().backward())
class WrongN(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return g, None
attempt(lambda: WrongN.apply(x).sum().backward())
class WrongS(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return torch.ones(3)
attempt(lambda: WrongS.apply(x).sum().backward())
class WrongT(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return 3
attempt(lambda: WrongT.apply(x).sum().backward())
class NoB(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
attempt(lambda: NoB.apply(x).sum().backward())
class NoF(Function):
    @staticmethod
    def backward(ctx, x): return x * 2
attempt(lambda: NoF.apply(x))
class NotStatic(Function):
    def forward(self, x): return x

attempt(lambda: NotStatic.apply(x))
# expect: RuntimeError function WrongBackward returned an incorrect number of gradients (expected 2, got 1)
# expect: RuntimeError function Wrong2Backward returned an incorrect number of gradients (expected 1, got 2)
# expect: ok None
# expect: RuntimeError Function WrongSBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible with [2]
# expect: RuntimeError expected Variable or None (got int)
# expect: NotImplementedError You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.
# expect: NotImplementedError You must implement the forward function for custom autograd.Function.
# expect: ok tensor([1., 1.], grad_fn=<NotStaticBackward>)

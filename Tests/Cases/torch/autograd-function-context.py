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


class Exp(Function):
    @staticmethod
    def forward(ctx, i):
        result = i.exp()
        ctx.save_for_backward(result)
        return result
    @staticmethod
    def backward(ctx, grad_output):
        result, = ctx.saved_tensors
        return grad_output * result
x = torch.ones(2, requires_grad=True)
class RetNone(Function):
    @staticmethod
    def forward(ctx, x): return None
    @staticmethod
    def backward(ctx, x): return x * 2
attempt(lambda: RetNone.apply(x))
class RetInt(Function):
    @staticmethod
    def forward(ctx, x): return x * 2, 5, "s", None
    @staticmethod
    def backward(ctx, *gs): print(gs); return gs[0]
r = attempt(lambda: RetInt.apply(x)); r[0].sum().backward()
class Same(Function):
    @staticmethod
    def forward(ctx, x): return x
    @staticmethod
    def backward(ctx, g): return g * 2
r = Same.apply(x); print(r is x, r); 
class ViewF(Function):
    @staticmethod
    def forward(ctx, x): return x.view(-1)
    @staticmethod
    def backward(ctx, g): return g.view(1, 2)
xv = torch.ones(1, 2, requires_grad=True)
r = ViewF.apply(xv); print(r, r._is_view())
class SC(Function):
    @staticmethod
    def forward(x, n): return x ** n
    @staticmethod
    def setup_context(ctx, inputs, output):
        x, n = inputs; ctx.save_for_backward(x); ctx.n = n
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return g * ctx.n * x ** (ctx.n - 1), None
r = SC.apply(x, 3); r.sum().backward(); print(r, x.grad)
attempt(lambda: SC.apply(x, n=3))
r = Exp.apply(x); r.sum().backward(); t(lambda: r.sum().backward())
class SaveI(Function):
    @staticmethod
    def forward(ctx, x): ctx.save_for_backward(x); return x * 2
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return g * 2
y = torch.ones(2, requires_grad=True).clone(); r = SaveI.apply(y); y.add_(1)
attempt(lambda: r.sum().backward())
class SaveBad(Function):
    @staticmethod
    def forward(ctx, x): ctx.save_for_backward(3); return x * 2
    @staticmethod
    def backward(ctx, g): return g
attempt(lambda: SaveBad.apply(x))
class Higher(Function):
    @staticmethod
    def forward(ctx, x): ctx.save_for_backward(x); return x ** 3
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return g * 3 * x ** 2
x = torch.tensor([2.], requires_grad=True)
g1, = torch.autograd.grad(Higher.apply(x), x, create_graph=True); print(g1); g2, = torch.autograd.grad(g1, x, create_graph=True); print(g2); g3, = torch.autograd.grad(g2, x); print(g3)
print(Exp.apply(x).grad_fn.saved_tensors, Exp.apply(x).grad_fn.needs_input_grad)
with torch.no_grad(): print(Exp.apply(x))
print(Exp.apply(torch.ones(1)))
class Ste(Function):
    @staticmethod
    def forward(ctx, x): return (x > 0).float()
    @staticmethod
    def backward(ctx, g): return torch.nn.functional.hardtanh(g)
x = torch.tensor([-1., 2.], requires_grad=True); Ste.apply(x).sum().backward(); print(x.grad)
class IntOut(Function):
    @staticmethod
    def forward(ctx, x): return x.argmax()
    @staticmethod
    def backward(ctx, g): return None
r = IntOut.apply(x); print(r, r.requires_grad)
print(Exp, Exp.__name__, Exp.apply)if False else print(Exp.__name__)
n = Exp.apply(x).grad_fn; print(isinstance(n, torch.autograd.graph.Node), n.next_functions[0][0].name())
h = n.register_hook(lambda gi, go: print("hook", gi, go)); 
class Ctx(Function):
    @staticmethod
    def forward(ctx, x): ctx.foo = 5; ctx.save_for_backward(x, None); print(isinstance(ctx, FunctionCtx)); return x.clone()
    @staticmethod
    def backward(ctx, g): print(ctx.foo, ctx.saved_tensors); return g
Ctx.apply(x).sum().backward()
class VJ(Function):
    @staticmethod
    def forward(ctx, x): return x.sin()
    @staticmethod
    def vjp(ctx, g): return g * 3
VJ.apply(x).sum().backward(); print(x.grad)
from torch.autograd import Variable
print(Variable(torch.ones(2), requires_grad=True))
print(torch.autograd.Variable(torch.ones(1)).requires_grad)
# expect: ok None
# expect: ok (tensor([2., 2.], grad_fn=<RetIntBackward>), 5, 's', None)
# expect: (tensor([1., 1.]), None, None, None)
# expect: False tensor([1., 1.], grad_fn=<SameBackward>)
# expect: tensor([1., 1.], grad_fn=<ViewFBackward>) True
# expect: tensor([1., 1.], grad_fn=<SCBackward>) tensor([4., 4.])
# expect: ok tensor([1., 1.], grad_fn=<SCBackward>)
# expect-error: NameError: name 't' is not defined

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
x = torch.tensor([0.5, 1.], requires_grad=True)
o = Exp.apply(x); print(o, o.grad_fn, o.grad_fn.name(), type(o.grad_fn).__name__) if False else print(o, o.grad_fn.name())
o.sum().backward(); print(x.grad)
print(torch.autograd.gradcheck(Exp.apply, torch.randn(3, dtype=torch.double, requires_grad=True)))
class LinF(Function):
    @staticmethod
    def forward(ctx, input, weight, bias=None):
        ctx.save_for_backward(input, weight, bias)
        print("needs", ctx.needs_input_grad)
        output = input.mm(weight.t())
        if bias is not None: output += bias.unsqueeze(0).expand_as(output)
        return output
    @staticmethod
    def backward(ctx, grad_output):
        input, weight, bias = ctx.saved_tensors
        gi = gw = gb = None
        print("needs b", ctx.needs_input_grad)
        if ctx.needs_input_grad[0]: gi = grad_output.mm(weight)
        if ctx.needs_input_grad[1]: gw = grad_output.t().mm(input)
        if bias is not None and ctx.needs_input_grad[2]: gb = grad_output.sum(0)
        return gi, gw, gb
i = torch.ones(2, 3); w = torch.full((4, 3), .5, requires_grad=True); b = torch.zeros(4, requires_grad=True)
out = LinF.apply(i, w, b); print(out); out.sum().backward(); print(w.grad, b.grad)
out = LinF.apply(i, w); out.sum().backward(); print(w.grad)
class Two(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.set_materialize_grads(False)
        return x * 2, x * 3
    @staticmethod
    def backward(ctx, a, b):
        print("two", a, b)
        return (a * 2 if a is not None else 0) + (b * 3 if b is not None else 0)
x = torch.ones(2, requires_grad=True)
p, q = Two.apply(x); print(p, q)
p.sum().backward(); print(x.grad)
class TwoM(Function):
    @staticmethod
    def forward(ctx, x): return x * 2, x * 3
    @staticmethod
    def backward(ctx, a, b):
        print("two", a, b)
        return a * 2 + b * 3
p, q = TwoM.apply(x); q.sum().backward()
class ND(Function):
    @staticmethod
    def forward(ctx, x):
        s, idx = x.sort()
        ctx.mark_non_differentiable(idx)
        ctx.save_for_backward(x, idx)
        return s, idx
    @staticmethod
    def backward(ctx, g1, g2):
        print("nd", g1, g2)
        x, idx = ctx.saved_tensors
        gi = torch.zeros_like(x); gi.index_add_(0, idx, g1); return gi
v = torch.tensor([3., 1., 2.], requires_grad=True)
s, idx = ND.apply(v); print(s, idx, idx.requires_grad); s.sum().backward(); print(v.grad)
class NDF(Function):
    @staticmethod
    def forward(ctx, x):
        y = x * 1; ctx.mark_non_differentiable(y); return y
    @staticmethod
    def backward(ctx, g): return g
print(NDF.apply(v).requires_grad, NDF.apply(v))
class Inpl(Function):
    @staticmethod
    def forward(ctx, x):
        x.add_(1); ctx.mark_dirty(x); return x
    @staticmethod
    def backward(ctx, g): return g * 7
a = torch.ones(2, requires_grad=True); b = a.clone(); c = Inpl.apply(b)
print(c is b, b, c); c.sum().backward(); print(a.grad)
attempt(lambda: Inpl.apply(a))
view = a.clone()[:1]
r = attempt(lambda: Inpl.apply(view))
class Dirty2(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(x); return x * 2
    @staticmethod
    def backward(ctx, g): return g
attempt(lambda: Dirty2.apply(a.clone()))
class Once(Function):
    @staticmethod
    def forward(ctx, x): ctx.save_for_backward(x); return x ** 2
    @staticmethod
    @once_differentiable
    def backward(ctx, g): x, = ctx.saved_tensors; return 2 * x * g
z = Once.apply(x)
g, = torch.autograd.grad(z.sum(), x, create_graph=True); print(g, g.requires_grad)
attempt(lambda: g.sum().backward())
# expect: tensor([1.6487, 2.7183], grad_fn=<ExpBackward>) ExpBackward
# expect: tensor([1.6487, 2.7183])
# expect: True
# expect: needs (False, True, True)
# expect: tensor([[1.5000, 1.5000, 1.5000, 1.5000],
# expect:         [1.5000, 1.5000, 1.5000, 1.5000]], grad_fn=<LinFBackward>)
# expect: needs b (False, True, True)
# expect: tensor([[2., 2., 2.],
# expect:         [2., 2., 2.],
# expect:         [2., 2., 2.],
# expect:         [2., 2., 2.]]) tensor([2., 2., 2., 2.])
# expect: needs (False, True)
# expect: needs b (False, True)
# expect: tensor([[4., 4., 4.],
# expect:         [4., 4., 4.],
# expect:         [4., 4., 4.],
# expect:         [4., 4., 4.]])
# expect: tensor([2., 2.], grad_fn=<TwoBackward>) tensor([3., 3.], grad_fn=<TwoBackward>)
# expect: two tensor([1., 1.]) None
# expect: tensor([2., 2.])
# expect: two tensor([0., 0.]) tensor([1., 1.])
# expect: tensor([1., 2., 3.], grad_fn=<NDBackward>) tensor([1, 2, 0]) False
# expect: nd tensor([1., 1., 1.]) tensor([0, 0, 0])
# expect: tensor([1., 1., 1.])
# expect: False tensor([3., 1., 2.])
# expect: True tensor([2., 2.], grad_fn=<InplBackward>) tensor([2., 2.], grad_fn=<InplBackward>)
# expect: tensor([7., 7.])
# expect: RuntimeError a leaf Variable that requires grad has been used in an in-place operation.
# expect: ok tensor([3.], grad_fn=<AsStridedBackward0>)
# expect: RuntimeError Some elements marked as dirty during the forward method were not returned as output. The inputs that are modified inplace must all be outputs of the Function.
# expect: tensor([2., 2.]) False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn

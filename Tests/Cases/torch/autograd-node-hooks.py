# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch


def attempt(f):
    try:
        return f()
    except Exception as e:
        print(type(e).__name__, str(e)[:300])

# Node hooks
a = torch.ones(2, requires_grad=True); b = torch.full((2,), 2., requires_grad=True)
c = a * b
hh = c.grad_fn.register_hook(lambda gi, go: print("node hook", gi, go))
hp = c.grad_fn.register_prehook(lambda go: print("pre", go) or (go[0] * 3,))
c.sum().backward(); print(a.grad, b.grad)
c = a * b
c.grad_fn.register_hook(lambda gi, go: (gi[0] * 10, None))
a.grad = b.grad = None
attempt(lambda: c.sum().backward()); print(a.grad, b.grad)
c = a * b
c.grad_fn.register_hook(lambda gi, go: (gi[0] * 10, gi[1]))
a.grad = b.grad = None
attempt(lambda: c.sum().backward()); print(a.grad, b.grad)
c = a * b
c.grad_fn.register_hook(lambda gi, go: (gi[0],))
attempt(lambda: c.sum().backward())
c = a * b
c.grad_fn.register_prehook(lambda go: (go[0], go[0]))
attempt(lambda: c.sum().backward())
c = a * b
c.grad_fn.register_hook(lambda gi, go: 5)
attempt(lambda: c.sum().backward())
print(c.grad_fn.name(), c.grad_fn.next_functions[0][0].name(), c.grad_fn.next_functions[0][0].variable is a)
print(c.grad_fn.metadata)
acc = c.grad_fn.next_functions[0][0]
hz = acc.register_hook(lambda gi, go: print("accnode", gi, go))
hq = acc.register_prehook(lambda go: print("accpre", go))
a.register_hook(lambda g: print("tensor hook", g))
a.grad=None
(a*b).sum().backward(); print(a.grad)
hz.remove(); hq.remove()
# expect: pre (tensor([1., 1.]),)
# expect: node hook (tensor([6., 6.]), tensor([3., 3.])) (tensor([3., 3.]),)
# expect: tensor([6., 6.]) tensor([3., 3.])
# expect: tensor([20., 20.]) None
# expect: tensor([20., 20.]) tensor([1., 1.])
# expect: RuntimeError hook '<lambda>' has returned an incorrect number of values (got 1, but expected 2)
# expect: RuntimeError hook '<lambda>' has returned an incorrect number of values (got 2, but expected 1)
# expect: TypeError expected tuple, but hook returned 'int'
# expect: MulBackward0 torch::autograd::AccumulateGrad True
# expect: {}
# expect: tensor hook tensor([2., 2.])
# expect: accpre (tensor([2., 2.]),)
# expect: accnode () (tensor([2., 2.]),)
# expect: tensor([2., 2.])

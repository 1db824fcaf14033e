# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch


def attempt(f):
    try:
        return f()
    except Exception as e:
        print(type(e).__name__, str(e)[:300])

# tensor hooks order and replacement
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
order = []
h1 = y.register_hook(lambda g: order.append("a") or g + 1)
h2 = y.register_hook(lambda g: order.append("b"))
h3 = y.register_hook(lambda g: (order.append("c"), g * 2)[1])
y.retain_grad()
y.sum().backward(); print(order, x.grad, y.grad)
print(type(h1).__name__)
h1.remove(); h1.remove()
x.grad = None
y2 = x * 2
with y2.register_hook(lambda g: g * 100): y2.sum().backward(retain_graph=True)
print(x.grad)
# errors
attempt(lambda: torch.ones(2).register_hook(lambda g: g))
y.register_hook(lambda: 1)
z = (x*2); z.register_hook(lambda g: 3)
attempt(lambda: z.sum().backward())
z = (x*2); z.register_hook(lambda g: torch.ones(3))
attempt(lambda: z.sum().backward())
z = (x*2); z.register_hook(lambda g: g.double())
attempt(lambda: z.sum().backward())
def bad(g): raise ValueError("my error")
z = (x*2); z.register_hook(bad)
attempt(lambda: z.sum().backward())

# post accumulate
w = torch.ones(2, requires_grad=True)
h = w.register_post_accumulate_grad_hook(lambda p: print("acc", p.grad, p is w))
(w * 3).sum().backward()
(w * 3).sum().backward()
h.remove(); (w*3).sum().backward(); print(w.grad)
attempt(lambda: (w*2).register_post_accumulate_grad_hook(lambda p: None))
attempt(lambda: torch.ones(1).register_post_accumulate_grad_hook(lambda p: None))
# in-place and hook
p = torch.ones(2, requires_grad=True)
q = p * 2
q.register_hook(lambda g: print("q before", g))
q.mul_(3)
q.register_hook(lambda g: print("q after", g))
q.sum().backward(); print(p.grad)
# multi-output
u = torch.arange(4., requires_grad=True)
s1, s2 = u.split(2)
s1.register_hook(lambda g: print("s1", g)); s2.register_hook(lambda g: g * 5)
(s1 * 2 + s2).sum().backward(); print(u.grad)
print(s1.grad_fn.name(), s1.output_nr, s2.output_nr)
vals = torch.tensor([3., 1., 2.], requires_grad=True)
sv, si = vals.sort()
print(sv.grad_fn.name(), sv.grad_fn.next_functions)if False else print(sv.grad_fn.name())
# expect: ['a', 'b', 'c'] tensor([8., 8.]) tensor([4., 4.])
# expect: RemovableHandle
# expect: tensor([200., 200.])
# expect: RuntimeError cannot register a hook on a tensor that doesn't require gradient
# expect: TypeError expected Variable, but hook returned 'int'
# expect: RuntimeError hook '<lambda>' has changed the size of value
# expect: RuntimeError hook '<lambda>' has changed the type of value (was torch.FloatTensor got torch.DoubleTensor)
# expect: ValueError my error
# expect: acc tensor([3., 3.]) True
# expect: acc tensor([6., 6.]) True
# expect: tensor([9., 9.])
# expect: RuntimeError post accumulate grad hooks cannot be registered on non-leaf tensors
# expect: RuntimeError cannot register a hook on a tensor that doesn't require gradient
# expect: q after tensor([1., 1.])
# expect: q before tensor([3., 3.])
# expect: tensor([6., 6.])
# expect: s1 tensor([2., 2.])
# expect: tensor([2., 2., 5., 5.])
# expect: SplitBackward0 0 1
# expect: SortBackward0

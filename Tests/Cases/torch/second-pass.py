# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A graph is freed by its first backward: operations that keep places or masks refuse a second one, sums and views do not.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
rows = torch.tensor([0, 1])
for name, call in {
    'embedding': lambda w: F.embedding(rows, w), 'index': lambda w: w[rows], 'mask': lambda w: w[w > 0.5], 'gather': lambda w: w.gather(1, rows[:, None]),
    'masked_fill': lambda w: w.masked_fill(w > 0.5, 0), 'where': lambda w: torch.where(w > 0.5, w, 0), 'sort': lambda w: w.sort(1)[0],
    'max': lambda w: w.max(1)[0], 'topk': lambda w: w.topk(2)[0], 'max_pool': lambda w: F.max_pool1d(w, 2), 'sum': lambda w: w.sum(0),
    'view': lambda w: w.view(-1), 'cat': lambda w: torch.cat([w, w]), 'exp': lambda w: w.exp(), 'times': lambda w: w * 2, 'plus': lambda w: w + 2,
}.items():
    w = torch.rand(3, 4, requires_grad=True)
    y = call(w).sum()
    y.backward(retain_graph=True)
    y.backward()
    try:
        y.backward()
        print(name, 'once more')
    except RuntimeError as e:
        print(name, str(e)[:50])

# A derivative of a derivative through a view that was changed in place.
for op in ('tanh_', 'exp_', 'sqrt_', 'relu_'):
    x = torch.ones(3, dtype=torch.float64, requires_grad=True)
    t = x.clone()
    getattr(t[:2], op)()
    g, = torch.autograd.grad((t * t).sum(), x, create_graph=True)
    print(op, g, torch.autograd.grad((g * g).sum(), x)[0])

# elu and its kin have no curvature at zero.
for f in (F.elu, F.selu, F.celu):
    x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    print(g.tolist(), torch.autograd.grad(g.sum(), x)[0])
# expect: embedding Trying to backward through the graph a second time
# expect: index Trying to backward through the graph a second time
# expect: mask Trying to backward through the graph a second time
# expect: gather Trying to backward through the graph a second time
# expect: masked_fill Trying to backward through the graph a second time
# expect: where Trying to backward through the graph a second time
# expect: sort Trying to backward through the graph a second time
# expect: max Trying to backward through the graph a second time
# expect: topk Trying to backward through the graph a second time
# expect: max_pool Trying to backward through the graph a second time
# expect: sum once more
# expect: view once more
# expect: cat once more
# expect: exp Trying to backward through the graph a second time
# expect: times Trying to backward through the graph a second time
# expect: plus once more
# expect: tanh_ tensor([0.6397, 0.6397, 2.0000], dtype=torch.float64, grad_fn=<CopySlices>) tensor([-0.7953, -0.7953,  8.0000], dtype=torch.float64)
# expect: exp_ tensor([14.7781, 14.7781,  2.0000], dtype=torch.float64, grad_fn=<CopySlices>) tensor([873.5704, 873.5704,   8.0000], dtype=torch.float64)
# expect: sqrt_ tensor([1., 1., 2.], dtype=torch.float64, grad_fn=<CopySlices>) tensor([0., 0., 8.], dtype=torch.float64)
# expect: relu_ tensor([2., 2., 2.], dtype=torch.float64, grad_fn=<CopySlices>) tensor([8., 8., 8.], dtype=torch.float64)
# expect: [0.3678794503211975, 1.0, 1.0] tensor([0.3679, 0.0000, 0.0000])
# expect: [0.6467686295509338, 1.7580993175506592, 1.0507010221481323] tensor([0.6468, 0.0000, 0.0000])
# expect: [0.3678794503211975, 1.0, 1.0] tensor([0.3679, 0.0000, 0.0000])

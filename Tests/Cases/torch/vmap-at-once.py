# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# vmap over many kinds of functions, with gradients inside, nested, with random numbers, and what it refuses.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.func import functional_call, grad, hessian, jacrev, jvp, stack_module_state, vjp, vmap

torch.manual_seed(0)
a, b, M = torch.randn(5, 4), torch.randn(5, 4), torch.randn(5, 3, 4)
w, W, idx = torch.randn(4), torch.randn(3, 4), torch.tensor([0, 2, 1, 1, 0])


def show(name, function):
    try:
        made = function()
    except Exception as e:
        print(name, type(e).__name__, str(e)[:110])
        return
    made = made if isinstance(made, (tuple, list)) else list(made.values()) if isinstance(made, dict) else [made]
    print(name, [(list(x.shape), x.dtype, [round(float(v), 3) + 0.0 for v in x.flatten()[:5]]) for x in made])


for name, f, *given in (
        ('dot', torch.dot, a, b), ('mv', torch.mv, M, a), ('mm', lambda x: x @ x.T, M), ('outer', torch.outer, a, b),
        ('shared', lambda x: W @ x, a), ('rows', lambda x: x @ W.T, M), ('sums', lambda x: (x.sum(), x.sum(0), x.mean(-1, True)), M),
        ('extrema', lambda x: (x.max(), x.max(0).values, x.amin((0, 1)), x.argmax()), M), ('spread', lambda x: (x.std(), x.var(0, unbiased=False)), M),
        ('softmax', lambda x: (F.softmax(x, 0), x.log_softmax(-1), x.cumsum(0)), M), ('views', lambda x: (x.reshape(2, -1), x.T, x.flatten(), x[None].squeeze()), M),
        ('picked', lambda x: (x[1], x[..., -1], x[:, 1:3], x.unbind(0)[2]), M), ('table', lambda i: W[i], idx), ('own', lambda x, i: x[i], M, idx),
        ('joined', lambda x, y: (torch.cat([x, y]), torch.stack([x, w], -1)), a, b), ('ranks', lambda x, y: x + y * 2, M, a), ('one', lambda x, y: x * y, a[:, 0], b),
        ('promoted', lambda x, y: x * y, a[:, 0].double(), b), ('where', lambda x: torch.where(x > 0, x, 0.1 * x), a), ('einsum', lambda x, y: torch.einsum('ij,j->i', x, y), M, a),
        ('losses', lambda x, y: (F.mse_loss(x, y), F.l1_loss(x, w, reduction='sum'), F.smooth_l1_loss(x, y)), a, b), ('classes', F.cross_entropy, a, idx),
        ('rowclasses', lambda x, y: F.cross_entropy(x[None], y[None]), a, idx), ('norms', lambda x: (x.norm(), F.layer_norm(x, (4,)), torch.linalg.norm(x)), M),
        ('linear', lambda x, v: F.linear(x, v, torch.ones(3)), a, M), ('constant', lambda x: w, a), ('sizes', lambda x: x * len(x) * x.dim() * x.shape[-1], M),
        ('loop', lambda x: sum(row for row in x), M), ('grad', grad(lambda x: (x ** 3).sum()), a), ('twice', grad(grad(lambda x: x.sin() * x)), a[:, 0]),
        ('jacobian', jacrev(lambda x: x ** 2 * x.sum()), a), ('hessian', hessian(lambda x: (x ** 3).prod()), a), ('vjp', lambda x, v: vjp(torch.sin, x)[1](v)[0], a, b),
        ('jvp', lambda x, v: jvp(torch.sin, (x,), (v,))[1], a, b), ('nested', lambda x: vmap(lambda y: (x * y).sum())(b), a),
        ('branch', lambda x: x if x.sum() > 0 else -x, a), ('item', lambda x: x * x.sum().item(), a), ('random', lambda x: x + torch.randn(4), a)):
    show(name, lambda: vmap(f)(*given))
show('dims', lambda: vmap(lambda x, y: (x * 2, y.sum()), in_dims=(1, None), out_dims=(1, 0))(a, b))
show('same', lambda: vmap(lambda x: x + torch.randn(4), randomness='same')(a))
net = nn.Sequential(nn.Conv2d(1, 3, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(12, 3))
images = torch.randn(5, 1, 6, 6)
show('samples', lambda: vmap(grad(lambda p, x, y: F.cross_entropy(functional_call(net, p, (x[None],)), y[None])), (None, 0, 0))(
    dict(net.named_parameters()), images, idx))
models = [nn.Linear(4, 3) for _ in range(5)]
p, buffers = stack_module_state(models)
show('ensemble', lambda: vmap(lambda p, q, x: functional_call(models[0], (p, q), (x,)), (0, 0, None))(p, buffers, a))
shared = w.clone().requires_grad_()
print(torch.autograd.grad(vmap(lambda x: (x * shared).sum().tanh())(a).sum(), shared)[0], torch.rand(1))
# expect: dot [([5], torch.float32, [-0.977, -0.01, 0.61, -1.19, -0.674])]
# expect: mv [([5, 3], torch.float32, [-5.559, 1.943, 0.9, 0.233, 1.161])]
# expect: mm [([5, 3, 3], torch.float32, [15.191, -4.426, -3.775, -4.426, 2.568])]
# expect: outer [([5, 4, 4], torch.float32, [-0.495, -0.127, -0.721, -0.497, -0.507])]
# expect: shared [([5, 3], torch.float32, [0.156, -0.082, 1.826, 1.47, 0.681])]
# expect: rows [([5, 3, 3], torch.float32, [1.816, 0.294, -3.966, 0.415, 1.365])]
# expect: sums [([5], torch.float32, [3.044, 3.995, 1.419, -2.518, -0.894]), ([5, 4], torch.float32, [0.711, 1.004, -0.985, 2.314, 1.188]), ([5, 3, 1], torch.float32, [1.92, -0.655, -0.503, 0.174, 0.256])]
# expect: extrema [([5], torch.float32, [2.38, 1.941, 1.625, 1.951, 1.14]), ([5, 4], torch.float32, [1.509, 2.082, 1.707, 2.38, 1.941]), ([5], torch.float32, [-1.599, -0.75, -1.535, -1.312, -1.845]), ([5], torch.int64, [3.0, 8.0, 3.0, 10.0, 0.0])]
# expect: spread [([5], torch.float32, [1.356, 0.766, 0.928, 0.953, 0.908]), ([5, 4], torch.float32, [1.161, 1.559, 2.113, 1.296, 1.287])]
# expect: softmax [([5, 3, 4], torch.float32, [0.725, 0.87, 0.911, 0.848, 0.052]), ([5, 3, 4], torch.float32, [-1.853, -1.281, -1.656, -0.982, -1.961]), ([5, 3, 4], torch.float32, [1.509, 2.082, 1.707, 2.38, 0.384])]
# expect: views [([5, 2, 6], torch.float32, [1.509, 2.082, 1.707, 2.38, -1.126]), ([5, 4, 3], torch.float32, [1.509, -1.126, 0.328, 2.082, -0.317]), ([5, 12], torch.float32, [1.509, 2.082, 1.707, 2.38, -1.126]), ([5, 3, 4], torch.float32, [1.509, 2.082, 1.707, 2.38, -1.126])]
# expect: picked [([5, 4], torch.float32, [-1.126, -0.317, -1.092, -0.085, -0.003]), ([5, 3], torch.float32, [2.38, -0.085, 0.018, 0.638, 0.395]), ([5, 3, 2], torch.float32, [2.082, 1.707, -0.317, -1.092, -0.761]), ([5, 4], torch.float32, [0.328, -0.761, -1.599, 0.018, 1.941])]
# expect: table [([5, 4], torch.float32, [-0.579, 0.018, 0.132, 1.02, -0.758])]
# expect: own [([5, 4], torch.float32, [1.509, 2.082, 1.707, 2.38, 1.941])]
# expect: joined [([5, 8], torch.float32, [-1.126, -1.152, -0.251, -0.434, 0.44]), ([5, 4, 2], torch.float32, [-1.126, 0.768, -1.152, 0.057, -0.251])]
# expect: ranks [([5, 3, 4], torch.float32, [-0.743, -0.223, 1.206, 1.513, -3.377])]
# expect: one [([5, 4], torch.float32, [-0.495, -0.127, -0.721, -0.497, 0.123])]
# expect: promoted [([5, 4], torch.float32, [-0.495, -0.127, -0.721, -0.497, 0.123])]
# expect: where [([5, 4], torch.float32, [-0.113, -0.115, -0.025, -0.043, 0.599])]
# expect: einsum [([5, 3], torch.float32, [-5.559, 1.943, 0.9, 0.233, 1.161])]
# expect: losses [([5], torch.float32, [1.403, 1.807, 1.129, 2.619, 3.013]), ([5], torch.float32, [4.564, 3.648, 2.02, 4.269, 3.645]), ([5], torch.float32, [0.653, 0.654, 0.503, 0.922, 1.178])]
# expect: classes [([5], torch.float32, [1.852, 2.552, 2.236, 0.891, 1.745])]
# expect: rowclasses [([5], torch.float32, [1.852, 2.552, 2.236, 0.891, 1.745])]
# expect: norms [([5], torch.float32, [4.583, 2.79, 3.106, 3.244, 3.024]), ([5, 3, 4], torch.float32, [-1.22, 0.483, -0.633, 1.37, -1.02]), ([5], torch.float32, [4.583, 2.79, 3.106, 3.244, 3.024])]
# expect: linear [([5, 3], torch.float32, [-4.559, 2.943, 1.9, 1.233, 2.161])]
# expect: constant [([5, 4], torch.float32, [0.768, 0.057, 0.224, 0.552, 0.768])]
# expect: sizes [([5, 3, 4], torch.float32, [36.219, 49.967, 40.961, 57.129, -27.014])]
# expect: loop [([5, 4], torch.float32, [0.711, 1.004, -0.985, 2.314, 1.188])]
# expect: grad [([5, 4], torch.float32, [3.803, 3.984, 0.188, 0.565, 1.076])]
# expect: twice [([5], torch.float32, [-0.155, 1.314, 1.574, -1.006, 0.445])]
# expect: jacobian [([5, 4, 4], torch.float32, [7.938, 1.268, 1.268, 1.268, 1.328])]
# expect: hessian [([5, 4, 4], torch.float32, [0.013, 0.019, 0.09, 0.052, 0.019])]
# expect: vjp [([5, 4], torch.float32, [0.189, 0.046, 0.621, 0.4, 0.17])]
# expect: jvp [([5, 4], torch.float32, [0.189, 0.046, 0.621, 0.4, 0.17])]
# expect: nested [([5, 5], torch.float32, [-0.977, 0.672, -2.317, 1.507, 1.221])]
# expect: branch RuntimeError vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support th
# expect: item RuntimeError vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor
# expect: random RuntimeError vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' rand
# expect: dims [([5, 4], torch.float32, [-2.252, -2.305, -0.501, -0.868, 1.198]), ([4], torch.float32, [0.694, 0.694, 0.694, 0.694])]
# expect: same [([5, 4], torch.float32, [-2.905, -0.305, -0.005, -0.565, -1.18])]
# expect: samples [([5, 3, 1, 3, 3], torch.float32, [-0.064, -0.117, -0.202, 0.352, -0.34]), ([5, 3], torch.float32, [-0.035, 0.097, 0.447, 0.469, 0.035]), ([5, 3, 12], torch.float32, [-0.324, -0.149, -1.114, -0.347, -0.203]), ([5, 3], torch.float32, [-0.741, 0.43, 0.312, 0.276, 0.441])]
# expect: ensemble [([5, 5, 3], torch.float32, [0.248, 0.514, -0.21, 0.84, -0.026])]
# expect: tensor([1.0024, 0.3009, 1.6318, 0.0870]) tensor([0.4986])

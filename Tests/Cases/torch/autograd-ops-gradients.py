# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

torch.manual_seed(3)
x = torch.rand(3, 4) + 0.5
functions = {
    "exp": torch.exp, "log": torch.log, "sqrt": torch.sqrt, "sin": torch.sin, "tanh": torch.tanh, "sigmoid": torch.sigmoid,
    "softmax": lambda t: torch.softmax(t, 1)[:, :2], "log_softmax": lambda t: torch.log_softmax(t, 0)[0], "mean": lambda t: t.mean(1),
    "var": lambda t: t.var(0), "std": torch.std, "max": lambda t: t.max(1).values, "prod": lambda t: t.prod(1), "norm": lambda t: t.norm(dim=0),
    "cumsum": lambda t: t.cumsum(1), "matmul": lambda t: t @ t.t(), "pow": lambda t: t**2.5, "div": lambda t: 1 / t, "clamp": lambda t: t.clamp(0.7, 1.2),
    "cat": lambda t: torch.cat([t, t * 2], 1), "stack": lambda t: torch.stack([t, t * t]), "index": lambda t: t[[0, 0, 2]], "slice": lambda t: t[1:, ::2],
    "mask": lambda t: t[t > 1], "where": lambda t: torch.where(t > 1, t * 3, t), "expand": lambda t: t.unsqueeze(0).expand(2, 3, 4), "permute": lambda t: t.permute(1, 0) * 2,
    "logsumexp": lambda t: torch.logsumexp(t, 1), "gather": lambda t: t.gather(1, torch.tensor([[0], [1], [3]])), "einsum": lambda t: torch.einsum("ij,kj->ik", t, t),
}
for name, f in functions.items():
    t = x.clone().requires_grad_()
    f(t).sum().backward()
    print(name, t.grad[0])
# expect: exp tensor([1.6558, 1.8323, 2.1943, 1.6938])
# expect: log tensor([1.9831, 1.6513, 1.2725, 1.8977])
# expect: sqrt tensor([0.7041, 0.6425, 0.5640, 0.6888])
# expect: sin tensor([0.8755, 0.8222, 0.7068, 0.8643])
# expect: tanh tensor([0.7833, 0.7073, 0.5696, 0.7667])
# expect: sigmoid tensor([0.2348, 0.2284, 0.2151, 0.2334])
# expect: softmax tensor([ 0.1183,  0.1309, -0.1407, -0.1086])
# expect: log_softmax tensor([0.7727, 0.7586, 0.7372, 0.8082])
# expect: mean tensor([0.2500, 0.2500, 0.2500, 0.2500])
# expect: var tensor([-0.3525, -0.2456, -0.2171, -0.4964])
# expect: std tensor([-0.1183, -0.0904, -0.0407, -0.1121])
# expect: max tensor([0., 0., 1., 0.])
# expect: prod tensor([0.2508, 0.2088, 0.1609, 0.2400])
# expect: norm tensor([0.3258, 0.3751, 0.4435, 0.2811])
# expect: cumsum tensor([4., 3., 2., 1.])
# expect: matmul tensor([5.1406, 5.1071, 6.0175, 6.1403])
# expect: pow tensor([0.8952, 1.1781, 1.7416, 0.9563])
# expect: div tensor([-3.9326, -2.7269, -1.6193, -3.6012])
# expect: clamp tensor([0., 0., 1., 0.])
# expect: cat tensor([3., 3., 3., 3.])
# expect: stack tensor([2.0085, 2.2111, 2.5717, 2.0539])
# expect: index tensor([2., 2., 2., 2.])
# expect: slice tensor([0., 0., 0., 0.])
# expect: mask tensor([0., 0., 0., 0.])
# expect: where tensor([1., 1., 1., 1.])
# expect: expand tensor([2., 2., 2., 2.])
# expect: permute tensor([2., 2., 2., 2.])
# expect: logsumexp tensor([0.2245, 0.2484, 0.2975, 0.2296])
# expect: gather tensor([1., 0., 0., 0.])
# expect: einsum tensor([5.1406, 5.1071, 6.0175, 6.1403])

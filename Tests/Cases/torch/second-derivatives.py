# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Second derivatives where the first are zero or constant.
import torch
import torch.nn.functional as F


def second(function, *values):
    x = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    first, = torch.autograd.grad(function(x), x, create_graph=True)
    return first.tolist(), (torch.autograd.grad(first.sum(), x)[0] + 0).tolist()


def random_slopes(x):
    torch.manual_seed(1)
    return F.rrelu(x, training=True).sum()


for p in (2, 1, 3, 0.5, float("inf")):
    print(p, second(lambda x: torch.linalg.norm(x, p), 0.0, 0.0))
print(second(torch.linalg.norm, 3.0, 4.0), second(lambda x: x.norm(), 0.0, 0.0), second(lambda x: torch.linalg.norm(x, 3), 3.0, 4.0))
print(second(random_slopes, -1.0, 2.0, -3.0), second(lambda x: F.rrelu(x).sum(), -1.0, 2.0))
for g in (float("nan"), float("inf"), 1.0):
    x = torch.zeros(2, requires_grad=True)
    torch.linalg.norm(x).backward(torch.tensor(g))
    print(g, x.grad)
# expect: 2 ([0.0, 0.0], [nan, nan])
# expect: 1 ([0.0, 0.0], [0.0, 0.0])
# expect: 3 ([0.0, 0.0], [0.0, 0.0])
# expect: 0.5 ([0.0, 0.0], [nan, nan])
# expect: inf ([0.0, 0.0], [0.0, 0.0])
# expect: ([0.6, 0.8], [0.032, -0.02400000000000002]) ([0.0, 0.0], [nan, nan]) ([0.4448513517305356, 0.7908468475209521], [0.052143748188194616, -0.03910781114114603])
# expect: ([0.13771943223325492, 1.0, 0.1717821888682605], [0.0, 0.0, 0.0]) ([0.22916666666666666, 1.0], [0.0, 0.0])
# expect: nan tensor([nan, nan])
# expect: inf tensor([nan, nan])
# expect: 1.0 tensor([0., 0.])

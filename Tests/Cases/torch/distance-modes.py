# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# cdist with and without the matrix product, pdist, and nansum with and without NaN.
import torch
torch.manual_seed(0)
x = torch.randn(40, 3)
print(torch.cdist(x, x, compute_mode='donot_use_mm_for_euclid_dist').diagonal().max())
print(torch.cdist(x, x).diagonal().max() > 0, torch.cdist(x[:4], x[:4]).diagonal().max())
try:
    torch.cdist(x, x, compute_mode='sometimes')
except ValueError as e:
    print(e)
for p in (0, 1, 2, float('inf'), 3):
    d = torch.nn.functional.pdist(x, p)
    print(p, d.shape, d[:4], d.double().sum().item().__round__(2))
y = x[:3].clone().requires_grad_()
torch.nn.functional.pdist(y).sum().backward()
print(y.grad)
x[0, 1] = float('nan')
for t in (x, x[1:].double()):
    t = t.clone().requires_grad_()
    for kw in ({}, dict(dim=1), dict(dim=(0, 1), keepdim=True), dict(dtype=torch.float64)):
        r = t.nansum(**kw)
        g, = torch.autograd.grad(r.sum(), t)
        print(r.shape, r.dtype, g.isnan().any().item(), g.sum().item(), r.grad_fn.name(), round(r.double().sum().item(), 3))
print(torch.tensor([float('inf'), -float('inf')]).nansum(), torch.tensor([1, 2]).nansum())
# expect: tensor(0.)
# expect: tensor(True) tensor(0.)
# expect: sometimes is not a valid value for compute_mode
# expect: 0 torch.Size([780]) tensor([3., 3., 3., 3.]) 2340.0
# expect: 1 torch.Size([780]) tensor([3.6356, 2.3455, 2.1986, 5.0031]) 2685.79
# expect: 2 torch.Size([780]) tensor([2.3177, 1.3824, 1.6088, 3.0222]) 1777.12
# expect: inf torch.Size([780]) tensor([2.0011, 0.9629, 1.5023, 2.3900]) 1454.23
# expect: 3 torch.Size([780]) tensor([2.0940, 1.1725, 1.5280, 2.6276]) 1603.14
# expect: tensor([[-0.8844, -0.1669, -0.8211],
# expect:         [ 0.2591,  1.8549,  0.5304],
# expect:         [ 0.6252, -1.6880,  0.2907]])
# expect: torch.Size([]) torch.float32 False 119.0 NansumBackward0 4.728
# expect: torch.Size([40]) torch.float32 False 119.0 NansumBackward0 4.728
# expect: torch.Size([1, 1]) torch.float32 False 119.0 NansumBackward0 4.728
# expect: torch.Size([]) torch.float64 False 119.0 NansumBackward0 4.728
# expect: torch.Size([]) torch.float64 False 117.0 NansumBackward0 6.104
# expect: torch.Size([39]) torch.float64 False 117.0 NansumBackward0 6.104
# expect: torch.Size([1, 1]) torch.float64 False 117.0 NansumBackward0 6.104
# expect: torch.Size([]) torch.float64 False 117.0 NansumBackward0 6.104
# expect: tensor(nan) tensor(3)

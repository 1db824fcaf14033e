# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
from torch import nn, optim
from torch.optim.swa_utils import AveragedModel, SWALR, update_bn, get_ema_multi_avg_fn
torch.manual_seed(0)
m = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 1)); X = torch.randn(16, 3); o = optim.SGD(m.parameters(), 0.1)
swa = AveragedModel(m); ema = AveragedModel(m, multi_avg_fn=get_ema_multi_avg_fn(0.9)); s = SWALR(o, swa_lr=0.05, anneal_epochs=3); r = []
for i in range(5):
    o.zero_grad(); m(X).pow(2).mean().backward(); o.step(); swa.update_parameters(m); ema.update_parameters(m); s.step(); r.append(s.get_last_lr()[0])
print(r, swa.n_averaged); print(swa.module[0].weight, ema.module[2].weight); update_bn([X], swa); print(swa.module[1].running_mean); print(swa(X)[:2]); print(swa)
for st in ('linear', 'cos'):
    o = optim.SGD([torch.ones(1, requires_grad=True)], 1.); s = SWALR(o, 0.1, 2, st); r = []
    for i in range(4): o.step(); s.step(); r.append(round(s.get_last_lr()[0], 6))
    print(r)
# expect: [0.08750000000000001, 0.06250000000000001, 0.05, 0.05, 0.05] tensor(5)
# expect: Parameter containing:
# expect: tensor([[ 0.0240,  0.3260, -0.4640],
# expect:         [-0.4236, -0.2105,  0.1743],
# expect:         [-0.0877,  0.4565, -0.0196],
# expect:         [ 0.0842, -0.2345, -0.0963]], requires_grad=True) Parameter containing:
# expect: tensor([[ 0.2599,  0.1989, -0.2734, -0.1919]], requires_grad=True)
# expect: tensor([-0.7171, -0.4633, -0.4182,  0.1129])
# expect: tensor([[0.2757],
# expect:         [0.0006]], grad_fn=<SliceBackward0>)
# expect: AveragedModel(
# expect:   (module): Sequential(
# expect:     (0): Linear(in_features=3, out_features=4, bias=True)
# expect:     (1): BatchNorm1d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect:     (2): Linear(in_features=4, out_features=1, bias=True)
# expect:   )
# expect: )
# expect: [0.55, 0.1, 0.1, 0.1]
# expect: [0.55, 0.1, 0.1, 0.1]

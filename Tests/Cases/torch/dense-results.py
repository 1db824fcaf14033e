# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What is dense though its input is not, so that `view` works on it.
import torch
import torch.nn.functional as F

x = torch.arange(24.0).reshape(2, 3, 4) / 7
for t in (x.transpose(0, 1), x.permute(2, 0, 1), x[:, ::2]):
    for f in (F.logsigmoid, lambda t: F.layer_norm(t, t.shape[-1:]), lambda t: F.layer_norm(t, t.shape[-2:]), F.softplus, F.gelu,
              lambda t: F.group_norm(t, 1), lambda t: F.softmax(t, -1)):
        y = f(t)
        print(y.stride(), y.is_contiguous(), round(y.abs().sum().item(), 3))
norm = torch.nn.LayerNorm(4)
print(norm(x.transpose(0, 1)).view(-1, 4).shape)
# expect: (8, 4, 1) True 5.868
# expect: (8, 4, 1) True 21.462
# expect: (8, 4, 1) True 23.594
# expect: (4, 12, 1) False 45.297
# expect: (4, 12, 1) False 37.687
# expect: (8, 4, 1) True 23.594
# expect: (8, 4, 1) True 6.0
# expect: (6, 3, 1) True 5.868
# expect: (6, 3, 1) True 19.595
# expect: (6, 3, 1) True 21.079
# expect: (1, 12, 4) False 45.297
# expect: (1, 12, 4) False 37.687
# expect: (6, 3, 1) True 21.079
# expect: (6, 3, 1) True 8.0
# expect: (8, 4, 1) True 4.036
# expect: (8, 4, 1) True 14.308
# expect: (8, 4, 1) True 15.409
# expect: (8, 4, 1) True 30.322
# expect: (8, 4, 1) True 25.268
# expect: (8, 4, 1) True 15.409
# expect: (8, 4, 1) True 4.0
# expect: torch.Size([6, 4])

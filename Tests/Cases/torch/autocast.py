# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Automatic mixed precision on the CPU.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
a, b = torch.randn(2, 3), torch.randn(3, 2)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
print(torch.is_autocast_enabled('cpu'), torch.get_autocast_dtype('cpu'))
with torch.autocast('cpu', dtype=torch.bfloat16):
    c = a @ b
    print(c, (c + 1).dtype, torch.exp(c).dtype, F.softmax(c, -1).dtype, torch.mm(a, b).dtype, torch.bmm(a[None], b[None]).dtype)
    print(model(a).dtype, F.mse_loss(c, c).dtype, F.cross_entropy(c, torch.tensor([0, 1])).dtype, (a + b.t()).dtype)
    print(torch.cat([a, c.float().t()[:, :1].expand(2, 3)]).dtype, torch.stack([c, c]).dtype, torch.cat([c, b[:2]]).dtype)
    print(F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2)).dtype, (a.double() @ b.double()).dtype)
    with torch.autocast('cpu', enabled=False):
        print((a @ b).dtype, torch.is_autocast_enabled('cpu'))
    loss = F.mse_loss(model(a), torch.zeros(2, 2))
print((a @ b).dtype, loss)
loss.backward()
print(model[0].weight.grad.dtype, model[0].bias.grad.shape)


@torch.autocast('cpu')
def product(x, y):
    return x @ y


print(product(a, b).dtype, torch.amp.autocast('cpu', torch.float16).fast_dtype)
# expect: False torch.bfloat16
# expect: tensor([[2.1250, 1.0156],
# expect:         [1.8438, 0.6641]], dtype=torch.bfloat16) torch.bfloat16 torch.bfloat16 torch.bfloat16 torch.bfloat16 torch.bfloat16
# expect: torch.bfloat16 torch.float32 torch.float32 torch.float32
# expect: torch.float32 torch.bfloat16 torch.float32
# expect: torch.bfloat16 torch.float64
# expect: torch.float32 False
# expect: torch.float32 tensor(0.4700, grad_fn=<MseLossBackward0>)
# expect: torch.float32 torch.Size([4])
# expect: torch.bfloat16 torch.float16

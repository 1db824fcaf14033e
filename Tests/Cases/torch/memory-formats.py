# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Images whose channels lie last in memory: who keeps the order, who asks for it.
import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.arange(120.0).reshape(2, 3, 4, 5)
y = x.to(memory_format=torch.channels_last)
print(y.stride(), y.is_contiguous(), y.is_contiguous(memory_format=torch.channels_last), torch.equal(x, y))
print(x.contiguous(memory_format=torch.channels_last).stride(), y.contiguous().stride(), y.contiguous(memory_format=torch.channels_last) is y)
print(y.clone().stride(), y.clone(memory_format=torch.contiguous_format).stride(), x.clone(memory_format=torch.channels_last).stride())
print(torch.empty(2, 3, 4, 5, memory_format=torch.channels_last).stride(), torch.empty_like(y).stride(), torch.zeros_like(y).stride())
print(torch.ones_like(y, memory_format=torch.contiguous_format).stride(), torch.full_like(x, 2.0, memory_format=torch.channels_last).stride())
print(y.double().stride(), y.to(torch.float64).stride())
print((y + 1).stride(), torch.relu(y).stride(), (x + y).stride(), y.permute(0, 2, 3, 1).is_contiguous())
net = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2)).to(memory_format=torch.channels_last)
print(net[0].weight.stride(), net[0].bias.stride())
for layer in net:
    y = layer(y)
    print(type(layer).__name__, y.stride())
print(F.interpolate(y, scale_factor=2).stride(), F.adaptive_avg_pool2d(y, 2).stride(), F.avg_pool2d(y, 2).stride())
z = torch.randn(2, 3, 4, 5, requires_grad=True)
w = z.contiguous(memory_format=torch.channels_last)
w.square().sum().backward()
print(w.grad_fn.name(), torch.equal(z.grad, 2 * z), z.grad.stride())
for wrong in (lambda: x[0].contiguous(memory_format=torch.channels_last), lambda: torch.empty(2, 3, memory_format=torch.channels_last)):
    try:
        wrong()
    except RuntimeError as e:
        print(e)
v = torch.randn(1, 2, 3, 4, 5).contiguous(memory_format=torch.channels_last_3d)
print(v.stride(), v.is_contiguous(memory_format=torch.channels_last_3d), nn.Conv3d(2, 3, 1)(v).stride())
# expect: (60, 1, 15, 3) False True True
# expect: (60, 1, 15, 3) (60, 20, 5, 1) True
# expect: (60, 1, 15, 3) (60, 20, 5, 1) (60, 1, 15, 3)
# expect: (60, 1, 15, 3) (60, 1, 15, 3) (60, 1, 15, 3)
# expect: (60, 20, 5, 1) (60, 1, 15, 3)
# expect: (60, 1, 15, 3) (60, 1, 15, 3)
# expect: (60, 1, 15, 3) (60, 1, 15, 3) (60, 20, 5, 1) True
# expect: (27, 1, 9, 3) (1,)
# expect: Conv2d (80, 1, 20, 4)
# expect: BatchNorm2d (80, 1, 20, 4)
# expect: ReLU (80, 1, 20, 4)
# expect: MaxPool2d (16, 1, 8, 4)
# expect: (64, 1, 16, 4) (16, 1, 8, 4) (4, 1, 4, 4)
# expect: CloneBackward0 True (60, 20, 5, 1)
# expect: required rank 4 tensor to use channels_last format
# expect: required rank 4 tensor to use channels_last format
# expect: (120, 1, 40, 10, 2) True (180, 60, 20, 5, 1)

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn as nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential

torch.manual_seed(0)
runs = []


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(4, 4), nn.Tanh(), nn.Dropout(0.5), nn.Linear(4, 4))

    def forward(self, x):
        runs.append(1)
        return self.net(x).exp()


block = Block()
x = torch.randn(3, 4, requires_grad=True)
for reentrant in (None, False, True):
    torch.manual_seed(1)
    x.grad = None
    block.zero_grad()
    runs.clear()
    y = block(x) if reentrant is None else checkpoint(block, x, use_reentrant=reentrant)
    (y ** 2).sum().backward()
    print(reentrant, len(runs), y.sum().item(), x.grad, round(block.net[0].weight.grad.norm().item(), 3), torch.rand(1))

z = checkpoint(lambda a: (a ** 3).sum(), x, use_reentrant=False)
g, = torch.autograd.grad(z, x, create_graph=True)
print(torch.allclose(g, 3 * x ** 2), torch.allclose(torch.autograd.grad(g.sum(), x)[0], 6 * x))
layers = [nn.Linear(4, 4) for _ in range(4)]
out = checkpoint_sequential(nn.Sequential(*layers), 2, x, use_reentrant=False)
out.sum().backward()
print(layers[0].weight.grad is not None)
# expect: None 1 16.407987594604492 tensor([[ 4.9769, -0.4829,  6.6834,  2.9116],
# expect:         [-0.0660,  0.2565, -0.3123, -0.2578],
# expect:         [ 3.5597,  1.9517,  1.3948, -0.8881]]) 27.955 tensor([0.3398])
# expect: False 2 16.407987594604492 tensor([[ 4.9769, -0.4829,  6.6834,  2.9116],
# expect:         [-0.0660,  0.2565, -0.3123, -0.2578],
# expect:         [ 3.5597,  1.9517,  1.3948, -0.8881]]) 27.955 tensor([0.3398])
# expect: True 2 16.407987594604492 tensor([[ 4.9769, -0.4829,  6.6834,  2.9116],
# expect:         [-0.0660,  0.2565, -0.3123, -0.2578],
# expect:         [ 3.5597,  1.9517,  1.3948, -0.8881]]) 27.955 tensor([0.3398])
# expect: True True
# expect: True

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn.functional as F

# Derivatives that torch does not differentiate again, and slopes that end at the bounds of a loss.
x = torch.tensor([1.0, -1.0, 0.5, 2.0], dtype=torch.float64, requires_grad=True)
for function in F.hardsigmoid, lambda v: torch.cdist(v.view(2, 2), torch.ones(3, 2).double()):
    (slope,) = torch.autograd.grad(function(x).sum(), x, create_graph=True)
    print(slope.detach())
    try:
        torch.autograd.grad((slope * slope).sum(), x)
    except Exception as error:
        print(type(error).__name__, error)
for loss in F.smooth_l1_loss, F.huber_loss:
    (slope,) = torch.autograd.grad(loss(x, torch.zeros_like(x), reduction="sum"), x, create_graph=True)
    print(slope.tolist(), torch.autograd.grad(slope.sum(), x)[0].tolist())
y = torch.ones(1, 3, requires_grad=True)
print(torch.autograd.grad(y.cumprod(0).sum(), y, create_graph=True)[0].requires_grad)
# expect: tensor([0.1667, 0.1667, 0.1667, 0.1667], dtype=torch.float64)
# expect: RuntimeError derivative for aten::hardsigmoid_backward is not implemented
# expect: tensor([ 0.0000, -3.0000, -1.3416,  2.6833], dtype=torch.float64)
# expect: NotImplementedError the derivative for '_cdist_backward' is not implemented.
# expect: [1.0, -1.0, 0.5, 1.0] [0.0, 0.0, 1.0, 0.0]
# expect: [1.0, -1.0, 0.5, 1.0] [0.0, 0.0, 1.0, 0.0]
# expect: False

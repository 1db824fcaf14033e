# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Samples between pixels: modes, borders and corners, and the gradients of image and grid.
import torch
import torch.nn.functional as F

torch.manual_seed(3)
image = torch.randn(2, 3, 5, 7, dtype=torch.float64)
grid = torch.rand(2, 4, 6, 2, dtype=torch.float64) * 3 - 1.5
grid[0, 0, 0] = torch.tensor([-1.0, 1.0])
grid[0, 0, 1] = torch.tensor([0.0, 0.0])
for mode in ('bilinear', 'nearest'):
    for padding in ('zeros', 'border', 'reflection'):
        for align in (False, True):
            x, g = image.clone().requires_grad_(), grid.clone().requires_grad_()
            y = F.grid_sample(x, g, mode, padding, align)
            y.backward(torch.linspace(-1, 1, y.numel(), dtype=torch.float64).reshape(y.shape))
            print(mode, padding, align, f'{y.sum().item():.8f} {y[0, 1, 2, 3].item():.8f} {x.grad.square().sum().item():.8f} '
                  f'{g.grad.square().sum().item():.6f}', y.grad_fn.name())
print(F.grid_sample(torch.ones(1, 1, 2, 2), torch.tensor([[[[float('nan'), 0.0], [1e30, 0.0], [0.5, -0.5]]]]), align_corners=False))
print(F.grid_sample(torch.ones(1, 2, 3, 3), torch.zeros(1, 0, 2, 2), align_corners=False).shape)
x, g = image.clone().requires_grad_(), grid.clone().requires_grad_()
first, = torch.autograd.grad(F.grid_sample(x, g, align_corners=False).square().sum(), g, create_graph=True)
first.sum().backward()
print(f'{x.grad.sum().item():.6f} {g.grad.sum().item():.6f}')
# expect: bilinear zeros False -6.86313133 0.33954315 22.96987845 736.844487 GridSampler2DBackward0
# expect: bilinear zeros True -7.38467393 0.26044714 35.11674372 739.118336 GridSampler2DBackward0
# expect: bilinear border False -17.57031304 0.33954315 58.51496103 899.424730 GridSampler2DBackward0
# expect: bilinear border True -13.23920162 0.26044714 55.35729581 753.693541 GridSampler2DBackward0
# expect: bilinear reflection False -17.25838608 0.33954315 53.53568696 1012.469661 GridSampler2DBackward0
# expect: bilinear reflection True -11.31984852 0.26044714 55.42229229 873.698446 GridSampler2DBackward0
# expect: nearest zeros False -5.03693499 0.31663271 41.06459974 0.000000 GridSampler2DBackward0
# expect: nearest zeros True -10.02438869 0.31663271 47.02176146 0.000000 GridSampler2DBackward0
# expect: nearest border False -20.33211503 0.31663271 78.74057411 0.000000 GridSampler2DBackward0
# expect: nearest border True -14.82306695 0.31663271 69.12866155 0.000000 GridSampler2DBackward0
# expect: nearest reflection False -20.57163518 0.31663271 72.71827473 0.000000 GridSampler2DBackward0
# expect: nearest reflection True -10.55175417 0.31663271 72.07276639 0.000000 GridSampler2DBackward0
# expect: tensor([[[[nan, 0., 1.]]]])
# expect: torch.Size([1, 2, 0, 2])
# expect: 31.356512 4339.099534

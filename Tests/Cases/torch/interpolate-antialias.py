# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(1, 2, 9, 7, dtype=torch.float64, requires_grad=True)
for mode in "bilinear", "bicubic":
    for size in (4, 3), (9, 7), (13, 2), (1, 1):
        for align in None, False, True:
            y = F.interpolate(x, size, mode=mode, align_corners=align, antialias=True)
            (g,) = torch.autograd.grad((y * y).sum(), x)
            print(mode, size, align, y.shape, round(y.sum().item(), 8), round(y.abs().max().item(), 8), round(g.abs().sum().item(), 8))
    y = F.interpolate(x.detach().float(), scale_factor=0.4, mode=mode, antialias=True)
    print([round(v, 4) for v in y.flatten().tolist()])
print(F.interpolate(x, (4, 3), mode="bilinear", antialias=True).grad_fn.name())
for call in (lambda: F.interpolate(x, 3, antialias=True), lambda: F.interpolate(x[0], 3, mode="linear", antialias=True)):
    try:
        call()
    except ValueError as error:
        print(error)
# expect: bilinear (4, 3) None torch.Size([1, 2, 4, 3]) 0.81259752 0.6403451 9.02516838
# expect: bilinear (4, 3) False torch.Size([1, 2, 4, 3]) 0.81259752 0.6403451 9.02516838
# expect: bilinear (4, 3) True torch.Size([1, 2, 4, 3]) 0.63606179 1.17577404 12.16588925
# expect: bilinear (9, 7) None torch.Size([1, 2, 9, 7]) -0.65686898 3.14529627 200.95924166
# expect: bilinear (9, 7) False torch.Size([1, 2, 9, 7]) -0.65686898 3.14529627 200.95924166
# expect: bilinear (9, 7) True torch.Size([1, 2, 9, 7]) -0.65686898 3.14529627 200.95924166
# expect: bilinear (13, 2) None torch.Size([1, 2, 13, 2]) 0.72756871 0.9800218 23.99910223
# expect: bilinear (13, 2) False torch.Size([1, 2, 13, 2]) 0.72756871 0.9800218 23.99910223
# expect: bilinear (13, 2) True torch.Size([1, 2, 13, 2]) 2.34534503 1.19534992 28.59169463
# expect: bilinear (1, 1) None torch.Size([1, 2, 1, 1]) 0.02713092 0.12061145 0.42818394
# expect: bilinear (1, 1) False torch.Size([1, 2, 1, 1]) 0.02713092 0.12061145 0.42818394
# expect: bilinear (1, 1) True torch.Size([1, 2, 1, 1]) -2.31826742 2.3104118 4.63653484
# expect: [-0.4889, 0.213, -0.049, -0.0948, -0.1125, 0.1262, 0.0766, 0.2113, 0.3396, 0.0171, -0.0885, 0.1145]
# expect: bicubic (4, 3) None torch.Size([1, 2, 4, 3]) 0.82542598 0.74440475 10.94307829
# expect: bicubic (4, 3) False torch.Size([1, 2, 4, 3]) 0.82542598 0.74440475 10.94307829
# expect: bicubic (4, 3) True torch.Size([1, 2, 4, 3]) 0.53884736 1.57015365 17.51297117
# expect: bicubic (9, 7) None torch.Size([1, 2, 9, 7]) -0.65686898 3.14529627 200.95924166
# expect: bicubic (9, 7) False torch.Size([1, 2, 9, 7]) -0.65686898 3.14529627 200.95924166
# expect: bicubic (9, 7) True torch.Size([1, 2, 9, 7]) -0.65686898 3.14529627 200.95924166
# expect: bicubic (13, 2) None torch.Size([1, 2, 13, 2]) 0.83261559 1.12983011 33.12991798
# expect: bicubic (13, 2) False torch.Size([1, 2, 13, 2]) 0.83261559 1.12983011 33.12991798
# expect: bicubic (13, 2) True torch.Size([1, 2, 13, 2]) 2.94583263 1.77212703 44.56340607
# expect: bicubic (1, 1) None torch.Size([1, 2, 1, 1]) 0.03606261 0.13356975 0.46215379
# expect: bicubic (1, 1) False torch.Size([1, 2, 1, 1]) 0.03606261 0.13356975 0.46215379
# expect: bicubic (1, 1) True torch.Size([1, 2, 1, 1]) -2.35749501 2.77002736 9.94549908
# expect: [-0.5714, 0.2823, -0.0063, -0.1447, -0.1814, 0.1972, 0.0599, 0.233, 0.407, -0.0173, -0.1665, 0.1526]
# expect: UpsampleBilinear2DAaBackward0
# expect: Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input
# expect: Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input

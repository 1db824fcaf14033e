# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Strides, padding, dilation, groups and the transposed form, with all three gradients, of shapes that fill no vector.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
shapes = [((3, 4, 9), (6, 2, 3), dict(stride=2, padding=1, groups=2)), ((5, 1, 28, 28), (6, 1, 5, 5), dict(padding=2)),
          ((2, 6, 11, 7), (10, 6, 3, 2), dict(stride=(2, 3), padding=(1, 0), dilation=(2, 1))),
          ((1, 8, 13, 13), (8, 1, 3, 3), dict(padding=1, groups=8)), ((2, 7, 5, 5), (3, 7, 1, 1), dict(stride=2)),
          ((2, 2, 4, 5, 6), (3, 2, 2, 3, 2), dict(stride=(1, 2, 2), padding=1)), ((1, 3, 6, 70), (4, 3, 3, 3), dict())]
for x_shape, w_shape, options in shapes:
    for dtype in (torch.float64, torch.float32):
        x = torch.randn(x_shape, dtype=dtype, requires_grad=True)
        w = torch.randn(w_shape, dtype=dtype, requires_grad=True)
        b = torch.randn(w_shape[0], dtype=dtype, requires_grad=True)
        y = [F.conv1d, F.conv2d, F.conv3d][x.dim() - 3](x, w, b, **options)
        y.square().sum().backward()
        print(tuple(y.shape), *(f"{t.double().square().mean():.4g}" for t in (y, x.grad, w.grad, b.grad)))
for options in (dict(stride=3, padding=1, output_padding=2), dict(stride=2, dilation=2), dict(groups=2, padding=2)):
    x = torch.randn(2, 4, 6, 5, requires_grad=True)
    w = torch.randn(4, 3, 3, 3, requires_grad=True)
    y = F.conv_transpose2d(x, w, **options)
    y.square().sum().backward()
    print(tuple(y.shape), *(f"{t.square().mean():.4g}" for t in (y, x.grad, w.grad)))
pooled, places = F.max_pool2d(torch.randn(1, 2, 7, 9), 3, 2, 1, return_indices=True)
print(pooled, places)
# expect: (3, 6, 5) 6.145 193.1 895 1464
# expect: (3, 6, 5) 9.579 474.6 2870 1282
# expect: (5, 6, 28, 28) 26.43 1.015e+05 5.72e+07 1.163e+08
# expect: (5, 6, 28, 28) 29.75 1.347e+05 6.557e+07 1.109e+08
# expect: (2, 10, 5, 2) 31.82 1513 3707 1661
# expect: (2, 10, 5, 2) 29.52 1568 3569 989.7
# expect: (1, 8, 13, 13) 8.267 480.4 9.69e+04 2.909e+04
# expect: (1, 8, 13, 13) 8.004 631.1 8.336e+04 1.221e+05
# expect: (2, 3, 3, 3) 11.18 59.64 2422 2454
# expect: (2, 3, 3, 3) 5.877 34.82 1010 1054
# expect: (2, 3, 5, 3, 4) 14.45 1171 2.178e+04 1.811e+04
# expect: (2, 3, 5, 3, 4) 16.08 1179 2.792e+04 281.1
# expect: (1, 4, 4, 68) 27.18 4998 2.946e+05 4.71e+05
# expect: (1, 4, 4, 68) 28.82 5521 3.649e+05 1.928e+05
# expect: (2, 3, 18, 15) 3.977 2943 1.642e+04
# expect: (2, 3, 15, 13) 3.424 2255 1.126e+04
# expect: (2, 6, 4, 3) 23.16 1808 6206
# expect: tensor([[[[ 2.2809,  2.2809,  1.4970,  0.2292,  0.2292],
# expect:           [ 2.2809,  2.2809,  1.4970,  1.4938,  1.4938],
# expect:           [ 1.1734,  1.3918,  1.5195,  1.5195,  1.4938],
# expect:           [-0.1018,  0.6435,  0.6435,  1.4516,  1.4516]],
# expect:
# expect:          [[ 1.7798,  1.9188,  1.5451,  0.5867,  0.7889],
# expect:           [ 1.7798,  1.9188,  1.5451,  1.3913,  0.7889],
# expect:           [ 1.3827,  1.5100,  2.4931,  1.2352,  0.7431],
# expect:           [ 0.5330,  0.4161,  2.4931,  2.5950,  0.4752]]]]) tensor([[[[10, 10, 12,  7,  7],
# expect:           [10, 10, 12, 34, 34],
# expect:           [27, 38, 41, 41, 34],
# expect:           [54, 48, 48, 61, 61]],
# expect:
# expect:          [[10, 11, 13,  6, 17],
# expect:           [10, 11, 13, 24, 17],
# expect:           [28, 29, 49, 33, 43],
# expect:           [54, 48, 49, 60, 62]]]])

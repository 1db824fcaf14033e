# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# torch.cdist of all orders, of batches, of NaN, with its gradients.
import torch

torch.manual_seed(0)
for first, second in (((3, 5), (4, 5)), ((2, 3, 17), (2, 4, 17)), ((1, 3, 5), (2, 20, 5)), ((3, 1), (33, 1)), ((40, 3), (3, 3))):
    for dtype in (torch.float32, torch.float64):
        x, y = torch.randn(first, dtype=dtype), torch.randn(second, dtype=dtype)
        for p in (0.0, 1.0, 2.0, float("inf"), 3.0):
            r = torch.cdist(x, y, p)
            print(tuple(r.shape), f"{r.sum().item():.2f}")
x, y = torch.randn(3, 4, requires_grad=True), torch.randn(2, 4, requires_grad=True)
for p in (1.0, 2.0, float("inf"), 0.0):
    d = torch.cdist(x, y, p)
    print(d)
    print(torch.autograd.grad(d.sum(), [x, y], allow_unused=True))
z = torch.tensor([[float("nan"), 1.0]])
for p in (float("inf"), 0.0, 1.0):
    print(torch.cdist(z, torch.ones(2, 2), p))
print(torch.cdist(torch.randn(4, 3).T, torch.randn(5, 4)))
# expect: (3, 4) 60.00
# expect: (3, 4) 58.95
# expect: (3, 4) 31.26
# expect: (3, 4) 22.17
# expect: (3, 4) 26.43
# expect: (3, 4) 60.00
# expect: (3, 4) 67.67
# expect: (3, 4) 35.82
# expect: (3, 4) 26.10
# expect: (3, 4) 30.43
# expect: (2, 3, 4) 408.00
# expect: (2, 3, 4) 469.91
# expect: (2, 3, 4) 141.92
# expect: (2, 3, 4) 76.57
# expect: (2, 3, 4) 103.04
# expect: (2, 3, 4) 408.00
# expect: (2, 3, 4) 470.57
# expect: (2, 3, 4) 141.66
# expect: (2, 3, 4) 76.19
# expect: (2, 3, 4) 102.32
# expect: (2, 3, 20) 600.00
# expect: (2, 3, 20) 661.26
# expect: (2, 3, 20) 348.48
# expect: (2, 3, 20) 250.49
# expect: (2, 3, 20) 294.78
# expect: (2, 3, 20) 600.00
# expect: (2, 3, 20) 643.02
# expect: (2, 3, 20) 346.03
# expect: (2, 3, 20) 259.40
# expect: (2, 3, 20) 296.48
# expect: (3, 33) 99.00
# expect: (3, 33) 205.73
# expect: (3, 33) 205.73
# expect: (3, 33) 205.73
# expect: (3, 33) 205.73
# expect: (3, 33) 99.00
# expect: (3, 33) 148.50
# expect: (3, 33) 148.50
# expect: (3, 33) 148.50
# expect: (3, 33) 148.50
# expect: (40, 3) 360.00
# expect: (40, 3) 452.11
# expect: (40, 3) 298.50
# expect: (40, 3) 244.82
# expect: (40, 3) 269.00
# expect: (40, 3) 360.00
# expect: (40, 3) 383.71
# expect: (40, 3) 257.03
# expect: (40, 3) 215.71
# expect: (40, 3) 233.63
# expect: tensor([[5.2000, 4.5021],
# expect:         [5.2904, 3.7841],
# expect:         [5.5556, 2.9304]], grad_fn=<CdistBackward0>)
# expect: (tensor([[ 0., -2., -2.,  2.],
# expect:         [ 0.,  2., -2.,  2.],
# expect:         [ 0.,  2., -2.,  2.]]), tensor([[ 3., -1.,  3., -3.],
# expect:         [-3., -1.,  3., -3.]]))
# expect: tensor([[2.9571, 2.3326],
# expect:         [2.8254, 2.3688],
# expect:         [2.8981, 2.2350]], grad_fn=<CdistBackward0>)
# expect: (tensor([[-0.2173, -0.7225, -1.4361,  0.7627],
# expect:         [-0.2506,  0.2365, -1.0704,  1.3775],
# expect:         [-0.6650,  0.6914, -0.3461,  1.4595]]), tensor([[ 1.7084, -0.3187,  1.8033, -1.2302],
# expect:         [-0.5755,  0.1133,  1.0494, -2.3695]]))
# expect: tensor([[2.3879, 1.4663],
# expect:         [1.8805, 2.0676],
# expect:         [2.0231, 2.1210]], grad_fn=<CdistBackward0>)
# expect: (tensor([[ 0.,  0., -2.,  0.],
# expect:         [ 0.,  0., -1.,  1.],
# expect:         [-1.,  0.,  0.,  1.]]), tensor([[ 1.,  0.,  2.,  0.],
# expect:         [ 0.,  0.,  1., -2.]]))
# expect: tensor([[4., 4.],
# expect:         [4., 4.],
# expect:         [4., 4.]], grad_fn=<CdistBackward0>)
# expect: (tensor([[0., 0., 0., 0.],
# expect:         [0., 0., 0., 0.],
# expect:         [0., 0., 0., 0.]]), tensor([[0., 0., 0., 0.],
# expect:         [0., 0., 0., 0.]]))
# expect: tensor([[0., 0.]])
# expect: tensor([[nan, nan]])
# expect: tensor([[nan, nan]])
# expect: tensor([[1.7570, 2.5938, 2.4476, 2.2732, 3.1422],
# expect:         [3.1532, 2.0694, 4.4324, 3.7977, 3.9415],
# expect:         [4.1037, 2.1459, 3.7856, 3.0469, 4.7668]])

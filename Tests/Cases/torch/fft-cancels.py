# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Numbers that cancel in torch's transforms cancel here, and the signs of these zeros are torch's where they show.
import torch

print(torch.fft.fft(torch.ones(4)), torch.fft.fft(torch.ones(12, dtype=torch.complex64)))
print(torch.fft.fft2(torch.eye(3)).abs(), torch.fft.fft2(torch.eye(4)).abs(), torch.fft.fft2(torch.ones(6, 6)).abs())
for n in (2, 3, 4, 6, 8, 12, 16, 64):
    x = torch.arange(n).float()
    back = torch.view_as_real(torch.fft.ifft(x).resolve_conj())
    print(n, back[0].tolist(), back[n // 2, 0].item(), torch.view_as_real(torch.fft.fft(x))[0].tolist())

torch.manual_seed(0)
x = torch.randn(5, 12)
c = torch.randn(5, 12, dtype=torch.complex128)
for dim in (0, 1):
    print(torch.fft.fft(x, dim=dim).abs().sum(), torch.fft.fft(x[:, 3], dim=0).real, torch.fft.rfft(x, dim=dim).shape)
    print(torch.allclose(torch.fft.ifft(torch.fft.fft(c, dim=dim), dim=dim), c))
print(torch.allclose(torch.fft.ifft2(torch.fft.fft2(c)), c), torch.fft.fft2(c.t())[3, :3])
many = torch.randn(37, 30)
whole = torch.fft.fft(many)
print(all(torch.allclose(torch.fft.fft(row), line, atol=1e-5) for row, line in zip(many, whole)))
print(torch.allclose(torch.fft.fft(many, dim=0).t(), torch.fft.fft(many.t().contiguous()), atol=1e-5))
print(torch.fft.irfft(torch.arange(1000.0) + 0j)[:2])
# expect: tensor([4.+0.j, 0.+0.j, 0.+0.j, 0.-0.j]) tensor([12.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,  0.+0.j,
# expect:          0.+0.j,  0.+0.j])
# expect: tensor([[3., 0., 0.],
# expect:         [0., 0., 3.],
# expect:         [0., 3., 0.]]) tensor([[4., 0., 0., 0.],
# expect:         [0., 0., 0., 4.],
# expect:         [0., 0., 4., 0.],
# expect:         [0., 4., 0., 0.]]) tensor([[36.,  0.,  0.,  0.,  0.,  0.],
# expect:         [ 0.,  0.,  0.,  0.,  0.,  0.],
# expect:         [ 0.,  0.,  0.,  0.,  0.,  0.],
# expect:         [ 0.,  0.,  0.,  0.,  0.,  0.],
# expect:         [ 0.,  0.,  0.,  0.,  0.,  0.],
# expect:         [ 0.,  0.,  0.,  0.,  0.,  0.]])
# expect: 2 [0.5, -0.0] -0.5 [1.0, 0.0]
# expect: 3 [1.0, -0.0] -0.5 [3.0, 0.0]
# expect: 4 [1.5, -0.0] -0.5 [6.0, 0.0]
# expect: 6 [2.5, -0.0] -0.5 [15.0, 0.0]
# expect: 8 [3.5, -0.0] -0.5 [28.0, 0.0]
# expect: 12 [5.5, -0.0] -0.5 [66.0, 0.0]
# expect: 16 [7.5, -0.0] -0.5 [120.0, 0.0]
# expect: 64 [31.5, -0.0] -0.5 [2016.0, 0.0]
# expect: tensor(103.2396) tensor([ 1.2334, -0.6170, -1.0843, -1.0843, -0.6170]) torch.Size([3, 12])
# expect: True
# expect: tensor(166.7504) tensor([ 1.2334, -0.6170, -1.0843, -1.0843, -0.6170]) torch.Size([5, 7])
# expect: True
# expect: True tensor([5.4349-2.4379j, 4.2196+1.8510j, 3.4366-1.1643j],
# expect:        dtype=torch.complex128)
# expect: True
# expect: True
# expect: tensor([ 499.5000, -202.4399])

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Long transforms: real and complex numbers, several rows, lengths of many factors.
import torch

torch.manual_seed(0)
for n in (66, 100, 128, 1000, 1024, 4096, 4098, 5000, 2432, 65536):
    for shape in ((n,), (3, n), (9, n)):
        if n > 20000 and len(shape) > 1:
            continue
        for dtype in (torch.float64, torch.complex128):
            x = torch.randn(shape, dtype=dtype)
            y = torch.fft.fft(x)
            k = torch.arange(n, dtype=torch.float64)
            turn = torch.exp(torch.complex(torch.zeros(n, dtype=torch.float64), -2 * torch.pi * ((3 * k) % n) / n))
            third = (x * turn).sum(-1)
            print(n, shape, torch.allclose(torch.fft.ifft(y), x + 0j), torch.allclose(y[..., 3], third),
                  torch.allclose(torch.fft.rfft(x.real), torch.fft.fft(x.real)[..., :n // 2 + 1]))
x = torch.randn(2000)
print(torch.fft.fft(x)[[0, 1, 999, 1000, 1001]], torch.fft.ifft(x)[:2], torch.fft.fft(x, norm='ortho')[5])
print(torch.fft.fft(torch.ones(128))[:3], torch.fft.fft(x.reshape(20, 100), dim=0).shape)
# expect: 66 (66,) True True True
# expect: 66 (66,) True True True
# expect: 66 (3, 66) True True True
# expect: 66 (3, 66) True True True
# expect: 66 (9, 66) True True True
# expect: 66 (9, 66) True True True
# expect: 100 (100,) True True True
# expect: 100 (100,) True True True
# expect: 100 (3, 100) True True True
# expect: 100 (3, 100) True True True
# expect: 100 (9, 100) True True True
# expect: 100 (9, 100) True True True
# expect: 128 (128,) True True True
# expect: 128 (128,) True True True
# expect: 128 (3, 128) True True True
# expect: 128 (3, 128) True True True
# expect: 128 (9, 128) True True True
# expect: 128 (9, 128) True True True
# expect: 1000 (1000,) True True True
# expect: 1000 (1000,) True True True
# expect: 1000 (3, 1000) True True True
# expect: 1000 (3, 1000) True True True
# expect: 1000 (9, 1000) True True True
# expect: 1000 (9, 1000) True True True
# expect: 1024 (1024,) True True True
# expect: 1024 (1024,) True True True
# expect: 1024 (3, 1024) True True True
# expect: 1024 (3, 1024) True True True
# expect: 1024 (9, 1024) True True True
# expect: 1024 (9, 1024) True True True
# expect: 4096 (4096,) True True True
# expect: 4096 (4096,) True True True
# expect: 4096 (3, 4096) True True True
# expect: 4096 (3, 4096) True True True
# expect: 4096 (9, 4096) True True True
# expect: 4096 (9, 4096) True True True
# expect: 4098 (4098,) True True True
# expect: 4098 (4098,) True True True
# expect: 4098 (3, 4098) True True True
# expect: 4098 (3, 4098) True True True
# expect: 4098 (9, 4098) True True True
# expect: 4098 (9, 4098) True True True
# expect: 5000 (5000,) True True True
# expect: 5000 (5000,) True True True
# expect: 5000 (3, 5000) True True True
# expect: 5000 (3, 5000) True True True
# expect: 5000 (9, 5000) True True True
# expect: 5000 (9, 5000) True True True
# expect: 2432 (2432,) True True True
# expect: 2432 (2432,) True True True
# expect: 2432 (3, 2432) True True True
# expect: 2432 (3, 2432) True True True
# expect: 2432 (9, 2432) True True True
# expect: 2432 (9, 2432) True True True
# expect: 65536 (65536,) True True True
# expect: 65536 (65536,) True True True
# expect: tensor([-38.9577+0.0000j,  -2.4125+60.2159j, -50.6108+18.8620j,
# expect:          23.4088+0.0000j, -50.6108-18.8620j]) tensor([-0.0195-0.0000j, -0.0012-0.0301j]) tensor(-0.4470+0.8547j)
# expect: tensor([128.+0.j,   0.+0.j,   0.+0.j]) torch.Size([20, 100])

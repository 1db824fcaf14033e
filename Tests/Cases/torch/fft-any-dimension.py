# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Transforms along dimensions that do not lie in a row: large and small ones, real, complex, halves of them, inverses.
import torch

x = torch.linspace(-1, 1, 48 * 50).reshape(48, 50).sin()
z = torch.complex(x, x.flip(0))
c = torch.arange(2 * 30 * 3 * 16.0).reshape(2, 30, 3, 16).cos()
for name, made in (('fft', torch.fft.fft(x, dim=0)), ('complex', torch.fft.fft(z, dim=0)), ('inverse', torch.fft.ifft(z, dim=0)), ('half', torch.fft.rfft(x, dim=0)),
                   ('double', torch.fft.fft(x.double(), dim=0)), ('plane', torch.fft.fft2(z)), ('real plane', torch.fft.rfft2(x)), ('back', torch.fft.irfft2(torch.fft.rfft2(x))),
                   ('middle', torch.fft.fft(c, dim=1)), ('second', torch.fft.fft(c, dim=-2)), ('first', torch.fft.rfft(c, dim=0)), ('all', torch.fft.fftn(c)),
                   ('strided', torch.fft.fft(z.t()[::2], dim=0)), ('small', torch.fft.fft(x[:3, :5], dim=0))):
    flat = torch.view_as_real(made).flatten() if made.is_complex() else made.flatten()
    print(name, list(made.shape), made.dtype, [round(v, 3) + 0.0 for v in flat[:4].tolist()], round(flat.abs().double().sum().item(), 1))
print(torch.allclose(torch.fft.fft(x, dim=0), torch.fft.fft(x.t().contiguous()).t(), atol=1e-5), torch.allclose(torch.fft.ifft2(torch.fft.fft2(z)), z, atol=1e-5))
w = z.clone().requires_grad_()
(torch.fft.fft2(w).real ** 2).sum().backward()
print(w.grad.shape, round(w.grad.abs().sum().item(), 1), w.conj_physical().grad_fn.name())
# expect: fft [48, 50] torch.complex64 [-0.825, 0.0, -0.791, 0.0] 6432.3
# expect: complex [48, 50] torch.complex64 [-0.825, -0.825, -0.791, -0.791] 10007.7
# expect: inverse [48, 50] torch.complex64 [-0.017, -0.017, -0.016, -0.016] 208.5
# expect: half [25, 50] torch.complex64 [-0.825, 0.0, -0.791, 0.0] 3247.7
# expect: double [48, 50] torch.complex128 [-0.825, 0.0, -0.791, 0.0] 6432.3
# expect: plane [48, 50] torch.complex64 [0.0, 0.0, -14.221, 12.537] 10237.9
# expect: real plane [48, 26] torch.complex64 [0.0, 0.0, -0.842, 13.379] 6500.1
# expect: back [48, 50] torch.float32 [-0.841, -0.841, -0.841, -0.84] 1103.7
# expect: middle [2, 30, 3, 16] torch.complex64 [0.082, 0.0, 0.545, 0.0] 6859.7
# expect: second [2, 30, 3, 16] torch.complex64 [0.877, 0.0, 0.252, 0.0] 3961.9
# expect: first [2, 30, 3, 16] torch.complex64 [1.408, 0.0, -0.008, 0.0] 2536.1
# expect: all [2, 30, 3, 16] torch.complex64 [1.515, 0.0, 1.651, 0.832] 44765.2
# expect: strided [25, 48] torch.complex64 [-20.761, 20.749, -20.163, 20.15] 1186.5
# expect: small [3, 5] torch.complex64 [-2.453, 0.0, -2.452, 0.0] 12.8
# expect: True True
# expect: torch.Size([48, 50]) 5306868.5 ConjPhysicalBackward0

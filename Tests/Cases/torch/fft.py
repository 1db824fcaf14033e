# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Fourier transforms, their gradients, short-time transforms.
import torch

torch.manual_seed(0)
x = torch.randn(6)
print(torch.fft.fft(x))
print(torch.fft.rfft(x, norm='ortho'))
print(torch.fft.irfft(torch.fft.rfft(x), 6))
print(torch.fft.fft2(torch.randn(2, 3)))
print(torch.fft.ifft(torch.fft.fft(x, n=8)).real.mul(1e4).round())
print(torch.fft.fftfreq(5), torch.fft.rfftfreq(6, d=0.5))
print(torch.fft.fftshift(torch.arange(5)), torch.fft.ifftshift(torch.arange(5)))
y = torch.randn(4, requires_grad=True)
torch.fft.fft(y).abs().pow(2).sum().backward()
print(y.grad)
s = torch.stft(torch.randn(16), 8, return_complex=True, window=torch.ones(8))
print(s.shape)
print(torch.istft(s, 8, window=torch.ones(8)).shape)
try:
    torch.fft.rfft(torch.ones(2, dtype=torch.complex64))
except RuntimeError as e:
    print(e)
# expect: tensor([-2.8459+0.0000j,  1.7582-0.0094j,  4.5871-1.9048j, -0.5987+0.0000j,
# expect:          4.5871+1.9048j,  1.7582+0.0094j])
# expect: tensor([-1.1618+0.0000j,  0.7178-0.0039j,  1.8727-0.7776j, -0.2444+0.0000j])
# expect: tensor([ 1.5410, -0.2934, -2.1788,  0.5684, -1.0845, -1.3986])
# expect: tensor([[-0.2958+0.0000j,  0.1479-0.6743j,  0.1479+0.6743j],
# expect:         [ 1.3401+0.0000j,  0.5400-2.0230j,  0.5400+2.0230j]])
# expect: tensor([ 15410.,  -2934., -21788.,   5684., -10845., -13986.,      0.,      0.])
# expect: tensor([ 0.0000,  0.2000,  0.4000, -0.4000, -0.2000]) tensor([0.0000, 0.3333, 0.6667, 1.0000])
# expect: tensor([3, 4, 0, 1, 2]) tensor([2, 3, 4, 0, 1])
# expect: tensor([-6.8534,  8.8048, -8.5695,  0.9816])
# expect: torch.Size([5, 9])
# expect: torch.Size([16])
# expect: rfft expects a real input tensor, but got ComplexFloat

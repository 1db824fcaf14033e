# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Rows that are shared among threads: scans, sorts, selections, transforms, writing by indices.
import torch

torch.manual_seed(3)
m = torch.randint(0, 50, (300, 400)).float()
i = torch.randint(0, 400, (300, 400))
for dim in (0, 1):
    for made in (m.cumsum(dim), *m.cummax(dim), *m.sort(dim, stable=True), *m.kthvalue(3, dim), m.mode(dim)[0], m.median(dim)[0],
                 *m[:, :300].topk(2, dim), m.logcumsumexp(dim).round()):
        print(tuple(made.shape), made.double().sum().item(), made[1].double().sum().item())
print(torch.zeros(300, 400).scatter_(1, i, m).sum().item(), torch.zeros(300, 400, dtype=torch.int64).scatter_(1, i, i).sum().item())
whole = torch.fft.fft2(m.double())
print([round(x, 3) for x in (whole[3, 5].real.item(), whole[299, 399].imag.item(), whole.abs().sum().item())])
print(torch.allclose(torch.fft.ifft2(whole).real, m.double()), round(torch.fft.rfft(m, dim=0)[7, 9].real.item(), 2))
# expect-error:       didn't match because some of the keywords were incorrect: stable

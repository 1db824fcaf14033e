# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Rows that are shared among threads: scans, sorts, selections, transforms, writing by indices.
import torch

torch.manual_seed(3)
m = torch.randint(0, 50, (300, 400)).float()
i = torch.randint(0, 400, (300, 400))
for dim in (0, 1):
    for made in (m.cumsum(dim), *m.cummax(dim), *m.sort(dim=dim, stable=True), *m.kthvalue(3, dim), m.mode(dim)[0], m.median(dim)[0],
                 *m[:, :300].topk(2, dim), m.logcumsumexp(dim).round()):
        print(tuple(made.shape), made.double().sum().item(), made[1].double().sum().item())
print(torch.zeros(300, 400).scatter_(1, i, m).sum().item(), torch.zeros(300, 400, dtype=torch.int64).scatter_(1, i, i).sum().item())
whole = torch.fft.fft2(m.double())
print([round(x, 3) for x in (whole[3, 5].real.item(), whole[299, 399].imag.item(), whole.abs().sum().item())])
print(torch.allclose(torch.fft.ifft2(whole).real, m.double()), round(torch.fft.rfft(m, dim=0)[7, 9].real.item(), 2))
# expect: (300, 400) 442406472.0 20114.0
# expect: (300, 400) 5811454.0 13268.0
# expect: (300, 400) 13631010.0 210.0
# expect: (300, 400) 2938953.0 10.0
# expect: (300, 400) 17940000.0 37634.0
# expect: (400,) 26.0 0.0
# expect: (400,) 60891.0 125.0
# expect: (400,) 8885.0 0.0
# expect: (400,) 9749.0 24.0
# expect: (2, 300) 29397.0 14697.0
# expect: (2, 300) 42479.0 14321.0
# expect: (300, 400) 5979865.0 13276.0
# expect: (300, 400) 589253062.0 2018053.0
# expect: (300, 400) 5828638.0 19233.0
# expect: (300, 400) 19338978.0 67413.0
# expect: (300, 400) 2938953.0 10005.0
# expect: (300, 400) 23940000.0 79800.0
# expect: (300,) 6.0 0.0
# expect: (300,) 61110.0 232.0
# expect: (300,) 6415.0 26.0
# expect: (300,) 7315.0 26.0
# expect: (300, 2) 29396.0 98.0
# expect: (300, 2) 43342.0 173.0
# expect: (300, 400) 6024132.0 19760.0
# expect: 1860958.0 15157140
# expect: [4313.681, 920.905, 533271248.065]
# expect: True -199.14

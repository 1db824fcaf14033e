# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Sums of products to the last bit: in order, each rounded once, in pieces of 192.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
def code(x):
    bits = (x.double() * 2.0 ** 40).to(torch.int64).flatten()
    return int((bits * torch.arange(1, bits.numel() + 1)).sum() % 1000003)

for m, k, n in ((64, 10, 32), (64, 1, 32), (9, 33, 17), (16, 64, 256), (10, 193, 13), (20, 300, 40), (64, 784, 128)):
    a, b, bias = torch.randn(m, k), torch.randn(n, k), torch.randn(n)
    print(m, k, n, code(a @ b.t()), code(a @ b.t().contiguous()), code(a.t().contiguous().t() @ b.t()), code(F.linear(a, b, bias)))
# expect: 64 10 32 5141 5141 5141 451023
# expect: 64 1 32 710004 710004 710004 164419
# expect: 9 33 17 582408 582408 582408 473204
# expect: 16 64 256 795076 795076 795076 907195
# expect: 10 193 13 44589 44589 44589 715191
# expect: 20 300 40 995806 995806 995806 406597
# expect: 64 784 128 934226 934226 934226 638943

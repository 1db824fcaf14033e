# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Large results with `out=` are computed where they belong: also beside views, other dtypes, and arguments that lie there.
import torch

n = 2000
x, y = torch.arange(n) / 7, torch.arange(n, 0, -1) / 3
o = torch.zeros(n)
before = o._version
print(torch.add(x, y, out=o) is o, torch.equal(o, x + y), o._version - before)
torch.mul(x, 2, out=o)
print(torch.equal(o, x * 2), torch.equal(torch.exp(-y, out=o), (-y).exp()))
torch.add(o, o, out=o)
print(torch.equal(o, (-y).exp() * 2))
view = o[1:]
torch.add(view, x[1:], out=view)
print(torch.equal(o[1:], (-y).exp()[1:] * 2 + x[1:]))
wide = torch.zeros(n, dtype=torch.float64)
torch.add(x, y, out=wide)
whole = torch.zeros(n, dtype=torch.int32)
print(torch.equal(wide, (x + y).double()), torch.equal(torch.add(torch.arange(n).int(), 3, out=o), torch.arange(n) + 3.0))
try:
    torch.add(x, y, out=whole)
except RuntimeError as e:
    print(e)
m = torch.arange(2500.0).view(50, 50)
t = torch.zeros(50, 50)
print(torch.equal(torch.add(m.t(), m.t(), out=t), m.t() * 2), t.stride(), torch.equal(torch.mm(m.t(), m, out=t), m.t() @ m))
print(torch.equal(torch.add(m, m[0], out=t.t()), m + m[0]))
r = x.clone().requires_grad_()
kept = o.clone()
try:
    torch.mul(r, 2, out=o)
except RuntimeError as e:
    print(str(e)[:60], torch.equal(o, kept))
try:
    torch.add(x, y[:5], out=o)
except RuntimeError as e:
    print(e)
print(torch.add(x, 1).sum() == (x + 1).sum(), torch.equal(o, kept))
# expect: True True 1
# expect: True True
# expect: True
# expect: True
# expect: True True
# expect: result type Float can't be cast to the desired output type Int
# expect: True (50, 1) True
# expect: True
# expect: mul(): functions with out=... arguments don't support automa True
# expect: The size of tensor a (2000) must match the size of tensor b (5) at non-singleton dimension 0
# expect: tensor(True) True

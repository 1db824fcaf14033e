# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# softplus and what is made of it at small, large and odd arguments; sine, erf and tanh in double at many sizes.
import math

import torch
import torch.nn.functional as F

inf, nan = float('inf'), float('nan')
x = torch.tensor([-inf, -200, -90, -20, -5, -1e-3, -0.0, 0.0, 1e-7, 0.5, 3, 19, 21, 88, 200, inf, nan])
for f in (F.softplus, F.logsigmoid, F.mish, lambda v: torch.logaddexp(v, v.flip(0))):
    print(f(x))
    print(f(x.double()))
    print(f(x.half()))
x = x[x.isfinite()].requires_grad_()
for f in (F.softplus, F.logsigmoid, F.mish):
    print(torch.autograd.grad(f(x).sum(), x)[0])
d = torch.cat([torch.linspace(-30, 30, 601).double(), torch.tensor([1e-300, 0.0, -0.0, 1e4, 99999.0, 1e5, 1e22, inf, -inf, nan]).double()])
for name in ('sin', 'cos', 'tanh', 'erf'):
    made = getattr(torch, name)(d)
    wanted = torch.tensor([getattr(math, name)(v) if math.isfinite(v) or name not in ('sin', 'cos') else nan for v in d.tolist()], dtype=torch.float64)
    print(name, torch.allclose(made, wanted, rtol=4e-16, atol=2e-16, equal_nan=True), made[-10:].tolist()[:3], made[-3:])
u = torch.linspace(-0.999999, 0.999999, 301).double()
print(torch.allclose(torch.erf(torch.erfinv(u)), u, rtol=1e-15, atol=1e-17), torch.erfinv(torch.tensor([1.0, -1.0, 1.5, 1 - 1e-12]).double()))
# expect: tensor([0.0000e+00, 0.0000e+00, 8.1940e-40, 2.0612e-09, 6.7153e-03, 6.9265e-01,
# expect:         6.9315e-01, 6.9315e-01, 6.9315e-01, 9.7408e-01, 3.0486e+00, 1.9000e+01,
# expect:         2.1000e+01, 8.8000e+01, 2.0000e+02,        inf,        nan])
# expect: tensor([0.0000e+00, 1.3839e-87, 8.1940e-40, 2.0612e-09, 6.7153e-03, 6.9265e-01,
# expect:         6.9315e-01, 6.9315e-01, 6.9315e-01, 9.7408e-01, 3.0486e+00, 1.9000e+01,
# expect:         2.1000e+01, 8.8000e+01, 2.0000e+02,        inf,        nan],
# expect:        dtype=torch.float64)
# expect: tensor([0.0000e+00, 0.0000e+00, 0.0000e+00, 0.0000e+00, 6.7139e-03, 6.9287e-01,
# expect:         6.9336e-01, 6.9336e-01, 6.9336e-01, 9.7412e-01, 3.0488e+00, 1.9000e+01,
# expect:         2.1000e+01, 8.8000e+01, 2.0000e+02,        inf,        nan],
# expect:        dtype=torch.float16)
# expect: tensor([       -inf, -2.0000e+02, -9.0000e+01, -2.0000e+01, -5.0067e+00,
# expect:         -6.9365e-01, -6.9315e-01, -6.9315e-01, -6.9315e-01, -4.7408e-01,
# expect:         -4.8587e-02, -5.6028e-09, -7.5826e-10, -6.0546e-39,  0.0000e+00,
# expect:          0.0000e+00,         nan])
# expect: tensor([       -inf, -2.0000e+02, -9.0000e+01, -2.0000e+01, -5.0067e+00,
# expect:         -6.9365e-01, -6.9315e-01, -6.9315e-01, -6.9315e-01, -4.7408e-01,
# expect:         -4.8587e-02, -5.6028e-09, -7.5826e-10, -6.0546e-39, -1.3839e-87,
# expect:          0.0000e+00,         nan], dtype=torch.float64)
# expect: tensor([       -inf, -2.0000e+02, -9.0000e+01, -2.0000e+01, -5.0078e+00,
# expect:         -6.9385e-01, -6.9336e-01, -6.9336e-01, -6.9336e-01, -4.7412e-01,
# expect:         -4.8584e-02, -0.0000e+00, -0.0000e+00, -0.0000e+00,  0.0000e+00,
# expect:          0.0000e+00,         nan], dtype=torch.float16)
# expect: tensor([        nan, -0.0000e+00, -7.3746e-38, -4.1223e-08, -3.3576e-02,
# expect:         -5.9968e-04, -0.0000e+00,  0.0000e+00,  6.0000e-08,  3.7525e-01,
# expect:          2.9865e+00,  1.9000e+01,  2.1000e+01,  8.8000e+01,  2.0000e+02,
# expect:                 inf,         nan])
# expect: tensor([        nan, -2.7678e-85, -7.3746e-38, -4.1223e-08, -3.3576e-02,
# expect:         -5.9968e-04, -0.0000e+00,  0.0000e+00,  6.0000e-08,  3.7525e-01,
# expect:          2.9865e+00,  1.9000e+01,  2.1000e+01,  8.8000e+01,  2.0000e+02,
# expect:                 inf,         nan], dtype=torch.float64)
# expect: tensor([        nan, -0.0000e+00, -0.0000e+00, -5.9605e-08, -3.3569e-02,
# expect:         -5.9986e-04, -0.0000e+00,  0.0000e+00,  5.9605e-08,  3.7524e-01,
# expect:          2.9863e+00,  1.9000e+01,  2.1000e+01,  8.8000e+01,  2.0000e+02,
# expect:                 inf,         nan], dtype=torch.float16)
# expect: tensor([     nan,      inf, 200.0000,  88.0000,  21.0000,  19.0000,   3.0486,
# expect:           0.9741,   0.6931,   0.9741,   3.0486,  19.0000,  21.0000,  88.0000,
# expect:         200.0000,      inf,      nan])
# expect: tensor([     nan,      inf, 200.0000,  88.0000,  21.0000,  19.0000,   3.0486,
# expect:           0.9741,   0.6931,   0.9741,   3.0486,  19.0000,  21.0000,  88.0000,
# expect:         200.0000,      inf,      nan], dtype=torch.float64)
# expect: tensor([     nan,      inf, 200.0000,  88.0000,  21.0000,  19.0000,   3.0488,
# expect:           0.9741,   0.6934,   0.9741,   3.0488,  19.0000,  21.0000,  88.0000,
# expect:         200.0000,      inf,      nan], dtype=torch.float16)
# expect: tensor([0.0000e+00, 8.1940e-40, 2.0612e-09, 6.6929e-03, 4.9975e-01, 5.0000e-01,
# expect:         5.0000e-01, 5.0000e-01, 6.2246e-01, 9.5257e-01, 1.0000e+00, 1.0000e+00,
# expect:         1.0000e+00, 1.0000e+00])
# expect: tensor([1.0000e+00, 1.0000e+00, 1.0000e+00, 9.9331e-01, 5.0025e-01, 5.0000e-01,
# expect:         5.0000e-01, 5.0000e-01, 3.7754e-01, 4.7426e-02, 5.6028e-09, 7.5826e-10,
# expect:         6.0546e-39, 0.0000e+00])
# expect: tensor([ 0.0000e+00,  8.1940e-40, -3.9162e-08, -2.6747e-02,  5.9936e-01,
# expect:          6.0000e-01,  6.0000e-01,  6.0000e-01,  8.8642e-01,  1.0211e+00,
# expect:          1.0000e+00,  1.0000e+00,  1.0000e+00,  1.0000e+00])
# expect: sin True [0.0, 0.0, -0.0] tensor([nan, nan, nan], dtype=torch.float64)
# expect: cos True [1.0, 1.0, 1.0] tensor([nan, nan, nan], dtype=torch.float64)
# expect: tanh True [0.0, 0.0, -0.0] tensor([ 1., -1., nan], dtype=torch.float64)
# expect: erf True [0.0, 0.0, -0.0] tensor([ 1., -1., nan], dtype=torch.float64)
# expect: True tensor([inf, -inf, nan, inf], dtype=torch.float64)

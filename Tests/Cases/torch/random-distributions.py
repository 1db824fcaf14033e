# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Distributions that fill in place, and truncated normal numbers, to the bit.
import torch
torch.manual_seed(0)
print(torch.empty(5).exponential_(), torch.empty(3).exponential_(2.5), torch.empty(5).log_normal_(), torch.empty(3).log_normal_(0, 0.5))
print(torch.empty(5).cauchy_(), torch.empty(3).cauchy_(1, 2), torch.empty(5).geometric_(0.3), torch.poisson(torch.tensor([0.5, 20.0])))
print(torch.nn.init.trunc_normal_(torch.empty(4, 6)), torch.nn.init.trunc_normal_(torch.empty(2, 3)))
print(torch.nn.init.trunc_normal_(torch.empty(5), std=0.02), torch.nn.init.trunc_normal_(torch.empty(3), a=3.0, b=4.0), torch.rand(1))
for f in (lambda: torch.empty(2).geometric_(1.5), lambda: torch.empty(2).cauchy_(0, -1), lambda: torch.empty(2).log_normal_(0, -1)):
    try:
        print(f())
    except RuntimeError as e:
        print(e)
# expect: tensor([3.5083, 1.2304, 0.6150, 2.5351, 1.0357]) tensor([0.6265, 0.0787, 0.1730]) tensor([0.6450, 1.2133, 0.8243, 3.9121, 0.4900]) tensor([1.7338, 0.5853, 1.0633])
# expect: tensor([-0.2998, -1.3281,  0.5705,  1.2472, -1.2861]) tensor([ 2.2407, -4.5697,  1.1495]) tensor([5., 2., 2., 2., 1.]) tensor([ 0., 25.])
# expect: tensor([[-0.5692,  0.9200,  1.1108,  1.2899, -1.4782, -1.2952],
# expect:         [-0.4731,  0.3356, -0.0033, -0.5344,  1.1687,  0.3945],
# expect:         [ 1.9415,  0.7915, -0.0203, -0.4372, -1.5353, -0.4127],
# expect:         [ 0.9663,  1.6248, -0.3656, -1.3024,  0.0994,  0.4418]]) tensor([[-1.3360,  0.8871,  0.7680],
# expect:         [ 0.0571,  0.2240,  0.5520]])
# expect: tensor([-0.0116,  0.0004,  0.0026,  0.0204, -0.0089]) tensor([3.0500, 3.4891, 3.4423]) tensor([0.2097])
# expect: geometric_ expects p to be in (0, 1), but got p=1.5
# expect: cauchy_ expects sigma > 0.0, but found sigma=-1
# expect: log_normal_ expects std > 0.0, but found std=-1

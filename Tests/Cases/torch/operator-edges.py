# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What random programs found: quirks of single operators.
import torch
v = torch.tensor([1., 2.])
for d in (torch.float64, torch.int64, torch.complex64):
    print(torch.addr(torch.tensor(1, dtype=d), v, v), torch.addr(torch.tensor(1, dtype=d), v, v, beta=0).dtype)
b = torch.tensor([True, False])
print(b ** True, b ** False, b ** 2)
for bad in ([float('nan'), 1.], [float('inf'), 1.]):
    try:
        torch.histc(torch.tensor(bad), 4)
    except RuntimeError as e:
        print(e)
try:
    torch.kron(torch.ones(3, 2).t(), torch.ones(3, 2).t())
except RuntimeError as e:
    print(e)
print(torch.kron(torch.eye(2), torch.arange(4.).view(2, 2)))
x = torch.zeros(0, requires_grad=True)
print(torch.autograd.grad(x.cummax(-1).values.sum(), x, create_graph=True))
for d in (torch.bool, torch.int8):
    w = torch.tensor([100, 2]).to(d)
    print(torch.addr(torch.ones(2, 2), w, w), torch.addr(torch.ones(2, 2).int(), w, w), torch.addr(torch.ones(2, 2).to(d), w, w))
try:
    torch.ones(3, dtype=torch.bool).index_reduce(0, torch.tensor([0]), torch.ones(1, dtype=torch.bool), 'prod')
except NotImplementedError as e:
    print(e)
flags = torch.tensor([[True, False], [True, True]])
for mode in ('prod', 'amax', 'mean'):
    try:
        print(flags.index_reduce(0, torch.tensor([0]), flags[1:], mode))
    except NotImplementedError as e:
        print(e)
# expect: tensor([[2., 3.],
# expect:         [3., 5.]], dtype=torch.float64) torch.float64
# expect: tensor([[2., 3.],
# expect:         [3., 5.]]) torch.float32
# expect: tensor([[2.+0.j, 3.+0.j],
# expect:         [3.+0.j, 5.+0.j]]) torch.complex64
# expect: tensor([ True, False]) tensor([True, True]) tensor([1, 0])
# expect: torch.histc: range of [-nan, -nan] is not finite
# expect: torch.histc: range of [1, inf] is not finite
# expect: tensor([[0., 1., 0., 0.],
# expect:         [2., 3., 0., 0.],
# expect:         [0., 0., 0., 1.],
# expect:         [0., 0., 2., 3.]])
# expect: (tensor([], requires_grad=True),)
# expect: tensor([[2., 2.],
# expect:         [2., 2.]]) tensor([[2, 2],
# expect:         [2, 2]], dtype=torch.int32) tensor([[True, True],
# expect:         [True, True]])
# expect: tensor([[1.0001e+04, 2.0100e+02],
# expect:         [2.0100e+02, 5.0000e+00]]) tensor([[10001,   201],
# expect:         [  201,     5]], dtype=torch.int32) tensor([[ 17, -55],
# expect:         [-55,   5]], dtype=torch.int8)
# expect: "index_func_" not implemented for 'Bool'
# expect: tensor([[ True, False],
# expect:         [ True,  True]])
# expect: tensor([[True, True],
# expect:         [True, True]])
# expect: "div_floor_cpu" not implemented for 'Bool'

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([3.14159265, 1000.123456, 1e-3])
print(x)
torch.set_printoptions(precision=2)
print(x)
torch.set_printoptions(sci_mode=True)
print(x)
torch.set_printoptions(sci_mode=False, precision=6)
print(x)
torch.set_printoptions(profile="default")
torch.set_printoptions(threshold=5, edgeitems=1)
print(torch.arange(10), torch.zeros(4, 4))
torch.set_printoptions(profile="default", linewidth=40)
print(torch.arange(20.0))
torch.set_printoptions(profile="default")
print(x, str(x), repr(x)[:8], f"{x}", [torch.tensor(1)], {"k": torch.tensor([1.0])})
# expect: tensor([3.1416e+00, 1.0001e+03, 1.0000e-03])
# expect: tensor([3.14e+00, 1.00e+03, 1.00e-03])
# expect: tensor([3.14e+00, 1.00e+03, 1.00e-03])
# expect: tensor([   3.141593, 1000.123474,    0.001000])
# expect: tensor([0,  ..., 9]) tensor([[0.,  ..., 0.],
# expect:         ...,
# expect:         [0.,  ..., 0.]])
# expect: tensor([ 0.,  1.,  2.,  3.,  4.,  5.,
# expect:          6.,  7.,  8.,  9., 10., 11.,
# expect:         12., 13., 14., 15., 16., 17.,
# expect:         18., 19.])
# expect: tensor([3.1416e+00, 1.0001e+03, 1.0000e-03]) tensor([3.1416e+00, 1.0001e+03, 1.0000e-03]) tensor([ tensor([3.1416e+00, 1.0001e+03, 1.0000e-03]) [tensor(1)] {'k': tensor([1.])}

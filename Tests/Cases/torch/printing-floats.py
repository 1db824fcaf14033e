# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

print(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.5, -2.25]), torch.tensor([1e-5, 1.0]), torch.tensor([1e10, 1.0]), torch.tensor([0.0001, 0.1]), torch.tensor([100000.5, 1.5]))
print(torch.tensor([float("nan"), 1.0]), torch.tensor([float("inf"), -float("inf"), 1.5]), torch.tensor([0.0, -0.0]), torch.tensor(1e-10), torch.tensor(123456789.0), torch.tensor([1000.0, 0.5]), torch.tensor([1001.0, 1.0]))
print(torch.tensor([[1.0, 2.5], [-3.0, 4.0]]), torch.tensor([[[1.0]], [[2.0]]]), torch.tensor([1.23456789]), torch.tensor([1.23456789], dtype=torch.float64), torch.tensor([0.1, 0.22, 0.333]))
print(torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor(1.0, requires_grad=True) * 2, torch.zeros(0, 3), torch.zeros(2, 0), torch.tensor([], dtype=torch.int64))
print(torch.tensor([1, 2], dtype=torch.int32), torch.tensor([1.0], dtype=torch.float16), torch.tensor([1, 20, 300]), torch.tensor([-1, 10]), torch.tensor([True]), torch.tensor([1], dtype=torch.uint8))
# expect: tensor([1., 2., 3.]) tensor([ 1.5000, -2.2500]) tensor([1.0000e-05, 1.0000e+00]) tensor([1.0000e+10, 1.0000e+00]) tensor([1.0000e-04, 1.0000e-01]) tensor([1.0000e+05, 1.5000e+00])
# expect: tensor([nan, 1.]) tensor([   inf,   -inf, 1.5000]) tensor([0., -0.]) tensor(1.0000e-10) tensor(1.2346e+08) tensor([1.0000e+03, 5.0000e-01]) tensor([1.0010e+03, 1.0000e+00])
# expect: tensor([[ 1.0000,  2.5000],
# expect:         [-3.0000,  4.0000]]) tensor([[[1.]],
# expect:
# expect:         [[2.]]]) tensor([1.2346]) tensor([1.2346], dtype=torch.float64) tensor([0.1000, 0.2200, 0.3330])
# expect: tensor([1., 2.], requires_grad=True) tensor(2., grad_fn=<MulBackward0>) tensor([], size=(0, 3)) tensor([], size=(2, 0)) tensor([], dtype=torch.int64)
# expect: tensor([1, 2], dtype=torch.int32) tensor([1.], dtype=torch.float16) tensor([  1,  20, 300]) tensor([-1, 10]) tensor([True]) tensor([1], dtype=torch.uint8)

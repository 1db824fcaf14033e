# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(x.sum(), x.sum(0), x.sum(1), x.sum(dim=1, keepdim=True), x.sum(-1), x.sum((0, 1)), torch.sum(x), torch.sum(x, dim=0), x.mean(), x.mean(0), x.mean(dim=1, keepdim=True))
print(x.max(), x.min(), x.max(0), x.max(dim=1), torch.max(x, 1)[1], x.min(1).values, x.amax(0), x.amin(), x.argmax(), x.argmax(1), torch.argmin(x, dim=0), x.prod(), x.prod(0))
print(x.std(), x.var(), x.std(0), x.var(dim=1, unbiased=False), x.std(1, correction=0), x.median(), x.median(1), x.norm(), x.norm(dim=1), x.norm(1), torch.linalg.norm(x), x.numel(), x.cumsum(0), x.cumsum(1), x.cumprod(1))
i = torch.tensor([[1, 2], [3, 4]])
print(i.sum(), i.sum().dtype, i.max(), i.prod(), i.float().mean(), (i > 2).sum(), i.sum(0), torch.tensor([True, True]).sum(), i.cumsum(0), torch.zeros(0).sum(), torch.zeros(2, 0).sum(1), i.all(), i.count_nonzero())
values, indices = x.max(dim=1)
print(values, indices, torch.logsumexp(x, 1), x.std_mean() if False else torch.std_mean(x), torch.var_mean(x, 1), x.nansum(), torch.tensor([1.0, float("nan")]).sum(), x.mode(1).values, torch.quantile(x, 0.5), x.trace() if False else torch.trace(x[:, :2]))
for bad in (lambda: i.mean(), lambda: x.sum(2), lambda: torch.zeros(0).max(), lambda: x.max(5), lambda: x.argmax("a"), lambda: x.sum(dim=(0, 0))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor(21.) tensor([5., 7., 9.]) tensor([ 6., 15.]) tensor([[ 6.],
# expect:         [15.]]) tensor([ 6., 15.]) tensor(21.) tensor(21.) tensor([5., 7., 9.]) tensor(3.5000) tensor([2.5000, 3.5000, 4.5000]) tensor([[2.],
# expect:         [5.]])
# expect: tensor(6.) tensor(1.) torch.return_types.max(
# expect: values=tensor([4., 5., 6.]),
# expect: indices=tensor([1, 1, 1])) torch.return_types.max(
# expect: values=tensor([3., 6.]),
# expect: indices=tensor([2, 2])) tensor([2, 2]) tensor([1., 4.]) tensor([4., 5., 6.]) tensor(1.) tensor(5) tensor([2, 2]) tensor([0, 0, 0]) tensor(720.) tensor([ 4., 10., 18.])
# expect: tensor(1.8708) tensor(3.5000) tensor([2.1213, 2.1213, 2.1213]) tensor([0.6667, 0.6667]) tensor([0.8165, 0.8165]) tensor(3.) torch.return_types.median(
# expect: values=tensor([2., 5.]),
# expect: indices=tensor([1, 1])) tensor(9.5394) tensor([3.7417, 8.7750]) tensor(21.) tensor(9.5394) 6 tensor([[1., 2., 3.],
# expect:         [5., 7., 9.]]) tensor([[ 1.,  3.,  6.],
# expect:         [ 4.,  9., 15.]]) tensor([[  1.,   2.,   6.],
# expect:         [  4.,  20., 120.]])
# expect: tensor(10) torch.int64 tensor(4) tensor(24) tensor(2.5000) tensor(2) tensor([4, 6]) tensor(2) tensor([[1, 2],
# expect:         [4, 6]]) tensor(0.) tensor([0., 0.]) tensor(True) tensor(4)
# expect: tensor([3., 6.]) tensor([2, 2]) tensor([3.4076, 6.4076]) (tensor(1.8708), tensor(3.5000)) (tensor([1., 1.]), tensor([2., 5.])) tensor(21.) tensor(nan) tensor([1., 4.]) tensor(3.5000) tensor(6.)
# expect: RuntimeError mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 2)
# expect: RuntimeError max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: TypeError argmax(): argument 'dim' (position 1) must be int, not str
# expect: RuntimeError dim 0 appears multiple times in the list of dims

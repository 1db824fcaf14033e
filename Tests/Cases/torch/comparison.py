# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([1, 2, 3])
y = torch.tensor([3, 2, 1])
print(x == y, x != y, x < y, x <= 2, x > 1, x >= y, x.eq(2), torch.gt(x, y), torch.equal(x, x), torch.equal(x, y))
print((x > 1) & (x < 3), (x == 1) | (x == 3), ~(x > 1), (x > 1) ^ (y > 1), torch.logical_and(x > 1, y > 1), torch.logical_not(x - 1))
print((x > 1).any(), (x > 0).all(), (x > 1).sum(), torch.any(x > 5), torch.all(x.bool()), (x == y).float().mean(), (x > 1).nonzero(), torch.nonzero(x == 2))
print(torch.isclose(torch.tensor([1.0]), torch.tensor([1.0 + 1e-9])), torch.allclose(torch.ones(2), torch.ones(2) + 1e-9), torch.isnan(torch.tensor([float("nan"), 1])), torch.tensor(1) == 1, bool(torch.tensor(1) == 1), torch.tensor(3) > 2)
print(torch.isin(x, torch.tensor([1, 3])), x in [x] if False else "in", 2 in x, torch.tensor([1.0]) == torch.tensor([1]), x.bool(), torch.eq(x, 2.0), (x == None) if False else "none")
print(torch.argmax(x), x.argmin(), torch.topk(x, 2), torch.sort(y), y.sort(descending=True).values, torch.argsort(y), torch.unique(torch.tensor([3, 1, 3, 2])), torch.bincount(torch.tensor([0, 1, 1])))
# expect: tensor([False,  True, False]) tensor([ True, False,  True]) tensor([ True, False, False]) tensor([ True,  True, False]) tensor([False,  True,  True]) tensor([False,  True,  True]) tensor([False,  True, False]) tensor([False, False,  True]) True False
# expect: tensor([False,  True, False]) tensor([ True, False,  True]) tensor([ True, False, False]) tensor([ True, False,  True]) tensor([False,  True, False]) tensor([ True, False, False])
# expect: tensor(True) tensor(True) tensor(2) tensor(False) tensor(True) tensor(0.3333) tensor([[1],
# expect:         [2]]) tensor([[1]])
# expect: tensor([True]) True tensor([ True, False]) tensor(True) True tensor(True)
# expect: tensor([ True, False,  True]) in True tensor([True]) tensor([True, True, True]) tensor([False,  True, False]) none
# expect: tensor(2) tensor(0) torch.return_types.topk(
# expect: values=tensor([3, 2]),
# expect: indices=tensor([2, 1])) torch.return_types.sort(
# expect: values=tensor([1, 2, 3]),
# expect: indices=tensor([2, 1, 0])) tensor([3, 2, 1]) tensor([2, 1, 0]) tensor([1, 2, 3]) tensor([1, 2])

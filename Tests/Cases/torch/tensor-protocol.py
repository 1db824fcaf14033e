# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([[1, 2], [3, 4]])
print([r for r in x], list(x[0]), [v.item() for v in x.flatten()], sum(x[0]), max(x[0]), sorted(x[0], reverse=True), len(x), *x[0])
a, b = x
print(a, b, 3 in x, x.sum() == 10, bool(x.sum() == 10), hash(x) == hash(x), {x: 1}[x], x is x, x[0].tolist() == [1, 2])
print([10, 20, 30][torch.tensor(1)], range(torch.tensor(2)), "ab" * torch.tensor(2), float(torch.tensor(1.5)), int(torch.tensor([3])), f"{torch.tensor(3):d}", f"{torch.tensor(1.23456):.3f}", "%d" % torch.tensor(4), "%.2f" % torch.tensor(0.5), torch.round(torch.tensor(2.567), decimals=1), abs(torch.tensor(-1)))
for i, row in enumerate(x):
    print(i, row, row.sum().item())
for p, q in zip(x, x.t()):
    print(p, q)
print(x.numpy().tolist() if False else x.tolist(), not torch.tensor(0), torch.tensor(2) and 5, torch.tensor([1.0]) < 2, x.T.tolist(), x.clone() is x, (x.clone() == x).all().item())
print(torch.__version__.split("+")[0], torch.numel(x), x.dim(), x.new_zeros(2), x.new_tensor([1]), x.new_ones(1, 2), x.new_full((2,), 5), torch.Size([2, 3]), torch.Size([1]) + (2,), type(x.shape))
# expect: [tensor([1, 2]), tensor([3, 4])] [tensor(1), tensor(2)] [1, 2, 3, 4] tensor(3) tensor(2) [tensor(2), tensor(1)] 2 tensor(1) tensor(2)
# expect: tensor([1, 2]) tensor([3, 4]) True tensor(True) True True 1 True True
# expect: 20 range(0, 2) abab 1.5 3 3 1.235 4 0.50 tensor(2.6000) tensor(1)
# expect: 0 tensor([1, 2]) 3
# expect: 1 tensor([3, 4]) 7
# expect: tensor([1, 2]) tensor([1, 3])
# expect: tensor([3, 4]) tensor([2, 4])
# expect: [[1, 2], [3, 4]] True 5 tensor([True]) [[1, 3], [2, 4]] False True
# expect: 2.13.0 4 2 tensor([0, 0]) tensor([1]) tensor([[1, 1]]) tensor([5, 5]) torch.Size([2, 3]) torch.Size([1, 2]) <class 'torch.Size'>

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

print(torch.tensor([1, 2, 3]), torch.tensor([1.5, 2]), torch.tensor(3), torch.tensor(2.5), torch.tensor([[1, 2], [3, 4]]), torch.tensor([True, False]), torch.tensor([]))
print(torch.zeros(2, 3), torch.ones(3), torch.zeros((2,)), torch.ones(2, 2, dtype=torch.int64), torch.full((2, 2), 7), torch.full((2,), 1.5), torch.eye(3), torch.empty(0))
print(torch.arange(5), torch.arange(1, 10, 2), torch.arange(0, 1, 0.25), torch.arange(5.0), torch.linspace(0, 1, 5), torch.logspace(0, 2, 3))
x = torch.tensor([[1.0, 2.0]])
print(torch.zeros_like(x), torch.ones_like(x, dtype=torch.int32), torch.full_like(x, 9), torch.tensor(x.tolist()).equal(x), torch.as_tensor([1, 2]))
print(torch.tensor([1, 2], dtype=torch.float64), torch.tensor([1.9, -1.9], dtype=torch.int32), torch.tensor([0, 2], dtype=torch.bool), torch.tensor((1, 2.5, True)))
for bad in (lambda: torch.tensor([[1, 2], [3]]), lambda: torch.tensor("a"), lambda: torch.zeros(-1), lambda: torch.tensor([1, "a"]), lambda: torch.arange(3, 0), lambda: torch.tensor([None])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor([1, 2, 3]) tensor([1.5000, 2.0000]) tensor(3) tensor(2.5000) tensor([[1, 2],
# expect:         [3, 4]]) tensor([ True, False]) tensor([])
# expect: tensor([[0., 0., 0.],
# expect:         [0., 0., 0.]]) tensor([1., 1., 1.]) tensor([0., 0.]) tensor([[1, 1],
# expect:         [1, 1]]) tensor([[7, 7],
# expect:         [7, 7]]) tensor([1.5000, 1.5000]) tensor([[1., 0., 0.],
# expect:         [0., 1., 0.],
# expect:         [0., 0., 1.]]) tensor([])
# expect: tensor([0, 1, 2, 3, 4]) tensor([1, 3, 5, 7, 9]) tensor([0.0000, 0.2500, 0.5000, 0.7500]) tensor([0., 1., 2., 3., 4.]) tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000]) tensor([  1.,  10., 100.])
# expect: tensor([[0., 0.]]) tensor([[1, 1]], dtype=torch.int32) tensor([[9., 9.]]) True tensor([1, 2])
# expect: tensor([1., 2.], dtype=torch.float64) tensor([ 1, -1], dtype=torch.int32) tensor([False,  True]) tensor([1.0000, 2.5000, 1.0000])
# expect: ValueError expected sequence of length 2 at dim 1 (got 1)
# expect: TypeError new(): invalid data type 'str'
# expect: RuntimeError zeros: Dimension size must be non-negative.
# expect: TypeError new(): invalid data type 'str'
# expect: RuntimeError upper bound and lower bound inconsistent with step sign
# expect: RuntimeError Could not infer dtype of NoneType

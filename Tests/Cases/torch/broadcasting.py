# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

a = torch.arange(3)
b = torch.arange(2).reshape(2, 1)
print(a + b, (a * b).shape, torch.broadcast_tensors(a, b)[0], torch.broadcast_shapes((3,), (2, 1)), torch.broadcast_to(a, (2, 3)), a.expand(4, -1).shape)
print((torch.ones(2, 1, 3) + torch.ones(4, 1)).shape, (torch.ones(0, 3) + torch.ones(1, 3)).shape, (torch.ones(1) + torch.ones(0)).shape, torch.ones(2, 3).sub(torch.ones(3)).sum())
x = torch.ones(2, 3)
x += torch.tensor([1.0, 2.0, 3.0])
x -= 1
x *= torch.tensor([[2.0], [3.0]])
print(x, torch.where(torch.tensor([[True], [False]]), a, -a), torch.maximum(a, b), (a == b), a.unsqueeze(1) - a.unsqueeze(0))
for bad in (lambda: torch.ones(2, 3) + torch.ones(4), lambda: torch.ones(3).add_(torch.ones(2, 3)), lambda: torch.ones(2, 3) + torch.ones(3, 3, 2), lambda: torch.broadcast_shapes((2,), (3,)), lambda: torch.ones(3).expand(2, 4)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor([[0, 1, 2],
# expect:         [1, 2, 3]]) torch.Size([2, 3]) tensor([[0, 1, 2],
# expect:         [0, 1, 2]]) torch.Size([2, 3]) tensor([[0, 1, 2],
# expect:         [0, 1, 2]]) torch.Size([4, 3])
# expect: torch.Size([2, 4, 3]) torch.Size([0, 3]) torch.Size([0]) tensor(0.)
# expect: tensor([[2., 4., 6.],
# expect:         [3., 6., 9.]]) tensor([[ 0,  1,  2],
# expect:         [ 0, -1, -2]]) tensor([[0, 1, 2],
# expect:         [1, 1, 2]]) tensor([[ True, False, False],
# expect:         [False,  True, False]]) tensor([[ 0, -1, -2],
# expect:         [ 1,  0, -1],
# expect:         [ 2,  1,  0]])
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError output with shape [3] doesn't match the broadcast shape [2, 3]
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 2
# expect: RuntimeError Attempting to broadcast a dimension of length 3 at -1! Mismatching argument at index 1 had (3,); but expected shape should be broadcastable to [2]
# expect: RuntimeError The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [2, 4].  Tensor sizes: [3]

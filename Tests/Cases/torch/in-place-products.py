# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# In-place products whose result is larger than their target, and masked sums of integers.
import torch

b1, b2 = torch.ones(2, 3, 4), torch.ones(2, 4, 3)
for make in (lambda: torch.ones(3).addbmm_(b1, b2), lambda: torch.ones(1, 3).addbmm_(b1, b2), lambda: torch.ones(()).addbmm_(b1, b2),
             lambda: torch.ones(3, 3).addbmm_(b1, b2, beta=2), lambda: torch.ones(2, 3).addbmm_(b1, b2), lambda: torch.ones(3).baddbmm_(b1, b2),
             lambda: torch.ones(3).addmm_(b1[0], b2[0]), lambda: torch.ones(1).addmv_(b1[0], b2[0, :, 0])):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
i, m = torch.tensor([[1, 2], [3, 4]]), torch.tensor([[True, False], [True, True]])
logsumexp = torch.masked.logsumexp
print(logsumexp(i, 0), logsumexp(i, 0, mask=m), logsumexp(i, 1, mask=~m), logsumexp(i.int(), 0, mask=m), logsumexp(i.float(), 0, mask=m))
# expect: tensor([[9., 9., 9.],
# expect:         [9., 9., 9.],
# expect:         [9., 9., 9.]])
# expect: tensor([[9., 9., 9.],
# expect:         [9., 9., 9.],
# expect:         [9., 9., 9.]])
# expect: tensor([[9., 9., 9.],
# expect:         [9., 9., 9.],
# expect:         [9., 9., 9.]])
# expect: tensor([[10., 10., 10.],
# expect:         [10., 10., 10.],
# expect:         [10., 10., 10.]])
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 0.  Target sizes: [3, 3].  Tensor sizes: [2, 3]
# expect: RuntimeError Bad in-place call: input tensor size [3] and output tensor size [2, 3, 3] should match
# expect: RuntimeError Bad in-place call: input tensor size [3] and output tensor size [3, 3] should match
# expect: RuntimeError Bad in-place call: input tensor size [1] and output tensor size [3] should match
# expect: tensor([3, 4]) tensor([3, 4]) tensor([                   2, -9223372036854775808]) tensor([3, 4], dtype=torch.int32) tensor([3.1269, 4.0000])

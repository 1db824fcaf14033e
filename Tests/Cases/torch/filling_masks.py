# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Masks stretch to what is filled in place, and what does not fit is told in torch's words and order.
import torch


def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


x = torch.zeros(3, 4)
for shape in [(4, 3), (3,), (2, 3, 4), (3, 1)]:
    mask = torch.ones(shape, dtype=torch.bool)
    told(lambda: x.clone().masked_fill_(mask, 1).shape)
    told(lambda: x.masked_fill(mask, 1).shape)
    told(lambda: x.clone().masked_scatter_(mask, torch.ones(12)).shape)
    told(lambda: x.masked_scatter(mask, torch.ones(60)).shape)
mask = torch.tensor([True, False, True, False])
told(lambda: x.masked_fill(mask, 1j))
told(lambda: x.fill_(1j))
told(lambda: torch.full((2,), 1j, dtype=torch.int64))
told(lambda: x.clone().masked_scatter_(mask, torch.ones(3)))
told(lambda: x.masked_fill(torch.ones(3, 4), torch.ones(2)))
told(lambda: x[:1].expand(3, 4).fill_(2))

leaf, value = torch.ones(3, 4, requires_grad=True), torch.tensor(2.0, requires_grad=True)
y = leaf * 3
y.T.masked_fill_(mask[:, None], value)
y.sum().backward()
print(leaf.grad, value.grad)
small = torch.zeros(3, dtype=torch.uint8)[:1].expand(3)
for number in (-1.25, 1):
    try:
        small[:] = number
    except RuntimeError as e:
        print(str(e)[:60])
# expect: RuntimeError The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 1
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [3, 4].  Tensor sizes: [4, 3]
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 1
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [3, 4].  Tensor sizes: [3]
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError output with shape [3, 4] doesn't match the broadcast shape [2, 3, 4]
# expect: torch.Size([2, 3, 4])
# expect: RuntimeError expand(CPUBoolType{[2, 3, 4]}, size=[3, 4]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: torch.Size([2, 3, 4])
# expect: torch.Size([3, 4])
# expect: torch.Size([3, 4])
# expect: torch.Size([3, 4])
# expect: torch.Size([3, 4])
# expect: RuntimeError value cannot be converted to type float without overflow
# expect: RuntimeError value cannot be converted to type float without overflow
# expect: RuntimeError value cannot be converted to type int64_t without overflow
# expect: RuntimeError Number of elements of source < number of ones in mask
# expect: RuntimeError masked_fill_ only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s).
# expect: tensor([[2., 2., 2., 2.],
# expect:         [2., 2., 2., 2.],
# expect:         [2., 2., 2., 2.]])
# expect: tensor([[0., 3., 0., 3.],
# expect:         [0., 3., 0., 3.],
# expect:         [0., 3., 0., 3.]]) tensor(6.)
# expect: value cannot be converted to type uint8_t without overflow
# expect: unsupported operation: more than one element of the written-

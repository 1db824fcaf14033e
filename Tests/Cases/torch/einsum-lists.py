# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# einsum with lists of numbers in place of letters.
import torch

a, b = torch.arange(6.0).view(2, 3), torch.arange(12.0).view(3, 4)
print(torch.einsum(a, [0, 1], b, [1, 2], [0, 2]))
print(torch.einsum(a, [0, 1], b, [1, 2]))
print(torch.einsum(a, [1, 0]))
print(torch.einsum(a, [0, 30], [30]))
batch = torch.arange(24.0).view(2, 3, 4)
print(torch.einsum(batch, [..., 0, 1], batch, [..., 2, 1], [..., 0, 2]).shape)
for call in [lambda: torch.einsum(a, [0, 99]), lambda: torch.einsum(a), lambda: torch.einsum(), lambda: torch.einsum(1, 2),
             lambda: torch.einsum('ij'), lambda: torch.einsum(None, a), lambda: torch.einsum('ij', 1),
             lambda: torch.einsum(a, [0, 1], 1, [1])]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# expect: tensor([[20., 23., 26., 29.],
# expect:         [56., 68., 80., 92.]])
# expect: tensor([[20., 23., 26., 29.],
# expect:         [56., 68., 80., 92.]])
# expect: tensor([[0., 3.],
# expect:         [1., 4.],
# expect:         [2., 5.]])
# expect: tensor([3., 5., 7.])
# expect: torch.Size([2, 3, 3])
# expect: ValueError einsum(): subscript in subscript list is not within the valid range [0, 52)
# expect: ValueError einsum(): must specify the equation string and at least one operand, or at least one operand and its subscripts list
# expect: ValueError einsum(): must specify the equation string and at least one operand, or at least one operand and its subscripts list
# expect: TypeError einsum(): argument 'equation' (position 1) must be str, not int
# expect: ValueError einsum(): must specify the equation string and at least one operand, or at least one operand and its subscripts list
# expect: TypeError einsum(): argument 'equation' (position 1) must be str, not NoneType
# expect: TypeError expected Tensor as element 0 in argument 1, but got int
# expect: TypeError expected Tensor as element 1 in argument 1, but got int

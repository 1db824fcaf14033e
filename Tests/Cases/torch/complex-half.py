# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Complex numbers of halves: the arithmetic there is, and gradients through it.
import warnings

import torch

warnings.simplefilter('ignore')
h = torch.tensor([1.0, 2.0]).half()
z = torch.tensor([1 + 2j, 3 - 1j]).to(torch.complex32)
print(h * 2j, 2j + h, h - torch.tensor(1 + 2j), torch.result_type(h, torch.tensor(1j)))
print(torch.result_type(h.bfloat16(), 1j), torch.result_type(h, z), torch.promote_types(torch.float16, torch.complex32))
print(z + z, z - 1, z * h, z == z, z != 1, -z, z.abs(), z.conj())
print(torch.add(z, z, alpha=2), torch.addcmul(z, z, z), torch.where(h > 1, z, -z), z.masked_fill(h > 1, 1j))
print(z.isnan(), z.isinf(), z.isfinite(), z.any(), z.all(), z.count_nonzero(), z.nonzero())
print(torch.complex(h, h), torch.view_as_complex(torch.ones(2, 2).half()))
for f in (torch.exp, torch.sum, torch.prod, torch.sqrt, lambda x: x / x, lambda x: x ** 2, lambda x: x @ x, torch.logical_not,
          lambda x: torch.logical_and(x, x)):
    try:
        print(f(z))
    except NotImplementedError as e:
        print(e)
a = torch.tensor([1.0, 2.0 + 1j], requires_grad=True)
y = a.chalf() * 2
y.backward(torch.ones_like(y))
print(y, a.grad)
b = torch.tensor([1.0, 2.0], requires_grad=True)
b.chalf().abs().sum().backward()
print(b.grad)
# expect: tensor([0.+2.j, 0.+4.j], dtype=torch.complex32) tensor([1.+2.j, 2.+2.j], dtype=torch.complex32) tensor([0.-2.j, 1.-2.j], dtype=torch.complex32) torch.complex32
# expect: torch.complex64 torch.complex32 torch.complex32
# expect: tensor([2.+4.j, 6.-2.j], dtype=torch.complex32) tensor([0.+2.j, 2.-1.j], dtype=torch.complex32) tensor([1.+2.j, 6.-2.j], dtype=torch.complex32) tensor([True, True]) tensor([True, True]) tensor([-1.-2.j, -3.+1.j], dtype=torch.complex32) tensor([2.2363, 3.1621], dtype=torch.float16) tensor([1.-2.j, 3.+1.j], dtype=torch.complex32)
# expect: tensor([3.+6.j, 9.-3.j], dtype=torch.complex32) tensor([-2.+6.j, 11.-7.j], dtype=torch.complex32) tensor([-1.-2.j,  3.-1.j], dtype=torch.complex32) tensor([1.+2.j, 0.+1.j], dtype=torch.complex32)
# expect: tensor([False, False]) tensor([False, False]) tensor([True, True]) tensor(True) tensor(True) tensor(2) tensor([[0],
# expect:         [1]])
# expect: tensor([1.+1.j, 2.+2.j], dtype=torch.complex32) tensor([1.+1.j, 1.+1.j], dtype=torch.complex32)
# expect: "exp_vml_cpu" not implemented for 'ComplexHalf'
# expect: "sum_cpu" not implemented for 'ComplexHalf'
# expect: "prod_out_cpu" not implemented for 'ComplexHalf'
# expect: "sqrt_vml_cpu" not implemented for 'ComplexHalf'
# expect: "div_cpu" not implemented for 'ComplexHalf'
# expect: "pow" not implemented for 'ComplexHalf'
# expect: "dot" not implemented for 'ComplexHalf'
# expect: "logical_not_cpu" not implemented for 'ComplexHalf'
# expect: "logical_and_cpu" not implemented for 'ComplexHalf'
# expect: tensor([2.+0.j, 4.+2.j], dtype=torch.complex32, grad_fn=<MulBackward0>) tensor([2.+0.j, 2.+0.j])
# expect: tensor([1., 1.])

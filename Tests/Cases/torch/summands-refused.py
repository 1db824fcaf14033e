# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A summand that does not fit the product is told before the kernel sees its dtype; so are dtypes of means, scans and norms.
import torch
import torch.nn.functional as F


def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


for dtype in (torch.float32, torch.bfloat16, torch.int64, torch.bool):
    a, m, v = torch.ones(2, 3, 3).to(dtype), torch.ones(3, 3).to(dtype), torch.ones(2).to(dtype)
    told(lambda: torch.addmm(a, m, m))
    told(lambda: torch.addbmm(a, a, a))
    told(lambda: torch.addbmm(v, a, a))
    told(lambda: F.linear(m, m, v))
x, i = torch.ones(2, 3), torch.arange(6).view(2, 3)
told(lambda: x.mean(dtype=torch.int64))
told(lambda: i.mean(0, dtype=torch.int32))
told(lambda: i.mean())
told(lambda: x.nanmean(dtype=torch.bool))
told(lambda: x.cumsum(0, dtype=torch.bool))
told(lambda: i.cumprod(0, dtype=torch.bool))
told(lambda: torch.linalg.vector_norm(i, dtype=torch.float64))
told(lambda: torch.linalg.matrix_norm(i, dtype=torch.float64))
u = torch.tensor([3], dtype=torch.uint8)
print(torch.block_diag(u, torch.tensor(2)), torch.block_diag(u, torch.tensor([300])).dtype, torch.block_diag())
# expect: RuntimeError expand(torch.FloatTensor{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError expand(torch.FloatTensor{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError expand(CPUBFloat16Type{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError expand(CPUBFloat16Type{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError expand(torch.LongTensor{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError expand(torch.LongTensor{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError expand(CPUBoolType{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError expand(CPUBoolType{[2, 3, 3]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2]
# expect: RuntimeError mean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: Long
# expect: RuntimeError mean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: Int
# expect: RuntimeError mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
# expect: RuntimeError nanmean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: Bool
# expect: NotImplementedError "cumsum_out_cpu" not implemented for 'Bool'
# expect: NotImplementedError "cumprod_out_cpu" not implemented for 'Bool'
# expect: RuntimeError linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
# expect: RuntimeError linalg.matrix_norm: Expected a floating point or complex tensor as input. Got Long
# expect: tensor([[3, 0],
# expect:         [0, 2]], dtype=torch.uint8) torch.int64 tensor([], size=(1, 0))

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn.functional as F

# What pooling and products refuse, in torch's words.
z = torch.zeros
CALLS = [
    lambda: F.max_pool1d(z(1, 1), 2), lambda: F.max_pool1d(z(1, 2, 0), 2), lambda: F.max_pool1d(z(1, 1, 4), 2, padding=2),
    lambda: F.max_pool1d(z(1, 1, 4), (2, 2)), lambda: F.avg_pool1d(z(1, 1), 2), lambda: F.avg_pool1d(z(1, 0, 4), 2),
    lambda: F.max_pool2d(z(1, 0, 4, 4), 2), lambda: F.max_pool2d(z(1, 1, 4, 4), 0), lambda: F.avg_pool2d(z(4, 4), 2),
    lambda: F.max_pool3d(z(1, 0, 4, 4, 4), 2), lambda: F.avg_pool3d(z(1, 1, 1, 4, 4), 2),
    lambda: F.adaptive_avg_pool2d(z(1, 1, 0, 3), 2), lambda: F.adaptive_max_pool2d(z(1, 4, 4), (2, 2, 2)),
    lambda: F.adaptive_avg_pool1d(z(4), 2), lambda: F.linear(z(3), z(1, 2, 3)), lambda: F.linear(z(()), z(2, 3)),
    lambda: F.linear(z(2, 3), z(3), z(2)), lambda: torch.addmv(z(3), z(4, 2), z(2)), lambda: torch.baddbmm(z(1), z(1, 2, 3), z(1, 3)),
    lambda: torch.baddbmm(z(1, 2, 3).double(), z(1, 2, 3), z(1, 3, 3)), lambda: torch.addr(z(2, 0), z(1), z(1)),
    lambda: torch.addmm(z(3), z(3, 3), z(3).double()), lambda: torch.addmm(z(2, 2, 2), z(3, 3), z(3, 3)),
    lambda: torch.tensordot(z(3), z(3).long(), 1), lambda: torch.isin(z(3).bool(), z(3)), lambda: torch.aminmax(z(1, 0), dim=-1),
    lambda: torch.block_diag(z(1), z(2, 2, 2)), lambda: torch.linalg.multi_dot([z(3), z(3, 3), z(())]),
    lambda: torch.einsum("ij,jk->k", z(2, 3).int(), z(3, 4).int()), lambda: z(3).int().round(decimals=1),
    lambda: F.mse_loss(z(3).byte(), z(3).long()), lambda: torch.meshgrid(z(2, 2).long(), z(2), indexing="ij"),
]
for call in CALLS:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(torch.einsum("ij->j", torch.ones(2, 3, dtype=torch.int8)), torch.einsum("ij,ij->j", *[torch.ones(2, 3, dtype=torch.int8)] * 2))
print(torch.isin(torch.arange(12).view(3, 4), torch.arange(0, 90, 3)).tolist(), torch.histc(torch.arange(5).half(), 4))
# expect: RuntimeError max_pool1d() Invalid computed output size: 0
# expect: RuntimeError max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:[1, 2, 0]
# expect: RuntimeError max_pool1d() padding should be at most half of kernel size, but got padding=2 and kernel_size=2
# expect: RuntimeError max_pool1d() kernel_size must be an int, list of ints or tuple of ints of size 1 but got size 2
# expect: RuntimeError Given input size: (1x1x1). Calculated output size: (1x1x0). Output size is too small
# expect: RuntimeError Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[1, 0, 1, 4]
# expect: RuntimeError Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[1, 0, 4, 4]
# expect: RuntimeError stride should not be zero
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got -3)
# expect: RuntimeError max_pool3d_with_indices_out_cpu_template(): Expected input's non-batch dimensions to have positive length, but input has a shape of [1, 0, 4, 4, 4] and non-batch dimension 0 has length zero!
# expect: RuntimeError input image (T: 1 H: 4 W: 4) smaller than kernel size (kT: 2 kH: 2 kW: 2)
# expect: RuntimeError adaptive_avg_pool2d(): Expected input to have non-zero size for non-batch dimensions, but input has sizes [1, 1, 0, 3] with dimension 2 being empty
# expect: ValueError Input dimension should be at least 4
# expect: RuntimeError Expected 2 to 3 dimensions, but got 1-dimensional tensor for argument #1 'self' (while checking arguments for adaptive_avg_pool1d)
# expect: RuntimeError t() expects a tensor with <= 2 dimensions, but self is 3D
# expect: RuntimeError both arguments to linear need to be at least 1D, but they are 0D and 2D
# expect: RuntimeError mat2 must be a matrix, got 1-D tensor
# expect: RuntimeError size mismatch, got input (3), mat (4x2), vec (2)
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 2)
# expect: RuntimeError Input dtypes must be the same, got: input double, batch1: float, batch2: float
# expect: RuntimeError The expanded size of the tensor (1) must match the existing size (0) at non-singleton dimension 1.  Target sizes: [1, 1].  Tensor sizes: [2, 0]
# expect: RuntimeError self and mat2 must have the same dtype, but got Float and Double
# expect: RuntimeError expand(torch.FloatTensor{[2, 2, 2]}, size=[3, 3]): the number of sizes provided (2) must be greater or equal to the number of dimensions in the tensor (3)
# expect: RuntimeError both inputs should have same dtype
# expect: RuntimeError Unsupported input type encountered for isin(): Bool
# expect: IndexError aminmax: Expected reduction dim 1 to have non-zero size.
# expect: RuntimeError torch.block_diag: Input tensors must have 2 or fewer dimensions. Input 1 has 3 dimensions
# expect: RuntimeError multi_dot(): the last tensor must be 1D or 2D but got 0D
# expect: RuntimeError expected scalar type Long but found Int
# expect: NotImplementedError "round_cpu" not implemented for 'Int'
# expect: NotImplementedError "mse_cpu" not implemented for 'Long'
# expect: RuntimeError meshgrid expects all tensors to have the same dtype
# expect: tensor([2, 2, 2]) tensor([2, 2, 2], dtype=torch.int8)
# expect: [[True, False, False, True], [False, False, True, False], [False, True, False, False]] tensor([1., 1., 1., 2.], dtype=torch.float16)

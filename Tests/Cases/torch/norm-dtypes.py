# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Norms computed in another dtype, of matrices without elements; least squares whose sizes differ; layers fused for evaluation.
import torch
import torch.nn as nn


def show(function):
    try:
        print('=', function())
    except Exception as e:
        print(type(e).__name__, e)


x = torch.arange(6.).view(2, 3)
show(lambda: torch.linalg.norm(x, 2, dtype=torch.float64).dtype)
show(lambda: torch.linalg.norm(x, 1, dim=(0, 1), keepdim=True, dtype=torch.double))
show(lambda: torch.linalg.norm(x.double(), dtype=torch.float32))
show(lambda: torch.linalg.matrix_norm(x.double(), 2, dtype=torch.float32))
show(lambda: torch.linalg.norm(x, dtype=torch.complex64))
show(lambda: torch.linalg.norm(x + 1j, dtype=torch.float64))
show(lambda: torch.norm(x, 1, 1, dtype=torch.float64))
show(lambda: x.norm(dtype=torch.int))
show(lambda: torch.linalg.norm(torch.zeros(0, 3), 2))
show(lambda: torch.linalg.norm(torch.ones(2, 2, 2), 2))
show(lambda: torch.linalg.norm(torch.arange(4).view(2, 2), 2))
show(lambda: torch.linalg.pinv(torch.arange(4).view(2, 2)))
show(lambda: torch.linalg.lstsq(torch.eye(3)[:, :2], torch.ones(2, 1)))
show(lambda: torch.linalg.lstsq(torch.eye(3)[:, :2], torch.ones(2)))
show(lambda: torch.linalg.lstsq(torch.eye(3)[:, :2], torch.ones(3)).solution)
show(lambda: torch.polar(torch.arange(3), torch.ones(3)))
torch.manual_seed(0)
c, b = nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3)
b(torch.randn(4, 3, 5, 5))
fused = nn.utils.fuse_conv_bn_eval(c.eval(), b.eval())
y = torch.randn(1, 2, 5, 5)
print(fused, torch.allclose(fused(y), b(c(y)), atol=1e-5))
print(nn.LazyInstanceNorm2d(), torch.unbind_copy(x), torch.func.replace_all_batch_norm_modules_(nn.Sequential(nn.BatchNorm1d(2))))
# expect: = torch.float64
# expect: = tensor([[7.]], dtype=torch.float64)
# expect: RuntimeError linalg.vector_norm: the dtype of the input (Double) should be convertible without narrowing to the specified dtype (Float)
# expect: RuntimeError linalg.matrix_norm: the dtype of the input (Double) should be convertible without narrowing to the specified dtype (Float)
# expect: RuntimeError linalg.vector_norm: dtype should be real for real inputs, but got ComplexFloat
# expect: RuntimeError linalg.vector_norm: dtype should be complex for complex inputs, but got Double
# expect: = tensor([ 3., 12.], dtype=torch.float64)
# expect: RuntimeError linalg.vector_norm: dtype should be floating point or complex, but got Int
# expect: = tensor(0.)
# expect: RuntimeError linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D.
# expect: RuntimeError linalg.matrix_norm: Expected a floating point or complex tensor as input. Got Long
# expect: RuntimeError linalg.pinv(Long{[2, 2]}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types
# expect: RuntimeError torch.linalg.lstsq: input.size(-2) should match other.size(-2)
# expect: RuntimeError torch.linalg.lstsq: input.size(-2) should match other.size(-1)
# expect: = tensor([1., 1.])
# expect: RuntimeError Expected both inputs to be Half, Float or Double tensors but got Long and Float
# expect: Conv2d(2, 3, kernel_size=(3, 3), stride=(1, 1)) True
# expect: LazyInstanceNorm2d(0, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True) (tensor([0., 1., 2.]), tensor([3., 4., 5.])) Sequential(
# expect:   (0): BatchNorm1d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=False)
# expect: )

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Wrong calls of functions that PyTorch has in C++, in the words of its parser, and checks of what comes after it.
import torch
import torch.nn.functional as F

x, y, s, n = torch.ones(3, 3), torch.ones(5, 7), torch.tensor(2.0), torch.arange(6).reshape(2, 3)
z = torch.ones(3, 4, dtype=torch.complex64)
for call in (lambda: x.acos(dtype=torch.int32), lambda: x.t(bogus=1), lambda: torch.cholesky_solve(None, x), lambda: x.cholesky_solve(), lambda: x.cholesky_solve([1, 2]),
             lambda: torch.linalg.ldl_factor(x, hermitian=1.5), lambda: torch.linalg.lu_factor(x, None, 'more'), lambda: torch.lu_unpack(x, 3),
             lambda: torch.special.chebyshev_polynomial_t(2, 3), lambda: torch.unsqueeze_copy(x, y), lambda: torch.as_strided_copy(x, 1.5, (1,)),
             lambda: torch.diagonal_scatter(x, y, y), lambda: x.index_reduce(0, torch.tensor([0]), y, 'mean'), lambda: torch.hann_window('a'),
             lambda: torch.sub(x, x, x, 'more', None, alpha=2), lambda: torch.add(x, x, x, 'more', None), lambda: torch.std_mean(x, 7, dim=0, unbiased=True, keepdim=True),
             lambda: F.max_pool1d(x, 2, return_indices=True, bogus=1), lambda: F.softmin(x, 'a'), lambda: F.group_norm(x, 3, eps=None), lambda: F.group_norm(x, 3, bias=[1]),
             lambda: F.mse_loss(x, x, reduction=7), lambda: F.cross_entropy(x, n[0], reduction=()), lambda: torch.meshgrid(x[0], indexing='text'),
             lambda: torch.cov(x, fweights=x), lambda: torch.cov(x, aweights=torch.ones(2)), lambda: torch.linspace(x, s, 1), lambda: torch.put(x, n, x),
             lambda: torch.cholesky(y), lambda: torch.logdet(y), lambda: torch.fft.fft(x.half()), lambda: torch.fft.fft2(s), lambda: torch.arange(3, device=7),
             lambda: torch.zeros(2, device=-1), lambda: torch.gradient(x, spacing=[0.1], dim=(1, 0)), lambda: torch.polygamma(-2, x), lambda: F.conv1d(x[None], x[None], z[0, :3]),
             lambda: F.embedding_bag(n[0], x, torch.tensor([[0]])), lambda: torch.empty_permuted((2,), (3,)), lambda: torch.index_add(x, 0, n[0], y),
             lambda: F.linear_cross_entropy(y, x, n[0]), lambda: F.rms_norm(x, (3,), y), lambda: torch.multinomial(torch.tensor([-1.0, 2.0]), 2, True)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError TensorBase.acos() takes no keyword arguments
# expect: TypeError TensorBase.t() takes no keyword arguments
# expect: TypeError cholesky_solve(): argument 'input' (position 1) must be Tensor, not NoneType
# expect: TypeError cholesky_solve() missing 1 required positional arguments: "input2"
# expect: TypeError cholesky_solve(): argument 'input2' (position 1) must be Tensor, not list
# expect: TypeError linalg_ldl_factor(): argument 'hermitian' must be bool, not float
# expect: TypeError linalg_lu_factor() takes 1 positional argument but 3 were given
# expect: TypeError lu_unpack(): argument 'LU_pivots' (position 2) must be Tensor, not int
# expect: TypeError special_chebyshev_polynomial_t() received an invalid combination of arguments - got (int, int), but expected one of:
# expect:  * (Tensor x, Tensor n, *, Tensor out = None)
# expect:  * (Number x, Tensor n, *, Tensor out = None)
# expect:  * (Tensor x, Number n, *, Tensor out = None)
# expect:
# expect: TypeError unsqueeze_copy(): argument 'dim' (position 2) must be int, not Tensor
# expect: TypeError as_strided_copy(): argument 'size' (position 2) must be tuple of ints, not float
# expect: TypeError diagonal_scatter(): argument 'offset' (position 3) must be int, not Tensor
# expect: RuntimeError index_reduce_(): Number of indices (1) should be equal to source.size(dim): (5), for dim: 0
# expect: TypeError hann_window(): argument 'window_length' (position 1) must be int, not str
# expect: TypeError sub() received an invalid combination of arguments - got unrecognized keyword arguments: alpha
# expect: TypeError add() received an invalid combination of arguments - got (Tensor, Tensor, !Tensor!, !str!, !NoneType!), but expected (Tensor input, Tensor other, *, Number alpha = 1, Tensor out = None)
# expect: TypeError std_mean() received an invalid combination of arguments - got (Tensor, int, keepdim=bool, unbiased=bool, dim=int), but expected one of:
# expect:  * (Tensor input, tuple of ints dim, bool unbiased = True, bool keepdim = False)
# expect:  * (Tensor input, tuple of ints dim = None, *, Number correction = None, bool keepdim = False)
# expect:       didn't match because some of the keywords were incorrect: keepdim, unbiased, dim
# expect:  * (Tensor input, bool unbiased = True)
# expect:
# expect: TypeError max_pool1d_with_indices() got an unexpected keyword argument 'bogus'
# expect: TypeError softmax(): argument 'dim' (position 1) must be int, not str
# expect: TypeError group_norm(): argument 'eps' (position 5) must be float, not NoneType
# expect: TypeError group_norm(): argument 'bias' (position 4) must be Tensor, not list
# expect: ValueError 7 is not a valid value for reduction
# expect: ValueError () is not a valid value for reduction
# expect: RuntimeError torch.meshgrid: indexing must be one of "xy" or "ij", but received: text
# expect: RuntimeError cov(): expected fweights to have one or fewer dimensions but got fweights with 2 dimensions
# expect: RuntimeError cov(): expected aweights to have the same numel as there are observations in the input but got 2 != 3
# expect: RuntimeError linspace only supports 0-dimensional start and end tensors, but got start with 2 dimension(s) and end with 0 dimension(s).
# expect: IndexError put_(): Expected source and index to have the same number of elements, but got source.numel() = 9, index.numel() = 6
# expect: RuntimeError cholesky: A must be batches of square matrices, but they are 5 by 7 matrices
# expect: RuntimeError logdet: A must be batches of square matrices, but they are 5 by 7 matrices
# expect: RuntimeError Unsupported dtype Half
# expect: IndexError Dimension specified as -2 but tensor has no dimensions
# expect: RuntimeError Cannot access accelerator device when none is available.
# expect: RuntimeError Device index must not be negative
# expect: RuntimeError torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length 1 and a dim argument of length 2.
# expect: RuntimeError polygamma(n, x) does not support negative n.
# expect: RuntimeError Input type (float) and bias type (c10::complex<float>) should be the same
# expect: ValueError offsets has to be a 1D Tensor
# expect: RuntimeError Dimension out of range (expected to be between 0 and 0, but got 3 at index 0).  NB: negative dims not currently supported; file an issue if you want it.
# expect: RuntimeError index_add_(): Number of indices (3) should be equal to source.size(dim): (5), for dim: 0
# expect: RuntimeError expected equal input and linear_weight last dimensions (in_features), got 7 and 3, respectively
# expect: RuntimeError Expected weight to be of same shape as normalized_shape, but got weight of shape [5, 7] and normalized_shape = [3]
# expect: RuntimeError invalid multinomial distribution (encountering probability entry < 0)

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

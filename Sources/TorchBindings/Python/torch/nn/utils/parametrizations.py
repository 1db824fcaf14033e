"""`torch.nn.utils.parametrizations`: norms of weights as parametrizations."""
import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.utils.parametrize import register_parametrization

__all__ = ['orthogonal', 'spectral_norm', 'weight_norm']


def _norm_except(v, dim):
    if dim == -1:
        return v.norm()
    others = [d for d in range(v.dim()) if d != dim % v.dim()]
    return torch.linalg.vector_norm(v, 2, others, keepdim=True)


def _weighted(v, g, dim):
    return torch._titled(v * (g / _norm_except(v, dim)), 'WeightNormInterfaceBackward0')


class _WeightNorm(Module):
    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        return _weighted(weight_v, weight_g, self.dim)

    def right_inverse(self, weight):
        return _norm_except(weight, self.dim), weight


def weight_norm(module, name='weight', dim=0):
    """Splits a weight into its length and its direction."""
    return register_parametrization(module, name, _WeightNorm(dim), unsafe=True)


class _SpectralNorm(Module):
    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        if n_power_iterations <= 0:
            raise ValueError(f'Expected n_power_iterations to be positive, but got n_power_iterations={n_power_iterations}')
        self.dim = dim if dim >= 0 else dim + weight.ndim
        self.eps = eps
        if weight.ndim > 1:
            self.n_power_iterations = n_power_iterations
            matrix = self._matrix(weight)
            u = torch.empty(matrix.shape[0], dtype=weight.dtype).normal_(0, 1)
            v = torch.empty(matrix.shape[1], dtype=weight.dtype).normal_(0, 1)
            self.register_buffer('_u', F.normalize(u, dim=0, eps=eps))
            self.register_buffer('_v', F.normalize(v, dim=0, eps=eps))
            self._power(matrix, 15)

    def _matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute(self.dim, *(d for d in range(weight.dim()) if d != self.dim))
        return weight.flatten(1)

    @torch.no_grad()
    def _power(self, matrix, times):
        for _ in range(times):
            self._u = F.normalize(torch.mv(matrix, self._v), dim=0, eps=self.eps)
            self._v = F.normalize(torch.mv(matrix.H, self._u), dim=0, eps=self.eps)

    def forward(self, weight):
        if weight.ndim == 1:
            return F.normalize(weight, dim=0, eps=self.eps)
        matrix = self._matrix(weight)
        if self.training:
            self._power(matrix, self.n_power_iterations)
        u, v = self._u.clone(), self._v.clone()
        return weight / torch.vdot(u, torch.mv(matrix, v))

    def right_inverse(self, value):
        return value


def spectral_norm(module, name='weight', n_power_iterations=1, eps=1e-12, dim=None):
    """Divides a weight by its largest singular value."""
    weight = getattr(module, name, None)
    if not isinstance(weight, torch.Tensor):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    if dim is None:
        dim = 1 if type(module).__name__.startswith('ConvTranspose') else 0
    return register_parametrization(module, name, _SpectralNorm(weight, n_power_iterations, dim, eps))


class _Orthogonal(Module):
    """Matrices with orthogonal rows or columns, from any matrix: by reflections, or by turning a fixed one."""

    def __init__(self, weight, map, use_trivialization):
        super().__init__()
        if weight.is_complex() and map == 'householder':
            raise ValueError('The householder parametrization does not support complex tensors.')
        self.shape, self.map = weight.shape, map
        if use_trivialization:
            self.register_buffer('base', None)

    def forward(self, X):
        rows, columns = X.size(-2), X.size(-1)
        wide = rows < columns
        if wide:
            X = X.mT
            rows, columns = columns, rows
        if self.map == 'householder':
            A = X.tril(diagonal=-1)
            tau = 2.0 / (1.0 + (A * A).sum(dim=-2))
            Q = torch.linalg.householder_product(A, tau) * X.diagonal(dim1=-2, dim2=-1).int().unsqueeze(-2)
        else:
            X = X.tril()
            if rows != columns:
                X = torch.cat([X, X.new_zeros(rows, rows - columns).expand(*X.shape[:-2], -1, -1)], dim=-1)
            A = X - X.mH
            if self.map == 'matrix_exp':
                Q = torch.matrix_exp(A)
            else:
                one = torch.eye(rows, dtype=A.dtype)
                Q = torch.linalg.solve(torch.add(one, A, alpha=-0.5), torch.add(one, A, alpha=0.5))
            if rows != columns:
                Q = Q[..., :columns]
        if getattr(self, 'base', None) is not None:
            Q = self.base @ Q
        return Q.mT if wide else Q

    @torch.no_grad()
    def right_inverse(self, Q):
        if Q.shape != self.shape:
            raise ValueError(f'Expected a matrix or batch of matrices of shape {self.shape}. Got a tensor of shape {Q.shape}.')
        start, wide = Q, Q.size(-2) < Q.size(-1)
        if wide:
            Q = Q.mT
        n, k = Q.size(-2), Q.size(-1)
        if 'base' not in self._buffers:
            if self.map != 'householder':
                raise NotImplementedError('It is not possible to assign to the matrix exponential or the Cayley parametrizations '
                                          'when use_trivialization=False.')
            A, tau = torch.geqrf(Q)
            A.diagonal(dim1=-2, dim2=-1).sign_()
            A.diagonal(dim1=-2, dim2=-1)[tau == 0.0] *= -1
            return A.mT if wide else A
        if n == k:
            self.base = self._near(start)
        else:
            # Columns that complete the given ones to a square.
            more = torch.randn(*Q.shape[:-2], n, n - k, dtype=Q.dtype)
            self.base = self._near(torch.cat([Q, more], dim=-1))
        neg = torch.zeros_like(start)
        neg.diagonal(dim1=-2, dim2=-1).fill_(-1.0)
        return neg

    @staticmethod
    def _near(A):
        """An orthogonal matrix whose columns span what those of A span."""
        X, tau = torch.geqrf(A)
        return torch.linalg.householder_product(X, tau) * X.diagonal(dim1=-2, dim2=-1).sgn().unsqueeze(-2)


def orthogonal(module, name='weight', orthogonal_map=None, *, use_trivialization=True):
    """Keeps a matrix orthogonal while it is learned."""
    weight = getattr(module, name, None)
    if not isinstance(weight, torch.Tensor):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    if weight.ndim < 2:
        raise ValueError(f'Expected a matrix or batch of matrices. Got a tensor of {weight.ndim} dimensions.')
    if orthogonal_map is None:
        square = weight.size(-2) == weight.size(-1)
        orthogonal_map = 'matrix_exp' if square or weight.is_complex() else 'householder'
    if orthogonal_map not in ('matrix_exp', 'cayley', 'householder'):
        raise ValueError('orthogonal_map has to be one of "matrix_exp", "cayley", "householder". '
                         f'Got: {orthogonal_map}')
    return register_parametrization(module, name, _Orthogonal(weight, orthogonal_map, use_trivialization), unsafe=True)

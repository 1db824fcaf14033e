"""`torch.nn.utils.parametrizations`: norms of weights as parametrizations."""
import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.utils.parametrize import register_parametrization

__all__ = ['spectral_norm', 'weight_norm']


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

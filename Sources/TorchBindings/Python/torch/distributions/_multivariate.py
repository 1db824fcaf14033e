"""Vectors and matrices."""
import math

import torch
from torch.distributions import constraints
from torch.distributions._base import _broadcast, Distribution
from torch.distributions._gammas import Chi2, Beta


class _Triangular:
    """The matrices that were not given, from the triangular factor `_tril` of the covariance."""

    def __getattr__(self, name):
        if name == 'covariance_matrix':
            return self._tril @ self._tril.mT
        if name == 'precision_matrix':
            return torch.linalg.inv(self._tril @ self._tril.mT)
        if name == 'scale_tril':
            return self._tril
        raise AttributeError(f"{type(self).__name__!r} object has no attribute '{name}'")


class MultivariateNormal(_Triangular, Distribution):
    support = constraints.real_vector
    arg_constraints = dict(loc=constraints.real_vector, covariance_matrix=constraints.positive_definite,
                           precision_matrix=constraints.positive_definite, scale_tril=constraints.lower_cholesky)
    has_rsample = True

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        if scale_tril is not None:
            self.scale_tril = self._tril = scale_tril
        elif covariance_matrix is not None:
            self.covariance_matrix = covariance_matrix
            if loc.dim() and validate_args is not False and Distribution._validate_args:
                self.loc = loc
                self._check_arguments()
            self._tril = torch.linalg.cholesky(covariance_matrix)
        elif precision_matrix is not None:
            self.precision_matrix = precision_matrix
            self._tril = torch.linalg.cholesky(torch.linalg.inv(precision_matrix))
        else:
            raise ValueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.')
        if loc.dim() < 1:
            raise ValueError('loc must be at least one-dimensional.')
        batch = torch.broadcast_shapes(self._tril.shape[:-2], loc.shape[:-1])
        self.loc = loc.expand(tuple(batch) + tuple(loc.shape[-1:]))
        super().__init__(batch, loc.shape[-1:])

    mean = mode = property(lambda self: self.loc)

    @property
    def variance(self):
        return self._tril.pow(2).sum(-1).expand(tuple(self._batch_shape) + tuple(self._event_shape))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        eps = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones(shape, dtype=self.loc.dtype))
        return self.loc + (self._tril @ eps.unsqueeze(-1)).squeeze(-1)

    def log_prob(self, value):
        gap = (value - self.loc).unsqueeze(-1)
        size = torch.linalg.solve_triangular(self._tril, gap, upper=False).pow(2).sum((-2, -1))
        half = self._tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + size) - half

    def entropy(self):
        half = self._tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)
        return 0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + half


class LowRankMultivariateNormal(Distribution):
    """A normal distribution whose covariance is `W W^T + diag(D)`."""
    has_rsample, support = True, constraints.real_vector
    arg_constraints = dict(loc=constraints.real_vector, cov_factor=constraints.independent(constraints.real, 2),
                           cov_diag=constraints.independent(constraints.positive, 1))

    def __init__(self, loc, cov_factor, cov_diag, validate_args=None):
        if loc.dim() < 1:
            raise ValueError('loc must be at least one-dimensional.')
        if cov_factor.dim() < 2:
            raise ValueError('cov_factor must be at least two-dimensional, with optional leading batch dimensions')
        batch = torch.broadcast_shapes(loc.shape[:-1], cov_factor.shape[:-2], cov_diag.shape[:-1])
        self.loc, self.cov_diag = loc.expand(batch + loc.shape[-1:]), cov_diag.expand(batch + cov_diag.shape[-1:])
        self.cov_factor = cov_factor.expand(batch + cov_factor.shape[-2:])
        super().__init__(batch, loc.shape[-1:])

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: self.cov_factor.pow(2).sum(-1) + self.cov_diag)
    covariance_matrix = property(lambda self: self.cov_factor @ self.cov_factor.mT + torch.diag_embed(self.cov_diag))
    precision_matrix = property(lambda self: torch.linalg.inv(self.covariance_matrix))
    scale_tril = property(lambda self: torch.linalg.cholesky(self.covariance_matrix))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        inner = tuple(shape[:-1]) + tuple(self.cov_factor.shape[-1:])

        def normal(size):
            return torch.normal(torch.zeros(size, dtype=self.loc.dtype), torch.ones(size, dtype=self.loc.dtype))
        low, diagonal = normal(inner), normal(shape)
        return self.loc + (self.cov_factor @ low.unsqueeze(-1)).squeeze(-1) + self.cov_diag.sqrt() * diagonal

    def _whole(self):
        return MultivariateNormal(self.loc, scale_tril=self.scale_tril, validate_args=False)

    def log_prob(self, value):
        return self._whole().log_prob(value)

    def entropy(self):
        return self._whole().entropy()


class LKJCholesky(Distribution):
    """Cholesky factors of correlation matrices, drawn by the onion method."""
    support, arg_constraints = constraints.corr_cholesky, dict(concentration=constraints.positive)

    def __init__(self, dim, concentration=1.0, validate_args=None):
        if dim < 2:
            raise ValueError(f'Expected dim to be an integer greater than or equal to 2. Found dim={dim}.')
        self.dim = dim
        self.concentration, = _broadcast(concentration)
        marginal = self.concentration + 0.5 * (dim - 2)
        offset = torch.arange(dim - 1, dtype=self.concentration.dtype)
        offset = torch.cat([offset.new_zeros((1,)), offset])
        self._beta = Beta(offset + 0.5, marginal.unsqueeze(-1) - 0.5 * offset)
        super().__init__(self.concentration.shape, torch.Size((dim, dim)))

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            y = self._beta.sample(sample_shape).unsqueeze(-1)
            u = torch.randn(self._extended(sample_shape), dtype=y.dtype).tril(-1)
            sphere = u / u.norm(dim=-1, keepdim=True)
            sphere[..., 0, :].fill_(0.0)
            w = torch.sqrt(y) * sphere
            rest = torch.clamp(1 - torch.sum(w ** 2, dim=-1), min=torch.finfo(w.dtype).tiny).sqrt()
            return w + torch.diag_embed(rest)

    def log_prob(self, value):
        diagonal = value.diagonal(dim1=-1, dim2=-2)[..., 1:]
        order = 2 * (self.concentration - 1).unsqueeze(-1) + self.dim - torch.arange(2, self.dim + 1)
        total = torch.sum(order * diagonal.log(), dim=-1)
        count = self.dim - 1
        alpha = self.concentration + 0.5 * count
        norm = 0.5 * count * math.log(math.pi) + torch.mvlgamma(alpha - 0.5, count) - torch.lgamma(alpha) * count
        return total - norm


class Wishart(_Triangular, Distribution):
    """Covariance matrices, drawn by Bartlett's decomposition."""
    has_rsample, support = True, constraints.positive_definite

    def __init__(self, df, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        if sum(x is not None for x in (covariance_matrix, precision_matrix, scale_tril)) != 1:
            raise ValueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.')
        param = next(x for x in (covariance_matrix, precision_matrix, scale_tril) if x is not None)
        if param.dim() < 2:
            raise ValueError('scale_tril must be at least two-dimensional, with optional leading batch dimensions')
        df = df if torch.is_tensor(df) else torch.tensor(df, dtype=param.dtype)
        batch = torch.broadcast_shapes(df.shape, param.shape[:-2])
        event = param.shape[-2:]
        self.df = df.expand(batch)
        name = 'covariance_matrix' if covariance_matrix is not None else 'precision_matrix' if precision_matrix is not None \
            else 'scale_tril'
        self.__dict__[name] = param.expand(batch + event)
        if self.df.le(event[-1] - 1).any():
            raise ValueError(f'Value of df={df} expected to be greater than ndim - 1 = {event[-1] - 1}.')
        self._tril = self.scale_tril if scale_tril is not None else torch.linalg.cholesky(
            self.__dict__[name] if covariance_matrix is not None else torch.linalg.inv(precision_matrix))
        self._chi2 = Chi2(self.df.unsqueeze(-1) - torch.arange(event[-1], dtype=param.dtype).expand(batch + event[-1:]),
                          validate_args=False)
        super().__init__(batch, event)

    arg_constraints = property(lambda self: dict(
        covariance_matrix=constraints.positive_definite, precision_matrix=constraints.positive_definite,
        scale_tril=constraints.lower_cholesky, df=constraints.greater_than(self._event_shape[-1] - 1)))

    mean = property(lambda self: self.df.view(self._batch_shape + (1, 1)) * self.covariance_matrix)

    @property
    def mode(self):
        factor = self.df - self.covariance_matrix.shape[-1] - 1
        factor = torch.where(factor <= 0, math.nan, factor)
        return factor.view(self._batch_shape + (1, 1)) * self.covariance_matrix

    @property
    def variance(self):
        v = self.covariance_matrix
        d = v.diagonal(dim1=-2, dim2=-1)
        return self.df.view(self._batch_shape + (1, 1)) * (v.pow(2) + d.unsqueeze(-1) * d.unsqueeze(-2))

    def rsample(self, sample_shape=torch.Size()):
        sample_shape = torch.Size(sample_shape)
        made = self._drawn(sample_shape)
        # PyTorch looks at each first draw the wrong way round, and draws those that are in order once more.
        again = constraints.positive_definite.check(made)
        if self._batch_shape:
            again = again.amax(tuple(range(-len(self._batch_shape), 0)))
        for _ in range(3):
            if not again.any():
                break
            new = self._drawn(again[again].shape)
            singular = ~constraints.positive_definite.check(new)
            if self._batch_shape:
                singular = singular.amax(tuple(range(-len(self._batch_shape), 0)))
            made = made.clone()
            made[again] = new
            again = again.clone()
            again[again.clone()] = singular
        return made

    def _drawn(self, sample_shape):
        n = self._event_shape[-1]
        noise = self._chi2.rsample(sample_shape).clamp(min=torch.finfo(self._tril.dtype).eps).sqrt().diag_embed()
        i, j = torch.tril_indices(n, n, offset=-1)
        count = n * (n - 1) // 2
        noise[..., i, j] = torch.randn(tuple(torch.Size(sample_shape)) + tuple(self._batch_shape) + (count,), dtype=noise.dtype)
        made = self._tril @ noise
        return made @ made.mT

    def log_prob(self, value):
        n, nu = self._event_shape[-1], self.df
        half = self._tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)
        solved = torch.cholesky_solve(value, self._tril).diagonal(dim1=-2, dim2=-1).sum(-1)
        return (-nu * (n * math.log(2.0) / 2 + half) - torch.mvlgamma(nu / 2, p=n)
                + (nu - n - 1) / 2 * torch.linalg.slogdet(value).logabsdet - solved / 2)

    def entropy(self):
        n, nu = self._event_shape[-1], self.df
        half = self._tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)
        digammas = torch.digamma((nu.unsqueeze(-1) - torch.arange(n)) / 2).sum(-1)
        return ((n + 1) * (n * math.log(2.0) / 2 + half) + torch.mvlgamma(nu / 2, p=n)
                - (nu - n - 1) / 2 * digammas + n * nu / 2)

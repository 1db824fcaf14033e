"""Gamma distribution and its relatives: beta, Dirichlet, chi-squared, Student's t."""
import math

import torch
from torch.distributions import Distribution, _broadcast, constraints


def _normal():
    return torch.empty(1, dtype=torch.float64).normal_().item()


def _uniform():
    return torch.rand(1, dtype=torch.float64).item()


def _draw(alpha):
    """Marsaglia's and Tsang's rejection from a transformed normal number; below 1 by way of alpha + 1."""
    if alpha == 0:
        return 0.0
    scale = 1.0
    if alpha < 1:
        scale = (1 - _uniform()) ** (1 / alpha)
        alpha += 1
    d = alpha - 1 / 3
    c = 1 / math.sqrt(9 * d)
    while True:
        x = _normal()
        y = 1 + c * x
        if y <= 0:
            continue
        v, u, square = y * y * y, 1 - _uniform(), x * x
        if u < 1 - 0.0331 * square * square or math.log(u) < 0.5 * square + d * (1 - v + math.log(v)):
            return scale * d * v


def _standard_gamma(concentration):
    flat = concentration.detach().reshape(-1).tolist()
    return torch.tensor([_draw(a) for a in flat], dtype=concentration.dtype).reshape(concentration.shape)


class Gamma(Distribution):
    def __init__(self, concentration, rate, validate_args=None):
        self.concentration, self.rate = _broadcast(concentration, rate)
        super().__init__(self.concentration.shape)

    mean = property(lambda self: self.concentration / self.rate)
    mode = property(lambda self: ((self.concentration - 1) / self.rate).clamp(min=0))
    variance = property(lambda self: self.concentration / self.rate.pow(2))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        made = _standard_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        return made.clamp(min=torch.finfo(made.dtype).tiny)

    def log_prob(self, value):
        return (torch.xlogy(self.concentration, self.rate) + torch.xlogy(self.concentration - 1, value)
                - self.rate * value - torch.lgamma(self.concentration))

    def cdf(self, value):
        return torch.special.gammainc(self.concentration, self.rate * value)

    def entropy(self):
        return (self.concentration - torch.log(self.rate) + torch.lgamma(self.concentration)
                + (1.0 - self.concentration) * torch.digamma(self.concentration))


class Chi2(Gamma):
    def __init__(self, df, validate_args=None):
        self.df, = _broadcast(df)
        super().__init__(0.5 * self.df, 0.5)

    def __repr__(self):
        return 'Chi2()'


class Dirichlet(Distribution):
    def __init__(self, concentration, validate_args=None):
        if concentration.dim() < 1:
            raise ValueError('`concentration` parameter must be at least one-dimensional.')
        self.concentration = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:])

    mean = property(lambda self: self.concentration / self.concentration.sum(-1, True))

    @property
    def variance(self):
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=torch.Size()):
        drawn = _standard_gamma(self.concentration.double().expand(self._extended(sample_shape)))
        return (drawn / drawn.sum(-1, True)).to(self.concentration.dtype)

    def log_prob(self, value):
        return (torch.xlogy(self.concentration - 1.0, value).sum(-1) + torch.lgamma(self.concentration.sum(-1))
                - torch.lgamma(self.concentration).sum(-1))

    def entropy(self):
        k, total = self.concentration.size(-1), self.concentration.sum(-1)
        return (torch.lgamma(self.concentration).sum(-1) - torch.lgamma(total) - (k - total) * torch.digamma(total)
                - ((self.concentration - 1.0) * torch.digamma(self.concentration)).sum(-1))


class Beta(Distribution):
    def __init__(self, concentration1, concentration0, validate_args=None):
        self._pair = Dirichlet(torch.stack(_broadcast(concentration1, concentration0), -1))
        super().__init__(self._pair.batch_shape)

    concentration1 = property(lambda self: self._pair.concentration[..., 0])
    concentration0 = property(lambda self: self._pair.concentration[..., 1])
    mean = property(lambda self: self.concentration1 / (self.concentration1 + self.concentration0))

    @property
    def variance(self):
        total = self.concentration1 + self.concentration0
        return self.concentration1 * self.concentration0 / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=torch.Size()):
        return self._pair.rsample(sample_shape).select(-1, 0)

    def log_prob(self, value):
        return self._pair.log_prob(torch.stack([value, 1.0 - value], -1))

    def entropy(self):
        return self._pair.entropy()


class StudentT(Distribution):
    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = _broadcast(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.shape)

    @property
    def mean(self):
        return torch.where(self.df > 1, self.loc, torch.full_like(self.loc, float('nan')))

    @property
    def variance(self):
        wide = self.scale.pow(2) * self.df / (self.df - 2)
        endless = torch.where(self.df > 1, torch.full_like(wide, float('inf')), torch.full_like(wide, float('nan')))
        return torch.where(self.df > 2, wide, endless)

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        x = torch.randn(shape, dtype=self.df.dtype)
        return self.loc + self.scale * x * torch.rsqrt(self._chi2.rsample(sample_shape) / self.df)

    def log_prob(self, value):
        y = (value - self.loc) / self.scale
        z = (self.scale.log() + 0.5 * self.df.log() + 0.5 * math.log(math.pi) + torch.lgamma(0.5 * self.df)
             - torch.lgamma(0.5 * (self.df + 1.0)))
        return -0.5 * (self.df + 1.0) * torch.log1p(y ** 2.0 / self.df) - z


_positive, _real = constraints.positive, constraints.real
for _cls, _support, _arguments in (
        (Gamma, constraints.nonnegative, dict(concentration=_positive, rate=_positive)),
        (Chi2, constraints.nonnegative, dict(df=_positive)),
        (Dirichlet, constraints.simplex, dict(concentration=constraints.independent(_positive, 1))),
        (Beta, constraints.unit_interval, dict(concentration1=_positive, concentration0=_positive)),
        (StudentT, _real, dict(df=_positive, loc=_real, scale=_positive))):
    _cls.support, _cls.arg_constraints = _support, _arguments

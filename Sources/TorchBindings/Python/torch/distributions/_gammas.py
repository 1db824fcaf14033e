"""Gamma distribution and its relatives: beta, Dirichlet, chi-squared, Student's t."""
import math

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions._gamma_numbers import _DirichletNumbers, _standard_gamma
from torch.distributions._base import _broadcast, Distribution, _Either
from torch.distributions._discrete import Bernoulli


class Gamma(Distribution):
    support = constraints.nonnegative
    arg_constraints = dict(concentration=constraints.positive, rate=constraints.positive)
    has_rsample = True

    def __init__(self, concentration, rate, validate_args=None):
        self.concentration, self.rate = _broadcast(concentration, rate)
        super().__init__(self.concentration.shape)

    mean = property(lambda self: self.concentration / self.rate)
    mode = property(lambda self: ((self.concentration - 1) / self.rate).clamp(min=0))
    variance = property(lambda self: self.concentration / self.rate.pow(2))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        made = _standard_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        made.detach().clamp_(min=torch.finfo(made.dtype).tiny)
        return made

    def log_prob(self, value):
        return (torch.xlogy(self.concentration, self.rate) + torch.xlogy(self.concentration - 1, value)
                - self.rate * value - torch.lgamma(self.concentration))

    def cdf(self, value):
        return torch.special.gammainc(self.concentration, self.rate * value)

    def entropy(self):
        return (self.concentration - torch.log(self.rate) + torch.lgamma(self.concentration)
                + (1.0 - self.concentration) * torch.digamma(self.concentration))


class Chi2(Gamma):
    support = constraints.nonnegative
    arg_constraints = dict(df=constraints.positive)

    def __init__(self, df, validate_args=None):
        self.df, = _broadcast(df)
        super().__init__(0.5 * self.df, 0.5)

    def expand(self, batch_shape, _instance=None):
        return super().expand(batch_shape, _instance)

    def __repr__(self):
        return 'Chi2()'


class Dirichlet(Distribution):
    support = constraints.simplex
    arg_constraints = dict(concentration=constraints.independent(constraints.positive, 1))
    has_rsample = True

    def __init__(self, concentration, validate_args=None):
        if concentration.dim() < 1:
            raise ValueError('`concentration` parameter must be at least one-dimensional.')
        self.concentration = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:])

    mean = property(lambda self: self.concentration / self.concentration.sum(-1, True))

    @property
    def mode(self):
        over = (self.concentration - 1).clamp(min=0.0)
        mode = over / over.sum(-1, True)
        flat = (self.concentration < 1).all(dim=-1)
        if flat.any():
            # Without a peak inside the mass is at the corner of the largest.
            corner = torch.nn.functional.one_hot(mode.argmax(-1), self.concentration.shape[-1]).to(mode)
            mode = torch.where(flat.unsqueeze(-1), corner, mode)
        return mode

    @property
    def variance(self):
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=torch.Size()):
        return _DirichletNumbers.apply(self.concentration.expand(self._extended(sample_shape)))

    def log_prob(self, value):
        return (torch.xlogy(self.concentration - 1.0, value).sum(-1) + torch.lgamma(self.concentration.sum(-1))
                - torch.lgamma(self.concentration).sum(-1))

    def entropy(self):
        k, total = self.concentration.size(-1), self.concentration.sum(-1)
        return (torch.lgamma(self.concentration).sum(-1) - torch.lgamma(total) - (k - total) * torch.digamma(total)
                - ((self.concentration - 1.0) * torch.digamma(self.concentration)).sum(-1))


class Beta(Distribution):
    support = constraints.unit_interval
    arg_constraints = dict(concentration1=constraints.positive, concentration0=constraints.positive)
    has_rsample = True

    def __init__(self, concentration1, concentration0, validate_args=None):
        self._pair = Dirichlet(torch.stack(_broadcast(concentration1, concentration0), -1))
        super().__init__(self._pair.batch_shape)

    concentration1 = property(lambda self: self._pair.concentration[..., 0])
    concentration0 = property(lambda self: self._pair.concentration[..., 1])
    mean = property(lambda self: self.concentration1 / (self.concentration1 + self.concentration0))
    mode = property(lambda self: self._pair.mode[..., 0])

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
    support = constraints.real
    arg_constraints = dict(df=constraints.positive, loc=constraints.real, scale=constraints.positive)
    has_rsample = True

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = _broadcast(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.shape)

    @property
    def mean(self):
        return torch.where(self.df > 1, self.loc, torch.full_like(self.loc, float('nan')))

    mode = property(lambda self: self.loc)

    def entropy(self):
        half = 0.5 * self.df
        beta = torch.lgamma(half) + math.lgamma(0.5) - torch.lgamma(0.5 * (self.df + 1))
        return (self.scale.log() + 0.5 * (self.df + 1) * (torch.digamma(0.5 * (self.df + 1)) - torch.digamma(half))
                + 0.5 * self.df.log() + beta)

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


class FisherSnedecor(Distribution):
    has_rsample, support = True, constraints.positive
    arg_constraints = dict(df1=constraints.positive, df2=constraints.positive)

    def __init__(self, df1, df2, validate_args=None):
        self.df1, self.df2 = _broadcast(df1, df2)
        self._gamma1 = Gamma(self.df1 * 0.5, self.df1, validate_args=False)
        self._gamma2 = Gamma(self.df2 * 0.5, self.df2, validate_args=False)
        super().__init__(self.df1.shape)

    @property
    def mean(self):
        df2 = self.df2.clone()
        df2[df2 <= 2] = math.nan
        return df2 / (df2 - 2)

    @property
    def mode(self):
        mode = (self.df1 - 2) / self.df1 * self.df2 / (self.df2 + 2)
        mode[self.df1 <= 2] = math.nan
        return mode

    @property
    def variance(self):
        df2 = self.df2.clone()
        df2[df2 <= 4] = math.nan
        return 2 * df2.pow(2) * (self.df1 + df2 - 2) / (self.df1 * (df2 - 2).pow(2) * (df2 - 4))

    def rsample(self, sample_shape=torch.Size()):
        one, two = self._gamma1.rsample(sample_shape), self._gamma2.rsample(sample_shape)
        return (one / two.clamp(min=torch.finfo(two.dtype).tiny)).clamp(min=torch.finfo(two.dtype).tiny)

    def log_prob(self, value):
        one, two, ratio = self.df1 * 0.5, self.df2 * 0.5, self.df1 / self.df2
        start = (one + two).lgamma() - one.lgamma() - two.lgamma()
        return start + one * ratio.log() + (one - 1) * torch.log(value) - (one + two) * torch.log1p(ratio * value)


class NegativeBinomial(_Either):
    """Successes before `total_count` failures."""
    support = constraints.nonnegative_integer
    arg_constraints = dict(total_count=constraints.greater_than_eq(0), probs=constraints.half_open_interval(0.0, 1.0),
                           logits=constraints.real)

    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        self.total_count, = self._choose_with(probs, logits, total_count)
        self.total_count = self.total_count.type_as(self._param)
        super().__init__(self._param.shape)

    _to_probs, _to_logits = staticmethod(Bernoulli._to_probs), staticmethod(Bernoulli._to_logits)
    mean = property(lambda self: self.total_count * torch.exp(self.logits))
    mode = property(lambda self: ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0.0))
    variance = property(lambda self: self.mean / torch.sigmoid(-self.logits))

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            rate = Gamma(self.total_count, torch.exp(-self.logits), validate_args=False).sample(sample_shape)
            return torch.poisson(rate)

    def log_prob(self, value):
        start = self.total_count * F.logsigmoid(-self.logits) + value * F.logsigmoid(self.logits)
        norm = -torch.lgamma(self.total_count + value) + torch.lgamma(1.0 + value) + torch.lgamma(self.total_count)
        norm = norm.masked_fill(self.total_count + value == 0.0, 0.0)
        return start - norm

"""Distributions that are others, transformed."""
import math

import torch
from torch.distributions import constraints
from torch.distributions._base import _broadcast, Distribution
from torch.distributions._continuous import Normal, Uniform, Exponential, Cauchy
from torch.distributions._gammas import Gamma
from torch.distributions._combined import TransformedDistribution
from torch.distributions.transforms import AbsTransform, AffineTransform, ExpTransform, PowerTransform, StickBreakingTransform


class LogNormal(TransformedDistribution):
    has_rsample, support = True, constraints.positive
    arg_constraints = dict(loc=constraints.real, scale=constraints.positive)

    def __init__(self, loc, scale, validate_args=None):
        super().__init__(Normal(loc, scale), ExpTransform())

    loc = property(lambda self: self.base_dist.loc)
    scale = property(lambda self: self.base_dist.scale)
    mean = property(lambda self: (self.loc + self.scale.pow(2) / 2).exp())
    mode = property(lambda self: (self.loc - self.scale.square()).exp())
    variance = property(lambda self: torch.expm1(self.scale.pow(2)) * (2 * self.loc + self.scale.pow(2)).exp())

    def entropy(self):
        return self.base_dist.entropy() + self.loc


class _Half(TransformedDistribution):
    """The absolute value of a symmetric distribution around 0."""
    support = constraints.nonnegative
    has_rsample = True
    arg_constraints = dict(scale=constraints.positive)
    base_class = Normal

    def __init__(self, scale, validate_args=None):
        super().__init__(self.base_class(0, scale, validate_args=False), AbsTransform())

    scale = property(lambda self: self.base_dist.scale)
    mode = property(lambda self: torch.zeros_like(self.scale))

    def _check_arguments(self):
        self.__dict__['scale'] = self.base_dist.scale
        try:
            Distribution._check_arguments(self)
        finally:
            del self.__dict__['scale']

    def log_prob(self, value):
        made = self.base_dist.log_prob(value) + math.log(2)
        return torch.where(value >= 0, made, -math.inf)

    def cdf(self, value):
        return 2 * self.base_dist.cdf(value) - 1

    def icdf(self, value):
        return self.base_dist.icdf((value + 1) / 2)

    def entropy(self):
        return self.base_dist.entropy() - math.log(2)


class HalfNormal(_Half):
    mean = property(lambda self: self.scale * math.sqrt(2 / math.pi))
    variance = property(lambda self: self.scale.pow(2) * (1 - 2 / math.pi))


class HalfCauchy(_Half):
    base_class = Cauchy
    mean = property(lambda self: torch.full(self._extended(), math.inf, dtype=self.scale.dtype))
    variance = property(lambda self: self.base_dist.variance)

    def log_prob(self, value):
        value = torch.as_tensor(value, dtype=self.scale.dtype)
        made = math.log(2 / math.pi) - self.scale.log() - (value / self.scale).pow(2).log1p()
        return torch.where(value >= 0, made, -math.inf)


class Pareto(TransformedDistribution):
    has_rsample = True
    arg_constraints = dict(alpha=constraints.positive, scale=constraints.positive)

    def __init__(self, scale, alpha, validate_args=None):
        self.scale, self.alpha = _broadcast(scale, alpha)
        super().__init__(Exponential(self.alpha, validate_args=False), [ExpTransform(), AffineTransform(0, self.scale)])

    @property
    def mean(self):
        a = self.alpha.clamp(min=1)
        return a * self.scale / (a - 1)

    mode = property(lambda self: self.scale)

    @property
    def variance(self):
        a = self.alpha.clamp(min=2)
        return self.scale.pow(2) * a / ((a - 1).pow(2) * (a - 2))

    support = property(lambda self: constraints.greater_than_eq(self.scale))

    def entropy(self):
        return (self.scale / self.alpha).log() + (1 + self.alpha.reciprocal())


class Weibull(TransformedDistribution):
    has_rsample, support = True, constraints.positive
    arg_constraints = dict(scale=constraints.positive, concentration=constraints.positive)

    def __init__(self, scale, concentration, validate_args=None):
        self.scale, self.concentration = _broadcast(scale, concentration)
        self.concentration_reciprocal = self.concentration.reciprocal()
        super().__init__(Exponential(torch.ones_like(self.scale)),
                         [PowerTransform(self.concentration_reciprocal), AffineTransform(0, self.scale)])

    mean = property(lambda self: self.scale * torch.exp(torch.lgamma(1 + self.concentration_reciprocal)))
    mode = property(lambda self: self.scale * ((self.concentration - 1) / self.concentration) ** self.concentration_reciprocal)

    @property
    def variance(self):
        inverse = self.concentration_reciprocal
        return self.scale.pow(2) * (torch.exp(torch.lgamma(1 + 2 * inverse)) - torch.exp(2 * torch.lgamma(1 + inverse)))

    def entropy(self):
        euler = 0.57721566490153286060
        return euler * (1 - self.concentration_reciprocal) + torch.log(self.scale * self.concentration_reciprocal) + 1


class Kumaraswamy(TransformedDistribution):
    has_rsample, support = True, constraints.unit_interval
    arg_constraints = dict(concentration1=constraints.positive, concentration0=constraints.positive)

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = _broadcast(concentration1, concentration0)
        base = Uniform(torch.full_like(self.concentration0, 0), torch.full_like(self.concentration0, 1), validate_args=False)
        super().__init__(base, [PowerTransform(self.concentration0.reciprocal()), AffineTransform(1.0, -1.0),
                                PowerTransform(self.concentration1.reciprocal())])

    def _moment(self, n):
        a, b = 1 + n / self.concentration1, self.concentration0
        return torch.exp(b.log() + torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b))

    mean = property(lambda self: self._moment(1))
    variance = property(lambda self: self._moment(2) - self.mean.pow(2))

    @property
    def mode(self):
        a, b = self.concentration1, self.concentration0
        # As torch has it, which takes logarithms of negative numbers where both are above 1.
        mode = torch.exp(b.reciprocal() * (-b).log1p() - (-b * a).log1p())
        mode[(b < 1) | (a < 1)] = math.nan
        return mode

    def entropy(self):
        a, b = self.concentration1, self.concentration0
        euler = 0.57721566490153286060
        harmonic = torch.digamma(b + 1) + euler
        return (1 - b.reciprocal()) + (1 - a.reciprocal()) * harmonic - torch.log(a) - torch.log(b)


class InverseGamma(TransformedDistribution):
    has_rsample, support = True, constraints.positive
    arg_constraints = dict(concentration=constraints.positive, rate=constraints.positive)

    def __init__(self, concentration, rate, validate_args=None):
        base = Gamma(concentration, rate)
        super().__init__(base, PowerTransform(-base.rate.new_ones(())))

    concentration = property(lambda self: self.base_dist.concentration)
    rate = property(lambda self: self.base_dist.rate)
    mode = property(lambda self: self.rate / (self.concentration + 1))

    @property
    def mean(self):
        made = self.rate / (self.concentration - 1)
        return torch.where(self.concentration > 1, made, math.inf)

    @property
    def variance(self):
        made = self.rate.square() / ((self.concentration - 1).square() * (self.concentration - 2))
        return torch.where(self.concentration > 2, made, math.inf)

    def entropy(self):
        return (self.concentration + self.rate.log() + self.concentration.lgamma()
                - (1 + self.concentration) * self.concentration.digamma())


class LogisticNormal(TransformedDistribution):
    has_rsample, support = True, constraints.simplex
    arg_constraints = dict(loc=constraints.real, scale=constraints.positive)

    def __init__(self, loc, scale, validate_args=None):
        base = Normal(loc, scale)
        if not base.batch_shape:
            base = base.expand([1])
        super().__init__(base, StickBreakingTransform())

    loc = property(lambda self: self.base_dist.base_dist.loc)
    scale = property(lambda self: self.base_dist.base_dist.scale)

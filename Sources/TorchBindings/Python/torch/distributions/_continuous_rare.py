"""Continuous distributions of one number in less frequent use."""
import math

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions._base import Distribution, _broadcast, _clamped, _Either
from torch.distributions._discrete import Bernoulli


class VonMises(Distribution):
    """Angles around a direction; drawn by Best's and Fisher's rejection from a wrapped Cauchy distribution."""
    support = constraints.real
    arg_constraints = dict(loc=constraints.real, concentration=constraints.positive)

    def __init__(self, loc, concentration, validate_args=None):
        self.loc, self.concentration = _broadcast(loc, concentration)
        super().__init__(self.loc.shape)

    mean = mode = property(lambda self: self.loc)

    @property
    def variance(self):
        k = self.concentration
        return 1 - torch.special.i1e(k) / torch.special.i0e(k)

    def log_prob(self, value):
        k = self.concentration
        return k * torch.cos(value - self.loc) - math.log(2 * math.pi) - (torch.special.i0e(k).log() + k)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            shape = self._extended(sample_shape)
            k = self.concentration.double()
            tau = 1 + (1 + 4 * k ** 2).sqrt()
            rho = (tau - (2 * tau).sqrt()) / (2 * k)
            r = torch.where(k < 1e-5, 1 / k + k, (1 + rho ** 2) / (2 * rho)).expand(shape)
            k, x, done = k.expand(shape), torch.empty(shape, dtype=torch.float64), torch.zeros(shape, dtype=torch.bool)
            while not done.all():
                u1, u2, u3 = torch.rand((3,) + tuple(shape), dtype=torch.float64).unbind()
                z = torch.cos(math.pi * u1)
                f = (1 + r * z) / (r + z)
                c = k * (r - f)
                accept = ((c * (2 - c) - u2) > 0) | ((c / u2).log() + 1 - c >= 0)
                x = torch.where(accept & ~done, (u3 - 0.5).sign() * f.acos(), x)
                done = done | accept
            return ((x + math.pi + self.loc.double()) % (2 * math.pi) - math.pi).to(self.loc.dtype)


class GeneralizedPareto(Distribution):
    has_rsample = True
    arg_constraints = dict(loc=constraints.real, scale=constraints.positive, concentration=constraints.real)

    def __init__(self, loc, scale, concentration, validate_args=None):
        self.loc, self.scale, self.concentration = _broadcast(loc, scale, concentration)
        super().__init__(self.loc.shape)

    def _is_exponential(self):
        return torch.isclose(self.concentration, torch.zeros(()).to(self.concentration))

    @property
    def support(self):
        upper = torch.where(self.concentration < 0, self.loc - self.scale / self.concentration, math.inf)
        return constraints.interval(self.loc, upper)

    @property
    def mean(self):
        c = self.concentration
        return torch.where(c < 1, self.loc + self.scale / (1 - c), math.inf)

    @property
    def variance(self):
        c = self.concentration
        made = self.scale.pow(2) / ((1 - c).pow(2) * (1 - 2 * c))
        return torch.where(c < 0.5, made, math.inf)

    mode = property(lambda self: self.loc)

    def rsample(self, sample_shape=torch.Size()):
        return self.icdf(torch.rand(self._extended(sample_shape), dtype=self.loc.dtype))

    def _log_survival(self, value):
        z = (value - self.loc) / self.scale
        flat = self._is_exponential()
        c = torch.where(flat, torch.ones_like(self.concentration), self.concentration)
        return torch.where(flat, -z, -torch.log1p(c * z) / c), z, flat, c

    def log_prob(self, value):
        _, z, flat, c = self._log_survival(value)
        return torch.where(flat, -z, -(1 + 1 / c) * torch.log1p(c * z)) - self.scale.log()

    def cdf(self, value):
        return 1 - torch.exp(self._log_survival(value)[0])

    def icdf(self, value):
        flat = self._is_exponential()
        c = torch.where(flat, torch.ones_like(self.concentration), self.concentration)
        log = torch.log1p(-value)
        return self.loc + self.scale * torch.where(flat, -log, torch.expm1(-c * log) / c)

    def entropy(self):
        return (torch.log(self.scale) + self.concentration + 1).expand(self._batch_shape)


class ContinuousBernoulli(_Either):
    has_rsample, support = True, constraints.unit_interval
    arg_constraints = dict(probs=constraints.unit_interval, logits=constraints.real)

    def __init__(self, probs=None, logits=None, lims=(0.499, 0.501), validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.probs, = _broadcast(probs)
            if validate_args is not False:
                self._check_arguments()
            self.probs = _clamped(self.probs)
        else:
            self.logits, = _broadcast(logits)
        self._lims = lims
        super().__init__(self._param.shape)

    _to_probs, _to_logits = staticmethod(Bernoulli._to_probs), staticmethod(Bernoulli._to_logits)

    def _outside(self):
        return (self.probs <= self._lims[0]) | (self.probs > self._lims[1])

    def _cut(self):
        return torch.where(self._outside(), self.probs, self._lims[0] * torch.ones_like(self.probs))

    def _log_norm(self):
        cut = self._cut()
        below = torch.where(cut <= 0.5, cut, torch.zeros_like(cut))
        above = torch.where(cut >= 0.5, cut, torch.ones_like(cut))
        exact = torch.log(torch.abs(torch.log1p(-cut) - torch.log(cut))) - torch.where(
            cut <= 0.5, torch.log1p(-2.0 * below), torch.log(2.0 * above - 1.0))
        x = (self.probs - 0.5).pow(2)
        return torch.where(self._outside(), exact, math.log(2.0) + (4.0 / 3.0 + 104.0 / 45.0 * x) * x)

    @property
    def mean(self):
        cut = self._cut()
        x = self.probs - 0.5
        exact = cut / (2.0 * cut - 1.0) + 1.0 / (torch.log1p(-cut) - torch.log(cut))
        return torch.where(self._outside(), exact, 0.5 + (1.0 / 3.0 + 16.0 / 45.0 * x.pow(2)) * x)

    @property
    def variance(self):
        cut = self._cut()
        x = (self.probs - 0.5).pow(2)
        exact = cut * (cut - 1.0) / (1.0 - 2.0 * cut).pow(2) + 1.0 / (torch.log1p(-cut) - torch.log(cut)).pow(2)
        return torch.where(self._outside(), exact, 1.0 / 12.0 - (1.0 / 15.0 - 128.0 / 945.0 * x) * x)

    @property
    def stddev(self):
        return torch.sqrt(self.variance)

    def rsample(self, sample_shape=torch.Size()):
        return self.icdf(torch.rand(self._extended(sample_shape), dtype=self.probs.dtype))

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction='none') + self._log_norm()

    def cdf(self, value):
        cut = self._cut()
        exact = (torch.pow(cut, value) * torch.pow(1.0 - cut, 1.0 - value) + cut - 1.0) / (2.0 * cut - 1.0)
        made = torch.where(self._outside(), exact, value)
        return torch.where(value <= 0.0, torch.zeros_like(made), torch.where(value >= 1.0, torch.ones_like(made), made))

    def icdf(self, value):
        cut = self._cut()
        exact = (torch.log1p(-cut + value * (2.0 * cut - 1.0)) - torch.log1p(-cut)) / (torch.log(cut) - torch.log1p(-cut))
        return torch.where(self._outside(), exact, value)

    def entropy(self):
        below, above = torch.log1p(-self.probs), torch.log(self.probs)
        return self.mean * (below - above) - self._log_norm() - below

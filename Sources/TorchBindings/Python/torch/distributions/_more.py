"""Distributions in less frequent use."""
import math

import torch
import torch.nn.functional as F
from torch._gamma import Beta, Chi2, Gamma
from torch.distributions import (Bernoulli, Categorical, Distribution, Exponential, Independent, MultivariateNormal, Normal,
                                 OneHotCategorical, OneHotCategoricalStraightThrough, Uniform, _broadcast, _clamped, _Either,
                                 _standard_gamma, _Triangular, constraints)
from torch.distributions.transforms import (AbsTransform, AffineTransform, ComposeTransform, ExpTransform, PowerTransform,
                                            SigmoidTransform, StickBreakingTransform, Transform, _sum_rightmost)

__all__ = ['TransformedDistribution', 'LogNormal', 'Cauchy', 'HalfCauchy', 'HalfNormal', 'Geometric', 'NegativeBinomial', 'Pareto', 'Weibull',
           'Kumaraswamy', 'ContinuousBernoulli', 'InverseGamma', 'FisherSnedecor', 'LogisticNormal', 'RelaxedBernoulli',
           'LogitRelaxedBernoulli', 'RelaxedOneHotCategorical', 'ExpRelaxedCategorical', 'VonMises', 'LKJCholesky', 'Wishart',
           'LowRankMultivariateNormal', 'GeneralizedPareto', 'ExponentialFamily']

_positive, _real = constraints.positive, constraints.real


class ExponentialFamily(Distribution):
    pass


class TransformedDistribution(Distribution):
    """A distribution whose values have gone through transforms."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        if isinstance(transforms, Transform):
            transforms = [transforms]
        elif not isinstance(transforms, list):
            raise ValueError(f'transforms must be a Transform or list, but was {transforms}')
        elif not all(isinstance(t, Transform) for t in transforms):
            raise ValueError('transforms must be a list of Transforms')
        self.transforms = list(transforms)
        base_shape = base_distribution.batch_shape + base_distribution.event_shape
        whole = ComposeTransform(self.transforms)
        if len(base_shape) < whole.domain.event_dim:
            raise ValueError('base_distribution needs to have shape with size at least '
                             f'{whole.domain.event_dim}, but got {base_shape}.')
        shape = torch.Size(whole.forward_shape(base_shape))
        expanded = torch.Size(whole.inverse_shape(shape))
        base_event = len(base_distribution.event_shape)
        if base_shape != expanded:
            base_distribution = base_distribution.expand(expanded[:len(expanded) - base_event])
        extra = whole.domain.event_dim - base_event
        if extra > 0:
            base_distribution = Independent(base_distribution, extra)
        self.base_dist = base_distribution
        events = max(whole.codomain.event_dim,
                     base_event + whole.codomain.event_dim - whole.domain.event_dim)
        cut = len(shape) - events
        super().__init__(shape[:cut], shape[cut:])

    has_rsample = property(lambda self: self.base_dist.has_rsample)

    @property
    def support(self):
        if not self.transforms:
            return self.base_dist.support
        support = self.transforms[-1].codomain
        extra = len(self._event_shape) - support.event_dim
        return constraints.independent(support, extra) if extra > 0 else support

    def _through(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self._through(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=torch.Size()):
        return self._through(self.base_dist.rsample(sample_shape))

    def log_prob(self, value):
        events, total, y = len(self._event_shape), 0.0, value
        for transform in reversed(self.transforms):
            x = transform.inv(y)
            events += transform.domain.event_dim - transform.codomain.event_dim
            total = total - _sum_rightmost(transform.log_abs_det_jacobian(x, y), events - transform.domain.event_dim)
            y = x
        return total + _sum_rightmost(self.base_dist.log_prob(y), events - len(self.base_dist.event_shape))

    def _monotone(self, value):
        sign = 1
        for transform in self.transforms:
            sign = sign * transform.sign
        if isinstance(sign, int) and sign == 1:
            return value
        return sign * (value - 0.5) + 0.5

    def cdf(self, value):
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        return self._monotone(self.base_dist.cdf(value))

    def icdf(self, value):
        return self._through(self.base_dist.icdf(self._monotone(value)))


class LogNormal(TransformedDistribution):
    has_rsample, support = True, _positive
    arg_constraints = dict(loc=_real, scale=_positive)

    def __init__(self, loc, scale, validate_args=None):
        super().__init__(Normal(loc, scale), ExpTransform())

    loc = property(lambda self: self.base_dist.loc)
    scale = property(lambda self: self.base_dist.scale)
    mean = property(lambda self: (self.loc + self.scale.pow(2) / 2).exp())
    mode = property(lambda self: (self.loc - self.scale.square()).exp())
    variance = property(lambda self: torch.expm1(self.scale.pow(2)) * (2 * self.loc + self.scale.pow(2)).exp())

    def entropy(self):
        return self.base_dist.entropy() + self.loc


class Cauchy(Distribution):
    has_rsample, support = True, _real
    arg_constraints = dict(loc=_real, scale=_positive)

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _broadcast(loc, scale)
        super().__init__(self.loc.shape)

    mean = property(lambda self: torch.full(self._extended(), math.nan, dtype=self.loc.dtype))
    mode = property(lambda self: self.loc)
    variance = property(lambda self: torch.full(self._extended(), math.inf, dtype=self.loc.dtype))

    def rsample(self, sample_shape=torch.Size()):
        return self.loc + self.loc.new_empty(self._extended(sample_shape)).cauchy_() * self.scale

    def log_prob(self, value):
        return -math.log(math.pi) - self.scale.log() - (((value - self.loc) / self.scale) ** 2).log1p()

    def cdf(self, value):
        return torch.atan((value - self.loc) / self.scale) / math.pi + 0.5

    def icdf(self, value):
        return torch.tan(math.pi * (value - 0.5)) * self.scale + self.loc

    def entropy(self):
        return math.log(4 * math.pi) + self.scale.log()


class _Half(TransformedDistribution):
    """The absolute value of a symmetric distribution around 0."""
    support = constraints.nonnegative
    has_rsample = True
    arg_constraints = dict(scale=_positive)
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


class Geometric(_Either):
    """Failures before the first success."""
    support = constraints.nonnegative_integer
    arg_constraints = dict(probs=constraints.unit_interval, logits=_real)

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.probs, = _broadcast(probs)
        else:
            self.logits, = _broadcast(logits)
        super().__init__(self._param.shape)

    def _check_arguments(self):
        super()._check_arguments()
        if self._given_probs and not (self.probs > 0).all():
            value = self.probs
            raise ValueError(f'Expected parameter probs ({type(value).__name__} of shape {tuple(value.shape)}) of distribution '
                             f'{self!r} to be positive but found invalid values:\n{value}')

    _to_probs, _to_logits = staticmethod(Bernoulli._to_probs), staticmethod(Bernoulli._to_logits)
    mean = property(lambda self: 1.0 / self.probs - 1.0)
    mode = property(lambda self: torch.zeros_like(self.probs))
    variance = property(lambda self: (1.0 / self.probs - 1.0) / self.probs)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            u = self.probs.new_empty(self._extended(sample_shape)).uniform_(torch.finfo(self.probs.dtype).tiny, 1)
            return (u.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value):
        value, probs = torch.broadcast_tensors(value, self.probs)
        probs = probs.clone()
        probs[(probs == 1) & (value == 0)] = 0
        return value * (-probs).log1p() + self.probs.log()

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none') / self.probs


class NegativeBinomial(_Either):
    """Successes before `total_count` failures."""
    support = constraints.nonnegative_integer
    arg_constraints = dict(total_count=constraints.greater_than_eq(0), probs=constraints.half_open_interval(0.0, 1.0),
                           logits=_real)

    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.total_count, self.probs = _broadcast(total_count, probs)
        else:
            self.total_count, self.logits = _broadcast(total_count, logits)
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


class Pareto(TransformedDistribution):
    has_rsample = True
    arg_constraints = dict(alpha=_positive, scale=_positive)

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
    has_rsample, support = True, _positive
    arg_constraints = dict(scale=_positive, concentration=_positive)

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
    arg_constraints = dict(concentration1=_positive, concentration0=_positive)

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
        mode = ((a - 1) / (a * b - 1)) ** a.reciprocal()
        mode[(b < 1) | (a < 1)] = math.nan
        return mode

    def entropy(self):
        a, b = self.concentration1, self.concentration0
        euler = 0.57721566490153286060
        harmonic = torch.digamma(b + 1) + euler
        return (1 - b.reciprocal()) + (1 - a.reciprocal()) * harmonic - torch.log(a) - torch.log(b)


class ContinuousBernoulli(_Either):
    has_rsample, support = True, constraints.unit_interval
    arg_constraints = dict(probs=constraints.unit_interval, logits=_real)

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


class InverseGamma(TransformedDistribution):
    has_rsample, support = True, _positive
    arg_constraints = dict(concentration=_positive, rate=_positive)

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


class FisherSnedecor(Distribution):
    has_rsample, support = True, _positive
    arg_constraints = dict(df1=_positive, df2=_positive)

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


class LogisticNormal(TransformedDistribution):
    has_rsample, support = True, constraints.simplex
    arg_constraints = dict(loc=_real, scale=_positive)

    def __init__(self, loc, scale, validate_args=None):
        base = Normal(loc, scale)
        if not base.batch_shape:
            base = base.expand([1])
        super().__init__(base, StickBreakingTransform())

    loc = property(lambda self: self.base_dist.base_dist.loc)
    scale = property(lambda self: self.base_dist.base_dist.scale)


class LogitRelaxedBernoulli(_Either):
    has_rsample, support = True, _real
    arg_constraints = dict(probs=constraints.unit_interval, logits=_real)

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self.temperature = temperature
        self._choose(probs, logits)
        if probs is not None:
            self.probs, = _broadcast(probs)
        else:
            self.logits, = _broadcast(logits)
        super().__init__(self._param.shape)

    _to_probs, _to_logits = staticmethod(Bernoulli._to_probs), staticmethod(Bernoulli._to_logits)

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        probs = _clamped(self.probs.expand(shape))
        u = _clamped(torch.rand(shape, dtype=probs.dtype))
        return (u.log() - (-u).log1p() + probs.log() - (-probs).log1p()) / self.temperature

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self.logits, value)
        gap = logits - value.mul(self.temperature)
        return self.temperature.log() + gap - 2 * gap.exp().log1p()


class RelaxedBernoulli(TransformedDistribution):
    has_rsample, support = True, constraints.unit_interval
    arg_constraints = dict(probs=constraints.unit_interval, logits=_real)

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        super().__init__(LogitRelaxedBernoulli(temperature, probs, logits), SigmoidTransform())

    temperature = property(lambda self: self.base_dist.temperature)
    logits = property(lambda self: self.base_dist.logits)
    probs = property(lambda self: self.base_dist.probs)


class ExpRelaxedCategorical(Distribution):
    has_rsample, support = True, constraints.real_vector
    arg_constraints = dict(probs=constraints.simplex, logits=constraints.real_vector)

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self._categorical, self.temperature = Categorical(probs, logits), temperature
        super().__init__(self._categorical.batch_shape, self._categorical._param.shape[-1:])

    logits = property(lambda self: self._categorical.logits)
    probs = property(lambda self: self._categorical.probs)

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        u = _clamped(torch.rand(shape, dtype=self.logits.dtype))
        scores = (self.logits - (-u.log()).log()) / self.temperature
        return scores - scores.logsumexp(dim=-1, keepdim=True)

    def log_prob(self, value):
        count = self._categorical._num_events
        logits, value = torch.broadcast_tensors(self.logits, value)
        scale = torch.full_like(self.temperature, float(count)).lgamma() - self.temperature.log().mul(-(count - 1))
        score = logits - value.mul(self.temperature)
        return (score - score.logsumexp(dim=-1, keepdim=True)).sum(-1) + scale


class RelaxedOneHotCategorical(TransformedDistribution):
    has_rsample, support = True, constraints.simplex
    arg_constraints = dict(probs=constraints.simplex, logits=constraints.real_vector)

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        super().__init__(ExpRelaxedCategorical(temperature, probs, logits), ExpTransform())

    temperature = property(lambda self: self.base_dist.temperature)
    logits = property(lambda self: self.base_dist.logits)
    probs = property(lambda self: self.base_dist.probs)


class VonMises(Distribution):
    """Angles around a direction; drawn by Best's and Fisher's rejection from a wrapped Cauchy distribution."""
    support = _real
    arg_constraints = dict(loc=_real, concentration=_positive)

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
    arg_constraints = dict(loc=_real, scale=_positive, concentration=_real)

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


class LowRankMultivariateNormal(Distribution):
    """A normal distribution whose covariance is `W W^T + diag(D)`."""
    has_rsample, support = True, constraints.real_vector
    arg_constraints = dict(loc=constraints.real_vector, cov_factor=constraints.independent(_real, 2),
                           cov_diag=constraints.independent(_positive, 1))

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
    support, arg_constraints = constraints.corr_cholesky, dict(concentration=_positive)

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

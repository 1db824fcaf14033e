"""Counts and choices."""
import math

import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions._counts import _binomial
from torch.distributions._base import _broadcast, _clamped, Distribution, _Either


class Bernoulli(_Either):
    support = constraints.boolean
    arg_constraints = dict(probs=constraints.unit_interval, logits=constraints.real)

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._choose_with(probs, logits)
        super().__init__(self._param.shape)

    _to_probs = staticmethod(torch.sigmoid)

    @staticmethod
    def _to_logits(probs):
        probs = _clamped(probs)
        return torch.log(probs) - torch.log1p(-probs)

    mean = property(lambda self: self.probs)
    variance = property(lambda self: self.probs * (1 - self.probs))

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return torch.bernoulli(self.probs.expand(self._extended(sample_shape)))

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction='none')

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')

    @property
    def mode(self):
        mode = (self.probs >= 0.5).to(self.probs)
        mode[self.probs == 0.5] = math.nan
        return mode

    has_enumerate_support = True

    def enumerate_support(self, expand=True):
        values = torch.arange(2, dtype=self._param.dtype).reshape((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values


class Categorical(_Either):
    support = constraints.dependent_property(lambda self: constraints.integer_interval(0, self._num_events - 1))
    arg_constraints = dict(probs=constraints.simplex, logits=constraints.real_vector)

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            if probs.dim() < 1:
                raise ValueError('`probs` parameter must be at least one-dimensional.')
            self.probs = probs / probs.sum(-1, keepdim=True)
        else:
            if logits.dim() < 1:
                raise ValueError('`logits` parameter must be at least one-dimensional.')
            self.logits = logits - logits.logsumexp(dim=-1, keepdim=True)
        self._num_events = self._param.shape[-1]
        super().__init__(self._param.shape[:-1])

    @staticmethod
    def _to_probs(logits):
        return F.softmax(logits, -1)

    @staticmethod
    def _to_logits(probs):
        return torch.log(_clamped(probs))

    mode = property(lambda self: self.probs.argmax(dim=-1))
    mean = property(lambda self: torch.full(self._extended(), float('nan'), dtype=self.probs.dtype))
    variance = mean

    def sample(self, sample_shape=torch.Size()):
        shape = torch.Size(sample_shape)
        flat = self.probs.reshape(-1, self._num_events)
        drawn = torch.multinomial(flat, shape.numel(), True).T
        return drawn.reshape(self._extended(shape))

    def log_prob(self, value):
        value = value.long().unsqueeze(-1)
        value, logits = torch.broadcast_tensors(value, self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        low = torch.finfo(self.logits.dtype).min
        return -(torch.clamp(self.logits, min=low) * self.probs).sum(-1)

    def enumerate_support(self, expand=True):
        values = torch.arange(self._num_events).reshape((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values


class OneHotCategorical(Distribution):
    support = constraints.one_hot
    arg_constraints = dict(probs=constraints.simplex, logits=constraints.real_vector)

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._categorical = Categorical(probs, logits)
        self._given_probs = probs is not None
        super().__init__(self._categorical.batch_shape, self._categorical._param.shape[-1:])

    probs = mean = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    variance = property(lambda self: self.probs * (1 - self.probs))

    def sample(self, sample_shape=torch.Size()):
        drawn = self._categorical.sample(sample_shape)
        return F.one_hot(drawn, self._categorical._num_events).to(self.probs.dtype)

    def log_prob(self, value):
        return self._categorical.log_prob(value.max(-1)[1])

    def entropy(self):
        return self._categorical.entropy()

    @property
    def mode(self):
        return F.one_hot(self.probs.argmax(-1), self._categorical._num_events).to(self.probs)

    has_enumerate_support = True

    def enumerate_support(self, expand=True):
        n = self._event_shape[0]
        values = torch.eye(n, dtype=self._categorical._param.dtype).view((n,) + (1,) * len(self._batch_shape) + (n,))
        return values.expand((n,) + tuple(self._batch_shape) + (n,)) if expand else values


class OneHotCategoricalStraightThrough(OneHotCategorical):
    has_rsample = True

    def rsample(self, sample_shape=torch.Size()):
        samples = self.sample(sample_shape)
        probs = self._categorical.probs
        return samples + (probs - probs.detach())


class Multinomial(Distribution):
    support = constraints.dependent_property(lambda self: constraints.multinomial(self.total_count))
    arg_constraints = dict(probs=constraints.simplex, logits=constraints.real_vector)

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self.total_count = total_count
        self._categorical = Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, self._categorical._param.shape[-1:])

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    mean = property(lambda self: self.probs * self.total_count)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    def entropy(self):
        n = torch.tensor(self.total_count)
        binomial = Binomial(self.total_count, self.probs)
        weights = torch.exp(binomial.log_prob(binomial.enumerate_support(False).reshape((-1,) + (1,) * self.probs.dim())[1:]))
        support = binomial.enumerate_support(expand=False)[1:]
        return (n * self._categorical.entropy() - torch.lgamma(n + 1)
                + (weights * torch.lgamma(support + 1)).sum((0, -1)))

    def sample(self, sample_shape=torch.Size()):
        drawn = self._categorical.sample(torch.Size((self.total_count,)) + torch.Size(sample_shape))
        drawn = drawn.permute(list(range(1, drawn.dim())) + [0])
        counts = torch.zeros(self._extended(sample_shape), dtype=torch.int64)
        return counts.scatter_add(-1, drawn, torch.ones_like(drawn)).to(self.probs.dtype)

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self.logits, value)
        start = torch.lgamma(value.sum(-1) + 1) - torch.lgamma(value + 1).sum(-1)
        return start + (logits.masked_fill((value == 0) & (logits == -float('inf')), 0) * value).sum(-1)


class Binomial(_Either):
    support = constraints.dependent_property(lambda self: constraints.integer_interval(0, self.total_count))
    arg_constraints = dict(total_count=constraints.nonnegative_integer, probs=constraints.unit_interval, logits=constraints.real)

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self.total_count, = self._choose_with(probs, logits, total_count)
        super().__init__(self._param.shape)

    _to_probs, _to_logits = staticmethod(Bernoulli._to_probs), staticmethod(Bernoulli._to_logits)
    mean = property(lambda self: self.total_count * self.probs)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    @property
    def mode(self):
        return ((self.total_count + 1) * self.probs).floor().clamp(max=self.total_count)

    has_enumerate_support = True

    def enumerate_support(self, expand=True):
        most = int(self.total_count.max())
        if self.total_count.min() != most:
            raise NotImplementedError('Inhomogeneous total count not supported by `enumerate_support`.')
        values = torch.arange(1 + most, dtype=self._param.dtype).reshape((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values

    def entropy(self):
        most = int(self.total_count.max())
        if self.total_count.min() != most:
            raise NotImplementedError('Inhomogeneous total count not supported by `entropy`.')
        log_prob = self.log_prob(self.enumerate_support(False))
        return -(torch.exp(log_prob) * log_prob).sum(0)

    def sample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        counts, probs = self.total_count.expand(shape), self.probs.expand(shape)
        drawn = [_binomial(n, p) for n, p in zip(counts.reshape(-1).tolist(), probs.reshape(-1).tolist())]
        return torch.tensor(drawn, dtype=self.probs.dtype).reshape(shape)

    def log_prob(self, value):
        n, p = self.total_count, _clamped(self.probs)
        ways = torch.lgamma(n + 1) - torch.lgamma(value + 1) - torch.lgamma(n - value + 1)
        return ways + value * p.log() + (n - value) * torch.log1p(-p)


class Poisson(Distribution):
    support = constraints.nonnegative_integer
    arg_constraints = dict(rate=constraints.nonnegative)

    def __init__(self, rate, validate_args=None):
        self.rate, = _broadcast(rate)
        super().__init__(self.rate.shape)

    mean = variance = property(lambda self: self.rate)
    mode = property(lambda self: self.rate.floor())

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return torch.poisson(self.rate.expand(self._extended(sample_shape)))

    def log_prob(self, value):
        rate, value = _broadcast(self.rate, value)
        return torch.xlogy(value, rate) - rate - torch.lgamma(value + 1)


class Geometric(_Either):
    """Failures before the first success."""
    support = constraints.nonnegative_integer
    arg_constraints = dict(probs=constraints.unit_interval, logits=constraints.real)

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._choose_with(probs, logits)
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

"""Probability distributions in common use: sampling in torch's order of random numbers, densities, divergences."""
import math
import torch
import torch.nn.functional as F
from torch.distributions import constraints


def _broadcast(*values):
    if any(not isinstance(v, (int, float, complex)) and not torch.is_tensor(v) for v in values):
        raise ValueError('Input arguments must all be instances of Number, torch.Tensor or objects implementing '
                         '__torch_function__.')
    like = next((v for v in values if torch.is_tensor(v)), None)
    dtype = torch.get_default_dtype() if like is None else like.dtype
    tensors = [v if torch.is_tensor(v) else torch.tensor(v, dtype=dtype) for v in values]
    return list(torch.broadcast_tensors(*tensors))


class _Checked(type):
    """Looks at the parameters of a distribution when it has been made."""

    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        chosen = kwargs.get('validate_args')
        made.__dict__['_validate_args'] = Distribution._validate_args if chosen is None else chosen
        if made.__dict__['_validate_args']:
            made._check_arguments()
        return made


def _checking(function):
    """A density that looks first whether the value lies in the support; inner calls do not."""
    def checked(self, value):
        d = self.__dict__
        if not d.get('_validate_args') or '_inside' in d:
            return function(self, value)
        self._validate_sample(value)
        d['_inside'] = True
        try:
            return function(self, value)
        finally:
            del d['_inside']
    checked.__name__, checked.__qualname__, checked.__doc__ = function.__name__, function.__qualname__, function.__doc__
    return checked


class Distribution(metaclass=_Checked):
    has_rsample = False
    has_enumerate_support = False
    _validate_args = True
    arg_constraints = {}

    def __init_subclass__(cls):
        for name in ('log_prob', 'cdf'):
            if name in cls.__dict__:
                setattr(cls, name, _checking(cls.__dict__[name]))

    @staticmethod
    def set_default_validate_args(value):
        if value not in (True, False):
            raise ValueError
        Distribution._validate_args = value

    def _check_arguments(self):
        for name, constraint in self.arg_constraints.items():
            if constraints.is_dependent(constraint) or name not in self.__dict__:
                continue
            value = self.__dict__[name]
            if not constraint.check(value).all():
                raise ValueError(f'Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of '
                                 f'distribution {self!r} to satisfy the constraint {constraint!r}, but found invalid '
                                 f'values:\n{value}')

    def _validate_sample(self, value):
        if not torch.is_tensor(value):
            raise ValueError('The value argument to log_prob must be a Tensor')
        start = value.dim() - len(self._event_shape)
        if value.shape[max(start, 0):] != self._event_shape:
            raise ValueError(f'The right-most size of value must match event_shape: {value.size()} vs {self._event_shape}.')
        whole = self._batch_shape + self._event_shape
        for i, j in zip(reversed(value.shape), reversed(whole)):
            if i != 1 and j != 1 and i != j:
                raise ValueError(f'Value is not broadcastable with batch_shape+event_shape: {value.size()} vs {whole}.')
        try:
            support = self.support
        except NotImplementedError:
            return
        if not support.check(value).all():
            raise ValueError(f'Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the '
                             f'support ({support!r}) of the distribution {self!r}, but found invalid values:\n{value}')

    def expand(self, batch_shape, _instance=None):
        """The distribution with its parameters expanded to a batch shape."""
        batch, own = torch.Size(batch_shape), self._batch_shape
        made = type(self).__new__(type(self))
        for key, value in self.__dict__.items():
            if torch.is_tensor(value) and value.shape[:len(own)] == own:
                value = value.expand(batch + value.shape[len(own):])
            elif isinstance(value, Distribution) and value.batch_shape[:len(own)] == own:
                value = value.expand(batch + value.batch_shape[len(own):])
            made.__dict__[key] = value
        made.__dict__['_batch_shape'] = batch
        return made

    @property
    def support(self):
        raise NotImplementedError

    @property
    def mean(self):
        raise NotImplementedError

    @property
    def variance(self):
        raise NotImplementedError

    @property
    def mode(self):
        raise NotImplementedError(f'{self.__class__} does not implement mode')

    def cdf(self, value):
        raise NotImplementedError

    def icdf(self, value):
        raise NotImplementedError

    def enumerate_support(self, expand=True):
        raise NotImplementedError

    def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
        self._batch_shape, self._event_shape = torch.Size(batch_shape), torch.Size(event_shape)

    @property
    def batch_shape(self):
        return self._batch_shape

    @property
    def event_shape(self):
        return self._event_shape

    def _extended(self, sample_shape=torch.Size()):
        return torch.Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        raise NotImplementedError

    def sample_n(self, n):
        return self.sample(torch.Size((n,)))

    def log_prob(self, value):
        raise NotImplementedError

    def entropy(self):
        raise NotImplementedError

    def perplexity(self):
        return torch.exp(self.entropy())

    @property
    def stddev(self):
        return self.variance.sqrt()

    def __repr__(self):
        names = [n for n in self.arg_constraints if n in self.__dict__]
        parts = [f'{n}: {self.__dict__[n] if self.__dict__[n].numel() == 1 else self.__dict__[n].size()}' for n in names]
        return type(self).__name__ + '(' + ', '.join(parts) + ')'


class Normal(Distribution):
    has_rsample = True

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _broadcast(loc, scale)
        super().__init__(self.loc.shape)

    mean = mode = property(lambda self: self.loc)
    stddev = property(lambda self: self.scale)
    variance = property(lambda self: self.scale.pow(2))

    def sample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        with torch.no_grad():
            return torch.normal(self.loc.expand(shape), self.scale.expand(shape))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        eps = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones(shape, dtype=self.loc.dtype))
        return self.loc + eps * self.scale

    def log_prob(self, value):
        return (-((value - self.loc) ** 2) / (2 * self.scale ** 2) - self.scale.log()
                - math.log(math.sqrt(2 * math.pi)))

    def cdf(self, value):
        return 0.5 * (1 + torch.erf((value - self.loc) * self.scale.reciprocal() / math.sqrt(2)))

    def icdf(self, value):
        return self.loc + self.scale * torch.erfinv(2 * value - 1) * math.sqrt(2)

    def entropy(self):
        return 0.5 + 0.5 * math.log(2 * math.pi) + torch.log(self.scale)


class Uniform(Distribution):
    has_rsample = True

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = _broadcast(low, high)
        super().__init__(self.low.shape)

    mean = property(lambda self: (self.high + self.low) / 2)
    stddev = property(lambda self: (self.high - self.low) / 12 ** 0.5)
    variance = property(lambda self: (self.high - self.low).pow(2) / 12)

    def rsample(self, sample_shape=torch.Size()):
        rand = torch.rand(self._extended(sample_shape), dtype=self.low.dtype)
        return self.low + rand * (self.high - self.low)

    def log_prob(self, value):
        inside = self.low.le(value).type_as(self.low) * self.high.gt(value).type_as(self.low)
        return torch.log(inside) - torch.log(self.high - self.low)

    def cdf(self, value):
        return ((value - self.low) / (self.high - self.low)).clamp(min=0, max=1)

    def icdf(self, value):
        return value * (self.high - self.low) + self.low

    @property
    def mode(self):
        return torch.full_like(self.high, math.nan)

    def entropy(self):
        return torch.log(self.high - self.low)


class Exponential(Distribution):
    has_rsample = True

    def __init__(self, rate, validate_args=None):
        self.rate, = _broadcast(rate)
        super().__init__(self.rate.shape)

    mean = stddev = property(lambda self: self.rate.reciprocal())
    variance = property(lambda self: self.rate.pow(-2))

    def rsample(self, sample_shape=torch.Size()):
        return self.rate.new_empty(self._extended(sample_shape)).exponential_() / self.rate

    def log_prob(self, value):
        return self.rate.log() - self.rate * value

    def cdf(self, value):
        return 1 - torch.exp(-self.rate * value)

    def icdf(self, value):
        return -torch.log1p(-value) / self.rate

    @property
    def mode(self):
        return torch.zeros_like(self.rate)

    def entropy(self):
        return 1.0 - torch.log(self.rate)


class Laplace(Distribution):
    has_rsample = True

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _broadcast(loc, scale)
        super().__init__(self.loc.shape)

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: 2 * self.scale.pow(2))
    stddev = property(lambda self: 2 ** 0.5 * self.scale)

    def rsample(self, sample_shape=torch.Size()):
        u = self.loc.new_empty(self._extended(sample_shape)).uniform_(torch.finfo(self.loc.dtype).eps - 1, 1)
        return self.loc - self.scale * u.sign() * torch.log1p(-u.abs())

    def log_prob(self, value):
        return -torch.log(2 * self.scale) - torch.abs(value - self.loc) / self.scale

    def cdf(self, value):
        return 0.5 - 0.5 * (value - self.loc).sign() * torch.expm1(-(value - self.loc).abs() / self.scale)

    def icdf(self, value):
        term = value - 0.5
        return self.loc - self.scale * term.sign() * torch.log1p(-2 * term.abs())

    def entropy(self):
        return 1 + torch.log(2 * self.scale)


class Gumbel(Distribution):
    has_rsample = True

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _broadcast(loc, scale)
        super().__init__(self.loc.shape)

    mean = property(lambda self: self.loc + self.scale * 0.57721566490153286060)
    variance = property(lambda self: (math.pi ** 2 / 6) * self.scale.pow(2))

    def rsample(self, sample_shape=torch.Size()):
        info = torch.finfo(self.loc.dtype)
        rand = torch.rand(self._extended(sample_shape), dtype=self.loc.dtype)
        u = info.tiny + rand * (1 - info.eps - info.tiny)
        return self.loc - self.scale * (-u.log()).log()

    def log_prob(self, value):
        y = (self.loc - value) / self.scale
        return (y - y.exp()) - self.scale.log()

    mode = property(lambda self: self.loc)

    def cdf(self, value):
        return torch.exp(-torch.exp((self.loc - value) / self.scale))

    def icdf(self, value):
        return self.loc - self.scale * torch.log(-torch.log(value))

    def entropy(self):
        return self.scale.log() + (1 + 0.57721566490153286060)


def _clamped(probs):
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


class _Either(Distribution):
    """Parameters as probabilities or as logits, whichever was given; the other on demand."""

    def _choose(self, probs, logits):
        if (probs is None) == (logits is None):
            raise ValueError('Either `probs` or `logits` must be specified, but not both.')
        self._given_probs = probs is not None

    def __getattr__(self, name):
        if name == 'probs' and 'logits' in self.__dict__:
            self.probs = self._to_probs(self.logits)
            return self.probs
        if name == 'logits' and 'probs' in self.__dict__:
            self.logits = self._to_logits(self.probs)
            return self.logits
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    @property
    def _param(self):
        return self.probs if self._given_probs else self.logits


class Bernoulli(_Either):
    def __init__(self, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.probs, = _broadcast(probs)
        else:
            self.logits, = _broadcast(logits)
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
    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self.total_count = total_count
        self._categorical = Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, self._categorical._param.shape[-1:])

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    mean = property(lambda self: self.probs * self.total_count)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

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
    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.total_count, self.probs = _broadcast(total_count, probs)
        else:
            self.total_count, self.logits = _broadcast(total_count, logits)
        super().__init__(self._param.shape)

    _to_probs, _to_logits = staticmethod(Bernoulli._to_probs), staticmethod(Bernoulli._to_logits)
    mean = property(lambda self: self.total_count * self.probs)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    def sample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        most = int(self.total_count.max())
        tries = torch.bernoulli(self.probs.expand((most,) + tuple(shape)))
        counted = torch.arange(most).reshape((-1,) + (1,) * len(shape)) < self.total_count
        return (tries * counted).sum(0)

    def log_prob(self, value):
        n, p = self.total_count, _clamped(self.probs)
        ways = torch.lgamma(n + 1) - torch.lgamma(value + 1) - torch.lgamma(n - value + 1)
        return ways + value * p.log() + (n - value) * torch.log1p(-p)


class Poisson(Distribution):
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


class Independent(Distribution):
    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        self.base_dist, self.reinterpreted_batch_ndims = base_distribution, reinterpreted_batch_ndims
        shape = tuple(base_distribution.batch_shape) + tuple(base_distribution.event_shape)
        cut = len(base_distribution.batch_shape) - reinterpreted_batch_ndims
        if cut < 0:
            raise ValueError('Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual '
                             f'{reinterpreted_batch_ndims} vs {len(base_distribution.batch_shape)}')
        super().__init__(shape[:cut], shape[cut:])

    mean = property(lambda self: self.base_dist.mean)
    variance = property(lambda self: self.base_dist.variance)
    mode = property(lambda self: self.base_dist.mode)
    has_rsample = property(lambda self: self.base_dist.has_rsample)

    @property
    def support(self):
        support = self.base_dist.support
        return constraints.independent(support, self.reinterpreted_batch_ndims) if self.reinterpreted_batch_ndims else support

    def sample(self, sample_shape=torch.Size()):
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        return self.base_dist.rsample(sample_shape)

    def _summed(self, value):
        return value.sum(tuple(range(-self.reinterpreted_batch_ndims, 0))) if self.reinterpreted_batch_ndims else value

    def log_prob(self, value):
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f'Independent({self.base_dist}, {self.reinterpreted_batch_ndims})'


class MixtureSameFamily(Distribution):
    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(' The Mixture distribution needs to be an  instance of torch.distributions.Categorical')
        if not isinstance(component_distribution, Distribution):
            raise ValueError('The Component distribution need to be an instance of torch.distributions.Distribution')
        self.mixture_distribution, self.component_distribution = mixture_distribution, component_distribution
        super().__init__(component_distribution.batch_shape[:-1], component_distribution.event_shape)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            place = len(sample_shape) + len(self._batch_shape)
            chosen = self.mixture_distribution.sample(sample_shape)
            drawn = self.component_distribution.sample(sample_shape)
            index = chosen.reshape(tuple(chosen.shape) + (1,) * (1 + len(self._event_shape)))
            index = index.expand(tuple(chosen.shape) + (1,) + tuple(self._event_shape))
            return drawn.gather(place, index).squeeze(place)

    def log_prob(self, value):
        value = value.unsqueeze(-1 - len(self._event_shape))
        parts = self.component_distribution.log_prob(value)
        return torch.logsumexp(parts + torch.log_softmax(self.mixture_distribution.logits, -1), -1)

    support = property(lambda self: constraints._MixtureSameFamilyConstraint(self.component_distribution.support))

    def _weights(self):
        probs = self.mixture_distribution.probs
        return probs.reshape(tuple(probs.shape) + (1,) * len(self._event_shape))

    @property
    def mean(self):
        return (self._weights() * self.component_distribution.mean).sum(-1 - len(self._event_shape))

    @property
    def variance(self):
        place, weights = -1 - len(self._event_shape), self._weights()
        within = (weights * self.component_distribution.variance).sum(place)
        mean = self.component_distribution.mean
        return within + (weights * (mean - self.mean.unsqueeze(place)).pow(2)).sum(place)

    def cdf(self, value):
        value = value.unsqueeze(-1 - len(self._event_shape))
        return (self.component_distribution.cdf(value) * self.mixture_distribution.probs).sum(-1)

    def __repr__(self):
        return f'MixtureSameFamily(\n  {self.mixture_distribution},\n  {self.component_distribution})'


def _property(function):
    return constraints.dependent_property(function)


_positive, _real = constraints.positive, constraints.real
for _cls, _support, _arguments in (
        (Normal, _real, dict(loc=_real, scale=_positive)),
        (Exponential, constraints.nonnegative, dict(rate=_positive)),
        (Laplace, _real, dict(loc=_real, scale=_positive)),
        (Gumbel, _real, dict(loc=_real, scale=_positive)),
        (Bernoulli, constraints.boolean, dict(probs=constraints.unit_interval, logits=_real)),
        (Categorical, _property(lambda self: constraints.integer_interval(0, self._num_events - 1)),
         dict(probs=constraints.simplex, logits=constraints.real_vector)),
        (OneHotCategorical, constraints.one_hot, dict(probs=constraints.simplex, logits=constraints.real_vector)),
        (Multinomial, _property(lambda self: constraints.multinomial(self.total_count)),
         dict(probs=constraints.simplex, logits=constraints.real_vector)),
        (Binomial, _property(lambda self: constraints.integer_interval(0, self.total_count)),
         dict(total_count=constraints.nonnegative_integer, probs=constraints.unit_interval, logits=_real)),
        (Poisson, constraints.nonnegative_integer, dict(rate=constraints.nonnegative)),
        (MultivariateNormal, constraints.real_vector,
         dict(loc=constraints.real_vector, covariance_matrix=constraints.positive_definite,
              precision_matrix=constraints.positive_definite, scale_tril=constraints.lower_cholesky))):
    _cls.support, _cls.arg_constraints = _support, _arguments
Uniform.support = _property(lambda self: constraints.interval(self.low, self.high))
Uniform.arg_constraints = property(lambda self: dict(low=constraints.less_than(self.high),
                                                     high=constraints.greater_than(self.low)))
Categorical.has_enumerate_support = True

from torch._gamma import Beta, Chi2, Dirichlet, Gamma, StudentT, _standard_gamma


def kl_divergence(p, q):
    if isinstance(p, Normal) and isinstance(q, Normal):
        ratio = (p.scale / q.scale).pow(2)
        gap = ((p.loc - q.loc) / q.scale).pow(2)
        return 0.5 * (ratio + gap - 1 - ratio.log())
    if isinstance(p, Categorical) and isinstance(q, Categorical):
        return (p.probs * (p.logits - q.logits)).sum(-1)
    if isinstance(p, Bernoulli) and isinstance(q, Bernoulli):
        one = p.probs * (F.softplus(-q.logits) - F.softplus(-p.logits))
        return one + (1 - p.probs) * (F.softplus(q.logits) - F.softplus(p.logits))
    if isinstance(p, Exponential) and isinstance(q, Exponential):
        ratio = q.rate / p.rate
        return -ratio.log() + ratio - 1
    if isinstance(p, Poisson) and isinstance(q, Poisson):
        return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)
    if isinstance(p, Uniform) and isinstance(q, Uniform):
        result = ((q.high - q.low) / (p.high - p.low)).log()
        return torch.where((q.low > p.low) | (q.high < p.high), torch.full_like(result, float('inf')), result)
    if isinstance(p, Independent) and isinstance(q, Independent):
        return p._summed(kl_divergence(p.base_dist, q.base_dist))
    if isinstance(p, MultivariateNormal) and isinstance(q, MultivariateNormal):
        half = (q._tril.diagonal(dim1=-2, dim2=-1).log() - p._tril.diagonal(dim1=-2, dim2=-1).log()).sum(-1)
        trace = torch.linalg.solve_triangular(q._tril, p._tril, upper=False).pow(2).sum((-2, -1))
        gap = torch.linalg.solve_triangular(q._tril, (q.loc - p.loc).unsqueeze(-1), upper=False).pow(2).sum((-2, -1))
        return half + 0.5 * (trace + gap - p.event_shape[0])
    if isinstance(p, Laplace) and isinstance(q, Laplace):
        ratio, gap = p.scale / q.scale, (p.loc - q.loc).abs()
        return -ratio.log() + gap / q.scale + ratio * torch.exp(-gap / p.scale) - 1
    if isinstance(p, Geometric) and isinstance(q, Geometric):
        return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits
    if isinstance(p, OneHotCategorical) and isinstance(q, OneHotCategorical):
        return kl_divergence(p._categorical, q._categorical)
    if isinstance(p, HalfNormal) and isinstance(q, HalfNormal):
        return kl_divergence(p.base_dist, q.base_dist)
    if not isinstance(p, Distribution) or not isinstance(q, Distribution):
        raise NotImplementedError(f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}')
    raise NotImplementedError(f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}')


from torch.distributions.transforms import *
from torch.distributions._more import *


def _parts():
    """The modules PyTorch keeps the classes in."""
    import sys
    here = sys.modules[__name__]
    for name, cls in (('normal', Normal), ('categorical', Categorical), ('bernoulli', Bernoulli), ('uniform', Uniform),
                      ('multinomial', Multinomial), ('binomial', Binomial), ('poisson', Poisson), ('gumbel', Gumbel),
                      ('exponential', Exponential), ('laplace', Laplace), ('independent', Independent),
                      ('multivariate_normal', MultivariateNormal), ('mixture_same_family', MixtureSameFamily),
                      ('one_hot_categorical', OneHotCategorical), ('log_normal', LogNormal), ('kl', None),
                      ('gamma', Gamma), ('beta', Beta), ('dirichlet', Dirichlet), ('chi2', Chi2), ('studentT', StudentT),
                      ('distribution', Distribution), ('cauchy', Cauchy), ('continuous_bernoulli', ContinuousBernoulli),
                      ('fishersnedecor', FisherSnedecor), ('geometric', Geometric), ('half_cauchy', HalfCauchy),
                      ('half_normal', HalfNormal), ('inverse_gamma', InverseGamma), ('kumaraswamy', Kumaraswamy),
                      ('generalized_pareto', GeneralizedPareto), ('lkj_cholesky', LKJCholesky),
                      ('logistic_normal', LogisticNormal), ('lowrank_multivariate_normal', LowRankMultivariateNormal),
                      ('negative_binomial', NegativeBinomial), ('pareto', Pareto), ('relaxed_bernoulli', RelaxedBernoulli),
                      ('relaxed_categorical', RelaxedOneHotCategorical), ('von_mises', VonMises), ('weibull', Weibull),
                      ('wishart', Wishart), ('transformed_distribution', TransformedDistribution)):
        part = type(sys)(f'torch.distributions.{name}')
        if cls is None:
            part.kl_divergence = kl_divergence
        else:
            setattr(part, cls.__name__, cls)
            cls.__module__ = part.__name__
        sys.modules[f'torch.distributions.{name}'] = part
        setattr(here, name, part)


_parts()

"""Probability distributions in common use: sampling in torch's order of random numbers, densities, divergences."""
import math
import torch
import torch.nn.functional as F


def _broadcast(*values):
    like = next((v for v in values if torch.is_tensor(v)), None)
    dtype = torch.get_default_dtype() if like is None else like.dtype
    tensors = [v if torch.is_tensor(v) else torch.tensor(v, dtype=dtype) for v in values]
    return list(torch.broadcast_tensors(*tensors))


class Distribution:
    has_rsample = False
    _validate_args = True

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
        names = [n for n in self.arg_names if n in self.__dict__]
        parts = [f'{n}: {self.__dict__[n] if self.__dict__[n].numel() == 1 else self.__dict__[n].size()}' for n in names]
        return type(self).__name__ + '(' + ', '.join(parts) + ')'


class Normal(Distribution):
    arg_names = ('loc', 'scale')
    has_rsample = True

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _broadcast(loc, scale)
        super().__init__(self.loc.shape)
        if validate_args is not False and not bool((self.scale > 0).all()):
            raise ValueError(f'Expected parameter scale (Tensor of shape {tuple(self.scale.shape)}) of distribution {self!r} '
                             'to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values:\n'
                             f'{self.scale}')

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


class LogNormal(Normal):
    mean = property(lambda self: (self.loc + self.scale.pow(2) / 2).exp())
    variance = property(lambda self: torch.expm1(self.scale.pow(2)) * (2 * self.loc + self.scale.pow(2)).exp())
    stddev = property(lambda self: self.variance.sqrt())

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        return super().rsample(sample_shape).exp()

    def log_prob(self, value):
        return super().log_prob(value.log()) - value.log()

    def entropy(self):
        return super().entropy() + self.loc


class Uniform(Distribution):
    arg_names = ('low', 'high')
    has_rsample = True

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = _broadcast(low, high)
        super().__init__(self.low.shape)
        if validate_args is not False and not bool((self.low < self.high).all()):
            raise ValueError('Uniform is not defined when low>= high')

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

    def entropy(self):
        return torch.log(self.high - self.low)


class Exponential(Distribution):
    arg_names = ('rate',)
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

    def entropy(self):
        return 1.0 - torch.log(self.rate)


class Laplace(Distribution):
    arg_names = ('loc', 'scale')
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

    def entropy(self):
        return 1 + torch.log(2 * self.scale)


class Gumbel(Distribution):
    arg_names = ('loc', 'scale')
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

    def __repr__(self):
        parts = [f'{name}: {value if value.numel() == 1 else value.size()}'
                 for name, value in (('probs', self.probs), ('logits', self.logits))]
        return type(self).__name__ + '(' + ', '.join(parts) + ')'


class Bernoulli(_Either):
    def __init__(self, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.probs, = _broadcast(probs)
        else:
            self.logits, = _broadcast(logits)
        super().__init__(self._param.shape)
        if probs is not None and validate_args is not False and not bool(((self.probs >= 0) & (self.probs <= 1)).all()):
            raise ValueError(f'Expected parameter probs (Tensor of shape {tuple(self.probs.shape)}) of distribution {self!r} '
                             'to satisfy the constraint Interval(lower_bound=0.0, upper_bound=1.0), but found invalid '
                             f'values:\n{self.probs}')

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

    def __repr__(self):
        return repr(self._categorical).replace('Categorical', 'OneHotCategorical', 1)


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

    def __repr__(self):
        return 'Multinomial()'


class Binomial(_Either):
    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self._choose(probs, logits)
        if probs is not None:
            self.total_count, self.probs = _broadcast(total_count, probs)
        else:
            self.total_count, self.logits = _broadcast(total_count, logits)
        super().__init__(self._param.shape)

    _to_probs, _to_logits = Bernoulli._to_probs, Bernoulli._to_logits
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
    arg_names = ('rate',)

    def __init__(self, rate, validate_args=None):
        self.rate, = _broadcast(rate)
        super().__init__(self.rate.shape)

    mean = variance = property(lambda self: self.rate)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return torch.poisson(self.rate.expand(self._extended(sample_shape)))

    def log_prob(self, value):
        rate, value = _broadcast(self.rate, value)
        return torch.xlogy(value, rate) - rate - torch.lgamma(value + 1)


class MultivariateNormal(Distribution):
    arg_names = ('loc', 'covariance_matrix', 'precision_matrix', 'scale_tril')
    has_rsample = True

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        if scale_tril is not None:
            self.scale_tril = self._tril = scale_tril
        elif covariance_matrix is not None:
            self.covariance_matrix = covariance_matrix
            self._tril = torch.linalg.cholesky(covariance_matrix)
        elif precision_matrix is not None:
            self.precision_matrix = precision_matrix
            self._tril = torch.linalg.cholesky(torch.linalg.inv(precision_matrix))
        else:
            raise ValueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.')
        batch = torch.broadcast_shapes(self._tril.shape[:-2], loc.shape[:-1])
        self.loc = loc.expand(tuple(batch) + tuple(loc.shape[-1:]))
        super().__init__(batch, loc.shape[-1:])

    mean = mode = property(lambda self: self.loc)

    def __getattr__(self, name):
        if name == 'covariance_matrix':
            return self._tril @ self._tril.mT
        if name == 'precision_matrix':
            return torch.linalg.inv(self._tril @ self._tril.mT)
        if name == 'scale_tril':
            return self._tril
        raise AttributeError(f"'MultivariateNormal' object has no attribute '{name}'")

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
        super().__init__(shape[:cut], shape[cut:])

    mean = property(lambda self: self.base_dist.mean)
    variance = property(lambda self: self.base_dist.variance)

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
    raise NotImplementedError(f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}')


def _parts():
    """The modules PyTorch keeps the classes in."""
    import sys
    here = sys.modules[__name__]
    here.__path__ = []
    for name, cls in (('normal', Normal), ('categorical', Categorical), ('bernoulli', Bernoulli), ('uniform', Uniform),
                      ('multinomial', Multinomial), ('binomial', Binomial), ('poisson', Poisson), ('gumbel', Gumbel),
                      ('exponential', Exponential), ('laplace', Laplace), ('independent', Independent),
                      ('multivariate_normal', MultivariateNormal), ('mixture_same_family', MixtureSameFamily),
                      ('one_hot_categorical', OneHotCategorical), ('log_normal', LogNormal), ('kl', None),
                      ('gamma', Gamma), ('beta', Beta), ('dirichlet', Dirichlet), ('chi2', Chi2), ('studentT', StudentT),
                      ('distribution', Distribution)):
        part = type(sys)(f'torch.distributions.{name}')
        if cls is None:
            part.kl_divergence = kl_divergence
        else:
            setattr(part, cls.__name__, cls)
        sys.modules[f'torch.distributions.{name}'] = part
        setattr(here, name, part)


_parts()

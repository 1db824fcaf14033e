"""What every distribution is built on."""
import torch
from torch.distributions import constraints


def _broadcast(*values):
    if any(not isinstance(v, (int, float, complex)) and not torch.is_tensor(v) for v in values):
        raise ValueError('Input arguments must all be instances of Number, torch.Tensor or objects implementing '
                         '__torch_function__.')
    like = next((v for v in values if torch.is_tensor(v)), None)
    dtype = torch.get_default_dtype() if like is None else like.dtype
    tensors = [v if torch.is_tensor(v) else torch.tensor(v, dtype=dtype) for v in values]
    return list(torch.broadcast_tensors(*tensors))


def _clamped(probs):
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


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


class ExponentialFamily(Distribution):
    pass


class _Either(Distribution):
    """Parameters as probabilities or as logits, whichever was given; the other on demand."""

    def _choose(self, probs, logits):
        if (probs is None) == (logits is None):
            raise ValueError('Either `probs` or `logits` must be specified, but not both.')
        self._given_probs = probs is not None

    def _choose_with(self, probs, logits, *others):
        """The same with the parameter as large as the `others`; returns those as large as it."""
        self._choose(probs, logits)
        *others, param = _broadcast(*others, probs if self._given_probs else logits)
        setattr(self, 'probs' if self._given_probs else 'logits', param)
        return others

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

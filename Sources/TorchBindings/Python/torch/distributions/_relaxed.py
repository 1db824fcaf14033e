"""Choices made smooth."""
import torch
from torch.distributions import constraints
from torch.distributions._base import _clamped, Distribution, _Either
from torch.distributions._discrete import Bernoulli, Categorical
from torch.distributions._combined import TransformedDistribution
from torch.distributions.transforms import ExpTransform, SigmoidTransform


class LogitRelaxedBernoulli(_Either):
    has_rsample, support = True, constraints.real
    arg_constraints = dict(probs=constraints.unit_interval, logits=constraints.real)

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self.temperature = temperature
        self._choose_with(probs, logits)
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
    arg_constraints = dict(probs=constraints.unit_interval, logits=constraints.real)

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

"""Divergences between distributions: a table of pairs, to which programs may add theirs."""
import math

import torch
import torch.nn.functional as F
from torch.distributions._base import Distribution
from torch.distributions._combined import Independent, TransformedDistribution
from torch.distributions._continuous import Cauchy, Exponential, Gumbel, Laplace, Normal, Uniform
from torch.distributions._continuous_rare import ContinuousBernoulli
from torch.distributions._discrete import Bernoulli, Binomial, Categorical, Geometric, OneHotCategorical, Poisson
from torch.distributions._gammas import Beta, Dirichlet, Gamma
from torch.distributions._transformed import HalfNormal, Pareto
from torch.distributions._multivariate import LowRankMultivariateNormal, MultivariateNormal

__all__ = ['kl_divergence', 'register_kl']

_table = {}
_EULER = 0.57721566490153286060


def register_kl(type_p, type_q):
    """A decorator: the divergence of distributions of these two types."""
    for kind, name in ((type_p, 'type_p'), (type_q, 'type_q')):
        if not isinstance(kind, type) or not issubclass(kind, Distribution):
            raise TypeError(f'Expected {name} to be a Distribution subclass but got {kind}')

    def add(function):
        _table[type_p, type_q] = function
        return function
    return add


def _found(kind_p, kind_q):
    """The function for the types nearest to these."""
    fits = [(p, q) for p, q in _table if issubclass(kind_p, p) and issubclass(kind_q, q)]
    if not fits:
        return None

    def distance(pair):
        return kind_p.__mro__.index(pair[0]), kind_q.__mro__.index(pair[1])
    return _table[min(fits, key=distance)]


def kl_divergence(p, q):
    """How far q is from p."""
    function = _found(type(p), type(q))
    if function is None:
        raise NotImplementedError(f'No KL(p || q) is implemented for p type {p.__class__.__name__} and q type '
                                  f'{q.__class__.__name__}')
    return function(p, q)


def _endless(shape_of):
    return torch.full_like(shape_of, math.inf)


def _half_log_det(tril):
    return tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)


# MARK: The same kind


@register_kl(Normal, Normal)
def _normal_normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    gap = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + gap - 1 - ratio.log())


@register_kl(Bernoulli, Bernoulli)
def _bernoulli_bernoulli(p, q):
    one = p.probs * (F.softplus(-q.logits) - F.softplus(-p.logits))
    one = torch.where(q.probs == 0, math.inf, one).masked_fill(p.probs == 0, 0)
    zero = (1 - p.probs) * (F.softplus(q.logits) - F.softplus(p.logits))
    zero = torch.where(q.probs == 1, math.inf, zero).masked_fill(p.probs == 1, 0)
    return one + zero


@register_kl(Binomial, Binomial)
def _binomial_binomial(p, q):
    if (p.total_count < q.total_count).any():
        raise NotImplementedError('KL between Binomials where q.total_count > p.total_count is not implemented')
    made = p.total_count * (p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p())
    return torch.where(p.total_count > q.total_count, math.inf, made)


@register_kl(Categorical, Categorical)
def _categorical_categorical(p, q):
    t = p.probs * (p.logits - q.logits)
    t = torch.where((q.probs == 0).expand_as(t), math.inf, t)
    return t.masked_fill((p.probs == 0).expand_as(t), 0).sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hot_one_hot(p, q):
    return _categorical_categorical(p._categorical, q._categorical)


@register_kl(Exponential, Exponential)
def _exponential_exponential(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Poisson, Poisson)
def _poisson_poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Geometric, Geometric)
def _geometric_geometric(p, q):
    return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits


@register_kl(Laplace, Laplace)
def _laplace_laplace(p, q):
    ratio, gap = p.scale / q.scale, (p.loc - q.loc).abs()
    return -ratio.log() + gap / q.scale + ratio * torch.exp(-gap / p.scale) - 1


@register_kl(Uniform, Uniform)
def _uniform_uniform(p, q):
    made = ((q.high - q.low) / (p.high - p.low)).log()
    return torch.where((q.low > p.low) | (q.high < p.high), math.inf, made)


@register_kl(Gamma, Gamma)
def _gamma_gamma(p, q):
    return (q.concentration * (p.rate / q.rate).log() + torch.lgamma(q.concentration) - torch.lgamma(p.concentration)
            + (p.concentration - q.concentration) * torch.digamma(p.concentration)
            + (q.rate - p.rate) * (p.concentration / p.rate))


@register_kl(Beta, Beta)
def _beta_beta(p, q):
    a, b, c, d = p.concentration1, p.concentration0, q.concentration1, q.concentration0
    start = (torch.lgamma(c) + torch.lgamma(d) + torch.lgamma(a + b)) - (torch.lgamma(a) + torch.lgamma(b) + torch.lgamma(c + d))
    return (start + (a - c) * torch.digamma(a) + (b - d) * torch.digamma(b)
            + (c + d - a - b) * torch.digamma(a + b))


@register_kl(Dirichlet, Dirichlet)
def _dirichlet_dirichlet(p, q):
    a, b = p.concentration, q.concentration
    total = a.sum(-1)
    start = torch.lgamma(total) - torch.lgamma(b.sum(-1)) - (torch.lgamma(a) - torch.lgamma(b)).sum(-1)
    return start + ((a - b) * (torch.digamma(a) - torch.digamma(total).unsqueeze(-1))).sum(-1)


@register_kl(Gumbel, Gumbel)
def _gumbel_gumbel(p, q):
    ratio, a, b = p.scale / q.scale, q.loc / q.scale, p.loc / q.scale
    return (-ratio.log() - a + b + ratio * _EULER + torch.exp(a + (1 + ratio).lgamma() - b) - (1 + _EULER))


@register_kl(Cauchy, Cauchy)
def _cauchy_cauchy(p, q):
    return (((p.scale + q.scale).pow(2) + (p.loc - q.loc).pow(2)).log() - (4 * p.scale * q.scale).log())


@register_kl(HalfNormal, HalfNormal)
def _half_half(p, q):
    return _normal_normal(p.base_dist, q.base_dist)


@register_kl(Pareto, Pareto)
def _pareto_pareto(p, q):
    ratio = p.scale / q.scale
    share = q.alpha / p.alpha
    made = q.alpha * ratio.log() - share.log() + share - 1
    return torch.where(p.scale < q.scale, math.inf, made)


@register_kl(ContinuousBernoulli, ContinuousBernoulli)
def _continuous_continuous(p, q):
    return (p.mean * (p.logits - q.logits) + p._log_norm() + torch.log1p(-p.probs)
            - q._log_norm() - torch.log1p(-q.probs))


@register_kl(MultivariateNormal, MultivariateNormal)
def _vector_vector(p, q):
    if p.event_shape != q.event_shape:
        raise ValueError('KL-divergence between two Multivariate Normals with different event shapes cannot be computed')
    trace = torch.linalg.solve_triangular(q._tril, p._tril, upper=False).pow(2).sum((-2, -1))
    gap = torch.linalg.solve_triangular(q._tril, (q.loc - p.loc).unsqueeze(-1), upper=False).pow(2).sum((-2, -1))
    return _half_log_det(q._tril) - _half_log_det(p._tril) + 0.5 * (trace + gap - p.event_shape[0])


@register_kl(LowRankMultivariateNormal, LowRankMultivariateNormal)
def _low_low(p, q):
    return _vector_vector(p._whole(), q._whole())


@register_kl(MultivariateNormal, LowRankMultivariateNormal)
def _vector_low(p, q):
    return _vector_vector(p, q._whole())


@register_kl(LowRankMultivariateNormal, MultivariateNormal)
def _low_vector(p, q):
    return _vector_vector(p._whole(), q)


@register_kl(Independent, Independent)
def _independent_independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return p._summed(kl_divergence(p.base_dist, q.base_dist))


@register_kl(TransformedDistribution, TransformedDistribution)
def _transformed_transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    made = kl_divergence(p.base_dist, q.base_dist)
    extra = len(p.event_shape) - len(p.base_dist.event_shape)
    return made.sum(tuple(range(-extra, 0))) if extra > 0 else made


import torch.distributions._kl_mixed

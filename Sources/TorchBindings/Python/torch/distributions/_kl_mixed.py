"""Divergences between distributions of different kinds."""
import math

import torch
from torch.distributions._continuous import Exponential, Gumbel, Laplace, Normal, Uniform
from torch.distributions._continuous_rare import ContinuousBernoulli
from torch.distributions._discrete import Bernoulli, Binomial, Poisson
from torch.distributions._gammas import Beta, Gamma
from torch.distributions._transformed import Pareto
from torch.distributions.kl import _EULER, _table, register_kl


@register_kl(Normal, Laplace)
def _normal_laplace(p, q):
    gap = p.loc - q.loc
    spread = p.scale / q.scale
    inner = gap / p.scale
    near = math.sqrt(2 / math.pi) * p.scale * torch.exp(-0.5 * inner.pow(2))
    far = gap * torch.erf(math.sqrt(0.5) * inner)
    return -spread.log() + (near + far) / q.scale - (0.5 + 0.5 * math.log(0.5 * math.pi))


@register_kl(Normal, Gumbel)
def _normal_gumbel(p, q):
    mean, spread, top = p.loc / q.scale, p.scale / q.scale, q.loc / q.scale
    return mean - top + torch.exp(-mean + 0.5 * spread.pow(2) + top) - spread.log() - 0.5 * (1 + math.log(2 * math.pi))


@register_kl(Laplace, Normal)
def _laplace_normal(p, q):
    square = q.scale.pow(2)
    ratio = p.scale.pow(2) / square
    return (-0.5 * torch.log(2 * ratio) + ratio + 0.5 * p.loc.pow(2) / square - p.loc * q.loc / square
            + 0.5 * q.loc.pow(2) / square - 1 + 0.5 * math.log(math.pi))


@register_kl(Exponential, Gamma)
def _exponential_gamma(p, q):
    ratio = q.rate / p.rate
    return (-q.concentration * torch.log(ratio) + ratio + torch.lgamma(q.concentration) + q.concentration * _EULER
            - (1 + _EULER))


@register_kl(Gamma, Exponential)
def _gamma_exponential(p, q):
    return -p.entropy() - q.rate.log() + q.rate * p.concentration / p.rate


@register_kl(Exponential, Normal)
def _exponential_normal(p, q):
    square, rate2 = q.scale.pow(2), p.rate.pow(2)
    return (0.5 * torch.log(rate2 * square * 2 * math.pi) - 1 + rate2.reciprocal() / square - q.loc / p.rate / square
            + 0.5 * q.loc.pow(2) / square)


@register_kl(Exponential, Gumbel)
def _exponential_gumbel(p, q):
    product, top = p.rate * q.scale, q.loc / q.scale
    return product.log() - 1 + product.reciprocal() - top + torch.exp(top) * (product / (product + 1))


@register_kl(Beta, Normal)
def _beta_normal(p, q):
    mean, square = p.mean, q.scale.pow(2)
    return (-p.entropy() + 0.5 * torch.log(square * 2 * math.pi)
            + (p.variance * 0.5 + (mean - q.loc).pow(2) * 0.5) / square)


@register_kl(Gamma, Normal)
def _gamma_normal(p, q):
    mean, square = p.concentration / p.rate, q.scale.pow(2)
    return (-p.entropy() + 0.5 * torch.log(square * 2 * math.pi)
            + 0.5 * (p.concentration / p.rate.pow(2) + (mean - q.loc).pow(2)) / square)


@register_kl(Uniform, Normal)
def _uniform_normal(p, q):
    width = p.high - p.low
    return (torch.log(math.sqrt(2 * math.pi) * q.scale / width)
            + (width.pow(2) / 12 + ((p.high + p.low - 2 * q.loc) / 2).pow(2)) / (2 * q.scale.pow(2)))


@register_kl(Uniform, Exponential)
def _uniform_exponential(p, q):
    made = q.rate * (p.high + p.low) / 2 - ((p.high - p.low) * q.rate).log()
    return torch.where(p.low < 0, math.inf, made)


@register_kl(Uniform, Gamma)
def _uniform_gamma(p, q):
    width = p.high - p.low
    mean_log = (torch.xlogy(p.high, p.high) - torch.xlogy(p.low, p.low) - width) / width
    made = (-torch.log(width) + torch.lgamma(q.concentration) - q.concentration * q.rate.log()
            + (1 - q.concentration) * mean_log + q.rate * (p.high + p.low) / 2)
    return torch.where(p.low < 0, math.inf, made)


@register_kl(Uniform, Pareto)
def _uniform_pareto(p, q):
    width = p.high - p.low
    mean_log = (torch.xlogy(p.high, p.high) - torch.xlogy(p.low, p.low) - width) / width
    made = mean_log * (q.alpha + 1) - (q.alpha * q.scale.pow(q.alpha) * width).log()
    return torch.where(p.low < q.scale, math.inf, made)


@register_kl(Bernoulli, Poisson)
def _bernoulli_poisson(p, q):
    return -p.entropy() - (p.probs * q.rate.log() - q.rate)


# MARK: From what p says about the mean of q's log-density


@register_kl(Gumbel, Normal)
def _gumbel_normal(p, q):
    ratio = p.scale / q.scale
    gap = (p.loc + p.scale * _EULER - q.loc) / q.scale
    return -ratio.log() + 0.5 * ((math.pi * ratio * 0.5).pow(2) * (2 / 3) + gap.pow(2)) + 0.5 * math.log(2 * math.pi) - (_EULER + 1)


@register_kl(Gamma, Gumbel)
def _gamma_gumbel(p, q):
    product, top = p.rate * q.scale, q.loc / q.scale
    rest = p.concentration / product - top
    rest = rest + torch.exp(top) * (1 + product.reciprocal()).pow(-p.concentration)
    return -p.entropy() + q.scale.log() + rest


@register_kl(Uniform, Gumbel)
def _uniform_gumbel(p, q):
    product = q.scale / (p.high - p.low)
    low, high = (q.loc - p.high) / q.scale, (q.loc - p.low) / q.scale
    return product.log() + 0.5 * (-low - high) + product * (torch.exp(high) - torch.exp(low))


@register_kl(Uniform, Beta)
def _uniform_beta(p, q):
    width = p.high - p.low

    def mean_log(low, high):
        return (torch.xlogy(high, high) - torch.xlogy(low, low) - width) / width
    a, b = q.concentration1, q.concentration0
    made = (-torch.log(width) - (a - 1) * mean_log(p.low, p.high) - (b - 1) * mean_log(1 - p.high, 1 - p.low)
            + torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b))
    return torch.where((p.high > 1) | (p.low < 0), math.inf, made)


def _tilt(q, mean):
    """The mean of the log-density of a continuous Bernoulli distribution at numbers of a mean."""
    return mean * q.logits + torch.log1p(-q.probs) + q._log_norm()


@register_kl(Uniform, ContinuousBernoulli)
def _uniform_continuous(p, q):
    made = -p.entropy() - _tilt(q, p.mean)
    return torch.where((p.high > 1) | (p.low < 0), math.inf, made)


@register_kl(Beta, ContinuousBernoulli)
def _beta_continuous(p, q):
    return -p.entropy() - _tilt(q, p.mean)


@register_kl(Beta, Exponential)
def _beta_exponential(p, q):
    return -p.entropy() - q.rate.log() + q.rate * p.mean


@register_kl(Beta, Gamma)
def _beta_gamma(p, q):
    mean_log = p.concentration1.digamma() - (p.concentration1 + p.concentration0).digamma()
    return (-p.entropy() + q.concentration.lgamma() - q.concentration * q.rate.log() - (q.concentration - 1) * mean_log
            + q.rate * p.mean)


@register_kl(Beta, Uniform)
def _beta_uniform(p, q):
    made = -p.entropy() + (q.high - q.low).log()
    return torch.where((q.low > 0) | (q.high < 1), math.inf, made)


@register_kl(Pareto, Exponential)
def _pareto_exponential(p, q):
    product = p.scale * q.rate
    made = (p.alpha / product).log() - p.alpha.reciprocal() + p.alpha * product / (p.alpha - 1) - 1
    return torch.where(p.alpha <= 1, math.inf, made)


@register_kl(Pareto, Gamma)
def _pareto_gamma(p, q):
    top = p.scale.log() + p.alpha.reciprocal()
    made = (p.alpha.log() - p.scale.log() + q.concentration.lgamma() - q.concentration * q.rate.log()
            - p.alpha.reciprocal() - 1 + (1 - q.concentration) * top + q.rate * p.alpha * p.scale / (p.alpha - 1))
    return torch.where(p.alpha <= 1, math.inf, made)


@register_kl(Pareto, Normal)
def _pareto_normal(p, q):
    square, over = 2 * q.scale.pow(2), p.alpha - 1
    mean = p.alpha * p.scale / over
    made = ((math.sqrt(2 * math.pi) * q.scale * p.alpha / p.scale).log() - p.alpha.reciprocal() - 1
            + (p.alpha * p.scale.pow(2) / (over.pow(2) * (p.alpha - 2)) + (mean - q.loc).pow(2)) / square)
    return torch.where(p.alpha <= 2, math.inf, made)


@register_kl(ContinuousBernoulli, Normal)
def _continuous_normal(p, q):
    return (-p.entropy() + 0.5 * (math.log(2 * math.pi) + q.scale.pow(2).log())
            + 0.5 * (p.variance + (p.mean - q.loc).pow(2)) / q.scale.pow(2))


@register_kl(ContinuousBernoulli, Exponential)
def _continuous_exponential(p, q):
    return -p.entropy() - q.rate.log() + q.rate * p.mean


@register_kl(ContinuousBernoulli, Uniform)
def _continuous_uniform(p, q):
    made = -p.entropy() + (q.high - q.low).log()
    return torch.where((q.low >= 0) | (q.high <= 1), math.inf, made)


def _never(kind_p, kinds):
    """The support of these is not within that of those."""
    for kind_q in kinds:
        _table[kind_p, kind_q] = lambda p, q: torch.full(
            torch.broadcast_shapes(p.batch_shape, q.batch_shape), math.inf)


_positive_only = (Beta, ContinuousBernoulli, Pareto, Uniform)
_never(Normal, _positive_only + (Exponential, Gamma))
_never(Laplace, _positive_only + (Exponential, Gamma))
_never(Gumbel, _positive_only + (Exponential, Gamma))
_never(Exponential, _positive_only)
_never(Gamma, _positive_only)
_never(Pareto, (Beta, ContinuousBernoulli, Uniform))
_never(Beta, (Pareto,))
_never(ContinuousBernoulli, (Pareto,))
_never(Poisson, (Bernoulli, Binomial))

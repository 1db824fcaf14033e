"""How gamma and Dirichlet numbers are drawn, and how they change with their parameters."""
import math

import torch


def _normal():
    return torch.empty(1, dtype=torch.float64).normal_().item()


def _uniform():
    return torch.rand(1, dtype=torch.float64).item()


def _draw(alpha):
    """Marsaglia's and Tsang's rejection from a transformed normal number; below 1 by way of alpha + 1."""
    if alpha == 0:
        return 0.0
    scale = 1.0
    if alpha < 1:
        scale = (1 - _uniform()) ** (1 / alpha)
        alpha += 1
    d = alpha - 1 / 3
    c = 1 / math.sqrt(9 * d)
    while True:
        x = _normal()
        y = 1 + c * x
        if y <= 0:
            continue
        v, u, square = y * y * y, 1 - _uniform(), x * x
        if u < 1 - 0.0331 * square * square or math.log(u) < 0.5 * square + d * (1 - v + math.log(v)):
            return scale * d * v


class _StandardGamma(torch.autograd.Function):
    """Gamma numbers of rate 1; what the concentration changes in one goes along the distribution function."""

    @staticmethod
    def forward(ctx, concentration):
        flat = concentration.detach().reshape(-1).tolist()
        made = torch.tensor([_draw(a) for a in flat], dtype=concentration.dtype).reshape(concentration.shape)
        ctx.save_for_backward(concentration, made)
        return made

    @staticmethod
    def backward(ctx, grad):
        a, x = (t.double() for t in ctx.saved_tensors)
        x = x.clamp(min=1e-290)
        step = 1e-5 * a.clamp(max=1.0)
        change = (torch.special.gammainc(a + step, x) - torch.special.gammainc(a - step, x)) / (2 * step)
        density = torch.exp((a - 1) * x.log() - x - torch.lgamma(a))
        return grad * (-change / density).to(grad.dtype)


def _standard_gamma(concentration):
    return _StandardGamma.apply(concentration)


def _beta_share(a, b, x):
    """The distribution function of a beta distribution, by the continued fraction of Lentz."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    f, c, d = 1.0, 1.0, 0.0
    for i in range(400):
        m = i // 2
        if i == 0:
            term = 1.0
        elif i % 2 == 0:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / ((1 + term * d) or 1e-300)
        c = (1 + term / c) or 1e-300
        f *= c * d
        if abs(1 - c * d) < 1e-14:
            break
    return front * (f - 1)


def _beta_slope(a, b, x):
    """How a number of a beta distribution changes with its first parameter."""
    step = 1e-5 * min(a, 1.0)
    change = (_beta_share(a + step, b, x) - _beta_share(a - step, b, x)) / (2 * step)
    density = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + (a - 1) * math.log(x)
                       + (b - 1) * math.log1p(-x))
    return -change / density


class _DirichletNumbers(torch.autograd.Function):
    """Shares of gamma numbers; each follows a beta distribution of its own concentration and the others' sum."""

    @staticmethod
    def forward(ctx, concentration):
        drawn = _standard_gamma(concentration.detach().double())
        made = (drawn / drawn.sum(-1, True)).to(concentration.dtype)
        ctx.save_for_backward(concentration, made)
        return made

    @staticmethod
    def backward(ctx, grad):
        concentration, x = (t.double() for t in ctx.saved_tensors)
        others = concentration.sum(-1, True) - concentration
        inside = x.clamp(1e-15, 1 - 1e-15)
        slopes = [_beta_slope(a, b, v) / (1 - v) for a, b, v in zip(
            concentration.reshape(-1).tolist(), others.reshape(-1).tolist(), inside.reshape(-1).tolist())]
        slopes = torch.tensor(slopes, dtype=grad.dtype).reshape(grad.shape)
        return slopes * (grad - (x.to(grad.dtype) * grad).sum(-1, True))

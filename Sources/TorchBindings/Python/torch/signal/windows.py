"""Windows of signal processing, symmetric unless `sym=False` asks for a period."""
import math

import torch

__all__ = ['bartlett', 'blackman', 'cosine', 'exponential', 'gaussian', 'general_cosine', 'general_hamming', 'hamming',
           'hann', 'kaiser', 'nuttall']


def _check(name, M, dtype):
    if M < 0:
        raise ValueError(f'{name} requires non-negative window length, got M={M}')
    if dtype not in (None, torch.float32, torch.float64):
        raise ValueError(f'{name} expects float32 or float64 dtypes, got: {dtype}')


def _short(M, dtype, requires_grad, device=None):
    """The windows of no or one sample."""
    options = dict(dtype=dtype, device=device, requires_grad=requires_grad is not None and requires_grad)
    if M > 1:
        torch.linspace(0, 1, 0, **options)
        return None
    return torch.empty((0,), **options) if M == 0 else torch.ones((1,), **options)


def _line(start, end, M, dtype, layout, device, requires_grad):
    """The places of the samples; a gradient is asked of them, so that the window has a history."""
    return torch.linspace(start=start, end=end, steps=M, dtype=dtype if dtype is not None else torch.get_default_dtype(),
                          layout=layout if layout is not None else torch.strided, device=device, requires_grad=requires_grad)


def bartlett(M, *, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('bartlett', M, dtype)
    made = _short(M, dtype, requires_grad, device)
    if made is not None:
        return made
    k = _line(-1, -1 + 2 * (M - 1) / (M if not sym else M - 1), M, dtype, layout, device, requires_grad)
    return (1 - torch.abs(k))


def general_cosine(M, *, a, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('general_cosine', M, dtype)
    made = _short(M, dtype, requires_grad, device)
    if made is not None:
        return made
    if not isinstance(a, (list, tuple)):
        a = list(a)
    if not a:
        raise ValueError('Coefficients cannot be empty')
    k = _line(0, 2 * math.pi * (M - 1) / (M if not sym else M - 1), M, dtype, layout, device, requires_grad)
    signed = torch.tensor([(-1) ** i * w for i, w in enumerate(a)], dtype=dtype)
    i = torch.arange(signed.shape[0], dtype=signed.dtype)
    return (signed.unsqueeze(-1) * torch.cos(i.unsqueeze(-1) * k)).sum(0)


def general_hamming(M, *, alpha=0.54, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    return general_cosine(M, a=[alpha, 1.0 - alpha], sym=sym, dtype=dtype, device=device, requires_grad=requires_grad)


def hamming(M, *, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    return general_hamming(M, sym=sym, dtype=dtype, device=device, requires_grad=requires_grad)


def hann(M, *, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    return general_hamming(M, alpha=0.5, sym=sym, dtype=dtype, device=device, requires_grad=requires_grad)


def blackman(M, *, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('blackman', M, dtype)
    return general_cosine(M, a=[0.42, 0.5, 0.08], sym=sym, dtype=dtype, device=device, requires_grad=requires_grad)


def nuttall(M, *, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    return general_cosine(M, a=[0.3635819, 0.4891775, 0.1365995, 0.0106411], sym=sym, dtype=dtype,
                          requires_grad=requires_grad)


def cosine(M, *, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('cosine', M, dtype)
    if M == 0:
        return torch.empty(0, dtype=dtype, requires_grad=bool(requires_grad))
    start = 0.5
    step = math.pi / (M + 1 if not sym and M > 1 else M)
    return torch.sin(_line(start * step, (start + (M - 1)) * step, M, dtype, layout, device, requires_grad))


def exponential(M, *, center=None, tau=1.0, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('exponential', M, dtype)
    if tau <= 0:
        raise ValueError(f'Tau must be positive, got: {tau} instead.')
    if sym and center is not None:
        raise ValueError('Center must be None for symmetric windows')
    if M == 0:
        return torch.empty(0, dtype=dtype, requires_grad=bool(requires_grad))
    if center is None:
        center = (M if not sym and M > 1 else M - 1) / 2.0
    step = 1 / tau
    k = _line(-center * step, (-center + (M - 1)) * step, M, dtype, layout, device, requires_grad)
    return torch.exp(-torch.abs(k))


def gaussian(M, *, std=1.0, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('gaussian', M, dtype)
    if std <= 0:
        raise ValueError(f'Standard deviation must be positive, got: {std} instead.')
    if M == 0:
        return torch.empty(0, dtype=dtype, requires_grad=bool(requires_grad))
    start = -(M if not sym and M > 1 else M - 1) / 2.0
    step = 1 / (std * math.sqrt(2))
    k = _line(start * step, (start + (M - 1)) * step, M, dtype, layout, device, requires_grad)
    return torch.exp(-k ** 2)


def kaiser(M, *, beta=12.0, sym=True, dtype=None, layout=None, device=None, requires_grad=False):
    _check('kaiser', M, dtype)
    if beta < 0:
        raise ValueError(f'beta must be non-negative, got: {beta} instead.')
    made = _short(M, dtype, requires_grad, device)
    if made is not None:
        return made
    size = torch.tensor(beta, dtype=dtype if dtype is not None else torch.get_default_dtype())
    step = 2 * size / (M if not sym else M - 1)
    k = _line(-size, -size + (M - 1) * step, M, dtype, layout, device, requires_grad)
    return (torch.i0(torch.sqrt((size * size - k * k).clamp(min=0))) / torch.i0(size))

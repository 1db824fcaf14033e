"""Reductions and normalisations that leave out what a mask hides.

Hidden elements become the value that changes nothing: 0 of a sum, 1 of a product, -inf of a maximum.
"""
import torch

__all__ = ['amax', 'amin', 'argmax', 'argmin', 'cumprod', 'cumsum', 'log_softmax', 'logaddexp', 'logsumexp', 'mean',
           'median', 'norm', 'normalize', 'prod', 'softmax', 'softmin', 'std', 'sum', 'var']


def _seen(input, mask):
    """The mask in the shape of the input."""
    if mask is None:
        return None
    while mask.dim() < input.dim():
        mask = mask.unsqueeze(0)
    return mask.expand(input.shape).to(torch.bool)


def _hidden(input, mask, value):
    seen = _seen(input, mask)
    if seen is None:
        return input
    return torch.where(seen, input, torch.full((), value, dtype=input.dtype))


def _dims(input, dim):
    if dim is None:
        return tuple(range(input.dim()))
    places = dim if isinstance(dim, (tuple, list)) else (dim,)
    if not places and input.dim() > 0:
        return ()
    return tuple(d % max(input.dim(), 1) for d in places)


def _limit(dtype, sign):
    if dtype.is_floating_point:
        return sign * float('inf')
    return torch.iinfo(dtype).max if sign > 0 else torch.iinfo(dtype).min


def _typed(input, dtype, widens):
    if dtype is not None:
        return input.to(dtype)
    whole = not (input.dtype.is_floating_point or input.dtype.is_complex)
    return input.to(torch.int64) if widens and whole else input


def _count(input, dim, keepdim, mask):
    seen = _seen(input, mask)
    ones = torch.ones(input.shape, dtype=torch.int64)
    return torch.sum(ones if seen is None else seen.to(torch.int64), dim, keepdim=keepdim)


def sum(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, True)
    return torch.sum(_hidden(x, mask, 0), _dims(x, dim), keepdim=bool(keepdim))


def prod(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, True)
    result = _hidden(x, mask, 1)
    for d in sorted(_dims(x, dim), reverse=True):
        result = result.prod(d, keepdim=bool(keepdim))
    return result


def cumsum(input, dim, *, dtype=None, mask=None):
    x = _typed(input, dtype, True)
    return torch.cumsum(_hidden(x, mask, 0), dim)


def cumprod(input, dim, *, dtype=None, mask=None):
    x = _typed(input, dtype, True)
    return torch.cumprod(_hidden(x, mask, 1), dim)


def amax(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    return torch.amax(_hidden(x, mask, _limit(x.dtype, -1)), _dims(x, dim), bool(keepdim))


def amin(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    return torch.amin(_hidden(x, mask, _limit(x.dtype, 1)), _dims(x, dim), bool(keepdim))


def argmax(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    return torch.argmax(_hidden(x, mask, _limit(x.dtype, -1)), dim, bool(keepdim)).to(x.dtype)


def argmin(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    return torch.argmin(_hidden(x, mask, _limit(x.dtype, 1)), dim, bool(keepdim)).to(x.dtype)


def mean(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    places = _dims(x, dim)
    if not (x.dtype.is_floating_point or x.dtype.is_complex):
        raise ValueError('mean(): Could not infer output dtype. Input dtype must be either a floating point or complex dtype. '
                         f'Got: {x.dtype}')
    total = torch.sum(_hidden(x, mask, 0), places, keepdim=bool(keepdim))
    return total / _count(x, places, bool(keepdim), mask)


def _whole_median(x, dim, keepdim, mask):
    """The median of integers, which cannot say that a row has none."""
    seen = _seen(x, mask)
    if not bool(seen.any(dim).all()):
        raise ValueError('masked median expects no fully masked out rows if dtype is not floating point')
    return torch.nanmedian(torch.where(seen, x.double(), float('nan')), dim, keepdim)[0].to(x.dtype)


def median(input, dim=-1, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    if mask is None:
        return torch.median(x, dim, keepdim)[0]
    if not x.dtype.is_floating_point:
        return _whole_median(x, dim, keepdim, mask)
    return torch.nanmedian(_hidden(x, mask, float('nan')), dim, keepdim)[0]


def norm(input, ord=2.0, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    order = 2.0 if ord is None else float(ord)
    hidden = _hidden(x, mask, float('inf') if order < 0 else 0)
    return torch.linalg.vector_norm(hidden, order, _dims(x, dim), bool(keepdim))


def _var(input, dim, unbiased, correction, keepdim, dtype, mask, root):
    x = _typed(input, dtype, False)
    if not (x.dtype.is_floating_point or x.dtype.is_complex):
        x = x.to(torch.get_default_dtype())
    places = _dims(x, dim)
    if correction is None:
        correction = 1 if unbiased is None or unbiased else 0
    count = _count(x, places, True, mask)
    center = torch.sum(_hidden(x, mask, 0), places, keepdim=True) / count
    gaps = x - center
    squares = gaps * gaps.conj() if x.is_complex() else gaps * gaps
    total = torch.sum(_hidden(squares, mask, 0), places, keepdim=bool(keepdim))
    if not keepdim:
        count = count.reshape(total.shape)
    if correction != 0:
        count = (count - correction).clamp(min=0)
    result = total / count.to(total.dtype)
    return torch.sqrt(result) if root else result


def var(input, dim=None, unbiased=None, *, correction=None, keepdim=False, dtype=None, mask=None):
    return _var(input, dim, unbiased, correction, keepdim, dtype, mask, False)


def std(input, dim=None, unbiased=None, *, correction=None, keepdim=False, dtype=None, mask=None):
    return _var(input, dim, unbiased, correction, keepdim, dtype, mask, True)


def _requires_floats(x, name='softmax'):
    if not (x.dtype.is_floating_point or x.dtype.is_complex):
        raise NotImplementedError(f'"{name}_lastdim_kernel_impl" not implemented for \'{torch._scalar_names[x.dtype]}\'')


def softmax(input, dim, *, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    _requires_floats(x)
    return torch.softmax(_hidden(x, mask, float('-inf')), dim)


def log_softmax(input, dim, *, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    _requires_floats(x, 'log_softmax')
    return torch.log_softmax(_hidden(x, mask, float('-inf')), dim)


def softmin(input, dim, *, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    _requires_floats(x)
    return torch.softmax(-_hidden(x, mask, float('inf')), dim)


def normalize(input, ord, dim, *, eps=1e-12, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    length = norm(x, ord, dim, keepdim=True, mask=mask)
    return _hidden(x, mask, 0) / torch.maximum(length, torch.full((), eps, dtype=length.dtype))


def logaddexp(input, other, *, dtype=None, input_mask=None, other_mask=None):
    x = _hidden(_typed(input, dtype, False), input_mask, float('-inf'))
    return torch.logaddexp(x, _hidden(_typed(other, dtype, False), other_mask, float('-inf')))


def logsumexp(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    x = _typed(input, dtype, False)
    if x.dtype.is_floating_point or x.dtype.is_complex:
        return torch.logsumexp(_hidden(x, mask, float('-inf')), _dims(x, dim), keepdim)
    if x.dtype == torch.bool:
        raise NotImplementedError(f'identity of logsumexp on {x.dtype} input')
    # Integers give integers, what is masked whole the least of them.
    made = torch.logsumexp(_hidden(x.to(torch.get_default_dtype()), mask, float('-inf')), _dims(x, dim), keepdim)
    return torch.where(made == float('-inf'), torch.iinfo(x.dtype).min, made.to(x.dtype))


import sys as _sys

from torch.masked.maskedtensor import MaskedTensor, as_masked_tensor, is_masked_tensor, masked_tensor

_ops = _sys.modules[__name__]
__all__ += ['MaskedTensor', 'as_masked_tensor', 'is_masked_tensor', 'masked_tensor']

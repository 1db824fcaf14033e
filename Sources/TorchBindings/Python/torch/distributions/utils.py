"""What distributions are made of: parameters of one shape, probabilities and their logarithms, triangular matrices."""
from numbers import Number

import torch
import torch.nn.functional as F

__all__ = ['broadcast_all', 'logits_to_probs', 'clamp_probs', 'probs_to_logits', 'lazy_property', 'tril_matrix_to_vec',
           'vec_to_tril_matrix']

euler_constant = 0.57721566490153286060


def broadcast_all(*values):
    """Numbers and tensors as tensors of one shape."""
    if not all(torch.is_tensor(v) or isinstance(v, Number) for v in values):
        raise ValueError('Input arguments must all be instances of Number, torch.Tensor or objects implementing '
                         '__torch_function__.')
    if all(torch.is_tensor(v) for v in values):
        return torch.broadcast_tensors(*values)
    first = next((v for v in values if torch.is_tensor(v)), None)
    dtype = torch.get_default_dtype() if first is None else first.dtype
    return torch.broadcast_tensors(*[v if torch.is_tensor(v) else torch.tensor(v, dtype=dtype) for v in values])


def logits_to_probs(logits, is_binary=False):
    return torch.sigmoid(logits) if is_binary else F.softmax(logits, dim=-1)


def clamp_probs(probs):
    """Probabilities kept away from 0 and 1 by the dtype's epsilon."""
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


def probs_to_logits(probs, is_binary=False):
    kept = clamp_probs(probs)
    return torch.log(kept) - torch.log1p(-kept) if is_binary else torch.log(kept)


class lazy_property:
    """An attribute that is computed when it is first asked for."""

    def __init__(self, wrapped):
        self.wrapped = wrapped
        self.__doc__ = wrapped.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        with torch.enable_grad():
            value = self.wrapped(instance)
        setattr(instance, self.wrapped.__name__, value)
        return value


def tril_matrix_to_vec(mat, diag=0):
    """The lower triangle of matrices, row by row."""
    n = mat.shape[-1]
    if not -n <= diag < n:
        raise ValueError(f'diag ({diag}) provided is outside [{-n}, {n - 1}].')
    places = torch.ones(n, n, dtype=torch.bool).tril(diag)
    return mat[..., places]


def vec_to_tril_matrix(vec, diag=0):
    """Matrices whose lower triangle holds a vector, row by row."""
    length = vec.shape[-1]
    n = (-(1 + 2 * diag) + ((1 + 2 * diag) ** 2 + 8 * length + 4 * abs(diag) * (diag + 1)) ** 0.5) / 2
    if n != int(n):
        raise ValueError(f'The size of last dimension is {length} which cannot be expressed as the lower triangular part of a '
                         'square D x D matrix.')
    n = int(n)
    places = torch.ones(n, n, dtype=torch.bool).tril(diag)
    made = vec.new_zeros(vec.shape[:-1] + (n, n))
    made[..., places] = vec
    return made

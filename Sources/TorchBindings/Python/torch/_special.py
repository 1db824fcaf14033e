"""Polynomials of `torch.special` by their recurrences; they have no derivatives, as in torch."""
import torch


def _recurrence(name, first, step):
    """A polynomial by its degree: `first` gives p1, `step(k, x, p, q)` the one after p(k) and p(k - 1)."""
    def polynomial(x, n, *, out=None):
        dtype = torch.result_type(x, n) if torch.is_tensor(x) else torch.result_type(n, x)
        if not dtype.is_floating_point:
            dtype = torch.get_default_dtype()
        if dtype not in (torch.float32, torch.float64):
            raise NotImplementedError(f'"{name}_cpu" not implemented for \'{torch._scalar_names[dtype]}\'')
        x = torch.as_tensor(x).detach().to(dtype)
        degree = torch.as_tensor(n).detach().to(dtype).trunc()
        x, degree = torch.broadcast_tensors(x, degree)
        zero = torch.zeros((), dtype=dtype)
        before, now = torch.ones_like(x), first(x)
        result = torch.where(degree == 0, before, torch.where(degree == 1, now, zero))
        highest = int(degree.max().item()) if degree.numel() and bool(torch.isfinite(degree).all()) else 0
        for k in range(1, highest):
            before, now = now, step(k, x, now, before)
            result = torch.where(degree == k + 1, now, result)
        result = torch.where(torch.isnan(x), torch.where(degree == 0, result, x), result)
        return result
    polynomial.__name__ = polynomial.__qualname__ = 'special_' + name
    return torch._takes_out(polynomial)


def _double(k, x, p, q):
    return 2 * x * p - q


def _shifted(k, x, p, q):
    return 2 * (2 * x - 1) * p - q


_table = dict(
    chebyshev_polynomial_t=(lambda x: x, _double),
    chebyshev_polynomial_u=(lambda x: 2 * x, _double),
    chebyshev_polynomial_v=(lambda x: 2 * x - 1, _double),
    chebyshev_polynomial_w=(lambda x: 2 * x + 1, _double),
    shifted_chebyshev_polynomial_t=(lambda x: 2 * x - 1, _shifted),
    shifted_chebyshev_polynomial_u=(lambda x: 4 * x - 2, _shifted),
    shifted_chebyshev_polynomial_v=(lambda x: 4 * x - 3, _shifted),
    shifted_chebyshev_polynomial_w=(lambda x: 4 * x - 1, _shifted),
    hermite_polynomial_h=(lambda x: 2 * x, lambda k, x, p, q: 2 * x * p - 2 * k * q),
    hermite_polynomial_he=(lambda x: x, lambda k, x, p, q: x * p - k * q),
    laguerre_polynomial_l=(lambda x: 1 - x, lambda k, x, p, q: ((2 * k + 1 - x) * p - k * q) / (k + 1)),
    legendre_polynomial_p=(lambda x: x, lambda k, x, p, q: ((2 * k + 1) * x * p - k * q) / (k + 1)))

special = {name: _recurrence(name, *parts) for name, parts in _table.items()}

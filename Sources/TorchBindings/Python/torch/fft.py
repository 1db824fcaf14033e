"""Discrete Fourier transforms, made of one native transform along one dimension."""
import torch as _torch
from torch import Tensor as _Tensor


def _complex(x):
    if x.is_complex():
        return x
    if not x.is_floating_point():
        x = x.to(_torch.get_default_dtype())
    return x.to(_torch.complex128 if x.dtype == _torch.float64 else _torch.complex64)


def _real_input(x, name):
    if x.is_complex():
        kind = 'ComplexDouble' if x.dtype == _torch.complex128 else 'ComplexFloat'
        raise RuntimeError(f'{name} expects a real input tensor, but got {kind}')
    return x if x.is_floating_point() else x.to(_torch.get_default_dtype())


def _wrap(dim, x):
    rank = max(x.dim(), 1)
    if x.dim() == 0:
        raise IndexError(f'Dimension specified as {dim} but tensor has no dimensions')
    if x.dtype in (_torch.float16, _torch.bfloat16):
        raise RuntimeError(f'Unsupported dtype {_torch._scalar_names[x.dtype]}')
    if not -rank <= dim < rank:
        raise IndexError(f'Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})')
    return dim % rank


def _resize(x, dim, n):
    """Cuts or pads with zeros at the end of a dimension."""
    size = x.shape[dim]
    if n < 1:
        raise RuntimeError(f'Invalid number of data points ({n}) specified')
    if n < size:
        return x.narrow(dim, 0, n)
    if n > size:
        shape = list(x.shape)
        shape[dim] = n - size
        return _torch.cat([x, x.new_zeros(shape)], dim)
    return x


def _scale(n, norm, forward):
    if norm is None or norm == 'backward':
        return 1.0 if forward else 1.0 / n
    if norm == 'forward':
        return 1.0 / n if forward else 1.0
    if norm == 'ortho':
        return 1.0 / n ** 0.5
    raise RuntimeError(f'Invalid normalization mode: "{norm}"')


def _transform(x, n, dim, norm, forward):
    dim = _wrap(dim, x)
    if not x.is_complex() and not x.is_floating_point():
        x = x.to(_torch.get_default_dtype())
    x = _resize(x, dim, x.shape[dim] if n is None else n)
    made = _torch._fft(x, dim, not forward, _scale(x.shape[dim], norm, forward))
    if not x.is_complex():
        made = _torch._titled(made, 'FftR2CBackward0' if forward else 'ConjBackward0')
    return made


def _is_direct(x, n, dim, norm):
    """Whether a native transform is all there is to do."""
    return (n is None and norm is None and not x.requires_grad and -x.dim() <= dim < x.dim()
            and x.dtype in (_torch.float32, _torch.float64, _torch.complex64, _torch.complex128))


def _is_plane(x, s, dim, norm):
    return dim == (-2, -1) and s is None and x.dim() > 1 and _is_direct(x, None, -1, norm)


def _hermitian(x, n, dim, norm, forward):
    """Transform of the whole signal of which x is the first half; the result is real."""
    dim = _wrap(dim, x)
    x = _complex(x)
    if n is None:
        n = 2 * (x.shape[dim] - 1)
    if n < 1:
        raise RuntimeError(f'Invalid number of data points ({n}) specified')
    half = _resize(x, dim, n // 2 + 1)
    mirrored = half.narrow(dim, 1, (n + 1) // 2 - 1).flip(dim).conj()
    whole = _torch.cat([half, mirrored], dim)
    made = _torch.real(_torch._fft(whole, dim, not forward, _scale(n, norm, forward))).clone()
    return _torch._titled(made, 'FftC2RBackward0')


def _first_half(x, n, dim, norm, forward, name):
    x = _real_input(x, name)
    if forward and _is_direct(x, n, dim, norm):
        return _torch._rfft(x, dim, 1.0)
    whole = _transform(x, n, dim, norm, forward)
    dim = _wrap(dim, x)
    return _torch._titled(whole.narrow(dim, 0, whole.shape[dim] // 2 + 1).clone(), 'FftR2CBackward0')


def fft(input, n=None, dim=-1, norm=None, *, out=None):
    if _is_direct(input, n, dim, norm):
        return _torch._fft(input, dim, False, 1.0)
    return _transform(input, n, dim, norm, True)


def ifft(input, n=None, dim=-1, norm=None, *, out=None):
    return _transform(input, n, dim, norm, False)


def rfft(input, n=None, dim=-1, norm=None, *, out=None):
    return _first_half(input, n, dim, norm, True, 'rfft')


def irfft(input, n=None, dim=-1, norm=None, *, out=None):
    return _hermitian(input, n, dim, norm, False)


def hfft(input, n=None, dim=-1, norm=None, *, out=None):
    return _hermitian(input, n, dim, norm, True)


def ihfft(input, n=None, dim=-1, norm=None, *, out=None):
    return _first_half(input, n, dim, norm, False, 'ihfft')


def _plan(x, s, dim, half=False):
    """Dimensions and their lengths; with `half` the last one is that of a real signal."""
    if isinstance(s, int):
        s = (s,)
    if isinstance(dim, int):
        dim = (dim,)
    if isinstance(s, int):
        s = (s,)
    if dim is None:
        dim = tuple(range(x.dim())) if s is None else tuple(range(x.dim() - len(s), x.dim()))
    dims = [_wrap(d, x) for d in dim]
    if len(set(dims)) != len(dims):
        raise RuntimeError('FFT dims must be unique')
    if s is None:
        sizes = [x.shape[d] for d in dims]
        if half and sizes:
            sizes[-1] = 2 * (sizes[-1] - 1)
    else:
        if len(s) != len(dims):
            raise RuntimeError('When given, dim and shape arguments must have the same length')
        sizes = [x.shape[d] if n == -1 else n for n, d in zip(s, dims)]
        if half and s[-1] == -1:
            sizes[-1] = 2 * (x.shape[dims[-1]] - 1)
    return list(zip(sizes, dims))


def fftn(input, s=None, dim=None, norm=None, *, out=None):
    # Real numbers stay real until their first transform, the last dimension's.
    result = input
    for n, d in reversed(_plan(input, s, dim)):
        result = _transform(result, n, d, norm, True)
    return _complex(result)


def ifftn(input, s=None, dim=None, norm=None, *, out=None):
    result = input
    for n, d in reversed(_plan(input, s, dim)):
        result = _transform(result, n, d, norm, False)
    return _complex(result)


def rfftn(input, s=None, dim=None, norm=None, *, out=None):
    _real_input(input, 'rfftn')
    plan = _plan(input, s, dim)
    if not plan:
        raise RuntimeError('rfftn must transform at least one axis')
    result = _first_half(input, plan[-1][0], plan[-1][1], norm, True, 'rfftn')
    for n, d in plan[:-1]:
        result = _transform(result, n, d, norm, True)
    return result


def irfftn(input, s=None, dim=None, norm=None, *, out=None):
    plan = _plan(input, s, dim, half=True)
    if not plan:
        raise RuntimeError('irfftn must transform at least one axis')
    result = _complex(input)
    for n, d in plan[:-1]:
        result = _transform(result, n, d, norm, False)
    return _hermitian(result, plan[-1][0], plan[-1][1], norm, False)


def hfftn(input, s=None, dim=None, norm=None, *, out=None):
    plan = _plan(input, s, dim, half=True)
    result = _complex(input)
    for n, d in plan[:-1]:
        result = _transform(result, n, d, norm, True)
    return _hermitian(result, plan[-1][0], plan[-1][1], norm, True)


def ihfftn(input, s=None, dim=None, norm=None, *, out=None):
    plan = _plan(input, s, dim)
    result = _first_half(input, plan[-1][0], plan[-1][1], norm, False, 'ihfftn')
    for n, d in plan[:-1]:
        result = _transform(result, n, d, norm, False)
    return result


def fft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    if _is_plane(input, s, dim, norm):
        return _torch._fft(_torch._fft(input, -1, False, 1.0), -2, False, 1.0)
    return fftn(input, s, dim, norm)


def ifft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    if _is_plane(input, s, dim, norm) and input.numel():
        columns = _torch._fft(input, -1, True, 1.0 / input.shape[-1])
        return _torch._fft(columns, -2, True, 1.0 / input.shape[-2])
    return ifftn(input, s, dim, norm)


def rfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return rfftn(input, s, dim, norm)


def irfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return irfftn(input, s, dim, norm)


def hfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return hfftn(input, s, dim, norm)


def ihfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return ihfftn(input, s, dim, norm)


def fftfreq(n, d=1.0, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    dtype = dtype or _torch.get_default_dtype()
    numbers = _torch.cat([_torch.arange(0, (n + 1) // 2), _torch.arange(-(n // 2), 0)])
    return (numbers.to(dtype) * (1.0 / (n * d))).requires_grad_(requires_grad)


def rfftfreq(n, d=1.0, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    dtype = dtype or _torch.get_default_dtype()
    return (_torch.arange(n // 2 + 1).to(dtype) * (1.0 / (n * d))).requires_grad_(requires_grad)


def _dims(x, dim):
    if dim is None:
        return list(range(x.dim()))
    return [_wrap(d, x) for d in ([dim] if isinstance(dim, int) else dim)]


def fftshift(input, dim=None):
    dims = _dims(input, dim)
    return input.roll([input.shape[d] // 2 for d in dims], dims)


def ifftshift(input, dim=None):
    dims = _dims(input, dim)
    return input.roll([(input.shape[d] + 1) // 2 for d in dims], dims)


def _schema(name):
    """The arguments of a transform in the words of torch's schemas."""
    if name.endswith('freq'):
        return (f'{name}(int n, float d=1.0, *, Tensor out=None, ScalarType dtype=None, Layout layout=None, Device device=None, '
                'bool requires_grad=False)')
    if name.endswith('shift'):
        return f'{name}(Tensor input, int[1]? dim=None)'
    if name[-1] in 'n2':
        return f'{name}(Tensor input, int[1]? s=None, int[1]? dim={"(-2,-1)" if name[-1] == "2" else None}, str? norm=None, *, Tensor out=None)'
    return f'{name}(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor out=None)'


for _name, _function in list(globals().items()):
    if not _name.startswith('_') and hasattr(_function, '__code__'):
        globals()[_name] = _torch._checked('fft_' + _schema(_name), _torch._takes_out(_function))

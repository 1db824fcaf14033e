"""Functions that few programs call, made of other ones. `_composed` takes them into its tables."""
import math

import torch
import torch.nn.functional as F


def hash_tensor(input, dim=(), *, keepdim=False, mode=0, out=None):
    """The bits of the numbers, exclusive-or-ed along dimensions: floating point ones as doubles, integers as int64."""
    bits = input.detach().double().view(torch.int64) if input.is_floating_point() else input.to(torch.int64)
    dims = [d % max(bits.dim(), 1) for d in ((dim,) if isinstance(dim, int) else dim)] or list(range(bits.dim()))
    for d in sorted(dims, reverse=True):
        if not bits.dim():
            break
        rows = bits.unbind(d)
        made = torch.zeros_like(bits.select(d, 0)) if rows else bits.sum(d)
        for row in rows:
            made = made ^ row
        bits = made.unsqueeze(d) if keepdim else made
    return bits.view(torch.uint64)


# MARK: Windows


def _window(name, formula):
    def window(window_length, periodic=True, *args, dtype=None, layout=None, device=None, pin_memory=False,
               requires_grad=False, **options):
        if window_length < 0:
            raise RuntimeError(f'{name} requires non-negative window_length, got window_length={window_length}')
        if dtype is None:
            dtype = torch.get_default_dtype()
        if not dtype.is_floating_point:
            raise RuntimeError(f'{name} expects floating point dtypes, got: {dtype}')
        if window_length <= 1:
            return torch.ones(window_length, dtype=dtype, requires_grad=requires_grad)
        count = window_length + (1 if periodic else 0)
        made = formula(torch.arange(count, dtype=dtype), count, *args, **options)
        return made[:window_length].clone().requires_grad_(requires_grad)
    window.__name__ = window.__qualname__ = name
    return window


def _hamming(n, count, alpha=0.54, beta=0.46):
    return alpha - beta * torch.cos(n * (2 * math.pi / (count - 1)))


def _blackman(n, count):
    step = math.pi / (count - 1)
    return 0.42 - 0.5 * torch.cos(n * (2 * step)) + 0.08 * torch.cos(n * (4 * step))


def _bartlett(n, count):
    rise = n * (2 / (count - 1))
    return torch.where(rise <= 1, rise, 2 - rise)


def _kaiser(n, count, beta=12.0):
    place = n * (2 / (count - 1)) - 1
    return torch.i0(beta * torch.sqrt((1 - place * place).clamp(min=0))) / torch.i0(torch.tensor(beta, dtype=n.dtype))


hann_window = _window('hann_window', lambda n, count: _hamming(n, count, 0.5, 0.5))
hamming_window = _window('hamming_window', _hamming)
blackman_window = _window('blackman_window', _blackman)
bartlett_window = _window('bartlett_window', _bartlett)
kaiser_window = _window('kaiser_window', _kaiser)


# MARK: Normalisation with statistics


def native_layer_norm(input, normalized_shape, weight, bias, eps):
    dims = tuple(range(input.dim() - len(normalized_shape), input.dim()))
    out = F.layer_norm(input, normalized_shape, weight, bias, eps)
    mean = input.mean(dims, keepdim=True)
    scale = torch.rsqrt(input.var(dims, correction=0, keepdim=True) + eps)
    return out, mean.detach(), scale.detach()


def native_group_norm(input, weight, bias, N, C, HxW, group, eps):
    out = F.group_norm(input, group, weight, bias, eps)
    rows = input.reshape(N, group, C * HxW // max(group, 1))
    return out, rows.mean(2), torch.rsqrt(rows.var(2, correction=0) + eps)


def native_batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps):
    if not training:
        out = F.batch_norm(input, running_mean, running_var, weight, bias, False, momentum, eps)
        return out, input.new_zeros(0), input.new_zeros(0)
    dims = tuple(d for d in range(input.dim()) if d != 1)
    mean, scale = input.mean(dims), torch.rsqrt(input.var(dims, correction=0) + eps)
    out = F.batch_norm(input, running_mean, running_var, weight, bias, True, momentum, eps)
    return out, mean.detach(), scale.detach()


def _check_classes(input, weight, target, bias, ignore_index):
    """What torch refuses of a layer and its loss, in its order."""
    if input.dim() not in (1, 2):
        raise RuntimeError(f'expected input with dimensionality 1 or 2, got {input.dim()}')
    if weight.dim() < 2:
        raise RuntimeError(f'expected linear_weight with dimensionality at least 2, got {weight.dim()}')
    if input.shape[-1] != weight.shape[-1]:
        raise RuntimeError('expected equal input and linear_weight last dimensions (in_features), got '
                           f'{input.shape[-1]} and {weight.shape[-1]}, respectively')
    if input.dim() == 1 and weight.dim() > 2:
        raise RuntimeError(f'K-dimensional loss defined by linear_weight shape {tuple(weight.shape)} requires batched input, (N, '
                           f'{input.shape[-1]}), got unbatched input with shape {tuple(input.shape)}')
    if bias is not None and bias.shape != weight.shape[:-1]:
        raise RuntimeError(f'expected linear_bias shape {tuple(weight.shape[:-1])}, got {tuple(bias.shape)}')
    if ignore_index is not None and target.is_floating_point():
        raise RuntimeError('ignore_index cannot be specified when target contains probabilities')


def linear_cross_entropy(input, linear_weight, target, *, linear_bias=None, weight=None, reduction='mean',
                         ignore_index=None, label_smoothing=0.0, options=None):
    _check_classes(input, linear_weight, target, linear_bias, ignore_index)
    logits = F.linear(input, linear_weight.reshape(-1, linear_weight.shape[-1]))
    if linear_weight.dim() > 2:
        logits = logits.reshape(*logits.shape[:-1], *linear_weight.shape[:-1])
    if linear_bias is not None:
        logits = logits + linear_bias
    ignored = -100 if ignore_index is None else ignore_index
    return F.cross_entropy(logits, target, weight, ignore_index=ignored, reduction=reduction,
                           label_smoothing=label_smoothing)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    if p < 0 or p > 1:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
    if not training or p == 0:
        return input
    shape = tuple(n if d < 2 else 1 for d, n in enumerate(input.shape))
    kept = torch.empty(shape, dtype=input.dtype).bernoulli_(1 - p)
    alpha = 1.7580993408473766
    scale = 1 / math.sqrt((alpha * alpha * p + 1) * (1 - p)) if p < 1 else 0.0
    result = input * kept * scale + ((kept - 1) * (alpha * scale) + alpha * scale * p)
    return input.copy_(result) if inplace else result


# MARK: Pooling at random places


def _places(samples, size, out, kernel):
    """First places of the windows of one dimension: (batch, channels, out)."""
    steps = torch.arange(out, dtype=samples.dtype)
    alpha = (size - kernel) / (out - 1) if out > 1 else 0.0
    first = ((steps + samples.unsqueeze(-1)) * alpha).to(torch.int64) - (samples.unsqueeze(-1) * alpha).to(torch.int64)
    first[..., -1] = size - kernel
    return first


def _fractional(rank, input, kernel_size, output_size, output_ratio, samples):
    kernel = (kernel_size,) * rank if isinstance(kernel_size, int) else tuple(kernel_size)
    sizes = tuple(input.shape[-rank:])
    if output_size is None:
        if output_ratio is None:
            raise ValueError(f'fractional_max_pool{rank}d requires specifying either an output_size or an output_ratio')
        ratio = (output_ratio,) * rank if isinstance(output_ratio, float) else tuple(output_ratio)
        output_size = tuple(int(n * r) for n, r in zip(sizes, ratio))
    out = (output_size,) * rank if isinstance(output_size, int) else tuple(output_size)
    for d in (0, 2, 1) if rank == 3 else (0, 1):
        name, size, width, number = ('time', 'height', 'width')[3 - rank + d], sizes[d], kernel[d], out[d]
        # The volumes ask for one more than the planes, and look at the width before the height.
        if number + width - 1 > size - (rank == 3 and width > 1):
            raise RuntimeError(f'fractional_max_pool{rank}d{"_out" if rank == 3 else ""}(): pool {name} {width} too large relative '
                               f'to input {name} {size}')
    single = input.dim() == rank + 1
    x = input.unsqueeze(0) if single else input
    batch, channels = x.shape[:2]
    if samples is None:
        samples = torch.rand(batch, channels, rank, dtype=x.dtype)
    index = torch.zeros(batch, channels, *([1] * (2 * rank)), dtype=torch.int64)
    for d in range(rank):
        # In planes the samples of the last dimension come first.
        first = _places(samples[..., 1 - d if rank == 2 else d], sizes[d], out[d], kernel[d])
        reach = first.unsqueeze(-1) + torch.arange(kernel[d])
        shape = [batch, channels] + [1] * (2 * rank)
        shape[2 + d], shape[2 + rank + d] = out[d], kernel[d]
        index = index * sizes[d] + reach.reshape(shape)
    flat = x.reshape(batch, channels, -1)
    index = index.expand(batch, channels, *out, *kernel).reshape(batch, channels, -1)
    values = flat.gather(2, index).reshape(batch, channels, *out, -1)
    best, place = values.max(-1)
    where = index.reshape(batch, channels, *out, -1).gather(-1, place.unsqueeze(-1)).squeeze(-1)
    return (best.squeeze(0), where.squeeze(0)) if single else (best, where)


def _fractional_pool(rank):
    def with_indices(input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None):
        return _fractional(rank, input, kernel_size, output_size, output_ratio, _random_samples)

    def pool(input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None):
        both = _fractional(rank, input, kernel_size, output_size, output_ratio, _random_samples)
        return both if return_indices else both[0]
    return with_indices, pool


fractional_max_pool2d_with_indices, fractional_max_pool2d = _fractional_pool(2)
fractional_max_pool3d_with_indices, fractional_max_pool3d = _fractional_pool(3)


def _grid_sampler(input, grid, interpolation_mode, padding_mode, align_corners):
    return F.grid_sample(input, grid, ('bilinear', 'nearest', 'bicubic')[interpolation_mode],
                         ('zeros', 'border', 'reflection')[padding_mode], align_corners)


# MARK: Counting


def _edges(values, bins, low, high):
    if low == 0 and high == 0 and values.numel():
        low, high = values.min().item(), values.max().item()
    if low == high:
        low, high = low - 0.5, high + 0.5
    return torch.linspace(low, high, bins + 1, dtype=values.dtype)


def _bin(values, edges):
    """The bin of each value, and whether it has one."""
    place = torch.bucketize(values, edges, right=True) - 1
    last = edges.shape[0] - 2
    place = torch.where(values == edges[-1], last, place)
    return place, (values >= edges[0]) & (values <= edges[-1])


def _filled(places, kept, weight, count, dtype):
    amounts = torch.ones(places.shape, dtype=dtype) if weight is None else weight.reshape(-1).to(dtype)
    return torch.zeros(count, dtype=dtype).index_add(0, places[kept], amounts[kept])


def histogram(input, bins, *, range=None, weight=None, density=False, out=None):
    flat = input.detach().reshape(-1)
    edges = bins if torch.is_tensor(bins) else _edges(flat, bins, *(range or (0, 0)))
    places, kept = _bin(flat, edges)
    hist = _filled(places, kept, weight, edges.shape[0] - 1, input.dtype)
    if density:
        hist = hist / hist.sum() / (edges[1:] - edges[:-1])
    return torch._named('histogram', ('hist', 'bin_edges'), (hist, edges))


def histogramdd(input, bins, *, range=None, weight=None, density=False, out=None):
    points = input.detach().reshape(-1, input.shape[-1])
    rank = points.shape[1]
    if isinstance(bins, int):
        bins = (bins,) * rank
    edges = []
    for d, count in enumerate(bins):
        low, high = (range[2 * d], range[2 * d + 1]) if range else (0, 0)
        edges.append(count if torch.is_tensor(count) else _edges(points[:, d], count, low, high))
    sizes = [e.shape[0] - 1 for e in edges]
    place, kept = 0, torch.ones(points.shape[0], dtype=torch.bool)
    for d, e in enumerate(edges):
        mine, inside = _bin(points[:, d].contiguous(), e)
        place, kept = place * sizes[d] + mine, kept & inside
    hist = _filled(place, kept, weight, math.prod(sizes), input.dtype).reshape(sizes)
    if density:
        hist = hist / hist.sum()
        for d, e in enumerate(edges):
            shape = [1] * rank
            shape[d] = sizes[d]
            hist = hist / (e[1:] - e[:-1]).reshape(shape)
    return torch._named('histogramdd', ('hist', 'bin_edges'), (hist, tuple(edges)))


def nonzero_static(input, *, size, fill_value=-1):
    found = input.nonzero()[:size]
    rest = torch.full((size - found.shape[0], input.dim()), fill_value, dtype=torch.int64)
    return torch.cat([found, rest])


# MARK: Tensors


def index_reduce(input, dim, index, source, reduce, *, include_self=True):
    if reduce not in ('prod', 'mean', 'amax', 'amin'):
        raise RuntimeError(f"index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got {reduce}.")
    if input.dtype is torch.bool and (input.dim() <= 1 or reduce == 'mean'):
        name = 'index_func_' if input.dim() <= 1 else 'div_floor_cpu'
        raise NotImplementedError(f'"{name}" not implemented for \'Bool\'')
    rank = max(input.dim(), 1)
    if not -rank <= dim < rank:
        raise IndexError(f'Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})')
    if index.dim() > 1:
        raise IndexError(f'index_reduce_(): Index is supposed to be a vector, but got dim: {index.dim()} with type: '
                         f'{torch._scalar_names[index.dtype]} and size: {list(index.shape)}')
    if index.dtype not in (torch.int64, torch.int32):
        raise RuntimeError(f'index_reduce_(): Expected dtype int32/int64 for index but got: {torch._scalar_names[index.dtype]}')
    if input.dtype != source.dtype:
        raise RuntimeError(f'index_reduce_(): self ({torch._scalar_names[input.dtype]}) and source '
                           f'({torch._scalar_names[source.dtype]}) must have the same scalar type')
    if source.dim() > dim % rank and index.numel() != source.shape[dim]:
        raise RuntimeError(f'index_reduce_(): Number of indices ({index.numel()}) should be equal to source.size(dim): '
                           f'({source.shape[dim]}), for dim: {dim}')
    own, other = list(input.shape), list(source.shape)
    del own[dim % rank:dim % rank + 1], other[dim % rank:dim % rank + 1]
    if own != other:
        raise RuntimeError('source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = '
                           f'{list(input.shape)} source.shape = {list(source.shape)}')
    if input.dim() == 0:
        places = index.reshape(-1)
        made = input.reshape(1).scatter_reduce(0, places, source.reshape(-1), reduce, include_self=include_self)
        return made.reshape(())
    shape = [1] * source.dim()
    shape[dim] = index.numel()
    return input.scatter_reduce(dim, index.reshape(shape).expand(source.shape), source, reduce, include_self=include_self)


def index_reduce_(self, dim, index, source, reduce, *, include_self=True):
    return self.copy_(index_reduce(self.clone(), dim, index, source, reduce, include_self=include_self))


def new_empty_strided(self, size, stride, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False):
    return torch.empty_strided(size, stride, dtype=self.dtype if dtype is None else dtype, requires_grad=requires_grad)


def empty_permuted(size, physical_layout, *, dtype=None, layout=None, device=None, requires_grad=False,
                   pin_memory=False):
    if len(size) != len(physical_layout):
        raise RuntimeError('Number of dimensions in size does not match the length of the physical_layout; i.e. len(size) = '
                           f'{len(size)} is not equal to len(physical_layout) = {len(physical_layout)}')
    for place, d in enumerate(physical_layout):
        if not 0 <= d < len(size):
            raise RuntimeError(f'Dimension out of range (expected to be between 0 and {len(size) - 1}, but got {d} at index {place}).  '
                               'NB: negative dims not currently supported; file an issue if you want it.')
        if d in physical_layout[:place]:
            raise RuntimeError('Duplicate dim not allowed')
    made = torch.empty([size[d] for d in physical_layout], dtype=dtype)
    back = [0] * len(physical_layout)
    for place, d in enumerate(physical_layout):
        back[d] = place
    return made.permute(back).requires_grad_(requires_grad)


def resize_as_(input, the_template, *, memory_format=None):
    return input.resize_(the_template.shape)


def ormqr(input, input2, input3, left=True, transpose=False, *, out=None):
    tau, other = input2, input3
    if other.dtype != input.dtype:
        raise RuntimeError('torch.ormqr: Expected input and other to have the same dtype, but input has dtype'
                           f'{input.type()[6:-6]} and other has dtype {other.type()[6:-6]}')
    rows, k = input.shape[-2], tau.shape[-1]
    side = other.shape[-2] if left else other.shape[-1]
    result = other
    order = range(k)
    # Q = H1 H2 ... Hk; from the left without transposing the last reflector acts first.
    if left != transpose:
        order = reversed(order)
    for i in order:
        v = input[..., :, i]
        v = torch.cat([v.new_zeros(*v.shape[:-1], i), v.new_ones(*v.shape[:-1], 1), v[..., i + 1:]], -1)
        t = tau[..., i].unsqueeze(-1).unsqueeze(-1)
        if transpose:
            t = t.conj()
        column, row = v.unsqueeze(-1), v.conj().unsqueeze(-2)
        result = result - t * (column @ (row @ result)) if left else result - t * ((result @ column) @ row)
    return result


def is_signed(self):
    return self.dtype.is_signed


def _never(self):
    return False


def dim_order(self, *, ambiguity_check=False):
    strides = self.stride()
    if not isinstance(ambiguity_check, bool) and not (isinstance(ambiguity_check, list) and all(
            isinstance(f, torch.memory_format) for f in ambiguity_check)):
        raise TypeError('The ambiguity_check argument must be a bool or a list of memory formats.')
    if ambiguity_check is True and len({s for s, n in zip(strides, self.shape) if n != 1}) < self.dim() and any(
            n == 1 for n in self.shape):
        raise RuntimeError('The tensor does not have unique dim order, or cannot map to exact one of the given memory formats.')
    return tuple(sorted(range(self.dim()), key=lambda d: (-strides[d], d)))


def _standard_gamma(self, generator=None):
    from torch.distributions import _standard_gamma as draw
    return draw(self)


functions = dict(
    _standard_gamma=_standard_gamma,
    hann_window=hann_window, hamming_window=hamming_window, blackman_window=blackman_window,
    bartlett_window=bartlett_window, kaiser_window=kaiser_window, native_layer_norm=native_layer_norm,
    native_group_norm=native_group_norm, native_batch_norm=native_batch_norm, grid_sampler_2d=_grid_sampler,
    grid_sampler_3d=_grid_sampler, grid_sampler=_grid_sampler, histogram=histogram, histogramdd=histogramdd,
    hash_tensor=hash_tensor, nonzero_static=nonzero_static, index_reduce=index_reduce, empty_permuted=empty_permuted, resize_as_=resize_as_,
    ormqr=ormqr, feature_alpha_dropout=feature_alpha_dropout)
methods = dict(
    is_signed=is_signed, is_conj=_never, is_neg=_never, is_pinned=lambda self, device=None: False, is_shared=_never, dim_order=dim_order,
    histogram=histogram, nonzero_static=nonzero_static, index_reduce=index_reduce, index_reduce_=index_reduce_,
    new_empty_strided=new_empty_strided, resize_as_=resize_as_, ormqr=ormqr)
functional = dict(
    linear_cross_entropy=linear_cross_entropy, feature_alpha_dropout=feature_alpha_dropout,
    fractional_max_pool2d=fractional_max_pool2d, fractional_max_pool3d=fractional_max_pool3d,
    fractional_max_pool2d_with_indices=fractional_max_pool2d_with_indices,
    fractional_max_pool3d_with_indices=fractional_max_pool3d_with_indices)

"""Sampling of pictures at places between their pixels."""
import functools

import torch


def _unnormalized(x, size, align):
    return (x + 1) / 2 * (size - 1) if align else ((x + 1) * size - 1) / 2


def _reflected(x, low, high):
    """Folds positions into low..high, both halves of integers."""
    if low == high:
        return torch.zeros_like(x)
    low, span = low / 2, (high - low) / 2
    x = (x - low).abs()
    extra = x.fmod(span)
    flips = (x / span).floor()
    return torch.where(flips % 2 == 0, extra + low, span - extra + low)


def _tell_default():
    import warnings
    warnings.warn('Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please specify '
                  'align_corners=True if the old behavior is desired. See the documentation of grid_sample for details.',
                  stacklevel=3)


def grid_sample(input, grid, mode='bilinear', padding_mode='zeros', align_corners=None):
    if mode not in ('bilinear', 'nearest', 'bicubic'):
        raise ValueError("nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: "
                         f"'{mode}'")
    if padding_mode not in ('zeros', 'border', 'reflection'):
        raise ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but "
                         f"got: '{padding_mode}'")
    if align_corners is None:
        _tell_default()
    return _sampler(input, grid, mode, padding_mode, False if align_corners is None else align_corners)


def _sampler(input, grid, mode, padding_mode, align_corners):
    if input.size(0) != grid.size(0):
        raise RuntimeError('grid_sampler(): expected grid and input to have same batch size, but got input with sizes '
                           f'{list(input.shape)} and grid with sizes {list(grid.shape)}')
    if grid.size(-1) != input.dim() - 2:
        raise RuntimeError(f'grid_sampler(): expected grid to have size {input.dim() - 2} in last dimension, but got grid with '
                           f'sizes {list(grid.shape)}')
    for place, size in enumerate(input.shape[2:], 2):
        if size == 0:
            raise RuntimeError('grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes '
                               f'{list(input.shape)} with dimension {place} being empty')
    if input.dim() not in (4, 5) or grid.dim() != input.dim():
        raise RuntimeError(f'grid_sampler(): expected {4 if input.dim() == 4 else 5}D input and grid with same number of dimensions, '
                           f'but got input with sizes {list(input.shape)} and grid with sizes {list(grid.shape)}')
    if mode == 'bicubic' and input.dim() == 5:
        raise RuntimeError('grid_sampler(): bicubic interpolation only supports 4D input')
    if not input.is_floating_point():
        name = f'grid_sampler_{input.dim() - 2}d_cpu' + ('_kernel_impl' if input.dim() == 4 else '')
        raise NotImplementedError(f'"{name}" not implemented for \'{torch._scalar_names[input.dtype]}\'')
    if input.dtype != grid.dtype:
        raise RuntimeError(f'expected scalar type {torch._scalar_names[input.dtype]} but found {torch._scalar_names[grid.dtype]}')
    if input.dim() == 4 and mode != 'bicubic' and input.dtype in (torch.float32, torch.float64) and input.numel():
        return _by_kernel(input, grid, mode, padding_mode, bool(align_corners))
    made = _grid_sample(input, grid, mode, padding_mode, align_corners)
    return torch._titled(made, f'GridSampler{input.dim() - 2}DBackward0')


def _by_kernel(input, grid, *rule):
    if torch.is_grad_enabled() and (input.requires_grad or grid.requires_grad):
        return torch._titled(_function().apply(input, grid, *rule), 'GridSampler2DBackward0')
    return torch._grid_sampler(input, grid, *_numbers(*rule))


def _numbers(mode, padding_mode, align_corners):
    return ('zeros', 'border', 'reflection').index(padding_mode), align_corners, mode == 'nearest'


@functools.cache
def _function():
    class GridSampler(torch.autograd.Function):
        @staticmethod
        def forward(ctx, input, grid, *rule):
            ctx.save_for_backward(input, grid)
            ctx.rule = rule
            return torch._grid_sampler(input, grid, *_numbers(*rule))

        @staticmethod
        def backward(ctx, gradient):
            input, grid = ctx.saved_tensors
            wanted = ctx.needs_input_grad[:2]
            if torch.is_grad_enabled():
                # Differentiable again: by way of the functions the sampling is made of.
                made = iter(torch.autograd.grad(_grid_sample(input, grid, *ctx.rule), [x for x, w in zip((input, grid), wanted) if w],
                                                gradient, create_graph=True))
                return tuple(next(made) if w else None for w in wanted) + (None, None, None)
            made = torch._grid_gradients(input, grid, gradient, *_numbers(*ctx.rule), *wanted)
            return made + (None, None, None)
    return GridSampler


_sampler = torch._checked('grid_sampler(Tensor input, Tensor grid, str mode, str padding_mode, bool align_corners)', _sampler)


def _grid_sample(input, grid, mode, padding_mode, align_corners):
    align = bool(align_corners)
    sizes = list(input.shape[2:])
    rank = len(sizes)
    batch, channels = input.shape[:2]
    flat = input.flatten(2)
    strides = [1] * rank
    for d in reversed(range(rank - 1)):
        strides[d] = strides[d + 1] * sizes[d + 1]
    # The last number of a grid point belongs to the first spatial dimension.
    positions = [_unnormalized(grid[..., rank - 1 - d], sizes[d], align) for d in range(rank)]

    def inside(x, size):
        if padding_mode == 'border':
            return x.clamp(0, size - 1)
        if padding_mode == 'reflection':
            x = _reflected(x, 0, 2 * (size - 1)) if align else _reflected(x, -1, 2 * size - 1)
            return x.clamp(0, size - 1)
        return x

    def pick(places):
        index = 0
        valid = None
        for place, size, stride in zip(places, sizes, strides):
            ok = (place >= 0) & (place < size)
            valid = ok if valid is None else valid & ok
            index = index + place.clamp(0, size - 1).to(torch.int64) * stride
        shape = index.shape[1:]
        values = flat.gather(2, index.reshape(batch, 1, -1).expand(batch, channels, -1))
        return values.reshape(batch, channels, *shape) * valid.to(input.dtype).unsqueeze(1)

    if mode == 'nearest':
        places = [inside(x, n) for x, n in zip(positions, sizes)]
        # Constant in the grid, but a function of it.
        share = 1
        for place in places:
            share = share + (place - place.detach()) * 0
        return pick([place.detach().round() for place in places]) * share.unsqueeze(1)
    if mode == 'bicubic':
        if rank != 2:
            raise RuntimeError('grid_sampler(): bicubic interpolation only supports 4D input')
        return _bicubic(positions, inside, pick, sizes)
    positions = [inside(x, n) for x, n in zip(positions, sizes)]
    low = [x.floor().detach() for x in positions]
    result = 0
    for corner in range(2 ** rank):
        bits = [corner >> (rank - 1 - d) & 1 for d in range(rank)]
        share = 1
        for x, base, bit in zip(positions, low, bits):
            share = share * ((x - base) if bit else (base + 1 - x))
        result = result + pick([base + bit for base, bit in zip(low, bits)]) * share.unsqueeze(1)
    return result


def _bicubic(positions, inside, pick, sizes):
    def weights(t, a=-0.75):
        def near(x):
            return ((a + 2) * x - (a + 3)) * x * x + 1

        def far(x):
            return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a
        return [far(t + 1), near(t), near(1 - t), far(2 - t)]
    low = [x.floor().detach() for x in positions]
    shares = [weights(x - base) for x, base in zip(positions, low)]
    result = 0
    for i in range(4):
        for j in range(4):
            places = [inside(low[0] + (i - 1), sizes[0]).detach(), inside(low[1] + (j - 1), sizes[1]).detach()]
            result = result + pick(places) * (shares[0][i] * shares[1][j]).unsqueeze(1)
    return result


def affine_grid(theta, size, align_corners=None):
    if not theta.is_floating_point():
        raise ValueError(f'Expected theta to have floating point type, but got {theta.dtype}')
    if len(size) not in (4, 5):
        raise NotImplementedError('affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. '
                                  f'Got size {size}.')
    rank = len(size) - 2
    if theta.dim() != 3 or theta.shape[-2:] != (rank, rank + 1):
        raise ValueError(f'Expected a batch of {rank}D affine matrices of shape Nx{rank}x{rank + 1} for size {size}. Got '
                         f'{theta.shape}.')
    if align_corners is None:
        _tell_default()
    elif align_corners and min(size[2:]) == 1:
        import warnings
        warnings.warn('Since version 1.3.0, affine_grid behavior has changed for unit-size grids when align_corners=True. This is '
                      'not an intended use case of affine_grid. See the documentation of affine_grid for details.', stacklevel=2)

    def line(n):
        if n == 1:
            return torch.zeros(1, dtype=theta.dtype)
        steps = torch.linspace(-1, 1, n, dtype=theta.dtype)
        return steps if align_corners else steps * (n - 1) / n
    sizes = list(size[2:])
    axes = torch.meshgrid(*[line(n) for n in sizes], indexing='ij')
    base = torch.stack(list(reversed(axes)) + [torch.ones_like(axes[0])], -1).reshape(1, -1, len(sizes) + 1)
    made = base.expand(theta.shape[0], -1, -1) @ theta.transpose(1, 2)
    return made.reshape(theta.shape[0], *sizes, len(sizes))

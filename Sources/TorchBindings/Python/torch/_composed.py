"""Functions made of other ones; looked up when neither a row nor the Python part of `torch` has a name.

`functions` are those of `torch`, `methods` those of `Tensor`, `functional` and `linalg` those of the modules.
"""
import functools

import torch
import torch.nn.functional as F
from torch import _factors, _grids, _legacy, _lobpcg, _rare, _schemas, _sparse_tensor
from torch.nn import _attention


def _hop(n_fft, hop_length, win_length):
    win_length = n_fft if win_length is None else win_length
    return (win_length // 4 if hop_length is None else hop_length), win_length


def _window(window, win_length, n_fft, like):
    if window is None:
        if win_length == n_fft:
            return None
        window = torch.ones(win_length, dtype=like.real.dtype if like.is_complex() else like.dtype)
    if window.dim() != 1 or window.shape[0] != win_length:
        raise RuntimeError(f'expected a 1D window tensor of size equal to win_length={win_length}, '
                           f'but got window with size {list(window.shape)}')
    left = (n_fft - win_length) // 2
    return F.pad(window, (left, n_fft - win_length - left)) if win_length < n_fft else window


def stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode='reflect', normalized=False,
         onesided=None, return_complex=None, align_to_window=None):
    hop_length, win_length = _hop(n_fft, hop_length, win_length)
    if return_complex is None:
        if not input.is_complex() and not (window is not None and window.is_complex()):
            raise RuntimeError('stft requires the return_complex parameter be given for real inputs, and will further '
                               'require that return_complex=True in a future PyTorch release.')
        return_complex = True
    if input.dim() not in (1, 2):
        raise RuntimeError(f'stft expected a 1D or 2D tensor, but got {input.dim()}D tensor')
    single = input.dim() == 1
    x = input.unsqueeze(0) if single else input
    if center:
        x = F.pad(x.unsqueeze(1), (n_fft // 2, n_fft // 2), pad_mode).squeeze(1)
    if hop_length <= 0:
        raise RuntimeError(f'stft: expected hop_length > 0, but got hop_length={hop_length}')
    if not 0 < n_fft <= x.shape[-1]:
        raise RuntimeError(f'stft: expected 0 < n_fft < {x.shape[-1]}, but got n_fft={n_fft}')
    window = _window(window, win_length, n_fft, x)
    frames = x.unfold(-1, n_fft, hop_length)
    if window is not None:
        frames = frames * window
    complex_input = frames.is_complex()
    if onesided is None:
        onesided = not complex_input
    if onesided and complex_input:
        raise RuntimeError('Cannot have onesided output if window or input is complex')
    norm = 'ortho' if normalized else None
    result = (torch.fft.rfft if onesided else torch.fft.fft)(frames, norm=norm).transpose(1, 2)
    if single:
        result = result.squeeze(0)
    return result if return_complex else torch.view_as_real(result)


def _overlap(frames, length, hop):
    """Adds frames (batch, time, samples), each `hop` after the one before."""
    batch, count, size = frames.shape
    places = (torch.arange(count).unsqueeze(1) * hop + torch.arange(size)).reshape(-1)
    return torch.zeros(batch, length, dtype=frames.dtype).index_add(1, places, frames.reshape(batch, -1))


def istft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None,
          length=None, return_complex=False):
    hop_length, win_length = _hop(n_fft, hop_length, win_length)
    if not input.is_complex():
        raise RuntimeError('istft requires a complex-valued input tensor matching the output from stft with '
                           'return_complex=True.')
    single = input.dim() == 2
    x = input.unsqueeze(0) if single else input
    if onesided is None:
        onesided = x.shape[1] != n_fft
    x = x.transpose(1, 2)
    norm = 'ortho' if normalized else None
    if return_complex:
        frames = torch.fft.ifft(x, norm=norm)
    else:
        frames = torch.fft.irfft(x if onesided else x[..., :n_fft // 2 + 1], n_fft, norm=norm)
    window = _window(window, win_length, n_fft, frames)
    if window is None:
        window = torch.ones(n_fft, dtype=frames.real.dtype if frames.is_complex() else frames.dtype)
    total = n_fft + hop_length * (x.shape[1] - 1)
    signal = _overlap(frames * window, total, hop_length)
    envelope = _overlap((window * window).expand(1, x.shape[1], n_fft), total, hop_length)
    start = n_fft // 2 if center else 0
    end = start + length if length is not None else (total - n_fft // 2 if center else total)
    stop = min(end, total)
    signal, envelope = signal[:, start:stop], envelope[:, start:stop]
    if envelope.abs().min().item() <= 1e-11:
        raise RuntimeError('window overlap add min: 1')
    signal = signal / envelope
    if end > total:
        signal = F.pad(signal, (0, end - total))
    return signal.squeeze(0) if single else signal


def unravel_index(indices, shape):
    if isinstance(shape, int):
        shape = (shape,)
    parts = []
    for size in reversed(tuple(shape)):
        parts.append(indices % size)
        indices = indices // size
    return tuple(reversed(parts))


def _reduced(losses, reduction):
    if reduction == 'none':
        return losses
    return losses.mean() if reduction == 'mean' else losses.sum()


def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    if size_average is not None or reduce is not None:
        reduction = 'none' if reduce is False else 'sum' if size_average is False else 'mean'
    x = input.reshape(1, -1) if input.dim() < 2 else input
    t = target.reshape(x.shape)
    valid = (t >= 0).to(torch.int64).cumprod(1).to(torch.bool)
    known = t.clamp(min=0)
    hits = torch.zeros(x.shape, dtype=torch.int64).scatter_add(1, known, valid.to(torch.int64)) > 0
    gaps = (1 - (x.gather(1, known).unsqueeze(2) - x.unsqueeze(1))).clamp(min=0)
    counted = valid.unsqueeze(2) & ~hits.unsqueeze(1)
    losses = torch.where(counted, gaps, torch.zeros((), dtype=x.dtype)).sum((1, 2)) / x.shape[1]
    if reduction == 'none' and input.dim() < 2:
        losses = losses.squeeze(0)
    return torch._titled(_reduced(losses, reduction), 'MultilabelMarginLossBackward0')


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """Samples of a relaxed categorical distribution; `hard`: one-hot, with the gradient of the soft ones."""
    if eps != 1e-10:
        import warnings
        warnings.warn('`eps` parameter is deprecated and has no effect.', stacklevel=2)
    gumbels = -torch.empty_like(logits).exponential_().log()
    soft = ((logits + gumbels) / tau).softmax(dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    return torch.zeros_like(logits).scatter_(dim, index, 1.0) - soft.detach() + soft


_REDUCTIONS = ('none', 'mean', 'sum')


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction='mean'):
    if reduce is False:
        reduction = 'none'
    elif size_average is not None or reduce is not None:
        reduction = 'sum' if size_average is False else 'mean'
    if p not in (1, 2):
        raise ValueError('only p == 1 and p == 2 supported')
    if weight is not None and weight.dim() != 1:
        raise ValueError('weight must be one-dimensional')
    if reduction not in _REDUCTIONS:
        raise ValueError(f'{reduction} is not a valid value for reduction')
    torch._refuse_gradient(weight, 'weight', 'multi_margin_loss')
    return _multi_margin_loss(input, target, p, margin, weight, reduction)


def _multi_margin_loss(input, target, p, margin, weight, reduction):
    if input.dim() > 2 or input.numel() == 0 and not (input.dim() == 2 and input.shape[1]):
        raise RuntimeError(f'Expected non-empty vector or matrix with optional 0-dim batch size, but got: {list(input.shape)}')
    count = input.shape[0] if input.dim() == 2 else 1
    if target.dim() > 1 or target.numel() != count:
        raise RuntimeError('multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch '
                           f'size). Expected target size [{count}], but got {list(target.shape)}. Input has shape '
                           f'{list(input.shape)}.')
    if input.dtype not in (torch.float32, torch.float64):
        raise NotImplementedError(f'"multi_margin_loss_cpu_kernel" not implemented for \'{torch._scalar_names[input.dtype]}\'')
    if weight is not None and weight.numel() != (input.shape[-1] if input.dim() else 1):
        raise RuntimeError(f'inconsistent weight size, expected {input.shape[-1] if input.dim() else 1} but got {list(weight.shape)}')
    if target.dtype != torch.int64:
        raise RuntimeError(f'expected scalar type Long but found {torch._scalar_names[target.dtype]}')
    x = input.reshape(1, -1) if input.dim() < 2 else input
    t = target.reshape(-1)
    if t.numel() and not (t.min() >= 0 and t.max() < x.shape[1]):
        raise RuntimeError('target out of range')
    known = x.gather(1, t.unsqueeze(1))
    gaps = (margin - known + x).clamp(min=0)
    if p == 2:
        gaps = gaps * gaps
    if weight is not None:
        gaps = gaps * weight[t].unsqueeze(1)
    others = torch.ones(x.shape, dtype=torch.bool).scatter(1, t.unsqueeze(1), False)
    losses = torch.where(others, gaps, torch.zeros((), dtype=x.dtype)).sum(1) / x.shape[1]
    if reduction == 'none' and input.dim() < 2:
        losses = losses.squeeze(0)
    return torch._titled(_reduced(losses, reduction), 'MultiMarginLossBackward0')


_multi_margin_loss = torch._checked('multi_margin_loss(Tensor input, Tensor target, Number p, Number margin, Tensor? weight, str reduction)',
                                    _multi_margin_loss)


def _check_ctc(log_probs, targets, frames, sizes, blank):
    """What torch refuses of the arguments of `ctc_loss`, in its order."""
    if not log_probs.numel():
        raise RuntimeError('log_probs tensor must not be empty')
    batch, labels = log_probs.size(1), log_probs.size(2)
    if not 0 <= blank < labels:
        raise RuntimeError('blank must be in label range')
    for name, lengths in (('input_lengths', frames), ('target_lengths', sizes)):
        if len(lengths) != batch:
            raise RuntimeError(f'{name} must be of size batch_size')
    for place, n in enumerate(sizes):
        if n < 0:
            raise RuntimeError(f'Expected target_lengths to have value at least 0, but got value {n} (while checking arguments for '
                               'ctc_loss_allocate_outputs)')
    for place, n in enumerate(frames):
        if n < 0:
            raise RuntimeError(f'Expected input_lengths to have value at least 0, but got value {n} (while checking arguments for '
                               'ctc_loss_allocate_outputs)')
        if n > log_probs.size(0):
            raise RuntimeError(f'Expected input_lengths to have value at most {log_probs.size(0)}, but got value {n} (while checking '
                               'arguments for ctc_loss_allocate_outputs)')
    tail = "for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)"
    if targets.dim() not in (1, 2):
        raise RuntimeError(f'Expected 1 to 2 dimensions, but got {targets.dim()}-dimensional tensor {tail}')
    if targets.dim() == 1 and targets.size(0) != sum(sizes):
        raise RuntimeError(f'Expected tensor to have size {sum(sizes)} at dimension 0, but got size {targets.size(0)} {tail}')
    if targets.dim() == 2 and targets.size(0) != batch:
        raise RuntimeError(f'Expected tensor to have size {batch} at dimension 0, but got size {targets.size(0)} {tail}')
    if targets.dim() == 2 and targets.size(1) < max(sizes, default=0):
        raise RuntimeError(f'Expected tensor to have size at least {max(sizes)} at dimension 1, but got size {targets.size(1)} {tail}')


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False):
    if reduction not in _REDUCTIONS:
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return _ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, _REDUCTIONS.index(reduction), zero_infinity)


def _ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, reduction, zero_infinity):
    reduction = _REDUCTIONS[reduction]
    for name, lengths in (('input_lengths', input_lengths), ('target_lengths', target_lengths)):
        if torch.is_tensor(lengths) and lengths.dtype not in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
            raise RuntimeError(f'{name} must be integral')
    single = log_probs.dim() != 3
    if single:
        log_probs = log_probs.unsqueeze(1)
        targets = targets.unsqueeze(0) if targets.dim() == 1 else targets
    if log_probs.dim() != 3:
        raise RuntimeError(f"Expected 3-dimensional tensor, but got {log_probs.dim()}-dimensional tensor for argument #1 'log_probs' "
                           '(while checking arguments for ctc_loss_allocate_outputs)')
    if log_probs.dtype not in (torch.float32, torch.float64):
        raise NotImplementedError(f'"ctc_loss_cpu" not implemented for \'{torch._scalar_names[log_probs.dtype]}\'')
    _check_ctc(log_probs, targets, torch.as_tensor(input_lengths).reshape(-1).tolist(),
               torch.as_tensor(target_lengths).reshape(-1).tolist(), blank)
    steps, batch, _ = log_probs.shape
    frames = torch.as_tensor(input_lengths, dtype=torch.int64).reshape(-1)
    sizes = torch.as_tensor(target_lengths, dtype=torch.int64).reshape(-1)
    longest = int(sizes.max()) if batch else 0
    if targets.dim() == 1 and not single:
        rows, start = [], 0
        for n in sizes.tolist():
            rows.append(F.pad(targets[start:start + n], (0, longest - n)))
            start += n
        targets = torch.stack(rows)
    targets = targets.reshape(batch, -1)[:, :longest].to(torch.int64)
    # Labels with blanks between them: blank a blank b blank.
    states = torch.full((batch, 2 * longest + 1), blank, dtype=torch.int64)
    states[:, 1::2] = targets
    low = torch.finfo(log_probs.dtype).min / 2
    skip = torch.zeros(states.shape, dtype=torch.bool)
    skip[:, 2:] = (states[:, 2:] != blank) & (states[:, 2:] != states[:, :-2])
    emitted = log_probs.gather(2, states.unsqueeze(0).expand(steps, batch, -1))
    outside = torch.full((batch, 2), low, dtype=log_probs.dtype)
    alpha = torch.full(states.shape, low, dtype=log_probs.dtype)
    first = (torch.arange(states.shape[1]) < 2).expand(states.shape)
    alpha = torch.where(first, emitted[0], alpha)
    for t in range(1, steps):
        before = torch.cat([outside, alpha], 1)
        parts = torch.stack([alpha, before[:, 1:-1], torch.where(skip, before[:, :-2], torch.full((), low, dtype=alpha.dtype))])
        moved = torch.logsumexp(parts, 0) + emitted[t]
        alpha = torch.where((t < frames).unsqueeze(1), moved, alpha)
    last = alpha.gather(1, (2 * sizes).unsqueeze(1))
    other = alpha.gather(1, (2 * sizes - 1).clamp(min=0).unsqueeze(1))
    other = torch.where((sizes > 0).unsqueeze(1), other, torch.full((), low, dtype=alpha.dtype))
    losses = -torch.logsumexp(torch.cat([last, other], 1), 1)
    # torch's gradient is that of the logits before log_softmax: it adds the probabilities.
    alive = (torch.arange(steps).unsqueeze(1) < frames.unsqueeze(0)).unsqueeze(2)
    total = (log_probs.exp() * alive).sum((0, 2))
    losses = losses + (total - total.detach())
    losses = torch.where(losses > -low / 2, torch.full((), float('inf'), dtype=alpha.dtype), losses)
    if zero_infinity:
        losses = torch.where(torch.isinf(losses), torch.zeros((), dtype=alpha.dtype), losses)
    if reduction == 'mean':
        return (losses / sizes.clamp(min=1).to(losses.dtype)).mean()
    if reduction == 'sum':
        return losses.sum()
    return losses.squeeze(0) if single else losses


_ctc_loss = torch._checked('|'.join(
    f'ctc_loss(Tensor log_probs, Tensor targets, {lengths} input_lengths, {lengths} target_lengths, int blank, int reduction, '
    'bool zero_infinity)' for lengths in ('int[]', 'Tensor')), _ctc_loss)


def _lp_pool(pool, rank, input, norm_type, kernel_size, stride, ceil_mode):
    size = (kernel_size,) * rank if isinstance(kernel_size, int) else tuple(kernel_size)
    count = 1
    for n in size:
        count *= n
    out = pool(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (torch.sign(out) * F.relu(torch.abs(out))).mul(count).pow(1.0 / norm_type)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    return _lp_pool(F.avg_pool1d, 1, input, norm_type, kernel_size, stride, ceil_mode)


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    return _lp_pool(F.avg_pool3d, 3, input, norm_type, kernel_size, stride, ceil_mode)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    return _lp_pool(F.avg_pool2d, 2, input, norm_type, kernel_size, stride, ceil_mode)


def pdist(input, p=2.0):
    if input.dim() != 2:
        raise RuntimeError(f'pdist only supports 2D tensors, got: {input.dim()}D')
    if not input.is_floating_point():
        raise RuntimeError('pdist only supports floating-point dtypes')
    if p < 0:
        raise RuntimeError('pdist only supports non-negative p values')
    n = input.shape[0]
    if input.dtype.itemsize == 2 and n > 1 and input.shape[1] > 0:
        raise NotImplementedError(f'"pdist" not implemented for \'{"Half" if input.dtype is torch.float16 else "BFloat16"}\'')
    if p in (0, 1, 2, float('inf')) and input.shape[1] > 0 and not (input.requires_grad and torch.is_grad_enabled()):
        # Twice as many distances, but no array of differences.
        pairs = torch.cdist(input, input, p, compute_mode='donot_use_mm_for_euclid_dist')
        return pairs[torch.ones(n, n, dtype=torch.bool).triu(1)]
    i, j = torch.triu_indices(n, n, 1)
    gaps = input[i] - input[j]
    if p == 0:
        return (gaps != 0).to(input.dtype).sum(-1) + (gaps * 0).sum(-1)
    return torch.linalg.vector_norm(gaps, p, -1)


pdist = torch._checked('pdist(Tensor input, float p=2)', pdist)


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    if training:
        # Only elements that are not positive draw, one double each.
        low = (input <= 0).detach()
        slope = torch.ones(input.shape, dtype=input.dtype)
        drawn = torch.empty(int(low.sum()), dtype=torch.float64).uniform_(lower, upper)
        slope[low] = drawn.to(input.dtype)
        # A slope of one changes nothing but that second derivatives exist, which are zero.
        result = F.leaky_relu(input, 1.0) * slope
    else:
        result = F.leaky_relu(input, (lower + upper) / 2)
    return input.copy_(result) if inplace else result


def rrelu_(input, lower=1.0 / 8, upper=1.0 / 3, training=False):
    return rrelu(input, lower, upper, training, True)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode='mean',
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    if mode not in ('sum', 'mean', 'max'):
        raise ValueError('mode has to be one of sum, mean or max')
    if weight.dtype == torch.int64 and input.is_floating_point():
        import warnings
        warnings.warn('Argument order of nn.functional.embedding_bag was changed. Usage `embedding_bag(weight, input, ...)` is '
                      'deprecated, and should now be `embedding_bag(input, weight, ...)`.')
        input, weight = weight, input
    if per_sample_weights is not None and input.size() != per_sample_weights.size():
        raise ValueError(f'embedding_bag: If per_sample_weights ({per_sample_weights.shape}) is not None, then it must have the same '
                         f'shape as the input ({input.shape})')
    if input.dim() not in (1, 2):
        raise ValueError(f'input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}')
    if weight.dim() != 2:
        raise ValueError(f'weight has to be a 2D Tensor, but got Tensor of dimension {weight.dim()}')
    if per_sample_weights is not None and mode != 'sum':
        raise NotImplementedError("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported "
                                  f"for mode='sum' (got mode='{mode}'). Please open a feature request on GitHub.")
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError('if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed '
                             f'length sequences. However, found offsets of type {type(offsets)}')
        if input.dtype == torch.bool or input.is_complex():
            raise NotImplementedError(f'"arange_cpu" not implemented for \'{torch._scalar_names[input.dtype]}\'')
        if not input.shape[1]:
            raise RuntimeError('step must be nonzero')
        bags = input.shape[0]
        places = torch.arange(bags).repeat_interleave(input.shape[1])
        input = input.reshape(-1)
        if per_sample_weights is not None:
            per_sample_weights = per_sample_weights.reshape(-1)
    else:
        if offsets is None:
            raise ValueError('offsets has to be a 1D Tensor but got None')
        if offsets.dim() != 1:
            raise ValueError('offsets has to be a 1D Tensor')
        starts = offsets[:-1] if include_last_offset else offsets
        bags = starts.shape[0]
        places = torch.bucketize(torch.arange(input.shape[0]), starts.to(torch.int64), right=True) - 1
    _check_bag(input, weight)
    if padding_idx is not None and not -weight.shape[0] <= padding_idx < weight.shape[0]:
        raise RuntimeError(f'padding_idx must be within the number of embeddings, -{weight.shape[0]} through {weight.shape[0] - 1}, '
                           f'but got {padding_idx}')
    if max_norm is not None:
        with torch.no_grad():
            used = input.unique()
            weight[used] = weight[used].renorm(norm_type, 0, max_norm)
    if padding_idx is not None:
        kept = (input != padding_idx % weight.shape[0]).nonzero().squeeze(1)
        input, places = input[kept], places[kept]
        if per_sample_weights is not None:
            per_sample_weights = per_sample_weights[kept]
    rows = F.embedding(input, weight, scale_grad_by_freq=scale_grad_by_freq)
    if per_sample_weights is not None:
        rows = rows * per_sample_weights.unsqueeze(1)
    if mode == 'max':
        parts = []
        for bag in range(bags):
            mine = rows[places == bag]
            parts.append(mine.max(0)[0] if mine.shape[0] else weight.new_zeros(weight.shape[1]))
        return _bag(torch.stack(parts)) if parts else weight.new_zeros(0, weight.shape[1])
    result = torch.zeros(bags, weight.shape[1], dtype=weight.dtype).index_add(0, places, rows)
    if mode == 'mean':
        counts = torch.zeros(bags, dtype=weight.dtype).index_add(0, places, torch.ones(places.shape[0], dtype=weight.dtype))
        result = result / counts.clamp(min=1).unsqueeze(1)
    return _bag(result)


def _check_bag(input, weight):
    for number, name, tensor, dtypes in (
            (1, 'indices', input, {'Long': torch.int64, 'Int': torch.int32}),
            (1, 'weight', weight, {'Half': torch.float16, 'BFloat16': torch.bfloat16, 'Float': torch.float32,
                                   'Double': torch.float64})):
        if tensor.dtype not in dtypes.values():
            raise RuntimeError(f"Expected tensor for argument #{number} '{name}' to have one of the following scalar types: "
                               f'{", ".join(dtypes)}; but got {torch._backend_type(tensor)} instead (while checking arguments for '
                               'embedding_bag)')
    wrong = input[(input < 0) | (input >= weight.shape[0])]
    if wrong.numel():
        place = int(((input < 0) | (input >= weight.shape[0])).nonzero()[0])
        raise RuntimeError(f'Index {place} of input takes value {int(wrong[0])} which is not in the valid range '
                           f'[0, {weight.shape[0]})')


def _bag(result):
    return torch._titled(result, 'EmbeddingBagBackward0') if result.requires_grad else result


def channel_shuffle(input, groups):
    if input.dim() <= 2:
        raise RuntimeError(f'channel_shuffle expects input with > 2 dims, but got input with sizes {list(input.shape)}')
    batch, channels = input.shape[:2]
    if groups <= 0:
        raise RuntimeError(f'Number of groups to divide channels in must be positive. Value of groups:{groups}')
    if channels % groups:
        raise RuntimeError(f'Number of channels must be divisible by groups. Got {channels} channels and {groups} groups.')
    rest = tuple(input.shape[2:])
    return input.reshape(batch, groups, channels // groups, *rest).transpose(1, 2).reshape(input.shape)


channel_shuffle = torch._checked('channel_shuffle(Tensor input, int groups)', channel_shuffle)


# MARK: Tensors


def select_scatter(input, src, dim, index):
    result = input.clone()
    result.select(dim, index).copy_(src)
    return result


def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1):
    result = input.clone()
    result.diagonal(offset, dim1, dim2).copy_(src)
    return result


def as_strided_scatter(input, src, size, stride, storage_offset=None):
    result = _scatter().apply(input, src, size, stride, storage_offset or 0)
    return torch._titled(result, 'AsStridedScatterBackward0') if result.requires_grad else result


@functools.cache
def _scatter():
    class AsStridedScatter(torch.autograd.Function):
        @staticmethod
        def forward(ctx, input, src, *place):
            ctx.place = place
            result = input.clone()
            result.as_strided(*place).copy_(src)
            return result

        @staticmethod
        def backward(ctx, grad):
            # As torch has it, the gradient of input is that of what was replaced.
            part = grad.contiguous().as_strided(*ctx.place)
            return as_strided_scatter(torch.zeros_like(grad), part, *ctx.place), part.clone(), None, None, None
    return AsStridedScatter


def unsafe_chunk(input, chunks, dim=0):
    return input.chunk(chunks, dim)


def unsafe_split(input, split_size, dim=0):
    return input.split(split_size, dim)


def empty_strided(size, stride, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    last = sum((n - 1) * s for n, s in zip(size, stride)) + 1 if all(n > 0 for n in size) else 0
    return torch.empty(max(last, 0), dtype=dtype).as_strided(size, stride).requires_grad_(requires_grad)


functions = dict(
    stft=stft, istft=istft, unravel_index=unravel_index, pdist=pdist, rrelu=rrelu, rrelu_=rrelu_, embedding_bag=embedding_bag,
    select_scatter=select_scatter, diagonal_scatter=diagonal_scatter, as_strided_scatter=as_strided_scatter,
    unsafe_chunk=unsafe_chunk, unsafe_split=unsafe_split, channel_shuffle=channel_shuffle, empty_strided=empty_strided,
    affine_grid_generator=_grids.affine_grid)
methods = dict(
    stft=stft, istft=istft, select_scatter=select_scatter, diagonal_scatter=diagonal_scatter,
    as_strided_scatter=as_strided_scatter, unsafe_chunk=unsafe_chunk, unsafe_split=unsafe_split)
functional = dict(
    multilabel_margin_loss=multilabel_margin_loss, pdist=pdist, rrelu=rrelu, rrelu_=rrelu_, embedding_bag=embedding_bag,
    grid_sample=_grids.grid_sample, affine_grid=_grids.affine_grid, channel_shuffle=channel_shuffle, ctc_loss=ctc_loss,
    lp_pool1d=lp_pool1d, lp_pool2d=lp_pool2d, lp_pool3d=lp_pool3d, multi_margin_loss=multi_margin_loss,
    gumbel_softmax=gumbel_softmax, native_channel_shuffle=channel_shuffle)
linalg = _factors.linalg
functions.update(_factors.functions)
methods.update(_factors.methods)
functions.update(_rare.functions)
methods.update(_rare.methods)
methods.update(_legacy.methods)
methods.update(_sparse_tensor.methods)
functional.update(_rare.functional)


def _in_place(name):
    return lambda input, *args, **kwargs: getattr(F, name)(input, *args, inplace=True, **kwargs)


def _with_indices(name):
    return lambda *args, **kwargs: getattr(F, name)(*args, return_indices=True, **kwargs)


for _name in ('relu', 'elu', 'leaky_relu', 'hardtanh', 'threshold', 'selu', 'celu'):
    functional[_name + '_'] = _in_place(_name)
for _name in ('max_pool1d', 'max_pool2d', 'max_pool3d', 'adaptive_max_pool1d', 'adaptive_max_pool2d', 'adaptive_max_pool3d'):
    functional[_name + '_with_indices'] = _with_indices(_name)
functional['triplet_margin_with_distance_loss'] = lambda anchor, positive, negative, **options: (
    torch.nn.TripletMarginWithDistanceLoss(**options)(anchor, positive, negative))

functional['multi_head_attention_forward'] = _attention.multi_head_attention_forward

for _table in (functions, linalg):
    for _name, _function in _table.items():
        if hasattr(_function, '__code__'):
            _table[_name] = torch._takes_out(_function)
functions['lobpcg'] = _lobpcg.lobpcg
_schemas.checked_methods(methods)

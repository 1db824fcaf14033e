"""`torch.nn.attention.flex_attention`: attention whose scores a function changes, or whose mask a function tells."""
import math

import torch

__all__ = ['BlockMask', 'flex_attention', 'create_block_mask', 'create_mask', 'and_masks', 'or_masks', 'noop_mask']


def _places(*sizes):
    """The indices of each dimension, to be broadcast against the others."""
    return [torch.arange(n).reshape([-1 if k == d else 1 for k in range(len(sizes))]) for d, n in enumerate(sizes)]


def _mapped(function, sizes, *before):
    """A function of single places, called for all: at once where it is made of operations of tensors, else one by one."""
    places = _places(*sizes)
    try:
        made = function(*before, *places)
        return torch.as_tensor(made).expand(sizes)
    except RuntimeError:
        grid = [p.expand(sizes).reshape(-1) for p in places]
        flat = [b.expand(sizes).reshape(-1) for b in before]
        return torch.stack([torch.as_tensor(function(*values)) for values in zip(*flat, *grid)]).reshape(sizes)


def noop_mask(batch, head, token_q, token_kv):
    return torch.ones((), dtype=torch.bool)


def and_masks(*mask_mods):
    def both(b, h, q, kv):
        made = torch.ones((), dtype=torch.bool)
        for mod in mask_mods:
            made = made & mod(b, h, q, kv)
        return made
    return both


def or_masks(*mask_mods):
    def either(b, h, q, kv):
        made = torch.zeros((), dtype=torch.bool)
        for mod in mask_mods:
            made = made | mod(b, h, q, kv)
        return made
    return either


def create_mask(mod_fn, B, H, Q_LEN, KV_LEN, device='cpu'):
    return _mapped(mod_fn, (B or 1, H or 1, Q_LEN, KV_LEN)).clone()


class BlockMask:
    """What a mask function tells, as one mask."""

    def __init__(self, mask, mask_mod, block_size):
        self._mask, self.mask_mod, self.BLOCK_SIZE = mask, mask_mod, (block_size, block_size)
        self.shape = tuple(mask.shape)

    def to_dense(self):
        """Which blocks hold anything."""
        b, h, q, kv = self.shape
        size = self.BLOCK_SIZE[0]
        rows, columns = -(-q // size), -(-kv // size)
        padded = torch.nn.functional.pad(self._mask, (0, columns * size - kv, 0, rows * size - q))
        return padded.reshape(b, h, rows, size, columns, size).any(5).any(3).to(torch.int32)

    def sparsity(self):
        return 100 * (1 - self.to_dense().float().mean().item())

    def __repr__(self):
        return f'BlockMask(shape={self.shape}, sparsity={self.sparsity():.2f}%, block_size={self.BLOCK_SIZE})'


def create_block_mask(mask_mod, B, H, Q_LEN, KV_LEN, device='cpu', BLOCK_SIZE=128, _compile=False):
    return BlockMask(create_mask(mask_mod, B, H, Q_LEN, KV_LEN), mask_mod, BLOCK_SIZE)


def flex_attention(query, key, value, score_mod=None, block_mask=None, scale=None, enable_gqa=False, return_lse=False,
                   kernel_options=None):
    if enable_gqa:
        times = query.size(-3) // key.size(-3)
        key, value = key.repeat_interleave(times, -3), value.repeat_interleave(times, -3)
    scores = query @ key.transpose(-2, -1) * (1 / math.sqrt(query.size(-1)) if scale is None else scale)
    if score_mod is not None:
        scores = _mapped(score_mod, tuple(scores.shape), scores)
    if block_mask is not None:
        q, kv = scores.shape[-2:]
        scores = scores.masked_fill(~block_mask._mask[..., :q, :kv], -math.inf)
    total = scores.logsumexp(-1)
    weights = torch.exp(scores - total.unsqueeze(-1)).nan_to_num(0.0)
    out = weights @ value
    return (out, total) if return_lse else out

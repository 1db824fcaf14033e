"""Attention of several heads over projected queries, keys and values: what `MultiheadAttention` computes, as a function."""
import math

import torch
import torch.nn.functional as F


def _check(query, key, value, separate, size, heads):
    batched = query.dim() == 3
    if query.dim() not in (2, 3):
        raise AssertionError(f'query should be unbatched 2D or batched 3D tensor but received {query.dim()}-D query tensor')
    # Of other layouts than a plain tensor's this one is asked first.
    if not (key.is_nested or value.is_nested) and not key.dim() == value.dim() == query.dim():
        kind = 'batched (3-D)' if batched else 'unbatched (2-D)'
        raise AssertionError(f'For {kind} `query`, expected `key` and `value` to be {query.dim()}-D but found '
                             f'{key.dim()}-D and {value.dim()}-D tensors respectively')
    if query.size(-1) != size:
        raise AssertionError(f'was expecting embedding dimension of {size}, but got {query.size(-1)}')
    if not separate and key.shape != value.shape:
        raise AssertionError(f'key shape {key.shape} does not match value shape {value.shape}')
    return batched


def _projected(query, key, value, weight, weights, bias):
    """Queries, keys and values, by one matrix that holds three, or by three."""
    if weights is None and query is key and key is value:
        made = F.linear(query, weight, bias)
        made = made.unflatten(-1, (3, query.size(-1))).unsqueeze(0).transpose(0, -2).squeeze(-2).contiguous()
        return made[0], made[1], made[2]
    weights = weight.chunk(3) if weights is None else weights
    biases = (None, None, None) if bias is None else bias.chunk(3)
    return [F.linear(*parts) for parts in zip((query, key, value), weights, biases)]


def _mask(q, attn_mask, key_padding_mask, batch, heads, width, added):
    def number(mask):
        if mask is None:
            return None
        if mask.dtype == torch.bool:
            mask = torch.zeros_like(mask, dtype=q.dtype).masked_fill_(mask, float('-inf'))
        return F.pad(mask, (0, added)) if added else mask
    mask, padding = number(attn_mask), number(key_padding_mask)
    if mask is not None and mask.dim() == 2:
        mask = mask.unsqueeze(0)
    if padding is None:
        return mask
    padding = padding.view(batch, 1, 1, width).expand(-1, heads, -1, -1).reshape(batch * heads, 1, width)
    return padding if mask is None else mask + padding


def multi_head_attention_forward(query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k, bias_v,
                                 add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True, key_padding_mask=None,
                                 need_weights=True, attn_mask=None, use_separate_proj_weight=False, q_proj_weight=None,
                                 k_proj_weight=None, v_proj_weight=None, static_k=None, static_v=None, average_attn_weights=True,
                                 is_causal=False):
    """Outputs of the sequence-first form, and the weights of the attention, or None."""
    batched = _check(query, key, value, use_separate_proj_weight, embed_dim_to_check, num_heads)
    same = query is key and key is value
    if not batched:
        query, key, value = [x.unsqueeze(1) for x in ((query,) * 3 if same else (query, key, value))]
        key, value = (query, query) if same else (key, value)
    length, batch, size = query.shape
    head_size = size // num_heads
    weights = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else None
    q, k, v = _projected(query, key, value, in_proj_weight, weights, in_proj_bias)
    added = 0
    if bias_k is not None:
        k = torch.cat([k, bias_k.repeat(1, batch, 1)])
        v = torch.cat([v, bias_v.repeat(1, batch, 1)])
        added = 1
    heads = batch * num_heads
    q, k, v = [x.contiguous().view(x.shape[0], heads, head_size).transpose(0, 1) for x in (q, k, v)]
    k, v = (k if static_k is None else static_k), (v if static_v is None else static_v)
    if add_zero_attn:
        zero = k.new_zeros(heads, 1, head_size)
        k, v = torch.cat([k, zero], 1), torch.cat([v, zero], 1)
        added += 1
    mask = _mask(q, attn_mask, key_padding_mask, batch, num_heads, k.shape[1], added)
    dropped = dropout_p if training else 0.0
    shown = None
    if need_weights:
        scaled = q * math.sqrt(1.0 / head_size)
        scores = torch.bmm(scaled, k.transpose(-2, -1)) if mask is None else torch.baddbmm(mask, scaled, k.transpose(-2, -1))
        attention = F.softmax(scores, -1)
        if dropped > 0:
            attention = F.dropout(attention, dropped)
        out = torch.bmm(attention, v).transpose(0, 1).contiguous().view(length * batch, size)
        shown = attention.view(batch, num_heads, length, k.shape[1])
        if average_attn_weights:
            shown = shown.mean(1)
    else:
        q, k, v = [x.view(batch, num_heads, -1, head_size) for x in (q, k, v)]
        if mask is not None:
            mask = mask.unsqueeze(0) if mask.shape[0] == 1 else mask.view(batch, num_heads, -1, mask.shape[-1])
        out = F.scaled_dot_product_attention(q, k, v, mask, dropped)
        out = out.permute(2, 0, 1, 3).contiguous().view(batch * length, size)
    out = F.linear(out, out_proj_weight, out_proj_bias).view(length, batch, -1)
    if not batched:
        return out.squeeze(1), None if shown is None else shown.squeeze(0)
    return out, shown

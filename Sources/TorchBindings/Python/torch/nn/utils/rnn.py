"""Sequences of several lengths: padding and packing."""
import operator
from collections import namedtuple

import torch


PackedSequence_ = namedtuple('PackedSequence_', ('data', 'batch_sizes', 'sorted_indices', 'unsorted_indices'),
                             defaults=(None, None, None))
PackedSequence_.__name__ = 'PackedSequence'


class PackedSequence(PackedSequence_):
    """The steps of sequences sorted by length, one step of all living sequences after the other."""

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None and sorted_indices is not None:
            unsorted_indices = invert_permutation(sorted_indices)
        if batch_sizes is None and not torch.is_tensor(data):
            data, batch_sizes = data
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        data = self.data.to(*args, **kwargs)
        return self if data is self.data else type(self)(data, self.batch_sizes, self.sorted_indices, self.unsorted_indices)

    def is_pinned(self):
        return False

    def pin_memory(self):
        return self

    def cuda(self, *args, **kwargs):
        return type(self)(self.data.cuda(*args, **kwargs), *self[1:])

    def half(self):
        return self.to(torch.float16)

    def long(self):
        return self.to(torch.int64)

    def int(self):
        return self.to(torch.int32)

    def short(self):
        return self.to(torch.int16)

    def char(self):
        return self.to(torch.int8)

    def byte(self):
        return self.to(torch.uint8)

    def cpu(self):
        return self

    def float(self):
        return self.to(torch.float32)

    def double(self):
        return self.to(torch.float64)

    @property
    def is_cuda(self):
        return False


def invert_permutation(permutation):
    if permutation is None:
        return None
    result = torch.empty_like(permutation)
    result[permutation] = torch.arange(permutation.numel())
    return result


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    if not torch.is_tensor(lengths) or lengths.dtype is not torch.int64:
        lengths = _lengths(lengths)
    if not enforce_sorted and lengths.dim() == 0:
        raise IndexError('Dimension specified as -1 but tensor has no dimensions')
    if enforce_sorted:
        order = None
    else:
        lengths, order = torch.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, order)
    data, batch_sizes = _packed(input, lengths, batch_first)
    return PackedSequence(data, batch_sizes, order)


def _lengths(lengths):
    if torch.is_tensor(lengths):
        return lengths.to(torch.int64)
    if isinstance(lengths, (list, tuple, int, float)):
        for n in lengths if isinstance(lengths, (list, tuple)) else ():
            if torch.is_tensor(n):
                operator.index(n)
        return torch.as_tensor(lengths, dtype=torch.int64)
    operator.index(lengths)
    return torch.as_tensor(lengths, dtype=torch.int64)


def _pack(input, lengths, batch_first):
    if lengths.dim() != 1:
        raise RuntimeError("'lengths' argument should be a 1D CPU int64 tensor, but got "
                           f'{lengths.dim()}D cpu Long tensor')
    if not input.numel():
        raise RuntimeError('Cannot pack empty tensors.')
    if batch_first:
        input = input.transpose(0, 1)
    sizes = lengths.tolist()
    input.size(1)
    if len(sizes) != input.shape[1]:
        raise RuntimeError(f'Expected `len(lengths)` to be equal to batch_size, but got {len(sizes)} (batch_size={input.shape[1]})')
    if sizes and sizes[-1] <= 0:
        raise RuntimeError('Length of all samples has to be greater than 0, but found an element in \'lengths\' that is <= 0')
    for a, b in zip(sizes, sizes[1:]):
        if a < b:
            raise RuntimeError('`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can '
                               'pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this '
                               'requirement if you do not need ONNX exportability.')
    batch_sizes = [sum(1 for n in sizes if n > t) for t in range(sizes[0] if sizes else 0)]
    data = torch.cat([input[t, :b] for t, b in enumerate(batch_sizes)])
    return torch._titled(data, 'PackPaddedSequenceBackward0') if data.requires_grad else data, torch.tensor(batch_sizes)


_packed = torch._checked('_pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first)', _pack)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    batch_sizes = sequence.batch_sizes.tolist()
    steps = len(batch_sizes)
    if total_length is not None:
        if total_length < steps:
            raise ValueError('Expected total_length to be at least the length of the longest sequence in input, but got '
                             f'total_length={total_length} and max sequence length being {steps}')
        steps = total_length
    width = batch_sizes[0]
    rest = tuple(sequence.data.shape[1:])
    rows = []
    for part, b in zip(sequence.data.split(batch_sizes), batch_sizes):
        if b < width:
            part = torch.cat([part, part.new_full((width - b,) + rest, padding_value)])
        rows.append(part)
    blank = steps - len(rows)
    rows.extend(sequence.data.new_full((width,) + rest, padding_value) for _ in range(blank))
    padded = torch.stack(rows)
    lengths = torch.tensor([sum(1 for b in batch_sizes if b > k) for k in range(width)])
    if batch_first:
        padded = padded.transpose(0, 1)
    if sequence.unsorted_indices is not None:
        padded = padded.index_select(0 if batch_first else 1, sequence.unsorted_indices)
        lengths = lengths[sequence.unsorted_indices]
    return padded, lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side='right'):
    if not hasattr(sequences, '__iter__'):
        raise RuntimeError('pad_sequence: Expected iterable for input sequences, but got arg of type: '
                           f'{type(sequences)}')
    sequences = list(sequences)
    for k, s in enumerate(sequences):
        if not torch.is_tensor(s):
            raise TypeError(f'expected Tensor as element {k} in argument 0, but got {type(s).__name__}')
    if not sequences:
        raise RuntimeError('received an empty list of sequences')
    if not isinstance(batch_first, bool):
        raise TypeError("pad_sequence(): argument 'batch_first' (position 2) must be bool, not "
                        f'{type(batch_first).__name__}')
    longest = max(s.shape[0] for s in sequences)
    rest = tuple(sequences[0].shape[1:])
    rows = []
    for s in sequences:
        missing = longest - s.shape[0]
        if missing:
            blank = s.new_full((missing,) + rest, padding_value)
            s = torch.cat([s, blank] if padding_side == 'right' else [blank, s])
        rows.append(s)
    return torch.stack(rows, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    return [row[:n] for row, n in zip(padded_sequences, lengths.tolist())]


def pack_sequence(sequences, enforce_sorted=True):
    lengths = torch.as_tensor([s.size(0) for s in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)

"""The other compressed layouts of sparse matrices: by columns (CSC), and of blocks (BSR, BSC), with dense dimensions behind.

A compressed dimension holds where each of its rows (or columns) begins; the plain one holds the places of the values.
"""
import torch
from torch import _sparse_tensor as base

sparse_bsr, sparse_csc, sparse_bsc = (torch._named_layout('torch.sparse_' + name) for name in ('bsr', 'csc', 'bsc'))
_layouts = {'csr': base.sparse_csr, 'csc': sparse_csc, 'bsr': sparse_bsr, 'bsc': sparse_bsc}


class CompressedTensor(base.Tensor):
    """A matrix whose places are compressed along its rows or its columns."""

    def __repr__(self, *, tensor_contents=None):
        first, second = ('crow', 'col') if self._by_rows else ('ccol', 'row')
        text = ('tensor(' + base._indented(first + '_indices', self._compressed) + '\n       '
                + base._indented(second + '_indices', self._plain) + '\n       ' + base._indented('values', self._v.detach(), ''))
        return base._suffix([f'size={tuple(self.shape)}', f'nnz={self._nnz()}'] + base._tail(self)
                            + [f'layout=torch.sparse_{self._kind}'], text) + ')'

    @property
    def layout(self):
        return _layouts[self._kind]

    @property
    def is_sparse_csr(self):
        return self._kind == 'csr'

    @property
    def _by_rows(self):
        return self._kind in ('csr', 'bsr')

    def _named(self, name, by_rows, what):
        if self._by_rows is not by_rows:
            raise RuntimeError(f'{name} expected sparse {"row" if by_rows else "column"} compressed tensor layout but got '
                               f'Sparse{self._kind.capitalize()}')
        return what

    def crow_indices(self):
        return self._named('crow_indices', True, self._compressed)

    def col_indices(self):
        return self._named('col_indices', True, self._plain)

    def ccol_indices(self):
        return self._named('ccol_indices', False, self._compressed)

    def row_indices(self):
        return self._named('row_indices', False, self._plain)

    def values(self):
        return self._v

    def to_sparse(self, sparse_dim=None, *, layout=None, blocksize=None, dense_dim=None):
        return to_layout(self._dense, layout, blocksize, dense_dim) if layout is not None else base.to_sparse(self._dense, sparse_dim)

    def to_sparse_csr(self, dense_dim=None):
        return self if self._kind == 'csr' else base.to_sparse_csr(self._dense, dense_dim)

    def to_sparse_csc(self, dense_dim=None):
        return self if self._kind == 'csc' else to_sparse_csc(self._dense, dense_dim)

    def to_sparse_bsr(self, blocksize, dense_dim=None):
        return to_sparse_bsr(self._dense, blocksize, dense_dim)

    def to_sparse_bsc(self, blocksize, dense_dim=None):
        return to_sparse_bsc(self._dense, blocksize, dense_dim)


CompressedTensor.__name__ = CompressedTensor.__qualname__ = 'Tensor'
CompressedTensor.__module__ = 'torch'


def _wrapped(kind, compressed, plain, values, dense):
    made = torch._as_subclass(CompressedTensor, dense)
    made._kind, made._compressed, made._plain, made._v, made._dense = kind, compressed, plain, values, dense
    return made


def _converted(dense, kind, blocksize=None, dense_dim=None):
    """A dense tensor as a compressed one: blocks are kept in which any number is not zero."""
    base.warn_beta(kind.upper())
    hybrid = dense_dim or 0
    if dense.dim() - hybrid != 2:
        raise RuntimeError(f'dense_to_sparse_{kind}: input must be a matrix with {hybrid} dense dimensions, but got '
                           f'{dense.dim()} dimensions' if hybrid else
                           f'Only tensors with two dimensions can be converted to the Sparse{kind.capitalize()} layout but got self '
                           f'with {dense.dim()} dimensions.')
    height, width = blocksize if blocksize is not None else (1, 1)
    rows, columns = dense.shape[:2]
    if rows % height or columns % width:
        raise RuntimeError(f'dense_to_sparse: tensor sparse size ({rows},{columns}) must be divisible by given blocksize '
                           f'({height},{width})')
    rest = tuple(dense.shape[2:])
    blocks = dense.reshape((rows // height, height, columns // width, width) + rest).transpose(1, 2)
    used = (blocks.detach() != 0).flatten(2).any(-1)
    places = (used if kind in ('csr', 'bsr') else used.t()).nonzero().t()
    compressed, plain = places
    counts = torch.bincount(compressed, minlength=used.shape[0 if kind in ('csr', 'bsr') else 1])
    starts = torch.cat([torch.zeros(1, dtype=torch.int64), counts.cumsum(0)])
    at = (compressed, plain) if kind in ('csr', 'bsr') else (plain, compressed)
    values = blocks[at]
    if blocksize is None:
        values = values.reshape((values.shape[0],) + rest)
    return _wrapped(kind, starts, plain, values, dense)


def _pair(blocksize):
    pair = (blocksize, blocksize) if isinstance(blocksize, int) else tuple(blocksize)
    if len(pair) != 2:
        raise RuntimeError(f'blocksize needs to be a tuple of size 2, but got {len(pair)}')
    return pair


def to_sparse_csc(self, dense_dim=None):
    return _converted(self, 'csc', None, dense_dim)


def to_sparse_bsr(self, blocksize, dense_dim=None):
    return _converted(self, 'bsr', _pair(blocksize), dense_dim)


def to_sparse_bsc(self, blocksize, dense_dim=None):
    return _converted(self, 'bsc', _pair(blocksize), dense_dim)


def to_layout(dense, layout, blocksize=None, dense_dim=None):
    """`to_sparse(layout=...)` of a dense tensor."""
    kind = next((name for name, known in _layouts.items() if known is layout), None)
    if kind is None:
        return base.to_sparse(dense)
    if kind in ('csr', 'csc') and blocksize is not None:
        raise RuntimeError(f'dense_to_sparse: conversion from Strided to Sparse{kind.capitalize()} with blocksize argument given is '
                           'not supported')
    if kind in ('bsr', 'bsc') and blocksize is None:
        raise RuntimeError(f'dense_to_sparse: conversion from Strided to Sparse{kind.capitalize()} without blocksize argument given '
                           'is not supported')
    if kind == 'csr' and not dense_dim:
        return base.to_sparse_csr(dense)
    return _converted(dense, kind, None if blocksize is None else _pair(blocksize), dense_dim)


def _assembled(kind, compressed, plain, values, size, dtype):
    base.warn_beta(kind.upper())
    compressed, plain, values = torch.as_tensor(compressed), torch.as_tensor(plain), torch.as_tensor(values, dtype=dtype)
    by_rows = kind in ('csr', 'bsr')
    height, width = values.shape[1:3] if kind in ('bsr', 'bsc') else (1, 1)
    rest = tuple(values.shape[3:] if kind in ('bsr', 'bsc') else values.shape[1:])
    if size is None:
        most = int(plain.max()) + 1 if len(plain) else 0
        size = ((len(compressed) - 1) * height, most * width) if by_rows else (most * height, (len(compressed) - 1) * width)
        size += rest
    size = tuple(size)
    counts = compressed[1:] - compressed[:-1]
    first = torch.repeat_interleave(torch.arange(len(counts)), counts)
    at = (first, plain.long()) if by_rows else (plain.long(), first)
    blocks = torch.zeros((size[0] // height, size[1] // width, height, width) + rest, dtype=values.dtype)
    filled = values.reshape((values.shape[0], height, width) + rest)
    dense = blocks.index_put(at, filled).transpose(1, 2).reshape(size)
    return _wrapped(kind, compressed, plain, values, dense)


def _maker(kind):
    def make(compressed_indices, plain_indices, values, size=None, *, dtype=None, device=None, requires_grad=False,
             check_invariants=None, pin_memory=False):
        return _assembled(kind, compressed_indices, plain_indices, values, size, dtype)
    make.__name__ = make.__qualname__ = f'sparse_{kind}_tensor'
    return make


def sparse_compressed_tensor(compressed_indices, plain_indices, values, size=None, *, dtype=None, layout=None, device=None,
                             requires_grad=False, check_invariants=None, pin_memory=False):
    if layout is base.sparse_csr:
        return base.sparse_csr_tensor(compressed_indices, plain_indices, values, size, dtype=dtype)
    kind = next((name for name, known in _layouts.items() if known is layout), None)
    if kind is None:
        raise RuntimeError('expected compressed layout, but got layout ' + str(layout))
    return _assembled(kind, compressed_indices, plain_indices, values, size, dtype)


functions = dict(
    sparse_bsr=sparse_bsr, sparse_csc=sparse_csc, sparse_bsc=sparse_bsc, sparse_csc_tensor=_maker('csc'),
    sparse_bsr_tensor=_maker('bsr'), sparse_bsc_tensor=_maker('bsc'), sparse_compressed_tensor=sparse_compressed_tensor)
methods = dict(to_sparse_csc=to_sparse_csc, to_sparse_bsr=to_sparse_bsr, to_sparse_bsc=to_sparse_bsc)

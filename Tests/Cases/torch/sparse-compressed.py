# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Sparse matrices by columns and of blocks.
import torch
import warnings

warnings.simplefilter('ignore')
d = torch.tensor([[1, 0], [0, 0], [2, 3]])
print(d.to_sparse(layout=torch.sparse_bsr, blocksize=(1, 2)))
print(d.float().to_sparse_csc())
print(d.to_sparse_bsc((3, 1)))
print(d.unsqueeze(-1).to_sparse(layout=torch.sparse_csr, dense_dim=1))
print(torch.eye(4).to_sparse_bsr((2, 2)).to_dense())
print(torch.sparse_bsr_tensor([0, 1, 2], [0, 1], [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], dtype=torch.double))
print(torch.sparse_csc_tensor([0, 1, 2], [0, 1], [1., 2.]).to_dense(), torch.eye(3).to_sparse_csc() @ torch.ones(3, 1))
print(torch.sparse_compressed_tensor([0, 2, 4], [0, 1, 0, 1], [1, 2, 3, 4], layout=torch.sparse_csr))
c = torch.eye(3).to_sparse_csc()
print(c.layout, c.ccol_indices(), c.row_indices(), c.values(), c._nnz(), c.shape)


def refused(function):
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)


refused(lambda: c.crow_indices())
refused(lambda: d.to_sparse(layout=torch.sparse_bsr, blocksize=(2, 1)))
refused(lambda: d.to_sparse(layout=torch.sparse_csr, blocksize=(3, 1)))
# expect: tensor(crow_indices=tensor([0, 1, 1, 2]),
# expect:        col_indices=tensor([0, 0]),
# expect:        values=tensor([[[1, 0]],
# expect:
# expect:                       [[2, 3]]]), size=(3, 2), nnz=2, layout=torch.sparse_bsr)
# expect: tensor(ccol_indices=tensor([0, 2, 3]),
# expect:        row_indices=tensor([0, 2, 2]),
# expect:        values=tensor([1., 2., 3.]), size=(3, 2), nnz=3,
# expect:        layout=torch.sparse_csc)
# expect: tensor(ccol_indices=tensor([0, 1, 2]),
# expect:        row_indices=tensor([0, 0]),
# expect:        values=tensor([[[1],
# expect:                        [0],
# expect:                        [2]],
# expect:
# expect:                       [[0],
# expect:                        [0],
# expect:                        [3]]]), size=(3, 2), nnz=2, layout=torch.sparse_bsc)
# expect: tensor(crow_indices=tensor([0, 1, 1, 3]),
# expect:        col_indices=tensor([0, 0, 1]),
# expect:        values=tensor([[1],
# expect:                       [2],
# expect:                       [3]]), size=(3, 2, 1), nnz=3, layout=torch.sparse_csr)
# expect: tensor([[1., 0., 0., 0.],
# expect:         [0., 1., 0., 0.],
# expect:         [0., 0., 1., 0.],
# expect:         [0., 0., 0., 1.]])
# expect: tensor(crow_indices=tensor([0, 1, 2]),
# expect:        col_indices=tensor([0, 1]),
# expect:        values=tensor([[[1., 2.],
# expect:                        [3., 4.]],
# expect:
# expect:                       [[5., 6.],
# expect:                        [7., 8.]]]), size=(4, 4), nnz=2, dtype=torch.float64,
# expect:        layout=torch.sparse_bsr)
# expect: tensor([[1., 0.],
# expect:         [0., 2.]]) tensor([[1.],
# expect:         [1.],
# expect:         [1.]])
# expect: tensor(crow_indices=tensor([0, 2, 4]),
# expect:        col_indices=tensor([0, 1, 0, 1]),
# expect:        values=tensor([1, 2, 3, 4]), size=(2, 2), nnz=4,
# expect:        layout=torch.sparse_csr)
# expect: torch.sparse_csc tensor([0, 1, 2, 3]) tensor([0, 1, 2]) tensor([1., 1., 1.]) 3 torch.Size([3, 3])
# expect: RuntimeError crow_indices expected sparse row compressed tensor layout but got SparseCsc
# expect: RuntimeError dense_to_sparse: tensor sparse size (3,2) must be divisible by given blocksize (2,1)
# expect: RuntimeError dense_to_sparse: conversion from Strided to SparseCsr with blocksize argument given is not supported

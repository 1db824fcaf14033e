# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Sparse tensors: places and values, what stays sparse, and products with dense tensors.
import torch
i = torch.tensor([[0, 1, 1, 1], [2, 0, 2, 2]]); v = torch.tensor([3.0, 4.0, 5.0, 1.0])
s = torch.sparse_coo_tensor(i, v, (2, 3)); print(s)
print(torch.sparse_coo_tensor(i, v))
c = s.coalesce(); print(c); print(c.indices(), c.values(), c.is_coalesced(), s.is_coalesced())
print(s._indices(), s._values(), s._nnz(), c._nnz())
print(s.to_dense()); print(s.is_sparse, s.layout, s.shape, s.dtype, s.dim(), s.sparse_dim(), s.dense_dim(), s.numel(), s.size(), s.size(1), s.requires_grad, s.device)
print(torch.sparse.mm(s, torch.ones(3, 2))); print(s @ torch.ones(3, 2)); print(torch.mm(s, torch.ones(3,2)), torch.matmul(s, torch.ones(3)))
print(torch.eye(3).to_sparse()); d = torch.tensor([[0, 1.5], [2, 0]]); print(d.to_sparse())
print(s + s); print((s * 2)); print(torch.sparse.sum(s), torch.sparse.sum(s, 0)); print(-s)
print(s.t()); print(s.transpose(0, 1).to_dense()); print(torch.ones(2, 3) + s)
print(s.to(torch.float64)); print(torch.sparse_coo_tensor(size=(2, 2)))
print(s / 2, s.clone(), s.detach())
w = torch.ones(3, 2, requires_grad=True); o = torch.sparse.mm(s, w); print(o); o.sum().backward(); print(w.grad)
vv = torch.tensor([1.0, 2.0], requires_grad=True); q = torch.sparse_coo_tensor([[0, 1], [1, 0]], vv, (2, 2)); print(q); r = torch.sparse.mm(q, torch.ones(2, 2)); r.sum().backward(); print(vv.grad); print(q.to_dense())
h = torch.sparse_coo_tensor(torch.tensor([[0, 2]]), torch.tensor([[1., 2.], [3., 4.]]), (3, 2)); print(h); print(h.to_dense())
print(torch.sparse_coo_tensor([[0]], [1], (2,), dtype=torch.int64)); print(torch.is_tensor(s), isinstance(s, torch.Tensor), type(s), s.is_sparse_csr)
print(torch.sparse.softmax(c, 1)); print(s.coalesce() * torch.ones(2, 3)); print(s.sum(), torch.sum(s), s.abs().coalesce().values() if True else 0)
print(torch.spmm(s, torch.ones(3, 1)), torch.sparse.addmm(torch.ones(2, 2), s, torch.ones(3, 2)), s.mm(torch.ones(3, 1)))
csr = d.to_sparse_csr(); print(csr); print(csr.crow_indices(), csr.col_indices(), csr.values(), csr.to_dense(), csr @ torch.ones(2, 1))
print(torch.sparse_csr_tensor([0, 1, 2], [1, 0], [5., 6.], (2, 2)))
print(torch.sparse.mm(c, c.t()))
print(len(s), s == s if False else '', bool((s.to_dense() == c.to_dense()).all()), s.float().dtype, s.long().dtype)

for read in ('indices', 'values'):
    try:
        getattr(s, read)()
    except RuntimeError as e:
        print(e)
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([3., 4., 5., 1.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([3., 4., 5., 1.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1],
# expect:                        [2, 0, 2]]),
# expect:        values=tensor([3., 4., 6.]),
# expect:        size=(2, 3), nnz=3, layout=torch.sparse_coo)
# expect: tensor([[0, 1, 1],
# expect:         [2, 0, 2]]) tensor([3., 4., 6.]) True False
# expect: tensor([[0, 1, 1, 1],
# expect:         [2, 0, 2, 2]]) tensor([3., 4., 5., 1.]) 4 3
# expect: tensor([[0., 0., 3.],
# expect:         [4., 0., 6.]])
# expect: True torch.sparse_coo torch.Size([2, 3]) torch.float32 2 2 0 6 torch.Size([2, 3]) 3 False cpu
# expect: tensor([[ 3.,  3.],
# expect:         [10., 10.]])
# expect: tensor([[ 3.,  3.],
# expect:         [10., 10.]])
# expect: tensor([[ 3.,  3.],
# expect:         [10., 10.]]) tensor([ 3., 10.])
# expect: tensor(indices=tensor([[0, 1, 2],
# expect:                        [0, 1, 2]]),
# expect:        values=tensor([1., 1., 1.]),
# expect:        size=(3, 3), nnz=3, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1],
# expect:                        [1, 0]]),
# expect:        values=tensor([1.5000, 2.0000]),
# expect:        size=(2, 2), nnz=2, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([ 6.,  8., 10.,  2.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([ 6.,  8., 10.,  2.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo)
# expect: tensor(13.) tensor(indices=tensor([[0, 2]]),
# expect:        values=tensor([4., 9.]),
# expect:        size=(3,), nnz=2, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([-3., -4., -5., -1.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[2, 0, 2, 2],
# expect:                        [0, 1, 1, 1]]),
# expect:        values=tensor([3., 4., 5., 1.]),
# expect:        size=(3, 2), nnz=4, layout=torch.sparse_coo)
# expect: tensor([[0., 4.],
# expect:         [0., 0.],
# expect:         [3., 6.]])
# expect: tensor([[1., 1., 4.],
# expect:         [5., 1., 7.]])
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([3., 4., 5., 1.]),
# expect:        size=(2, 3), nnz=4, dtype=torch.float64, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([], size=(2, 0)),
# expect:        values=tensor([], size=(0,)),
# expect:        size=(2, 2), nnz=0, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([1.5000, 2.0000, 2.5000, 0.5000]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo) tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([3., 4., 5., 1.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo) tensor(indices=tensor([[0, 1, 1, 1],
# expect:                        [2, 0, 2, 2]]),
# expect:        values=tensor([3., 4., 5., 1.]),
# expect:        size=(2, 3), nnz=4, layout=torch.sparse_coo)
# expect: tensor([[ 3.,  3.],
# expect:         [10., 10.]], grad_fn=<SparseAddmmBackward0>)
# expect: tensor([[4., 4.],
# expect:         [0., 0.],
# expect:         [9., 9.]])
# expect: tensor(indices=tensor([[0, 1],
# expect:                        [1, 0]]),
# expect:        values=tensor([1., 2.]),
# expect:        size=(2, 2), nnz=2, layout=torch.sparse_coo,
# expect:        grad_fn=<SparseCooTensorWithDimsAndTensorsBackward0>)
# expect: tensor([2., 2.])
# expect: tensor([[0., 1.],
# expect:         [2., 0.]], grad_fn=<ToDenseBackward0>)
# expect: tensor(indices=tensor([[0, 2]]),
# expect:        values=tensor([[1., 2.],
# expect:                       [3., 4.]]),
# expect:        size=(3, 2), nnz=2, layout=torch.sparse_coo)
# expect: tensor([[1., 2.],
# expect:         [0., 0.],
# expect:         [3., 4.]])
# expect: tensor(indices=tensor([[0]]),
# expect:        values=tensor([1]),
# expect:        size=(2,), nnz=1, layout=torch.sparse_coo)
# expect: True True <class 'torch.Tensor'> False
# expect: tensor(indices=tensor([[0, 1, 1],
# expect:                        [2, 0, 2]]),
# expect:        values=tensor([1.0000, 0.1192, 0.8808]),
# expect:        size=(2, 3), nnz=3, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 1],
# expect:                        [2, 0, 2]]),
# expect:        values=tensor([3., 4., 6.]),
# expect:        size=(2, 3), nnz=3, layout=torch.sparse_coo)
# expect: tensor(13.) tensor(13.) tensor([3., 4., 6.])
# expect: tensor([[ 3.],
# expect:         [10.]]) tensor([[ 4.,  4.],
# expect:         [11., 11.]]) tensor([[ 3.],
# expect:         [10.]])
# expect: tensor(crow_indices=tensor([0, 1, 2]),
# expect:        col_indices=tensor([1, 0]),
# expect:        values=tensor([1.5000, 2.0000]), size=(2, 2), nnz=2,
# expect:        layout=torch.sparse_csr)
# expect: tensor([0, 1, 2]) tensor([1, 0]) tensor([1.5000, 2.0000]) tensor([[0.0000, 1.5000],
# expect:         [2.0000, 0.0000]]) tensor([[1.5000],
# expect:         [2.0000]])
# expect: tensor(crow_indices=tensor([0, 1, 2]),
# expect:        col_indices=tensor([1, 0]),
# expect:        values=tensor([5., 6.]), size=(2, 2), nnz=2, layout=torch.sparse_csr)
# expect: tensor(indices=tensor([[0, 0, 1, 1],
# expect:                        [0, 1, 0, 1]]),
# expect:        values=tensor([ 9., 18., 18., 52.]),
# expect:        size=(2, 2), nnz=4, layout=torch.sparse_coo)
# expect: 2  True torch.float32 torch.int64
# expect: Cannot get indices on an uncoalesced tensor, please call .coalesce() first
# expect: Cannot get values on an uncoalesced tensor, please call .coalesce() first

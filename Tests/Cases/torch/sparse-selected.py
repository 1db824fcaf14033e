# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Parts of sparse tensors: masks, diagonals, narrowed, summed, reduced products, gradients of the values.
import torch

i = torch.tensor([[0, 3, 4, 4], [2, 3, 2, 4]])
s = torch.sparse_coo_tensor(i, torch.arange(16.0).reshape(4, 2, 2), (5, 5, 2, 2), check_invariants=True)
d = torch.arange(100.0).reshape(5, 5, 2, 2)
print(d.sparse_mask(s.coalesce()))
print(torch.sparse.sum(s, [1, 3]))
print(torch.sparse.sum(s, [2, 3]).to_dense().shape, torch.sparse.sum(s, [0, 1]).shape)
t = torch.sparse_coo_tensor([[0, 1, 0], [0, 1, 1]], torch.arange(6).reshape(3, 2), (2, 2, 2), check_invariants=True)
print(torch.narrow_copy(t, 0, 0, 1))
diags = torch.arange(9).reshape(3, 3)
for layout in (None, torch.sparse_csr, torch.sparse_csc):
    print(torch.sparse.spdiags(diags, torch.tensor([0, -1, -2]), (3, 3), layout=layout))
print(torch.sparse.spdiags(diags, torch.tensor([0, 1, 2]), (5, 5)).to_dense())
a = torch.tensor([[1.0, 0, 2], [0, 3, 0]]).to_sparse().requires_grad_()
b = torch.tensor([[0, 1.0], [2, 0], [0, 0]], requires_grad=True)
y = torch.sparse.mm(a, b)
y.sum().backward()
print(y, a.grad, b.grad)
c = torch.tensor([[1.0, 0, 2], [0, 3, 0]]).to_sparse_csr()
for reduce in ('sum', 'mean', 'amax', 'amin'):
    print(torch.sparse.mm(c, b.detach(), reduce))
try:
    torch.sparse_csr_tensor([0, 1, 3], [0, 1], [1, 2], check_invariants=True)
except RuntimeError as e:
    print(e)
# expect: tensor(indices=tensor([[0, 3, 4, 4],
# expect:                        [2, 3, 2, 4]]),
# expect:        values=tensor([[[ 8.,  9.],
# expect:                        [10., 11.]],
# expect:
# expect:                       [[72., 73.],
# expect:                        [74., 75.]],
# expect:
# expect:                       [[88., 89.],
# expect:                        [90., 91.]],
# expect:
# expect:                       [[96., 97.],
# expect:                        [98., 99.]]]),
# expect:        size=(5, 5, 2, 2), nnz=4, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 3, 4]]),
# expect:        values=tensor([[ 1.,  5.],
# expect:                       [ 9., 13.],
# expect:                       [42., 50.]]),
# expect:        size=(5, 2), nnz=3, layout=torch.sparse_coo)
# expect: torch.Size([5, 5]) torch.Size([2, 2])
# expect: tensor(indices=tensor([[0, 0],
# expect:                        [0, 1]]),
# expect:        values=tensor([[0, 1],
# expect:                       [4, 5]]),
# expect:        size=(1, 2, 2), nnz=2, layout=torch.sparse_coo)
# expect: tensor(indices=tensor([[0, 1, 2, 1, 2, 2],
# expect:                        [0, 1, 2, 0, 1, 0]]),
# expect:        values=tensor([0, 1, 2, 3, 4, 6]),
# expect:        size=(3, 3), nnz=6, layout=torch.sparse_coo)
# expect: tensor(crow_indices=tensor([0, 1, 3, 6]),
# expect:        col_indices=tensor([0, 0, 1, 0, 1, 2]),
# expect:        values=tensor([0, 3, 1, 6, 4, 2]), size=(3, 3), nnz=6,
# expect:        layout=torch.sparse_csr)
# expect: tensor(ccol_indices=tensor([0, 3, 5, 6]),
# expect:        row_indices=tensor([0, 1, 2, 1, 2, 2]),
# expect:        values=tensor([0, 3, 6, 1, 4, 2]), size=(3, 3), nnz=6,
# expect:        layout=torch.sparse_csc)
# expect: tensor([[0, 4, 8, 0, 0],
# expect:         [0, 1, 5, 0, 0],
# expect:         [0, 0, 2, 0, 0],
# expect:         [0, 0, 0, 0, 0],
# expect:         [0, 0, 0, 0, 0]])
# expect: tensor([[0., 1.],
# expect:         [6., 0.]], grad_fn=<SparseAddmmBackward0>) tensor(indices=tensor([[0, 0, 1],
# expect:                        [0, 2, 1]]),
# expect:        values=tensor([1., 0., 2.]),
# expect:        size=(2, 3), nnz=3, layout=torch.sparse_coo) tensor([[1., 1.],
# expect:         [3., 3.],
# expect:         [2., 2.]])
# expect: tensor([[0., 1.],
# expect:         [6., 0.]])
# expect: tensor([[0.0000, 0.5000],
# expect:         [6.0000, 0.0000]])
# expect: tensor([[0., 1.],
# expect:         [6., 0.]])
# expect: tensor([[0., 0.],
# expect:         [6., 0.]])
# expect: `crow_indices[..., -1] == nnz` is not satisfied.

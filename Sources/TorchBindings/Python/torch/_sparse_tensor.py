"""Sparse tensors: places and values, with the dense tensor beside them, which every other operation sees.

What torch answers sparse (sums with sparse tensors, products with numbers, transposes) is sparse here too; the rest
computes with the dense numbers, so that results and gradients are right and only memory is not saved.
"""
import re
import torch


def _layout(name):
    return torch._named_layout(f'torch.{name}')


sparse_coo, sparse_csr = _layout('sparse_coo'), _layout('sparse_csr')


def _indented(name, tensor, last=','):
    text = re.sub(r',\s+dtype=torch\.\w+', '', repr(tensor))
    if tensor.numel() == 0 and 'size=' not in text:
        text = f'tensor([], size={tuple(tensor.shape)})'
    text = re.sub(r'\n(?=[^\n])', '\n' + ' ' * (7 + len(name) + 1), text)
    return f'{name}={text}{last}'


def _suffix(parts, text, width=80):
    """Parts behind a text, each on the same line where it fits."""
    line = len(text) - text.rfind('\n') + 1
    for part in parts:
        if line + len(part) + 2 > width:
            text += ',\n       ' + part
            line = 7 + len(part)
        else:
            text += ', ' + part
            line += len(part) + 2
    return text


def _tail(self):
    parts = []
    if self.dtype not in (torch.get_default_dtype(), torch.int64, torch.bool):
        parts.append(f'dtype={self.dtype}')
    return parts


class Tensor(torch.Tensor):
    """What sparse tensors of both layouts share."""
    __torch_function__ = torch._disabled_torch_function_impl
    is_sparse = False
    is_sparse_csr = False

    def to_dense(self, dtype=None, *, masked_grad=True):
        made = self._dense if dtype is None else self._dense.to(dtype)
        return torch._titled(made.view_as(made), 'ToDenseBackward0') if made.requires_grad else made.clone()

    def _nnz(self):
        return self._v.shape[0]

    def __len__(self):
        return self.shape[0]

    def view(self, *size):
        raise NotImplementedError("Could not run 'aten::view' with arguments from the 'SparseCPU' backend.")

    def stride(self, dim=None):
        raise RuntimeError('Sparse Tensors do not have strides' if self.is_sparse
                           else 'Sparse CSR tensors do not have strides')

    def numpy(self, **kwargs):
        raise TypeError(f"can't convert {self.layout} layout tensor to numpy. Use Tensor.to_dense() first.")

    def __matmul__(self, other):
        return mm(self, other) if other.dim() == 2 else self._dense @ other

    def __rmatmul__(self, other):
        return other @ self._dense

    def matmul(self, other):
        return self @ other

    def mm(self, other):
        return mm(self, other)

    def __rsub__(self, other):
        return other - self._dense

    def __hash__(self):
        return id(self)


class SparseTensor(Tensor):
    """`torch.sparse_coo_tensor`: a row of places per dimension and the values there."""
    is_sparse = True
    layout = sparse_coo

    def __repr__(self, *, tensor_contents=None):
        parts = [f'size={tuple(self.shape)}', f'nnz={self._nnz()}'] + _tail(self) + ['layout=torch.sparse_coo']
        text = ('tensor(' + _indented('indices', self._i.detach()) + '\n       ' + _indented('values', self._v.detach())
                + '\n       ' + parts[0])
        if self._dense.grad_fn is not None:
            parts.append(f'grad_fn=<{self._maker}>')
        elif self._v.requires_grad:
            parts.append('requires_grad=True')
        return _suffix(parts[1:], text) + ')'

    def coalesce(self):
        if self._coalesced:
            return self
        sizes = self.shape[:self._i.shape[0]]
        if self._i.shape[0] == 0 or self._i.shape[1] == 0:
            return _make(self._i, self._v, self.shape, True, self._maker)
        keys, places = torch.unique(_flat(self._i, sizes), return_inverse=True)
        values = torch.zeros((len(keys),) + tuple(self._v.shape[1:]), dtype=self.dtype).index_add(0, places, self._v)
        return _make(_unflat(keys, sizes), values, self.shape, True, 'CoalesceBackward0')

    def is_coalesced(self):
        return self._coalesced

    def indices(self):
        if not self._coalesced:
            raise RuntimeError('Cannot get indices on an uncoalesced tensor, please call .coalesce() first')
        return self._i

    def values(self):
        if not self._coalesced:
            raise RuntimeError('Cannot get values on an uncoalesced tensor, please call .coalesce() first')
        return self._v

    def _indices(self):
        return self._i

    def _values(self):
        return self._v

    def sparse_dim(self):
        return self._i.shape[0]

    def dense_dim(self):
        return self._v.dim() - 1

    def to_sparse(self, *args, **kwargs):
        return self

    to_sparse_coo = to_sparse

    def to_sparse_csr(self, dense_dim=None):
        return to_sparse_csr(self._dense)

    def _with(self, values, coalesced=None):
        return _make(self._i, values, self.shape, self._coalesced if coalesced is None else coalesced, self._maker)

    def __add__(self, other):
        if isinstance(other, SparseTensor):
            if self._coalesced and other._coalesced:
                return to_sparse(self._dense + other._dense) if not torch.equal(self._i, other._i) else \
                    self._with(self._v + other._v)
            if torch.equal(self._i, other._i):
                return self._with(self._v + other._v)
            return _make(torch.cat([self._i, other._i], 1), torch.cat([self._v, other._v]), self.shape, False, 'AddBackward0')
        if torch.is_tensor(other):
            raise RuntimeError('add(sparse, dense) is not supported. Use add(dense, sparse) instead.')
        return self._dense + other

    add = __add__

    def __radd__(self, other):
        return other + self._dense

    def __neg__(self):
        return self._with(-self._v)

    neg = __neg__

    def __sub__(self, other):
        return self + -other

    sub = __sub__

    def __mul__(self, other):
        if torch.is_tensor(other) and other.dim() > 0:
            mine = self.coalesce()
            return mine._with(mine._v * getattr(other, '_dense', other)[tuple(mine._i)])
        return self._with(self._v * other)

    __rmul__ = mul = __mul__

    def __truediv__(self, other):
        return self._with(self._v / other)

    div = __truediv__

    def __pow__(self, exponent):
        mine = self.coalesce()
        return mine._with(mine._v ** exponent)

    pow = __pow__

    def transpose(self, dim0, dim1):
        order = list(range(self._i.shape[0]))
        order[dim0], order[dim1] = order[dim1], order[dim0]
        shape = list(self.shape)
        shape[dim0], shape[dim1] = shape[dim1], shape[dim0]
        return _make(self._i[order], self._v, shape, False, 'TransposeBackward0')

    def t(self):
        return self.transpose(0, 1)

    @property
    def T(self):
        return self.transpose(0, 1)

    def clone(self, *, memory_format=None):
        return self._with(self._v.clone())

    def detach(self):
        return self._with(self._v.detach())

    def to(self, *args, **kwargs):
        return self._with(self._v.to(*args, **kwargs))

    def type(self, dtype=None):
        return 'torch.sparse.' + self._v.type()[6:] if dtype is None else self.to(dtype)

    def abs(self):
        return self.coalesce()._with(self.coalesce()._v.abs())

    def sum(self, *args, **kwargs):
        return sum(self, *args, **kwargs) if args or kwargs else self._v.sum()

    def requires_grad_(self, requires_grad=True):
        self._v.requires_grad_(requires_grad)
        self._dense = _make(self._i, self._v, self.shape)._dense
        return self

    @property
    def grad(self):
        grad = self._v.grad
        return None if grad is None else _make(self._i, grad, self.shape, True)

    @grad.setter
    def grad(self, value):
        self._v.grad = None if value is None else value.coalesce()._v

    def narrow_copy(self, dim, start, length):
        if dim >= self.sparse_dim():
            shape = list(self.shape)
            shape[dim] = length
            return _make(self._i, self._v.narrow_copy(dim - self.sparse_dim() + 1, start, length), shape, self._coalesced)
        kept = ((self._i[dim] >= start) & (self._i[dim] < start + length)).nonzero().squeeze(1)
        indices = self._i[:, kept].clone()
        indices[dim] -= start
        shape = list(self.shape)
        shape[dim] = length
        return _make(indices, self._v[kept], shape, self._coalesced)


for _name in ('sqrt', 'sin', 'tan', 'asin', 'atan', 'sinh', 'tanh', 'asinh', 'atanh', 'expm1', 'log1p', 'relu', 'sign', 'floor',
              'ceil', 'round', 'trunc', 'deg2rad', 'rad2deg', 'erf', 'square'):
    def _mapped(name):
        def method(self):
            mine = self.coalesce()
            return mine._with(getattr(mine._v, name)())
        return method
    setattr(SparseTensor, _name, _mapped(_name))
for _name, _dtype in dict(float=torch.float32, double=torch.float64, half=torch.float16, bfloat16=torch.bfloat16,
                          int=torch.int32, long=torch.int64).items():
    setattr(SparseTensor, _name, (lambda dtype: lambda self: self.to(dtype))(_dtype))


class CSRTensor(Tensor):
    """`torch.sparse_csr_tensor`: the columns of one row after the other."""
    is_sparse_csr = True
    layout = sparse_csr

    def __repr__(self, *, tensor_contents=None):
        text = ('tensor(' + _indented('crow_indices', self._rows) + '\n       ' + _indented('col_indices', self._columns)
                + '\n       ' + _indented('values', self._v.detach(), ''))
        return _suffix([f'size={tuple(self.shape)}', f'nnz={self._nnz()}'] + _tail(self) + ['layout=torch.sparse_csr'],
                       text) + ')'

    def crow_indices(self):
        return self._rows

    def col_indices(self):
        return self._columns

    def values(self):
        return self._v

    def to_sparse(self, *args, **kwargs):
        return to_sparse(self._dense)

    def to_sparse_csr(self, dense_dim=None):
        return self


for _class in (SparseTensor, CSRTensor):
    _class.__name__ = _class.__qualname__ = 'Tensor'
    _class.__module__ = 'torch'


def _flat(indices, sizes):
    place = torch.zeros(indices.shape[1], dtype=torch.int64)
    for row, size in zip(indices, sizes):
        place = place * size + row
    return place


def _unflat(keys, sizes):
    rows = []
    for size in reversed(sizes):
        rows.insert(0, keys % size)
        keys = keys // size
    return torch.stack(rows)


def _make(indices, values, size, coalesced=False, maker='SparseCooTensorWithDimsAndTensorsBackward0'):
    dense = torch.zeros(tuple(size), dtype=values.dtype)
    if indices.shape[0] == 0:
        dense = dense + values.sum(0)
    elif indices.shape[1]:
        dense = dense.index_put(tuple(indices), values, accumulate=values.dtype is not torch.bool)
    made = torch._as_subclass(SparseTensor, dense)
    made._i, made._v, made._dense, made._coalesced, made._maker = indices, values, dense, coalesced, maker
    return made


_UNCHECKED = ('Sparse invariant checks are implicitly disabled. Memory errors (e.g. SEGFAULT) will occur when operating on a sparse '
              'tensor which violates the invariants, but checks incur performance overhead. To silence this warning, explicitly opt '
              'in or out. See `torch.sparse.check_sparse_tensor_invariants.__doc__` for guidance.  (Triggered internally at '
              '/__w/pytorch/pytorch/aten/src/ATen/Context.cpp:816.)')
_BETA = ('Sparse %s tensor support is in beta state. If you miss a functionality in the sparse tensor support, please submit a '
         'feature request to https://github.com/pytorch/pytorch/issues. (Triggered internally at '
         '/__w/pytorch/pytorch/aten/src/ATen/SparseCsrTensorImpl.cpp:49.)')


def warn_beta(kind):
    """Compressed layouts are new to torch: the first one used says so."""
    if not _told:
        _told.append(kind)
        torch._warn_once(_BETA % kind)


_told = []


def sparse_coo_tensor(indices=None, values=None, size=None, *, dtype=None, device=None, requires_grad=False,
                      check_invariants=None, is_coalesced=None, pin_memory=False):
    if check_invariants is None:
        torch._warn_once(_UNCHECKED)
    if size is None and values is None:
        size, indices = indices, None
    if indices is None:
        size = tuple(size)
        return _make(torch.zeros(len(size), 0, dtype=torch.int64), torch.zeros(0, dtype=dtype), size)
    indices = torch.as_tensor(indices, dtype=torch.int64)
    values = torch.as_tensor(values, dtype=dtype)
    if indices.dim() != 2:
        raise RuntimeError(f'indices must be sparse_dim x nnz, but got: {list(indices.shape)}')
    if values.dim() == 0:
        values = values.expand(indices.shape[1])
    if indices.shape[1] != values.shape[0]:
        raise RuntimeError(f'indices and values must have same nnz, but got nnz from indices: {indices.shape[1]}, nnz from '
                           f'values: {values.shape[0]}')
    if size is None:
        size = tuple(int(n) + 1 for n in indices.max(1).values) + tuple(values.shape[1:])
    elif len(size) != indices.shape[0] + values.dim() - 1:
        raise RuntimeError(f'number of dimensions must be sparse_dim ({indices.shape[0]}) + dense_dim ({values.dim() - 1}), '
                           f'but got {len(size)}')
    for dim, row in enumerate(indices):
        if len(row) and int(row.max()) >= size[dim]:
            raise RuntimeError(f'size is inconsistent with indices: for dim {dim}, size is {size[dim]} but found index '
                               f'{int(row.max())}')
        if len(row) and int(row.min()) < 0:
            raise RuntimeError(f'found negative index {int(row.min())} for dim {dim}')
    if requires_grad:
        values = values.detach().requires_grad_()
    return _make(indices, values, size, bool(is_coalesced))


def _check_compressed(rows, columns, values, size):
    """What a compressed matrix must fulfil, in torch's order and words."""
    count, steps = len(columns), rows[1:] - rows[:-1]
    for fulfilled, rule in (
            (len(rows) == size[0] + 1, f'crow_indices.shape[-1] must be equal to the number of rows + 1, but got {len(rows)}'),
            (len(values) == count, 'number of elements must be the same for col_indices and values'),
            (not len(rows) or rows[0] == 0, '`crow_indices[..., 0] == 0` is not satisfied.'),
            (not len(rows) or rows[-1] == count, '`crow_indices[..., -1] == nnz` is not satisfied.'),
            (bool(((steps >= 0) & (steps <= size[1])).all()),
             '`0 <= crow_indices[..., 1:] - crow_indices[..., :-1] <= ncols` is not satisfied.'),
            (not count or columns.min() >= 0, '`0 <= col_indices` is not satisfied.'),
            (not count or columns.max() < size[1], '`col_indices < ncols` is not satisfied.')):
        if not fulfilled:
            raise RuntimeError(rule)


def sparse_csr_tensor(crow_indices, col_indices, values, size=None, *, dtype=None, device=None, requires_grad=False,
                      check_invariants=None, pin_memory=False):
    warn_beta('CSR')
    rows = torch.as_tensor(crow_indices)
    columns = torch.as_tensor(col_indices)
    values = torch.as_tensor(values, dtype=dtype)
    if size is None:
        size = (len(rows) - 1, int(columns.max()) + 1 if len(columns) else 0)
    if check_invariants:
        _check_compressed(rows, columns, values, size)
    counts = rows[1:] - rows[:-1]
    places = torch.repeat_interleave(torch.arange(len(counts)), counts)
    dense = torch.zeros(tuple(size), dtype=values.dtype).index_put((places, columns.long()), values)
    made = torch._as_subclass(CSRTensor, dense)
    made._rows, made._columns, made._v, made._dense = rows, columns, values, dense
    return made


def to_sparse(self, sparse_dim=None, *, layout=None, blocksize=None, dense_dim=None):
    if layout is not None and layout is not sparse_coo:
        from torch import _sparse_compressed
        return _sparse_compressed.to_layout(self, layout, blocksize, dense_dim)
    if sparse_dim is None or sparse_dim == self.dim():
        indices = self.detach().nonzero().t()
        values = self[tuple(indices)] if self.dim() else self.reshape(1)[:indices.shape[1]]
    else:
        used = (self.detach() != 0).flatten(sparse_dim).any(-1)
        indices = used.nonzero().t()
        values = self[tuple(indices)]
    return _make(indices, values, self.shape, True, 'ToSparseBackward0')


def to_sparse_csr(self, dense_dim=None):
    if dense_dim:
        from torch import _sparse_compressed
        return _sparse_compressed._converted(self, 'csr', None, dense_dim)
    if self.dim() != 2:
        raise RuntimeError('Only tensors with two dimensions can be converted to the SparseCsr layout but got self with '
                           f'{self.dim()} dimensions.')
    places = self.detach().nonzero().t()
    counts = (self.detach() != 0).sum(1)
    rows = torch.cat([torch.zeros(1, dtype=torch.int64), counts.cumsum(0)])
    return sparse_csr_tensor(rows, places[1], self[tuple(places)], self.shape)


def to_dense(self, dtype=None, *, masked_grad=True):
    return self if dtype is None else self.to(dtype)


def _plain(x):
    return getattr(x, '_dense', x)


def _mm_reduced(mat1, mat2, reduce):
    """Products of a compressed matrix whose terms are not added but reduced otherwise."""
    rows = torch.repeat_interleave(torch.arange(mat1.shape[0]), mat1._rows[1:] - mat1._rows[:-1])
    terms = mat1._v.unsqueeze(1) * mat2[mat1._columns.long()]
    made = torch.zeros(mat1.shape[0], mat2.shape[1], dtype=terms.dtype).scatter_reduce(
        0, rows.unsqueeze(1).expand(terms.shape), terms, reduce, include_self=False)
    return torch._titled(made, 'SparseMmReduceImplBackward0') if made.requires_grad else made


def mm(mat1, mat2, reduce=None):
    if reduce is not None and getattr(mat1, 'is_sparse_csr', False) and not isinstance(mat2, Tensor):
        if reduce not in ('sum', 'mean', 'amax', 'amin'):
            raise RuntimeError(f'reduce argument must be either sum, prod, mean, amax or amin, got {reduce}')
        return _mm_reduced(mat1, mat2, reduce)
    made = torch.mm(_plain(mat1), _plain(mat2))
    if isinstance(mat1, Tensor) and isinstance(mat2, Tensor):
        return to_sparse(made)
    return torch._titled(made, 'SparseAddmmBackward0') if made.requires_grad else made


def addmm(mat, mat1, mat2, *, beta=1.0, alpha=1.0):
    return torch.addmm(mat, _plain(mat1), _plain(mat2), beta=beta, alpha=alpha)


def sum(input, dim=None, dtype=None):
    if dim is None:
        return input._v.sum() if dtype is None else input._v.sum(dtype=dtype)
    made = input._dense.sum(dim) if dtype is None else input._dense.sum(dim, dtype=dtype)
    dims = {d % input.dim() for d in ((dim,) if isinstance(dim, int) else dim)}
    left = [d for d in range(input._i.shape[0]) if d not in dims]
    return to_sparse(made, len(left)) if left else made


def sparse_mask(self, mask):
    """The elements of a dense tensor at the places of a sparse one."""
    if not isinstance(mask, SparseTensor):
        raise RuntimeError(f"sparse_mask expects mask to be sparse, but got {getattr(mask, 'layout', type(mask))}")
    if tuple(self.shape) != tuple(mask.shape):
        raise RuntimeError(f'sparse_mask(): operands have incompatible sizes; self has size {list(self.shape)} but mask has size '
                           f'{list(mask.shape)}')
    values = self[tuple(mask._i)] if mask._i.shape[0] else self.unsqueeze(0)
    return _make(mask._i, values, mask.shape, mask._coalesced, 'SparseMaskBackward0')


def spdiags(diagonals, offsets, shape, layout=None):
    """A matrix of diagonals: the element in column j of a diagonal is element j of its row."""
    if diagonals.dim() < 2:
        diagonals = diagonals.reshape(1, -1)
    if offsets.dim() < 1:
        offsets = offsets.reshape(1)
    if diagonals.shape[0] != offsets.shape[0]:
        raise RuntimeError(f'Number of diagonals ({diagonals.shape[0]}) does not match the number of offsets ({offsets.shape[0]})')
    if layout not in (None, sparse_coo, sparse_csr):
        from torch import _sparse_compressed
        if layout is not _sparse_compressed.sparse_csc:
            raise RuntimeError(f'Only output layouts (Sparse, SparseCsc, SparseCsr) are supported, got {layout}')
    if len(set(offsets.tolist())) != len(offsets):
        raise RuntimeError('Offset tensor contains duplicate values')
    rows, columns, values = [], [], []
    for place, offset in enumerate(offsets.tolist()):
        for column in range(max(0, offset), min(shape[1], diagonals.shape[1], shape[0] + offset)):
            rows.append(column - offset)
            columns.append(column)
            values.append(diagonals[place, column])
    indices = torch.tensor([rows, columns], dtype=torch.int64).reshape(2, len(rows))
    values = torch.stack(values) if values else diagonals.new_zeros(0)
    if layout is None or layout is sparse_coo:
        return _make(indices, values, shape)
    order = torch.argsort(_flat(indices if layout is sparse_csr else indices.flip(0), shape if layout is sparse_csr else shape[::-1]))
    first, second = indices[:, order] if layout is sparse_csr else indices[:, order].flip(0)
    starts = torch.cat([torch.zeros(1, dtype=torch.int64),
                        torch.bincount(first, minlength=shape[0 if layout is sparse_csr else 1]).cumsum(0)])
    if layout is sparse_csr:
        return sparse_csr_tensor(starts, second, values[order], shape)
    return torch.sparse_csc_tensor(starts, second, values[order], shape)


def as_sparse_gradcheck(gradcheck):
    """`gradcheck` for functions that take or make sparse tensors: it sees the dense numbers."""
    def checked(func, inputs, **options):
        options.pop('masked', None)
        plain = tuple(_plain(x) for x in (inputs if isinstance(inputs, (list, tuple)) else (inputs,)))

        def dense(*args):
            made = func(*args)
            return tuple(_plain(x) for x in made) if isinstance(made, tuple) else _plain(made)
        return gradcheck(dense, plain, **options)
    return checked


def _over_places(function):
    def softmax(input, dim, *, dtype=None):
        mine = input.coalesce()
        filled = torch.full(tuple(mine.shape), float('-inf')).index_put(tuple(mine._i), mine._v)
        return mine._with(getattr(torch, function)(filled, dim)[tuple(mine._i)])
    return softmax


softmax, log_softmax = _over_places('softmax'), _over_places('log_softmax')

def _compressed(name):
    """A method of the layouts that have a module of their own."""
    def method(self, *args, **kwargs):
        from torch import _sparse_compressed
        return _sparse_compressed.methods[name](getattr(self, '_dense', self), *args, **kwargs)
    method.__name__ = method.__qualname__ = name
    return method


functions = dict(
    sparse_coo_tensor=sparse_coo_tensor, sparse_csr_tensor=sparse_csr_tensor, sparse_coo=sparse_coo, sparse_csr=sparse_csr,
    spmm=mm, dsmm=mm, smm=mm)
methods = dict(to_sparse=to_sparse, to_sparse_coo=to_sparse, to_sparse_csr=to_sparse_csr, to_dense=to_dense,
               sparse_mask=sparse_mask,
               **{name: _compressed(name) for name in ('to_sparse_csc', 'to_sparse_bsr', 'to_sparse_bsc')})

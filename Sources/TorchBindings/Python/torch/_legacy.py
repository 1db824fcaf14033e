"""Names of old or rare programs: functions in place, storages, constructors of tensors like another."""
import torch
import torch.nn.functional as F


def new(self, *args, dtype=None, device=None):
    if not args:
        return self.new_empty(0)
    if len(args) == 1 and torch.is_tensor(args[0]):
        return self.new_tensor(args[0])
    if len(args) == 1 and isinstance(args[0], (list, tuple)) and not isinstance(args[0], torch.Size):
        return self.new_tensor(args[0])
    return self.new_empty(*args)


def resize(self, *sizes):
    import warnings
    warnings.warn('non-inplace resize is deprecated', stacklevel=2)
    return self.detach().reshape(*sizes) if self.numel() == _count(sizes) else self.detach().clone().resize_(*sizes)


def _count(sizes):
    total = 1
    for n in (sizes[0] if len(sizes) == 1 and isinstance(sizes[0], (list, tuple)) else sizes):
        total *= n
    return total


def resize_as(self, tensor):
    return resize(self, tensor.shape)


class TypedStorage:
    """The numbers of a storage, one after the other."""

    def __init__(self, tensor=0, *, dtype=None, device=None):
        if not torch.is_tensor(tensor):
            tensor = torch.empty(tensor, dtype=dtype) if isinstance(tensor, int) else torch.tensor(list(tensor), dtype=dtype)
        self._all = torch._rebuild(tensor.detach(), 0, [torch._storage_bytes(tensor, False) // tensor.element_size()], [1])
        self.dtype = tensor.dtype
        self.device = tensor.device

    def __len__(self):
        return self._all.numel()

    size = __len__

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._all[index].tolist()
        return self._all[index].item()

    def __setitem__(self, index, value):
        self._all[index] = value

    def __iter__(self):
        return iter(self._all.tolist())

    def tolist(self):
        return self._all.tolist()

    def data_ptr(self):
        return self._all.data_ptr()

    def nbytes(self):
        return self._all.numel() * self._all.element_size()

    def element_size(self):
        return self._all.element_size()

    def untyped(self):
        return UntypedStorage(self._all)

    def fill_(self, value):
        self._all.fill_(value)
        return self

    def __repr__(self):
        return (' ' + '\n '.join(str(x) for x in self._all.tolist())
                + f'\n[torch.storage.TypedStorage(dtype={self.dtype}, device=cpu) of size {len(self)}]')


class UntypedStorage:
    """The bytes of a storage."""

    def __init__(self, tensor):
        self._tensor = tensor
        self.device = tensor.device

    def _bytes(self):
        return torch._storage_bytes(self._tensor, True)

    def nbytes(self):
        return torch._storage_bytes(self._tensor, False)

    size = __len__ = nbytes

    def __getitem__(self, index):
        return self._bytes()[index]

    def tolist(self):
        return list(self._bytes())

    def data_ptr(self):
        return self._tensor.data_ptr() - self._tensor.storage_offset() * self._tensor.element_size()

    def __repr__(self):
        return (' ' + '\n '.join(str(x) for x in self._bytes())
                + f'\n[torch.storage.UntypedStorage(device=cpu) of size {self.nbytes()}]')


def storage(self):
    torch._warn_once('TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be the only storage '
                     'class. This should only matter to you if you are using storages directly.  To access UntypedStorage '
                     'directly, use tensor.untyped_storage() instead of tensor.storage()')
    return TypedStorage(self)


def _map(self, other, callable):
    if other.dtype != self.dtype:
        raise TypeError(f"map_: expected {torch._backend_type(self)} for 'other' (got {torch._backend_type(other)})")
    if self.requires_grad or other.requires_grad:
        raise RuntimeError("Can't call map_() on Variable that requires grad. Use var.detach().map_() instead.")
    with torch.no_grad():
        values = [callable(a, b) for a, b in zip(self.reshape(-1).tolist(), other.expand_as(self).reshape(-1).tolist())]
        return self.copy_(torch.tensor(values, dtype=self.dtype).reshape(self.shape))


_checked_map = torch._checked('map_(Tensor self, Tensor other, any callable)', _map, True)


def map_(self, *args, **kwargs):
    return _checked_map(self, *args, **kwargs)


def from_file(filename, shared=None, size=0, *, dtype=None, layout=None, device=None, pin_memory=False):
    """A vector of the numbers in a file; with `shared` what is written to it goes into the file."""
    import mmap
    import os
    dtype = torch.get_default_dtype() if dtype is None else dtype
    wanted = size * dtype.itemsize
    if not os.path.exists(filename) and not shared:
        raise RuntimeError(f'unable to open file <{filename}> in read-only mode: No such file or directory (2)')
    with open(filename, 'r+b' if shared and os.path.exists(filename) else 'w+b' if shared else 'rb') as file:
        if shared and os.fstat(file.fileno()).st_size < wanted:
            os.ftruncate(file.fileno(), wanted)
        if os.fstat(file.fileno()).st_size < wanted:
            raise RuntimeError(f'file <{filename}> size <{os.fstat(file.fileno()).st_size}> is smaller than the required mapping size '
                               f'<{wanted}>')
        if not wanted:
            return torch.empty(0, dtype=dtype)
        mapped = mmap.mmap(file.fileno(), wanted, access=mmap.ACCESS_WRITE if shared else mmap.ACCESS_COPY)
    return torch.frombuffer(mapped, dtype=dtype, count=size)


def is_same_size(input, other):
    return input.shape == other.shape


def narrow_copy(self, dim, start, length):
    if self.is_sparse:
        return self.narrow_copy(dim, start, length)
    return self.narrow(dim, start, length).clone()


def _set(self, source=None, storage_offset=None, size=None, stride=None):
    if self.requires_grad and self.is_leaf and torch.is_grad_enabled():
        raise RuntimeError('a leaf Variable that requires grad is being used in an in-place operation.')
    with torch.no_grad():
        if source is None:
            made = torch.empty(0, dtype=self.dtype)
        elif size is None:
            made = source.data
        else:
            size = tuple(size)
            if stride is None or not tuple(stride):
                stride = torch.empty(size).stride()
            made = source.as_strided(size, tuple(stride), storage_offset)
        if made.dtype != self.dtype:
            raise RuntimeError(f'Could not set tensor of type {torch._c_names[made.dtype]} to a tensor of type '
                               f'{torch._c_names[self.dtype]}')
        self.data = made
    return self


_checked_set = torch._checked('set_(Tensor self)|set_(Tensor self, Tensor source)'
                              '|set_(Tensor self, Tensor source, int storage_offset, int[] size, int[] stride=None)', _set, True)


def set_(self, *args, **kwargs):
    # A storage stands for a tensor of all its elements.
    source = args[0] if args else kwargs.get('source')
    whole = getattr(source, '_tensor', None)
    if torch.is_tensor(whole):
        whole = whole.as_strided((source.nbytes() // whole.element_size(),), (1,), 0)
        args, kwargs = ((whole,) + args[1:], kwargs) if args else (args, dict(kwargs, source=whole))
    return _checked_set(self, *args, **kwargs)


def slice_scatter(input, src, dim=0, start=None, end=None, step=1):
    result = input.clone()
    place = [slice(None)] * input.dim()
    place[dim] = slice(start, end, step)
    result[tuple(place)] = src
    return result


def _reduction(number):
    return ('none', 'mean', 'sum')[number] if isinstance(number, int) else number


def batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled):
    return F.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def embedding(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    return F.embedding(indices, weight, None if padding_idx == -1 else padding_idx)


def cosine_embedding_loss(input1, input2, target, margin=0.0, reduction=1):
    return F.cosine_embedding_loss(input1, input2, target, margin=margin, reduction=_reduction(reduction))


def poisson_nll_loss(input, target, log_input, full, eps, reduction):
    return F.poisson_nll_loss(input, target, log_input, full=full, eps=eps, reduction=_reduction(reduction))


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2.0, eps=1e-6, swap=False, reduction=1):
    return F.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction=_reduction(reduction))


def lstm_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    h, c = hx
    i, f, g, o = (F.linear(input, w_ih, b_ih) + F.linear(h, w_hh, b_hh)).chunk(4, 1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    return o.sigmoid() * c.tanh(), c


def gru_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    a, b = F.linear(input, w_ih, b_ih).chunk(3, 1), F.linear(hx, w_hh, b_hh).chunk(3, 1)
    r, z = (a[0] + b[0]).sigmoid(), (a[1] + b[1]).sigmoid()
    n = (a[2] + r * b[2]).tanh()
    return n + z * (hx - n)


def binomial(count, prob, generator=None):
    from torch.distributions import Binomial
    return Binomial(count, prob).sample()


def svd_lowrank(A, q=6, niter=2, M=None):
    if M is not None:
        A = A - M
    R = torch.randn(A.shape[-1], q, dtype=A.dtype)
    Q = torch.linalg.qr(A @ R).Q
    for _ in range(niter):
        Q = torch.linalg.qr(A.mH @ Q).Q
        Q = torch.linalg.qr(A @ Q).Q
    U, S, Vh = torch.linalg.svd(Q.mH @ A, full_matrices=False)
    return Q @ U, S, Vh.mH


def pca_lowrank(A, q=None, center=True, niter=2):
    q = min(6, *A.shape[-2:]) if q is None else q
    return svd_lowrank(A - A.mean(-2, keepdim=True) if center else A, q, niter)


def cond(pred, true_fn, false_fn, operands=()):
    return (true_fn if pred else false_fn)(*operands)


class _Aten:
    """`torch.ops.aten.add(x, y)`, also with the name of an overload behind it."""

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        found = getattr(torch, name, None) or getattr(F, name, None)
        if found is None and hasattr(torch.Tensor, name):
            def found(self, *args, **kwargs):
                return getattr(self, name)(*args, **kwargs)
        if found is None:
            raise AttributeError(f"'_OpNamespace' 'aten' object has no attribute '{name}'")
        return _Packet(found)


class _Packet:
    def __init__(self, function):
        self._function = function

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self._function


class ops:
    aten = _Aten()


def _in_place(name):
    def function(input, *args, **kwargs):
        return getattr(input, name)(*args, **kwargs)
    function.__name__ = function.__qualname__ = name
    function.__module__ = 'torch'
    return function


_same_in_functional = (
    'max_pool1d', 'max_pool2d', 'max_pool3d', 'avg_pool1d', 'adaptive_avg_pool1d', 'adaptive_max_pool1d', 'celu_', 'selu_',
    'threshold_', 'rrelu', 'rrelu_', 'relu_', 'alpha_dropout', 'feature_alpha_dropout', 'bilinear', 'ctc_loss', 'pixel_shuffle',
    'pixel_unshuffle', 'conv_tbc', 'hinge_embedding_loss', 'margin_ranking_loss', 'kl_div', 'instance_norm')


_removed = {
    'eig':
        ' `torch.linalg.eig` returns complex tensors of dtype `cfloat` or `cdouble` rather than real tensors '
        'mimicking complex tensors.\n\nL, _ = torch.eig(A) should be replaced with:\nL_complex = torch.linalg.ei'
        'gvals(A)\n\nand\n\nL, V = torch.eig(A, eigenvectors=True) should be replaced with:\nL_complex, V_complex '
        '= torch.linalg.eig(A)',
    'symeig':
        ' The default behavior has changed from using the upper triangular portion of the matrix by default t'
        'o using the lower triangular portion.\n\nL, _ = torch.symeig(A, upper=upper) should be replaced with:\n'
        "L = torch.linalg.eigvalsh(A, UPLO='U' if upper else 'L')\n\nand\n\nL, V = torch.symeig(A, eigenvectors=T"
        "rue) should be replaced with:\nL, V = torch.linalg.eigh(A, UPLO='U' if upper else 'L')",
    'solve':
        ' `torch.solve` is deprecated in favor of `torch.linalg.solve`. `torch.linalg.solve` has its argument'
        's reversed and does not return the LU factorization.\n\nTo get the LU factorization see `torch.lu`, wh'
        'ich can be used with `torch.lu_solve` or `torch.lu_unpack`.\nX = torch.solve(B, A).solution should be'
        ' replaced with:\nX = torch.linalg.solve(A, B)',
    'lstsq':
        ' `torch.lstsq` is deprecated in favor of `torch.linalg.lstsq`.\n`torch.linalg.lstsq` has reversed arg'
        'uments and does not return the QR decomposition in the returned tuple (although it returns other inf'
        'ormation about the problem).\n\nTo get the QR decomposition consider using `torch.linalg.qr`.\n\nThe ret'
        'urned solution in `torch.lstsq` stored the residuals of the solution in the last m - n columns of th'
        "e returned value whenever m > n. In torch.linalg.lstsq, the residuals are in the field 'residuals' o"
        'f the returned named tuple.\n\nThe unpacking of the solution, as in\nX, _ = torch.lstsq(B, A).solution['
        ':A.size(1)]\nshould be replaced with:\nX = torch.linalg.lstsq(A, B).solution',
    'matrix_rank':
        "\nPlease use the `torch.linalg.matrix_rank` function instead. The parameter 'symmetric' was renamed i"
        "n `torch.linalg.matrix_rank()` to 'hermitian'.",
}


def _gone(name):
    """A function that PyTorch has taken away; it says what to use."""
    def function(*args, **kwargs):
        raise RuntimeError('This function was deprecated since version 1.9 and is now removed.' + _removed[name])
    function.__name__ = function.__qualname__ = name
    return function


def _copied(name):
    """A view as new tensors: `unsqueeze_copy` and its kin."""
    def function(input, *args, out=None, **kwargs):
        made = getattr(input, name[:-5])(*args, **kwargs)
        made = tuple(x.clone() for x in made) if isinstance(made, (tuple, list)) else made.clone()
        return made if out is None else torch._deliver(name, made, out)
    function.__name__ = function.__qualname__ = name
    return function


def find(name):
    """A function of `torch` by a name that nothing else explains; None: there is none."""
    if name in functions:
        return functions[name]
    if name in _removed:
        return _gone(name)
    if name.endswith('_copy') and hasattr(torch.Tensor, name[:-5]):
        return _copied(name)
    if name in _same_in_functional and hasattr(F, name):
        return getattr(F, name)
    if name.endswith('_') and not name.endswith('__') and hasattr(torch.Tensor, name):
        return _in_place(name)
    return None


def _assert(condition, message):
    assert condition, message


functions = dict(
    _assert=_assert, slice_scatter=slice_scatter, narrow_copy=narrow_copy, is_same_size=is_same_size, batch_norm=batch_norm,
    embedding=embedding, cosine_embedding_loss=cosine_embedding_loss, poisson_nll_loss=poisson_nll_loss,
    triplet_margin_loss=triplet_margin_loss, lstm_cell=lstm_cell, gru_cell=gru_cell, binomial=binomial, svd_lowrank=svd_lowrank,
    pca_lowrank=pca_lowrank, cond=cond, from_file=from_file, ops=ops, TypedStorage=TypedStorage, UntypedStorage=UntypedStorage,
    is_inference=lambda input: input.is_inference(), is_conj=lambda input: False, is_neg=lambda input: False,
    is_signed=lambda input: input.dtype.is_signed,
    set_warn_always=lambda mode: None, is_warn_always_enabled=lambda: False, get_device=lambda input: -1,
    is_distributed=lambda input: False, dequantize=lambda input: input)
def _of_sparse(name, kind):
    def method(self):
        raise RuntimeError(f'{name} expected {kind} tensor layout but got Strided')
    method.__name__ = name
    return method


methods = dict(
    indices=_of_sparse('indices', 'sparse coordinate'), values=_of_sparse('values', 'sparse'),
    coalesce=_of_sparse('coalesce', 'sparse coordinate'), is_coalesced=_of_sparse('is_coalesced', 'sparse coordinate'),
    new=new, resize=resize, resize_as=resize_as, storage=storage, untyped_storage=UntypedStorage, map_=map_,
    is_same_size=is_same_size, narrow_copy=narrow_copy, set_=set_, slice_scatter=slice_scatter,
    is_nonzero=lambda self: bool(self), is_set_to=lambda self, tensor: self.data_ptr() == tensor.data_ptr(),
    is_distributed=lambda self: False, int_repr=lambda self: self, dequantize=lambda self: self,
    chalf=lambda self, *, memory_format=None: self.to(torch.complex32), record_stream=lambda self, stream: None, module_load=lambda self, other,
    assign=False: other, rename=lambda self, *names, **kwargs: self, refine_names=lambda self, *names: self)

"""Signatures, in torch's notation, of what torch has in C++ and is written in Python here: the arguments are checked as those
of operators are, before the function sees them. `f:` stands before functions, `m:` before methods.
"""
import torch

_text = """
f:affine_grid_generator(Tensor theta, int[] size, bool align_corners, *, Tensor out=None)
f:alias_copy(Tensor input, *, Tensor out=None)
f:as_strided_copy(Tensor input, int[] size, int[] stride, int? storage_offset=None, *, Tensor out=None)
f:as_strided_scatter(Tensor input, Tensor src, int[] size, int[] stride, int? storage_offset=None, *, Tensor out=None)
f:binomial(Tensor count, Tensor prob, Generator? generator=None, *, Tensor out=None)
f:cholesky_inverse(Tensor input, bool upper=False, *, Tensor out=None)
f:cholesky_solve(Tensor input, Tensor input2, bool upper=False, *, Tensor out=None)
f:cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1)
f:detach_copy(Tensor input, *, Tensor out=None)
f:diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor out=None)
f:diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1, *, Tensor out=None)
f:embedding(Tensor weight, Tensor indices, int padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False, *, Tensor out=None)
f:empty_permuted(int[] size, int[] physical_layout, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)
f:empty_strided(int[] size, int[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)
f:expand_copy(Tensor input, int[] size, *, bool implicit=False, Tensor out=None)
f:grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners)
f:grid_sampler_2d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor out=None)
f:grid_sampler_3d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor out=None)
f:histogram(Tensor input, Tensor bins, *, Tensor? weight=None, bool density=False, Tensor out=None)|histogram(Tensor input, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor out=None)
f:histogramdd(Tensor input, int[] bins, float[]? range=None, Tensor? weight=None, bool density=False)|histogramdd(Tensor input, int bins, float[]? range=None, Tensor? weight=None, bool density=False)|histogramdd(Tensor input, Tensor[] bins, float[]? range=None, Tensor? weight=None, bool density=False)
f:index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True, Tensor out=None)
f:is_conj(Tensor input)
f:is_distributed(Tensor input)
f:is_inference(Tensor input)
f:is_neg(Tensor input)
f:is_same_size(Tensor input, Tensor other)
f:is_signed(Tensor input)
f:istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False)
f:linalg_cholesky_ex(Tensor input, *, bool upper=False, bool check_errors=False, Tensor[] out=None)
f:linalg_householder_product(Tensor input, Tensor tau, *, Tensor out=None)
f:linalg_inv_ex(Tensor A, *, bool check_errors=False, Tensor[] out=None)
f:linalg_ldl_factor(Tensor input, *, bool hermitian=False, Tensor[] out=None)
f:linalg_ldl_factor_ex(Tensor input, *, bool hermitian=False, bool check_errors=False, Tensor[] out=None)
f:linalg_lu(Tensor A, *, bool pivot=True, Tensor[] out=None)
f:linalg_lu_factor(Tensor A, *, bool pivot=True, Tensor[] out=None)
f:linalg_lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False, Tensor[] out=None)
f:linalg_lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False, Tensor out=None)
f:linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False, Tensor[] out=None)
f:linalg_tensorinv(Tensor input, int ind=2, *, Tensor out=None)
f:linalg_tensorsolve(Tensor input, Tensor other, int[]? dims=None, *, Tensor out=None)
f:lu_solve(Tensor input, Tensor LU_data, Tensor LU_pivots, *, Tensor out=None)
f:lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True, *, Tensor[] out=None)
f:narrow_copy(Tensor input, int dim, int start, int length, *, Tensor out=None)
f:native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, *, Tensor out=None)
f:native_group_norm(Tensor input, Tensor? weight, Tensor? bias, int N, int C, int HxW, int group, float eps, *, Tensor out=None)
f:native_layer_norm(Tensor input, int[] normalized_shape, Tensor? weight, Tensor? bias, float eps, *, Tensor out=None)
f:nonzero_static(Tensor input, *, int size, int fill_value=-1, Tensor out=None)
f:ormqr(Tensor input, Tensor input2, Tensor input3, bool left=True, bool transpose=False, *, Tensor out=None)
f:permute_copy(Tensor input, int[] dims, *, Tensor out=None)
f:poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps, int reduction)
f:resize_as_(Tensor input, Tensor the_template, *, MemoryFormat? memory_format=None)
f:rrelu(Tensor input, Number lower=0.125, Number upper=0.3333333333333333, bool training=False, Generator? generator=None)
f:rrelu_(Tensor input, Number lower=0.125, Number upper=0.3333333333333333, bool training=False, Generator? generator=None)
f:select_copy(Tensor input, int dim, int index, *, Tensor out=None)
f:select_scatter(Tensor input, Tensor src, int dim, int index, *, Tensor out=None)
f:slice_copy(Tensor input, int dim=0, int? start=None, int? end=None, int step=1, *, Tensor out=None)
f:slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1, *, Tensor out=None)
f:split_copy(Tensor input, int split_size, int dim=0)
f:split_with_sizes_copy(Tensor input, int[] split_sizes, int dim=0)
f:squeeze_copy(Tensor input, *, Tensor out=None)|squeeze_copy(Tensor input, int dim, *, Tensor out=None)|squeeze_copy(Tensor input, int[] dim, *, Tensor out=None)
f:t_copy(Tensor input, *, Tensor out=None)
f:transpose_copy(Tensor input, int dim0, int dim1, *, Tensor out=None)
f:triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[] out=None)
f:triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1., float p=2., float eps=1e-06, bool swap=False, int reduction=1)
f:unbind_copy(Tensor input, int dim=0)
f:unfold_copy(Tensor input, int dimension, int size, int step, *, Tensor out=None)
f:unsafe_chunk(Tensor input, int chunks, int dim=0)
f:unsafe_split(Tensor input, int split_size, int dim=0)
f:unsqueeze_copy(Tensor input, int dim, *, Tensor out=None)
f:view_as_complex_copy(Tensor input, *, Tensor out=None)
f:view_as_real_copy(Tensor input, *, Tensor out=None)
f:view_copy(Tensor input, int[] size, *, Tensor out=None)|view_copy(Tensor input, ScalarType dtype, *, Tensor out=None)
m:as_strided_scatter(Tensor self, Tensor src, int[] size, int[] stride, int? storage_offset=None)
m:chalf(Tensor self, *, MemoryFormat? memory_format=None)
m:cholesky_inverse(Tensor self, bool upper=False)
m:cholesky_solve(Tensor self, Tensor input2, bool upper=False)
m:diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1)
m:histogram(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False)|histogram(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False)
m:index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)
m:index_reduce_(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)
m:is_conj(Tensor self)
m:is_distributed(Tensor self)
m:is_neg(Tensor self)
m:is_nonzero(Tensor self)
m:is_pinned(Tensor self, Device? device=None)
m:is_same_size(Tensor self, Tensor other)
m:is_set_to(Tensor self, Tensor tensor)
m:is_signed(Tensor self)
m:lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots)
m:narrow_copy(Tensor self, int dim, int start, int length)
m:nonzero_static(Tensor self, *, int size, int fill_value=-1)
m:ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False)
m:resize_as_(Tensor self, Tensor the_template, *, MemoryFormat? memory_format=None)
m:select_scatter(Tensor self, Tensor src, int dim, int index)
m:slice_scatter(Tensor self, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)
m:triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False)
m:unsafe_chunk(Tensor self, int chunks, int dim=0)
m:unsafe_split(Tensor self, int split_size, int dim=0)
"""

_rows = {line.partition('(')[0]: line[2:] for line in _text.split('\n') if line}
_made = {}

_tail = 'ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)'
for _name, _more in dict(bartlett='', blackman='', hann='', hamming='alpha beta', kaiser='beta').items():
    _forms, _given = [], 'int window_length'
    for _part in ['', ', bool periodic'] + [f', float {word}' for word in _more.split()]:
        _given += _part
        _forms.append(f'{_name}_window({_given}, *, {_tail}')
    _rows[f'f:{_name}_window'] = '|'.join(_forms)
for _name in ('chebyshev_polynomial_t', 'chebyshev_polynomial_u', 'chebyshev_polynomial_v', 'chebyshev_polynomial_w',
              'hermite_polynomial_h', 'hermite_polynomial_he', 'laguerre_polynomial_l', 'legendre_polynomial_p',
              'shifted_chebyshev_polynomial_t', 'shifted_chebyshev_polynomial_u', 'shifted_chebyshev_polynomial_v', 'shifted_chebyshev_polynomial_w'):
    _rows[f'f:special_{_name}'] = '|'.join(f'special_{_name}({pair}, *, Tensor out=None)'
                                          for pair in ('Tensor x, Tensor n', 'Number x, Tensor n', 'Tensor x, Number n'))


def checked(name, function):
    """The function with its arguments checked, the same each time; what has no signature here as it is."""
    if name not in _made:
        row = _rows.get('f:' + name)
        _made[name] = function if row is None else torch._checked(row, function)
    return _made[name]


def checked_methods(methods):
    """Puts the checks in front of the methods of a table."""
    for name, function in list(methods.items()):
        row = _rows.get('m:' + name)
        if row is not None:
            methods[name] = _method(name, row, function)


def _method(name, row, function):
    made = []

    def method(self, *args, **kwargs):
        if not made:
            made.append(torch._checked(row, function, True))
        return made[0](self, *args, **kwargs)
    method.__name__ = method.__qualname__ = name
    method.__doc__ = function.__doc__
    return method

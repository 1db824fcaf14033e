"""What `vmap` runs a function on: tensors that hide their first dimension, and how functions of torch treat it.

A `Batched` stands for one sample; its `inner` holds all of them. Functions meet it by `__torch_function__`, and the rule of
their name computes all samples at once. What has no rule here raises, and `vmap` runs one sample after the other instead.
"""
import torch
import torch.nn.functional as F


class Unbatchable(Exception):
    """There is no rule for these arguments."""


class Refused(RuntimeError):
    """What vmap forbids."""


class Batch:
    """The size of the batch that is being mapped over, or None."""
    size = None


_EMPTY = {}


def wrap(inner):
    """A sample whose batch is the first dimension of `inner`."""
    body = _EMPTY.get(inner.dtype)
    if body is None:
        body = _EMPTY[inner.dtype] = torch.empty(0, dtype=inner.dtype)
    made = torch.Tensor._make_subclass(Batched, body)
    made.inner = inner
    return made


def wrapped(made):
    """Every tensor of a result as a batch."""
    if torch.is_tensor(made):
        return wrap(made)
    if isinstance(made, tuple) and hasattr(made, '_fields') or type(made).__module__ == 'torch.return_types':
        return type(made)([wrapped(part) for part in made])
    if isinstance(made, (tuple, list)):
        return type(made)(wrapped(part) for part in made)
    raise Unbatchable


def spread(x):
    """The tensor of all samples of an argument, which may be the same for all."""
    return x.inner if isinstance(x, Batched) else x.expand(Batch.size, *x.shape)


def gradients(ends, leaves, seeds=None, **options):
    """`torch.autograd.grad` where the samples are independent of each other."""
    ends = list(ends) if isinstance(ends, (list, tuple)) else [ends]
    if not any(isinstance(x, Batched) for x in ends + list(leaves)):
        return torch.autograd.grad(ends, leaves, seeds, **options)
    if not all(isinstance(x, Batched) for x in ends + list(leaves)):
        raise Unbatchable
    seeds = [torch.ones_like(x.inner) for x in ends] if seeds is None else [spread(s) for s in seeds]
    made = torch.autograd.grad([x.inner for x in ends], [x.inner for x in leaves], seeds, **options)
    return [None if g is None else wrap(g) for g in made]


class Batched(torch.Tensor):
    shape = property(lambda self: self.inner.shape[1:])
    ndim = property(lambda self: self.inner.dim() - 1)

    def dim(self):
        return self.inner.dim() - 1

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def numel(self):
        return self.shape.numel()

    def __len__(self):
        if not self.ndim:
            raise TypeError('len() of a 0-d tensor')
        return self.shape[0]

    def __iter__(self):
        return iter(self.unbind(0))

    def __bool__(self):
        raise Refused("vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support "
                      'that yet, please file an issue at https://github.com/pytorch/pytorch/issues .')

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        name = func.__name__
        if name == '__get__':
            return _attribute(args[0], func.__self__.__name__)
        rule = _RULES.get(name)
        if rule is None:
            raise Unbatchable(name)
        return rule(func, *args, **(kwargs or {}))


def _attribute(x, name):
    if name in ('dtype', 'device', 'requires_grad', 'is_leaf', 'layout', 'is_sparse', 'is_nested', 'is_cuda', 'is_quantized', 'is_meta', 'grad_fn'):
        return getattr(x.inner, name)
    if name in ('T', 'mT', 'H', 'mH'):
        if x.ndim != 2 and not (name == 'T' and x.ndim < 2):
            raise Unbatchable(name)
        return x if x.ndim < 2 else wrap(getattr(x.inner, 'mH' if 'H' in name else 'mT'))
    if name in ('real', 'imag'):
        return wrap(getattr(x.inner, name))
    raise Unbatchable(name)


def _plain(*values):
    """Refuses batched arguments where a rule does not look for them."""
    for value in values:
        if isinstance(value, Batched):
            raise Unbatchable
        if isinstance(value, (list, tuple)):
            _plain(*value)


def _place(x, dim):
    """A dimension of a sample as one of the batch."""
    if type(dim) is not int or not -x.ndim <= dim < x.ndim:
        raise Unbatchable
    return dim + 1 if dim >= 0 else dim


def _each(func, x, *args, **kwargs):
    """What looks at one element, or at the last dimensions only."""
    _plain(*args, *kwargs.values())
    return wrapped(func(x.inner, *args, **kwargs))


def _aligned(*xs):
    """Operands whose samples broadcast against each other; all of one dtype, since samples without dimensions promote otherwise."""
    tensors = [x for x in xs if torch.is_tensor(x)]
    if any(x.dtype != tensors[0].dtype for x in tensors):
        raise Unbatchable
    rank = max(x.dim() for x in tensors)
    made = []
    for x in xs:
        if isinstance(x, Batched):
            inner = x.inner
            for _ in range(rank - x.ndim):
                inner = inner.unsqueeze(1)
            x = inner
        made.append(x)
    return made


def _pair(func, x, y, **kwargs):
    _plain(*kwargs.values())
    if not torch.is_tensor(y) or not torch.is_tensor(x):
        return wrap(func(x.inner if isinstance(x, Batched) else x, y.inner if isinstance(y, Batched) else y, **kwargs))
    return wrap(func(*_aligned(x, y), **kwargs))


def _where(func, condition, x, y):
    xs = [v for v in (x, y) if torch.is_tensor(v)]
    if len(xs) == 2 and x.dtype != y.dtype or not xs:
        raise Unbatchable
    rank = max(v.dim() for v in [condition] + xs)
    made = []
    for v in (condition, x, y):
        if isinstance(v, Batched):
            inner = v.inner
            for _ in range(rank - v.ndim):
                inner = inner.unsqueeze(1)
            v = inner
        made.append(v)
    return wrap(func(*made))


def _reduced(func, x, dim=None, *args, **kwargs):
    _plain(dim, *args, *kwargs.values())
    dim = kwargs.pop('axis', dim)
    if dim is None or dim == () or dim == []:
        if args or kwargs.get('keepdim'):
            raise Unbatchable
        return wrapped(func(x.inner.reshape(x.inner.shape[0], -1), 1, **kwargs))
    places = [_place(x, d) for d in dim] if isinstance(dim, (list, tuple)) else _place(x, dim)
    return wrapped(func(x.inner, places, *args, **kwargs))


def _extremum(func, x, dim=None, *args, **kwargs):
    if isinstance(dim, Batched) or torch.is_tensor(dim):
        return _pair(func, x, dim)
    if dim is None and 'dim' not in kwargs:
        return wrap(func(x.inner.reshape(x.inner.shape[0], -1), 1).values)
    return _reduced(func, x, kwargs.pop('dim', dim), *args, **kwargs)


def _along(func, x, dim=None, *args, **kwargs):
    _plain(*args, *kwargs.values())
    return wrapped(func(x.inner, _place(x, dim), *args, **kwargs))


def _sorted(func, x, dim=-1, *args, **kwargs):
    return _along(func, x, dim, *args, **kwargs)


def _norm(func, x, p='fro', dim=None, keepdim=False, out=None, dtype=None):
    if p not in ('fro', 2, None) or dtype is not None or out is not None:
        raise Unbatchable
    return _reduced(lambda v, d, k=False: torch.linalg.vector_norm(v, 2, d, k), x, dim, *([keepdim] if dim is not None else []))


def _sizes(given):
    return list(given[0]) if len(given) == 1 and isinstance(given[0], (list, tuple)) else list(given)


def _reshape(func, x, *sizes, **kwargs):
    sizes = _sizes(sizes)
    if kwargs or not all(type(n) is int for n in sizes):
        raise Unbatchable
    return wrap(x.inner.reshape(x.inner.shape[0], *sizes))


def _unsqueeze(func, x, dim):
    if not -x.ndim - 1 <= dim <= x.ndim:
        raise Unbatchable
    return wrap(x.inner.unsqueeze(dim + 1 if dim >= 0 else dim))


def _squeeze(func, x, *dims):
    places = tuple(range(1, x.ndim + 1)) if not dims else tuple(_place(x, d) for d in _sizes(dims))
    return wrap(x.inner.squeeze(places))


def _transpose(func, x, a, b):
    return wrap(x.inner.transpose(_place(x, a), _place(x, b)))


def _t(func, x):
    return x if x.ndim < 2 else wrap(x.inner.transpose(1, 2)) if x.ndim == 2 else _raise()


def _raise():
    raise Unbatchable


def _permute(func, x, *dims):
    return wrap(x.inner.permute(0, *[_place(x, d) % (x.ndim + 1) for d in _sizes(dims)]))


def _flatten(func, x, start_dim=0, end_dim=-1):
    return wrap(x.inner.flatten(_place(x, start_dim), _place(x, end_dim))) if x.ndim else wrap(x.inner.unsqueeze(1))


def _expand(func, x, *sizes):
    sizes = _sizes(sizes)
    inner = x.inner
    for _ in range(len(sizes) - x.ndim):
        inner = inner.unsqueeze(1)
    return wrap(inner.expand(inner.shape[0], *sizes))


def _expand_as(func, x, other):
    return _expand(func, x, *other.shape) if isinstance(x, Batched) else _raise()


def _item(func, x, index):
    parts = index if isinstance(index, tuple) else (index,)
    if not isinstance(x, Batched):
        # A row of a table that all samples share.
        if isinstance(index, Batched) and index.dtype == torch.int64:
            return wrap(x[index.inner])
        raise Unbatchable
    if not all(p is None or p is Ellipsis or type(p) in (int, slice) for p in parts):
        raise Unbatchable
    return wrap(x.inner[(slice(None), *parts)])


def _matmul(func, a, b):
    ra, rb = a.dim(), b.dim()
    if not ra or not rb or a.dtype != b.dtype:
        raise Unbatchable
    x = a.inner if isinstance(a, Batched) else a
    y = b.inner if isinstance(b, Batched) else b
    if ra == 1:
        x = x.unsqueeze(-2)
    if rb == 1:
        y = y.unsqueeze(-1)
    for _ in range(max(rb, 2) - max(ra, 2)):
        x = x.unsqueeze(1) if isinstance(a, Batched) else x
    for _ in range(max(ra, 2) - max(rb, 2)):
        y = y.unsqueeze(1) if isinstance(b, Batched) else y
    # A matrix that all samples share meets all of their rows in one product.
    if ra == 1 and not isinstance(b, Batched) and b.dim() == 2:
        return wrap(torch.matmul(a.inner, b))
    if rb == 1 and not isinstance(a, Batched) and a.dim() == 2:
        return wrap(torch.matmul(b.inner, a.mT))
    made = torch.matmul(x, y)
    if rb == 1:
        made = made.squeeze(-1)
    if ra == 1:
        made = made.squeeze(-1 if rb == 1 else -2)
    return wrap(made)


def _dot(func, a, b):
    if a.dim() != 1 or b.dim() != 1 or a.shape != b.shape:
        raise Unbatchable
    return _matmul(func, a, b)


def _mv(func, a, b):
    return _matmul(func, a, b) if (a.dim(), b.dim()) == (2, 1) else _raise()


def _mm(func, a, b):
    return _matmul(func, a, b) if (a.dim(), b.dim()) == (2, 2) else _raise()


def _outer(func, a, b):
    return a.unsqueeze(-1) * b.unsqueeze(0) if (a.dim(), b.dim()) == (1, 1) else _raise()


def _einsum(func, equation, *operands):
    operands = operands[0] if len(operands) == 1 and isinstance(operands[0], (list, tuple)) else operands
    left, arrow, right = equation.replace(' ', '').partition('->')
    letter = next((c for c in 'zyxwvutsrqponmlkjihgfedcba' if c not in left), None)
    if not arrow or '.' in equation or letter is None:
        raise Unbatchable
    terms = [letter + term if isinstance(x, Batched) else term for term, x in zip(left.split(','), operands)]
    return wrap(func(f"{','.join(terms)}->{letter}{right}", *[x.inner if isinstance(x, Batched) else x for x in operands]))


def _square(func, x):
    return wrap(func(x.inner)) if x.ndim == 2 else _raise()


def _linear(func, x, weight, bias=None):
    if not isinstance(weight, Batched) and not isinstance(bias, Batched):
        return wrap(F.linear(x.inner, weight, bias))
    made = torch.matmul(x, weight.mT)
    return made if bias is None else made + bias


def _joined(func, tensors, dim=0):
    first = tensors[0]
    if any(x.dtype != first.dtype or x.dim() != first.dim() for x in tensors):
        raise Unbatchable
    rank = first.dim() + (func.__name__ == 'stack')
    if not -rank <= dim < rank:
        raise Unbatchable
    return wrap(func([spread(x) for x in tensors], dim + 1 if dim >= 0 else dim))


def _loss(func, x, target, weight=None, size_average=None, reduce=None, reduction='mean', **kwargs):
    if not (weight is size_average is reduce is None) or x.shape != target.shape or x.dtype != target.dtype:
        raise Unbatchable
    options = {name: value for name, value in kwargs.items() if value is not None}
    if any(torch.is_tensor(value) for value in options.values()):
        raise Unbatchable
    made = func(spread(x), spread(target), reduction='none', **options)
    if reduction == 'none':
        return wrap(made)
    made = made.reshape(made.shape[0], -1)
    return wrap(made.mean(1) if reduction == 'mean' else made.sum(1))


def _class_loss(func, x, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean',
                label_smoothing=0.0):
    if not (weight is size_average is reduce is None) or target.dtype != torch.int64 or x.dim() not in (1, 2) or target.dim() != x.dim() - 1:
        raise Unbatchable
    scores, classes = spread(x), spread(target)
    # The mean counts those that are not ignored.
    if bool((classes < 0).any()) or bool((classes == ignore_index).any()):
        raise Unbatchable
    options = dict(label_smoothing=label_smoothing) if label_smoothing else {}
    made = func(scores.reshape(-1, scores.shape[-1]), classes.reshape(-1), reduction='none', **options)
    made = made.reshape(classes.shape)
    if reduction == 'none' or x.dim() == 1:
        return wrap(made)
    return wrap(made.mean(1) if reduction == 'mean' else made.sum(1))


def _conv(count):
    def rule(func, x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
        inner, single = spread(x), x.dim() == count + 1
        if x.dim() not in (count + 1, count + 2):
            raise Unbatchable
        size = inner.shape[0]
        if not isinstance(weight, Batched) and not isinstance(bias, Batched):
            rows = inner if single else inner.flatten(0, 1)
            made = func(rows, weight, bias, stride, padding, dilation, groups)
            return wrap(made if single else made.unflatten(0, (size, -1)))
        # Each sample has a kernel of its own: all are groups of one convolution.
        rows = (inner.unsqueeze(1) if single else inner).transpose(0, 1).flatten(1, 2)
        kernels = spread(weight).flatten(0, 1)
        made = func(rows, kernels, None if bias is None else spread(bias).flatten(), stride, padding, dilation, groups * size)
        made = made.unflatten(1, (size, -1)).transpose(0, 1)
        return wrap(made.squeeze(1) if single else made)
    return rule


def _pool(count):
    def rule(func, x, *args, **kwargs):
        _plain(*args, *kwargs.values())
        if kwargs.get('return_indices') or x.ndim not in (count + 1, count + 2):
            raise Unbatchable
        if x.ndim == count + 1:
            return wrap(func(x.inner, *args, **kwargs))
        return wrap(func(x.inner.flatten(0, 1), *args, **kwargs).unflatten(0, (x.inner.shape[0], -1)))
    return rule


def _layer_norm(func, x, shape, *args, **kwargs):
    return _each(func, x, shape, *args, **kwargs) if x.ndim >= len(shape) else _raise()


def _embedding(func, index, weight, *args, **kwargs):
    _plain(weight, *args, *kwargs.values())
    return wrap(func(index.inner, weight, *args, **kwargs))


def _requires(func, x, *args):
    x.inner.requires_grad_(*args)
    return x


def _number(func, x, *args):
    raise Refused("vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor, "
                  "please try to rewrite what you're doing with other operations. If error is occurring somewhere inside PyTorch "
                  'internals, please file a bug report.')


_EACH = """neg abs exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh sigmoid relu relu6
    gelu silu elu selu celu softplus leaky_relu hardtanh hardswish hardsigmoid mish softsign tanhshrink logsigmoid square sqrt rsqrt
    reciprocal erf erfc erfinv floor ceil round trunc frac sign sgn isnan isinf isfinite logical_not bitwise_not positive clone
    contiguous detach to float double half bfloat16 long int bool type clamp clip nan_to_num zeros_like ones_like lgamma digamma
    logit sinc conj deg2rad rad2deg threshold softshrink hardshrink""".split()
_PAIR = """add sub subtract mul multiply div divide true_divide pow rsub maximum minimum eq ne lt le gt ge atan2 fmod remainder floor_divide
    hypot logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor copysign __rpow__ __rsub__ __rtruediv__ fmax fmin
    xlogy logaddexp __radd__ __rmul__""".split()
_RULES = {name: _each for name in _EACH}
_RULES.update({name: _pair for name in _PAIR})
_RULES.update({name: _reduced for name in 'sum mean amax amin std var nansum logsumexp argmax argmin any all prod count_nonzero'.split()})
_RULES.update({name: _along for name in 'softmax log_softmax softmin cumsum cumprod logcumsumexp'.split()})
_RULES.update({name: _conv(k) for k, name in ((1, 'conv1d'), (2, 'conv2d'), (3, 'conv3d'))})
_RULES.update({f'{kind}_pool{k}d': _pool(k) for k in (1, 2, 3) for kind in ('max', 'avg', 'adaptive_avg')})
_RULES.update({name: _loss for name in 'mse_loss l1_loss smooth_l1_loss huber_loss binary_cross_entropy binary_cross_entropy_with_logits'.split()})
_RULES.update(
    max=_extremum, min=_extremum, sort=_sorted, argsort=_sorted, norm=_norm, where=_where, reshape=_reshape, view=_reshape, unsqueeze=_unsqueeze, squeeze=_squeeze,
    transpose=_transpose, swapaxes=_transpose, t=_t, permute=_permute, flatten=_flatten, expand=_expand, expand_as=_expand_as,
    __getitem__=_item, matmul=_matmul, dot=_dot, mv=_mv, mm=_mm, outer=_outer, einsum=_einsum, inverse=_square, linalg_inv=_square, linalg_det=_square, det=_square, linear=_linear, cat=_joined, stack=_joined,
    cross_entropy=_class_loss, nll_loss=_class_loss, layer_norm=_layer_norm, embedding=_embedding, requires_grad_=_requires,
    view_as=lambda func, x, other: x.view(other.shape) if x is not other else wrap(x.inner.view_as(x.inner)),
    select=lambda func, x, dim, index: wrap(x.inner.select(_place(x, dim), index)),
    narrow=lambda func, x, dim, start, length: wrap(x.inner.narrow(_place(x, dim), start, length)),
    unbind=lambda func, x, dim=0: wrapped(x.inner.unbind(_place(x, dim))),
    chunk=lambda func, x, chunks, dim=0: wrapped(x.inner.chunk(chunks, _place(x, dim))),
    split=lambda func, x, sizes, dim=0: wrapped(x.inner.split(sizes, _place(x, dim))),
    is_floating_point=lambda func, x: x.inner.is_floating_point(), is_complex=lambda func, x: x.inner.is_complex(),
    item=_number, __float__=_number, __int__=_number, __index__=_number)

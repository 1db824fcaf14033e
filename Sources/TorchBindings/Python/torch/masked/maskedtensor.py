"""`MaskedTensor`: a tensor beside a mask that says which elements count."""
import torch

__all__ = ['MaskedTensor', 'masked_tensor', 'as_masked_tensor', 'is_masked_tensor']

_reductions = {'sum', 'mean', 'amin', 'amax', 'argmin', 'argmax', 'prod', 'all', 'norm', 'var', 'std', 'any'}
_shapes = {'reshape', 'view', 't', 'transpose', 'permute', 'unsqueeze', 'squeeze', 'expand', 'contiguous', 'clone', 'detach',
           'flatten', 'movedim', 'swapaxes', 'to_dense', 'index_select', 'narrow', 'select', '__getitem__', 'ravel', 'T', 'mT'}
_comparisons = {'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'isnan', 'isinf', 'isfinite', 'logical_not', 'logical_and', 'logical_or'}
_differ = 'Input masks must match. If you need support for this, please open an issue on Github.'


def is_masked_tensor(obj, /):
    return isinstance(obj, MaskedTensor)


def _text(value, seen):
    """One element; floats as wide as torch shows them."""
    if not seen:
        return '--'.rjust(8)
    if isinstance(value, bool) or isinstance(value, int):
        return str(value)
    return f'{value:8.4f}'


def _rows(values, seen, depth):
    pad = '  ' * depth
    if not values or not isinstance(values[0], list):
        return pad + '[' + ', '.join(_text(v, s) for v, s in zip(values, seen)) + ']'
    return pad + '[\n' + ',\n'.join(_rows(v, s, depth + 1) for v, s in zip(values, seen)) + '\n' + pad + ']'


class MaskedTensor:
    """Elements where the mask is False do not count and have no gradient."""

    def __init__(self, data, mask, requires_grad=False):
        if not isinstance(data, torch.Tensor):
            raise TypeError('data must be a Tensor')
        if not isinstance(mask, torch.Tensor):
            raise TypeError('mask must be a Tensor')
        if mask.dtype is not torch.bool:
            raise TypeError('mask must have dtype bool.')
        if data.dim() != mask.dim():
            raise ValueError('data.dim() must equal mask.dim()')
        if data.size() != mask.size():
            raise ValueError('data.size() must equal mask.size()')
        self._own = data.detach().clone().requires_grad_() if requires_grad else data
        self._mask = mask

    @classmethod
    def _made(cls, data, mask):
        made = cls.__new__(cls)
        made._own, made._mask = data, mask
        return made

    def get_data(self):
        return self._own.detach()

    def get_mask(self):
        return self._mask

    def to_tensor(self, value):
        return torch.where(self._mask, self._own.detach(), torch.full((), value, dtype=self._own.dtype))

    def is_sparse_coo(self):
        return False

    is_sparse_csr = is_sparse_coo
    is_sparse = False
    shape = property(lambda self: self._own.shape)
    dtype = property(lambda self: self._own.dtype)
    device = property(lambda self: self._own.device)
    layout = property(lambda self: self._own.layout)
    ndim = property(lambda self: self._own.ndim)
    requires_grad = property(lambda self: self._own.requires_grad)
    is_leaf = property(lambda self: self._own.is_leaf)
    grad_fn = property(lambda self: self._own.grad_fn)

    @property
    def grad(self):
        return None if self._own.grad is None else MaskedTensor._made(self._own.grad, self._mask)

    def size(self, dim=None):
        return self._own.size() if dim is None else self._own.size(dim)

    def dim(self):
        return self._own.dim()

    def numel(self):
        return self._own.numel()

    def __len__(self):
        return len(self._own)

    def item(self):
        return self._own.item()

    def backward(self, gradient=None, **options):
        self._own.backward(gradient._own if isinstance(gradient, MaskedTensor) else gradient, **options)

    def requires_grad_(self, requires_grad=True):
        self._own.requires_grad_(requires_grad)
        return self

    def to(self, *args, **kwargs):
        return MaskedTensor._made(self._own.to(*args, **kwargs), self._mask)

    def __repr__(self):
        data = self._own.detach()
        if self.dim() == 0:
            seen = bool(self._mask)
            return f'MaskedTensor({_text(data.item(), True) if seen else "--"}, {seen})'
        return 'MaskedTensor(\n' + _rows(data.tolist(), self._mask.tolist(), 1) + '\n)'

    __str__ = __repr__

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        return cls._call(getattr(func, '__name__', ''), args, kwargs or {})

    @classmethod
    def _call(cls, name, args, kwargs):
        if name == 'where':
            condition, x, y = args
            return cls._made(torch.where(condition, x._own, y._own), torch.where(condition, x._mask, y._mask))
        self = next(a for a in args if isinstance(a, MaskedTensor))
        if name in _reductions:
            return self._reduce(name, *args[1:], **kwargs)
        if name in ('softmax', 'log_softmax', 'softmin', 'cumsum', 'cumprod'):
            made = getattr(torch.masked, name)(self._own, *args[1:], mask=self._mask, **kwargs)
            return cls._made(made, self._mask)
        if name in _shapes:
            def apply(part):
                return getattr(part, name)(*args[1:], **kwargs) if callable(getattr(part, name)) else getattr(part, name)
            return cls._made(apply(self._own), apply(self._mask))
        for other in args:
            if isinstance(other, MaskedTensor) and other is not self and not torch.equal(other._mask, self._mask):
                raise ValueError(_differ)
        values = [a._own if isinstance(a, MaskedTensor) else a for a in args]
        if not hasattr(torch.Tensor, name):
            raise TypeError(f'no implementation found for {name} on MaskedTensor')
        first = values[0] if isinstance(values[0], torch.Tensor) else torch.tensor(values[0])
        made = getattr(first, name)(*values[1:], **kwargs)
        if made.dtype.is_floating_point and made.requires_grad:
            # Hidden elements get no gradient.
            made = torch.where(self._mask, made, made.detach())
        if made.shape != self._mask.shape:
            return cls._made(made, self._mask.expand(made.shape))
        return cls._made(made, self._mask)

    def _reduce(self, name, dim=None, keepdim=False, **options):
        if 'axis' in options:
            dim = options.pop('axis')
        if name in ('all', 'any'):
            filled = torch.where(self._mask, self._own, torch.full((), name == 'all', dtype=self._own.dtype))
            made = getattr(filled, name)() if dim is None else getattr(filled, name)(dim, keepdim)
        else:
            made = getattr(torch.masked, name)(self._own, dim, keepdim=keepdim, mask=self._mask, **options) \
                if name != 'norm' else torch.masked.norm(self._own, 2.0, dim, keepdim=keepdim, mask=self._mask)
        if name.startswith('arg') and dim is None:
            made = made.to(self._own.dtype)
        mask = self._mask.any() if dim is None else torch.any(self._mask, dim, keepdim=keepdim) if isinstance(dim, int) \
            else torch.masked.amax(self._mask.int(), dim, keepdim=keepdim).bool()
        return MaskedTensor._made(made, mask)

    def __getattr__(self, name):
        if name.startswith('_') or not hasattr(torch.Tensor, name):
            raise AttributeError(f"'MaskedTensor' object has no attribute '{name}'")
        if not callable(getattr(torch.Tensor, name)):
            return MaskedTensor._call(name, (self,), {})

        def method(*args, **kwargs):
            return MaskedTensor._call(name, (self,) + args, kwargs)
        return method


def _operator(name, method, reflected=False):
    def apply(self, *args):
        if reflected:
            other = args[0] if isinstance(args[0], (torch.Tensor, MaskedTensor)) else torch.tensor(args[0])
            return MaskedTensor._call(method, (other, self), {})
        return MaskedTensor._call(method, (self,) + args, {})
    apply.__name__ = name
    return apply


for _name, _method in dict(add='add', sub='sub', mul='mul', truediv='div', floordiv='floor_divide', pow='pow', mod='remainder',
                           eq='eq', ne='ne', lt='lt', le='le', gt='gt', ge='ge', neg='neg', abs='abs', invert='logical_not',
                           getitem='__getitem__').items():
    setattr(MaskedTensor, f'__{_name}__', _operator(f'__{_name}__', _method))
for _name, _method in dict(radd='add', rsub='sub', rmul='mul', rtruediv='div', rpow='pow').items():
    setattr(MaskedTensor, f'__{_name}__', _operator(f'__{_name}__', _method, True))
MaskedTensor.__hash__ = object.__hash__


def masked_tensor(data, mask, requires_grad=False):
    """A masked tensor of a copy; the data's history is left behind."""
    return MaskedTensor(data.detach() if isinstance(data, torch.Tensor) else data, mask, requires_grad)


def as_masked_tensor(data, mask):
    """A masked tensor through which gradients reach the data."""
    return MaskedTensor(data, mask)

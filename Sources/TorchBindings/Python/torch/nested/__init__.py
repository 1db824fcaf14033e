"""`torch.nested`: tensors of different lengths together, as a list of them.

What is done to one is done to each of its parts, so gradients go through them as ever.
"""
import torch

__all__ = ['as_nested_tensor', 'masked_select', 'narrow', 'nested_tensor', 'nested_tensor_from_jagged', 'to_padded_tensor']

jagged = torch._named_layout('torch.jagged')
_names = [0]


class _Nested(type):
    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance)


class NestedTensor(metaclass=_Nested):
    __module__ = 'torch.nested._internal.nested_tensor'
    # Whether the parts lie one behind the other.
    _packed = True
    is_nested, is_sparse, is_cuda, device, layout = True, False, False, torch.device('cpu'), torch.strided

    def __init__(self, parts, layout=torch.strided, leaf=False, name=None):
        self._parts, self.layout, self._leaf, self._name = list(parts), layout, leaf, name
        if layout is jagged and name is None:
            _names[0] += 1
            self._name = f'j{_names[0]}'

    def _like(self, parts):
        same = len(parts) == len(self._parts) and all(a.shape[:1] == b.shape[:1] for a, b in zip(parts, self._parts))
        return NestedTensor(parts, self.layout, name=self._name if same else None)

    # MARK: What it is

    dtype = property(lambda self: self._parts[0].dtype if self._parts else torch.get_default_dtype())
    requires_grad = property(lambda self: any(p.requires_grad for p in self._parts))
    is_leaf = property(lambda self: self._leaf or not self.requires_grad)
    ndim = property(lambda self: self.dim())
    grad_fn = property(lambda self: next((p.grad_fn for p in self._parts if p.grad_fn is not None), None))

    @property
    def grad(self):
        grads = [p.grad for p in self._parts]
        return None if any(g is None for g in grads) else self._like(grads)

    @property
    def shape(self):
        if self.layout is not jagged:
            raise RuntimeError("Internal error: NestedTensorImpl doesn't support sizes. Please file an issue.")
        return tuple([len(self._parts), self._name, *self._parts[0].shape[1:]])

    def dim(self):
        return 1 + (self._parts[0].dim() if self._parts else 0)

    def numel(self):
        return sum(p.numel() for p in self._parts)

    def size(self, dim=None):
        if dim is None:
            return self.shape
        if dim % self.dim() == 0:
            return len(self._parts)
        sizes = {p.shape[dim % self.dim() - 1] for p in self._parts}
        if len(sizes) > 1:
            if self.layout is jagged:
                return self._name
            raise RuntimeError(f'Given dimension {dim} is irregular and does not have a size.')
        return sizes.pop()

    def is_contiguous(self, memory_format=None):
        return self._packed

    def contiguous(self, memory_format=None):
        return self if self._packed else self._like(self._parts)

    def unbind(self, dim=0):
        return tuple(self._parts)

    def __getitem__(self, index):
        return self._parts[index] if isinstance(index, int) else self._parts[index[0]][index[1:]]

    def __iter__(self):
        return iter(self._parts)

    def __len__(self):
        return self.shape[0] if self.layout is jagged else len(self._parts)

    def __repr__(self):
        if self.layout is jagged:
            sizes = ', '.join(map(str, self.shape))
            tail = f', grad_fn=<{self.grad_fn.name()}>' if self.grad_fn else ', requires_grad=True' if self.requires_grad else ''
            return f'NestedTensor(size=({sizes}), offsets={self.offsets()}{tail}, contiguous={self._packed})'
        inner = ',\n'.join('  ' + repr(p).replace('\n', '\n  ') for p in self._parts)
        return f'nested_tensor([\n{inner}\n]{", requires_grad=True" if self._leaf and self.requires_grad else ""})'

    # MARK: What is in it

    def values(self):
        return torch.cat(self._parts)

    def offsets(self):
        return torch.tensor([0] + [p.shape[0] for p in self._parts]).cumsum(0)

    def lengths(self):
        return torch.tensor([p.shape[0] for p in self._parts])

    def tolist(self):
        return [p.tolist() for p in self._parts]

    def to_padded_tensor(self, padding, output_size=None):
        return to_padded_tensor(self, padding, output_size)

    def requires_grad_(self, requires_grad=True):
        for p in self._parts:
            p.requires_grad_(requires_grad)
        self._leaf = True
        return self

    def backward(self, gradient=None, **options):
        torch.autograd.backward(self._parts, None if gradient is None else list(gradient.unbind()))

    # MARK: What is done to it

    def transpose(self, dim0, dim1):
        return self._like([p.transpose(self._inner(dim0), self._inner(dim1)) for p in self._parts])

    def _inner(self, dim):
        """A dimension of the parts."""
        place = dim % self.dim()
        if place == 0:
            raise RuntimeError('Nested tensors can\'t be transposed along the batch dimension' if dim == 0 else
                               'the batch dimension of nested tensors is fixed')
        return place - 1

    def _whole(self, name, dim, args, kwargs):
        """A reduction over all elements, or over a dimension of the parts."""
        if dim is None:
            flat = torch.cat([p.reshape(-1) for p in self._parts])
            return getattr(flat, name)(**kwargs)
        made = [getattr(p, name)(self._inner(dim), *args, **kwargs) for p in self._parts]
        return torch.stack(made) if self._inner(dim) == 0 and not kwargs.get('keepdim') else self._like(made)

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        return cls._call(getattr(func, '__name__', ''), args, kwargs or {}, func)

    @classmethod
    def _call(cls, name, args, kwargs, func=None):
        self = next(a for a in args if isinstance(a, NestedTensor))
        if name in ('sum', 'mean', 'amax', 'amin', 'max', 'min', 'prod', 'std', 'var', 'all', 'any'):
            rest, options = list(args[1:]), dict(kwargs)
            dim = options.pop('dim') if 'dim' in options else rest.pop(0) if rest else None
            return self._whole(name, dim, rest, options)
        args, kwargs = list(args), dict(kwargs)
        if name in ('softmax', 'log_softmax', 'cumsum', 'unsqueeze', 'squeeze'):
            if 'dim' in kwargs:
                kwargs['dim'] = self._inner(kwargs['dim'])
            elif len(args) > 1:
                args[1] = self._inner(args[1])
        if name in ('view', 'reshape'):
            sizes = args[1] if len(args) == 2 and isinstance(args[1], (tuple, list)) else args[1:]
            args = [self, *sizes] if len(sizes) == 1 and self.dim() == 2 else [self, *sizes[1:]]
        for other in args:
            if isinstance(other, torch.Tensor) and other.dim() and name in ('add', 'sub', 'mul', 'div') and self.layout is not jagged:
                raise RuntimeError('Expected both self and other to be nested, but got a nested self and non-nested other')
        if func is None:
            func = getattr(torch.Tensor, name)

        def part(value, k):
            if isinstance(value, NestedTensor):
                return value._parts[k]
            if isinstance(value, (tuple, list)) and any(isinstance(v, NestedTensor) for v in value):
                return type(value)(part(v, k) for v in value)
            return value
        made = [func(*[part(a, k) for a in args], **{n: part(v, k) for n, v in kwargs.items()}) for k in range(len(self._parts))]
        return self._like(made) if made and isinstance(made[0], torch.Tensor) else made

    def __getattr__(self, name):
        if name.startswith('_') or not hasattr(torch.Tensor, name):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        if not callable(getattr(torch.Tensor, name)):
            return self._like([getattr(p, name) for p in self._parts])
        return lambda *args, **kwargs: NestedTensor._call(name, (self,) + args, kwargs)


def _operator(method, reflected=False):
    if reflected:
        return lambda self, other: NestedTensor._call(method, (self, other), {}, lambda x, y: getattr(torch.as_tensor(y), method)(x))
    return lambda self, *args: NestedTensor._call(method, (self,) + args, {})


for _name, _method in dict(add='add', sub='sub', mul='mul', truediv='div', pow='pow', matmul='matmul', eq='eq', ne='ne', lt='lt',
                           le='le', gt='gt', ge='ge', neg='neg', abs='abs').items():
    setattr(NestedTensor, f'__{_name}__', _operator(_method))
for _name, _method in dict(radd='add', rsub='sub', rmul='mul', rtruediv='div').items():
    setattr(NestedTensor, f'__{_name}__', _operator(_method, True))
NestedTensor.__hash__ = object.__hash__


def _parts(tensor_list, dtype, copy):
    if not isinstance(tensor_list, (list, tuple)):
        raise TypeError('Only lists (List[Tensor] and List[List...[Scalar]]) are accepted in nested_tensor')
    made = []
    for k, part in enumerate(tensor_list):
        tensor = part if isinstance(part, torch.Tensor) else torch.tensor(part)
        tensor = tensor.detach().clone() if copy else tensor
        made.append(tensor if dtype is None else tensor.to(dtype))
        if made[k].dim() != made[0].dim():
            raise RuntimeError('All Tensors given to nested_tensor must have the same dimension. Found dimension '
                               f'{made[k].dim()} for Tensor at index {k} and dimension {made[0].dim()} for Tensor at index 0.')
    return made


def nested_tensor(tensor_list, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """A nested tensor of copies."""
    if layout is None or layout is torch.strided:
        torch._warn_once('The PyTorch API of nested tensors is in prototype stage and will change in the near future. We recommend '
                         'specifying layout=torch.jagged when constructing a nested tensor, as this layout receives active '
                         'development, has better operator coverage, and works with torch.compile. (Triggered internally at '
                         '/__w/pytorch/pytorch/aten/src/ATen/NestedTensorImpl.cpp:177.)')
    made = NestedTensor(_parts(tensor_list, dtype, True), layout or torch.strided, leaf=True)
    return made.requires_grad_() if requires_grad else made


def as_nested_tensor(ts, dtype=None, device=None, layout=None):
    """A nested tensor through which gradients reach the tensors it is made of."""
    if isinstance(ts, NestedTensor):
        return ts
    if isinstance(ts, torch.Tensor):
        ts = list(ts.unbind())
    return NestedTensor(_parts(ts, dtype, False), layout or torch.strided)


def nested_tensor_from_jagged(values, offsets=None, lengths=None, jagged_dim=None, min_seqlen=None, max_seqlen=None):
    if offsets is None:
        if lengths is None:
            raise RuntimeError('nested_tensor_from_jagged(): At least one of offsets or lengths is required.')
        offsets = torch.cat([torch.zeros(1, dtype=lengths.dtype), lengths.cumsum(0)])
    places = offsets.tolist()
    sizes = [b - a for a, b in zip(places, places[1:])] if lengths is None else lengths.tolist()
    return NestedTensor([values[a:a + n] for a, n in zip(places, sizes)], jagged)


def narrow(tensor, dim, start, length, layout=torch.strided):
    """Rows of a tensor, from a start and of a length of their own each."""
    starts = start.tolist() if isinstance(start, torch.Tensor) else [start] * tensor.shape[0]
    lengths = length.tolist() if isinstance(length, torch.Tensor) else [length] * tensor.shape[0]
    made = NestedTensor([row.narrow(dim - 1, s, n) for row, s, n in zip(tensor.unbind(), starts, lengths)], layout)
    made._packed = layout is not jagged
    return made


def masked_select(tensor, mask):
    return NestedTensor([row[m] for row, m in zip(tensor.unbind(), mask.expand(tensor.shape).unbind())], jagged)


def to_padded_tensor(input, padding, output_size=None):
    """One tensor in which the parts are filled up to the size of the largest."""
    parts = input.unbind()
    sizes = list(output_size)[1:] if output_size is not None else [max(s) for s in zip(*(p.shape for p in parts))]
    if output_size is not None and any(n > m for p in parts for n, m in zip(p.shape, sizes)):
        raise RuntimeError('Value in output_size is less than NestedTensor padded size. Truncation is not supported.')
    return torch.stack([torch.nn.functional.pad(p, [n for have, want in zip(reversed(p.shape), reversed(sizes))
                                                    for n in (0, want - have)], value=padding) for p in parts])

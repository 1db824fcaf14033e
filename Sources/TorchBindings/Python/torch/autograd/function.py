"""`torch.autograd.function`: the class of functions with derivatives of their own, and its decorators."""
import torch
from torch import _adopt, _check_version, _record, is_tensor

__all__ = ['FunctionCtx', 'BackwardCFunction', 'FunctionMeta', 'Function', 'once_differentiable']

_FREED = ('Trying to backward through the graph a second time (or directly access saved tensors after they have already '
          'been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). '
          'Specify retain_graph=True if you need to backward through the graph a second time or if you need to access '
          'saved tensors after calling backward.')


class FunctionCtx:
    """What `forward` leaves for `backward`: `ctx`."""
    _saved = _versions = _fixed = _dirty = ()
    _node = None
    _materialize = True
    materialize_grads = True

    def save_for_backward(self, *tensors):
        for index, tensor in enumerate(tensors):
            if tensor is not None and not is_tensor(tensor):
                raise TypeError('save_for_backward can only save variables, but argument %d is of type %s'
                                % (index, type(tensor).__name__))
        self._saved = tensors
        self._own = {}

    def save_for_forward(self, *tensors):
        pass

    def mark_dirty(self, *args):
        self._dirty = args

    def mark_non_differentiable(self, *args):
        self._fixed = args

    def set_materialize_grads(self, value):
        self._materialize = value

    @property
    def saved_tensors(self):
        if self._saved is None:
            raise RuntimeError(_FREED)
        made = []
        for index, tensor in enumerate(self._saved):
            if tensor is not None and index < len(self._versions):
                _check_version(tensor, self._versions[index])
            if index in self._own and self._node is not None:
                tensor = _adopt(self._node, tensor, self._own[index])
            made.append(tensor)
        return tuple(made)

    def _keep(self, outputs):
        # A result that the node itself keeps would keep the node for ever: its data is kept instead, and made a result of
        # the node again for `backward`.
        saved = list(self._saved)
        for index, tensor in enumerate(saved):
            for number, out in enumerate(outputs):
                if tensor is out and tensor is not None:
                    saved[index] = tensor.detach()
                    self._own[index] = number
        self._saved = tuple(saved)
        self._versions = tuple(None if t is None else t._version for t in saved)

    def _free(self):
        if self._saved:
            self._saved = None


class BackwardCFunction(FunctionCtx):
    pass


class FunctionMeta(type):
    def __init__(cls, name, bases, attrs):
        cls._backward_cls = type(name + 'Backward', (BackwardCFunction,), {})
        super().__init__(name, bases, attrs)


def _bound(function, args, kwargs):
    import inspect
    bound = inspect.signature(function).bind(*args, **kwargs)
    bound.apply_defaults()
    return bound.args


def _no_context(ctx, inputs, output):
    raise NotImplementedError('setup_context is not implemented.')


class Function(metaclass=FunctionMeta):
    """An operation with a derivative of its own: static methods `forward` and `backward`, called by `apply`."""

    def __init__(self, *args, **kwargs):
        import warnings
        warnings.warn(f'{self.__class__} should not be instantiated. Methods on autograd functions are all static, so you '
                      'should invoke them on the class itself. Instantiating an autograd function will raise an error in a '
                      'future version of PyTorch.', DeprecationWarning, stacklevel=2)

    def __call__(self, *args, **kwargs):
        raise RuntimeError('Legacy autograd function with non-static forward method is deprecated. Please use '
                           'new-style autograd function with static forward method. '
                           '(Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)')

    generate_vmap_rule = False
    setup_context = staticmethod(_no_context)

    @staticmethod
    def forward(*args, **kwargs):
        raise NotImplementedError('You must implement the forward function for custom autograd.Function.')

    @staticmethod
    def backward(ctx, *grad_outputs):
        raise NotImplementedError('You must implement either the backward or vjp method for your custom '
                                  'autograd.Function to use it with backward mode AD.')
    vjp = backward

    @staticmethod
    def jvp(ctx, *grad_inputs):
        raise NotImplementedError('You must implement the jvp function for custom autograd.Function to use it with forward '
                                  'mode AD.')

    @staticmethod
    def vmap(info, in_dims, *args):
        raise NotImplementedError('To use autograd.Function with vmap, you must either override the vmap staticmethod or set '
                                  'generate_vmap_rule=True.')

    @classmethod
    def apply(cls, *args, **kwargs):
        ctx = cls._backward_cls()
        has_setup = cls.setup_context is not _no_context
        if has_setup and kwargs:
            args, kwargs = _bound(cls.forward, args, kwargs), {}
        ctx.needs_input_grad = needs = tuple([is_tensor(a) and a.requires_grad for a in args])
        recording = torch.is_grad_enabled() and True in needs
        with torch.no_grad():
            if has_setup:
                result = cls.forward(*args)
                cls.setup_context(ctx, args, result)
            else:
                result = cls.forward(ctx, *args, **kwargs)
        if not recording:
            return result
        many = isinstance(result, tuple)
        given = [id(a) for a in args]
        dirty = [id(d) for d in ctx._dirty]
        outputs = [o.detach() if is_tensor(o) and id(o) in given and id(o) not in dirty else o
                   for o in (result if many else (result,))]
        if dirty:
            _check_dirty(ctx._dirty, [id(o) for o in outputs])
        fixed = [id(f) for f in ctx._fixed]
        tensors = [o if is_tensor(o) and id(o) not in fixed and (o.is_floating_point() or o.is_complex()) else None
                   for o in outputs]
        shapes = [(tuple(o.shape), o.dtype) if is_tensor(o) else None for o in outputs]
        run = _derivative(cls, ctx, needs, shapes)
        _record(cls._backward_cls.__name__, [a if is_tensor(a) else None for a in args], tensors, run, list(ctx._dirty), ctx)
        ctx._fixed = ctx._dirty = ()
        ctx._keep(tensors)
        return tuple(outputs) if many else outputs[0]


def _check_dirty(dirty, outputs):
    for tensor in dirty:
        if id(tensor) not in outputs:
            raise RuntimeError('Some elements marked as dirty during the forward method were not returned as output. The '
                               'inputs that are modified inplace must all be outputs of the Function.')
        if tensor.is_leaf and tensor.requires_grad:
            raise RuntimeError('a leaf Variable that requires grad has been used in an in-place operation.')


def _derivative(cls, ctx, needs, shapes):
    """What the node calls. It keeps no argument: one that was written in place would keep the node, and the node itself."""
    name = cls._backward_cls.__name__

    def run(grads, node):
        # Results at the end that no gradient goes to are unknown to the node.
        grads = list(grads) + [None] * (len(shapes) - len(grads))
        if ctx._materialize:
            grads = [torch.zeros(s[0], dtype=s[1]) if g is None and s is not None else g for g, s in zip(grads, shapes)]
        backward = cls.backward
        if cls.vjp is not Function.vjp:
            if backward is not Function.backward:
                raise RuntimeError("Implementing both 'backward' and 'vjp' for a custom Function is not allowed. You should "
                                   'only implement one of them.')
            backward = cls.vjp
        ctx._node = node
        try:
            made = backward(ctx, *grads)
        finally:
            ctx._node = None
        made = list(made) if isinstance(made, (tuple, list)) else [made]
        while len(made) > len(needs) and made[-1] is None:
            made.pop()
        if len(made) != len(needs):
            raise RuntimeError(f'function {name} returned an incorrect number of gradients '
                               f'(expected {len(needs)}, got {len(made)})')
        for gradient in made:
            if gradient is not None and not is_tensor(gradient):
                raise RuntimeError(f'expected Variable or None (got {type(gradient).__name__})')
        return [g if need else None for g, need in zip(made, needs)]
    return run


def once_differentiable(fn):
    """A `backward` whose result has no derivative."""
    import functools

    @functools.wraps(fn)
    def wrapper(ctx, *args):
        with torch.no_grad():
            made = fn(ctx, *args)
        if not torch.is_grad_enabled() or not any(is_tensor(a) and a.requires_grad for a in args):
            return made

        def refuse(grads, node):
            raise RuntimeError('trying to differentiate twice a function that was marked with @once_differentiable')
        results = [m.detach() if is_tensor(m) else None for m in (made if isinstance(made, tuple) else (made,))]
        _record('torch::autograd::DelayedError', [a if is_tensor(a) else None for a in args], results, refuse, [], None)
        return tuple(results) if isinstance(made, tuple) else results[0]
    return wrapper

"""Functions of functions: gradients, Jacobians, calls of modules with other parameters, vmap by stacking."""
import torch
from collections import namedtuple


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    given = parameter_and_buffer_dicts
    if isinstance(given, (list, tuple)):
        merged = {}
        for part in given:
            merged.update(part)
        given = merged
    saved = []
    for name, value in given.items():
        owner, _, last = name.rpartition('.')
        target = module.get_submodule(owner) if owner else module
        table = target._parameters if last in target._parameters else target._buffers
        if last not in table:
            continue
        saved.append((table, last, table[last]))
        table[last] = value
    try:
        args = () if args is None else args if isinstance(args, tuple) else (args,)
        return module(*args, **(kwargs or {}))
    finally:
        for table, last, value in reversed(saved):
            table[last] = value


def _fresh(value):
    if torch.is_tensor(value):
        return value.view_as(value) if value.requires_grad else value.detach().requires_grad_()
    if isinstance(value, dict):
        return {k: _fresh(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_fresh(v) for v in value)
    return value


def _leaves(value):
    if torch.is_tensor(value):
        return [value]
    if isinstance(value, dict):
        return [leaf for v in value.values() for leaf in _leaves(v)]
    if isinstance(value, (list, tuple)):
        return [leaf for v in value for leaf in _leaves(v)]
    return []


def _like(value, leaves):
    if torch.is_tensor(value):
        return leaves.pop(0)
    if isinstance(value, dict):
        return {k: _like(v, leaves) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_like(v, leaves) for v in value)
    return value


def grad_and_value(func, argnums=0, has_aux=False):
    def wrapped(*args, **kwargs):
        places = (argnums,) if isinstance(argnums, int) else tuple(argnums)
        with torch.enable_grad():
            args = list(args)
            for k in places:
                args[k] = _fresh(args[k])
            out = func(*args, **kwargs)
            value, aux = out if has_aux else (out, None)
            wanted = [args[k] for k in places]
            leaves = _leaves(wanted)
            grads = torch.autograd.grad(value, leaves, create_graph=True, allow_unused=True)
            grads = [torch.zeros_like(x) if g is None else g for g, x in zip(grads, leaves)]
        if not torch.is_grad_enabled() or not any(torch.is_tensor(a) and a.grad_fn is not None for a in leaves):
            grads = [g.detach() for g in grads]
            value = value.detach()
        made = _like(wanted, list(grads))
        result = made[0] if isinstance(argnums, int) else tuple(made)
        return (result, (value, aux)) if has_aux else (result, value)
    return wrapped


def grad(func, argnums=0, has_aux=False):
    def wrapped(*args, **kwargs):
        result, value = grad_and_value(func, argnums, has_aux)(*args, **kwargs)
        return (result, value[1]) if has_aux else result
    return wrapped


def vjp(func, *primals, has_aux=False):
    with torch.enable_grad():
        inputs = _fresh(list(primals))
        out = func(*inputs)
        out, aux = out if has_aux else (out, None)
    leaves = _leaves(inputs)

    def pull(*cotangents):
        ends = _leaves(out)
        grads = torch.autograd.grad(ends, leaves, _leaves(list(cotangents)), retain_graph=True, allow_unused=True)
        grads = [torch.zeros_like(x) if g is None else g for g, x in zip(grads, leaves)]
        return tuple(_like(inputs, grads))
    shown = _like(out, [x.detach() for x in _leaves(out)])
    return (shown, pull, aux) if has_aux else (shown, pull)


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    with torch.enable_grad():
        inputs = _fresh(list(primals))
        out = func(*inputs)
        leaves, ends = _leaves(inputs), _leaves(out)
        # The product with the transposed matrix is linear in its vector; its own derivative is the matrix.
        seeds = [torch.zeros_like(x).requires_grad_() for x in ends]
        grads = torch.autograd.grad(ends, leaves, seeds, create_graph=True, allow_unused=True)
        pairs = [(g, t) for g, t in zip(grads, _leaves(list(tangents))) if g is not None]
        made = torch.autograd.grad([g for g, _ in pairs], seeds, [t for _, t in pairs], allow_unused=True)
        made = [torch.zeros_like(x) if m is None else m for m, x in zip(made, ends)]
    return _like(out, [x.detach() for x in ends]), _like(out, made)


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None):
    def wrapped(*args):
        def of(x):
            rest = list(args)
            rest[argnums] = x
            return func(*rest)
        return torch.autograd.functional.jacobian(of, args[argnums])
    return wrapped


jacfwd = jacrev


def hessian(func, argnums=0):
    def wrapped(*args):
        def of(x):
            rest = list(args)
            rest[argnums] = x
            return func(*rest)
        return torch.autograd.functional.hessian(of, args[argnums])
    return wrapped


_MORE = 'For more details, please see https://pytorch.org/docs/main/notes/extending.func.html'


def _check_function(function):
    """What torch asks of an autograd.Function that a transform meets."""
    from torch.autograd.function import _no_context
    if function.setup_context is _no_context:
        raise RuntimeError('In order to use an autograd.Function with functorch transforms (vmap, grad, jvp, jacrev, ...), it '
                           f'must override the setup_context staticmethod. {_MORE}')
    if not function.generate_vmap_rule and function.vmap is torch.autograd.Function.vmap:
        raise RuntimeError(f'You tried to vmap over {function.__name__}, but it does not have vmap support. Please override and '
                           f'implement the vmap staticmethod or set generate_vmap_rule=True. {_MORE}')


class _Transform:
    """Inside, an autograd.Function has to say how it is mapped."""
    depth = 0

    def __enter__(self):
        _Transform.depth += 1

    def __exit__(self, *args):
        _Transform.depth -= 1


VmapInfo = namedtuple('VmapInfo', ['batch_size', 'randomness'])


def vmap(func, in_dims=0, out_dims=0, randomness='error', *, chunk_size=None):
    def wrapped(*args, **kwargs):
        dims = in_dims if isinstance(in_dims, (list, tuple)) else (in_dims,) * len(args)

        def size(value, dim):
            if dim is None:
                return None
            if torch.is_tensor(value):
                return value.shape[dim]
            for k, part in enumerate(value.values() if isinstance(value, dict) else value):
                found = size(part, dim[k] if isinstance(dim, (list, tuple)) else dim)
                if found is not None:
                    return found
            return None

        def pick(value, dim, i):
            if dim is None:
                return value
            if torch.is_tensor(value):
                return value.select(dim, i)
            if isinstance(value, dict):
                return {k: pick(v, dim, i) for k, v in value.items()}
            if isinstance(value, (list, tuple)):
                return type(value)(pick(v, dim[k] if isinstance(dim, (list, tuple)) else dim, i) for k, v in enumerate(value))
            return value
        sizes = [n for n in (size(a, d) for a, d in zip(args, dims)) if n is not None]
        if not sizes:
            raise ValueError('vmap: at least one input has to be mapped over')
        function = getattr(func, '__self__', None)
        if isinstance(function, type) and issubclass(function, torch.autograd.Function) and func.__name__ == 'apply':
            _check_function(function)
            if function.vmap is not torch.autograd.Function.vmap:
                made, dim = function.vmap(VmapInfo(sizes[0], randomness), tuple(dims), *args)
                return made if dim == out_dims or not torch.is_tensor(made) else made.movedim(dim, out_dims)
        with _Transform():
            parts = [func(*[pick(a, d, i) for a, d in zip(args, dims)], **kwargs) for i in range(sizes[0])]

        def join(parts, dim):
            if isinstance(parts[0], tuple):
                return tuple(join([p[k] for p in parts], dim[k] if isinstance(dim, tuple) else dim)
                             for k in range(len(parts[0])))
            if isinstance(parts[0], dict):
                return {k: join([p[k] for p in parts], dim) for k in parts[0]}
            if isinstance(parts[0], list):
                return [join([p[k] for p in parts], dim) for k in range(len(parts[0]))]
            return torch.stack(parts, dim)
        return join(parts, out_dims)
    return wrapped


def stack_module_state(models):
    models = list(models)
    params = {k: torch.stack([dict(m.named_parameters())[k] for m in models]).detach().requires_grad_()
              for k in dict(models[0].named_parameters())}
    buffers = {k: torch.stack([dict(m.named_buffers())[k] for m in models]) for k in dict(models[0].named_buffers())}
    return params, buffers

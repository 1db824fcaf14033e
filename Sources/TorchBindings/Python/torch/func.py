"""Functions of functions: gradients, Jacobians, calls of modules with other parameters, vmap by batches."""
import functools

import torch
from collections import namedtuple
from torch import _batching


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
        if _batching.Batch.size is not None and not isinstance(value, _batching.Batched):
            # Each sample has a gradient of its own.
            value = _batching.wrap(_batching.spread(value))
        return value.view_as(value) if value.requires_grad else value.detach().requires_grad_()
    if not isinstance(value, (dict, list, tuple)):
        raise ValueError(f'Thing passed to transform API must be Tensor, got {type(value)}')
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


def _check_places(argnums, places, args):
    for k in places:
        if not -len(args) <= k < len(args):
            word = 'argnum' if isinstance(argnums, int) else 'argnums'
            raise RuntimeError(f'Got {word}={argnums}, but only {len(args)} positional inputs')


def grad_and_value(func, argnums=0, has_aux=False):
    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        places = (argnums,) if isinstance(argnums, int) else tuple(argnums)
        with torch.enable_grad():
            args = list(args)
            _check_places(argnums, places, args)
            for k in places:
                args[k] = _fresh(args[k])
            out = func(*args, **kwargs)
            value, aux = out if has_aux else (out, None)
            if not torch.is_tensor(value):
                raise RuntimeError(f'grad_and_value(f)(*args): Expected f(*args) to return a scalar tensor, got {type(value)}')
            if value.dim() != 0:
                raise RuntimeError('grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with '
                                   f'{value.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?')
            wanted = [args[k] for k in places]
            leaves = _leaves(wanted)
            grads = _batching.gradients(value, leaves, create_graph=True, allow_unused=True)
            grads = [torch.zeros_like(x) if g is None else g for g, x in zip(grads, leaves)]
        if not torch.is_grad_enabled() or not any(torch.is_tensor(a) and a.grad_fn is not None for a in leaves):
            grads = [g.detach() for g in grads]
            value = value.detach()
            aux = torch.utils._pytree.tree_map_only(torch.Tensor, lambda x: x.detach(), aux) if has_aux else None
        made = _like(wanted, list(grads))
        result = made[0] if isinstance(argnums, int) else tuple(made)
        return (result, (value, aux)) if has_aux else (result, value)
    return wrapped


def grad(func, argnums=0, has_aux=False):
    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        result, value = grad_and_value(func, argnums, has_aux)(*args, **kwargs)
        return (result, value[1]) if has_aux else result
    return wrapped


def vjp(func, *primals, has_aux=False):
    with torch.enable_grad():
        inputs = _fresh(list(primals))
        out = func(*inputs)
        out, aux = out if has_aux else (out, None)
        for part in _leaves(out) if isinstance(out, (tuple, list, dict)) else [out]:
            if not torch.is_tensor(part):
                raise RuntimeError('vjp(f, *primals): expected f(*primals) to return only tensors, got unsupported type '
                                   f'{type(part)}')
    leaves = _leaves(inputs)

    def pull(*cotangents):
        ends = _leaves(out)
        grads = _batching.gradients(ends, leaves, _leaves(list(cotangents)), retain_graph=True, allow_unused=True)
        grads = [torch.zeros_like(x) if g is None else g for g, x in zip(grads, leaves)]
        return tuple(_like(inputs, grads))
    shown = _like(out, [x.detach() for x in _leaves(out)])
    return (shown, pull, aux) if has_aux else (shown, pull)


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    if not isinstance(primals, tuple):
        raise RuntimeError('jvp(f, primals, tangents): Expected primals to be a tuple. E.g. it should be valid to call '
                           'f(*primals).')
    from torch.utils._pytree import tree_structure
    if tree_structure(primals) != tree_structure(tangents):
        raise RuntimeError('jvp(f, primals, tangents): Expected primals and tangents to have the same python structure. For '
                           'example, if primals is a tuple of 3 tensors, tangents also must be. Got primals with structure '
                           f'{tree_structure(primals)} and tangents with structure {tree_structure(tangents)}')
    for x, v in zip(_leaves(list(primals)), _leaves(list(tangents))):
        if x.shape != v.shape:
            raise RuntimeError('Trying to set a forward gradient that has a different size than that of the original Tensor, this is '
                               f'not supported. Tensor is of size {list(x.shape)} while the given forward gradient is of size '
                               f'{list(v.shape)}.')
    with torch.enable_grad():
        inputs = _fresh(list(primals))
        out = func(*inputs)
        leaves, ends = _leaves(inputs), _leaves(out)
        # The product with the transposed matrix is linear in its vector; its own derivative is the matrix.
        seeds = [torch.zeros_like(x).requires_grad_() for x in ends]
        grads = _batching.gradients(ends, leaves, seeds, create_graph=True, allow_unused=True)
        pairs = [(g, t) for g, t in zip(grads, _leaves(list(tangents))) if g is not None]
        made = _batching.gradients([g for g, _ in pairs], seeds, [t for _, t in pairs], allow_unused=True)
        made = [torch.zeros_like(x) if m is None else m for m, x in zip(made, ends)]
    return _like(out, [x.detach() for x in ends]), _like(out, made)


def _jacobian_of_trees(of, inputs, one, kept):
    """Jacobians when arguments or results are containers of tensors: the containers of results, holding those of arguments."""
    shape = []

    def flat(*leaves):
        out = of(*_like(inputs, list(leaves)))
        shape[:] = [out]
        return tuple(_leaves(out))
    rows = torch.autograd.functional.jacobian(flat, tuple(_leaves(inputs)))
    trees = [_like(inputs, list(row)) for row in rows]
    made = torch.utils._pytree.tree_unflatten([t[0] if one else t for t in trees], torch.utils._pytree.tree_structure(shape[0]))
    return made if kept is None else (made, kept[0])


def _jacobians(of, inputs, create):
    """Jacobians of the samples of a batch, a row of all of them after the other."""
    with torch.enable_grad():
        inputs = _fresh(inputs)
        out = of(*inputs)
        if not torch.is_tensor(out):
            raise _batching.Unbatchable
        flat = out.reshape(-1)
        rows = [_batching.gradients(flat[i], inputs, create_graph=True, allow_unused=True) for i in range(out.numel())]
        made = [torch.stack([torch.zeros_like(x) if row[k] is None else row[k] for row in rows]).reshape((*out.shape, *x.shape))
                for k, x in enumerate(inputs)]
    return made if create else [x.detach() for x in made]


def _check_leaves(values):
    for value in values:
        if isinstance(value, (list, tuple)):
            _check_leaves(value)
        elif isinstance(value, dict):
            _check_leaves(value.values())
        elif not torch.is_tensor(value):
            raise ValueError(f'Thing passed to transform API must be Tensor, got {type(value)}')


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None):
    @functools.wraps(func)
    def wrapped(*args):
        kept = []

        def of(*xs):
            rest = list(args)
            for place, x in zip(places, xs):
                rest[place] = x
            out = func(*rest)
            if has_aux:
                out, aux = out
                kept[:] = [aux]
            for part in out if isinstance(out, (tuple, list)) else [out]:
                if not torch.is_tensor(part):
                    raise RuntimeError('vjp(f, *primals): expected f(*primals) to return only tensors, got unsupported type '
                                       f'{type(part)}')
            return out
        one = isinstance(argnums, int)
        places = (argnums,) if one else tuple(argnums)
        _check_places(argnums, places, args)
        _check_leaves([args[k] for k in places])
        if any(not torch.is_tensor(args[k]) for k in places):
            return _jacobian_of_trees(of, tuple(args[k] for k in places), one, kept if has_aux else None)
        create = torch.is_grad_enabled() and any(torch.is_tensor(args[k]) and args[k].requires_grad for k in places)
        inputs = args[argnums] if one else tuple(args[k] for k in places)
        if _batching.Batch.size is None:
            made = torch.autograd.functional.jacobian(of, inputs, create_graph=create)
        else:
            made = _jacobians(of, [args[k] for k in places], create)
            made = made[0] if one else tuple(made)
        if not has_aux:
            return made
        aux = kept[0]
        return made, aux.detach() if torch.is_tensor(aux) and not create else aux
    return wrapped


jacfwd = jacrev


def linearize(func, *primals):
    """The value, and the function that multiplies a tangent with the Jacobian there."""
    def tangent(*tangents):
        return jvp(func, primals, tangents)[1]
    with torch.no_grad():
        return func(*primals), tangent


def rearrange(tensor, pattern, **axes_lengths):
    """Dimensions moved, split and joined as a pattern such as `b c h w -> b (c h) w` says."""
    def groups(text):
        made, inner = [], None
        for token in text.replace('(', ' ( ').replace(')', ' ) ').split():
            if token == '(':
                inner = []
            elif token == ')':
                made.append(inner)
                inner = None
            elif inner is not None:
                inner.append(token)
            else:
                made.append([token])
        return made
    left, _, right = pattern.partition('->')
    left, right = groups(left), groups(right)
    if ['...'] in left:
        place = left.index(['...'])
        names = [[f'.{k}'] for k in range(tensor.dim() - len(left) + 1)]
        left[place:place + 1] = names
        right = [part for group in right
                 for part in (names if group == ['...'] else [[n for name in group for n in
                                                               ([x[0] for x in names] if name == '...' else [name])]])]
    if len(left) != tensor.dim():
        raise ValueError(f'Number of dimensions in pattern ({len(left)}) and in tensor ({tensor.dim()}) must be equal')
    sizes = dict(axes_lengths)
    for group, size in zip(left, tensor.shape):
        known = 1
        for name in group:
            known *= int(name) if name.isdigit() else sizes.get(name, 1)
        unknown = [name for name in group if name not in sizes and not name.isdigit()]
        if len(unknown) == 1:
            sizes[unknown[0]] = size // known

    def flat(groups):
        return [name for group in groups for name in group if name != '1']
    tensor = tensor.reshape([sizes[name] for name in flat(left)])
    tensor = tensor.permute([flat(left).index(name) for name in flat(right)])
    shape = []
    for group in right:
        size = 1
        for name in group:
            size *= 1 if name == '1' else sizes[name]
        shape.append(size)
    return tensor.reshape(shape)


def hessian(func, argnums=0):
    return jacfwd(jacrev(func, argnums), argnums)


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
    keeps = False

    def __enter__(self):
        _Transform.depth += 1
        self.kept = _Transform.keeps

    def __exit__(self, *args):
        _Transform.depth -= 1
        _Transform.keeps = self.kept


VmapInfo = namedtuple('VmapInfo', ['batch_size', 'randomness'])


def _flat_dims(in_dims, args, name):
    """The arguments' leaves with the dimension each is mapped over, and the structure they came from."""
    import torch.utils._pytree as pytree
    head = f'vmap({name}, in_dims={in_dims}, ...)(<inputs>): '
    if not isinstance(in_dims, (int, tuple)):
        raise ValueError(f'{head}expected `in_dims` to be int or a (potentially nested) tuple matching the structure of inputs, got: '
                         f'{type(in_dims)}.')
    if not args:
        raise ValueError(f'vmap({name})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a '
                         'function with no inputs. The latter is unsupported.')
    leaves, spec = pytree.tree_flatten(args)
    dims = pytree._broadcast_to_and_flatten(in_dims, spec)
    if dims is None:
        raise ValueError(f'{head}in_dims is not compatible with the structure of `inputs`. in_dims has structure '
                         f'{pytree.tree_flatten(in_dims)[1]} but inputs has structure {spec}.')
    for k, (leaf, dim) in enumerate(zip(leaves, dims)):
        if not isinstance(dim, int) and dim is not None:
            raise ValueError(f'{head}Got in_dim={dim} for an input but in_dim must be either an integer dimension or None.')
        if isinstance(dim, int) and not torch.is_tensor(leaf):
            raise ValueError(f'{head}Got in_dim={dim} for an input but the input is of type {type(leaf)}. We cannot vmap over '
                             'non-Tensor arguments, please use None as the respective in_dim')
        if dim is not None and not -leaf.dim() <= dim < leaf.dim():
            raise ValueError(f'{head}Got in_dim={dim} for some input, but that input is a Tensor of dimensionality {leaf.dim()} so '
                             f'expected in_dim to satisfy -{leaf.dim()} <= in_dim < {leaf.dim()}.')
    return leaves, dims, spec


def _stack(leaves, dim):
    return torch.stack(leaves, dim)


def _joined(parts, out_dims, name, stack=_stack):
    """What the calls returned, stacked leaf by leaf."""
    import torch.utils._pytree as pytree
    flat = [pytree.tree_flatten(part) for part in parts]
    spec = flat[0][1]

    def wrong():
        raise ValueError(f'vmap({name}, ..., out_dims={out_dims})(<inputs>): out_dims is not compatible with the structure of '
                         f'`outputs`. out_dims has structure {pytree.tree_flatten(out_dims)[1]} but outputs has structure {spec}.')
    if torch.is_tensor(parts[0]):
        if isinstance(out_dims, int):
            dims = [out_dims]
        elif isinstance(out_dims, tuple) and len(out_dims) == 1:
            dims = [out_dims[0]]
        elif out_dims is None:
            dims = [None]
        else:
            wrong()
    else:
        dims = pytree._broadcast_to_and_flatten(out_dims, spec)
        if dims is None:
            wrong()
    made = []
    for k, dim in enumerate(dims):
        leaves = [leaf[0][k] for leaf in flat]
        if not torch.is_tensor(leaves[0]):
            if dim is None:
                made.append(leaves[0])
                continue
            raise ValueError(f'vmap({name}, ...): `{name}` must only return Tensors, got type {type(leaves[0])}. Did you mean to set '
                             'out_dims= to None for output?')
        if dim is None:
            raise ValueError(f'vmap({name}, ...): `{name}` can not return a BatchedTensor when out_dim is None')
        made.append(stack(leaves, dim))
    return pytree.tree_unflatten(made, spec)


def _unhidden(leaves, dim):
    """The batch of the one result there is, at the dimension where it is wanted."""
    return _batching.spread(leaves[0]).movedim(0, dim)


def _at_once(func, leaves, dims, spec, size, out_dims, name, kwargs):
    """All samples in one call; None where that cannot be done."""
    import torch.utils._pytree as pytree
    drawn, state = torch._drawn(), torch.get_rng_state()
    _batching.Batch.size = size
    try:
        given = [leaf if dim is None else _batching.wrap(leaf.movedim(dim, 0)) for leaf, dim in zip(leaves, dims)]
        with _Transform():
            part = func(*pytree.tree_unflatten(given, spec), **kwargs)
        if torch._drawn() == drawn:
            return _joined([part], out_dims, name, _unhidden)
    except _batching.Refused as refused:
        raise RuntimeError(str(refused)) from None
    except Exception:
        # What was wrong is told by a sample of its own.
        pass
    finally:
        _batching.Batch.size = None
    torch.set_rng_state(state)
    return None


def vmap(func, in_dims=0, out_dims=0, randomness='error', *, chunk_size=None):
    if randomness not in ('error', 'different', 'same'):
        raise RuntimeError(f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {randomness}")
    if chunk_size is not None and chunk_size <= 0:
        raise ValueError(f'vmap: chunk_size should be None or greater than 0. (got {chunk_size})')
    name = getattr(func, '__name__', None) or repr(func)

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        import torch.utils._pytree as pytree
        if not all(isinstance(d, int) or d is None for d in pytree.tree_flatten(out_dims)[0]):
            raise ValueError(f'vmap({name}, ..., out_dims={out_dims}): `out_dims` must be an int, None or a python collection of ints '
                             'representing where in the outputs the vmapped dimension should appear.')
        leaves, dims, spec = _flat_dims(in_dims, args, name)
        sizes = [leaf.shape[dim] for leaf, dim in zip(leaves, dims) if dim is not None]
        if not sizes:
            raise ValueError('vmap: Expected at least one Tensor to vmap over')
        if any(n != sizes[0] for n in sizes):
            raise ValueError('vmap: Expected all tensors to have the same size in the mapped dimension, got sizes '
                             f'{sizes} for the mapped dimension')
        function = getattr(func, '__self__', None)
        if isinstance(function, type) and issubclass(function, torch.autograd.Function) and func.__name__ == 'apply':
            _check_function(function)
            if function.vmap is not torch.autograd.Function.vmap:
                places = in_dims if isinstance(in_dims, tuple) else (in_dims,) * len(args)
                made, dim = function.vmap(VmapInfo(sizes[0], randomness), places, *args)
                return made if dim == out_dims or not torch.is_tensor(made) else made.movedim(dim, out_dims)
        if not sizes[0]:
            # What one call would return says the sizes of the rest.
            leaves = [leaf if dim is None else leaf.new_zeros([1 if d == dim % leaf.dim() else n for d, n in enumerate(leaf.shape)])
                      for leaf, dim in zip(leaves, dims)]
        if randomness == 'error' and sizes[0] > 1 and _batching.Batch.size is None:
            made = _at_once(func, leaves, dims, spec, sizes[0], out_dims, name, kwargs)
            if made is not None:
                return made
        state = None if randomness == 'different' else torch.get_rng_state()
        drawn = torch._drawn()
        parts = []
        count = sizes[0] or 1
        with _Transform():
            for i in range(count):
                # A graph from outside is walked for each, and kept until the last.
                _Transform.keeps = i + 1 < count
                picked = [leaf if dim is None else leaf.select(dim, i) for leaf, dim in zip(leaves, dims)]
                parts.append(func(*pytree.tree_unflatten(picked, spec), **kwargs))
                if state is None or torch._drawn() == drawn:
                    continue
                if randomness == 'error':
                    torch.set_rng_state(state)
                    raise RuntimeError("vmap: called random operation while in randomness error mode. Please either use the "
                                       "'same' or 'different' randomness flags on vmap or perform the randomness operation out "
                                       'of vmap')
                if i + 1 < count:
                    torch.set_rng_state(state)
                    drawn = torch._drawn()
        made = _joined(parts, out_dims, name)
        if sizes[0]:
            return made
        flat, shape = pytree.tree_flatten(made)
        where = pytree._broadcast_to_and_flatten(out_dims, shape) if not torch.is_tensor(made) else [out_dims]
        return pytree.tree_unflatten([x.narrow(d, 0, 0) if torch.is_tensor(x) else x for x, d in zip(flat, where)], shape)
    return wrapped


def stack_module_state(models):
    models = list(models)
    params = {k: torch.stack([dict(m.named_parameters())[k] for m in models]).detach().requires_grad_()
              for k in dict(models[0].named_parameters())}
    buffers = {k: torch.stack([dict(m.named_buffers())[k] for m in models]) for k in dict(models[0].named_buffers())}
    return params, buffers


def replace_all_batch_norm_modules_(root):
    """Lets batch normalisation keep no moments, in place: they cannot be updated inside a transform."""
    for module in root.modules():
        if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
            module.running_mean = module.running_var = module.num_batches_tracked = None
            module.track_running_stats = False
    return root


def functionalize(func, *, remove='mutations'):
    """The same function: a trace without changes in place is made where one is recorded, and none is here."""
    if remove not in ('mutations', 'mutations_and_views'):
        raise RuntimeError(f"functionalize(f, remove='mutations'): received invalid argument for remove={remove}. Valid options are:\n"
                           "     remove='mutations': all inplace and out= operators will be removed from the program, and replaced "
                           "with their out-of-place equivalents.\n"
                           "     remove='mutations_and_views': In addition to the above, all aliasing operators {view} will be "
                           "replaced with their non-aliasing counterparts, {view}_copy.\n")

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        return func(*args, **kwargs)
    return wrapped

"""Trading time for memory: what is inside runs again in backward.

With `use_reentrant=True` the results of the inside are not kept. Otherwise the inside simply runs: the gradients are the
same, the memory is not saved.
"""
import torch


class _Checkpoint(torch.autograd.Function):
    @staticmethod
    def forward(ctx, function, preserve, *args):
        ctx.function, ctx.args = function, args
        ctx.state = torch.get_rng_state() if preserve else None
        return function(*args)

    @staticmethod
    def backward(ctx, *grads):
        args = [x.detach().requires_grad_(x.requires_grad) if torch.is_tensor(x) else x for x in ctx.args]
        before = torch.get_rng_state()
        if ctx.state is not None:
            torch.set_rng_state(ctx.state)
        with torch.enable_grad():
            made = ctx.function(*args)
        if ctx.state is not None:
            torch.set_rng_state(before)
        made = made if isinstance(made, tuple) else (made,)
        pairs = [(m, g) for m, g in zip(made, grads) if torch.is_tensor(m) and m.requires_grad]
        if not pairs:
            raise RuntimeError('none of output has requires_grad=True, this checkpoint() is not necessary')
        torch.autograd.backward([m for m, _ in pairs], [g for _, g in pairs])
        return (None, None) + tuple(x.grad if torch.is_tensor(x) else None for x in args)


def checkpoint(function, *args, use_reentrant=None, context_fn=None, determinism_check='default', debug=False,
               early_stop=True, preserve_rng_state=True, **kwargs):
    if use_reentrant and not kwargs:
        return _Checkpoint.apply(function, preserve_rng_state, *args)
    if use_reentrant:
        raise ValueError('Unexpected keyword arguments: ' + ','.join(kwargs))
    return function(*args, **kwargs)


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    if isinstance(functions, torch.nn.Sequential):
        functions = list(functions.children())
    size = len(functions) // segments

    def run(start, end):
        def forward(x):
            for function in functions[start:end]:
                x = function(x)
            return x
        return forward
    end = 0
    for start in range(0, size * (segments - 1), max(size, 1)):
        end = start + size
        input = checkpoint(run(start, end), input, use_reentrant=use_reentrant, **kwargs)
    return run(end, len(functions))(input)

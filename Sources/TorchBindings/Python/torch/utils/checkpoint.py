"""Trading time for memory: what is inside runs again in backward.

With `use_reentrant=True` the inside is one function without a graph. Otherwise it has its graph, and what the graph saves
is a number: the first that is asked for runs the inside once more, and what that saves answers for all.
"""
import torch
from torch.autograd.graph import saved_tensors_hooks


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


class _Frame:
    """One checkpoint: how to run its inside again, and what that saves, in order."""

    def __init__(self, function, args, kwargs, state):
        self.call, self.state = (function, args, kwargs), state
        self.count = 0
        self.again = {}

    def pack(self, tensor):
        self.count += 1
        return self.count - 1

    def unpack(self, place):
        if place not in self.again:
            self.recompute()
        if place not in self.again:
            raise CheckpointError(
                'torch.utils.checkpoint: A different number of tensors was saved during the original forward and '
                f'recomputation.\nNumber of tensors saved during forward: {self.count}\n'
                f'Number of tensors saved during recomputation: {len(self.again)}.')
        return self.again.pop(place)

    def recompute(self):
        saved = []

        def keep(tensor):
            saved.append(tensor.detach())
            return saved[-1]
        function, args, kwargs = self.call
        before = torch.get_rng_state() if self.state is not None else None
        if before is not None:
            torch.set_rng_state(self.state)
        try:
            with torch.enable_grad(), saved_tensors_hooks(keep, lambda packed: packed):
                function(*args, **kwargs)
        finally:
            if before is not None:
                torch.set_rng_state(before)
        self.again = dict(enumerate(saved))


class CheckpointError(RuntimeError):
    pass


def checkpoint(function, *args, use_reentrant=None, context_fn=None, determinism_check='default', debug=False,
               early_stop=True, preserve_rng_state=True, **kwargs):
    """Runs `function` and keeps nothing of it but its arguments; backward runs it again."""
    if use_reentrant is None:
        import warnings
        warnings.warn('torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly. Starting in PyTorch '
                      '2.9, calling checkpoint without use_reentrant will raise an exception. use_reentrant=False is '
                      'recommended, but if you need to preserve the current default behavior, you can pass '
                      'use_reentrant=True. Refer to docs for more details on the differences between the two variants.',
                      stacklevel=2)
        use_reentrant = True
    if use_reentrant and not kwargs:
        if torch.is_grad_enabled() and not any(isinstance(x, torch.Tensor) and x.requires_grad for x in args):
            import warnings
            warnings.warn('None of the inputs have requires_grad=True. Gradients will be None', stacklevel=2)
        return _Checkpoint.apply(function, preserve_rng_state, *args)
    if use_reentrant:
        raise ValueError('Unexpected keyword arguments: ' + ','.join(kwargs))
    if not torch.is_grad_enabled():
        return function(*args, **kwargs)
    frame = _Frame(function, args, kwargs, torch.get_rng_state() if preserve_rng_state else None)
    with saved_tensors_hooks(frame.pack, frame.unpack):
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

"""`torch.autograd.graph`: nodes of the graph, and hooks on what is saved for backward."""
import collections
import contextlib
import torch
from torch import _Node as Node, _pop_saved_hooks, _push_saved_hooks, _refuse_saved_hooks

__all__ = ['saved_tensors_hooks', 'save_on_cpu', 'disable_saved_tensors_hooks', 'register_multi_grad_hook',
           'allow_mutation_on_saved_tensors', 'Node', 'GradientEdge', 'get_gradient_edge', 'increment_version']

GradientEdge = collections.namedtuple('GradientEdge', ['node', 'output_nr'])


def get_gradient_edge(tensor):
    """Where the gradient of a tensor goes."""
    if not tensor.requires_grad:
        raise RuntimeError('It is not possible to get the gradient edge for a Tensor that does not require gradients')
    node = tensor.grad_fn or tensor.view_as(tensor).grad_fn.next_functions[0][0]
    return GradientEdge(node, tensor.output_nr)


def increment_version(tensor):
    """Counts a write in place that torch did not see."""
    with torch.no_grad():
        for one in ([tensor] if isinstance(tensor, torch.Tensor) else tensor):
            one.detach().view(-1)[:0].zero_()


class saved_tensors_hooks:
    """`pack_hook` makes something else of each tensor that is saved, `unpack_hook` a tensor of it again."""

    def __init__(self, pack_hook, unpack_hook):
        self.pack_hook = pack_hook
        self.unpack_hook = unpack_hook

    def __enter__(self):
        _push_saved_hooks(self.pack_hook, self.unpack_hook)

    def __exit__(self, *args):
        _pop_saved_hooks()


class save_on_cpu(saved_tensors_hooks):
    """Keeps what is saved on the CPU, where it lies anyway."""

    def __init__(self, pin_memory=False, device_type='cuda'):
        super().__init__(lambda tensor: tensor.detach().clone(), lambda packed: packed)


@contextlib.contextmanager
def disable_saved_tensors_hooks(error_message):
    before = _refuse_saved_hooks(error_message)
    try:
        yield
    finally:
        _refuse_saved_hooks(before)


@contextlib.contextmanager
def allow_mutation_on_saved_tensors():
    """Lets tensors be written after they were saved: their values are copied."""
    with saved_tensors_hooks(lambda tensor: tensor.detach().clone(), lambda packed: packed):
        yield


class _MultiHandle:
    def __init__(self, handles):
        self.handles = handles

    def remove(self):
        for handle in self.handles:
            handle.remove()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.remove()


def register_multi_grad_hook(tensors, fn, *, mode='all'):
    """Calls `fn` with the gradients of all tensors once they are there, or with the first one."""
    if mode not in ('all', 'any'):
        raise ValueError(f"Expects mode to be one of ('all', 'any') but got {mode}")
    wanted = [t for t in tensors if t.requires_grad]
    places = [k for k, t in enumerate(tensors) if t.requires_grad]
    grads, state = [None] * len(tensors), dict(run=None, seen=0, wanted=0)

    def hook(place):
        def inner(grad):
            run, runs = torch._pass_runs(wanted)
            if run != state['run']:
                # Another pass: of the tensors it does not come to there will be no gradients.
                grads[:] = [None] * len(tensors)
                state.update(run=run, seen=0, wanted=sum(runs))
            state['seen'] += 1
            if mode == 'any':
                if state['seen'] == 1:
                    fn(grad)
                return
            grads[place] = grad
            if state['seen'] == state['wanted']:
                fn(list(grads))
        return inner
    return _MultiHandle([t.register_hook(hook(k)) for k, t in zip(places, wanted)])

"""Functions that are called before and after modules: where they are kept and how a call with them goes."""
import torch
from torch.utils.hooks import RemovableHandle

# Hooks of every module.
everywhere = {'forward': {}, 'pre': {}, 'backward': {}, 'backward_pre': {}}
_last = [0]


def keep(hooks, hook, prepend=False, beside=()):
    """Puts a hook into a dict and marks it in the ones beside; what is returned takes it out of all of them."""
    _last[0] += 1
    key = _last[0]
    hooks[key] = hook
    if prepend:
        others = [k for k in hooks if k != key]
        for k in others:
            hooks[k] = hooks.pop(k)
    for marks, value in beside:
        marks[key] = value
    return RemovableHandle(hooks, extra_dict=[marks for marks, _ in beside])._named(key)


class BackwardHooks:
    """Stands at both ends of one call of a module and calls its backward hooks once the gradients of the inputs are there."""

    def __init__(self, module):
        self.module = module
        self.grad_output = ()
        self.places = []

    def inputs(self, args):
        self.places = [k for k, a in enumerate(args) if torch.is_tensor(a)]
        hooks = self

        class BackwardHookFunction(torch.autograd.Function):
            @staticmethod
            def forward(ctx, *tensors):
                return tuple(t.view_as(t) for t in tensors)

            @staticmethod
            def backward(ctx, *grads):
                return hooks.call(grads)
        if not any(args[k].requires_grad for k in self.places):
            self.places = []
            return args
        made = BackwardHookFunction.apply(*[args[k] for k in self.places])
        args = list(args)
        for k, tensor in zip(self.places, made):
            args[k] = tensor
        return tuple(args)

    def outputs(self, result):
        hooks = self

        class BackwardHookFunction(torch.autograd.Function):
            @staticmethod
            def forward(ctx, *tensors):
                return tuple(t.view_as(t) for t in tensors)

            @staticmethod
            def backward(ctx, *grads):
                grads = hooks.call_before(grads)
                hooks.grad_output = grads
                if not hooks.places:
                    hooks.call((None,))
                return grads
        many = isinstance(result, tuple)
        values = result if many else (result,)
        if not all(torch.is_tensor(v) for v in values) or not any(v.requires_grad for v in values):
            return result
        made = BackwardHookFunction.apply(*values)
        return made if many else made[0]

    def call_before(self, grads):
        module = self.module
        for hook in [*everywhere['backward_pre'].values(), *module._backward_pre_hooks.values()]:
            changed = hook(module, tuple(grads))
            if changed is not None:
                grads = changed if isinstance(changed, tuple) else (changed,)
        return tuple(grads)

    def call(self, grads):
        module = self.module
        for hook in [*everywhere['backward'].values(), *module._backward_hooks.values()]:
            changed = None if hook is None else hook(module, tuple(grads), tuple(self.grad_output))
            if changed is not None:
                grads = changed if isinstance(changed, tuple) else (changed,)
        return tuple(grads)


def _called_before(module, args, kwargs):
    for key, hook in [*everywhere['pre'].items(), *module._forward_pre_hooks.items()]:
        if key not in module._forward_pre_hooks_with_kwargs:
            changed = hook(module, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)
            continue
        changed = hook(module, args, kwargs)
        if changed is not None:
            if not isinstance(changed, tuple) or len(changed) != 2:
                raise RuntimeError('forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got '
                                   f'{changed}.')
            args, kwargs = changed
    return args, kwargs


def call_with_hooks(module, *args, **kwargs):
    """`module(...)` when hooks are there."""
    around = BackwardHooks(module) if module._backward_hooks or everywhere['backward'] or everywhere['backward_pre'] else None
    waiting = dict([*everywhere['forward'].items(), *module._forward_hooks.items()])
    result = None

    def after(key):
        hook = waiting.pop(key)
        given = (module, args, kwargs) if key in module._forward_hooks_with_kwargs else (module, args)
        return hook(*given, result)
    try:
        args, kwargs = _called_before(module, args, kwargs)
        if around:
            args = around.inputs(args)
        result = module.forward(*args, **kwargs)
        for key in list(waiting):
            changed = after(key)
            if changed is not None:
                result = changed
        return around.outputs(result) if around else result
    except Exception:
        for key in [k for k in waiting if k in module._forward_hooks_always_called]:
            try:
                after(key)
            except Exception as error:
                import warnings
                warnings.warn('module forward hook with ``always_call=True`` raised an exception that was silenced as '
                              f'another error was raised in forward: {error}')
        raise


def _for_all(kind, hook, module_class, always_call=False):
    handle = keep(everywhere[kind], hook)
    module_class.__call__ = call_with_hooks
    return handle

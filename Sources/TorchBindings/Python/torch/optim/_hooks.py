"""Functions that are called around an optimiser's step and its saving and loading."""
import functools
import weakref

from torch.nn.modules._hooks import keep

# Of every optimiser.
everywhere = {'step_pre': {}, 'step_post': {}}


def of(optimizer, kind):
    return optimizer.__dict__.setdefault(f'_optimizer_{kind}_hooks', {})


def _watch(cls):
    """Makes the step of a class call hooks, whoever wrote it."""
    plain = cls.step
    if getattr(plain, 'hooked', False):
        return

    @functools.wraps(plain)
    def step(self, *args, **kwargs):
        for hook in [*everywhere['step_pre'].values(), *of(self, 'step_pre').values()]:
            changed = hook(self, args, kwargs)
            if changed is not None:
                if not isinstance(changed, tuple) or len(changed) != 2:
                    raise RuntimeError(f'{plain} must return None or a tuple of (new_args, new_kwargs), but got {changed}.')
                args, kwargs = changed
        result = plain(self, *args, **kwargs)
        for hook in [*of(self, 'step_post').values(), *everywhere['step_post'].values()]:
            hook(self, args, kwargs)
        return result
    step.hooked = True
    cls.step = step


def register_step_pre_hook(self, hook):
    _watch(type(self))
    return keep(of(self, 'step_pre'), hook)


def register_step_post_hook(self, hook):
    _watch(type(self))
    return keep(of(self, 'step_post'), hook)


def register_state_dict_pre_hook(self, hook, prepend=False):
    return keep(of(self, 'state_dict_pre'), hook, prepend)


def register_state_dict_post_hook(self, hook, prepend=False):
    return keep(of(self, 'state_dict_post'), hook, prepend)


def register_load_state_dict_pre_hook(self, hook, prepend=False):
    return keep(of(self, 'load_state_dict_pre'), hook, prepend)


def register_load_state_dict_post_hook(self, hook, prepend=False):
    return keep(of(self, 'load_state_dict_post'), hook, prepend)


def note_steps(optimizer):
    """Lets a schedule see whether the optimiser has stepped before it."""
    plain = optimizer.step
    if getattr(plain, '_wrapped_by_lr_sched', False):
        return
    function, owner = plain.__func__, weakref.ref(optimizer)

    @functools.wraps(function)
    def step(*args, **kwargs):
        self = owner()
        self._opt_called = True
        return type(self).step(self, *args, **kwargs)
    step._wrapped_by_lr_sched = True
    optimizer.step = step

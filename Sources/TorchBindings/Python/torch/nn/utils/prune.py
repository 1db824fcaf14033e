"""`torch.nn.utils.prune`: masks on parameters."""
import numbers
import torch
from torch.nn.parameter import Parameter


def _validate(amount):
    if not isinstance(amount, numbers.Real):
        raise TypeError(f'Invalid type for amount: {amount}. Must be int or float.')
    if amount < 0 or (not isinstance(amount, numbers.Integral) and amount > 1.0):
        raise ValueError(f'amount={amount} should either be a float in the range [0, 1] or a non-negative integer')


def _count(amount, size):
    return amount if isinstance(amount, numbers.Integral) else round(amount * size)


class BasePruningMethod:
    """A way to choose what becomes zero: subclasses say it in `compute_mask`."""
    PRUNING_TYPE = 'unstructured'
    _tensor_name = None

    def __call__(self, module, inputs):
        setattr(module, self._tensor_name, self.apply_mask(module))

    def compute_mask(self, t, default_mask):
        raise NotImplementedError

    def apply_mask(self, module):
        mask = getattr(module, self._tensor_name + '_mask')
        original = getattr(module, self._tensor_name + '_orig')
        return mask.to(dtype=original.dtype) * original

    def prune(self, t, default_mask=None, importance_scores=None):
        mask = torch.ones_like(t) if default_mask is None else default_mask
        return t * self.compute_mask(t if importance_scores is None else importance_scores, mask)

    @classmethod
    def apply(cls, module, name, *args, importance_scores=None, **kwargs):
        method = cls(*args, **kwargs)
        method._tensor_name = name
        before = None
        for key, hook in list(module._forward_pre_hooks.items()):
            if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
                before = hook
                del module._forward_pre_hooks[key]
        original = getattr(module, name)
        if before is None:
            module.register_parameter(name + '_orig', original)
            del module._parameters[name]
            default = torch.ones_like(original).detach()
        else:
            default = getattr(module, name + '_mask').detach().clone()
        scores = original if importance_scores is None else importance_scores
        mask = method._combined(before, scores.detach(), default)
        module.register_buffer(name + '_mask', mask)
        setattr(module, name, method.apply_mask(module))
        module.register_forward_pre_hook(method)
        return method

    def _combined(self, before, scores, default):
        # What was pruned before stays so; the amount is of what is left.
        if before is None or self.PRUNING_TYPE != 'unstructured':
            return self.compute_mask(scores, default)
        places = default.reshape(-1).nonzero().squeeze(1)
        part = self.compute_mask(scores.reshape(-1)[places], default.reshape(-1)[places])
        mask = default.clone()
        mask.view(-1)[places] = part.to(mask.dtype)
        return mask

    def remove(self, module):
        name = self._tensor_name
        weight = self.apply_mask(module)
        original = module._parameters[name + '_orig']
        original.data = weight.data
        delattr(module, name)
        del module._parameters[name + '_orig']
        del module._buffers[name + '_mask']
        setattr(module, name, original)


class Identity(BasePruningMethod):
    def compute_mask(self, t, default_mask):
        return default_mask


class CustomFromMask(BasePruningMethod):
    PRUNING_TYPE = 'global'

    def __init__(self, mask):
        self.mask = mask

    def compute_mask(self, t, default_mask):
        return default_mask * self.mask.to(dtype=default_mask.dtype)


class _Unstructured(BasePruningMethod):
    def __init__(self, amount):
        _validate(amount)
        self.amount = amount

    def compute_mask(self, t, default_mask):
        count = _count(self.amount, t.nelement())
        mask = default_mask.clone()
        if count:
            mask.view(-1)[self._dropped(t, count)] = 0
        return mask


class RandomUnstructured(_Unstructured):
    def _dropped(self, t, count):
        return torch.topk(torch.rand_like(t).view(-1), k=count).indices


class L1Unstructured(_Unstructured):
    def _dropped(self, t, count):
        return torch.topk(t.abs().view(-1), k=count, largest=False).indices


class _Structured(BasePruningMethod):
    PRUNING_TYPE = 'structured'

    def compute_mask(self, t, default_mask):
        count = _count(self.amount, t.shape[self.dim])
        mask = default_mask.clone()
        if count:
            kept = torch.topk(self.scores(t), k=t.shape[self.dim] - count).indices
            whole = torch.zeros_like(t)
            whole.index_fill_(self.dim, kept, 1)
            mask = mask * whole
        return mask


class LnStructured(_Structured):
    def __init__(self, amount, n, dim=-1):
        _validate(amount)
        self.amount, self.n, self.dim = amount, n, dim

    def scores(self, t):
        return torch.norm(t, p=self.n, dim=[d for d in range(t.dim()) if d != self.dim % t.dim()])


class RandomStructured(_Structured):
    def __init__(self, amount, dim=-1):
        _validate(amount)
        self.amount, self.dim = amount, dim

    def scores(self, t):
        return torch.rand(t.shape[self.dim])


def identity(module, name):
    Identity.apply(module, name)
    return module


def random_unstructured(module, name, amount):
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(module, name, amount, importance_scores=None):
    L1Unstructured.apply(module, name, amount, importance_scores=importance_scores)
    return module


def random_structured(module, name, amount, dim):
    RandomStructured.apply(module, name, amount, dim)
    return module


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    LnStructured.apply(module, name, amount, n, dim, importance_scores=importance_scores)
    return module


def custom_from_mask(module, name, mask):
    CustomFromMask.apply(module, name, mask)
    return module


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Prunes several parameters as if they were one."""
    parameters = list(parameters)
    scores = [getattr(m, n).detach() for m, n in parameters]
    defaults = [getattr(m, n + '_mask', torch.ones_like(s)) for (m, n), s in zip(parameters, scores)]
    flat = torch.nn.utils.parameters_to_vector(scores)
    mask = pruning_method(**kwargs)
    places = torch.nn.utils.parameters_to_vector(defaults).nonzero().squeeze(1)
    whole = torch.nn.utils.parameters_to_vector(defaults).clone()
    whole[places] = mask.compute_mask(flat[places], torch.ones_like(flat[places]))
    start = 0
    for (module, name), score in zip(parameters, scores):
        custom_from_mask(module, name, whole[start:start + score.numel()].view_as(score))
        start += score.numel()


def remove(module, name):
    """Makes the pruning of a parameter permanent."""
    for key, hook in list(module._forward_pre_hooks.items()):
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
            hook.remove(module)
            del module._forward_pre_hooks[key]
            return module
    raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")


def is_pruned(module):
    return any(isinstance(hook, BasePruningMethod) for m in module.modules() for hook in m._forward_pre_hooks.values())

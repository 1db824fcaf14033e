"""Clipping of gradients, parameters as one vector."""
import types
import warnings

import torch

__all__ = ['clip_grad_norm', 'clip_grad_norm_', 'clip_grad_value_', 'clip_grads_with_norm_', 'get_total_norm',
           'parameters_to_vector', 'vector_to_parameters', 'weight_norm', 'remove_weight_norm', 'spectral_norm',
           'remove_spectral_norm', 'skip_init', 'parametrizations', 'parametrize', 'prune', 'rnn', 'stateless']


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    if torch.is_tensor(parameters):
        parameters = [parameters]
    elif isinstance(parameters, types.GeneratorType):
        parameters = list(parameters)
        if not parameters:
            warnings.warn('`parameters` is an empty generator, no gradient clipping will occur.', stacklevel=3)
    grads = [p.grad for p in parameters if p.grad is not None]
    max_norm, norm_type = float(max_norm), float(norm_type)
    if not grads:
        return torch.tensor(0.0)
    with torch.no_grad():
        total = torch.stack([g.norm(norm_type) for g in grads]).norm(norm_type)
        if error_if_nonfinite and not bool(total.isfinite()):
            raise RuntimeError(f'The total norm of order {norm_type} for gradients from `parameters` is non-finite, so it '
                               'cannot be clipped. To disable this error and scale the gradients by the non-finite norm '
                               'anyway, set `error_if_nonfinite=False`')
        factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
        for g in grads:
            g.mul_(factor)
    return total


def clip_grad_value_(parameters, clip_value, foreach=None):
    if torch.is_tensor(parameters):
        parameters = [parameters]
    clip_value = float(clip_value)
    parameters = list(parameters)
    if not any(p.grad is not None for p in parameters):
        raise RuntimeError('Expected !nested_tensorlist[0].empty() to be true, but got false.  (Could this error message be '
                           'improved?  If so, please report an enhancement request to PyTorch.)')
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p.grad.clamp_(-clip_value, clip_value)


def parameters_to_vector(parameters):
    return torch.cat([p.view(-1) for p in parameters])


def vector_to_parameters(vec, parameters):
    if not torch.is_tensor(vec):
        raise TypeError(f'expected torch.Tensor, but got: {torch.typename(vec)}')
    start = 0
    for p in parameters:
        p.data = vec[start:start + p.numel()].view_as(p).data
        start += p.numel()


def get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    return torch.stack([t.norm(norm_type) for t in tensors]).norm(norm_type)


def clip_grads_with_norm_(parameters, max_norm, total_norm, foreach=None):
    with torch.no_grad():
        factor = torch.clamp(float(max_norm) / (total_norm + 1e-6), max=1.0)
        for p in [parameters] if torch.is_tensor(parameters) else parameters:
            if p.grad is not None:
                p.grad.mul_(factor)


def clip_grad_norm(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    warnings.warn('`torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.',
                  FutureWarning, stacklevel=2)
    return clip_grad_norm_(parameters, max_norm, norm_type, error_if_nonfinite, foreach)


def skip_init(module_cls, *args, **kwargs):
    """A module whose parameters are left as memory has them."""
    if not issubclass(module_cls, torch.nn.Module):
        raise RuntimeError(f'Expected a Module; got {module_cls}')
    state = torch.get_rng_state()
    made = module_cls(*args, **kwargs)
    torch.set_rng_state(state)
    return made


def __getattr__(name):
    if name.startswith('fuse_'):
        import torch.nn.utils.fusion as fusion
        return getattr(fusion, name)
    if name in ('rnn', 'fusion', 'parametrize', 'parametrizations', 'prune', 'stateless'):
        import importlib
        return importlib.import_module('torch.nn.utils.' + name)
    if name in ('weight_norm', 'remove_weight_norm', 'spectral_norm', 'remove_spectral_norm'):
        import torch.nn.utils._norms as norms
        return getattr(norms, name)
    raise AttributeError(f"module 'torch.nn.utils' has no attribute '{name}'")

"""Clipping of gradients, parameters as one vector."""
import torch


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    if torch.is_tensor(parameters):
        parameters = [parameters]
    grads = [p.grad for p in parameters if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    with torch.no_grad():
        total = torch.stack([g.norm(norm_type) for g in grads]).norm(norm_type)
        factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
        for g in grads:
            g.mul_(factor)
    return total


def clip_grad_value_(parameters, clip_value, foreach=None):
    if torch.is_tensor(parameters):
        parameters = [parameters]
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p.grad.clamp_(-clip_value, clip_value)


def parameters_to_vector(parameters):
    return torch.cat([p.view(-1) for p in parameters])


def vector_to_parameters(vec, parameters):
    start = 0
    for p in parameters:
        p.data = vec[start:start + p.numel()].view_as(p).data
        start += p.numel()


def get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    return torch.stack([t.norm(norm_type) for t in tensors]).norm(norm_type)


clip_grad_norm = clip_grad_norm_


def __getattr__(name):
    if name in ('rnn', 'parametrize', 'parametrizations', 'prune'):
        import importlib
        return importlib.import_module('torch.nn.utils.' + name)
    if name in ('weight_norm', 'remove_weight_norm', 'spectral_norm', 'remove_spectral_norm'):
        import torch.nn.utils._norms as norms
        return getattr(norms, name)
    raise AttributeError(f"module 'torch.nn.utils' has no attribute '{name}'")

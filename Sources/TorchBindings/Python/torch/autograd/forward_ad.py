"""Forward-mode derivatives: values that carry a tangent.

Tangents are computed from the recorded graph when they are asked for: the product with the transposed Jacobian is linear
in its vector, and the derivative of that product is the Jacobian itself.
"""
import torch
from collections import namedtuple

__all__ = ['UnpackedDualTensor', 'enter_dual_level', 'exit_dual_level', 'make_dual', 'unpack_dual', 'dual_level']

UnpackedDualTensor = namedtuple('UnpackedDualTensor', ['primal', 'tangent'])
UnpackedDualTensor.__doc__ = 'A value and its tangent, as `unpack_dual` gives them.'
_levels = []


def _text(tensor):
    """How a value prints while a level is open; None: as ever."""
    tangent = unpack_dual(tensor).tangent
    if tangent is None:
        return None
    shown = f'{tangent.item()}' if tangent.dim() == 0 else repr(tangent)
    return torch._text_with(tensor.detach(), 'tangent=' + shown)


def enter_dual_level():
    if _levels:
        raise RuntimeError('Nested forward mode AD is not supported at the moment')
    _levels.append([])
    torch._set_printer(_text)
    return 0


def exit_dual_level(*, level=None):
    if not _levels:
        raise RuntimeError('Trying to exit a forward AD level that was not entered.')
    _levels.pop()
    torch._set_printer(None)


def make_dual(tensor, tangent, *, level=None):
    if not _levels:
        raise RuntimeError('Trying to create a dual Tensor for forward AD but no level exists, make sure to '
                           'enter_dual_level() first.')
    if not (tensor.is_floating_point() or tensor.is_complex()):
        raise ValueError(f'Expected primal to be floating point or complex, but got: {tensor.dtype}')
    if not (tangent.is_floating_point() or tangent.is_complex()):
        raise ValueError(f'Expected tangent to be floating point or complex, but got: {tangent.dtype}')
    if tensor.shape != tangent.shape:
        raise RuntimeError('Trying to set a forward gradient that has a different size than that of the original Tensor, '
                           f'this is not supported. Tensor is of size {list(tensor.shape)} while the given forward gradient '
                           f'is of size {list(tangent.shape)}.')
    made = tensor.view_as(tensor) if tensor.requires_grad else tensor.detach().requires_grad_()
    _levels[-1].append((made, tangent))
    return made


def unpack_dual(tensor, *, level=None):
    if not _levels or not torch.is_tensor(tensor):
        return UnpackedDualTensor(tensor, None)
    for dual, tangent in _levels[-1]:
        if dual is tensor:
            return UnpackedDualTensor(dual.detach(), tangent)
    if not tensor.requires_grad or not _levels[-1]:
        return UnpackedDualTensor(tensor, None)
    duals = [dual for dual, _ in _levels[-1]]
    with torch.enable_grad():
        seed = torch.zeros_like(tensor).requires_grad_()
        grads = torch.autograd.grad(tensor, duals, seed, create_graph=True, allow_unused=True)
        pairs = [(g, t) for g, (_, t) in zip(grads, _levels[-1]) if g is not None]
        if not pairs:
            return UnpackedDualTensor(tensor, None)
        pairs = [(g, t) for g, t in pairs if g.requires_grad]
        made = None
        if pairs:
            made, = torch.autograd.grad([g for g, _ in pairs], seed, [t for _, t in pairs], allow_unused=True,
                                        retain_graph=True)
    return UnpackedDualTensor(tensor.detach(), torch.zeros_like(tensor) if made is None else made.detach())


class dual_level:
    """A level in which `make_dual` gives tangents to values."""

    def __enter__(self):
        return enter_dual_level()

    def __exit__(self, *args):
        exit_dual_level()

    def __call__(self, func):
        def wrapper(*args, **kwargs):
            with dual_level():
                return func(*args, **kwargs)
        return wrapper

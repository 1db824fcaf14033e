"""Automatic mixed precision. On the CPU it is `bfloat16` or `float16` for products of matrices; there is nothing to scale."""
import functools
import warnings
import torch
from torch._grad_scaler import GradScaler

__all__ = ['autocast', 'GradScaler', 'custom_fwd', 'custom_bwd', 'autocast_mode', 'is_autocast_available']

_state = {'dtype': torch.bfloat16, 'enabled': False, 'cache': True}
_supported = (torch.bfloat16, torch.float16)


def is_autocast_available(device_type):
    return device_type in ('cpu', 'cuda', 'xpu')


class autocast:
    """A block (or a function) whose matrix products are computed in a shorter dtype."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f'Expected `device_type` of type `str`, got: `{type(device_type)}`')
        self.device = device_type
        self.fast_dtype = dtype if dtype is not None else torch.float16 if device_type == 'cuda' else _state['dtype']
        if device_type not in ('cpu', 'cuda', 'xpu', 'mps', 'hpu', 'xla', 'mtia'):
            raise RuntimeError(f"User specified an unsupported autocast device_type '{device_type}'")
        if device_type == 'cuda' and enabled:
            warnings.warn('CUDA is not available or torch_xla is imported. Disabling autocast.', stacklevel=2)
            enabled = False
        elif device_type != 'cpu':
            enabled = False
        elif self.fast_dtype not in _supported and enabled:
            warnings.warn('In CPU autocast, but the target dtype is not supported. Disabling autocast.\n'
                          'CPU Autocast only supports dtype of torch.bfloat16, torch.float16 currently.', stacklevel=2)
            enabled = False
        self._enabled = enabled

    def __enter__(self):
        if self.device == 'cpu':
            self._before = torch._set_autocast(self.fast_dtype if self._enabled else None), _state['dtype']
            _state['dtype'] = self.fast_dtype
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if self.device == 'cpu':
            before, _state['dtype'] = self._before
            torch._set_autocast(before)
        return False

    def __call__(self, func):
        @functools.wraps(func)
        def decorate_autocast(*args, **kwargs):
            with self:
                return func(*args, **kwargs)
        return decorate_autocast


class autocast_mode:
    autocast = autocast


def _cuda_scaler(*args, **kwargs):
    import warnings
    warnings.warn("`torch.cuda.amp.GradScaler(args...)` is deprecated. Please use `torch.amp.GradScaler('cuda', args...)` "
                  'instead.', FutureWarning, stacklevel=2)
    return GradScaler('cuda', *args, **kwargs)


def custom_fwd(fwd=None, *, device_type='cuda', cast_inputs=None):
    if fwd is None:
        return functools.partial(custom_fwd, device_type=device_type, cast_inputs=cast_inputs)
    return fwd


def custom_bwd(bwd=None, *, device_type='cuda'):
    if bwd is None:
        return functools.partial(custom_bwd, device_type=device_type)
    return bwd


class _Cuda:
    """`torch.cuda.amp` and `torch.cpu.amp`: the same without a device type."""

    def __init__(self, device_type):
        self.GradScaler = _cuda_scaler if device_type == 'cuda' else functools.partial(GradScaler, 'cpu')
        self.custom_fwd, self.custom_bwd = custom_fwd, custom_bwd
        self._device_type = device_type

    def autocast(self, enabled=True, dtype=None, cache_enabled=True):
        kind = self._device_type
        warnings.warn(f"`torch.{kind}.amp.autocast(args...)` is deprecated. Please use `torch.amp.autocast('{kind}', args...)` "
                      'instead.', FutureWarning, stacklevel=2)
        return autocast(kind, dtype, enabled)


cuda, cpu = _Cuda('cuda'), _Cuda('cpu')


def is_autocast_enabled(device_type=None):
    if device_type != 'cpu':
        return False
    before = torch._set_autocast(None)
    torch._set_autocast(before)
    return before is not None


def get_autocast_dtype(device_type):
    return torch.float16 if device_type == 'cuda' else _state['dtype']


def set_autocast_enabled(device_type, enabled=None):
    if device_type == 'cpu':
        torch._set_autocast(_state['dtype'] if enabled else None)


def set_autocast_dtype(device_type, dtype):
    _state['dtype'] = dtype


functions = dict(
    autocast=autocast, is_autocast_enabled=is_autocast_enabled, get_autocast_dtype=get_autocast_dtype,
    is_autocast_cpu_enabled=lambda: is_autocast_enabled('cpu'), get_autocast_cpu_dtype=lambda: _state['dtype'],
    get_autocast_gpu_dtype=lambda: torch.float16, set_autocast_enabled=set_autocast_enabled,
    set_autocast_cpu_enabled=lambda enabled: set_autocast_enabled('cpu', enabled), set_autocast_dtype=set_autocast_dtype,
    set_autocast_cpu_dtype=lambda dtype: set_autocast_dtype('cpu', dtype), is_autocast_cache_enabled=lambda: _state['cache'],
    set_autocast_cache_enabled=lambda enabled: _state.update(cache=enabled), clear_autocast_cache=lambda: None,
    GradScaler=GradScaler)

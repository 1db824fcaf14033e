"""`torch.amp.GradScaler`: scales losses so that small gradients survive half precision."""
import math
import warnings

import torch

__all__ = ['GradScaler']


class GradScaler:
    def __init__(self, device='cuda', init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000,
                 enabled=True):
        self._device, self._enabled = device, enabled
        if enabled and device == 'cuda':
            warnings.warn('torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.', stacklevel=2)
            self._enabled = False
        if self._enabled:
            if growth_factor <= 1.0:
                raise AssertionError('The growth factor must be > 1.0.')
            if backoff_factor >= 1.0:
                raise AssertionError('The backoff factor must be < 1.0.')
            self._init_scale, self._scale = init_scale, None
            self._growth_factor, self._backoff_factor = growth_factor, backoff_factor
            self._growth_interval, self._growth_tracker = growth_interval, 0
            self._stages, self._found = {}, {}

    def _needs_scale(self, name):
        if self._scale is None:
            raise AssertionError(f'Attempted {name} but _scale is None.  This may indicate your script did not use '
                                 'scaler.scale(loss or outputs) earlier in the iteration.')

    def scale(self, outputs):
        if not self._enabled:
            return outputs
        if self._scale is None:
            self._scale = torch.full((), self._init_scale, dtype=torch.float32)
        if torch.is_tensor(outputs):
            return outputs * self._scale
        if isinstance(outputs, (list, tuple)):
            made = [self.scale(x) for x in outputs]
            return type(outputs)(*made) if hasattr(outputs, '_fields') else type(outputs)(made)
        if hasattr(outputs, '__iter__'):
            return map(self.scale, outputs)
        raise ValueError('outputs must be a Tensor or an iterable of Tensors')

    def unscale_(self, optimizer):
        if not self._enabled:
            return
        self._needs_scale('unscale_')
        stage = self._stages.get(id(optimizer))
        if stage == 'unscaled':
            raise RuntimeError('unscale_() has already been called on this optimizer since the last update().')
        if stage == 'stepped':
            raise RuntimeError('unscale_() is being called after step().')
        inverse, found = self._scale.double().reciprocal().float(), False
        with torch.no_grad():
            for group in optimizer.param_groups:
                for p in group['params']:
                    if p.grad is not None:
                        found = found or not bool(torch.isfinite(p.grad).all())
                        p.grad.mul_(inverse)
        self._stages[id(optimizer)], self._found[id(optimizer)] = 'unscaled', found

    def step(self, optimizer, *args, **kwargs):
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if 'closure' in kwargs:
            raise RuntimeError('Closure use is not currently supported if GradScaler is enabled.')
        self._needs_scale('step')
        stage = self._stages.get(id(optimizer))
        if stage == 'stepped':
            raise RuntimeError('step() has already been called since the last update().')
        if stage is None:
            self.unscale_(optimizer)
        result = None if self._found[id(optimizer)] else optimizer.step(*args, **kwargs)
        self._stages[id(optimizer)] = 'stepped'
        return result

    def update(self, new_scale=None):
        if not self._enabled:
            return
        self._needs_scale('update')
        if new_scale is not None:
            self._scale = torch.as_tensor(new_scale, dtype=torch.float32).detach().clone()
        else:
            if not self._found:
                raise AssertionError('No inf checks were recorded prior to update.')
            if any(self._found.values()):
                self._scale, self._growth_tracker = self._scale * self._backoff_factor, 0
            else:
                self._growth_tracker += 1
                if self._growth_tracker == self._growth_interval:
                    grown = self._scale * self._growth_factor
                    self._scale = grown if math.isfinite(grown.item()) else self._scale
                    self._growth_tracker = 0
        self._stages, self._found = {}, {}

    def get_scale(self):
        if not self._enabled:
            return 1.0
        return self._init_scale if self._scale is None else self._scale.item()

    def is_enabled(self):
        return self._enabled

    get_growth_factor = lambda self: self._growth_factor
    get_backoff_factor = lambda self: self._backoff_factor
    get_growth_interval = lambda self: self._growth_interval
    _get_growth_tracker = lambda self: self._growth_tracker if self._enabled else 0

    def set_growth_factor(self, new_factor):
        self._growth_factor = new_factor

    def set_backoff_factor(self, new_factor):
        self._backoff_factor = new_factor

    def set_growth_interval(self, new_interval):
        self._growth_interval = new_interval

    def state_dict(self):
        if not self._enabled:
            return {}
        return {'scale': self.get_scale(), 'growth_factor': self._growth_factor, 'backoff_factor': self._backoff_factor,
                'growth_interval': self._growth_interval, '_growth_tracker': self._growth_tracker}

    def load_state_dict(self, state_dict):
        if not self._enabled:
            return
        if len(state_dict) == 0:
            raise RuntimeError('The source state dict is empty, possibly because it was saved from a disabled instance of '
                               'GradScaler.')
        self._init_scale = state_dict['scale']
        if self._scale is not None:
            self._scale.fill_(state_dict['scale'])
        self._growth_factor, self._backoff_factor = state_dict['growth_factor'], state_dict['backoff_factor']
        self._growth_interval, self._growth_tracker = state_dict['growth_interval'], state_dict['_growth_tracker']

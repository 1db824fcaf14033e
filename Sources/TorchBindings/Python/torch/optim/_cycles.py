"""Learning rates that go up and down, or start again."""
import math
import types

from torch.optim.lr_scheduler import LRScheduler, _within_step


class CosineAnnealingWarmRestarts(LRScheduler):
    __module__ = 'torch.optim.lr_scheduler'

    def __init__(self, optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1):
        if T_0 <= 0 or not isinstance(T_0, int):
            raise ValueError(f'Expected positive integer T_0, but got {T_0}')
        if T_mult < 1 or not isinstance(T_mult, int):
            raise ValueError(f'Expected integer T_mult >= 1, but got {T_mult}')
        self.T_0, self.T_i, self.T_mult, self.eta_min, self.T_cur = T_0, T_0, T_mult, eta_min, last_epoch
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        return [self.eta_min + (base - self.eta_min) * (1 + math.cos(math.pi * self.T_cur / self.T_i)) / 2
                for base in self.base_lrs]

    def step(self, epoch=None):
        if epoch is None and self.last_epoch < 0:
            epoch = 0
        if epoch is None:
            epoch = self.last_epoch + 1
            self.T_cur += 1
            if self.T_cur >= self.T_i:
                self.T_cur -= self.T_i
                self.T_i *= self.T_mult
        elif epoch >= self.T_0:
            if self.T_mult == 1:
                self.T_cur = epoch % self.T_0
            else:
                n = int(math.log(epoch / self.T_0 * (self.T_mult - 1) + 1, self.T_mult))
                self.T_cur = epoch - self.T_0 * (self.T_mult ** n - 1) / (self.T_mult - 1)
                self.T_i = self.T_0 * self.T_mult ** n
        else:
            self.T_i, self.T_cur = self.T_0, epoch
        self.last_epoch = math.floor(epoch)
        for group, lr in zip(self.optimizer.param_groups, self._next_lr()):
            group['lr'] = lr
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

    _move = step


class CyclicLR(LRScheduler):
    __module__ = 'torch.optim.lr_scheduler'

    def __init__(self, optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', gamma=1.0,
                 scale_fn=None, scale_mode='cycle', cycle_momentum=True, base_momentum=0.8, max_momentum=0.9,
                 last_epoch=-1):
        groups = optimizer.param_groups
        spread = lambda value: list(value) if isinstance(value, (list, tuple)) else [value] * len(groups)
        bases = spread(base_lr)
        if last_epoch == -1:
            for lr, group in zip(bases, groups):
                group['lr'] = lr
                group['initial_lr'] = lr
        self.max_lrs = spread(max_lr)
        down = step_size_up if step_size_down is None else step_size_down
        self.total_size = float(step_size_up) + float(down)
        self.step_ratio = float(step_size_up) / self.total_size
        if mode not in ('triangular', 'triangular2', 'exp_range') and scale_fn is None:
            raise ValueError('mode is invalid and scale_fn is None')
        self.mode, self.gamma, self._scale_fn_custom, self.scale_mode = mode, gamma, scale_fn, scale_mode
        if scale_fn is None:
            self.scale_mode = 'iterations' if mode == 'exp_range' else 'cycle'
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            if 'momentum' not in groups[0] and 'betas' not in groups[0]:
                raise ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled')
            self.use_beta1 = 'betas' in groups[0]
            self.base_momentums, self.max_momentums = spread(base_momentum), spread(max_momentum)
        super().__init__(optimizer, last_epoch)
        self.base_lrs = bases

    def state_dict(self):
        made = super().state_dict()
        scale = made.pop('_scale_fn_custom')
        made['_scale_fn_custom'] = None if scale is None or isinstance(scale, types.FunctionType) else scale.__dict__.copy()
        return made

    def load_state_dict(self, state_dict):
        state_dict = dict(state_dict)
        saved = state_dict.pop('_scale_fn_custom', None)
        if saved is not None:
            self._scale_fn_custom.__dict__.update(saved)
        super().load_state_dict(state_dict)

    def _factor(self, x):
        if self._scale_fn_custom is not None:
            return self._scale_fn_custom(x)
        if self.mode == 'triangular':
            return 1.0
        return 1 / (2.0 ** (x - 1)) if self.mode == 'triangular2' else self.gamma ** x

    @_within_step
    def get_lr(self):
        cycle = math.floor(1 + self.last_epoch / self.total_size)
        x = 1.0 + self.last_epoch / self.total_size - cycle
        part = x / self.step_ratio if x <= self.step_ratio else (x - 1) / (self.step_ratio - 1)
        factor = self._factor(cycle if self.scale_mode == 'cycle' else self.last_epoch)
        if self.cycle_momentum:
            for group, low, high in zip(self.optimizer.param_groups, self.base_momentums, self.max_momentums):
                value = high - (high - low) * part * factor
                if 'betas' in group:
                    group['betas'] = (value,) + tuple(group['betas'][1:])
                else:
                    group['momentum'] = value
        return [base + (high - base) * part * factor for base, high in zip(self.base_lrs, self.max_lrs)]


class OneCycleLR(LRScheduler):
    __module__ = 'torch.optim.lr_scheduler'

    def __init__(self, optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3,
                 anneal_strategy='cos', cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0,
                 final_div_factor=1e4, three_phase=False, last_epoch=-1):
        self._check_optimizer(optimizer)
        if total_steps is not None:
            if total_steps <= 0 or not isinstance(total_steps, int):
                raise ValueError(f'Expected positive integer total_steps, but got {total_steps}')
            self.total_steps = total_steps
        elif epochs is not None and steps_per_epoch is not None:
            self.total_steps = epochs * steps_per_epoch
        else:
            raise ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)')
        if pct_start < 0 or pct_start > 1 or not isinstance(pct_start, float):
            raise ValueError(f'Expected float between 0 and 1 pct_start, but got {pct_start}')
        up = float(pct_start * self.total_steps) - 1
        if three_phase:
            phases = [(up, 'initial_lr', 'max_lr', 'max_momentum', 'base_momentum'),
                      (float(2 * pct_start * self.total_steps) - 2, 'max_lr', 'initial_lr', 'base_momentum', 'max_momentum'),
                      (self.total_steps - 1, 'initial_lr', 'min_lr', 'max_momentum', 'max_momentum')]
        else:
            phases = [(up, 'initial_lr', 'max_lr', 'max_momentum', 'base_momentum'),
                      (self.total_steps - 1, 'max_lr', 'min_lr', 'base_momentum', 'max_momentum')]
        names = ('end_step', 'start_lr', 'end_lr', 'start_momentum', 'end_momentum')
        self._schedule_phases = [dict(zip(names, phase)) for phase in phases]
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError(f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}")
        self._anneal_func_type = anneal_strategy
        groups = optimizer.param_groups
        tops = list(max_lr) if isinstance(max_lr, (list, tuple)) else [max_lr] * len(groups)
        if len(tops) != len(groups):
            raise ValueError(f'max_lr must have the same length as optimizer.param_groups. max_lr has {len(tops)} values, '
                             f'param_groups has {len(groups)}.')
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            if 'momentum' not in optimizer.defaults and 'betas' not in optimizer.defaults:
                raise ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled')
            self.use_beta1 = 'betas' in optimizer.defaults
        for group, top in zip(groups, tops):
            if last_epoch == -1:
                group['initial_lr'] = top / div_factor
                group['max_lr'] = top
                group['min_lr'] = group['initial_lr'] / final_div_factor
                if cycle_momentum:
                    group['max_momentum'], group['base_momentum'] = max_momentum, base_momentum
                    if 'betas' in group:
                        group['betas'] = (max_momentum,) + tuple(group['betas'][1:])
                    else:
                        group['momentum'] = max_momentum
        super().__init__(optimizer, last_epoch)

    def _between(self, start, end, part):
        if self._anneal_func_type == 'linear':
            return (end - start) * part + start
        return end + (start - end) / 2.0 * (math.cos(math.pi * part) + 1)

    @_within_step
    def get_lr(self):
        step = self.last_epoch
        if step > self.total_steps:
            raise ValueError(f'Tried to step {step} times. The specified number of total steps is {self.total_steps}')
        rates = []
        for group in self.optimizer.param_groups:
            start = 0.0
            for k, phase in enumerate(self._schedule_phases):
                end, low, high, m_low, m_high = phase.values()
                if step <= end or k == len(self._schedule_phases) - 1:
                    part = (step - start) / (end - start)
                    rates.append(self._between(group[low], group[high], part))
                    if self.cycle_momentum:
                        value = self._between(group[m_low], group[m_high], part)
                        if 'betas' in group:
                            group['betas'] = (value,) + tuple(group['betas'][1:])
                        else:
                            group['momentum'] = value
                    break
                start = end
        return rates

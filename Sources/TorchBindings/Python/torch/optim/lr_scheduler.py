"""Schedules of the learning rate."""
import functools
import math
import types
import warnings
from bisect import bisect_right
from collections import Counter

from torch.optim import _hooks

_EPOCH_WARNING = ('The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please '
                  'use `scheduler.step()` to step the scheduler. During the deprecation, if epoch is different from None, the '
                  'closed form is used instead of the new chainable form, where available. Please open an issue if you are '
                  'unable to replicate your use case: https://github.com/pytorch/pytorch/issues/new/choose.')


def _within_step(get_lr):
    """A `get_lr` that is meant to be called by `step`, and says so elsewhere."""
    @functools.wraps(get_lr)
    def told(self):
        if not self._get_lr_called_within_step:
            warnings.warn('To get the last learning rate computed by the scheduler, please use `get_last_lr()`.', UserWarning,
                          stacklevel=2)
        return get_lr(self)
    return told


class LRScheduler:
    def __init__(self, optimizer, last_epoch=-1):
        self._check_optimizer(optimizer)
        self.optimizer = optimizer
        for k, group in enumerate(optimizer.param_groups):
            if last_epoch != -1 and 'initial_lr' not in group:
                raise KeyError(f"param 'initial_lr' is not specified in param_groups[{k}] when resuming scheduler with "
                               "last_epoch >= 0.\nThis typically happens when:\n1. You're trying to resume training from a "
                               "checkpoint but haven't properly loaded the optimizer state\n2. You're using last_epoch >= 0 "
                               'for a fresh training run (not recommended)')
            group.setdefault('initial_lr', group['lr'])
        self.base_lrs = [group['initial_lr'] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        _hooks.note_steps(optimizer)
        self._step_count = 0
        self._is_initial = True
        self._get_lr_called_within_step = False
        self.step()
        self._is_initial = False

    @staticmethod
    def _check_optimizer(optimizer):
        from torch.optim import Optimizer
        if not isinstance(optimizer, Optimizer):
            raise TypeError(f'{type(optimizer).__name__} is not an Optimizer')

    def get_lr(self):
        raise NotImplementedError

    def get_last_lr(self):
        return self._last_lr

    # What `state_dict` leaves out, and what it shows in a form of its own.
    _unsaved = ('optimizer',)
    _functions = None

    def state_dict(self):
        made = {k: v for k, v in self.__dict__.items() if k not in self._unsaved and k != self._functions}
        if self._functions is not None:
            # Functions are not saved; objects that can be called are, as their attributes.
            made[self._functions] = [None if isinstance(f, types.FunctionType) else f.__dict__.copy()
                                     for f in self.__dict__[self._functions]]
        return made

    def load_state_dict(self, state_dict):
        state_dict = dict(state_dict)
        for f, saved in zip(self.__dict__.get(self._functions, ()), state_dict.pop(self._functions, ())):
            if saved is not None:
                f.__dict__.update(saved)
        self.__dict__.update(state_dict)

    def _warn_of_order(self):
        step = self.optimizer.step
        if not hasattr(step, '_wrapped_by_lr_sched'):
            warnings.warn('Seems like `optimizer.step()` has been overridden after learning rate scheduler initialization. '
                          'Please, make sure to call `optimizer.step()` before `lr_scheduler.step()`. See more details at '
                          'https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate', UserWarning, stacklevel=3)
        elif not getattr(self.optimizer, '_opt_called', False):
            warnings.warn('Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you '
                          'should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure '
                          'to do this will result in PyTorch skipping the first value of the learning rate schedule. See more '
                          'details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate', UserWarning,
                          stacklevel=3)

    def step(self, epoch=None):
        if self._step_count == 1:
            self._warn_of_order()
        self._step_count += 1
        if epoch is not None:
            warnings.warn(_EPOCH_WARNING, UserWarning, stacklevel=2)
        self._move(epoch)

    def _move(self, epoch):
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        closed = epoch is not None and hasattr(self, '_get_closed_form_lr')
        for group, lr in zip(self.optimizer.param_groups, self._get_closed_form_lr() if closed else self._next_lr()):
            group['lr'] = lr
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

    def _next_lr(self):
        self._get_lr_called_within_step = True
        try:
            return self.get_lr()
        finally:
            self._get_lr_called_within_step = False

    def _scaled(self, factor):
        return [group['lr'] * factor for group in self.optimizer.param_groups]


_LRScheduler = LRScheduler


class LambdaLR(LRScheduler):
    _functions = 'lr_lambdas'

    def __init__(self, optimizer, lr_lambda, last_epoch=-1):
        many = isinstance(lr_lambda, (list, tuple))
        self.lr_lambdas = list(lr_lambda) if many else [lr_lambda] * len(optimizer.param_groups)
        if len(self.lr_lambdas) != len(optimizer.param_groups):
            raise ValueError(f'Expected {len(optimizer.param_groups)} lr_lambdas, but got {len(self.lr_lambdas)}')
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        return [base * f(self.last_epoch) for f, base in zip(self.lr_lambdas, self.base_lrs)]


class MultiplicativeLR(LambdaLR):
    @_within_step
    def get_lr(self):
        if self.last_epoch > 0:
            return [g['lr'] * f(self.last_epoch) for f, g in zip(self.lr_lambdas, self.optimizer.param_groups)]
        return self._scaled(1)


class StepLR(LRScheduler):
    def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1):
        self.step_size, self.gamma = step_size, gamma
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
            return self._scaled(1)
        return self._scaled(self.gamma)

    def _get_closed_form_lr(self):
        return [base * self.gamma ** (self.last_epoch // self.step_size) for base in self.base_lrs]


class MultiStepLR(LRScheduler):
    def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1):
        self.milestones, self.gamma = Counter(milestones), gamma
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        hits = self.milestones[self.last_epoch]
        return self._scaled(self.gamma ** hits) if hits else self._scaled(1)

    def _get_closed_form_lr(self):
        passed = bisect_right(sorted(self.milestones.elements()), self.last_epoch)
        return [base * self.gamma ** passed for base in self.base_lrs]


class ConstantLR(LRScheduler):
    def __init__(self, optimizer, factor=1.0 / 3, total_iters=5, last_epoch=-1):
        if not 0 <= factor <= 1.0:
            raise ValueError('Constant multiplicative factor expected to be between 0 and 1.')
        self.factor, self.total_iters = factor, total_iters
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        if self.last_epoch == 0:
            return self._scaled(self.factor)
        if self.last_epoch != self.total_iters:
            return self._scaled(1)
        return self._scaled(1.0 / self.factor)

    def _get_closed_form_lr(self):
        return [base * (self.factor + (self.last_epoch >= self.total_iters) * (1 - self.factor)) for base in self.base_lrs]


class LinearLR(LRScheduler):
    def __init__(self, optimizer, start_factor=1.0 / 3, end_factor=1.0, total_iters=5, last_epoch=-1):
        if not 0 < start_factor <= 1.0:
            raise ValueError('Starting multiplicative factor expected to be greater than 0 and less or equal to 1.')
        if not 0 <= end_factor <= 1.0:
            raise ValueError('Ending multiplicative factor expected to be between 0 and 1.')
        self.start_factor, self.end_factor, self.total_iters = start_factor, end_factor, total_iters
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        if self.last_epoch == 0:
            return self._scaled(self.start_factor)
        if self.last_epoch > self.total_iters:
            return self._scaled(1)
        step = self.end_factor - self.start_factor
        return self._scaled(1.0 + step / (self.total_iters * self.start_factor + (self.last_epoch - 1) * step))

    def _get_closed_form_lr(self):
        share = min(self.total_iters, self.last_epoch) / self.total_iters
        return [base * (self.start_factor + (self.end_factor - self.start_factor) * share) for base in self.base_lrs]


class ExponentialLR(LRScheduler):
    def __init__(self, optimizer, gamma, last_epoch=-1):
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        return self._scaled(1 if self.last_epoch == 0 else self.gamma)

    def _get_closed_form_lr(self):
        return [base * self.gamma ** self.last_epoch for base in self.base_lrs]


class PolynomialLR(LRScheduler):
    def __init__(self, optimizer, total_iters=5, power=1.0, last_epoch=-1):
        self.total_iters, self.power = total_iters, power
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        if self.last_epoch == 0 or self.last_epoch > self.total_iters:
            return self._scaled(1)
        return self._scaled(((1.0 - self.last_epoch / self.total_iters) / (1.0 - (self.last_epoch - 1) / self.total_iters)) ** self.power)

    def _get_closed_form_lr(self):
        rest = 1.0 - min(self.total_iters, self.last_epoch) / self.total_iters
        return [base * rest ** self.power for base in self.base_lrs]


class CosineAnnealingLR(LRScheduler):
    def __init__(self, optimizer, T_max, eta_min=0.0, last_epoch=-1):
        self.T_max, self.eta_min = T_max, eta_min
        super().__init__(optimizer, last_epoch)

    @_within_step
    def get_lr(self):
        groups = self.optimizer.param_groups
        if self.last_epoch == 0:
            return self._scaled(1)
        if (self.last_epoch - 1 - self.T_max) % (2 * self.T_max) == 0:
            return [g['lr'] + (base - self.eta_min) * (1 - math.cos(math.pi / self.T_max)) / 2 for base, g in zip(self.base_lrs, groups)]
        return [(1 + math.cos(math.pi * self.last_epoch / self.T_max)) / (1 + math.cos(math.pi * (self.last_epoch - 1) / self.T_max))
                * (g['lr'] - self.eta_min) + self.eta_min for g in groups]

    def _get_closed_form_lr(self):
        share = (1 + math.cos(math.pi * self.last_epoch / self.T_max)) / 2
        return [self.eta_min + (base - self.eta_min) * share for base in self.base_lrs]


# The schedules that need more room; they are built on those above.
from torch.optim._cycles import CosineAnnealingWarmRestarts, CyclicLR, OneCycleLR
from torch.optim._schedulers import ChainedScheduler, ReduceLROnPlateau, SequentialLR

__all__ = ['LambdaLR', 'MultiplicativeLR', 'StepLR', 'MultiStepLR', 'ConstantLR', 'LinearLR', 'ExponentialLR', 'SequentialLR',
           'CosineAnnealingLR', 'ChainedScheduler', 'ReduceLROnPlateau', 'CyclicLR', 'CosineAnnealingWarmRestarts',
           'OneCycleLR', 'PolynomialLR', 'LRScheduler']

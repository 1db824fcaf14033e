"""Schedules made of schedules, and the one that looks at a measure."""
import math

from torch.optim.lr_scheduler import LRScheduler


def _saved_parts(self):
    made = {k: v for k, v in self.__dict__.items() if k not in ('optimizer', '_schedulers')}
    made['_schedulers'] = [s.state_dict() for s in self._schedulers]
    return made


def _loaded_parts(self, state_dict):
    state_dict = dict(state_dict)
    for scheduler, saved in zip(self._schedulers, state_dict.pop('_schedulers')):
        scheduler.load_state_dict(saved)
    self.__dict__.update(state_dict)


class ChainedScheduler(LRScheduler):
    __module__ = 'torch.optim.lr_scheduler'

    def __init__(self, schedulers, optimizer=None):
        self._schedulers = list(schedulers)
        if not self._schedulers:
            raise ValueError('ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.')
        self.optimizer = optimizer or self._schedulers[0].optimizer
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

    state_dict, load_state_dict = _saved_parts, _loaded_parts

    def step(self):
        for scheduler in self._schedulers:
            scheduler.step()
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]


class SequentialLR(LRScheduler):
    __module__ = 'torch.optim.lr_scheduler'

    def __init__(self, optimizer, schedulers, milestones, last_epoch=-1):
        if len(milestones) != len(schedulers) - 1:
            raise ValueError('Sequential Schedulers expects number of schedulers provided to be one more than the number of '
                             f'milestone points, but got number of schedulers {len(schedulers)} and the number of milestones '
                             f'to be equal to {len(milestones)}')
        self.optimizer, self._schedulers, self._milestones = optimizer, list(schedulers), list(milestones)
        self.last_epoch = last_epoch + 1
        for group in optimizer.param_groups:
            group['lr'] = group['initial_lr']
        for scheduler in self._schedulers:
            scheduler.last_epoch -= 1
        self._schedulers[0]._step_count = 0
        self._schedulers[0].step()
        self._last_lr = self._schedulers[0].get_last_lr()

    state_dict, load_state_dict = _saved_parts, _loaded_parts

    def step(self):
        self.last_epoch += 1
        index = sum(1 for m in self._milestones if m <= self.last_epoch)
        if index > 0 and self._milestones[index - 1] == self.last_epoch:
            self._schedulers[index]._move(0)
        else:
            self._schedulers[index].step()
        self._last_lr = self._schedulers[index].get_last_lr()


class ReduceLROnPlateau(LRScheduler):
    __module__ = 'torch.optim.lr_scheduler'

    def __init__(self, optimizer, mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0,
                 min_lr=0, eps=1e-8):
        if factor >= 1.0:
            raise ValueError('Factor should be < 1.0.')
        self._check_optimizer(optimizer)
        if isinstance(min_lr, (list, tuple)) and len(min_lr) != len(optimizer.param_groups):
            raise ValueError(f'expected {len(optimizer.param_groups)} min_lrs, got {len(min_lr)}')
        if mode not in ('min', 'max'):
            raise ValueError(f'mode {mode} is unknown!')
        if threshold_mode not in ('rel', 'abs'):
            raise ValueError(f'threshold mode {threshold_mode} is unknown!')
        self.optimizer, self.mode, self.factor, self.patience = optimizer, mode, factor, patience
        self.threshold, self.threshold_mode, self.cooldown, self.min_lr, self.eps = threshold, threshold_mode, cooldown, min_lr, eps
        self.mode_worse = self.best = math.inf if mode == 'min' else -math.inf
        self.default_min_lr = None if isinstance(min_lr, (list, tuple)) else min_lr
        self.min_lrs = list(min_lr) if isinstance(min_lr, (list, tuple)) else [min_lr] * len(optimizer.param_groups)
        self.num_bad_epochs = 0
        self.cooldown_counter = 0
        self.last_epoch = 0
        self._last_lr = [g['lr'] for g in optimizer.param_groups]

    def get_last_lr(self):
        return self._last_lr

    def state_dict(self):
        names = ('factor', 'default_min_lr', 'min_lrs', 'patience', 'cooldown', 'eps', 'last_epoch', '_last_lr', 'mode_worse',
                 'mode', 'threshold', 'threshold_mode', 'best', 'cooldown_counter', 'num_bad_epochs')
        return {name: getattr(self, name) for name in names}

    def load_state_dict(self, state_dict):
        self.__dict__.update(state_dict)

    def _better(self, value):
        if self.threshold_mode == 'rel':
            margin = self.best * (1 - self.threshold) if self.mode == 'min' else self.best * (1 + self.threshold)
        else:
            margin = self.best - self.threshold if self.mode == 'min' else self.best + self.threshold
        return value < margin if self.mode == 'min' else value > margin

    def step(self, metrics, epoch=None):
        value = float(metrics)
        self.last_epoch += 1
        if self._better(value):
            self.best = value
            self.num_bad_epochs = 0
        else:
            self.num_bad_epochs += 1
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs > self.patience:
            for group, least in zip(self.optimizer.param_groups, self.min_lrs):
                new = max(group['lr'] * self.factor, least)
                if group['lr'] - new > self.eps:
                    group['lr'] = new
            self.cooldown_counter = self.cooldown
            self.num_bad_epochs = 0
        self._last_lr = [g['lr'] for g in self.optimizer.param_groups]

"""`torch.optim.swa_utils`: averages of the parameters a model had while it learned."""
import copy
import math
import torch
from torch.nn.modules.module import Module
from torch.optim.lr_scheduler import LRScheduler

__all__ = ['AveragedModel', 'update_bn', 'SWALR', 'get_ema_multi_avg_fn', 'get_swa_multi_avg_fn', 'get_ema_avg_fn',
           'get_swa_avg_fn']


def get_ema_avg_fn(decay=0.999):
    """An average in which old values fade."""
    if decay < 0.0 or decay > 1.0:
        raise ValueError(f'Invalid decay value {decay} provided. Please provide a value in [0,1] range.')
    return lambda average, new, count: decay * average + (1 - decay) * new


def get_swa_avg_fn():
    """The plain average."""
    return lambda average, new, count: average + (new - average) / (count + 1)


def get_ema_multi_avg_fn(decay=0.999):
    if decay < 0.0 or decay > 1.0:
        raise ValueError(f'Invalid decay value {decay} provided. Please provide a value in [0,1] range.')

    def update(averages, news, count):
        for average, new in zip(averages, news):
            average.lerp_(new, 1 - decay) if average.is_floating_point() else average.copy_(average * decay + new * (1 - decay))
    return torch.no_grad()(update)


def get_swa_multi_avg_fn():
    def update(averages, news, count):
        for average, new in zip(averages, news):
            average.add_((new - average) / (count + 1).to(average.dtype))
    return torch.no_grad()(update)


class AveragedModel(Module):
    """A copy of a model whose parameters are averages of those it had at each `update_parameters`."""

    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError('Only one of avg_fn and multi_avg_fn should be provided')
        self.module = copy.deepcopy(model)
        self.register_buffer('n_averaged', torch.tensor(0, dtype=torch.long))
        self.avg_fn, self.multi_avg_fn, self.use_buffers = avg_fn, multi_avg_fn, use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def _parts(self, module):
        parts = list(module.parameters())
        return parts + list(module.buffers()) if self.use_buffers else parts

    def update_parameters(self, model):
        averages = [p.detach() for p in self._parts(self.module)]
        news = [p.detach() for p in self._parts(model)]
        if self.n_averaged == 0:
            for average, new in zip(averages, news):
                average.copy_(new)
        elif self.multi_avg_fn is not None or self.avg_fn is None:
            (self.multi_avg_fn or get_swa_multi_avg_fn())(averages, news, self.n_averaged)
        else:
            for average, new in zip(averages, news):
                average.copy_(self.avg_fn(average, new, self.n_averaged))
        if not self.use_buffers:
            for mine, its in zip(self.module.buffers(), model.buffers()):
                mine.detach().copy_(its.detach())
        self.n_averaged += 1


@torch.no_grad()
def update_bn(loader, model, device=None):
    """Takes the statistics of batch norms anew from the data of a loader."""
    norms = {m: m.momentum for m in model.modules() if isinstance(m, torch.nn.modules.batchnorm._BatchNorm)}
    if not norms:
        return
    for m in norms:
        m.reset_running_stats()
        m.momentum = None
    training = model.training
    model.train()
    for batch in loader:
        model(batch[0] if isinstance(batch, (list, tuple)) else batch)
    for m, momentum in norms.items():
        m.momentum = momentum
    model.train(training)


class SWALR(LRScheduler):
    """Goes to a fixed learning rate within some epochs."""

    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy='cos', last_epoch=-1):
        groups = optimizer.param_groups
        rates = swa_lr if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(groups)
        for rate, group in zip(rates, groups):
            group['swa_lr'] = rate
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError(f"anneal_strategy must by one of 'cos' or 'linear', instead got {anneal_strategy}")
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f'anneal_epochs must be equal or greater than 0, got {anneal_epochs}')
        self._strategy, self.anneal_epochs = anneal_strategy, anneal_epochs
        super().__init__(optimizer, last_epoch)

    def _share(self, t):
        return (1 - math.cos(math.pi * t)) / 2 if self._strategy == 'cos' else t

    def get_lr(self):
        step = self._step_count - 1
        if self.anneal_epochs == 0:
            step = max(1, step)
        before = self._share(max(0, min(1, (step - 1) / max(1, self.anneal_epochs))))
        now = self._share(max(0, min(1, step / max(1, self.anneal_epochs))))
        made = []
        for group in self.optimizer.param_groups:
            start = group['swa_lr'] if before == 1 else (group['lr'] - before * group['swa_lr']) / (1 - before)
            made.append(group['swa_lr'] * now + start * (1 - now))
        return made

"""Optimisers of recent years."""
import torch
from torch.optim import Optimizer, _check


class Muon(Optimizer):
    """Steps made nearly orthogonal, for the matrices of hidden layers."""

    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True, ns_coefficients=(3.4445, -4.775, 2.0315),
                 eps=1e-7, ns_steps=5, adjust_lr_fn=None):
        for name, value in (('learning rate', lr), ('momentum value', momentum), ('weight_decay value', weight_decay)):
            if value < 0.0:
                raise ValueError(f'{name.split()[0].capitalize()} {name.split()[1]} should be >= 0 but is: {value}')
        if adjust_lr_fn not in (None, 'original', 'match_rms_adamw'):
            raise ValueError(f'Adjust learning rate function {adjust_lr_fn} is not supported')
        super().__init__(params, dict(lr=lr, weight_decay=weight_decay, momentum=momentum, nesterov=nesterov,
                                      ns_coefficients=ns_coefficients, eps=eps, ns_steps=ns_steps, adjust_lr_fn=adjust_lr_fn))
        for group in self.param_groups:
            for p in group['params']:
                if p.ndim != 2:
                    raise ValueError(f'Muon only supports 2D parameters whereas we found a parameter with size: {p.size()}')

    @staticmethod
    def _orthogonal(update, coefficients, steps, eps):
        """Newton's and Schulz's iteration towards the nearest orthogonal matrix."""
        a, b, c = coefficients
        x = update.bfloat16()
        tall = update.size(0) > update.size(1)
        x = x.T if tall else x
        x = x / x.norm().clamp(min=eps)
        for _ in range(steps):
            square = x @ x.T
            x = torch.addmm(x, torch.addmm(square, square, square, beta=b, alpha=c), x, beta=a)
        return x.T if tall else x

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['momentum_buffer'] = torch.zeros_like(grad)
        buf = state['momentum_buffer']
        buf.lerp_(grad, 1 - group['momentum'])
        update = grad.lerp(buf, group['momentum']) if group['nesterov'] else buf
        update = self._orthogonal(update, group['ns_coefficients'], group['ns_steps'], group['eps'])
        rows, columns = p.shape
        ratio = 0.2 * max(rows, columns) ** 0.5 if group['adjust_lr_fn'] == 'match_rms_adamw' else max(1, rows / columns) ** 0.5
        p.mul_(1 - group['lr'] * group['weight_decay'])
        p.add_(update.to(p.dtype), alpha=-group['lr'] * ratio)


class Adafactor(Optimizer):
    """Adam with variances kept as the product of a row and a column."""

    def __init__(self, params, lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0.0, *, foreach=None, maximize=False):
        _check('learning rate', lr)
        if beta2_decay > 0.0:
            raise ValueError(f'beta2_decay should be <= 0 but is: {beta2_decay}')
        if d < 1.0:
            raise ValueError(f'Clipping threshold d should be >= 1 but is: {d}')
        super().__init__(params, dict(lr=lr, beta2_decay=beta2_decay, eps=eps, d=d, weight_decay=weight_decay, foreach=foreach,
                                      maximize=maximize))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            if grad.dim() > 1:
                state['row_var'] = grad.new_zeros(grad.shape[:-1] + (1,))
                state['col_var'] = grad.new_zeros(grad.shape[:-2] + (1,) + grad.shape[-1:])
            else:
                state['variance'] = torch.zeros_like(grad)
        state['step'].add_(1)
        step, eps1, eps2 = state['step'].item(), *group['eps']
        eps1 = torch.finfo(p.dtype).eps if eps1 is None else eps1
        new = step ** group['beta2_decay']
        size = max(eps2, p.norm(2).item() / p.numel() ** 0.5) * min(group['lr'], 1 / step ** 0.5)
        if group['weight_decay'] != 0:
            p.mul_(1 - group['lr'] * group['weight_decay'])
        if grad.dim() > 1:
            rows, columns = state['row_var'], state['col_var']
            rows.lerp_(torch.norm(grad, dim=-1, keepdim=True).square().div_(grad.size(-1)), new)
            columns.lerp_(torch.norm(grad, dim=-2, keepdim=True).square().div_(grad.size(-2)), new)
            variance = rows @ columns / rows.mean(dim=-2, keepdim=True).clamp_(min=eps1)
        else:
            state['variance'].lerp_(grad * grad, new)
            variance = state['variance'].clone()
        update = variance.clamp_(min=eps1 * eps1).rsqrt_().mul_(grad)
        share = max(1.0, update.norm(2).item() / (update.numel() ** 0.5 * group['d']))
        p.add_(update, alpha=-size / share)


for _class in (Muon, Adafactor):
    _class.__module__ = 'torch.optim'

"""Optimisers."""
import math
import torch
from collections import defaultdict
from torch.optim import _hooks

__all__ = ['Adadelta', 'Adafactor', 'Adagrad', 'Adam', 'Adamax', 'AdamW', 'ASGD', 'LBFGS', 'lr_scheduler', 'Muon', 'NAdam',
           'Optimizer', 'RAdam', 'RMSprop', 'Rprop', 'SGD', 'SparseAdam', 'swa_utils']
_required = object()


class Optimizer:
    def __init__(self, params, defaults):
        if torch.is_tensor(params):
            raise TypeError('params argument given to the optimizer should be an iterable of Tensors or dicts, but got ' + params.type())
        self.defaults = defaults
        self.state = defaultdict(dict)
        self.param_groups = []
        groups = list(params)
        if not groups:
            raise ValueError('optimizer got an empty parameter list')
        if not isinstance(groups[0], dict):
            groups = [{'params': groups}]
        for group in groups:
            self.add_param_group(dict(group))

    def add_param_group(self, group):
        if not isinstance(group, dict):
            raise TypeError(f'param_group must be a dict, but got {type(group)}')
        params = group['params']
        if isinstance(params, set):
            raise TypeError('optimizer parameters need to be organized in ordered collections, but the ordering of tensors in '
                            'sets will change between runs. Please use a list instead.')
        group['params'] = [params] if torch.is_tensor(params) else list(params)
        if any(isinstance(p, tuple) for p in group['params']):
            if not all(isinstance(p, tuple) for p in group['params']):
                raise ValueError('all optimizer params should be with/without names. Some param names are missing')
            group['param_names'] = [p[0] for p in group['params']]
            group['params'] = [p[1] for p in group['params']]
        for p in group['params']:
            if not torch.is_tensor(p):
                raise TypeError("optimizer can only optimize Tensors, but one of the params is " + torch.typename(p))
            if not p.is_leaf:
                raise ValueError("can't optimize a non-leaf Tensor")
        if len(set(group['params'])) != len(group['params']):
            import warnings
            warnings.warn('optimizer contains a parameter group with duplicate parameters; in future, this will cause an '
                          'error; see github.com/pytorch/pytorch/issues/40967 for more information', stacklevel=3)
        known = {p for g in self.param_groups for p in g['params']}
        if not known.isdisjoint(group['params']):
            raise ValueError('some parameters appear in more than one parameter group')
        for name, value in self.defaults.items():
            group.setdefault(name, value)
        self.param_groups.append(group)

    def zero_grad(self, set_to_none=True):
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is not None:
                    if set_to_none:
                        p.grad = None
                    else:
                        p.grad.detach_()
                        p.grad.zero_()

    register_step_pre_hook = _hooks.register_step_pre_hook
    register_step_post_hook = _hooks.register_step_post_hook
    register_state_dict_pre_hook = _hooks.register_state_dict_pre_hook
    register_state_dict_post_hook = _hooks.register_state_dict_post_hook
    register_load_state_dict_pre_hook = _hooks.register_load_state_dict_pre_hook
    register_load_state_dict_post_hook = _hooks.register_load_state_dict_post_hook

    def __getstate__(self):
        return {'defaults': self.defaults, 'state': self.state, 'param_groups': self.param_groups}

    def __setstate__(self, state):
        self.__dict__.update(state)

    def state_dict(self):
        for hook in _hooks.of(self, 'state_dict_pre').values():
            hook(self)
        index = {}
        groups = []
        for group in self.param_groups:
            packed = {k: v for k, v in group.items() if k != 'params'}
            for p in group['params']:
                index.setdefault(id(p), len(index))
            packed['params'] = [index[id(p)] for p in group['params']]
            groups.append(packed)
        made = {'state': {index.get(id(k), k): v for k, v in self.state.items()}, 'param_groups': groups}
        for hook in _hooks.of(self, 'state_dict_post').values():
            changed = hook(self, made)
            made = made if changed is None else changed
        return made

    def load_state_dict(self, state_dict):
        state_dict = dict(state_dict)
        for hook in _hooks.of(self, 'load_state_dict_pre').values():
            changed = hook(self, state_dict)
            state_dict = state_dict if changed is None else changed
        saved = state_dict['param_groups']
        if len(saved) != len(self.param_groups):
            raise ValueError('loaded state dict has a different number of parameter groups')
        if any(len(a['params']) != len(b['params']) for a, b in zip(self.param_groups, saved)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
        params = {i: p for a, b in zip(saved, self.param_groups) for i, p in zip(a['params'], b['params'])}
        self.param_groups = [{**{k: self._copied(v) for k, v in new.items()}, 'params': old['params'],
                              **({'param_names': old['param_names']} if 'param_names' in old else {})}
                             for old, new in zip(self.param_groups, saved)]
        self.state = defaultdict(dict, {params.get(k, k): self._fitted(params.get(k), v) for k, v in state_dict['state'].items()})
        for hook in _hooks.of(self, 'load_state_dict_post').values():
            hook(self)

    @staticmethod
    def _copied(value):
        import copy
        return copy.copy(value) if isinstance(value, (list, dict)) else value

    def _fitted(self, param, value, key=None):
        """A saved value in the dtype of the parameter it belongs to."""
        if torch.is_tensor(value):
            if param is None or key == 'step' or not param.is_floating_point():
                return value.clone()
            return value.to(param.dtype, copy=True)
        if isinstance(value, dict):
            return {k: self._fitted(param, v, k) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(self._fitted(param, v) for v in value)
        return value

    def _state(self, p):
        return self.state[p]

    def _update(self, p, grad, group):
        raise NotImplementedError

    def step(self, closure=None):
        if type(self) is Optimizer:
            raise NotImplementedError
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        with torch.no_grad():
            for group in self.param_groups:
                for p in group['params']:
                    if p.grad is not None:
                        grad = -p.grad if group.get('maximize') else p.grad
                        self._update(p, grad, group)
        return loss

    def __repr__(self):
        text = type(self).__name__ + ' ('
        for i, group in enumerate(self.param_groups):
            text += f'\nParameter Group {i}\n'
            for key in sorted(group):
                if key != 'params':
                    text += f'    {key}: {group[key]}\n'
        return text + ')'


def _check_rate(lr):
    if torch.is_tensor(lr) and lr.numel() != 1:
        raise ValueError('Tensor lr must be 1-element')


def _check(name, value):
    if not 0.0 <= value:
        raise ValueError(f'Invalid {name}: {value}')


def _check_betas(betas):
    for i in (0, 1):
        if not 0.0 <= betas[i] < 1.0:
            raise ValueError(f'Invalid beta parameter at index {i}: {betas[i]}')


class SGD(Optimizer):
    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False, fused=None):
        _check_rate(lr)
        for name, value in (('learning rate', lr), ('momentum value', momentum), ('weight_decay value', weight_decay)):
            if value < 0.0:
                raise ValueError(f'Invalid {name}: {value}')
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError('Nesterov momentum requires a momentum and zero dampening')
        super().__init__(params, dict(lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay,
                                      nesterov=nesterov, maximize=maximize, foreach=foreach,
                                      differentiable=differentiable, fused=fused))

    def _update(self, p, grad, group):
        if group['weight_decay'] != 0:
            grad = grad.add(p, alpha=group['weight_decay'])
        momentum = group['momentum']
        if momentum != 0:
            state = self._state(p)
            buf = state.get('momentum_buffer')
            if buf is None:
                buf = state['momentum_buffer'] = grad.clone()
            else:
                buf.mul_(momentum).add_(grad, alpha=1 - group['dampening'])
            grad = grad.add(buf, alpha=momentum) if group['nesterov'] else buf
        p.add_(grad, alpha=-group['lr'])


class Adam(Optimizer):
    decoupled = False

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False):
        _check_rate(lr)
        _check('learning rate', lr)
        _check('epsilon value', eps)
        _check_betas(betas)
        _check('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad,
                                      maximize=maximize, foreach=foreach, capturable=capturable,
                                      differentiable=differentiable, fused=fused,
                                      decoupled_weight_decay=self.decoupled or decoupled_weight_decay))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['exp_avg'] = torch.zeros_like(p)
            state['exp_avg_sq'] = torch.zeros_like(p)
            if group['amsgrad']:
                state['max_exp_avg_sq'] = torch.zeros_like(p)
        beta1, beta2 = group['betas']
        lr, decay = group['lr'], group['weight_decay']
        state['step'].add_(1)
        step = state['step'].item()
        if decay != 0:
            if group['decoupled_weight_decay']:
                p.mul_(1 - lr * decay)
            else:
                grad = grad.add(p, alpha=decay)
        avg, sq = state['exp_avg'], state['exp_avg_sq']
        avg.lerp_(grad, 1 - beta1)
        sq.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        size = lr / (1 - beta1 ** step)
        root = (1 - beta2 ** step) ** 0.5
        if group['amsgrad']:
            sq = state['max_exp_avg_sq'].copy_(torch.maximum(state['max_exp_avg_sq'], sq))
        denominator = (sq.sqrt() / root).add_(group['eps'])
        p.addcdiv_(avg, denominator, value=-size)


class AdamW(Adam):
    decoupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *, maximize=False,
                 foreach=None, capturable=False, differentiable=False, fused=None):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, foreach=foreach, maximize=maximize,
                         capturable=capturable, differentiable=differentiable, fused=fused)


class RMSprop(Optimizer):
    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False,
                 capturable=False, foreach=None, maximize=False, differentiable=False):
        _check_rate(lr)
        for name, value in (('learning rate', lr), ('epsilon value', eps), ('momentum value', momentum),
                            ('weight_decay value', weight_decay), ('alpha value', alpha)):
            _check(name, value)
        super().__init__(params, dict(lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered,
                                      weight_decay=weight_decay, capturable=capturable, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['square_avg'] = torch.zeros_like(p)
            if group['momentum'] > 0:
                state['momentum_buffer'] = torch.zeros_like(p)
            if group['centered']:
                state['grad_avg'] = torch.zeros_like(p)
        state['step'].add_(1)
        if group['weight_decay'] != 0:
            grad = grad.add(p, alpha=group['weight_decay'])
        alpha = group['alpha']
        sq = state['square_avg']
        sq.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
        if group['centered']:
            mean = state['grad_avg']
            mean.lerp_(grad, 1 - alpha)
            avg = sq.addcmul(mean, mean, value=-1).sqrt_()
        else:
            avg = sq.sqrt()
        avg = avg.add_(group['eps'])
        if group['momentum'] > 0:
            buf = state['momentum_buffer']
            buf.mul_(group['momentum']).addcdiv_(grad, avg)
            p.add_(buf, alpha=-group['lr'])
        else:
            p.addcdiv_(grad, avg, value=-group['lr'])


class Adagrad(Optimizer):
    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None,
                 *, maximize=False, differentiable=False, fused=None):
        _check_rate(lr)
        for name, value in (('learning rate', lr), ('lr_decay value', lr_decay), ('weight_decay value', weight_decay),
                            ('initial_accumulator_value value', initial_accumulator_value), ('epsilon value', eps)):
            _check(name, value)
        super().__init__(params, dict(lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
                                      initial_accumulator_value=initial_accumulator_value, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable, fused=fused))
        for group in self.param_groups:
            for p in group['params']:
                state = self._state(p)
                state['step'] = torch.tensor(0.0)
                state['sum'] = torch.full_like(p, initial_accumulator_value).detach()

    def _update(self, p, grad, group):
        state = self._state(p)
        state['step'].add_(1)
        if group['weight_decay'] != 0:
            grad = grad.add(p, alpha=group['weight_decay'])
        rate = group['lr'] / (1 + (state['step'].item() - 1) * group['lr_decay'])
        state['sum'].addcmul_(grad, grad, value=1)
        p.addcdiv_(grad, state['sum'].sqrt().add_(group['eps']), value=-rate)


class Adamax(Optimizer):
    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *, maximize=False,
                 differentiable=False, capturable=False):
        _check_rate(lr)
        _check('learning rate', lr)
        _check('epsilon value', eps)
        _check_betas(betas)
        _check('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable, capturable=capturable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['exp_avg'] = torch.zeros_like(p)
            state['exp_inf'] = torch.zeros_like(p)
        state['step'].add_(1)
        if group['weight_decay'] != 0:
            grad = grad.add(p, alpha=group['weight_decay'])
        beta1, beta2 = group['betas']
        state['exp_avg'].lerp_(grad, 1 - beta1)
        state['exp_inf'].copy_(torch.maximum(state['exp_inf'] * beta2, grad.abs() + group['eps']))
        size = group['lr'] / (1 - beta1 ** state['step'].item())
        p.addcdiv_(state['exp_avg'], state['exp_inf'], value=-size)


class Adadelta(Optimizer):
    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False,
                 maximize=False, differentiable=False):
        _check_rate(lr)
        _check('learning rate', lr)
        if not 0.0 <= rho <= 1.0:
            raise ValueError(f'Invalid rho value: {rho}')
        _check('epsilon value', eps)
        _check('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, rho=rho, eps=eps, weight_decay=weight_decay, maximize=maximize,
                                      capturable=capturable, foreach=foreach, differentiable=differentiable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['square_avg'] = torch.zeros_like(p)
            state['acc_delta'] = torch.zeros_like(p)
        state['step'].add_(1)
        if group['weight_decay'] != 0:
            grad = grad.add(p, alpha=group['weight_decay'])
        rho, eps = group['rho'], group['eps']
        sq, acc = state['square_avg'], state['acc_delta']
        sq.mul_(rho).addcmul_(grad, grad, value=1 - rho)
        delta = acc.add(eps).sqrt_().div_(sq.add(eps).sqrt_()).mul_(grad)
        acc.mul_(rho).addcmul_(delta, delta, value=1 - rho)
        p.add_(delta, alpha=-group['lr'])


import torch.optim.lr_scheduler as lr_scheduler


def __getattr__(name):
    if name in ('NAdam', 'RAdam', 'Rprop', 'ASGD', 'LBFGS', 'SparseAdam'):
        import torch.optim._more as more
        return getattr(more, name)
    if name in ('Muon', 'Adafactor'):
        import torch.optim._newer as newer
        return getattr(newer, name)
    if name == 'swa_utils':
        import torch.optim.swa_utils as swa_utils
        return swa_utils
    if name == 'required':
        return _required
    raise AttributeError(f"module 'torch.optim' has no attribute '{name}'")

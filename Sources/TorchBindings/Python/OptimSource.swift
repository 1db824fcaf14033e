/// `torch.optim`.
enum OptimSource {
  static let optim = #"""
    import math
    import torch

    _required = object()


    class Optimizer:
        def __init__(self, params, defaults):
            if torch.is_tensor(params):
                raise TypeError('params argument given to the optimizer should be an iterable of Tensors or dicts, but got ' + params.type())
            self.defaults = defaults
            self.state = {}
            self.param_groups = []
            groups = list(params)
            if not groups:
                raise ValueError('optimizer got an empty parameter list')
            if not isinstance(groups[0], dict):
                groups = [{'params': groups}]
            for group in groups:
                self.add_param_group(dict(group))

        def add_param_group(self, group):
            params = group['params']
            group['params'] = [params] if torch.is_tensor(params) else list(params)
            group['params'] = [p[1] if isinstance(p, tuple) else p for p in group['params']]
            for p in group['params']:
                if not torch.is_tensor(p):
                    raise TypeError("optimizer can only optimize Tensors, but one of the params is " + torch.typename(p))
                if not p.is_leaf:
                    raise ValueError("can't optimize a non-leaf Tensor")
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

        def state_dict(self):
            index = {}
            groups = []
            for group in self.param_groups:
                packed = {k: v for k, v in group.items() if k != 'params'}
                for p in group['params']:
                    index.setdefault(id(p), len(index))
                packed['params'] = [index[id(p)] for p in group['params']]
                groups.append(packed)
            return {'state': {index.get(k, k): v for k, v in self.state.items()}, 'param_groups': groups}

        def load_state_dict(self, state_dict):
            params = [p for g in self.param_groups for p in g['params']]
            for group, saved in zip(self.param_groups, state_dict['param_groups']):
                for k, v in saved.items():
                    if k != 'params':
                        group[k] = v
            self.state = {id(params[k]): dict(v) for k, v in state_dict['state'].items()}

        def _state(self, p):
            return self.state.setdefault(id(p), {})

        def step(self, closure=None):
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


    def _check(name, value):
        if not 0.0 <= value:
            raise ValueError(f'Invalid {name}: {value}')


    class SGD(Optimizer):
        def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                     foreach=None, differentiable=False, fused=None):
            _check('learning rate', lr)
            _check('momentum value', momentum)
            _check('weight_decay value', weight_decay)
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
            _check('learning rate', lr)
            _check('epsilon value', eps)
            for i in (0, 1):
                if not 0.0 <= betas[i] < 1.0:
                    raise ValueError(f'Invalid beta parameter at index {i}: {betas[i]}')
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

        def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, **kwargs):
            super().__init__(params, lr, betas, eps, weight_decay, amsgrad, **kwargs)


    class RMSprop(Optimizer):
        def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False,
                     capturable=False, foreach=None, maximize=False, differentiable=False):
            _check('learning rate', lr)
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
            _check('learning rate', lr)
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
            _check('learning rate', lr)
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
    """#

  static let schedulers = #"""
    import math


    class LRScheduler:
        def __init__(self, optimizer, last_epoch=-1):
            self.optimizer = optimizer
            for group in optimizer.param_groups:
                group.setdefault('initial_lr', group['lr'])
            self.base_lrs = [group['initial_lr'] for group in optimizer.param_groups]
            self.last_epoch = last_epoch
            self._step_count = 0
            self.step()

        def get_last_lr(self):
            return self._last_lr

        def state_dict(self):
            return {k: v for k, v in self.__dict__.items() if k != 'optimizer'}

        def load_state_dict(self, state_dict):
            self.__dict__.update(state_dict)

        def step(self, epoch=None):
            self._step_count += 1
            self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
            for group, lr in zip(self.optimizer.param_groups, self.get_lr()):
                group['lr'] = lr
            self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

        def _scaled(self, factor):
            return [group['lr'] * factor for group in self.optimizer.param_groups]


    _LRScheduler = LRScheduler


    class LambdaLR(LRScheduler):
        def __init__(self, optimizer, lr_lambda, last_epoch=-1):
            many = isinstance(lr_lambda, (list, tuple))
            self.lr_lambdas = list(lr_lambda) if many else [lr_lambda] * len(optimizer.param_groups)
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            return [base * f(self.last_epoch) for f, base in zip(self.lr_lambdas, self.base_lrs)]


    class MultiplicativeLR(LambdaLR):
        def get_lr(self):
            if self.last_epoch > 0:
                return [g['lr'] * f(self.last_epoch) for f, g in zip(self.lr_lambdas, self.optimizer.param_groups)]
            return self._scaled(1)


    class StepLR(LRScheduler):
        def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1):
            self.step_size, self.gamma = step_size, gamma
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
                return self._scaled(1)
            return self._scaled(self.gamma)


    class MultiStepLR(LRScheduler):
        def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1):
            self.milestones, self.gamma = sorted(milestones), gamma
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            hits = self.milestones.count(self.last_epoch)
            return self._scaled(self.gamma ** hits) if hits else self._scaled(1)


    class ConstantLR(LRScheduler):
        def __init__(self, optimizer, factor=1.0 / 3, total_iters=5, last_epoch=-1):
            self.factor, self.total_iters = factor, total_iters
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            if self.last_epoch == 0:
                return self._scaled(self.factor)
            if self.last_epoch != self.total_iters:
                return self._scaled(1)
            return self._scaled(1.0 / self.factor)


    class LinearLR(LRScheduler):
        def __init__(self, optimizer, start_factor=1.0 / 3, end_factor=1.0, total_iters=5, last_epoch=-1):
            self.start_factor, self.end_factor, self.total_iters = start_factor, end_factor, total_iters
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            if self.last_epoch == 0:
                return self._scaled(self.start_factor)
            if self.last_epoch > self.total_iters:
                return self._scaled(1)
            step = self.end_factor - self.start_factor
            return self._scaled(1.0 + step / (self.total_iters * self.start_factor + (self.last_epoch - 1) * step))


    class ExponentialLR(LRScheduler):
        def __init__(self, optimizer, gamma, last_epoch=-1):
            self.gamma = gamma
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            return self._scaled(1 if self.last_epoch == 0 else self.gamma)


    class PolynomialLR(LRScheduler):
        def __init__(self, optimizer, total_iters=5, power=1.0, last_epoch=-1):
            self.total_iters, self.power = total_iters, power
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            if self.last_epoch == 0 or self.last_epoch > self.total_iters:
                return self._scaled(1)
            return self._scaled(((1.0 - self.last_epoch / self.total_iters) / (1.0 - (self.last_epoch - 1) / self.total_iters)) ** self.power)


    class CosineAnnealingLR(LRScheduler):
        def __init__(self, optimizer, T_max, eta_min=0.0, last_epoch=-1):
            self.T_max, self.eta_min = T_max, eta_min
            super().__init__(optimizer, last_epoch)

        def get_lr(self):
            groups = self.optimizer.param_groups
            if self.last_epoch == 0:
                return self._scaled(1)
            if (self.last_epoch - 1 - self.T_max) % (2 * self.T_max) == 0:
                return [g['lr'] + (base - self.eta_min) * (1 - math.cos(math.pi / self.T_max)) / 2 for base, g in zip(self.base_lrs, groups)]
            return [(1 + math.cos(math.pi * self.last_epoch / self.T_max)) / (1 + math.cos(math.pi * (self.last_epoch - 1) / self.T_max))
                    * (g['lr'] - self.eta_min) + self.eta_min for g in groups]


    class ReduceLROnPlateau:
        def __init__(self, optimizer, mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0,
                     min_lr=0, eps=1e-8):
            self.optimizer, self.mode, self.factor, self.patience = optimizer, mode, factor, patience
            self.threshold, self.threshold_mode, self.cooldown, self.min_lr, self.eps = threshold, threshold_mode, cooldown, min_lr, eps
            self.best = math.inf if mode == 'min' else -math.inf
            self.num_bad_epochs = 0
            self.cooldown_counter = 0
            self.last_epoch = 0
            self._last_lr = [g['lr'] for g in optimizer.param_groups]

        def get_last_lr(self):
            return self._last_lr

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
                for group in self.optimizer.param_groups:
                    new = max(group['lr'] * self.factor, self.min_lr)
                    if group['lr'] - new > self.eps:
                        group['lr'] = new
                self.cooldown_counter = self.cooldown
                self.num_bad_epochs = 0
            self._last_lr = [g['lr'] for g in self.optimizer.param_groups]
    """#
}

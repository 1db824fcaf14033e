"""Optimisers in less frequent use."""
import math
import torch
from torch.optim import Optimizer, _check, _check_betas


class NAdam(Optimizer):
    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3,
                 decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False, differentiable=False):
        _check('learning rate', lr)
        _check('epsilon value', eps)
        _check_betas(betas)
        _check('weight_decay value', weight_decay)
        _check('momentum_decay value', momentum_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay,
                                      momentum_decay=momentum_decay, decoupled_weight_decay=decoupled_weight_decay,
                                      maximize=maximize, foreach=foreach, capturable=capturable,
                                      differentiable=differentiable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['mu_product'] = torch.ones(())
            state['exp_avg'] = torch.zeros_like(p)
            state['exp_avg_sq'] = torch.zeros_like(p)
        beta1, beta2 = group['betas']
        lr, decay = group['lr'], group['weight_decay']
        state['step'].add_(1)
        step = state['step'].item()
        if decay != 0:
            if group['decoupled_weight_decay']:
                p.mul_(1 - lr * decay)
            else:
                grad = grad.add(p, alpha=decay)
        mu = beta1 * (1.0 - 0.5 * (0.96 ** (step * group['momentum_decay'])))
        mu_next = beta1 * (1.0 - 0.5 * (0.96 ** ((step + 1) * group['momentum_decay'])))
        state['mu_product'] *= mu
        avg, sq = state['exp_avg'], state['exp_avg_sq']
        avg.lerp_(grad, 1 - beta1)
        sq.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        denominator = sq.div(1 - beta2 ** step).sqrt().add_(group['eps'])
        product = state['mu_product'].item()
        p.addcdiv_(grad, denominator, value=-lr * (1.0 - mu) / (1.0 - product))
        p.addcdiv_(avg, denominator, value=-lr * mu_next / (1.0 - product * mu_next))


class RAdam(Optimizer):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=False, *,
                 foreach=None, maximize=False, capturable=False, differentiable=False):
        _check('learning rate', lr)
        _check('epsilon value', eps)
        _check_betas(betas)
        _check('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, maximize=maximize,
                                      foreach=foreach, capturable=capturable,
                                      decoupled_weight_decay=decoupled_weight_decay, differentiable=differentiable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['exp_avg'] = torch.zeros_like(p)
            state['exp_avg_sq'] = torch.zeros_like(p)
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
        corrected = avg / (1 - beta1 ** step)
        rest = 1 - beta2 ** step
        limit = 2 / (1 - beta2) - 1
        length = limit - 2 * step * (beta2 ** step) / rest
        if length > 5.0:
            rectified = math.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length))
            adaptive = math.sqrt(rest) / sq.sqrt().add_(group['eps'])
            p.add_(corrected * lr * adaptive * rectified, alpha=-1.0)
        else:
            p.add_(corrected * lr, alpha=-1.0)


class Rprop(Optimizer):
    def __init__(self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False, foreach=None,
                 maximize=False, differentiable=False):
        _check('learning rate', lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f'Invalid eta values: {etas[0]}, {etas[1]}')
        super().__init__(params, dict(lr=lr, etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize,
                                      differentiable=differentiable, capturable=capturable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.tensor(0.0)
            state['prev'] = torch.zeros_like(p)
            state['step_size'] = torch.full_like(p, group['lr']).detach()
        state['step'].add_(1)
        minus, plus = group['etas']
        low, high = group['step_sizes']
        turn = grad.mul(state['prev']).sign()
        factor = torch.ones_like(turn)
        factor[turn > 0] = plus
        factor[turn < 0] = minus
        state['step_size'].mul_(factor).clamp_(low, high)
        grad = grad.clone()
        grad[turn < 0] = 0
        p.addcmul_(grad.sign(), state['step_size'], value=-1)
        state['prev'].copy_(grad)


class ASGD(Optimizer):
    def __init__(self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False,
                 differentiable=False, capturable=False):
        _check('learning rate', lr)
        _check('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable, capturable=capturable))

    def _update(self, p, grad, group):
        state = self._state(p)
        if not state:
            state['step'] = torch.zeros(())
            state['eta'] = torch.as_tensor(group['lr'], dtype=torch.float32).clone()
            state['mu'] = torch.ones(())
            state['ax'] = torch.zeros_like(p)
        state['step'].add_(1)
        step = state['step'].item()
        if group['weight_decay'] != 0:
            grad = grad.add(p, alpha=group['weight_decay'])
        eta, mu = state['eta'].item(), state['mu'].item()
        p.mul_(1 - group['lambd'] * eta)
        p.add_(grad, alpha=-eta)
        if mu != 1:
            state['ax'].add_((p - state['ax']) * mu)
        else:
            state['ax'].copy_(p)
        state['eta'].fill_(group['lr'] / ((1 + group['lambd'] * group['lr'] * step) ** group['alpha']))
        state['mu'].fill_(1 / max(1, step - group['t0']))


class SparseAdam(Optimizer):
    """Adam for tables of which each step changes some rows: those with a gradient move, the others' averages stay."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, maximize=False):
        _check('learning rate', lr)
        _check('epsilon value', eps)
        _check_betas(betas)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, maximize=maximize))

    def _update(self, p, grad, group):
        # Gradients of embeddings are dense here; which embedding is sparse its table knows.
        if not getattr(p, '_has_sparse_rows', False):
            raise RuntimeError('SparseAdam does not support dense gradients, please consider Adam instead')
        state = self._state(p)
        if not state:
            state['step'] = 0
            state['exp_avg'] = torch.zeros_like(p)
            state['exp_avg_sq'] = torch.zeros_like(p)
        state['step'] += 1
        beta1, beta2 = group['betas']
        rows = grad.flatten(1).abs().amax(1).nonzero().flatten()
        new = grad[rows]
        avg, square = state['exp_avg'][rows], state['exp_avg_sq'][rows]
        avg = avg + (new - avg) * (1 - beta1)
        square = square + (new.pow(2) - square) * (1 - beta2)
        state['exp_avg'][rows], state['exp_avg_sq'][rows] = avg, square
        size = group['lr'] * math.sqrt(1 - beta2 ** state['step']) / (1 - beta1 ** state['step'])
        p[rows] = p[rows] + -size * avg / (square.sqrt() + group['eps'])


def _cubic(x1, f1, g1, x2, f2, g2, bounds=None):
    low, high = bounds if bounds is not None else ((x1, x2) if x1 <= x2 else (x2, x1))
    d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
    square = d1 ** 2 - g1 * g2
    if square >= 0:
        d2 = square ** 0.5
        if x1 <= x2:
            place = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
        else:
            place = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
        return min(max(place, low), high)
    return (low + high) / 2.0


def _strong_wolfe(evaluate, x, t, d, f, g, gtd, c1=1e-4, c2=0.9, tolerance=1e-9, max_ls=25):
    norm = d.abs().max()
    g = g.clone()
    f_new, g_new = evaluate(x, t, d)
    count = 1
    gtd_new = g_new.dot(d)
    t_prev, f_prev, g_prev, gtd_prev = 0, f, g, gtd
    done = False
    step = 0
    bracket = None
    while step < max_ls:
        if f_new > f + c1 * t * gtd or (step > 1 and f_new >= f_prev):
            bracket, bracket_f = [t_prev, t], [f_prev, f_new]
            bracket_g, bracket_gtd = [g_prev, g_new.clone()], [gtd_prev, gtd_new]
            break
        if abs(gtd_new) <= -c2 * gtd:
            bracket, bracket_f, bracket_g = [t], [f_new], [g_new]
            done = True
            break
        if gtd_new >= 0:
            bracket, bracket_f = [t_prev, t], [f_prev, f_new]
            bracket_g, bracket_gtd = [g_prev, g_new.clone()], [gtd_prev, gtd_new]
            break
        low, high = t + 0.01 * (t - t_prev), t * 10
        before = t
        t = _cubic(t_prev, f_prev, gtd_prev, t, f_new, gtd_new, bounds=(low, high))
        t_prev, f_prev, g_prev, gtd_prev = before, f_new, g_new.clone(), gtd_new
        f_new, g_new = evaluate(x, t, d)
        count += 1
        gtd_new = g_new.dot(d)
        step += 1
    if step == max_ls:
        bracket, bracket_f, bracket_g = [0, t], [f, f_new], [g, g_new]
    stuck = False
    lower, upper = (0, 1) if bracket_f[0] <= bracket_f[-1] else (1, 0)
    while not done and step < max_ls:
        if abs(bracket[1] - bracket[0]) * norm < tolerance:
            break
        t = _cubic(bracket[0], bracket_f[0], bracket_gtd[0], bracket[1], bracket_f[1], bracket_gtd[1])
        eps = 0.1 * (max(bracket) - min(bracket))
        if min(max(bracket) - t, t - min(bracket)) < eps:
            if stuck or t >= max(bracket) or t <= min(bracket):
                t = max(bracket) - eps if abs(t - max(bracket)) < abs(t - min(bracket)) else min(bracket) + eps
                stuck = False
            else:
                stuck = True
        else:
            stuck = False
        f_new, g_new = evaluate(x, t, d)
        count += 1
        gtd_new = g_new.dot(d)
        step += 1
        if f_new > f + c1 * t * gtd or f_new >= bracket_f[lower]:
            bracket[upper], bracket_f[upper], bracket_g[upper], bracket_gtd[upper] = t, f_new, g_new.clone(), gtd_new
            lower, upper = (0, 1) if bracket_f[0] <= bracket_f[1] else (1, 0)
        else:
            if abs(gtd_new) <= -c2 * gtd:
                done = True
            elif gtd_new * (bracket[upper] - bracket[lower]) >= 0:
                bracket[upper], bracket_f[upper] = bracket[lower], bracket_f[lower]
                bracket_g[upper], bracket_gtd[upper] = bracket_g[lower], bracket_gtd[lower]
            bracket[lower], bracket_f[lower], bracket_g[lower], bracket_gtd[lower] = t, f_new, g_new.clone(), gtd_new
    lower = lower if len(bracket) > 1 else 0
    return bracket_f[lower], bracket_g[lower], bracket[lower], count


class LBFGS(Optimizer):
    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9,
                 history_size=100, line_search_fn=None):
        _check('learning rate', lr)
        super().__init__(params, dict(lr=lr, max_iter=max_iter, max_eval=max_iter * 5 // 4 if max_eval is None else max_eval,
                                      tolerance_grad=tolerance_grad, tolerance_change=tolerance_change,
                                      history_size=history_size, line_search_fn=line_search_fn))
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]['params']

    def _flat_grad(self):
        return torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).reshape(-1) for p in self._params])

    def _move(self, t, direction):
        start = 0
        for p in self._params:
            p.add_(direction[start:start + p.numel()].view_as(p), alpha=t)
            start += p.numel()

    def step(self, closure):
        group = self.param_groups[0]
        lr, tolerance = group['lr'], group['tolerance_grad']
        state = self._state(self._params[0])
        state.setdefault('func_evals', 0)
        state.setdefault('n_iter', 0)

        def call():
            with torch.enable_grad():
                return closure()
        with torch.no_grad():
            first = call()
            loss = float(first)
            evals = 1
            state['func_evals'] += 1
            flat = self._flat_grad()
            if flat.abs().max() <= tolerance:
                return first
            d, t = state.get('d'), state.get('t')
            old_dirs, old_stps, ro = state.get('old_dirs'), state.get('old_stps'), state.get('ro')
            scale, previous, previous_loss = state.get('H_diag'), state.get('prev_flat_grad'), state.get('prev_loss')
            n = 0
            al = state.get('al')
            while n < group['max_iter']:
                n += 1
                state['n_iter'] += 1
                if state['n_iter'] == 1:
                    d, old_dirs, old_stps, ro, scale = flat.neg(), [], [], [], 1
                else:
                    y, s = flat.sub(previous), d.mul(t)
                    ys = y.dot(s)
                    if ys > 1e-10:
                        if len(old_dirs) == group['history_size']:
                            old_dirs.pop(0)
                            old_stps.pop(0)
                            ro.pop(0)
                        old_dirs.append(y)
                        old_stps.append(s)
                        ro.append(1.0 / ys)
                        scale = ys / y.dot(y)
                    count = len(old_dirs)
                    al = [None] * count
                    q = flat.neg()
                    for i in range(count - 1, -1, -1):
                        al[i] = old_stps[i].dot(q) * ro[i]
                        q.add_(old_dirs[i], alpha=-al[i])
                    d = q.mul(scale)
                    for i in range(count):
                        d.add_(old_stps[i], alpha=al[i] - old_dirs[i].dot(d) * ro[i])
                previous = flat.clone()
                previous_loss = loss
                t = min(1.0, 1.0 / flat.abs().sum()) * lr if state['n_iter'] == 1 else lr
                gtd = flat.dot(d)
                if gtd > -group['tolerance_change']:
                    break
                done = 0
                if group['line_search_fn'] is not None:
                    if group['line_search_fn'] != 'strong_wolfe':
                        raise RuntimeError("only 'strong_wolfe' is supported")
                    start = [p.clone() for p in self._params]

                    def evaluate(x, t, d):
                        self._move(t, d)
                        value = float(call())
                        grad = self._flat_grad()
                        for p, saved in zip(self._params, x):
                            p.copy_(saved)
                        return value, grad
                    # A search has no more evaluations than the step has left.
                    loss, flat, t, done = _strong_wolfe(evaluate, start, t, d, loss, flat, gtd,
                                                        max_ls=min(25, group['max_eval'] - evals))
                    self._move(t, d)
                    optimal = flat.abs().max() <= tolerance
                else:
                    self._move(t, d)
                    optimal = False
                    if n != group['max_iter']:
                        loss = float(call())
                        flat = self._flat_grad()
                        optimal = flat.abs().max() <= tolerance
                        done = 1
                evals += done
                state['func_evals'] += done
                if n == group['max_iter'] or evals >= group['max_eval'] or optimal:
                    break
                if d.mul(t).abs().max() <= group['tolerance_change']:
                    break
                if abs(loss - previous_loss) < group['tolerance_change']:
                    break
            state.update(d=d, t=t, old_dirs=old_dirs, old_stps=old_stps, ro=ro, al=al, H_diag=scale, prev_flat_grad=previous,
                         prev_loss=previous_loss)
        return first


for _class in (NAdam, RAdam, Rprop, ASGD, SparseAdam, LBFGS):
    _class.__module__ = 'torch.optim'

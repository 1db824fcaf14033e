# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Schedules and what they save; four steps of each optimiser.
import torch, torch.nn as nn, warnings
from torch.optim import SGD, Adam, AdamW, RMSprop, Adagrad, Adamax, NAdam, RAdam, ASGD, Rprop, LBFGS
from torch.optim.lr_scheduler import *
import torch.optim.lr_scheduler as S
m = nn.Linear(2, 1)
nn.init.constant_(m.weight, 0.5)
nn.init.zeros_(m.bias)

def run(make, n=8, opt=None, **k):
    o = (opt or SGD)(m.parameters(), lr=0.1, **k)
    s = make(o)
    out = []
    for i in range(n):
        out.append(round(o.param_groups[0]['lr'], 6))
        o.step()
        s.step()
    return (out, s)
for (name, f) in [
        ('step', lambda o: StepLR(o, 3, 0.5)), ('multi', lambda o: MultiStepLR(o, [2, 5], gamma=0.1)),
        ('exp', lambda o: ExponentialLR(o, 0.9)), ('cos', lambda o: CosineAnnealingLR(o, T_max=5, eta_min=0.001)),
        ('warm', lambda o: CosineAnnealingWarmRestarts(o, 3, 2)),
        ('lam', lambda o: LambdaLR(o, lambda e: 0.95 ** e)), ('mul', lambda o: MultiplicativeLR(o, lambda e: 0.9)),
        ('lin', lambda o: LinearLR(o, 0.1, total_iters=4)), ('const', lambda o: ConstantLR(o, 0.5, 3)),
        ('poly', lambda o: PolynomialLR(o, 5, 2.0)), ('one', lambda o: OneCycleLR(o, 0.5, total_steps=10)),
        ('one2', lambda o: OneCycleLR(o, max_lr=0.5, steps_per_epoch=5, epochs=2, anneal_strategy='linear', pct_start=0.4)),
        ('cyc', lambda o: CyclicLR(o, 0.01, 0.1, step_size_up=3, mode='triangular2')),
        ('seq', lambda o: SequentialLR(o, [LinearLR(o, 0.1, total_iters=3), ExponentialLR(o, 0.9)], milestones=[3])),
        ('chain', lambda o: ChainedScheduler([ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)]))]:
    kw = dict(momentum=0.9) if name in ('one', 'one2', 'cyc') else {}
    out, s = run(f, **kw)
    print(name, out, s.get_last_lr() and [round(v, 6) for v in s.get_last_lr()])
    print(s.last_epoch if hasattr(s, 'last_epoch') else None)
    if name in ('step', 'cos', 'multi', 'exp', 'lin'):
        print(sorted(s.state_dict().items(), key=str))
o = SGD(m.parameters(), lr=0.1)
s = ReduceLROnPlateau(o, 'min', factor=0.5, patience=1, threshold=0.01, min_lr=0.02)
for v in [1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]:
    s.step(v)
    print(o.param_groups[0]['lr'], s.num_bad_epochs, s.best, end=' | ')
print()
print(s.get_last_lr(), s.state_dict())
x = torch.tensor([[1.0, 2.0], [3.0, -1.0]])
y = torch.tensor([[1.0], [0.0]])
for (O, k) in [
        (SGD, dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)), (Adam, dict(lr=0.1)),
        (AdamW, dict(lr=0.1, amsgrad=True)), (RMSprop, dict(lr=0.1, momentum=0.5, centered=True)),
        (Adagrad, dict(lr=0.1)), (Adamax, dict(lr=0.1)), (NAdam, dict(lr=0.1)), (RAdam, dict(lr=0.1)),
        (ASGD, dict(lr=0.1)), (Rprop, dict(lr=0.1)), (torch.optim.Adadelta, {})]:
    nn.init.constant_(m.weight, 0.5)
    nn.init.zeros_(m.bias)
    o = O(m.parameters(), **k)
    for _ in range(4):
        o.zero_grad()
        l = ((m(x) - y) ** 2).mean()
        l.backward()
        o.step()
    print(O.__name__, m.weight.data, f'{l:.4f}', sorted(map(str, o.state[m.weight])))
    print(sorted(o.defaults.items(), key=str)[:3])
nn.init.constant_(m.weight, 0.5)
o = LBFGS(m.parameters(), lr=0.5, max_iter=5, history_size=4)

def closure():
    o.zero_grad()
    l = ((m(x) - y) ** 2).mean()
    l.backward()
    return l
for i in range(3):
    print(f'{o.step(closure).item():.5f}', end=' ')
print()
sd = Adam(m.parameters(), lr=0.3).state_dict()
print(sd)
o1 = Adam([{'params': [m.weight]}, {'params': [m.bias], 'lr': 0.01}], lr=0.001)
print(o1)
o1.add_param_group({'params': [nn.Parameter(torch.ones(1))], 'weight_decay': 0.1})
print(len(o1.param_groups), [g['lr'] for g in o1.param_groups])
for bad in [
        lambda: SGD(m.parameters(), lr=-1), lambda: SGD([], lr=0.1), lambda: Adam(m.parameters(), betas=(1.2, 0.9)),
        lambda: SGD(m.weight, lr=0.1), lambda: Adam(m.parameters(), lr='a'), lambda: StepLR('x', 3),
        lambda: OneCycleLR(SGD(m.parameters(), lr=0.1, momentum=0.9), 0.1), lambda: ReduceLROnPlateau(o, mode='foo'),
        lambda: ReduceLROnPlateau(o, factor=1.5), lambda: SGD(m.parameters(), lr=0.1, nesterov=True)]:
    try:
        bad()
        print('ok')
    except Exception as e:
        print(type(e).__name__, e)
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w:
    o = SGD(m.parameters(), lr=0.1)
    s = StepLR(o, 1)
    s.step()
    s.step()
print(len(w), w and str(w[0].message)[:100])
print(SGD(m.parameters()).defaults['lr'])

def warm(opt, n):
    return LambdaLR(opt, lambda i: min(1.0, (i + 1) / n))
s = warm(o, 4)
print(s.get_last_lr(), s.base_lrs, [k for k in s.state_dict()])
# expect: step [0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025] [0.025]
# expect: 8
# expect: [('_get_lr_called_within_step', False), ('_is_initial', False), ('_last_lr', [0.025]), ('_step_count', 9), ('base_lrs', [0.1]), ('gamma', 0.5), ('last_epoch', 8), ('step_size', 3)]
# expect: multi [0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001] [0.001]
# expect: 8
# expect: [('_get_lr_called_within_step', False), ('_is_initial', False), ('_last_lr', [0.0010000000000000002]), ('_step_count', 9), ('base_lrs', [0.1]), ('gamma', 0.1), ('last_epoch', 8), ('milestones', Counter({2: 1, 5: 1}))]
# expect: exp [0.1, 0.09, 0.081, 0.0729, 0.06561, 0.059049, 0.053144, 0.04783] [0.043047]
# expect: 8
# expect: [('_get_lr_called_within_step', False), ('_is_initial', False), ('_last_lr', [0.043046721000000024]), ('_step_count', 9), ('base_lrs', [0.1]), ('gamma', 0.9), ('last_epoch', 8)]
# expect: cos [0.1, 0.090546, 0.065796, 0.035204, 0.010454, 0.001, 0.010454, 0.035204] [0.065796]
# expect: 8
# expect: [('T_max', 5), ('_get_lr_called_within_step', False), ('_is_initial', False), ('_last_lr', [0.06579634122155993]), ('_step_count', 9), ('base_lrs', [0.1]), ('eta_min', 0.001), ('last_epoch', 8)]
# expect: warm [0.1, 0.075, 0.025, 0.1, 0.093301, 0.075, 0.05, 0.025] [0.006699]
# expect: 8
# expect: lam [0.1, 0.095, 0.09025, 0.085737, 0.081451, 0.077378, 0.073509, 0.069834] [0.066342]
# expect: 8
# expect: mul [0.1, 0.09, 0.081, 0.0729, 0.06561, 0.059049, 0.053144, 0.04783] [0.043047]
# expect: 8
# expect: lin [0.01, 0.0325, 0.055, 0.0775, 0.1, 0.1, 0.1, 0.1] [0.1]
# expect: 8
# expect: [('_get_lr_called_within_step', False), ('_is_initial', False), ('_last_lr', [0.10000000000000003]), ('_step_count', 9), ('base_lrs', [0.1]), ('end_factor', 1.0), ('last_epoch', 8), ('start_factor', 0.1), ('total_iters', 4)]
# expect: const [0.05, 0.05, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1] [0.1]
# expect: 8
# expect: poly [0.1, 0.064, 0.036, 0.016, 0.004, 0.0, 0.0, 0.0] [0.0]
# expect: 8
# expect: one [0.02, 0.26, 0.5, 0.475242, 0.405873, 0.305631, 0.194371, 0.094129] [0.02476]
# expect: 8
# expect: one2 [0.02, 0.18, 0.34, 0.5, 0.416667, 0.333334, 0.250001, 0.166668] [0.083335]
# expect: 8
# expect: cyc [0.01, 0.04, 0.07, 0.1, 0.07, 0.04, 0.01, 0.025] [0.04]
# expect: 8
# expect: seq [0.01, 0.04, 0.07, 0.1, 0.09, 0.081, 0.0729, 0.06561] [0.059049]
# expect: 8
# expect: chain [0.01, 0.009, 0.081, 0.0729, 0.06561, 0.059049, 0.053144, 0.04783] [0.043047]
# expect: None
# expect: 0.1 0 1.0 | 0.1 0 0.9 | 0.1 1 0.9 | 0.05 0 0.9 | 0.05 1 0.9 | 0.025 0 0.9 | 0.025 1 0.9 | 0.02 0 0.9 | 0.02 1 0.9 | 
# expect: [0.02] {'factor': 0.5, 'default_min_lr': 0.02, 'min_lrs': [0.02], 'patience': 1, 'cooldown': 0, 'eps': 1e-08, 'last_epoch': 9, '_last_lr': [0.02], 'mode_worse': inf, 'mode': 'min', 'threshold': 0.01, 'threshold_mode': 'rel', 'best': 0.9, 'cooldown_counter': 0, 'num_bad_epochs': 1}
# expect: SGD tensor([[0.2617, 0.4512]]) 0.0852 ['momentum_buffer']
# expect: [('dampening', 0), ('differentiable', False), ('foreach', None)]
# expect: Adam tensor([[0.1583, 0.4485]]) 0.0091 ['exp_avg', 'exp_avg_sq', 'step']
# expect: [('amsgrad', False), ('betas', (0.9, 0.999)), ('capturable', False)]
# expect: AdamW tensor([[0.1576, 0.4500]]) 0.0097 ['exp_avg', 'exp_avg_sq', 'max_exp_avg_sq', 'step']
# expect: [('amsgrad', True), ('betas', (0.9, 0.999)), ('capturable', False)]
# expect: RMSprop tensor([[0.4240, 0.8020]]) 0.7692 ['grad_avg', 'momentum_buffer', 'square_avg', 'step']
# expect: [('alpha', 0.99), ('capturable', False), ('centered', True)]
# expect: Adagrad tensor([[0.2973, 0.5014]]) 0.0443 ['step', 'sum']
# expect: [('differentiable', False), ('eps', 1e-10), ('foreach', None)]
# expect: Adamax tensor([[0.2174, 0.4787]]) 0.0014 ['exp_avg', 'exp_inf', 'step']
# expect: [('betas', (0.9, 0.999)), ('capturable', False), ('differentiable', False)]
# expect: NAdam tensor([[0.2682, 0.4748]]) 0.0447 ['exp_avg', 'exp_avg_sq', 'mu_product', 'step']
# expect: [('betas', (0.9, 0.999)), ('capturable', False), ('decoupled_weight_decay', False)]
# expect: RAdam tensor([[0.0729, 0.4600]]) 0.2489 ['exp_avg', 'exp_avg_sq', 'step']
# expect: [('betas', (0.9, 0.999)), ('capturable', False), ('decoupled_weight_decay', False)]
# expect: ASGD tensor([[0.2018, 0.4706]]) 0.0001 ['ax', 'eta', 'mu', 'step']
# expect: [('alpha', 0.75), ('capturable', False), ('differentiable', False)]
# expect: Rprop tensor([[0.1360, 0.5500]]) 0.1550 ['prev', 'step', 'step_size']
# expect: [('capturable', False), ('differentiable', False), ('etas', (0.5, 1.2))]
# expect: Adadelta tensor([[0.4871, 0.5000]]) 0.5777 ['acc_delta', 'square_avg', 'step']
# expect: [('capturable', False), ('differentiable', False), ('eps', 1e-06)]
# expect: 0.60581 0.00015 0.00000 
# expect: {'state': {}, 'param_groups': [{'lr': 0.3, 'betas': (0.9, 0.999), 'eps': 1e-08, 'weight_decay': 0, 'amsgrad': False, 'maximize': False, 'foreach': None, 'capturable': False, 'differentiable': False, 'fused': None, 'decoupled_weight_decay': False, 'params': [0, 1]}]}
# expect: Adam (
# expect: Parameter Group 0
# expect:     amsgrad: False
# expect:     betas: (0.9, 0.999)
# expect:     capturable: False
# expect:     decoupled_weight_decay: False
# expect:     differentiable: False
# expect:     eps: 1e-08
# expect:     foreach: None
# expect:     fused: None
# expect:     lr: 0.001
# expect:     maximize: False
# expect:     weight_decay: 0
# expect:
# expect: Parameter Group 1
# expect:     amsgrad: False
# expect:     betas: (0.9, 0.999)
# expect:     capturable: False
# expect:     decoupled_weight_decay: False
# expect:     differentiable: False
# expect:     eps: 1e-08
# expect:     foreach: None
# expect:     fused: None
# expect:     lr: 0.01
# expect:     maximize: False
# expect:     weight_decay: 0
# expect: )
# expect: 3 [0.001, 0.01, 0.001]
# expect: ValueError Invalid learning rate: -1
# expect: ValueError optimizer got an empty parameter list
# expect: ValueError Invalid beta parameter at index 0: 1.2
# expect: TypeError params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
# expect: TypeError '<=' not supported between instances of 'float' and 'str'
# expect: TypeError str is not an Optimizer
# expect: ValueError You must define either total_steps OR (epochs AND steps_per_epoch)
# expect: ValueError mode foo is unknown!
# expect: ValueError Factor should be < 1.0.
# expect: ValueError Nesterov momentum requires a momentum and zero dampening
# expect: 1 Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you sh
# expect: 0.001
# expect: [0.025] [0.1] ['base_lrs', 'last_epoch', '_step_count', '_is_initial', '_get_lr_called_within_step', '_last_lr', 'lr_lambdas']

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A softmax for many classes; Adafactor and Muon.
import torch, torch.nn as nn
torch.manual_seed(0)
m = nn.AdaptiveLogSoftmaxWithLoss(8, 10, [3, 6], div_value=2.0)
print(m, [(n, tuple(p.shape)) for n, p in m.named_parameters()])
x = torch.randn(5, 8)
t = torch.tensor([0, 4, 9, 2, 7])
o = m(x, t)
print(o, m.log_prob(x).shape, m.log_prob(x)[0], m.predict(x))
o.loss.backward()
print(m.head.weight.grad.norm())
print(nn.AdaptiveLogSoftmaxWithLoss(8, 10, [3], head_bias=True))
for f in [
        lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 10, [6, 3]), lambda: m(x, t[:3]),
        lambda: m(x, torch.tensor([0, 4, 19, 2, 7])), lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 10, [])]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
p = nn.Parameter(torch.ones(3, 2))
w = torch.arange(6.0).view(3, 2)
for O in (torch.optim.Adafactor, torch.optim.Muon):
    p = nn.Parameter(torch.ones(3, 2))
    o = O([p], lr=0.1)
    print(o)
    for _ in range(3):
        o.zero_grad()
        ((p * w - 1) ** 2).sum().backward()
        o.step()
    print(p.data, {k: v if not torch.is_tensor(v) else v.shape for k, v in o.state[p].items()})
# expect: AdaptiveLogSoftmaxWithLoss(
# expect:   (head): Linear(in_features=8, out_features=5, bias=False)
# expect:   (tail): ModuleList(
# expect:     (0): Sequential(
# expect:       (0): Linear(in_features=8, out_features=4, bias=False)
# expect:       (1): Linear(in_features=4, out_features=3, bias=False)
# expect:     )
# expect:     (1): Sequential(
# expect:       (0): Linear(in_features=8, out_features=2, bias=False)
# expect:       (1): Linear(in_features=2, out_features=4, bias=False)
# expect:     )
# expect:   )
# expect: ) [('head.weight', (5, 8)), ('tail.0.0.weight', (4, 8)), ('tail.0.1.weight', (3, 4)), ('tail.1.0.weight', (2, 8)), ('tail.1.1.weight', (4, 2))]
# expect: _ASMoutput(output=tensor([-1.7787, -2.4934, -3.1047, -2.1103, -2.6966], grad_fn=<AddBackward0>), loss=tensor(2.4367, grad_fn=<MeanBackward0>)) torch.Size([5, 10]) tensor([-1.7787, -1.1551, -2.6366, -3.0998, -1.9916, -2.8552, -2.4004, -3.1236,
# expect:         -3.3961, -3.2895], grad_fn=<SelectBackward0>) tensor([1, 0, 1, 1, 2])
# expect: tensor(0.9270)
# expect: AdaptiveLogSoftmaxWithLoss(
# expect:   (head): Linear(in_features=8, out_features=4, bias=True)
# expect:   (tail): ModuleList(
# expect:     (0): Sequential(
# expect:       (0): Linear(in_features=8, out_features=2, bias=False)
# expect:       (1): Linear(in_features=2, out_features=7, bias=False)
# expect:     )
# expect:   )
# expect: )
# expect: ValueError cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between 1 and n_classes-1
# expect: RuntimeError Input and target should have the same size in the batch dimension.
# expect: RuntimeError Target values should be in [0, 9], but values in range [0, 19] were found. 
# expect: ValueError cutoffs should be a sequence of length larger than 0
# expect: Adafactor (
# expect: Parameter Group 0
# expect:     beta2_decay: -0.8
# expect:     d: 1.0
# expect:     eps: (None, 0.001)
# expect:     foreach: None
# expect:     lr: 0.1
# expect:     maximize: False
# expect:     weight_decay: 0.0
# expect: )
# expect: tensor([[1.0000, 1.0000],
# expect:         [0.8289, 0.7146],
# expect:         [0.7295, 0.7351]]) {'step': torch.Size([]), 'row_var': torch.Size([3, 1]), 'col_var': torch.Size([1, 2])}
# expect: Muon (
# expect: Parameter Group 0
# expect:     adjust_lr_fn: None
# expect:     eps: 1e-07
# expect:     lr: 0.1
# expect:     momentum: 0.95
# expect:     nesterov: True
# expect:     ns_coefficients: (3.4445, -4.775, 2.0315)
# expect:     ns_steps: 5
# expect:     weight_decay: 0.1
# expect: )
# expect: tensor([[0.9688, 0.9712],
# expect:         [1.2047, 0.7595],
# expect:         [0.7771, 0.7991]]) {'momentum_buffer': torch.Size([3, 2])}

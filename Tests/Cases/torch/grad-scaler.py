# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Losses scaled on the CPU.
import torch, torch.nn as nn, warnings
torch.manual_seed(0)
s = torch.amp.GradScaler('cpu', growth_interval=2)
l = nn.Linear(2, 1)
o = torch.optim.SGD(l.parameters(), lr=0.1)
for i in range(5):
    o.zero_grad()
    loss = l(torch.ones(1, 2)).sum() * (float('inf') if i == 3 else 1)
    s.scale(loss).backward()
    s.unscale_(o)
    print(l.weight.grad)
    r = s.step(o)
    s.update()
    print(s.get_scale(), l.weight.data, s._get_growth_tracker() if hasattr(s, '_get_growth_tracker') else '')
print(s.state_dict(), s.is_enabled(), s.get_growth_factor(), s.get_backoff_factor(), s.get_growth_interval())
try:
    s.scale(l(torch.ones(1, 2)).sum()).backward()
    s.unscale_(o)
    s.unscale_(o)
except Exception as e:
    print(type(e).__name__, e)
s2 = torch.amp.GradScaler('cpu')
s2.load_state_dict(s.state_dict())
print(s2.get_scale())
try:
    s2.step(o)
except Exception as e:
    print(type(e).__name__, e)
# expect: tensor([[1., 1.]])
# expect: 65536.0 tensor([[-0.1053,  0.2793]]) 1
# expect: tensor([[1., 1.]])
# expect: 131072.0 tensor([[-0.2053,  0.1793]]) 0
# expect: tensor([[1., 1.]])
# expect: 131072.0 tensor([[-0.3053,  0.0793]]) 1
# expect: tensor([[inf, inf]])
# expect: 65536.0 tensor([[-0.3053,  0.0793]]) 0
# expect: tensor([[1., 1.]])
# expect: 65536.0 tensor([[-0.4053, -0.0207]]) 1
# expect: {'scale': 65536.0, 'growth_factor': 2.0, 'backoff_factor': 0.5, 'growth_interval': 2, '_growth_tracker': 1} True 2.0 0.5 2
# expect: RuntimeError unscale_() has already been called on this optimizer since the last update().
# expect: 65536.0
# expect: AssertionError Attempted step but _scale is None.  This may indicate your script did not use scaler.scale(loss or outputs) earlier in the iteration.

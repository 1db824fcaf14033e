# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""Tensors, modules and optimisers through `pickle` and `copy`."""
import copy
import pickle

import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
again = pickle.loads(pickle.dumps(net))
print(again, all(torch.equal(a, b) for a, b in zip(net.state_dict().values(), again.state_dict().values())))
for value in (torch.arange(3), torch.ones(2, 2).t()[1:], torch.ones(2, requires_grad=True) * 2, torch.float32, torch.device('cpu'),
              nn.Parameter(torch.ones(1)), torch.Size([2]), {'a': torch.tensor(1.5)}, torch.ones(2).to_sparse(),
              torch.tensor([1 + 2j]), torch.tensor([True]), torch.ones(1, dtype=torch.bfloat16)):
    print(pickle.loads(pickle.dumps(value)))
generator = torch.Generator().manual_seed(3)
copied = pickle.loads(pickle.dumps(generator))
print(torch.rand(2, generator=generator), torch.rand(2, generator=copied))
optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
print(pickle.loads(pickle.dumps(optimizer)))
x = torch.ones(2)
y = copy.copy(x)
y[0] = 5
print(x, y is x, copy.deepcopy(net)[0].weight.shape, torch.Generator().manual_seed(1).__class__)
# expect: Sequential(
# expect:   (0): Linear(in_features=2, out_features=3, bias=True)
# expect:   (1): BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect: ) True
# expect: tensor([0, 1, 2])
# expect: tensor([[1., 1.]])
# expect: tensor([2., 2.], requires_grad=True)
# expect: torch.float32
# expect: cpu
# expect: Parameter containing:
# expect: tensor([1.], requires_grad=True)
# expect: torch.Size([2])
# expect: {'a': tensor(1.5000)}
# expect: tensor(indices=tensor([[0, 1]]),
# expect:        values=tensor([1., 1.]),
# expect:        size=(2,), nnz=2, layout=torch.sparse_coo)
# expect: tensor([1.+2.j])
# expect: tensor([True])
# expect: tensor([1.], dtype=torch.bfloat16)
# expect: tensor([0.0043, 0.1056]) tensor([0.0043, 0.1056])
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
# expect:     lr: 0.1
# expect:     maximize: False
# expect:     weight_decay: 0
# expect: )
# expect: tensor([5., 1.]) False torch.Size([3, 2]) <class 'torch._C.Generator'>

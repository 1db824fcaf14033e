# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
q = torch.randn(2, 4, 8)
for batch_first in (False, True):
    torch.manual_seed(0)
    m = nn.MultiheadAttention(8, 2, dropout=0.5, batch_first=batch_first)
    for weights in (True, False):
        torch.manual_seed(1)
        out, w = m(q, q, q, need_weights=weights)
        print(out.grad_fn.name(), w.grad_fn.name() if weights else w, out.sum(), out[0, 0])
causal = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
padding = torch.tensor([[False, False, False, True], [False, False, True, True]])
print(m.eval()(q, q, q, attn_mask=causal, key_padding_mask=padding)[1])
layer = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)
torch.manual_seed(1)
print(layer(q).square().sum(2), torch.rand(1))
print(nn.LSTM(8, 4)(q)[0].grad_fn.name(), nn.GRU(8, 4, batch_first=True)(q)[0].grad_fn.name())
print(nn.LSTM(8, 4, batch_first=True)(q)[0].grad_fn.name(), nn.LSTM(8, 4, bidirectional=True)(q)[0].grad_fn.name())
torch.manual_seed(0)
print(F.gumbel_softmax(torch.tensor([[1.0, 2.0, 3.0]]), tau=0.5, hard=True), F.gumbel_softmax(torch.tensor([[1.0, 2.0, 3.0]])))
print(nn.Linear(2, 1).state_dict().keys(), nn.BatchNorm1d(3).state_dict()._metadata)
for state in ({}, nn.Linear(1, 1).state_dict()):
    try:
        nn.BatchNorm1d(3).load_state_dict(state)
    except RuntimeError as e:
        print(e)
# expect: ViewBackward0 MeanBackward1 tensor(3.1736, grad_fn=<SumBackward0>) tensor([-0.1699, -0.0607, -0.3831,  0.8111,  0.3534,  0.4690,  0.1693, -0.1255],
# expect:        grad_fn=<SelectBackward0>)
# expect: ViewBackward0 None tensor(3.1736, grad_fn=<SumBackward0>) tensor([-0.1699, -0.0607, -0.3831,  0.8111,  0.3534,  0.4690,  0.1693, -0.1255],
# expect:        grad_fn=<SelectBackward0>)
# expect: TransposeBackward0 MeanBackward1 tensor(8.5905, grad_fn=<SumBackward0>) tensor([-0.2416,  0.1178, -0.5949,  0.7003,  0.3073,  0.3734,  0.2379, -0.2384],
# expect:        grad_fn=<SelectBackward0>)
# expect: TransposeBackward0 None tensor(8.5905, grad_fn=<SumBackward0>) tensor([-0.2416,  0.1178, -0.5949,  0.7003,  0.3073,  0.3734,  0.2379, -0.2384],
# expect:        grad_fn=<SelectBackward0>)
# expect: tensor([[[1.0000, 0.0000, 0.0000, 0.0000],
# expect:          [0.5399, 0.4601, 0.0000, 0.0000],
# expect:          [0.3470, 0.3251, 0.3279, 0.0000],
# expect:          [0.4289, 0.2695, 0.3016, 0.0000]],
# expect:
# expect:         [[1.0000, 0.0000, 0.0000, 0.0000],
# expect:          [0.4932, 0.5068, 0.0000, 0.0000],
# expect:          [0.5462, 0.4538, 0.0000, 0.0000],
# expect:          [0.6081, 0.3919, 0.0000, 0.0000]]], grad_fn=<MeanBackward1>)
# expect: tensor([[7.9999, 7.9999, 7.9999, 7.9999],
# expect:         [7.9999, 7.9999, 7.9999, 7.9999]], grad_fn=<SumBackward1>) tensor([0.4573])
# expect: MkldnnRnnLayerBackward0 TransposeBackward1
# expect: TransposeBackward0 CatBackward0
# expect: tensor([[0., 0., 1.]]) tensor([[0.0510, 0.3392, 0.6098]])
# expect: odict_keys(['weight', 'bias']) OrderedDict([('', {'version': 2})])
# expect: Error(s) in loading state_dict for BatchNorm1d:
# expect: 	Missing key(s) in state_dict: "weight", "bias", "running_mean", "running_var". 
# expect: Error(s) in loading state_dict for BatchNorm1d:
# expect: 	Missing key(s) in state_dict: "running_mean", "running_var". 
# expect: 	size mismatch for weight: copying a param with shape torch.Size([1, 1]) from checkpoint, the shape in current model is torch.Size([3]).
# expect: 	size mismatch for bias: copying a param with shape torch.Size([1]) from checkpoint, the shape in current model is torch.Size([3]).

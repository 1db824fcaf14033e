# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch, torch.nn as nn, warnings
warnings.simplefilter('ignore')
from torch.nn.utils import weight_norm, remove_weight_norm, spectral_norm, parametrize
from torch.nn.utils.parametrizations import weight_norm as pwn, spectral_norm as psn
torch.manual_seed(0)
m = weight_norm(nn.Linear(3, 2)); print(m); print([n for n, _ in m.named_parameters()], m.weight_g, m.weight_v); x = torch.ones(1, 3); print(m(x)); m(x).sum().backward(); print(m.weight_g.grad, m.weight_v.grad); print(m.weight)
remove_weight_norm(m); print([n for n, _ in m.named_parameters()], m.weight)
m = pwn(nn.Linear(3, 2)); print(m); print([n for n, _ in m.named_parameters()]); print(m(x), m.weight); print(m.state_dict().keys()); print(parametrize.is_parametrized(m), parametrize.is_parametrized(m, 'weight'))
parametrize.remove_parametrizations(m, 'weight'); print(m, m.weight)
class Sym(nn.Module):
    def forward(self, X): return X.triu() + X.triu(1).transpose(-1, -2)
    def right_inverse(self, A): return A.triu()
l = nn.Linear(3, 3); parametrize.register_parametrization(l, "weight", Sym()); A = l.weight; print(torch.allclose(A, A.T)); print(A); print(l); print(l.parametrizations.weight.original); print(l.parametrizations)
l.weight = torch.ones(3, 3); print(l.weight)
print(type(l).__name__, isinstance(l, nn.Linear))
with parametrize.cached(): print(l.weight is l.weight)
torch.manual_seed(0); s = spectral_norm(nn.Linear(3, 4)); print(s, s(x), [n for n, _ in s.named_parameters()], [n for n, _ in s.named_buffers()])
torch.manual_seed(0); s = psn(nn.Linear(3, 4)); print(s, s(x), [n for n, _ in s.named_parameters()], [n for n, _ in s.named_buffers()])
# expect: Linear(in_features=3, out_features=2, bias=True)
# expect: ['bias', 'weight_g', 'weight_v'] Parameter containing:
# expect: tensor([[0.5672],
# expect:         [0.5039]], requires_grad=True) Parameter containing:
# expect: tensor([[-0.0043,  0.3097, -0.4752],
# expect:         [-0.4249, -0.2224,  0.1548]], requires_grad=True)
# expect: tensor([[-0.1812, -0.0347]], grad_fn=<AddmmBackward0>)
# expect: tensor([[-0.2993],
# expect:         [-0.9772]]) tensor([[0.9977, 1.1634, 0.7492],
# expect:         [0.1761, 0.5688, 1.3002]])
# expect: tensor([[-0.0043,  0.3097, -0.4752],
# expect:         [-0.4249, -0.2224,  0.1548]], grad_fn=<WeightNormInterfaceBackward0>)
# expect: ['bias', 'weight'] Parameter containing:
# expect: tensor([[-0.0043,  0.3097, -0.4752],
# expect:         [-0.4249, -0.2224,  0.1548]], requires_grad=True)
# expect: ParametrizedLinear(
# expect:   in_features=3, out_features=2, bias=True
# expect:   (parametrizations): ModuleDict(
# expect:     (weight): ParametrizationList(
# expect:       (0): _WeightNorm()
# expect:     )
# expect:   )
# expect: )
# expect: ['bias', 'parametrizations.weight.original0', 'parametrizations.weight.original1']
# expect: tensor([[-0.3109, -1.0260]], grad_fn=<AddmmBackward0>) tensor([[-0.0512,  0.1528, -0.1745],
# expect:         [-0.1135, -0.5516, -0.3824]], grad_fn=<WeightNormInterfaceBackward0>)
# expect: odict_keys(['bias', 'parametrizations.weight.original0', 'parametrizations.weight.original1'])
# expect: True True
# expect: Linear(in_features=3, out_features=2, bias=True) Parameter containing:
# expect: tensor([[-0.0512,  0.1528, -0.1745],
# expect:         [-0.1135, -0.5516, -0.3824]], requires_grad=True)
# expect: True
# expect: tensor([[ 0.2282,  0.3464, -0.3914],
# expect:         [ 0.3464,  0.2097,  0.4794],
# expect:         [-0.3914,  0.4794, -0.0931]], grad_fn=<AddBackward0>)
# expect: ParametrizedLinear(
# expect:   in_features=3, out_features=3, bias=True
# expect:   (parametrizations): ModuleDict(
# expect:     (weight): ParametrizationList(
# expect:       (0): Sym()
# expect:     )
# expect:   )
# expect: )
# expect: Parameter containing:
# expect: tensor([[ 0.2282,  0.3464, -0.3914],
# expect:         [ 0.0000,  0.2097,  0.4794],
# expect:         [ 0.0000,  0.0000, -0.0931]], requires_grad=True)
# expect: ModuleDict(
# expect:   (weight): ParametrizationList(
# expect:     (0): Sym()
# expect:   )
# expect: )
# expect: tensor([[1., 1., 1.],
# expect:         [1., 1., 1.],
# expect:         [1., 1., 1.]], grad_fn=<AddBackward0>)
# expect: ParametrizedLinear True
# expect: True
# expect: Linear(in_features=3, out_features=4, bias=True) tensor([[-0.8166, -1.1510,  0.3787, -0.1896]], grad_fn=<AddmmBackward0>) ['bias', 'weight_orig'] ['weight_u', 'weight_v']
# expect: ParametrizedLinear(
# expect:   in_features=3, out_features=4, bias=True
# expect:   (parametrizations): ModuleDict(
# expect:     (weight): ParametrizationList(
# expect:       (0): _SpectralNorm()
# expect:     )
# expect:   )
# expect: ) tensor([[-0.7810, -1.0479,  0.2959, -0.1613]], grad_fn=<AddmmBackward0>) ['bias', 'parametrizations.weight.original'] ['parametrizations.weight.0._u', 'parametrizations.weight.0._v']

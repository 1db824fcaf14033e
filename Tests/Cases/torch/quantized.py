# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""Quantised tensors and dynamic quantisation of linear layers."""
import warnings

import torch
import torch.nn as nn

warnings.simplefilter('ignore')
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
x = torch.randn(5, 4)
small = torch.quantization.quantize_dynamic(model, {nn.Linear}, dtype=torch.qint8)
print(small)
print(small(x), list(small.state_dict()))
print(small[0].weight(), small[0].weight().int_repr())
t = torch.quantize_per_tensor(torch.tensor([-1., 0., 1., 2.]), 0.1, 10, torch.quint8)
print(t, t.int_repr(), t.dequantize(), t.q_scale(), t.q_zero_point(), t.dtype, t.qscheme(), t[1:3])
c = torch.quantize_per_channel(torch.tensor([[-1., 0.], [1., 2.]]), torch.tensor([.1, .01]), torch.tensor([10, 0]), 0, torch.quint8)
print(c, c.int_repr())
print(torch.fake_quantize_per_tensor_affine(torch.tensor([.05, 1.53, -.8, 100.]), 0.1, 0, 0, 255))
# expect: Sequential(
# expect:   (0): DynamicQuantizedLinear(in_features=4, out_features=3, dtype=torch.qint8, qscheme=torch.per_tensor_affine)
# expect:   (1): ReLU()
# expect:   (2): DynamicQuantizedLinear(in_features=3, out_features=2, dtype=torch.qint8, qscheme=torch.per_tensor_affine)
# expect: )
# expect: tensor([[ 0.4794, -0.1188],
# expect:         [ 0.4794, -0.1188],
# expect:         [ 0.4794, -0.1188],
# expect:         [ 0.4812, -0.1521],
# expect:         [ 0.4794, -0.1188]]) ['0.scale', '0.zero_point', '0._packed_params.dtype', '0._packed_params._packed_params', '2.scale', '2.zero_point', '2._packed_params.dtype', '2._packed_params._packed_params']
# expect: tensor([[-0.0032,  0.2679, -0.4131, -0.3679],
# expect:         [-0.1937,  0.1356, -0.0097,  0.3970],
# expect:         [-0.0452,  0.1323, -0.1517, -0.0968]], size=(3, 4), dtype=torch.qint8,
# expect:        quantization_scheme=torch.per_tensor_affine, scale=0.003227628068998456,
# expect:        zero_point=0) tensor([[  -1,   83, -128, -114],
# expect:         [ -60,   42,   -3,  123],
# expect:         [ -14,   41,  -47,  -30]], dtype=torch.int8)
# expect: tensor([-1.,  0.,  1.,  2.], size=(4,), dtype=torch.quint8,
# expect:        quantization_scheme=torch.per_tensor_affine, scale=0.1, zero_point=10) tensor([ 0, 10, 20, 30], dtype=torch.uint8) tensor([-1.,  0.,  1.,  2.]) 0.1 10 torch.quint8 torch.per_tensor_affine tensor([0., 1.], size=(2,), dtype=torch.quint8,
# expect:        quantization_scheme=torch.per_tensor_affine, scale=0.1, zero_point=10)
# expect: tensor([[-1.,  0.],
# expect:         [ 1.,  2.]], size=(2, 2), dtype=torch.quint8,
# expect:        quantization_scheme=torch.per_channel_affine,
# expect:        scale=tensor([0.1000, 0.0100], dtype=torch.float64),
# expect:        zero_point=tensor([10,  0]), axis=0) tensor([[  0,  10],
# expect:         [100, 200]], dtype=torch.uint8)
# expect: tensor([ 0.0000,  1.5000,  0.0000, 25.5000])

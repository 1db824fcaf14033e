# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

torch.manual_seed(0)
x = torch.rand(5, 5, requires_grad=True)
y = torch.rand(5, 5, requires_grad=True)
z = torch.sum(x + y)
print(x, y, z)
z.backward()
print(x.grad, y.grad)
x = torch.rand(5, 5, requires_grad=True)
y = torch.rand(5, 5, requires_grad=True)
z = x**2 + y**3
print(z)
z.backward(torch.ones_like(x))
print(x.grad)
with torch.no_grad():
    print((x + y * 2).requires_grad)
# expect: tensor([[0.4963, 0.7682, 0.0885, 0.1320, 0.3074],
# expect:         [0.6341, 0.4901, 0.8964, 0.4556, 0.6323],
# expect:         [0.3489, 0.4017, 0.0223, 0.1689, 0.2939],
# expect:         [0.5185, 0.6977, 0.8000, 0.1610, 0.2823],
# expect:         [0.6816, 0.9152, 0.3971, 0.8742, 0.4194]], requires_grad=True) tensor([[0.5529, 0.9527, 0.0362, 0.1852, 0.3734],
# expect:         [0.3051, 0.9320, 0.1759, 0.2698, 0.1507],
# expect:         [0.0317, 0.2081, 0.9298, 0.7231, 0.7423],
# expect:         [0.5263, 0.2437, 0.5846, 0.0332, 0.1387],
# expect:         [0.2422, 0.8155, 0.7932, 0.2783, 0.4820]], requires_grad=True) tensor(22.5902, grad_fn=<SumBackward0>)
# expect: tensor([[1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.]]) tensor([[1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.],
# expect:         [1., 1., 1., 1., 1.]])
# expect: tensor([[1.5058, 1.2096, 0.4881, 0.4849, 0.7042],
# expect:         [0.0423, 1.1937, 0.6945, 0.0235, 0.2676],
# expect:         [0.5993, 0.5644, 0.0615, 0.7556, 0.6083],
# expect:         [0.5099, 0.6962, 1.0108, 0.9806, 0.9606],
# expect:         [0.0186, 0.5216, 0.7062, 0.8372, 0.8840]], grad_fn=<AddBackward0>)
# expect: tensor([[1.6396, 1.9941, 1.3969, 1.1351, 1.6705],
# expect:         [0.4112, 1.1863, 0.2247, 0.3069, 0.4834],
# expect:         [1.4525, 1.4022, 0.4076, 1.3021, 1.5490],
# expect:         [0.8738, 1.0382, 1.2317, 1.6204, 1.9602],
# expect:         [0.2294, 0.6335, 1.3930, 1.8285, 1.8702]])
# expect: False

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A parameter made of a subclass of Tensor stays of that class and is a parameter all the same.
import torch
from torch import nn


class Tagged(torch.Tensor):
    pass


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2).as_subclass(Tagged))
        self.plain = torch.zeros(1)


layer = Layer()
weight = layer.weight
print(type(weight), isinstance(weight, nn.Parameter), weight)
print([name for name, _ in layer.named_parameters()], type(weight + 1), type(weight.data))
fixed = nn.Parameter(torch.ones(2).as_subclass(Tagged), requires_grad=False)
print(isinstance(fixed, nn.Parameter), fixed.requires_grad, fixed)
(weight * 2).sum().backward()
print(weight.grad)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
optimizer.step()
print(layer.weight)
for other in (torch.ones(2), torch.ones(2).as_subclass(Tagged), nn.Parameter(torch.ones(2))):
    print(isinstance(other, nn.Parameter))
# expect: <class '__main__.Tagged'> True Parameter(Tagged([1., 1.], requires_grad=True))
# expect: ['weight'] <class '__main__.Tagged'> <class '__main__.Tagged'>
# expect: True False Parameter(Tagged([1., 1.]))
# expect: tensor([2., 2.])
# expect: Parameter(Tagged([0.8000, 0.8000], requires_grad=True))
# expect: False
# expect: False
# expect: True

"""`torch.autograd.function`: the class of functions with derivatives of their own, and its decorators."""
from torch import Function
from torch._autograd import once_differentiable

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Modes see every function of torch, of plain tensors as well.
import torch
import torch.nn.functional as F
from torch.overrides import (TorchFunctionMode, handle_torch_function, has_torch_function, is_tensor_like,
                             is_tensor_method_or_property, resolve_name)


class Log(TorchFunctionMode):
    def __torch_function__(self, func, types, args=(), kwargs=None):
        print("  ", resolve_name(func), [t.__name__ for t in types], len(args), kwargs)
        return func(*args, **(kwargs or {}))


class Swap(TorchFunctionMode):
    def __init__(self, name):
        self.name = name

    def __torch_function__(self, func, types, args=(), kwargs=None):
        print(self.name, func.__name__)
        return torch.ones(*args) if func is torch.zeros else func(*args, **(kwargs or {}))


class Sub(torch.Tensor):
    pass


x, s, layer = torch.ones(2, 2), torch.ones(2).as_subclass(Sub), torch.nn.Linear(2, 2)
with Log():
    for text in ("x + 1", "1 - x", "x.sum()", "x.shape", "torch.add(x, x)", "torch.zeros(2)", "torch.tensor([1, 2])", "F.relu(x)", "layer(x)",
                 "x[0]", "x.add_(1)", "s + 1", "s.shape", "torch.cat([x, x])", "x.T", "x > 1", "x == x", "len(x)", "x.to(torch.float64)",
                 "torch.is_tensor(x)", "torch.manual_seed(0)", "torch.linalg.det(x)", "torch.Tensor([1, 2])"):
        print(text)
        print("   gives", type(eval(text)).__name__)
with Swap("outer") as mode:
    print(type(mode).__name__)
    with Swap("inner"):
        print(torch.zeros(2))
        with torch._C.DisableTorchFunctionSubclass():
            print(type(s + 1))
        with torch._C.DisableTorchFunction():
            print(type(s + 1), torch.zeros(1))
print(torch.zeros(1), is_tensor_like(x), is_tensor_like(3), has_torch_function((s,)), has_torch_function((x, 3)))
print(resolve_name(torch.add), resolve_name(torch.Tensor.add), resolve_name(F.relu), resolve_name(torch.Tensor.shape.__get__))
print(is_tensor_method_or_property(torch.Tensor.add), is_tensor_method_or_property(torch.add))
print(handle_torch_function(torch.add, (s,), s, 1), torch.Tensor.__torch_function__(torch.add, (Sub,), (s, 1)))
try:
    with TorchFunctionMode():
        x.sum()
except NotImplementedError as error:
    print(type(error).__name__, torch._C._len_torch_function_stack())
# expect: x + 1
# expect:    torch.Tensor.add [] 2 None
# expect:    gives Tensor
# expect: 1 - x
# expect:    torch.Tensor.__rsub__ ['Tensor'] 2 {}
# expect:    gives Tensor
# expect: x.sum()
# expect:    torch.Tensor.sum [] 1 None
# expect:    gives Tensor
# expect: x.shape
# expect:    torch.Tensor.shape.__get__ ['Tensor'] 1 None
# expect:    gives Size
# expect: torch.add(x, x)
# expect:    torch.add [] 2 None
# expect:    gives Tensor
# expect: torch.zeros(2)
# expect:    torch.zeros [] 1 None
# expect:    gives Tensor
# expect: torch.tensor([1, 2])
# expect:    torch.tensor [] 1 None
# expect:    gives Tensor
# expect: F.relu(x)
# expect:    torch.nn.functional.relu ['Tensor'] 1 {'inplace': False}
# expect:    gives Tensor
# expect: layer(x)
# expect:    torch.nn.functional.linear [] 3 None
# expect:    gives Tensor
# expect: x[0]
# expect:    torch.Tensor.__getitem__ [] 2 None
# expect:    gives Tensor
# expect: x.add_(1)
# expect:    torch.Tensor.add_ [] 2 None
# expect:    gives Tensor
# expect: s + 1
# expect:    torch.Tensor.add ['Sub'] 2 None
# expect:    gives Sub
# expect: s.shape
# expect:    torch.Tensor.shape.__get__ ['Sub'] 1 None
# expect:    gives Size
# expect: torch.cat([x, x])
# expect:    torch.cat [] 1 None
# expect:    gives Tensor
# expect: x.T
# expect:    torch.Tensor.T.__get__ ['Tensor'] 1 None
# expect:    gives Tensor
# expect: x > 1
# expect:    torch.Tensor.gt [] 2 None
# expect:    gives Tensor
# expect: x == x
# expect:    torch.Tensor.__eq__ [] 2 None
# expect:    gives Tensor
# expect: len(x)
# expect:    torch.Tensor.__len__ ['Tensor'] 1 {}
# expect:    gives int
# expect: x.to(torch.float64)
# expect:    torch.Tensor.to [] 2 None
# expect:    gives Tensor
# expect: torch.is_tensor(x)
# expect:    gives bool
# expect: torch.manual_seed(0)
# expect:    gives Generator
# expect: torch.linalg.det(x)
# expect:    torch.linalg.det [] 1 None
# expect:    gives Tensor
# expect: torch.Tensor([1, 2])
# expect:    gives Tensor
# expect: Swap
# expect: inner zeros
# expect: outer ones
# expect: inner __repr__
# expect: outer __repr__
# expect: tensor([1., 1.])
# expect: inner add
# expect: outer add
# expect: <class 'torch.Tensor'>
# expect: <class 'torch.Tensor'> tensor([0.])
# expect: tensor([0.]) True False True False
# expect: torch.add torch.Tensor.add torch.nn.functional.relu torch.Tensor.shape.__get__
# expect: True False
# expect: Sub([2., 2.]) NotImplemented
# expect: NotImplementedError 0

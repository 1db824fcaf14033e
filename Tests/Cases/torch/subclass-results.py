# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What operations on a subclass of Tensor give: the subclass, unless it takes nothing over.
import torch
import torch.nn.functional as F


class Named(torch.Tensor):
    def twice(self):
        return self * 2


class Plain(torch.Tensor):
    __torch_function__ = torch._C._disabled_torch_function_impl


x = torch.tensor([1.0, 2.0]).as_subclass(Named)
y = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True).as_subclass(Named)
print(x, y, y * 2, (y * 2).sum(), y.is_leaf, y.grad_fn.name())
print(x + 1, 1 + x, 1 - x, torch.ones(2) + x, torch.ones(2) * x, -x, x > 1, x == x, x[0], list(x), x.twice().twice())
print(x.max(0), x.split(1), x.sort(), torch.cat([x, torch.ones(1)]), torch.stack([x, x]).shape, x.tolist(), x.numel())
print(F.relu(x), torch.relu(x), F.softmax(x, 0), torch.linalg.norm(x), torch.einsum("i,i->", x, x), x.shape, x.dtype)
same = x.add_(1)
print(same is x, x, torch.ones(2).add_(x), x.detach(), x.clone(), x.data, x.float() is x, x.double(), x.requires_grad_())
y.sum().backward()
print(type(x.to(torch.int64)), type(torch.tensor(x.tolist())), type(torch.zeros_like(x)), type(x.as_subclass(torch.Tensor)))
print(Named([1, 2, 3]), Named(2, 3).shape, type(torch.Tensor._make_subclass(Named, torch.ones(2), True)))
p = torch.ones(2).as_subclass(Plain)
print(p, type(p + 1), type(p[0]), type(p.add_(1)), type(p + x), type(p.detach()))
with torch._C.DisableTorchFunctionSubclass():
    print(type(x.detach() + 1), x.shape, torch._C._is_torch_function_enabled())
for bad in (lambda: torch.ones(2).as_subclass(int), lambda: torch.ones(2).as_subclass(3), lambda: torch.Tensor._make_subclass(int, torch.ones(2)),
            lambda: torch.Tensor._make_subclass(Named, 3), lambda: x + "a", lambda: x.add("a"), lambda: f"{x:.2f}"):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: Named([1., 2.]) Named([[1., 2.],
# expect:        [3., 4.]], grad_fn=<AliasBackward0>) Named([[2., 4.],
# expect:        [6., 8.]], grad_fn=<AliasBackward0>) Named(20., grad_fn=<AliasBackward0>) False AliasBackward0
# expect: Named([2., 3.]) Named([2., 3.]) Named([ 0., -1.]) Named([2., 3.]) Named([1., 2.]) Named([-1., -2.]) Named([False,  True]) Named([True, True]) Named(1.) [Named(1.), Named(2.)] Named([4., 8.])
# expect: torch.return_types.max(
# expect: values=Named(2.),
# expect: indices=Named(1)) (Named([1.]), Named([2.])) torch.return_types.sort(
# expect: values=Named([1., 2.]),
# expect: indices=Named([0, 1])) Named([1., 2., 1.]) torch.Size([2, 2]) [1.0, 2.0] 2
# expect: Named([1., 2.]) Named([1., 2.]) Named([0.2689, 0.7311]) Named(2.2361) Named(5.) torch.Size([2]) torch.float32
# expect: True Named([2., 3.], requires_grad=True) Named([3., 4.]) Named([2., 3.]) Named([2., 3.]) Named([2., 3.]) True Named([2., 3.], dtype=torch.float64) Named([2., 3.], requires_grad=True)
# expect: <class '__main__.Named'> <class 'torch.Tensor'> <class '__main__.Named'> <class 'torch.Tensor'>
# expect: Named([1., 2., 3.]) torch.Size([2, 3]) <class '__main__.Named'>
# expect: Plain([2., 2.]) <class 'torch.Tensor'> <class 'torch.Tensor'> <class '__main__.Plain'> <class '__main__.Named'> <class 'torch.Tensor'>
# expect: <class 'torch.Tensor'> torch.Size([2]) False
# expect: TypeError Creating a Tensor subclass from a class that does not inherit from Tensor is not possible. Make sure your class inherits from Tensor.
# expect: TypeError cls must be a type (got int)
# expect: TypeError Creating a Tensor subclass from a class that does not inherit from Tensor is not possible. Make sure your class inherits from Tensor.
# expect: TypeError _make_subclass(): argument 'data' (position 2) must be Tensor, not int
# expect: TypeError unsupported operand type(s) for +: 'Named' and 'str'
# expect: TypeError add(): argument 'other' (position 1) must be Tensor, not str
# expect: TypeError unsupported format string passed to Named.__format__

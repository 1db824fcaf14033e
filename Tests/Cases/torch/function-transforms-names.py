# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Transforms of torch.func carry the name and text of what they transform; a loss that holds its linear layer.
import torch
from torch import nn


def total(x):
    """Adds everything up."""
    return x.sum()


for transform in (torch.func.grad, torch.func.vmap, torch.func.jacrev, torch.func.jacfwd, torch.func.hessian, torch.func.grad_and_value):
    made = transform(total)
    print(str(made)[:15], made.__doc__, made.__name__)
for arguments in ((torch.ones(2), torch.ones(2)), ((torch.ones(2),), torch.ones(2))):
    try:
        torch.func.jvp(torch.sin, *arguments)
    except RuntimeError as e:
        print(e)
for value in (None, 3.0):
    try:
        torch.func.grad(torch.sin)(value)
    except ValueError as e:
        print(e)
torch.manual_seed(0)
loss = nn.LinearCrossEntropyLoss(5, 10)
x = torch.randn(3, 5, requires_grad=True)
out = loss(x, torch.tensor([1, 2, 3]))
out.backward()
print(loss, out, x.grad.sum())
wide = nn.LinearCrossEntropyLoss(5, 10, out_features=(4, 3), bias=True, label_smoothing=0.1)
print(wide, wide(torch.randn(2, 5), torch.randint(10, (2, 4, 3))))
for f in (torch.linalg.lu, torch.linalg.lu_factor, torch.linalg.lu_factor_ex):
    try:
        f(torch.eye(3), pivot=False)
    except RuntimeError as e:
        print(e)
x = torch.ones(3, 4)
for bad in ((None,), ("text",), (2, None), (True, 1.5), ([None, 2],)):
    try:
        x.split(*bad)
    except TypeError as e:
        print(e)
# expect: <function total Adds everything up. total
# expect: <function total Adds everything up. total
# expect: <function total Adds everything up. total
# expect: <function total Adds everything up. total
# expect: <function total Adds everything up. total
# expect: <function total Adds everything up. total
# expect: jvp(f, primals, tangents): Expected primals to be a tuple. E.g. it should be valid to call f(*primals).
# expect: jvp(f, primals, tangents): Expected primals and tangents to have the same python structure. For example, if primals is a tuple of 3 tensors, tangents also must be. Got primals with structure TreeSpec(tuple, None, [*]) and tangents with structure *
# expect: Thing passed to transform API must be Tensor, got <class 'NoneType'>
# expect: Thing passed to transform API must be Tensor, got <class 'float'>
# expect: LinearCrossEntropyLoss(
# expect:   in_features=5, num_classes=10, out_features=(), bias=False, reduction=mean, ignore_index=None, label_smoothing=0.0, options=None
# expect:   (linear): Linear(in_features=5, out_features=10, bias=False)
# expect: ) tensor(2.7420, grad_fn=<NllLossBackward0>) tensor(-0.1016)
# expect: LinearCrossEntropyLoss(
# expect:   in_features=5, num_classes=10, out_features=(4, 3), bias=True, reduction=mean, ignore_index=None, label_smoothing=0.1, options=None
# expect:   (linear): Linear(in_features=5, out_features=120, bias=True)
# expect: ) tensor(2.3299, grad_fn=<AddBackward0>)
# expect: linalg.lu_factor: LU without pivoting is not implemented on the CPU
# expect: linalg.lu_factor: LU without pivoting is not implemented on the CPU
# expect: linalg.lu_factor: LU without pivoting is not implemented on the CPU
# expect: split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, not NoneType
# expect: split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, not str
# expect: split() received an invalid combination of arguments - got (Tensor, int, NoneType), but expected one of:
# expect:  * (Tensor input, int split_size, int dim = 0)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, int, !NoneType!)
# expect:  * (Tensor input, tuple of ints split_size, int dim = 0)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !int!, !NoneType!)
# expect:
# expect: split() received an invalid combination of arguments - got (Tensor, bool, float), but expected one of:
# expect:  * (Tensor input, int split_size, int dim = 0)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !bool!, !float!)
# expect:  * (Tensor input, tuple of ints split_size, int dim = 0)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !bool!, !float!)
# expect:
# expect: split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, but found element of type NoneType at pos 0

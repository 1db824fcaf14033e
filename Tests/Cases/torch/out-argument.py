# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Results written where out= says: same object, its dtype, its memory; what cannot be written is refused.
import torch
x, y = torch.arange(6.0).reshape(2, 3), torch.ones(2, 3)
z = torch.zeros(2, 3)
print(torch.add(x, y, out=z) is z, z)
print(torch.mul(x, 2, out=z), torch.exp(y, out=z).sum())
whole = torch.zeros(4, 3, dtype=torch.float64)
torch.sub(x, y, alpha=2, out=whole[1:3])
print(whole)
values, places = torch.empty(0), torch.empty(0, dtype=torch.int64)
r = torch.max(x, 1, out=(values, places))
print(r, r.values is values, places)
print(torch.sort(torch.tensor([3.0, 1.0, 2.0]), out=(values, places)), values, places)
print(torch.matmul(x, y.t(), out=torch.empty(2, 2)), torch.cat([x, y], out=torch.empty(0)).shape)
print(torch.arange(4, out=torch.empty(4)), torch.zeros(2, out=torch.empty(2, dtype=torch.int32)))
print(torch.sum(x, 0, out=torch.empty(3)), torch.linalg.inv(torch.eye(2) * 2, out=torch.empty(2, 2)))
print(torch.eq(x, y, out=torch.empty(2, 3)), torch.stack([x[0], x[1]], 1, out=torch.empty(0)))

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

attempt(lambda: torch.add(x, y, out=torch.zeros(2, 3, dtype=torch.int64)))
attempt(lambda: torch.add(x.clone().requires_grad_(), y, out=torch.zeros(2, 3)))
attempt(lambda: torch.reshape(x, (6,), out=z))
attempt(lambda: x.add(y, out=z))
attempt(lambda: x.sum(out=z))
# expect: True tensor([[1., 2., 3.],
# expect:         [4., 5., 6.]])
# expect: tensor([[2.7183, 2.7183, 2.7183],
# expect:         [2.7183, 2.7183, 2.7183]]) tensor(16.3097)
# expect: tensor([[ 0.,  0.,  0.],
# expect:         [-2., -1.,  0.],
# expect:         [ 1.,  2.,  3.],
# expect:         [ 0.,  0.,  0.]], dtype=torch.float64)
# expect: torch.return_types.max_out(
# expect: values=tensor([2., 5.]),
# expect: indices=tensor([2, 2])) True tensor([2, 2])
# expect: torch.return_types.sort_out(
# expect: values=tensor([1., 2., 3.]),
# expect: indices=tensor([1, 2, 0])) tensor([1., 2., 3.]) tensor([1, 2, 0])
# expect: tensor([[ 3.,  3.],
# expect:         [12., 12.]]) torch.Size([4, 3])
# expect: tensor([0., 1., 2., 3.]) tensor([0, 0], dtype=torch.int32)
# expect: tensor([3., 5., 7.]) tensor([[0.5000, 0.0000],
# expect:         [0.0000, 0.5000]])
# expect: tensor([[0., 1., 0.],
# expect:         [0., 0., 0.]]) tensor([[0., 3.],
# expect:         [1., 4.],
# expect:         [2., 5.]])
# expect: RuntimeError result type Float can't be cast to the desired output type Long
# expect: RuntimeError add(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.
# expect: TypeError reshape() got an unexpected keyword argument 'out'
# expect: TypeError add() got an unexpected keyword argument 'out'
# expect: TypeError sum() received an invalid combination of arguments - got (out=Tensor, ), but expected one of:
# expect:  * (*, torch.dtype dtype = None)
# expect:  * (tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None)
# expect:

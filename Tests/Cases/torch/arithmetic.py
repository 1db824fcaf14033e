# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([1.0, 2.0, 3.0])
y = torch.tensor([4.0, 5.0, 6.0])
print(x + y, x - y, x * y, x / y, x**2, x**y, x // 2, x % 2, -x, abs(-x), 2 + x, 2 - x, 2 * x, 2 / x, 2**x, x // y, 7 % x)
print(torch.add(x, y), torch.add(x, y, alpha=2), torch.sub(x, 1), torch.mul(x, y), torch.div(x, y), torch.pow(x, 2), x.add(1).mul(2), torch.neg(x), torch.div(y, x, rounding_mode="floor"), torch.remainder(y, 4), torch.fmod(-y, 4))
a = torch.tensor([7, -7, 5])
b = torch.tensor([2, 2, -3])
print(a + b, a * b, a / b, a // b, a % b, a**2, torch.div(a, b, rounding_mode="trunc"), a + 0.5, a * True, a & b, a | 1, a ^ b, ~a, a << 1, a >> 1)
print(x + torch.tensor([[10.0], [20.0]]), x * torch.ones(2, 3), torch.tensor(1) + torch.tensor(2.5), (a + x).dtype, (a / 2).dtype, (a * 2.0).dtype, (x.double() + x).dtype)
x += 1
x *= y
x -= 2
x /= 2
print(x, x.add_(1), x.mul_(2), x.zero_(), x.fill_(3), x.copy_(y), x.sub_(1), x.pow_(2))
for bad in (lambda: x + torch.zeros(2), lambda: x + "a", lambda: a.add_(1.5), lambda: a // torch.zeros(3, dtype=torch.int64), lambda: torch.zeros(2, 3) * torch.zeros(2), lambda: a**-1):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor([5., 7., 9.]) tensor([-3., -3., -3.]) tensor([ 4., 10., 18.]) tensor([0.2500, 0.4000, 0.5000]) tensor([1., 4., 9.]) tensor([  1.,  32., 729.]) tensor([0., 1., 1.]) tensor([1., 0., 1.]) tensor([-1., -2., -3.]) tensor([1., 2., 3.]) tensor([3., 4., 5.]) tensor([ 1.,  0., -1.]) tensor([2., 4., 6.]) tensor([2.0000, 1.0000, 0.6667]) tensor([2., 4., 8.]) tensor([0., 0., 0.]) tensor([0., 1., 1.])
# expect: tensor([5., 7., 9.]) tensor([ 9., 12., 15.]) tensor([0., 1., 2.]) tensor([ 4., 10., 18.]) tensor([0.2500, 0.4000, 0.5000]) tensor([1., 4., 9.]) tensor([4., 6., 8.]) tensor([-1., -2., -3.]) tensor([4., 2., 2.]) tensor([0., 1., 2.]) tensor([-0., -1., -2.])
# expect: tensor([ 9, -5,  2]) tensor([ 14, -14, -15]) tensor([ 3.5000, -3.5000, -1.6667]) tensor([ 3, -4, -2]) tensor([ 1,  1, -1]) tensor([49, 49, 25]) tensor([ 3, -3, -1]) tensor([ 7.5000, -6.5000,  5.5000]) tensor([ 7, -7,  5]) tensor([2, 0, 5]) tensor([ 7, -7,  5]) tensor([ 5, -5, -8]) tensor([-8,  6, -6]) tensor([ 14, -14,  10]) tensor([ 3, -4,  2])
# expect: tensor([[11., 12., 13.],
# expect:         [21., 22., 23.]]) tensor([[1., 2., 3.],
# expect:         [1., 2., 3.]]) tensor(3.5000) torch.float32 torch.float32 torch.float32 torch.float64
# expect: tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.]) tensor([ 9., 16., 25.])
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0
# expect: TypeError unsupported operand type(s) for +: 'Tensor' and 'str'
# expect: RuntimeError result type Float can't be cast to the desired output type Long
# expect: RuntimeError ZeroDivisionError
# expect: RuntimeError The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
# expect: RuntimeError Integers to negative integer powers are not allowed.

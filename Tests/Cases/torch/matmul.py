# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

a = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
b = torch.tensor([[5.0, 6.0], [7.0, 8.0]])
v = torch.tensor([1.0, -1.0])
print(a @ b, a @ v, v @ a, v @ v, torch.matmul(a, b), torch.mm(a, b), a.mm(b), torch.mv(a, v), torch.dot(v, v), a.matmul(v), torch.outer(v, v), torch.einsum("ij,jk->ik", a, b), torch.einsum("i,i", v, v))
x = torch.arange(12.0).reshape(2, 2, 3)
print(torch.bmm(x, x.transpose(1, 2)), (x @ torch.ones(3)).shape, (x @ torch.ones(3, 4)).shape, (a @ torch.ones(5, 2, 2)).shape, torch.addmm(a, a, b), torch.baddbmm(torch.zeros(2, 2, 2), x, x.mT)[0], torch.tensordot(a, b, dims=1), torch.kron(a, b).shape)
i = torch.tensor([[1, 2], [3, 4]])
print(i @ i, torch.arange(6).reshape(2, 3) @ torch.arange(3), torch.linalg.det(a), torch.inverse(a), torch.linalg.solve(a, v), a.T @ a, torch.trace(a), torch.zeros(0, 3) @ torch.zeros(3, 2), torch.zeros(2, 0) @ torch.zeros(0, 2))
big = torch.arange(10000.0).reshape(100, 100) / 1000
print((big @ big)[0, :4], (big @ big).sum() > 0)
for bad in (lambda: a @ torch.zeros(3), lambda: torch.mm(a, v), lambda: a @ torch.zeros(3, 2), lambda: torch.dot(v, torch.zeros(3)), lambda: a @ i, lambda: torch.bmm(a, a), lambda: a @ 2, lambda: torch.mm(a, torch.zeros(3, 3))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor([[19., 22.],
# expect:         [43., 50.]]) tensor([-1., -1.]) tensor([-2., -2.]) tensor(2.) tensor([[19., 22.],
# expect:         [43., 50.]]) tensor([[19., 22.],
# expect:         [43., 50.]]) tensor([[19., 22.],
# expect:         [43., 50.]]) tensor([-1., -1.]) tensor(2.) tensor([-1., -1.]) tensor([[ 1., -1.],
# expect:         [-1.,  1.]]) tensor([[19., 22.],
# expect:         [43., 50.]]) tensor(2.)
# expect: tensor([[[  5.,  14.],
# expect:          [ 14.,  50.]],
# expect:
# expect:         [[149., 212.],
# expect:          [212., 302.]]]) torch.Size([2, 2]) torch.Size([2, 2, 4]) torch.Size([5, 2, 2]) tensor([[20., 24.],
# expect:         [46., 54.]]) tensor([[ 5., 14.],
# expect:         [14., 50.]]) tensor([[19., 22.],
# expect:         [43., 50.]]) torch.Size([4, 4])
# expect: tensor([[ 7, 10],
# expect:         [15, 22]]) tensor([ 5, 14]) tensor(-2.) tensor([[-2.0000,  1.0000],
# expect:         [ 1.5000, -0.5000]]) tensor([-3.0000,  2.0000]) tensor([[10., 14.],
# expect:         [14., 20.]]) tensor(5.) tensor([], size=(0, 2)) tensor([[0., 0.],
# expect:         [0., 0.]])
# expect: tensor([32.8350, 32.8400, 32.8449, 32.8498]) tensor(True)
# expect: RuntimeError size mismatch, got input (2), mat (2x2), vec (3)
# expect: RuntimeError mat2 must be a matrix
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (2x2 and 3x2)
# expect: RuntimeError inconsistent tensor size, expected tensor [2] and src [3] to have the same number of elements, but got 2 and 3 elements respectively
# expect: RuntimeError expected m1 and m2 to have the same dtype, but got: float != long int
# expect: RuntimeError batch1 must be a 3D tensor
# expect: TypeError unsupported operand type(s) for @: 'Tensor' and 'int'
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (2x2 and 3x3)

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x[0], x[0, 1], x[0, 1, 2], x[-1, -1, -1], x[:, 0], x[..., 0], x[0, :, 1:3], x[:, ::2, ::3], x[None, 0].shape, x[:, None, 0].shape, x[1][2][3], x[0][:, 1])
print(x[0, [0, 2]], x[:, [0, 1], [1, 2]], x[torch.tensor([1, 0])].shape, x[x > 20], x[0][torch.tensor([True, False, True])], x[0, torch.tensor([0, 1]), 1:], x[..., -1], x[...].shape, x[()].shape, x[True].shape)
y = x.clone()
y[0] = 0
y[1, :, 0] = torch.tensor([7, 8, 9])
y[y > 20] = -1
y[1, [0, 1], [1, 2]] = 55
y[..., 3] += 100
print(y)
z = torch.zeros(5)
z[1:3] = 1
z[-1] = 9
z[[0, 3]] = torch.tensor([4.0, 5.0])
z[z == 9] *= 2
print(z, z[1:].clone(), z.index_select(0, torch.tensor([0, 4])), torch.gather(x[0], 1, torch.tensor([[0, 1], [2, 3], [0, 0]])), x[0].take(torch.tensor([0, 5])), torch.masked_select(z, z > 1), z.masked_fill(z > 4, 0.0))
print(torch.zeros(3).scatter_(0, torch.tensor([0, 2]), 1.5), torch.zeros(3).index_add_(0, torch.tensor([0, 0]), torch.tensor([1.0, 2.0])), torch.zeros(2, 3).scatter_(1, torch.tensor([[0], [2]]), 1.0), torch.where(z > 4)[0], torch.nn.functional.one_hot(torch.tensor([0, 2]), 3))
print([row.tolist() for row in x[0]], [float(v) for v in z], *x[0, 0], len(x), x[1:1].shape, x[5:].shape)
for bad in (lambda: x[5], lambda: x[0, 0, 0, 0], lambda: x["a"], lambda: x[1.5], lambda: x[torch.tensor([5])], lambda: x[torch.tensor([True])], lambda: z[::-1], lambda: z.__setitem__(0, torch.zeros(2)), lambda: z.__setitem__(slice(0, 2), torch.zeros(3))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor([[ 0,  1,  2,  3],
# expect:         [ 4,  5,  6,  7],
# expect:         [ 8,  9, 10, 11]]) tensor([4, 5, 6, 7]) tensor(6) tensor(23) tensor([[ 0,  1,  2,  3],
# expect:         [12, 13, 14, 15]]) tensor([[ 0,  4,  8],
# expect:         [12, 16, 20]]) tensor([[ 1,  2],
# expect:         [ 5,  6],
# expect:         [ 9, 10]]) tensor([[[ 0,  3],
# expect:          [ 8, 11]],
# expect:
# expect:         [[12, 15],
# expect:          [20, 23]]]) torch.Size([1, 3, 4]) torch.Size([2, 1, 4]) tensor(23) tensor([1, 5, 9])
# expect: tensor([[ 0,  1,  2,  3],
# expect:         [ 8,  9, 10, 11]]) tensor([[ 1,  6],
# expect:         [13, 18]]) torch.Size([2, 3, 4]) tensor([21, 22, 23]) tensor([[ 0,  1,  2,  3],
# expect:         [ 8,  9, 10, 11]]) tensor([[1, 2, 3],
# expect:         [5, 6, 7]]) tensor([[ 3,  7, 11],
# expect:         [15, 19, 23]]) torch.Size([2, 3, 4]) torch.Size([2, 3, 4]) torch.Size([1, 2, 3, 4])
# expect: tensor([[[  0,   0,   0, 100],
# expect:          [  0,   0,   0, 100],
# expect:          [  0,   0,   0, 100]],
# expect:
# expect:         [[  7,  55,  14, 115],
# expect:          [  8,  17,  55, 119],
# expect:          [  9,  -1,  -1,  99]]])
# expect: tensor([ 4.,  1.,  1.,  5., 18.]) tensor([ 1.,  1.,  5., 18.]) tensor([ 4., 18.]) tensor([[0, 1],
# expect:         [6, 7],
# expect:         [8, 8]]) tensor([0, 5]) tensor([ 4.,  5., 18.]) tensor([4., 1., 1., 0., 0.])
# expect: tensor([1.5000, 0.0000, 1.5000]) tensor([3., 0., 0.]) tensor([[1., 0., 0.],
# expect:         [0., 0., 1.]]) tensor([3, 4]) tensor([[1, 0, 0],
# expect:         [0, 0, 1]])
# expect: [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]] [4.0, 1.0, 1.0, 5.0, 18.0] tensor(0) tensor(1) tensor(2) tensor(3) 2 torch.Size([0, 3, 4]) torch.Size([0, 3, 4])
# expect: IndexError index 5 is out of bounds for dimension 0 with size 2
# expect: IndexError too many indices for tensor of dimension 3
# expect: TypeError new(): invalid data type 'str'
# expect: IndexError only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)
# expect: IndexError index 5 is out of bounds for dimension 0 with size 2
# expect: IndexError The shape of the mask [1] at index 0 does not match the shape of the indexed tensor [2, 3, 4] at index 0
# expect: ValueError step must be greater than zero
# expect: RuntimeError expand(torch.FloatTensor{[2]}, size=[]): the number of sizes provided (0) must be greater or equal to the number of dimensions in the tensor (1)
# expect: RuntimeError The expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 0.  Target sizes: [2].  Tensor sizes: [3]

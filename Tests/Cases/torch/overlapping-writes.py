# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e)[:90])


def put(x, key, value):
    x[key] = value
    return x


every = slice(None)
for shape in ((1, 1), (1,), (2, 1)):
    x = torch.ones(shape)
    for key in (0, None, (None, every), (every, None), ..., (every,)):
        attempt(lambda: put(x, key, x).shape)
x = torch.ones(2, 1, 1)
attempt(lambda: x.add_(x[:, 0]))
attempt(lambda: x.add_(x.transpose(1, 2)))
attempt(lambda: x.copy_(x.view(1, 2, 1, 1)))
attempt(lambda: torch.ones(1, 2, dtype=torch.int64).expand(3, 2).exp_())
attempt(lambda: torch.ones(2, 1, 0).expand(2, 2, 0).add_(1))
attempt(lambda: torch.ones(2, dtype=torch.int64).fmod_(torch.zeros(3, 2, dtype=torch.int64)))
attempt(lambda: torch.ones(2, dtype=torch.int64).fmod_(torch.zeros(2, dtype=torch.int64)))
attempt(lambda: torch.ones(2, dtype=torch.bool).remainder_(0))
attempt(lambda: torch.ones(2, 0).index_fill(-1, torch.tensor([0, 0]), 1))
attempt(lambda: torch.sub(torch.ones(2, dtype=torch.int64), torch.ones(3, dtype=torch.int64), alpha=0.5))
attempt(lambda: torch.tensor(True).kthvalue(1)[0])
y = torch.arange(9).view(3, 3)
y[1:] = y[:, 0]
print(y)
z = torch.arange(6.0).view(2, 3)
z[None] = z
print(z)
for a, b in (((1, 2, 3), (2, 4, 3)), ((2, 2, 4), (1, 2, 3)), ((5, 4, 3), (2, 2)), ((2, 4), (3, 5, 2))):
    for needs in (False, True):
        attempt(lambda: torch.ones(a, requires_grad=needs) @ torch.ones(b, requires_grad=needs))
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: torch.Size([1, 1])
# expect: torch.Size([1, 1])
# expect: torch.Size([1])
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: torch.Size([1])
# expect: torch.Size([1])
# expect: RuntimeError expand(torch.FloatTensor{[2, 1]}, size=[1]): the number of sizes provided (1) must be grea
# expect: torch.Size([2, 1])
# expect: torch.Size([2, 1])
# expect: RuntimeError The expanded size of the tensor (1) must match the existing size (2) at non-singleton dime
# expect: torch.Size([2, 1])
# expect: torch.Size([2, 1])
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: tensor([[[2.]],
# expect:
# expect:         [[2.]]])
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer t
# expect: RuntimeError unsupported operation: more than one element of the written-to tensor refers to a single m
# expect: tensor([], size=(2, 2, 0))
# expect: RuntimeError output with shape [2] doesn't match the broadcast shape [3, 2]
# expect: RuntimeError ZeroDivisionError
# expect: RuntimeError result type Long can't be cast to the desired output type Bool
# expect: RuntimeError setStorage: sizes [2, 2], strides [1, 0], storage offset 0, and itemsize 4 requiring a sto
# expect: RuntimeError The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
# expect: tensor(True)
# expect: tensor([[0, 1, 2],
# expect:         [0, 0, 6],
# expect:         [0, 0, 0]])
# expect: tensor([[0., 1., 2.],
# expect:         [3., 4., 5.]])
# expect: RuntimeError Expected size for first two dimensions of batch2 tensor to be: [2, 3] but got: [2, 4].
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (6x4 and 3x2)
# expect: RuntimeError Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 2].
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (4x4 and 2x3)
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (20x3 and 2x2)
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (20x3 and 2x2)
# expect: RuntimeError Expected size for first two dimensions of batch2 tensor to be: [3, 4] but got: [3, 5].
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (6x5 and 4x2)

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.arange(12)
y = x.view(3, 4)
y[0, 0] = 100
print(x, y, x.reshape(2, -1), x.view(-1, 6).shape, y.t(), y.T, y.transpose(0, 1).shape, y.flatten(), y.ravel().shape, y.view(-1).shape, x.reshape(2, 2, 3))
print(y.unsqueeze(0).shape, y.unsqueeze(-1).shape, y[None].shape, y[:, None].shape, y.unsqueeze(1).squeeze().shape, torch.zeros(1, 3, 1).squeeze(0).shape, y.permute(1, 0).shape, torch.zeros(2, 3, 4).permute(2, 0, 1).shape, torch.zeros(2, 3, 4).transpose(1, 2).shape, torch.movedim(torch.zeros(2, 3, 4), 0, -1).shape)
print(x[:3].expand(2, 3), torch.ones(3, 1).expand(-1, 2), x[:2].repeat(2), x[:2].repeat(2, 2), torch.cat([x[:2], x[3:4]]), torch.cat((y, y), dim=1).shape, torch.stack([x[:2], x[2:4]]), torch.stack([x[:2], x[2:4]], dim=1), torch.repeat_interleave(x[:2], 2), torch.tile(x[:2], (2,)))
print(y.t().is_contiguous(), y.t().contiguous().stride(), y.t().stride(), y[:, 1].stride(), y.data_ptr() == x.data_ptr(), y.storage_offset(), y[1].storage_offset())
print(torch.chunk(x, 3), torch.split(x, 5), x.split([2, 10]), y.unbind(), torch.flip(x[:3], [0]), torch.roll(x[:4], 1), y.narrow(1, 1, 2), y.select(0, 1), y.diagonal(), torch.tril(y), torch.triu(y, 1), torch.diag(x[:3]), torch.rot90(y).shape, torch.meshgrid(x[:2], x[:3], indexing="ij")[0])
for bad in (lambda: x.view(5, 3), lambda: y.t().view(12), lambda: x.reshape(-1, -1), lambda: x.view(-1, 5), lambda: y.transpose(0, 3), lambda: torch.cat([x, y]), lambda: torch.stack([x, x[:2]]), lambda: x.expand(2, 5), lambda: y.permute(0), lambda: torch.zeros(2, 3, 4).t()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: tensor([100,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11]) tensor([[100,   1,   2,   3],
# expect:         [  4,   5,   6,   7],
# expect:         [  8,   9,  10,  11]]) tensor([[100,   1,   2,   3,   4,   5],
# expect:         [  6,   7,   8,   9,  10,  11]]) torch.Size([2, 6]) tensor([[100,   4,   8],
# expect:         [  1,   5,   9],
# expect:         [  2,   6,  10],
# expect:         [  3,   7,  11]]) tensor([[100,   4,   8],
# expect:         [  1,   5,   9],
# expect:         [  2,   6,  10],
# expect:         [  3,   7,  11]]) torch.Size([4, 3]) tensor([100,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11]) torch.Size([12]) torch.Size([12]) tensor([[[100,   1,   2],
# expect:          [  3,   4,   5]],
# expect:
# expect:         [[  6,   7,   8],
# expect:          [  9,  10,  11]]])
# expect: torch.Size([1, 3, 4]) torch.Size([3, 4, 1]) torch.Size([1, 3, 4]) torch.Size([3, 1, 4]) torch.Size([3, 4]) torch.Size([3, 1]) torch.Size([4, 3]) torch.Size([4, 2, 3]) torch.Size([2, 4, 3]) torch.Size([3, 4, 2])
# expect: tensor([[100,   1,   2],
# expect:         [100,   1,   2]]) tensor([[1., 1.],
# expect:         [1., 1.],
# expect:         [1., 1.]]) tensor([100,   1, 100,   1]) tensor([[100,   1, 100,   1],
# expect:         [100,   1, 100,   1]]) tensor([100,   1,   3]) torch.Size([3, 8]) tensor([[100,   1],
# expect:         [  2,   3]]) tensor([[100,   2],
# expect:         [  1,   3]]) tensor([100, 100,   1,   1]) tensor([100,   1, 100,   1])
# expect: False (3, 1) (1, 4) (4,) True 0 4
# expect: (tensor([100,   1,   2,   3]), tensor([4, 5, 6, 7]), tensor([ 8,  9, 10, 11])) (tensor([100,   1,   2,   3,   4]), tensor([5, 6, 7, 8, 9]), tensor([10, 11])) (tensor([100,   1]), tensor([ 2,  3,  4,  5,  6,  7,  8,  9, 10, 11])) (tensor([100,   1,   2,   3]), tensor([4, 5, 6, 7]), tensor([ 8,  9, 10, 11])) tensor([  2,   1, 100]) tensor([  3, 100,   1,   2]) tensor([[ 1,  2],
# expect:         [ 5,  6],
# expect:         [ 9, 10]]) tensor([4, 5, 6, 7]) tensor([100,   5,  10]) tensor([[100,   0,   0,   0],
# expect:         [  4,   5,   0,   0],
# expect:         [  8,   9,  10,   0]]) tensor([[ 0,  1,  2,  3],
# expect:         [ 0,  0,  6,  7],
# expect:         [ 0,  0,  0, 11]]) tensor([[100,   0,   0],
# expect:         [  0,   1,   0],
# expect:         [  0,   0,   2]]) torch.Size([4, 3]) tensor([[100, 100, 100],
# expect:         [  1,   1,   1]])
# expect: RuntimeError shape '[5, 3]' is invalid for input of size 12
# expect: RuntimeError view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
# expect: RuntimeError only one dimension can be inferred
# expect: RuntimeError shape '[-1, 5]' is invalid for input of size 12
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 3)
# expect: RuntimeError Tensors must have same number of dimensions: got 1 and 2
# expect: RuntimeError stack expects each tensor to be equal size, but got [12] at entry 0 and [2] at entry 1
# expect: RuntimeError The expanded size of the tensor (5) must match the existing size (12) at non-singleton dimension 1.  Target sizes: [2, 5].  Tensor sizes: [12]
# expect: RuntimeError permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims) = 1
# expect: RuntimeError t() expects a tensor with <= 2 dimensions, but self is 3D

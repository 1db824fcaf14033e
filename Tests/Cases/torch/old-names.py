# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Names of old or rare programs.
import warnings
import torch
import torch.nn.functional as F

warnings.simplefilter('ignore')
t = torch.arange(6.).reshape(2, 3)
print(t.new(2, 2).shape, t.new([1, 2]), t.resize(3, 2), t.is_cpu, t.is_meta)
s = t.storage()
print(type(s).__name__, len(s), s[1], s.tolist(), s.dtype, t.untyped_storage().nbytes(), t.t().storage().size())
print(torch.relu_(torch.tensor([-1., 2.])), torch.exp_(torch.zeros(2)), torch.max_pool2d(torch.arange(16.).view(1, 1, 4, 4), 2))
print(torch.max_pool1d(t, 2), torch.slice_scatter(torch.zeros(4), torch.ones(2), 0, 1, 3), t.narrow_copy(1, 0, 2))
print(torch.ops.aten.add(t, 1), torch.ops.aten.relu.default(t - 2), torch.newaxis, torch.get_float32_matmul_precision())
print(torch.cond(torch.tensor(True), lambda x: x + 1, lambda x: x - 1, (torch.ones(2),)), torch.is_signed(t), t.is_same_size(t))
print(torch.lstm_cell(torch.ones(1, 2), (torch.zeros(1, 1), torch.zeros(1, 1)), torch.ones(4, 2), torch.ones(4, 1)))
print(torch.embedding(t, torch.tensor([1, 0])), torch.batch_norm(t, None, None, None, None, True, 0.1, 1e-5, False))
x = torch.zeros(2)
x.map_(torch.ones(2), lambda a, b: a + 2 * b)
print(x, torch.zeros(1).is_nonzero(), isinstance(t.layout, torch.layout))
from torch.utils.data import StackDataset, DistributedSampler, ChainDataset
print(StackDataset(a=[1, 2], b=[3, 4])[1], list(DistributedSampler(range(5), 2, 0, shuffle=False)), len(StackDataset([1], [2])))
bag = torch.nn.EmbeddingBag(4, 2)
bag.weight.data.copy_(torch.arange(8.).view(4, 2))
print(bag(torch.tensor([1, 2, 3, 0]), torch.tensor([0, 3])))
o = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=0.1)
p = torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience=0)
p.step(1.0)
p.step(2.0)
print(p.state_dict())
# expect: torch.Size([2, 2]) tensor([1., 2.]) tensor([[0., 1.],
# expect:         [2., 3.],
# expect:         [4., 5.]]) True False
# expect: TypedStorage 6 1.0 [0.0, 1.0, 2.0, 3.0, 4.0, 5.0] torch.float32 24 6
# expect: tensor([0., 2.]) tensor([1., 1.]) tensor([[[[ 5.,  7.],
# expect:           [13., 15.]]]])
# expect: tensor([[1.],
# expect:         [4.]]) tensor([0., 1., 1., 0.]) tensor([[0., 1.],
# expect:         [3., 4.]])
# expect: tensor([[1., 2., 3.],
# expect:         [4., 5., 6.]]) tensor([[0., 0., 0.],
# expect:         [1., 2., 3.]]) None highest
# expect: tensor([2., 2.]) True True
# expect: (tensor([[0.6083]]), tensor([[0.8491]]))
# expect: tensor([[3., 4., 5.],
# expect:         [0., 1., 2.]]) tensor([[-1.0000, -1.0000, -1.0000],
# expect:         [ 1.0000,  1.0000,  1.0000]])
# expect: tensor([2., 2.]) False True
# expect: {'a': 2, 'b': 4} [0, 2, 4] 1
# expect: tensor([[4., 5.],
# expect:         [0., 1.]], grad_fn=<EmbeddingBagBackward0>)
# expect: {'factor': 0.1, 'default_min_lr': 0, 'min_lrs': [0], 'patience': 0, 'cooldown': 0, 'eps': 1e-08, 'last_epoch': 2, '_last_lr': [0.010000000000000002], 'mode_worse': inf, 'mode': 'min', 'threshold': 0.0001, 'threshold_mode': 'rel', 'best': 1.0, 'cooldown_counter': 0, 'num_bad_epochs': 0}

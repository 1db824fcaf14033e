# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.arange(6.0)
v = x.view(2, 3)
v += 1
v[0] *= 10
x[-1] = -1
print(x, v, v._base is x, v.is_contiguous(), x.storage_offset(), v[1].storage_offset())
t = v.t()
t[0, 0] = 99
print(x, t)
c = v.clone()
c.zero_()
print(v.sum(), c.sum(), v.data_ptr() == x.data_ptr(), c.data_ptr() == x.data_ptr())
x.copy_(torch.arange(6))
x.clamp_(1, 3).neg_()
print(x, x.abs_(), x.sqrt_(), x.add_(1).mul_(2), x.fill_(0.5), x.exp_(), x.log_())
y = torch.zeros(2, 2)
y[:, 0] = torch.tensor([1.0, 2.0])
y[1] += 5
y[y == 0] = 7
y.T[0] = 3
print(y, y.unsqueeze_(0).shape, y.squeeze_().shape, y.t_(), y.transpose_(0, 1))
a = torch.ones(3)
b = a
a = a + 1
print(b)
b += 1
print(a, b, torch.zeros(3).add_(torch.ones(3), alpha=2), torch.ones(2).index_fill_(0, torch.tensor([1]), 9), torch.ones(2, 2).fill_diagonal_(5), torch.ones(3).masked_fill_(torch.tensor([True, False, True]), 0))
# expect: tensor([10., 20., 30.,  4.,  5., -1.]) tensor([[10., 20., 30.],
# expect:         [ 4.,  5., -1.]]) True True 0 3
# expect: tensor([99., 20., 30.,  4.,  5., -1.]) tensor([[99.,  4.],
# expect:         [20.,  5.],
# expect:         [30., -1.]])
# expect: tensor(157.) tensor(0.) True False
# expect: tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000])
# expect: tensor([[3., 7.],
# expect:         [3., 5.]]) torch.Size([1, 2, 2]) torch.Size([2, 2]) tensor([[3., 7.],
# expect:         [3., 5.]]) tensor([[3., 7.],
# expect:         [3., 5.]])
# expect: tensor([1., 1., 1.])
# expect: tensor([2., 2., 2.]) tensor([2., 2., 2.]) tensor([2., 2., 2.]) tensor([1., 9.]) tensor([[5., 1.],
# expect:         [1., 5.]]) tensor([0., 1., 0.])

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
torch.manual_seed(0); print(torch.empty(3,2).t().uniform_())
torch.manual_seed(0); print(torch.empty(3,2).t().normal_())
torch.manual_seed(0); print(torch.empty(3,2).t().bernoulli_(0.5))
torch.manual_seed(0); print(torch.empty(4,3)[:, ::2].t().uniform_())
torch.manual_seed(0); print(torch.empty(2,3,4).permute(2,0,1).random_(10))
torch.manual_seed(0); print(torch.randn_like(torch.empty(4,5).t()))
torch.manual_seed(0); print(torch.nn.functional.dropout(torch.ones(2,3).t(), 0.5))
torch.manual_seed(0); print(torch.empty(3,2).t().exponential_())
torch.manual_seed(0); print(torch.bernoulli(torch.full((3,2),.5).t()))
torch.manual_seed(0); print(torch.rand_like(torch.empty(4,2).t()), torch.rand_like(torch.empty(4,3)[:,::2]).stride())
torch.manual_seed(0); print(torch.nn.functional.dropout(torch.ones(2,6)[:,::2], 0.5))
torch.manual_seed(0); print(torch.nn.functional.alpha_dropout(torch.ones(2,3).t(), 0.5, True))
torch.manual_seed(0); print(torch.empty(3,2).t().bernoulli_(torch.full((2,3),.5)))
# expect: tensor([[0.4963, 0.0885, 0.3074],
# expect:         [0.7682, 0.1320, 0.6341]])
# expect: tensor([[ 1.5410, -2.1788, -1.0845],
# expect:         [-0.2934,  0.5684, -1.3986]])
# expect: tensor([[0., 1., 0.],
# expect:         [0., 0., 0.]])
# expect: tensor([[0.4963, 0.0885, 0.3074, 0.4901],
# expect:         [0.7682, 0.1320, 0.6341, 0.8964]])
# expect: tensor([[[4., 3., 7.],
# expect:          [6., 6., 6.]],
# expect:
# expect:         [[9., 9., 3.],
# expect:          [9., 8., 9.]],
# expect:
# expect:         [[3., 7., 1.],
# expect:          [8., 4., 1.]],
# expect:
# expect:         [[0., 3., 6.],
# expect:          [6., 3., 4.]]])
# expect: tensor([[ 1.5410, -1.3986, -0.5966,  0.1227],
# expect:         [-0.2934,  0.4033,  0.1820, -0.5663],
# expect:         [-2.1788,  0.8380, -0.8567,  0.3731],
# expect:         [ 0.5684, -0.7193,  1.1006, -0.8920],
# expect:         [-1.0845, -0.4033, -1.0712, -1.5091]])
# expect: tensor([[0., 0.],
# expect:         [0., 0.],
# expect:         [2., 0.]])
# expect: tensor([[3.5083, 0.6150, 1.0357],
# expect:         [1.2304, 2.5351, 1.5661]])
# expect: tensor([[1., 0., 1.],
# expect:         [1., 1., 0.]])
# expect: tensor([[0.4963, 0.0885, 0.3074, 0.4901],
# expect:         [0.7682, 0.1320, 0.6341, 0.8964]]) (2, 1)
# expect: tensor([[0., 0., 2.],
# expect:         [0., 0., 0.]])
# expect: tensor([[-0.7792, -0.7792],
# expect:         [-0.7792, -0.7792],
# expect:         [ 1.6656, -0.7792]])
# expect: tensor([[1., 1., 1.],
# expect:         [0., 1., 0.]])

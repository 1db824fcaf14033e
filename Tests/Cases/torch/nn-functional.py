# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.tensor([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]])
print(F.relu(x), F.softmax(x, dim=1), F.log_softmax(x, dim=-1), torch.sigmoid(x), F.leaky_relu(x, 0.1), F.elu(x), F.gelu(x[0]), F.softplus(x), F.silu(x), F.tanh(x))
t = torch.tensor([0, 1])
print(F.cross_entropy(x, t), F.nll_loss(F.log_softmax(x, 1), t), F.mse_loss(x, torch.zeros(2, 3)), F.l1_loss(x, torch.zeros(2, 3)), F.binary_cross_entropy(torch.sigmoid(x[0]), torch.tensor([1.0, 0.0, 1.0])), F.binary_cross_entropy_with_logits(x[0], torch.tensor([1.0, 0.0, 1.0])), F.smooth_l1_loss(x, x + 2), F.mse_loss(x, x, reduction="sum"), F.cross_entropy(x, t, reduction="none"))
print(F.linear(x, torch.ones(2, 3), torch.tensor([1.0, 2.0])), F.normalize(x, dim=1), F.one_hot(t, 3), F.pad(x, (1, 1)), F.dropout(x, 0.5, training=False), F.cosine_similarity(x[:1], x[1:]), F.layer_norm(x, (3,)))
# expect: tensor([[1.0000, 0.0000, 0.5000],
# expect:         [0.0000, 3.0000, 0.0000]]) tensor([[0.6037, 0.0301, 0.3662],
# expect:         [0.0466, 0.9362, 0.0171]]) tensor([[-0.5046, -3.5046, -1.0046],
# expect:         [-3.0659, -0.0659, -4.0659]]) tensor([[0.7311, 0.1192, 0.6225],
# expect:         [0.5000, 0.9526, 0.2689]]) tensor([[ 1.0000, -0.2000,  0.5000],
# expect:         [ 0.0000,  3.0000, -0.1000]]) tensor([[ 1.0000, -0.8647,  0.5000],
# expect:         [ 0.0000,  3.0000, -0.6321]]) tensor([ 0.8413, -0.0455,  0.3457]) tensor([[1.3133, 0.1269, 0.9741],
# expect:         [0.6931, 3.0486, 0.3133]]) tensor([[ 0.7311, -0.2384,  0.3112],
# expect:         [ 0.0000,  2.8577, -0.2689]]) tensor([[ 0.7616, -0.9640,  0.4621],
# expect:         [ 0.0000,  0.9951, -0.7616]])
# expect: tensor(0.2852) tensor(0.2852) tensor(2.5417) tensor(1.2500) tensor(0.3048) tensor(0.3048) tensor(1.5000) tensor(0.) tensor([0.5046, 0.0659])
# expect: tensor([[0.5000, 1.5000],
# expect:         [3.0000, 4.0000]]) tensor([[ 0.4364, -0.8729,  0.2182],
# expect:         [ 0.0000,  0.9487, -0.3162]]) tensor([[1, 0, 0],
# expect:         [0, 1, 0]]) tensor([[ 0.0000,  1.0000, -2.0000,  0.5000,  0.0000],
# expect:         [ 0.0000,  0.0000,  3.0000, -1.0000,  0.0000]]) tensor([[ 1.0000, -2.0000,  0.5000],
# expect:         [ 0.0000,  3.0000, -1.0000]]) tensor([-0.8971]) tensor([[ 0.8890, -1.3970,  0.5080],
# expect:         [-0.3922,  1.3728, -0.9806]])

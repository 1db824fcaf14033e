# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Functions of functions, probability distributions.
import torch
from torch.distributions import Bernoulli, Categorical, MultivariateNormal, Normal, Uniform, kl_divergence
from torch.func import functional_call, grad, jvp, vjp, vmap

print(grad(lambda x: (x ** 3).sum())(torch.tensor([1.0, 2.0])))
print(grad(grad(torch.sin))(torch.tensor(0.5)))
print(vmap(torch.dot)(torch.arange(6.).reshape(2, 3), torch.ones(2, 3)))
value, pull = vjp(lambda x: x * x, torch.tensor([1.0, 2.0]))
print(value, pull(torch.ones(2)))
print(jvp(lambda x: x * x, (torch.tensor([1.0, 2.0]),), (torch.tensor([1.0, 0.5]),)))
layer = torch.nn.Linear(2, 1)
print(functional_call(layer, {'weight': torch.ones(1, 2), 'bias': torch.zeros(1)}, (torch.ones(3, 2),)))
print(torch.autograd.gradcheck(torch.sin, torch.rand(3, dtype=torch.double, requires_grad=True)))
torch.manual_seed(0)
n = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
print(n, n.sample(), n.rsample((2,)), n.log_prob(torch.tensor(0.5)), n.entropy(), n.cdf(torch.tensor(0.0)))
c = Categorical(torch.tensor([0.2, 0.3, 0.5]))
print(c, c.sample((5,)), c.log_prob(torch.tensor(2)), c.entropy())
b = Bernoulli(logits=torch.tensor([0.0, 1.0]))
print(b, b.sample(), b.log_prob(torch.tensor([1.0, 0.0])))
print(Uniform(0.0, 2.0).sample((3,)))
m = MultivariateNormal(torch.zeros(2), torch.tensor([[2.0, 0.5], [0.5, 1.0]]))
print(m.sample(), m.log_prob(torch.ones(2)), m.entropy())
print(kl_divergence(Normal(0.0, 1.0), Normal(1.0, 2.0)), kl_divergence(c, Categorical(logits=torch.zeros(3))))
try:
    Normal(0.0, -1.0)
except ValueError as e:
    print(str(e)[:60])
# expect: tensor([ 3., 12.])
# expect: tensor(-0.4794)
# expect: tensor([ 3., 12.])
# expect: tensor([1., 4.]) (tensor([2., 4.]),)
# expect: (tensor([1., 4.]), tensor([2., 2.]))
# expect: tensor([[2.],
# expect:         [2.],
# expect:         [2.]])
# expect: True
# expect: Normal(loc: torch.Size([2]), scale: torch.Size([2])) tensor([1.5410, 0.4131]) tensor([[-2.1788,  2.1369],
# expect:         [-1.0845, -1.7972]]) tensor([-1.0439, -1.6433]) tensor([1.4189, 2.1121]) tensor([0.5000, 0.3085])
# expect: Categorical(probs: torch.Size([3]), logits: torch.Size([3])) tensor([0, 1, 2, 1, 1]) tensor(-0.6931) tensor(1.0297)
# expect: Bernoulli(probs: torch.Size([2]), logits: torch.Size([2])) tensor([1., 0.]) tensor([-0.6931, -1.3133])
# expect: tensor([0.8388, 1.1058, 1.9055])
# expect: tensor([-1.0223,  2.4256]) tensor(-2.6891) tensor(3.1177)
# expect: tensor(0.4431) tensor(0.0690)
# expect: Expected parameter scale (Tensor of shape ()) of distributio

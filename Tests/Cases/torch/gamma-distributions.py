# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Gamma, beta, Dirichlet, chi-squared and Student distributions: samples to the bit, moments, densities.
import torch
from torch.distributions import Gamma, Beta, Dirichlet, Chi2, StudentT
torch.manual_seed(7)
g=Gamma(torch.tensor([1.0,0.4]),torch.tensor([1.0,2.0])); print(g, g.sample((3,)), g.mean, g.variance, g.log_prob(torch.tensor([1.,2.])), g.entropy(), g.batch_shape)
b=Beta(torch.tensor([0.5,3.]),torch.tensor([0.5,1.])); print(b, b.sample((2,)), b.mean, b.variance, b.log_prob(torch.tensor([.1,.2])), b.entropy(), b.concentration1)
d=Dirichlet(torch.tensor([0.5,1.,2.])); print(d, d.sample((2,)), d.mean, d.variance, d.log_prob(torch.tensor([.2,.3,.5])), d.entropy(), d.event_shape)
c=Chi2(torch.tensor([3.])); print(c, c.sample(), c.mean)
s=StudentT(torch.tensor([3.]),1.,2.); print(s, s.sample((2,)), s.mean, s.variance, s.log_prob(torch.tensor([0.3])))
print(torch.rand(1), Gamma(2.,3.).sample().shape)
# expect: Gamma(concentration: torch.Size([2]), rate: torch.Size([2])) tensor([[0.5538, 0.0726],
# expect:         [1.1009, 0.0067],
# expect:         [0.9611, 0.5496]]) tensor([1.0000, 0.2000]) tensor([1.0000, 0.1000]) tensor([-1.0000, -4.9353]) tensor([ 1.0000, -1.0333]) torch.Size([2])
# expect: Beta() tensor([[0.6882, 0.7312],
# expect:         [0.0204, 0.7598]]) tensor([0.5000, 0.7500]) tensor([0.1250, 0.0375]) tensor([ 0.0592, -2.1203]) tensor([-0.2416, -0.4319]) tensor([0.5000, 3.0000])
# expect: Dirichlet(concentration: torch.Size([3])) tensor([[0.0262, 0.4951, 0.4787],
# expect:         [0.2742, 0.2465, 0.4793]]) tensor([0.1429, 0.2857, 0.5714]) tensor([0.0272, 0.0454, 0.0544]) tensor(0.7402) tensor(-1.4816) torch.Size([3])
# expect: Chi2() tensor([6.4005]) tensor([3.])
# expect: StudentT(df: tensor([3.]), loc: tensor([1.]), scale: tensor([2.])) tensor([[-1.4050],
# expect:         [ 5.4608]]) tensor([1.]) tensor([12.]) tensor([-1.7741])
# expect: tensor([0.6009]) torch.Size([])

# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Divergences of all pairs; counts drawn; gradients through gamma numbers.
import torch
from torch.distributions import *
from torch.distributions import constraints
torch.manual_seed(0)
print(Wishart(torch.tensor(3.0), torch.eye(2)).sample())
torch.manual_seed(0)
print(Chi2(torch.tensor([3.0, 2.0])).sample())
torch.manual_seed(0)
print(torch._standard_gamma(torch.tensor([1.5, 1.0])), torch.randn(1))
torch.manual_seed(0)
print(torch._standard_gamma(torch.tensor([[1.5, 1.0]])), torch.randn(1, 1))
print(kl_divergence(Normal(0.0, 1.0), Gumbel(0.0, 2.0)), kl_divergence(Normal(1.0, 0.5), Gumbel(0.3, 2.0)))
print(kl_divergence(Gumbel(0.0, 2.0), Gumbel(1.0, 0.7)), kl_divergence(Cauchy(0.0, 2.0), Cauchy(1.0, 0.7)))
print(kl_divergence(Pareto(1.0, 2.0), Pareto(0.5, 1.0)))
print(kl_divergence(ContinuousBernoulli(torch.tensor(0.3)), ContinuousBernoulli(torch.tensor(0.6))))
print(kl_divergence(Binomial(5, torch.tensor(0.3)), Binomial(5, torch.tensor(0.6))))
ps = [Normal(0.3, 0.8), Laplace(0.3, 0.8), Gumbel(0.3, 0.8), Exponential(1.3), Gamma(1.3, 0.7), Beta(1.3, 0.7), Uniform(0.2, 0.8), Uniform(-1.0, 1.0), Pareto(0.5, 2.0), Bernoulli(0.3), Poisson(2.0), Categorical(torch.tensor([0.3, 0.7])), HalfNormal(0.3), LogNormal(0.3, 0.5), ContinuousBernoulli(torch.tensor(0.3)), Geometric(torch.tensor(0.3)), Cauchy(0.1, 0.3), Chi2(2.0)]
for p in ps:
    for q in ps:
        try:
            print(type(p).__name__, type(q).__name__, f'{kl_divergence(p, q).item():.3f}')
        except NotImplementedError:
            print(type(p).__name__, type(q).__name__, 'no')
torch.manual_seed(1)
for n, p in [(30, 0.5), (100, 0.9), (1000, 0.02), (50, 0.21), (10, 1.0), (20, 0.6)]:
    print(Binomial(n, torch.tensor(p)).sample((8,)))
a = torch.tensor([0.5, 2.0, 10.0], requires_grad=True)
Gamma(a, 1.0).rsample().sum().backward()
print(a.grad)
b = torch.tensor(3.0, requires_grad=True)
torch.manual_seed(2)
x = Chi2(b).rsample()
x.backward()
print(x, b.grad)
c = torch.tensor([1.0, 2.0], requires_grad=True)
torch.manual_seed(2)
d = Beta(c[0], c[1]).rsample()
d.backward()
print(d, c.grad)
for c in [
        constraints.positive, constraints.unit_interval, constraints.simplex, constraints.real,
        constraints.greater_than(2.0), constraints.interval(-1.0, 3.0), constraints.less_than(1.0)]:
    print(c, biject_to(c), transform_to(c))
    print(transform_to(c)(torch.zeros(2, 2)) if c is not constraints.lower_cholesky else '')
print(Multinomial(4, torch.tensor([0.2, 0.3, 0.5])).entropy(), Binomial(4, torch.tensor(0.3)).entropy())
print(Beta(2.0, 3.0).mode, Dirichlet(torch.tensor([0.5, 0.2])).mode, StudentT(3.0).entropy())
print(Kumaraswamy(2.0, 3.0).mode)
# expect: tensor([[0.4285, 0.6953],
# expect:         [0.6953, 1.5480]])
# expect: tensor([7.4963, 0.9093])
# expect: tensor([3.7482, 0.4546]) tensor([-1.0845])
# expect: tensor([[3.7482, 0.4546]]) tensor([[-1.0845]])
# expect: tensor(0.4074) tensor(1.0444)
# expect: tensor(18.5789) tensor(0.3923)
# expect: tensor(0.8863)
# expect: tensor(0.0645)
# expect: tensor(0.9189)
# expect: Normal Normal 0.000
# expect: Normal Laplace 0.072
# expect: Normal Gumbel 0.230
# expect: Normal Exponential inf
# expect: Normal Gamma inf
# expect: Normal Beta inf
# expect: Normal Uniform inf
# expect: Normal Uniform inf
# expect: Normal Pareto inf
# expect: Normal Bernoulli no
# expect: Normal Poisson no
# expect: Normal Categorical no
# expect: Normal HalfNormal no
# expect: Normal LogNormal no
# expect: Normal ContinuousBernoulli inf
# expect: Normal Geometric no
# expect: Normal Cauchy no
# expect: Normal Chi2 inf
# expect: Laplace Normal 0.226
# expect: Laplace Laplace 0.000
# expect: Laplace Gumbel no
# expect: Laplace Exponential inf
# expect: Laplace Gamma inf
# expect: Laplace Beta inf
# expect: Laplace Uniform inf
# expect: Laplace Uniform inf
# expect: Laplace Pareto inf
# expect: Laplace Bernoulli no
# expect: Laplace Poisson no
# expect: Laplace Categorical no
# expect: Laplace HalfNormal no
# expect: Laplace LogNormal no
# expect: Laplace ContinuousBernoulli inf
# expect: Laplace Geometric no
# expect: Laplace Cauchy no
# expect: Laplace Chi2 inf
# expect: Gumbel Normal 0.331
# expect: Gumbel Laplace no
# expect: Gumbel Gumbel 0.000
# expect: Gumbel Exponential inf
# expect: Gumbel Gamma inf
# expect: Gumbel Beta inf
# expect: Gumbel Uniform inf
# expect: Gumbel Uniform inf
# expect: Gumbel Pareto inf
# expect: Gumbel Bernoulli no
# expect: Gumbel Poisson no
# expect: Gumbel Categorical no
# expect: Gumbel HalfNormal no
# expect: Gumbel LogNormal no
# expect: Gumbel ContinuousBernoulli inf
# expect: Gumbel Geometric no
# expect: Gumbel Cauchy no
# expect: Gumbel Chi2 inf
# expect: Exponential Normal 0.592
# expect: Exponential Laplace no
# expect: Exponential Gumbel 0.368
# expect: Exponential Exponential 0.000
# expect: Exponential Gamma 0.408
# expect: Exponential Beta inf
# expect: Exponential Uniform inf
# expect: Exponential Uniform inf
# expect: Exponential Pareto inf
# expect: Exponential Bernoulli no
# expect: Exponential Poisson no
# expect: Exponential Categorical no
# expect: Exponential HalfNormal no
# expect: Exponential LogNormal no
# expect: Exponential ContinuousBernoulli inf
# expect: Exponential Geometric no
# expect: Exponential Cauchy no
# expect: Exponential Chi2 0.340
# expect: Gamma Normal 3.064
# expect: Gamma Laplace no
# expect: Gamma Gumbel 0.508
# expect: Gamma Exponential 0.553
# expect: Gamma Gamma 0.000
# expect: Gamma Beta inf
# expect: Gamma Uniform inf
# expect: Gamma Uniform inf
# expect: Gamma Pareto inf
# expect: Gamma Bernoulli no
# expect: Gamma Poisson no
# expect: Gamma Categorical no
# expect: Gamma HalfNormal no
# expect: Gamma LogNormal no
# expect: Gamma ContinuousBernoulli inf
# expect: Gamma Geometric no
# expect: Gamma Cauchy no
# expect: Gamma Chi2 0.022
# expect: Beta Normal 1.013
# expect: Beta Laplace no
# expect: Beta Gumbel no
# expect: Beta Exponential 0.745
# expect: Beta Gamma 1.151
# expect: Beta Beta 0.000
# expect: Beta Uniform inf
# expect: Beta Uniform 0.856
# expect: Beta Pareto inf
# expect: Beta Bernoulli no
# expect: Beta Poisson no
# expect: Beta Categorical no
# expect: Beta HalfNormal no
# expect: Beta LogNormal no
# expect: Beta ContinuousBernoulli 0.319
# expect: Beta Geometric no
# expect: Beta Cauchy no
# expect: Beta Chi2 1.181
# expect: Uniform Normal 1.261
# expect: Uniform Laplace no
# expect: Uniform Gumbel 1.335
# expect: Uniform Exponential 0.898
# expect: Uniform Gamma 1.445
# expect: Uniform Beta 0.664
# expect: Uniform Uniform 0.000
# expect: Uniform Uniform 1.204
# expect: Uniform Pareto inf
# expect: Uniform Bernoulli no
# expect: Uniform Poisson no
# expect: Uniform Categorical no
# expect: Uniform HalfNormal no
# expect: Uniform LogNormal no
# expect: Uniform ContinuousBernoulli 0.541
# expect: Uniform Geometric no
# expect: Uniform Cauchy no
# expect: Uniform Chi2 1.454
# expect: Uniform Normal 0.333
# expect: Uniform Laplace no
# expect: Uniform Gumbel 0.573
# expect: Uniform Exponential inf
# expect: Uniform Gamma inf
# expect: Uniform Beta inf
# expect: Uniform Uniform inf
# expect: Uniform Uniform 0.000
# expect: Uniform Pareto inf
# expect: Uniform Bernoulli no
# expect: Uniform Poisson no
# expect: Uniform Categorical no
# expect: Uniform HalfNormal no
# expect: Uniform LogNormal no
# expect: Uniform ContinuousBernoulli inf
# expect: Uniform Geometric no
# expect: Uniform Cauchy no
# expect: Uniform Chi2 inf
# expect: Pareto Normal inf
# expect: Pareto Laplace no
# expect: Pareto Gumbel no
# expect: Pareto Exponential 0.924
# expect: Pareto Gamma 1.000
# expect: Pareto Beta inf
# expect: Pareto Uniform inf
# expect: Pareto Uniform inf
# expect: Pareto Pareto 0.000
# expect: Pareto Bernoulli no
# expect: Pareto Poisson no
# expect: Pareto Categorical no
# expect: Pareto HalfNormal no
# expect: Pareto LogNormal no
# expect: Pareto ContinuousBernoulli inf
# expect: Pareto Geometric no
# expect: Pareto Cauchy no
# expect: Pareto Chi2 1.079
# expect: Bernoulli Normal no
# expect: Bernoulli Laplace no
# expect: Bernoulli Gumbel no
# expect: Bernoulli Exponential no
# expect: Bernoulli Gamma no
# expect: Bernoulli Beta no
# expect: Bernoulli Uniform no
# expect: Bernoulli Uniform no
# expect: Bernoulli Pareto no
# expect: Bernoulli Bernoulli 0.000
# expect: Bernoulli Poisson 1.181
# expect: Bernoulli Categorical no
# expect: Bernoulli HalfNormal no
# expect: Bernoulli LogNormal no
# expect: Bernoulli ContinuousBernoulli no
# expect: Bernoulli Geometric no
# expect: Bernoulli Cauchy no
# expect: Bernoulli Chi2 no
# expect: Poisson Normal no
# expect: Poisson Laplace no
# expect: Poisson Gumbel no
# expect: Poisson Exponential no
# expect: Poisson Gamma no
# expect: Poisson Beta no
# expect: Poisson Uniform no
# expect: Poisson Uniform no
# expect: Poisson Pareto no
# expect: Poisson Bernoulli inf
# expect: Poisson Poisson 0.000
# expect: Poisson Categorical no
# expect: Poisson HalfNormal no
# expect: Poisson LogNormal no
# expect: Poisson ContinuousBernoulli no
# expect: Poisson Geometric no
# expect: Poisson Cauchy no
# expect: Poisson Chi2 no
# expect: Categorical Normal no
# expect: Categorical Laplace no
# expect: Categorical Gumbel no
# expect: Categorical Exponential no
# expect: Categorical Gamma no
# expect: Categorical Beta no
# expect: Categorical Uniform no
# expect: Categorical Uniform no
# expect: Categorical Pareto no
# expect: Categorical Bernoulli no
# expect: Categorical Poisson no
# expect: Categorical Categorical 0.000
# expect: Categorical HalfNormal no
# expect: Categorical LogNormal no
# expect: Categorical ContinuousBernoulli no
# expect: Categorical Geometric no
# expect: Categorical Cauchy no
# expect: Categorical Chi2 no
# expect: HalfNormal Normal no
# expect: HalfNormal Laplace no
# expect: HalfNormal Gumbel no
# expect: HalfNormal Exponential no
# expect: HalfNormal Gamma no
# expect: HalfNormal Beta no
# expect: HalfNormal Uniform no
# expect: HalfNormal Uniform no
# expect: HalfNormal Pareto no
# expect: HalfNormal Bernoulli no
# expect: HalfNormal Poisson no
# expect: HalfNormal Categorical no
# expect: HalfNormal HalfNormal 0.000
# expect: HalfNormal LogNormal no
# expect: HalfNormal ContinuousBernoulli no
# expect: HalfNormal Geometric no
# expect: HalfNormal Cauchy no
# expect: HalfNormal Chi2 no
# expect: LogNormal Normal no
# expect: LogNormal Laplace no
# expect: LogNormal Gumbel no
# expect: LogNormal Exponential no
# expect: LogNormal Gamma no
# expect: LogNormal Beta no
# expect: LogNormal Uniform no
# expect: LogNormal Uniform no
# expect: LogNormal Pareto no
# expect: LogNormal Bernoulli no
# expect: LogNormal Poisson no
# expect: LogNormal Categorical no
# expect: LogNormal HalfNormal no
# expect: LogNormal LogNormal 0.000
# expect: LogNormal ContinuousBernoulli no
# expect: LogNormal Geometric no
# expect: LogNormal Cauchy no
# expect: LogNormal Chi2 no
# expect: ContinuousBernoulli Normal 0.801
# expect: ContinuousBernoulli Laplace no
# expect: ContinuousBernoulli Gumbel no
# expect: ContinuousBernoulli Exponential 0.326
# expect: ContinuousBernoulli Gamma no
# expect: ContinuousBernoulli Beta no
# expect: ContinuousBernoulli Uniform inf
# expect: ContinuousBernoulli Uniform inf
# expect: ContinuousBernoulli Pareto inf
# expect: ContinuousBernoulli Bernoulli no
# expect: ContinuousBernoulli Poisson no
# expect: ContinuousBernoulli Categorical no
# expect: ContinuousBernoulli HalfNormal no
# expect: ContinuousBernoulli LogNormal no
# expect: ContinuousBernoulli ContinuousBernoulli 0.000
# expect: ContinuousBernoulli Geometric no
# expect: ContinuousBernoulli Cauchy no
# expect: ContinuousBernoulli Chi2 no
# expect: Geometric Normal no
# expect: Geometric Laplace no
# expect: Geometric Gumbel no
# expect: Geometric Exponential no
# expect: Geometric Gamma no
# expect: Geometric Beta no
# expect: Geometric Uniform no
# expect: Geometric Uniform no
# expect: Geometric Pareto no
# expect: Geometric Bernoulli no
# expect: Geometric Poisson no
# expect: Geometric Categorical no
# expect: Geometric HalfNormal no
# expect: Geometric LogNormal no
# expect: Geometric ContinuousBernoulli no
# expect: Geometric Geometric 0.000
# expect: Geometric Cauchy no
# expect: Geometric Chi2 no
# expect: Cauchy Normal no
# expect: Cauchy Laplace no
# expect: Cauchy Gumbel no
# expect: Cauchy Exponential no
# expect: Cauchy Gamma no
# expect: Cauchy Beta no
# expect: Cauchy Uniform no
# expect: Cauchy Uniform no
# expect: Cauchy Pareto no
# expect: Cauchy Bernoulli no
# expect: Cauchy Poisson no
# expect: Cauchy Categorical no
# expect: Cauchy HalfNormal no
# expect: Cauchy LogNormal no
# expect: Cauchy ContinuousBernoulli no
# expect: Cauchy Geometric no
# expect: Cauchy Cauchy 0.000
# expect: Cauchy Chi2 no
# expect: Chi2 Normal 4.385
# expect: Chi2 Laplace no
# expect: Chi2 Gumbel 0.624
# expect: Chi2 Exponential 0.644
# expect: Chi2 Gamma 0.028
# expect: Chi2 Beta inf
# expect: Chi2 Uniform inf
# expect: Chi2 Uniform inf
# expect: Chi2 Pareto inf
# expect: Chi2 Bernoulli no
# expect: Chi2 Poisson no
# expect: Chi2 Categorical no
# expect: Chi2 HalfNormal no
# expect: Chi2 LogNormal no
# expect: Chi2 ContinuousBernoulli inf
# expect: Chi2 Geometric no
# expect: Chi2 Cauchy no
# expect: Chi2 Chi2 0.000
# expect: tensor([10., 13., 15., 15., 16., 15., 17., 11.])
# expect: tensor([89., 90., 86., 87., 91., 83., 83., 90.])
# expect: tensor([15., 18., 19., 24., 18., 22., 19., 23.])
# expect: tensor([13., 15.,  7.,  9., 10., 11.,  7.,  8.])
# expect: tensor([10., 10., 10., 10., 10., 10., 10., 10.])
# expect: tensor([13.,  7.,  8., 12., 12., 10., 13., 11.])
# expect: tensor([0.8687, 0.6205, 1.0142])
# expect: tensor(3.2875, grad_fn=<DivBackward0>) tensor(1.1677)
# expect: tensor(0.4275, grad_fn=<SelectBackward0>) tensor([ 0.2852, -0.1596])
# expect: GreaterThan(lower_bound=0.0) ComposeTransform(
# expect:     ExpTransform(),
# expect:     AffineTransform()
# expect: ) ComposeTransform(
# expect:     ExpTransform(),
# expect:     AffineTransform()
# expect: )
# expect: tensor([[1., 1.],
# expect:         [1., 1.]])
# expect: Interval(lower_bound=0.0, upper_bound=1.0) SigmoidTransform() SigmoidTransform()
# expect: tensor([[0.5000, 0.5000],
# expect:         [0.5000, 0.5000]])
# expect: Simplex() StickBreakingTransform() SoftmaxTransform()
# expect: tensor([[0.5000, 0.5000],
# expect:         [0.5000, 0.5000]])
# expect: Real() ComposeTransform(
# expect:     
# expect: ) ComposeTransform(
# expect:     
# expect: )
# expect: tensor([[0., 0.],
# expect:         [0., 0.]])
# expect: GreaterThan(lower_bound=2.0) ComposeTransform(
# expect:     ExpTransform(),
# expect:     AffineTransform()
# expect: ) ComposeTransform(
# expect:     ExpTransform(),
# expect:     AffineTransform()
# expect: )
# expect: tensor([[3., 3.],
# expect:         [3., 3.]])
# expect: Interval(lower_bound=-1.0, upper_bound=3.0) ComposeTransform(
# expect:     SigmoidTransform(),
# expect:     AffineTransform()
# expect: ) ComposeTransform(
# expect:     SigmoidTransform(),
# expect:     AffineTransform()
# expect: )
# expect: tensor([[1., 1.],
# expect:         [1., 1.]])
# expect: LessThan(upper_bound=1.0) ComposeTransform(
# expect:     ExpTransform(),
# expect:     AffineTransform()
# expect: ) ComposeTransform(
# expect:     ExpTransform(),
# expect:     AffineTransform()
# expect: )
# expect: tensor([[0., 0.],
# expect:         [0., 0.]])
# expect: tensor(2.3491) tensor(1.2940)
# expect: tensor(0.3333) tensor([1., 0.]) tensor(1.7735)
# expect: tensor(nan)

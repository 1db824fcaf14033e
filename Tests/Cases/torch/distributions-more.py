# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""Distributions in less frequent use, their supports, transforms and refusals."""
import torch
import torch.distributions as D

one, two = torch.tensor([1.0, 2.0]), torch.tensor([2.0, 3.0])
for d in (D.Cauchy(one, two), D.HalfNormal(two), D.Geometric(torch.tensor([0.3, 0.6])), D.Pareto(one, two), D.Weibull(one, two),
          D.Kumaraswamy(one, two), D.ContinuousBernoulli(torch.tensor([0.3, 0.5])), D.InverseGamma(two, one),
          D.NegativeBinomial(two, torch.tensor([0.3, 0.6])), D.LogNormal(one, two), D.Gumbel(one, two),
          D.TransformedDistribution(D.Normal(one, two), [D.AffineTransform(1.0, 2.0), D.SigmoidTransform()])):
    torch.manual_seed(1)
    value = d.sample()
    print(d, d.support, d.batch_shape, d.has_rsample)
    print(value, d.log_prob(value), d.expand((3, 2)).sample().shape)
for call in ("D.Normal('a', 1)", "D.Normal(0., 1.).log_prob('a')", "D.Normal(0., 1.).log_prob(torch.tensor(float('nan')))",
             "D.Categorical(probs=torch.tensor([-1., 2.]))", "D.Bernoulli(2.)", "D.Uniform(1., 0.)", "D.Exponential(-1.)",
             "D.Beta(-1., 1.)", "D.Categorical(torch.ones(3)).log_prob(torch.tensor(5))", "D.Independent(D.Normal(0., 1.), 1)",
             "D.MultivariateNormal(torch.zeros(2), -torch.eye(2))", "D.Normal(0., 1.).enumerate_support()"):
    try:
        print(eval(call))
    except Exception as error:
        print(type(error).__name__, error)
from torch.distributions.weibull import Weibull
print(Weibull, D.constraints.positive, D.Normal.arg_constraints)
# expect: Cauchy(loc: torch.Size([2]), scale: torch.Size([2])) Real() torch.Size([2]) True
# expect: tensor([-9.2991, -1.5225]) tensor([-5.1527, -3.1099]) torch.Size([3, 2])
# expect: HalfNormal() GreaterThanEq(lower_bound=0.0) torch.Size([2]) True
# expect: tensor([1.3227, 0.8008]) tensor([-1.1376, -1.3600]) torch.Size([3, 2])
# expect: Geometric(probs: torch.Size([2])) IntegerGreaterThan(lower_bound=0) torch.Size([2]) False
# expect: tensor([0., 1.]) tensor([-1.2040, -1.4271]) torch.Size([3, 2])
# expect: Pareto(alpha: torch.Size([2]), scale: torch.Size([2])) GreaterThanEq(lower_bound=tensor([1., 2.])) torch.Size([2]) True
# expect: tensor([1.0320, 2.1769]) tensor([0.5987, 0.0664]) torch.Size([3, 2])
# expect: Weibull(scale: torch.Size([2]), concentration: torch.Size([2])) GreaterThan(lower_bound=0.0) torch.Size([2]) True
# expect: tensor([0.2510, 1.2671]) tensor([-0.7522, -0.7616]) torch.Size([3, 2])
# expect: Kumaraswamy(concentration1: torch.Size([2]), concentration0: torch.Size([2])) Interval(lower_bound=0.0, upper_bound=1.0) torch.Size([2]) True
# expect: tensor([0.1296, 0.5885]) tensor([0.5544, 0.4113]) torch.Size([3, 2])
# expect: ContinuousBernoulli(probs: torch.Size([2])) Interval(lower_bound=0.0, upper_bound=1.0) torch.Size([2]) True
# expect: tensor([0.6695, 0.2793]) tensor([-0.1734,  0.0000]) torch.Size([3, 2])
# expect: InverseGamma() GreaterThan(lower_bound=0.0) torch.Size([2]) True
# expect: tensor([0.3739, 0.6396]) tensor([0.2768, 0.0469]) torch.Size([3, 2])
# expect: NegativeBinomial(total_count: torch.Size([2]), probs: torch.Size([2]), logits: torch.Size([2])) IntegerGreaterThan(lower_bound=0) torch.Size([2]) False
# expect: tensor([1., 7.]) tensor([-1.2242, -2.7411]) torch.Size([3, 2])
# expect: LogNormal() GreaterThan(lower_bound=0.0) torch.Size([2]) True
# expect: tensor([10.2032, 16.4573]) tensor([-4.1535, -4.8539]) torch.Size([3, 2])
# expect: Gumbel(loc: torch.Size([2]), scale: torch.Size([2])) Real() torch.Size([2]) True
# expect: tensor([3.5634, 1.2701]) tensor([-2.2524, -2.1308]) torch.Size([3, 2])
# expect: TransformedDistribution() Interval(lower_bound=0.0, upper_bound=1.0) torch.Size([2]) True
# expect: tensor([0.9965, 0.9986]) tensor([3.1285, 3.8579]) torch.Size([3, 2])
# expect: ValueError Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__.
# expect: ValueError The value argument to log_prob must be a Tensor
# expect: ValueError Expected value argument (Tensor of shape ()) to be within the support (Real()) of the distribution Normal(loc: 0.0, scale: 1.0), but found invalid values:
# expect: nan
# expect: ValueError Expected parameter probs (Tensor of shape (2,)) of distribution Categorical(probs: torch.Size([2])) to satisfy the constraint Simplex(), but found invalid values:
# expect: tensor([-1.,  2.])
# expect: ValueError Expected parameter probs (Tensor of shape ()) of distribution Bernoulli(probs: 2.0) to satisfy the constraint Interval(lower_bound=0.0, upper_bound=1.0), but found invalid values:
# expect: 2.0
# expect: ValueError Expected parameter low (Tensor of shape ()) of distribution Uniform(low: 1.0, high: 0.0) to satisfy the constraint LessThan(upper_bound=0.0), but found invalid values:
# expect: 1.0
# expect: ValueError Expected parameter rate (Tensor of shape ()) of distribution Exponential(rate: -1.0) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values:
# expect: -1.0
# expect: ValueError Expected parameter concentration (Tensor of shape (2,)) of distribution Dirichlet(concentration: torch.Size([2])) to satisfy the constraint IndependentConstraint(GreaterThan(lower_bound=0.0), 1), but found invalid values:
# expect: tensor([-1.,  1.])
# expect: ValueError Expected value argument (Tensor of shape ()) to be within the support (IntegerInterval(lower_bound=0, upper_bound=2)) of the distribution Categorical(probs: torch.Size([3])), but found invalid values:
# expect: 5
# expect: ValueError Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual 1 vs 0
# expect: ValueError Expected parameter covariance_matrix (Tensor of shape (2, 2)) of distribution MultivariateNormal(loc: torch.Size([2]), covariance_matrix: torch.Size([2, 2])) to satisfy the constraint PositiveDefinite(), but found invalid values:
# expect: tensor([[-1., -0.],
# expect:         [-0., -1.]])
# expect: NotImplementedError 
# expect: <class 'torch.distributions.weibull.Weibull'> GreaterThan(lower_bound=0.0) {'loc': Real(), 'scale': GreaterThan(lower_bound=0.0)}

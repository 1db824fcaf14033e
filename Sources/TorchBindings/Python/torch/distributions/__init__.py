"""Probability distributions: sampling in torch's order of random numbers, densities, divergences."""
from torch.distributions import constraints, utils
from torch.distributions._base import Distribution, ExponentialFamily, _broadcast, _clamped, _Either
from torch.distributions._discrete import (Bernoulli, Binomial, Categorical, Geometric, Multinomial, OneHotCategorical,
                                           OneHotCategoricalStraightThrough, Poisson)
from torch.distributions._continuous import Cauchy, Exponential, Gumbel, Laplace, Normal, Uniform
from torch.distributions._continuous_rare import ContinuousBernoulli, GeneralizedPareto, VonMises
from torch.distributions._gammas import (Beta, Chi2, Dirichlet, FisherSnedecor, Gamma, NegativeBinomial, StudentT,
                                         _standard_gamma)
from torch.distributions.transforms import *
from torch.distributions._combined import Independent, MixtureSameFamily, TransformedDistribution
from torch.distributions._transformed import (HalfCauchy, HalfNormal, InverseGamma, Kumaraswamy, LogisticNormal, LogNormal, Pareto,
                                              Weibull)
from torch.distributions._relaxed import (ExpRelaxedCategorical, LogitRelaxedBernoulli, RelaxedBernoulli,
                                          RelaxedOneHotCategorical)
from torch.distributions._multivariate import LKJCholesky, LowRankMultivariateNormal, MultivariateNormal, Wishart
from torch.distributions.constraint_registry import biject_to, transform_to
from torch.distributions.kl import _table as _KL_REGISTRY, kl_divergence, register_kl

# Where PyTorch keeps each class.
_places = dict(
    bernoulli=[Bernoulli], beta=[Beta], binomial=[Binomial], categorical=[Categorical], cauchy=[Cauchy], chi2=[Chi2],
    continuous_bernoulli=[ContinuousBernoulli], dirichlet=[Dirichlet], distribution=[Distribution],
    exp_family=[ExponentialFamily], exponential=[Exponential], fishersnedecor=[FisherSnedecor], gamma=[Gamma],
    generalized_pareto=[GeneralizedPareto], geometric=[Geometric], gumbel=[Gumbel], half_cauchy=[HalfCauchy],
    half_normal=[HalfNormal], independent=[Independent], inverse_gamma=[InverseGamma], kumaraswamy=[Kumaraswamy],
    laplace=[Laplace], lkj_cholesky=[LKJCholesky], log_normal=[LogNormal], logistic_normal=[LogisticNormal],
    lowrank_multivariate_normal=[LowRankMultivariateNormal], mixture_same_family=[MixtureSameFamily],
    multinomial=[Multinomial], multivariate_normal=[MultivariateNormal], negative_binomial=[NegativeBinomial],
    normal=[Normal], one_hot_categorical=[OneHotCategorical, OneHotCategoricalStraightThrough], pareto=[Pareto],
    poisson=[Poisson], relaxed_bernoulli=[RelaxedBernoulli, LogitRelaxedBernoulli],
    relaxed_categorical=[RelaxedOneHotCategorical, ExpRelaxedCategorical], studentT=[StudentT],
    transformed_distribution=[TransformedDistribution], uniform=[Uniform], von_mises=[VonMises], weibull=[Weibull],
    wishart=[Wishart])


def _make_parts():
    import sys
    for name, classes in _places.items():
        part = type(sys)(f'{__name__}.{name}')
        for cls in classes:
            setattr(part, cls.__name__, cls)
            cls.__module__ = part.__name__
        sys.modules[part.__name__] = globals()[name] = part


_make_parts()
__all__ = [cls.__name__ for classes in _places.values() for cls in classes]
__all__ += ["biject_to", "kl_divergence", "register_kl", "transform_to"]

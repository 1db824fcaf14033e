"""Transforms from all numbers to where a constraint holds."""
from torch.distributions import constraints, transforms

__all__ = ['ConstraintRegistry', 'biject_to', 'transform_to']


class ConstraintRegistry:
    def __init__(self):
        self._table = {}

    def register(self, constraint, factory=None):
        if factory is None:
            return lambda factory: self.register(constraint, factory)
        kind = type(constraint) if isinstance(constraint, constraints.Constraint) else constraint
        if not isinstance(kind, type) or not issubclass(kind, constraints.Constraint):
            raise TypeError('Expected constraint to be either a Constraint subclass or instance, but got '
                            f'{constraint}')
        self._table[kind] = factory
        return factory

    def __call__(self, constraint):
        factory = self._table.get(type(constraint))
        if factory is None:
            raise NotImplementedError(f'Cannot transform {type(constraint).__name__} constraints')
        return factory(constraint)


biject_to, transform_to = ConstraintRegistry(), ConstraintRegistry()


def _both(*samples):
    def add(factory):
        for constraint in samples:
            biject_to.register(constraint, factory)
            transform_to.register(constraint, factory)
        return factory
    return add


@_both(constraints.real, constraints.real_vector)
def _anything(constraint):
    return transforms.identity_transform


@_both(constraints.positive, constraints.nonnegative)
def _positive(constraint):
    return transforms.ExpTransform()


@_both(constraints.greater_than(0), constraints.greater_than_eq(0))
def _above(constraint):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(constraint.lower_bound, 1)])


@_both(constraints.less_than(0))
def _below(constraint):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(constraint.upper_bound, -1)])


@_both(constraints.interval(0, 2), constraints.half_open_interval(0, 2), constraints.unit_interval)
def _between(constraint):
    low, high = constraint.lower_bound, constraint.upper_bound
    if isinstance(low, (int, float)) and low == 0 and isinstance(high, (int, float)) and high == 1:
        return transforms.SigmoidTransform()
    return transforms.ComposeTransform([transforms.SigmoidTransform(), transforms.AffineTransform(low, high - low)])


@biject_to.register(constraints.simplex)
def _stick(constraint):
    return transforms.StickBreakingTransform()


@transform_to.register(constraints.simplex)
def _softmax(constraint):
    return transforms.SoftmaxTransform()


@transform_to.register(constraints.lower_cholesky)
def _triangle(constraint):
    return transforms.LowerCholeskyTransform()


def _independent(registry):
    @registry.register(constraints.independent(constraints.real, 1))
    def made(constraint):
        return transforms.IndependentTransform(registry(constraint.base_constraint), constraint.reinterpreted_batch_ndims)


_independent(biject_to)
_independent(transform_to)

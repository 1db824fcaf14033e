"""What operations do with their operands before they compute."""
from _pydecimal.contexts import getcontext
from _pydecimal.parts import _convert_other

__name__ = "decimal"        # the module that pickles and messages name


def _of_two(method=None, *, strict=False):
    """A method of two numbers: converts the other one and answers NaNs itself. `strict`: no number is an error."""
    if method is None:
        return lambda method: _of_two(method, strict=strict)

    def operation(self, other, context=None):
        other = _convert_other(other, strict)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._check_nans(other, context)
        return nan if nan is not None else method(self, other, context)
    operation.__name__, operation.__qualname__, operation.__doc__ = method.__name__, method.__qualname__, method.__doc__
    return operation


def _reflected(name):
    """A method that lets the other number compute."""
    def operation(self, other, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else getattr(other, name)(self, context)
    return operation

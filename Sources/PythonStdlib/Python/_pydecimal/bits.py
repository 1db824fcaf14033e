"""Digits as they stand in a row."""
from _decimals import make as _make, plain as _plain
from _pydecimal.signals import InvalidOperation
from _pydecimal.contexts import getcontext
from _pydecimal.parts import _convert_other

__name__ = "decimal"        # the module that pickles and messages name


class Bits:
    """Logic on digits 0 and 1; shifts and rotations."""

    __slots__ = ()

    def _bits(self, context):
        """The digits when all are 0 or 1; else None."""
        if self._sign or self._exp or self._special:
            return None
        text = str(self._int)
        if set(text) - {"0", "1"}:
            return None
        text = text[-context.prec:] if len(text) > context.prec else text
        return text.rjust(context.prec, "0")

    def _logical(self, other, context, function):
        context = context or getcontext()
        other = _convert_other(other, True)
        a, b = self._bits(context), other._bits(context)
        if a is None or b is None:
            return context._raise(InvalidOperation)
        return _make(0, int("".join(["1" if function(x == "1", y == "1") else "0" for x, y in zip(a, b)])), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a and b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a or b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a != b)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self.logical_xor(_make(0, int("1" * context.prec), 0), context)

    def _turn(self, other, context, rotate):
        context = context or getcontext()
        other = _convert_other(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0:
            return context._raise(InvalidOperation)
        by = int(other)
        if not -context.prec <= by <= context.prec:
            return context._raise(InvalidOperation)
        if self._special:
            return _plain(self)
        text = str(self._int)[-context.prec:].rjust(context.prec, "0")
        if rotate:
            text = text[by:] + text[:by]
        else:
            text = text[:by] if by < 0 else (text + "0" * by)[-context.prec:]
        return _make(self._sign, int(text or "0"), self._exp)

    def rotate(self, other, context=None):
        return self._turn(other, context, True)

    def shift(self, other, context=None):
        return self._turn(other, context, False)

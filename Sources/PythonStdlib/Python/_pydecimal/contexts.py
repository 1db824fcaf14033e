"""Contexts: precision, rounding, limits, flags and traps."""
import contextvars as _contextvars
import _decimals
from _decimals import DecimalNumber, getcontext, make as _make, plain as _plain, whole as _whole
from _pydecimal.signals import (
    Clamped, ConversionSyntax, DivisionByZero, InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN, Overflow,
    ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Underflow,
    _ROUNDINGS, _condition_map, _signals,
)
from _pydecimal.parts import _convert_other, _digits, _exact

__name__ = "decimal"        # the module that pickles and messages name
_current = _contextvars.ContextVar("decimal_context")


def _set_current(context):
    _current.set(context)
    _decimals.changed()


def _first():
    context = DefaultContext.copy()
    context.clear_flags()
    _set_current(context)
    return context


_decimals.set_first(_first)


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _set_current(context)


def localcontext(ctx=None, **kwargs):
    """A context for a `with` statement."""
    if ctx is None:
        ctx = getcontext()
    manager = _ContextManager(ctx)
    for name, value in kwargs.items():
        if name not in _FIELDS:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(manager.new, name, value)
    return manager


class _ContextManager:
    def __init__(self, new):
        if not isinstance(new, Context):
            raise TypeError("optional argument must be a context")
        self.new = new.copy()

    def __enter__(self):
        self.saved = getcontext()
        _set_current(self.new)
        return self.new

    def __exit__(self, *args):
        _set_current(self.saved)


_FIELDS = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")


class _SignalDict(dict):
    """Signals and whether they are set."""

    def __setitem__(self, key, value):
        if key not in _signals:
            raise KeyError("invalid error flag")
        dict.__setitem__(self, key, bool(value))
        _decimals.changed()

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def copy(self):
        return dict(self)

    def __reduce__(self):
        return dict, (dict(self),)


def _of_list(signals):
    """Signals in a dict, also where they are given as those that are set."""
    if not isinstance(signals, (list, tuple, set)):
        return signals
    for signal in signals:
        if signal not in _signals:
            raise TypeError("values must be signals")
    return {signal: signal in signals for signal in _signals}


class Context:
    """Precision, rounding, limits, flags and traps."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        base = DefaultContext if "DefaultContext" in globals() else None

        def pick(value, name, default):
            return value if value is not None else getattr(base, name) if base is not None else default
        self.prec = pick(prec, "prec", 28)
        self.rounding = pick(rounding, "rounding", ROUND_HALF_EVEN)
        self.Emin, self.Emax = pick(Emin, "Emin", -999999), pick(Emax, "Emax", 999999)
        self.capitals, self.clamp = pick(capitals, "capitals", 1), pick(clamp, "clamp", 0)
        if traps is None:
            traps = dict(base.traps) if base is not None else {}
        self.traps = _of_list(traps)
        self.flags = {} if flags is None else _of_list(flags)

    def _slow_setattr(self, name, value):
        if name in ("prec", "Emin", "Emax", "capitals", "clamp"):
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            limits = {"prec": (1, MAX_PREC), "Emin": (MIN_EMIN, 0), "Emax": (0, MAX_EMAX), "capitals": (0, 1),
                      "clamp": (0, 1)}
            low, high = limits[name]
            if not low <= value <= high:
                if name in ("capitals", "clamp"):
                    raise ValueError("valid values for %s are 0 or 1" % name)
                raise ValueError("valid range for %s is [%s, %s]" % (
                    name, "MIN_EMIN" if name == "Emin" else low, {"prec": "MAX_PREC", "Emin": "0",
                                                                 "Emax": "MAX_EMAX"}[name]))
        elif name == "rounding":
            if value not in _ROUNDINGS or not isinstance(value, str):
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                                "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            made = _SignalDict()
            if isinstance(value, dict):
                for signal in value:
                    if signal not in _signals:
                        raise KeyError("%r is not a valid signal dict" % (value,))
                for signal in _signals:
                    dict.__setitem__(made, signal, bool(value.get(signal, False)))
            else:
                raise TypeError("argument must be a signal dict")
            value = made
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)
        _decimals.changed()

    def __delattr__(self, name):
        raise AttributeError("%s cannot be deleted" % name)

    def __repr__(self):
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            ", ".join([f.__name__ for f, v in self.flags.items() if v]),
            ", ".join([t.__name__ for t, v in self.traps.items() if v])))

    def __reduce__(self):
        return self.__class__, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                                [f for f, v in self.flags.items() if v], [t for t, v in self.traps.items() if v])

    def clear_flags(self):
        for signal in _signals:
            dict.__setitem__(self.flags, signal, False)
        _decimals.changed()

    def clear_traps(self):
        for signal in _signals:
            dict.__setitem__(self.traps, signal, False)
        _decimals.changed()

    def _quiet(self):
        self.clear_traps()

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def _shallow(self, rounding):
        """The same with another rounding; the flags are shared."""
        new = object.__new__(Context)
        for name in _FIELDS:
            object.__setattr__(new, name, getattr(self, name))
        object.__setattr__(new, "rounding", rounding)
        return new

    def _raise(self, condition, explanation=None, *args):
        """Sets a flag; raises when the signal is trapped; else gives the result for it."""
        signal = _condition_map.get(condition, condition)
        dict.__setitem__(self.flags, signal, True)
        if self.traps[signal]:
            raise signal([condition])
        if signal is InvalidOperation:
            if condition is InvalidOperation and args:
                x = args[0]
                return _make(x._sign, x._int, 0, "n")._fix_nan(self)
            return _make(0, 0, 0, "n")
        if signal is DivisionByZero:
            return _make(args[0], 0, 0, "F")
        if signal is Overflow:
            sign = args[0]
            if self.rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or \
                    self.rounding == (ROUND_FLOOR if sign else ROUND_CEILING):
                return _make(sign, 0, 0, "F")
            return _make(sign, 10 ** self.prec - 1, self.Emax - self.prec + 1)
        return None

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        """A number rounded to the context."""
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._raise(ConversionSyntax, "trailing or leading whitespace and underscores are not permitted.")
        from decimal import Decimal
        made = Decimal(num, self)
        if made._special in ("n", "N") and made._int and _digits(made._int) > self.prec - self.clamp:
            return self._raise(ConversionSyntax, "diagnostic info too long in NaN")
        return made._fix(self)

    def create_decimal_from_float(self, f, /):
        return _exact(f)._fix(self)

    def _operand(self, value):
        return _convert_other(value, True)

    def abs(self, a, /):
        return self._operand(a)._abs(context=self)

    def plus(self, a, /):
        return self._operand(a)._pos(context=self)

    def minus(self, a, /):
        return self._operand(a)._neg(context=self)

    def _two(self, a, b, name):
        made = getattr(self._operand(a), name)(b, context=self)
        if made is NotImplemented:
            raise TypeError("conversion from %s to Decimal is not supported" % type(b).__name__)
        return made

    def add(self, a, b, /):
        return self._two(a, b, "_add")

    def subtract(self, a, b, /):
        return self._two(a, b, "_sub")

    def multiply(self, a, b, /):
        return self._two(a, b, "_mul")

    def divide(self, a, b, /):
        return self._two(a, b, "_truediv")

    def divide_int(self, a, b, /):
        return self._two(a, b, "_floordiv")

    def divmod(self, a, b, /):
        return self._two(a, b, "__divmod__")

    def remainder(self, a, b, /):
        return self._two(a, b, "_mod")

    def power(self, a, b, modulo=None):
        made = self._operand(a).__pow__(b, modulo, context=self)
        if made is NotImplemented:
            raise TypeError("conversion from %s to Decimal is not supported" % type(b).__name__)
        return made

    def fma(self, a, b, c, /):
        return self._operand(a).fma(b, c, context=self)

    def quantize(self, a, b, /):
        return self._operand(a).quantize(b, context=self)

    def to_sci_string(self, a, /):
        return self._operand(a)._str(context=self)

    def to_eng_string(self, a, /):
        return self._operand(a).to_eng_string(context=self)

    def canonical(self, a, /):
        if not isinstance(a, DecimalNumber):
            raise TypeError("canonical requires a Decimal as an argument.")
        return a

    def radix(self):
        return _whole(10)

    def is_canonical(self, a, /):
        if not isinstance(a, DecimalNumber):
            raise TypeError("is_canonical requires a Decimal as an argument.")
        return True

    def to_integral_value(self, a, /):
        return self._operand(a).to_integral_value(context=self)

    to_integral = to_integral_value

    def copy_decimal(self, a, /):
        return _plain(self._operand(a))

    def copy_sign(self, a, b, /):
        return self._operand(a).copy_sign(b)


def _forward():
    for name in ("exp", "ln", "log10", "sqrt", "normalize", "next_minus", "next_plus", "logb", "logical_invert",
                 "number_class", "is_normal", "is_subnormal", "to_integral_exact"):
        def one(self, a, /, _name=name):
            return getattr(self._operand(a), _name)(context=self)
        one.__name__ = name
        setattr(Context, name, one)
    for name in ("copy_abs", "copy_negate", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed", "is_snan",
                 "is_zero"):
        def plain(self, a, /, _name=name):
            return getattr(self._operand(a), _name)()
        plain.__name__ = name
        setattr(Context, name, plain)
    for name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "max", "min", "max_mag", "min_mag",
                 "remainder_near", "next_toward", "logical_and", "logical_or", "logical_xor", "rotate", "shift", "scaleb",
                 "same_quantum"):
        def two(self, a, b, /, _name=name):
            return getattr(self._operand(a), _name)(b, context=self)
        two.__name__ = name
        setattr(Context, name, two)
    # What is native leaves what is rare to the methods above.
    for name, method in _decimals.context_methods.items():
        setattr(Context, "_slow_" + name, getattr(Context, name))
        setattr(Context, name, method)
    Context.__setattr__ = _decimals.set_attribute


_forward()


DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, Overflow, InvalidOperation], flags=[],
                         Emax=999999, Emin=-999999, capitals=1, clamp=0)
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped,
                                                             Underflow], flags=[])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])

"""Forms: the names that get arguments in brackets, and what each does with them."""
from _typing_checks import _Joinable, _NativeUnion, _deduplicate, _new_cache, _tuple, _type_check, _types, _words
from _typing_variables import ParamSpec
from _typing_aliases import (
    _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias, _UnionGenericAlias, _UnpackGenericAlias,
)

__name__ = "typing"        # the module that pickles and messages name


class _SpecialForm(_Joinable, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem", "_known", "_stands_alone")
    # A name with a meaning of its own. `_getitem(form, arguments)` makes an alias of it.

    def __init__(self, getitem, name=None, doc=None, alone=False):
        self._getitem = getitem
        self._name = name or getitem.__name__
        self.__doc__ = doc or getitem.__doc__
        self._stands_alone = alone
        self._known = _new_cache()
        _words.setdefault(self._name, self)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __getitem__(self, parameters):
        key = parameters
        if self._name == "Literal":         # where 1 and True are equal, but do not mean the same
            key = parameters, _types(parameters)
        try:
            return self._known[key]
        except (KeyError, TypeError):
            pass
        made = self._getitem(self, parameters)
        try:
            self._known[key] = made
        except TypeError:
            pass
        return made

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    __iter__ = None


def _refuse(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _one(self, parameters):
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))


def _one_special(self, parameters):
    item = _type_check(parameters, f"{self._name} accepts only a single type.", allow_special_forms=True)
    return _GenericAlias(self, (item,))


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for item in _tuple(parameters):
        item = _type_check(item, "Union[arg, ...]: each arg must be a type.")
        flat.extend(item.__args__ if isinstance(item, (_UnionGenericAlias, _NativeUnion)) else (item,))
    flat = tuple(_deduplicate(flat))
    if len(flat) == 1:
        return flat[0]
    return _UnionGenericAlias(self, flat, name="Optional" if len(flat) == 2 and type(None) in flat else None)


def _optional(self, parameters):
    return _words["Union"][_type_check(parameters, f"{self} requires a single type."), type(None)]


def _literal(self, parameters):
    flat = []
    for item in _tuple(parameters):
        flat.extend(item.__args__ if isinstance(item, _LiteralGenericAlias) else (item,))
    try:
        flat = [value for value, _ in dict.fromkeys([(value, type(value)) for value in flat])]
    except TypeError:           # not all of them are hashable
        pass
    return _LiteralGenericAlias(self, tuple(flat))


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *first, last = _tuple(parameters)
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    rule = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*[_type_check(item, rule) for item in first], last))


def _unpack(self, parameters):
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))

"""Aliases: what comes out when a form or a class gets arguments in brackets."""
import sys as _sys
from _collections_abc import Callable as _CallableABC
from _typing_checks import (
    _Joinable, _LIMIT, _Native, _NativeUnion, _arguments_by_parameter, _bases_only, _check_generic,
    _collect_parameters, _is_dunder, _is_param_expr, _new_cache, _substitute, _taking, _tuple, _type_check,
    _type_convert, _type_repr, _unpack_args, _words,
)
from _typing_variables import TypeVarTuple

__name__ = "typing"        # the module that pickles and messages name


class _BaseGenericAlias(_Joinable, _root=True):
    """What has an origin: `List`, `List[int]`, `Union[int, str]`."""

    def __init__(self, origin, *, inst=True, name=None):
        self.__dict__.update(__origin__=origin, _inst=inst, _name=name)

    def __call__(self, *args, **kwds):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        generic = _bases_only[0]
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, generic):
                break
        else:
            entries.append(generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if name not in ("__origin__", "__args__") and "__origin__" in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in ("_inst", "_name", "_nparams", "_hits"):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*object.__dir__(self), *[name for name in dir(self.__origin__) if not _is_dunder(name)]})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """An origin with arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        args = _tuple(args)
        mine = self.__dict__
        mine["__origin__"] = origin
        mine["_inst"] = inst
        mine["_name"] = name
        mine["__args__"] = args
        mine["__parameters__"] = _collect_parameters(args)
        if not name:
            mine["__module__"] = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in _bases_only:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = tuple(_unpack_args([_type_convert(arg) for arg in _tuple(args)]))
        chosen = _arguments_by_parameter(self, self.__parameters__, args)
        return self.copy_with(tuple(_substitute(self.__args__, chosen, self.__origin__ is _CallableABC)))

    def copy_with(self, args):
        """The same origin with other arguments."""
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        from operator import getitem
        origin = getattr(_sys.modules["typing"], self._name) if self._name else self.__origin__
        args = self.__args__
        return getitem, (origin, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is _bases_only[0]:       # Generic[T]: not needed beside another generic base
            if _bases_only[-1] in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield _words["Unpack"][self]


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """`List` and its like, which have no arguments yet."""
    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        name = name or origin.__name__
        mine = self.__dict__
        mine["__origin__"] = origin
        mine["_inst"] = inst
        mine["_name"] = name
        mine["_nparams"] = nparams
        mine["_hits"] = _new_cache()
        if origin.__module__ == "builtins":
            mine["__doc__"] = f"A generic version of {origin.__qualname__}."
        else:
            mine["__doc__"] = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    def __getitem__(self, params):
        try:
            return self._hits[params]
        except (KeyError, TypeError):
            pass
        made = self._with(params)
        try:
            if len(self._hits) > _LIMIT:
                self._hits.clear()
            self._hits[params] = made
        except TypeError:
            pass
        return made

    def _with(self, params):
        params = tuple([_type_check(item, _taking) for item in _tuple(params)])
        _check_generic(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        """The alias with these arguments."""
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            cls = cls.__origin__
        elif isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias, _root=True):
    def _with(self, params):
        params = _tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            rule, first, rest = "Tuple[t, ...]: t must be a type.", params[:-1], (...,)
        else:
            rule, first, rest = "Tuple[t0, t1, ...]: each t must be a type.", params, ()
        return self.copy_with((*[_type_check(item, rule) for item in first], *rest))


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def _parts(self):
        """The parameters and the result; None for the parameters when they are not a list."""
        args = self.__args__
        return (None if len(args) == 2 and _is_param_expr(args[0]) else list(args[:-1])), args[-1]

    def __repr__(self):
        first, result = self._parts()
        if first is None:
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, first))}], {_type_repr(result)}]"

    def __reduce__(self):
        from operator import getitem
        first, result = self._parts()
        return getitem, (_sys.modules["typing"].Callable, self.__args__ if first is None else (first, result))


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        """The alias with these arguments."""
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if type(params) is tuple and len(params) == 2 and type(params[0]) is list:
            return super().__getitem__((tuple(params[0]), params[1]))
        return super().__getitem__(params)

    def _with(self, params):
        if type(params) is not tuple or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        first, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if first is ...:
            return self.copy_with((..., result))
        return self.copy_with((*[_type_convert(item) for item in _tuple(first)], result))


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, args):
        """The union of other types."""
        return _words["Union"][args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _NativeUnion)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_type_repr(args[1] if args[0] is type(None) else args[0])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False

    def __reduce__(self):
        from operator import getitem
        return getitem, (_words["Union"], self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _typed(self):
        return [(value, type(value)) for value in self.__args__]

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(self._typed()) == set(other._typed())

    def __hash__(self):
        return hash(frozenset(self._typed()))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, args):
        """The arguments in front of others."""
        *first, last = args
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = (*first, *last.__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return "*" + repr(self.__args__[0])

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        inner = self.__args__[0]
        return inner.__args__ if isinstance(inner, (_GenericAlias, _Native)) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        """The same notes on another type."""
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        from operator import getitem
        return getitem, (_sys.modules["typing"].Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


from _typing_forms import _SpecialForm    # down here: they need what is above

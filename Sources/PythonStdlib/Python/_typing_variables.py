"""Type variables, references by name, and what the syntax of Python 3.12 makes of them."""
import sys as _sys
from _collections_abc import Callable as _CallableABC
from _typing_checks import (
    _Final, _Joinable, _Native, _NativeUnion, _bases_only, _caller, _is_param_expr, _taking, _type_check, _words,
)

__name__ = "typing"        # the module that pickles and messages name


class ForwardRef(_Final, _root=True):
    """A type that is written as a string and looked up later."""
    __slots__ = ("__forward_arg__", "_code", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
                 "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self._code = None
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        if not arg.isidentifier():
            self.__forward_code__       # reads it, which tells syntax errors now

    @property
    def __forward_code__(self):
        if self._code is None:
            text = self.__forward_arg__
            try:
                self._code = compile(f"({text},)[0]" if text.startswith("*") else text, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {text!r}") from None
        return self._code

    def _evaluate(self, globalns, localns, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(_sys.modules.get(self.__forward_module__), "__dict__", globalns)
        found = _type_check(eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
                            self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(found, globalns, localns, recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return _words["Union"][self, other]

    def __ror__(self, other):
        return _words["Union"][other, self]

    def __repr__(self):
        where = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{where})"


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """A type with everything in it looked up that was written as a string."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, recursive_guard)
    if not isinstance(t, (_GenericAlias, _Native, _NativeUnion)):
        return t
    args = t.__args__
    if isinstance(t, _Native):
        if t.__unpacked__ or any([isinstance(arg, str) for arg in args]):
            args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in args])
            unpacked = t.__unpacked__
            if t.__origin__ is _CallableABC and not (len(args) == 2 and _is_param_expr(args[0])):
                t = t.__origin__[args[:-1], args[-1]]
            else:
                t = t.__origin__[args]
            if unpacked:
                t = _words["Unpack"][t]
            args = t.__args__
    found = tuple([_eval_type(arg, globalns, localns, recursive_guard) for arg in args])
    if found == args:
        return t
    if isinstance(t, _Native):
        return _Native(t.__origin__, found)
    if isinstance(t, _NativeUnion):
        result = found[0]
        for other in found[1:]:
            result = result | other
        return result
    return t.copy_with(found)


class _Variable(_Joinable, _root=True):
    """What type variables of every kind have in common."""
    __slots__ = ()

    def _define(self, name, depth=3):
        self.__name__ = name
        module = _caller(depth)
        if module != "typing":
            self.__module__ = module

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _variance(variable, covariant, contravariant, infer):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    variable.__covariant__ = bool(covariant)
    variable.__contravariant__ = bool(contravariant)
    variable.__infer_variance__ = bool(infer)


def _sign(variable):
    if variable.__infer_variance__:
        return variable.__name__
    return ("+" if variable.__covariant__ else "-" if variable.__contravariant__ else "~") + variable.__name__


class TypeVar(_Variable, _root=True):
    """A type variable: stands for one type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
        self._define(name)
        _variance(self, covariant, contravariant, infer_variance)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        rule = "TypeVar(name, constraint, ...): constraints must be types."
        self._constraints = tuple([_type_check(kind, rule) for kind in constraints])
        self._bound = None if bound is None else _type_check(bound, "Bound must be a type.")
        self._later = None

    def _decide(self):
        """Asks for what stands behind the colon in `class A[T: bound]`."""
        later, self._later = self._later, None
        if later is not None:
            bound = later()
            if type(bound) is tuple:
                self._constraints = bound
            else:
                self._bound = bound

    @property
    def __constraints__(self):
        self._decide()
        return self._constraints

    @property
    def __bound__(self):
        self._decide()
        return self._bound

    def __typing_subst__(self, arg):
        arg = _type_check(arg, _taking)
        if not isinstance(arg, type) and _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg

    __repr__ = _sign


def _is_unpacked(arg):
    return isinstance(arg, _UnpackGenericAlias) or isinstance(arg, _Native) and arg.__unpacked__


class TypeVarTuple(_Variable, _root=True):
    """A type variable that stands for any number of types."""

    def __init__(self, name):
        self._define(name)

    def __iter__(self):
        yield _words["Unpack"][self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """Puts those arguments into one tuple that fall on this variable."""
        parameters = alias.__parameters__
        at = parameters.index(self)
        if any([isinstance(other, TypeVarTuple) for other in parameters[at + 1:]]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        given, wanted = len(args), len(parameters)
        before, behind = at, wanted - at - 1
        endless = filler = None
        for k, arg in enumerate(args):
            items = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
            if items and len(items) == 2 and items[1] is ...:
                if endless is not None:
                    raise TypeError("More than one unpacked arbitrary-length tuple argument")
                endless, filler = k, items[0]
        if endless is not None:
            before, behind = min(before, endless), min(behind, given - endless - 1)
        elif before + behind > given:
            raise TypeError(f"Too few arguments for {alias}; actual {given}, expected at least {wanted - 1}")
        middle = tuple(args[before:given - behind])
        return (*args[:before], *[filler] * (at - before), middle, *[filler] * (wanted - behind - at - 1),
                *args[given - behind:])


class _ParamSpecPart(_Final, _root=True):
    """`P.args` or `P.kwargs`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart, _root=True):
    """The positional arguments of a ParamSpec."""
    _part = "args"


class ParamSpecKwargs(_ParamSpecPart, _root=True):
    """The keyword arguments of a ParamSpec."""
    _part = "kwargs"


class ParamSpec(_Variable, _root=True):
    """A type variable that stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
        self._define(name)
        _variance(self, covariant, contravariant, infer_variance)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    __repr__ = _sign

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_type_check(item, "Expected a type.") for item in arg])
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        """Lets `X[int, str]` mean `X[[int, str]]` where this is the only parameter."""
        parameters = alias.__parameters__
        at = parameters.index(self)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_param_expr(args[0]):
            return (args,)
        if isinstance(args[at], list):
            return (*args[:at], tuple(args[at]), *args[at + 1:])
        return args


def _from_syntax(kind, name, bound=None):
    """The type variable that `[T]`, `[T: bound]`, `[**P]` or `[*Ts]` of a definition makes."""
    if kind == "TypeVar":
        made = TypeVar(name, infer_variance=True)
        made._later = bound
    elif kind == "ParamSpec":
        made = ParamSpec(name, infer_variance=True)
    else:
        made = TypeVarTuple(name)
    return made


def _generic_over(parameters):
    """The base that type parameters add to a class."""
    items = [_words["Unpack"][p] if isinstance(p, TypeVarTuple) else p for p in parameters]
    return _GenericAlias(_bases_only[0], tuple(items))


class TypeAliasType(_Joinable, _root=True):
    """What `type X = ...` makes: a name for a type, which is looked up when it is asked for."""

    def __init__(self, name, value, *, type_params=()):
        self._start(name, type_params, lambda: value, _caller())

    def _start(self, name, type_params, later, module):
        self.__dict__.update(__name__=name, __type_params__=type_params, _later=later, __module__=module)

    @property
    def __value__(self):
        if self._later is not None:
            self.__dict__.update(_value=self._later(), _later=None)
        return self._value

    @property
    def __parameters__(self):
        flat = [_words["Unpack"][p] if isinstance(p, TypeVarTuple) else p for p in self.__type_params__]
        return tuple(flat)

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _Native(self, params)

    def __setattr__(self, name, value):
        if name in ("__name__", "__value__", "__type_params__", "__module__"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__


def _alias_from_syntax(name, type_params, later):
    made = TypeAliasType.__new__(TypeAliasType)
    made._start(name, type_params, later, _caller())
    return made


from _typing_aliases import _GenericAlias, _UnpackGenericAlias    # down here: they need what is above

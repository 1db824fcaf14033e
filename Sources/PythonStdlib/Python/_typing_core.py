"""The variables, forms and aliases that `typing` consists of.

A *form* is a name such as Union that gets arguments in brackets; an *alias* is what comes out. An alias knows its origin,
its arguments and which type variables are in them; `alias[...]` puts other types in the place of these.
"""
import sys as _sys
from _collections_abc import Callable as _CallableABC

__name__ = "typing"         # the module that pickles and messages name
_Native = type(list[int])
_NativeUnion = type(int | str)
_Function = type(lambda: None)
_LIMIT = 1000

_caches = []
_taking = "Parameters to generic types must be types."
_bases_only = []            # Generic and Protocol: classes that stand nowhere but among bases
_words = {}                 # the forms by their names


def _new_cache():
    """A dict for answers that all are forgotten together."""
    cache = {}
    _caches.append(cache)
    return cache


def _forget():
    for cache in _caches:
        cache.clear()


def _tp_cache(func=None, /, *, typed=False):
    """Remembers what a function answered for hashable arguments."""
    if func is None:
        return lambda function: _tp_cache(function, typed=typed)
    known = _new_cache()

    def remembering(*args, **kwds):
        if kwds:
            return func(*args, **kwds)
        try:
            key = (args, tuple([type(arg) for arg in args])) if typed else args
            return known[key]
        except KeyError:
            pass
        except TypeError:
            return func(*args)
        answer = func(*args)
        if len(known) > _LIMIT:
            known.clear()
        known[key] = answer
        return answer
    remembering.__wrapped__ = func
    remembering.__name__, remembering.__doc__ = func.__name__, func.__doc__
    return remembering


def _caller(depth=2):
    """The name of the module that called the function that asks."""
    try:
        return _sys._getframe(depth).f_globals.get("__name__", "__main__")
    except ValueError:
        return None


def _tuple(params):
    return params if type(params) is tuple else (params,)


def _types(params):
    return tuple([type(param) for param in _tuple(params)])


def _is_dunder(name):
    return name[:2] == "__" == name[-2:]


class _Final:
    """What no class of users may inherit from."""
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _Joinable(_Final, _root=True):
    """What `|` makes unions of."""
    __slots__ = ()

    def __or__(self, other):
        return _words["Union"][self, other]

    def __ror__(self, other):
        return _words["Union"][other, self]


# Arguments

def _type_convert(arg, module=None, *, allow_special_forms=False):
    """What stands for None and for a string among types."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument as a type; TypeError when it cannot be one."""
    if type(arg) is type and arg not in _bases_only:
        return arg
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms)
    kind = type(arg)
    if kind is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    if kind is _SpecialForm:
        if arg._stands_alone or allow_special_forms and arg._name in ("ClassVar", "Final"):
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if arg in _bases_only:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        wrong = origin in _bases_only
        if type(origin) is _SpecialForm and not allow_special_forms:
            wrong = origin._name == "ClassVar" or origin._name == "Final" and is_argument
        if wrong:
            raise TypeError(f"{arg} is not valid as type argument")
    elif isinstance(arg, _SpecialForm):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    return arg


def _type_repr(obj):
    """How a type is written among arguments."""
    if isinstance(obj, type):
        name = obj.__qualname__
        return name if obj.__module__ == "builtins" else f"{obj.__module__}.{name}"
    if obj is ...:
        return "..."
    if isinstance(obj, _Function):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _collect_parameters(args):
    """The type variables in arguments, each once, in the order of their first use."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            inner = _collect_parameters(arg)
        elif hasattr(arg, "__typing_subst__"):
            inner = (arg,)
        else:
            inner = getattr(arg, "__parameters__", ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _check_generic(cls, parameters, elen):
    """Compares how many arguments a generic class gets and takes."""
    if not elen:
        raise TypeError(f"{cls} is not a generic class")
    _check_count(cls, len(parameters), elen)


def _check_count(cls, actual, expected):
    if actual != expected:
        raise TypeError(f"Too {'many' if actual > expected else 'few'} arguments for {cls};"
                        f" actual {actual}, expected {expected}")


def _unpack_args(args):
    """Arguments with the items of `*tuple[A, B]` in its place, unless it goes on for ever."""
    flat = []
    for arg in args:
        items = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if items is None or items and items[-1] is ...:
            flat.append(arg)
        else:
            flat.extend(items)
    return flat


def _deduplicate(params):
    return list(dict.fromkeys(params)) if len(set(params)) < len(params) else params


def _is_param_expr(arg):
    """Whether it may stand where a ParamSpec is."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_typevartuple(arg):
    return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(arg):
    return isinstance(arg, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(arg)


def _arguments_by_parameter(alias, parameters, args):
    """Which type each type variable of an alias becomes, as a dict."""
    for parameter in parameters:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(alias, args)
    _check_count(alias, len(args), len(parameters))
    return dict(zip(parameters, args))


def _substitute(args, chosen, flatten):
    """Arguments with their type variables replaced; `flatten` puts the items of tuples in their place."""
    done = []
    for old in args:
        if isinstance(old, type):
            done.append(old)
            continue
        replace = getattr(old, "__typing_subst__", None)
        if replace is not None:
            new = replace(chosen[old])
        elif isinstance(old, tuple):
            done.append(tuple(_substitute(old, chosen, flatten)))
            continue
        else:
            inner = getattr(old, "__parameters__", ())
            new = old
            if inner:
                given = []
                for parameter in inner:
                    value = chosen[parameter]
                    given.extend(value) if isinstance(parameter, TypeVarTuple) else given.append(value)
                new = old[tuple(given)]
        if isinstance(new, tuple) and (flatten or _is_unpacked_typevartuple(old)):
            done.extend(new)
        else:
            done.append(new)
    return done


# Type variables

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


# Forms

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


# Aliases

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

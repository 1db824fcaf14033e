"""What forms, aliases and variables share: checks of arguments, their texts, and their places."""
import sys as _sys

__name__ = "typing"        # the module that pickles and messages name
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


from _typing_variables import ForwardRef, ParamSpec, TypeVar, TypeVarTuple
from _typing_aliases import _ConcatenateGenericAlias, _GenericAlias
from _typing_forms import _SpecialForm    # down here: they need what is above

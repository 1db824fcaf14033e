"""How the signature of a callable is found."""
import functools
import sys
import types
from collections import OrderedDict
from _inspect_kinds import (
    CO_VARARGS, CO_VARKEYWORDS, isbuiltin, isclass, isfunction, ismethod, ismethoddescriptor, ismethodwrapper,
    ismodule,
)
from _inspect_source import unwrap
from _inspect_signature import (
    Signature, _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL, _empty,
)

__name__ = "inspect"        # the module that pickles and messages name


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of an object's annotations."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__", None)
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        module = sys.modules.get(getattr(obj, "__module__", None))
        obj_globals, obj_locals, inner = getattr(module, "__dict__", None), dict(vars(obj)), obj
    elif isinstance(obj, types.ModuleType):
        found = getattr(obj, "__annotations__", None)
        obj_globals, obj_locals, inner = obj.__dict__, None, None
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        obj_globals, obj_locals, inner = getattr(obj, "__globals__", None), None, obj
    else:
        raise TypeError("%r is not a module, class, or callable." % (obj,))
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError("%r.__annotations__ is neither a dict nor None" % (obj,))
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    if inner is not None:
        while True:
            if hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            elif isinstance(inner, functools.partial):
                inner = inner.func
            else:
                break
        if hasattr(inner, "__globals__"):
            obj_globals = inner.__globals__
    globals = obj_globals if globals is None else globals
    locals = obj_locals if locals is None else locals
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in found.items()}


def _of_function(sigcls, func, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names, count = code.co_varnames, code.co_argcount
    pos_only = code.co_posonlyargcount
    keyword_count = code.co_kwonlyargcount
    notes = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults, kwdefaults = func.__defaults__ or (), func.__kwdefaults__ or {}
    first_default = count - len(defaults)
    make, found = sigcls._parameter_cls, []
    for i, name in enumerate(names[:count]):
        found.append(make(name, _POSITIONAL_ONLY if i < pos_only else _POSITIONAL_OR_KEYWORD,
                          annotation=notes.get(name, _empty),
                          default=defaults[i - first_default] if i >= first_default else _empty))
    rest = count + keyword_count
    if code.co_flags & CO_VARARGS:
        found.append(make(names[rest], _VAR_POSITIONAL, annotation=notes.get(names[rest], _empty)))
        rest += 1
    for name in names[count:count + keyword_count]:
        found.append(make(name, _KEYWORD_ONLY, annotation=notes.get(name, _empty),
                          default=kwdefaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        found.append(make(names[rest], _VAR_KEYWORD, annotation=notes.get(names[rest], _empty)))
    return sigcls(found, return_annotation=notes.get("return", _empty), __validate_parameters__=False)


def _split_top(text):
    parts, depth, quote, start = [], 0, None, 0
    for i, c in enumerate(text):
        if quote:
            if c == quote:
                quote = None
        elif c in "'\"":
            quote = c
        elif c in "([{<":
            depth += 1
        elif c in ")]}>":
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return [p.strip() for p in parts if p.strip()]


def _of_text(sigcls, obj, text, skip_bound_arg=True):
    """The signature of a built-in function from its text."""
    end = text.rfind(")")
    parts = _split_top(text[1:end])
    params, kind = [], _POSITIONAL_OR_KEYWORD
    make = sigcls._parameter_cls
    for part in parts:
        if part == "/":
            params = [p.replace(kind=_POSITIONAL_ONLY) if p.kind == _POSITIONAL_OR_KEYWORD else p for p in params]
            continue
        if part == "*":
            kind = _KEYWORD_ONLY
            continue
        name, eq, default = part.partition("=")
        name = name.strip().lstrip("$")
        if name.startswith("**"):
            params.append(make(name[2:], _VAR_KEYWORD))
        elif name.startswith("*"):
            params.append(make(name[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            value = _empty
            if eq:
                try:
                    value = eval(default, {"sys": sys})
                except Exception:
                    raise ValueError("{!r} builtin has invalid signature".format(obj)) from None
            params.append(make(name, kind, default=value))
    owner = getattr(obj, "__self__", None)
    if skip_bound_arg and owner is not None and not ismodule(owner) and params and \
            params[0].name in ("self", "cls", "type"):
        params.pop(0)
    return sigcls(params)


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(wrapped, partial, extra=()):
    old = wrapped.parameters
    new = OrderedDict(old.items())
    args = extra + partial.args
    keywords = partial.keywords or {}
    try:
        bound = wrapped.bind_partial(*args, **keywords)
    except TypeError as e:
        raise ValueError("partial object {!r} has incorrect arguments".format(partial)) from e
    to_keyword = False
    for name, param in old.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if param.kind is _POSITIONAL_ONLY:
                new.pop(name)
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in keywords:
                    to_keyword = True
                    new[name] = param.replace(default=value)
                else:
                    new.pop(name)
                    continue
            if param.kind is _KEYWORD_ONLY:
                new[name] = param.replace(default=value)
        if to_keyword:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                new[name] = new[name].replace(kind=_KEYWORD_ONLY)
                new.move_to_end(name)
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                new.move_to_end(name)
            elif param.kind is _VAR_POSITIONAL:
                new.pop(name)
    return wrapped.replace(parameters=new.values())


def _user_method(cls, name):
    method = getattr(cls, name, None)
    return method if isfunction(method) or ismethod(method) or isinstance(method, functools.partial) else None


def _signature_from_callable(obj, *, follow_wrapper_chains=True, skip_bound_arg=True, globals=None, locals=None,
                             eval_str=False, sigcls=Signature):
    def again(other):
        return _signature_from_callable(other, follow_wrapper_chains=follow_wrapper_chains,
                                        skip_bound_arg=skip_bound_arg, globals=globals, locals=locals,
                                        eval_str=eval_str, sigcls=sigcls)
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, types.MethodType):
        sig = again(obj.__func__)
        return _without_first(sig) if skip_bound_arg else sig
    if follow_wrapper_chains:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return again(obj)
    sig = getattr(obj, "__signature__", None)
    if sig is not None and not isinstance(sig, property):
        if not isinstance(sig, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(sig))
        return sig
    method = getattr(obj, "_partialmethod", None) or getattr(obj, "__partialmethod__", None)
    if isinstance(method, functools.partialmethod):
        wrapped = again(method.func)
        sig = _of_partial(wrapped, method, (None,))
        first = tuple(wrapped.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return sig
        return sig.replace(parameters=(first,) + tuple(sig.parameters.values()))
    if isfunction(obj):
        return _of_function(sigcls, obj, globals, locals, eval_str)
    if not isclass(obj):
        text = getattr(obj, "__text_signature__", None)
        if isinstance(text, str) and (isbuiltin(obj) or ismethoddescriptor(obj) or ismethodwrapper(obj)):
            return _of_text(sigcls, obj, text, skip_bound_arg)
        if isbuiltin(obj):
            raise ValueError("no signature found for builtin {!r}".format(obj))
    if isinstance(obj, functools.partial):
        return _of_partial(again(obj.func), obj)
    sig = None
    if isinstance(obj, type):
        call = _user_method(type(obj), "__call__")
        if call is not None:
            sig = again(call)
        else:
            new, init = _user_method(obj, "__new__"), _user_method(obj, "__init__")
            for base in obj.__mro__:
                if new is not None and "__new__" in base.__dict__:
                    sig = again(new)
                    if _has_first_self(new):
                        return _without_first(sig) if skip_bound_arg else sig
                    return sig
                if init is not None and "__init__" in base.__dict__:
                    sig = again(init)
                    break
        if sig is None:
            for base in obj.__mro__[:-1]:
                text = base.__dict__.get("__text_signature__") if base.__flags__ & 0x200 else \
                    getattr(base, "__text_signature__", None)
                if isinstance(text, str):
                    return _of_text(sigcls, obj, text)
            if obj.__init__ is object.__init__ and obj.__new__ is object.__new__ or type in obj.__mro__:
                if type not in obj.__mro__:
                    return sigcls()
                raise ValueError("no signature found for builtin type {!r}".format(obj))
            native = next((b for b in obj.__mro__ if not b.__flags__ & 0x200), object)
            if native is object:
                return sigcls()
            raise ValueError("no signature found for builtin type {!r}".format(obj))
    else:
        call = getattr(type(obj), "__call__", None)
        if call is not None:
            try:
                sig = again(call)
            except ValueError as e:
                raise ValueError("no signature found for {!r}".format(obj)) from e
    if sig is not None:
        return _without_first(sig) if skip_bound_arg else sig
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def _has_first_self(method):
    return isfunction(method)

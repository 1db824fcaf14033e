"""Arguments as they were described before signatures."""
import builtins
from collections import namedtuple
from _inspect_kinds import CO_VARARGS, CO_VARKEYWORDS, iscode, isfunction, ismethod, ismodule
from _inspect_signature import (
    Signature, _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, formatannotation,
    signature,
)
from _inspect_callables import _signature_from_callable

__name__ = "inspect"        # the module that pickles and messages name
Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargs(co):
    if not iscode(co):
        raise TypeError("{!r} is not a code object".format(co))
    names = co.co_varnames
    count, keywords = co.co_argcount, co.co_kwonlyargcount
    args = list(names[:count]) + list(names[count:count + keywords])
    count += keywords
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[count]
        count += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[count]
    return Arguments(args, varargs, varkw)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """Names and defaults of the parameters."""
    try:
        sig = _signature_from_callable(func, follow_wrapper_chains=False, skip_bound_arg=False, sigcls=Signature,
                                       eval_str=False)
    except Exception as e:
        raise TypeError("unsupported callable") from e
    args, varargs, varkw, positional, kwonly, annotations = [], None, None, [], [], {}
    defaults, kwdefaults = (), {}
    if sig.return_annotation is not sig.empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind is _POSITIONAL_ONLY:
            positional.append(param.name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif param.kind is _POSITIONAL_OR_KEYWORD:
            args.append(param.name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif param.kind is _VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is _KEYWORD_ONLY:
            kwonly.append(param.name)
            if param.default is not param.empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.annotation is not param.empty:
            annotations[param.name] = param.annotation
    return FullArgSpec(positional + args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def getcallargs(func, /, *positional, **named):
    """What each parameter would be in a call."""
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
        func = func.__func__
    bound = signature(func, follow_wrapped=False).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """The names a function uses from outside."""
    func = func.__func__ if ismethod(func) else func
    code = getattr(func, "__code__", None)
    if not isfunction(func):
        raise TypeError("%r is not a Python function" % (func,))
    nonlocals = {}
    if func.__closure__ is not None:
        nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    space = func.__globals__
    known = space.get("__builtins__", builtins.__dict__)
    if ismodule(known):
        known = known.__dict__
    global_vars, builtin_vars, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in space:
            global_vars[name] = space[name]
        elif name in known:
            builtin_vars[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, global_vars, builtin_vars, unbound)

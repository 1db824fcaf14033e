"""What objects are and how they may be called."""

import builtins
import enum
import functools
import os
import sys
import types
from collections import OrderedDict, namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# Kinds

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


_NATIVE_DESCRIPTORS = tuple({type(dict.get), type(object.__init__), type(str.join)} - {types.BuiltinFunctionType})


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or \
        ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__") or isinstance(object, _NATIVE_DESCRIPTORS)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__") or \
        isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def _has_flag(object, flag):
    object = functools._unwrap_partial(object) if hasattr(functools, "_unwrap_partial") else object
    while isinstance(object, functools.partial):
        object = object.func
    while ismethod(object):
        object = object.__func__
    while isinstance(object, functools.partial):
        object = object.func
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Lets a plain function count as a coroutine function."""
    target = func.__func__ if hasattr(func, "__func__") else func
    target._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    while ismethod(obj) or isinstance(obj, functools.partial):
        obj = obj.__func__ if ismethod(obj) else obj.func
    return getattr(obj, "_is_coroutine_mark", None) is _coroutine_mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# Members

def getmembers(object, predicate=None):
    """The members as sorted pairs of name and value."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    found, done = [], set()
    names = dir(object)
    mro = (object,) + getmro(object) if isclass(object) else ()
    try:
        for base in object.__bases__ if isclass(object) else ():
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    except AttributeError:
        pass
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            found.append((name, value))
        done.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """The attributes of a class with kind and owner."""
    mro = getmro(cls)
    meta = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    found, done = [], set()
    for name in names:
        if name in done:
            continue
        done.add(name)
        home = None
        value = None
        for base in mro + meta:
            if name in base.__dict__:
                home, value = base, base.__dict__[name]
                break
        if home is None:
            try:
                value = getattr(cls, name)
            except AttributeError:
                continue
            home = getattr(value, "__objclass__", None)
            if home is None:
                continue
        if isinstance(value, (staticmethod, types.BuiltinMethodType)) and not isinstance(value, _NATIVE_DESCRIPTORS):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        found.append(Attribute(name, kind, home, value))
    return found


def getmro(cls):
    return cls.__mro__


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute without running code of the object."""
    value = _missing
    if not _is_type(obj):
        cls = type(obj)
        own = _static_dict(obj)
        if own is not None:
            value = dict.get(own, attr, _missing)
    else:
        cls = obj
    found = _missing
    for base in type.__dict__["__mro__"].__get__(cls):
        if attr in base.__dict__:
            found = base.__dict__[attr]
            break
    if value is not _missing and found is not _missing:
        kind = type(found)
        if hasattr(kind, "__get__") and (hasattr(kind, "__set__") or hasattr(kind, "__delete__")):
            return found
    if value is not _missing:
        return value
    if found is not _missing:
        return found
    if obj is cls:
        for base in type(cls).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def _is_type(obj):
    return issubclass(type(obj), type)


def _static_dict(obj):
    for base in type(obj).__mro__:
        found = base.__dict__.get("__dict__")
        if found is not None and not (type(found) is types.GetSetDescriptorType):
            return None
    try:
        return object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return None


# Texts

def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _finddoc(obj):
    """The documentation of what an attribute overrides."""
    if isclass(obj):
        docs = [base.__doc__ for base in obj.__mro__ if base is not object]
    else:
        cls, name = _home(obj)
        if cls is None or name is None:
            return None
        docs = [getattr(base, name).__doc__ for base in cls.__mro__ if hasattr(base, name)]
    return next((doc for doc in docs if doc is not None), None)


def _home(obj):
    """The class an attribute belongs to, and its name there."""
    if ismethod(obj):
        owner = obj.__self__
        return owner if isclass(owner) else owner.__class__, obj.__func__.__name__
    if isfunction(obj) or isinstance(obj, property):
        function = obj if isfunction(obj) else obj.fget
        cls, name = _findclass(function), function.__name__
        return cls if cls is not None and getattr(cls, name) is obj else None, name
    if ismethoddescriptor(obj) or isdatadescriptor(obj):
        return getattr(obj, "__objclass__", None), getattr(obj, "__name__", None)
    return None, None


def _findclass(func):
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split(".")[:-1]:
        if name == "<locals>":
            return None
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def getdoc(object):
    """The documentation, cleaned and inherited."""
    try:
        doc = object.__doc__
        if doc is None:
            doc = _finddoc(object)
    except (AttributeError, TypeError):
        doc = None
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """Takes the common indentation away."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")], default=None)
    lines[0] = lines[0].lstrip(" ")
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    return "\n".join(lines).strip("\n")


_ways_to_code = ((types.MethodType, "__func__"), (types.FunctionType, "__code__"), (types.TracebackType, "tb_frame"),
                 (types.FrameType, "f_code"))


def _code(object):
    """The code of a method, function, traceback or frame; any other object itself."""
    for kind, attribute in _ways_to_code:
        if isinstance(object, kind):
            object = getattr(object, attribute)
    return object


def getfile(object):
    """The file an object was defined in."""
    code = _code(object)
    if iscode(code):
        return code.co_filename
    is_module = ismodule(object)
    if not (is_module or isclass(object)):
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
            type(object).__name__))
    module = object if is_module else sys.modules.get(getattr(object, "__module__", None))
    file = getattr(module, "__file__", None)
    if file:
        return file
    if not is_module and getattr(object, "__module__", None) == "__main__":
        raise OSError("source code not available")
    raise TypeError("%r is a built-in %s" % (object, "module" if is_module else "class"))


def getmodulename(path):
    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") else None


def getsourcefile(object):
    filename = getfile(object)
    if os.path.exists(filename) or filename in _linecache().cache or _known_lines(filename):
        return filename
    return None


def _linecache():
    import linecache
    return linecache


def _known_lines(filename):
    return _linecache()._known(filename)


def getabsfile(object, _filename=None):
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module an object was defined in."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, FileNotFoundError, OSError):
        return None
    for module in list(sys.modules.values()):
        name = getattr(module, "__file__", None)
        if ismodule(module) and name and os.path.abspath(name) == file:
            return module
    main = sys.modules["__main__"]
    name = getattr(object, "__name__", None)
    if name is None:
        return None
    if getattr(main, name, None) is object:
        return main
    if getattr(builtins, name, None) is object:
        return builtins
    return None


class ClassFoundException(Exception):
    pass


def findsource(object):
    """All lines of the file and the place where the object begins."""
    file = getsourcefile(object)
    if file is None:
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    linecache = _linecache()
    linecache.checkcache(file)
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        lines = [line if line.endswith("\n") else line + "\n" for line in _known_lines(file)]
    if not lines:
        raise OSError("could not get source code")
    if isclass(object):
        return lines, _class_line(object, lines)
    code = _code(object)
    if not (ismodule(object) or iscode(code)):
        raise OSError("could not find code object")
    first = 0 if ismodule(object) else code.co_firstlineno - 1
    if first >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, first


def _class_line(cls, lines):
    """The line of a class statement: by its qualified name and the indentation."""
    path = cls.__qualname__.split(".")
    stack, matches = [], []
    for number, line in enumerate(lines):
        body = line.lstrip()
        if not body.startswith(("class ", "def ", "async def ")):
            continue
        indent = len(line) - len(body)
        while stack and stack[-1][0] >= indent:
            stack.pop()
        words = body.replace("(", " ").replace(":", " ").replace("[", " ").split()
        is_class = words[0] == "class"
        name = words[1] if words[0] != "async" else words[2]
        stack.append((indent, name, is_class))
        if not is_class or name != path[-1]:
            continue
        full = []
        for i, (_, part, klass) in enumerate(stack):
            full.append(part)
            if not klass and i + 1 < len(stack):
                full.append("<locals>")
        if full == path:
            start = number
            while start > 0 and lines[start - 1].lstrip().startswith("@") and indentsize(lines[start - 1]) == indent:
                start -= 1
            matches.append(start)
    if not matches:
        raise OSError("could not find class definition")
    return matches[-1]


def getcomments(object):
    """The comments before an object."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        if start < len(lines) and lines[start][:1] == "#":
            found = []
            while start < len(lines) and lines[start][:1] == "#":
                found.append(lines[start].expandtabs())
                start += 1
            return "".join(found)
        return None
    indent = indentsize(lines[number])
    found = []
    number -= 1
    while number >= 0 and lines[number].lstrip()[:1] == "#" and indentsize(lines[number]) == indent:
        found.insert(0, lines[number].expandtabs().lstrip())
        number -= 1
    while found and found[0].strip() == "#":
        found.pop(0)
    return "".join(found) or None


class EndOfBlock(Exception):
    pass


def getblock(lines):
    """The lines of the statement that begins at the first line."""
    depth, quote, i = 0, None, 0
    start_indent, body, last, seen_colon = None, False, 0, False
    is_block = False
    continued = False
    for number, line in enumerate(lines):
        text = line.rstrip("\n")
        stripped = text.strip()
        if quote is None and depth == 0 and not continued:
            if not stripped or stripped.startswith("#"):
                if body and stripped.startswith("#") and indentsize(text) > start_indent:
                    last = number
                continue
            indent = indentsize(text)
            if start_indent is None:
                start_indent = indent
            elif body and indent <= start_indent:
                break
            elif not body and seen_colon:
                if indent <= start_indent:
                    break
                body = True
            elif not body and not is_block and last >= 0 and number > last and not seen_colon and \
                    not decorated:
                break
            decorated = stripped.startswith("@") and not body
        continued = False
        i, n = 0, len(text)
        last_sign = ""
        while i < n:
            c = text[i]
            if quote is not None:
                if c == "\\":
                    i += 2
                    continue
                if text.startswith(quote, i):
                    i += len(quote)
                    quote = None
                    last_sign = "'"
                    continue
                i += 1
                continue
            if c == "#":
                break
            if c in "'\"":
                quote = c * 3 if text.startswith(c * 3, i) else c
                i += len(quote)
                continue
            if c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            elif c == "\\" and i == n - 1:
                continued = True
            if not c.isspace():
                last_sign = c
            i += 1
        if quote is not None and len(quote) == 1 and not continued:
            if not text.endswith("\\"):
                quote = None
        last = number
        if quote is None and depth <= 0 and not continued and not body:
            first = stripped.split(None, 1)[0] if stripped else ""
            if first in ("def", "class", "async") or is_block:
                is_block = True
            elif not seen_colon and first and not stripped.startswith("@") and start_indent is not None and \
                    "lambda" in "".join(lines[:number + 1]):
                break
            if is_block:
                if last_sign == ":":
                    seen_colon = True
                else:
                    break
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of an object's source and the number of the first."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>" or \
            iscode(object) and object.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The source of an object as one text."""
    lines, number = getsourcelines(object)
    return "".join(lines)


def walktree(classes, children, parent):
    """Classes with their bases, each followed by the list of its subclasses."""
    tree = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        below = [walktree(children[cls], children, cls)] if cls in children else []
        tree += [(cls, cls.__bases__), *below]
    return tree


def getclasstree(classes, unique=False):
    """Classes as nested lists, by their bases."""
    children, roots = {}, []
    for cls in classes:
        bases = list(cls.__bases__)
        if unique:
            known = [place for place, base in enumerate(bases) if base in classes]
            bases = bases[:known[0] + 1] if known else bases
        for base in bases:
            if cls not in children.setdefault(base, []):
                children[base].append(cls)
        if not bases and cls not in roots:
            roots.append(cls)
    return walktree(roots + [base for base in children if base not in classes], children, None)


# Arguments

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


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if not isinstance(annotation, type) or isinstance(annotation, types.GenericAlias):
        return repr(annotation)
    home = annotation.__module__
    return annotation.__qualname__ if home in ("builtins", base_module) else home + "." + annotation.__qualname__


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


def unwrap(func, *, stop=None):
    """Follows `__wrapped__` to the function inside."""
    first, seen, limit = func, {id(func): func}, sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError("wrapper loop when unwrapping {!r}".format(first))
        seen[id(func)] = func
    return func


# Frames

Traceback = namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    elif isframe(frame):
        lineno = frame.f_lineno
    else:
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            all_lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(all_lines) - context))
            lines, index = all_lines[start:start + context], lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def currentframe():
    return sys._getframe(1)


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
    return getinnerframes(error.__traceback__ if error is not None else None, context)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = ("CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
                                                           "CORO_CLOSED")


def _state(object, prefix, word):
    if getattr(object, prefix + "_running"):
        return word + "_RUNNING"
    if getattr(object, prefix + "_suspended", False):
        return word + "_SUSPENDED"
    if getattr(object, prefix + "_frame") is None:
        return word + "_CLOSED"
    return word + "_CREATED"


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO")


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    frame = getattr(generator, "gi_frame", None)
    return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return frame.f_locals if frame is not None else {}


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


# Signatures

class _void:
    pass


class _empty:
    """Stands for no default and no annotation."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                "variadic keyword")[self.value]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


class Parameter:
    """A parameter of a function."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError("value %r is not a valid Parameter.kind" % (kind,)) from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("%s parameters cannot have default values" % self._kind.description)
        self._default, self._annotation = default, annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        if name[:1] == "." and name[1:].isdigit():
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, not %s"
                                 % self._kind.description)
            self._kind = _POSITIONAL_ONLY
            name = "implicit%s" % name[1:]
        import keyword
        if keyword.iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % name)
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return '<%s "%s">' % (type(self).__name__, self)

    def _key(self):
        return self._name, self._kind, self._annotation, self._default

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """Arguments by the parameters that take them."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        found = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found, started = {}, False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        known, new = self.arguments, []
        for name, param in self._signature.parameters.items():
            if name in known:
                new.append((name, known[name]))
            elif param.default is not _empty:
                new.append((name, param.default))
            elif param.kind is _VAR_POSITIONAL:
                new.append((name, ()))
            elif param.kind is _VAR_KEYWORD:
                new.append((name, {}))
        self.arguments = dict(new)

    def __eq__(self, other):
        if isinstance(other, BoundArguments):
            return self is other or self._signature == other._signature and self.arguments == other.arguments
        return NotImplemented

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__,
                              ", ".join(["%s=%r" % item for item in self.arguments.items()]))


class Signature:
    """How an object may be called."""

    __slots__ = ("_return_annotation", "_parameters")
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = OrderedDict()
        if parameters is not None:
            if __validate_parameters__:
                top, seen_default = _POSITIONAL_ONLY, False
                for param in parameters:
                    kind, name = param.kind, param.name
                    if kind < top:
                        raise ValueError("wrong parameter order: %s parameter before %s parameter"
                                         % (top.description, kind.description))
                    top = kind
                    if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if param.default is _empty:
                            if seen_default:
                                raise ValueError("non-default argument follows default argument")
                        else:
                            seen_default = True
                    if name in found:
                        raise ValueError("duplicate parameter name: %r" % name)
                    found[name] = param
            else:
                for param in parameters:
                    found[param.name] = param
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped, globals=globals,
                                        locals=locals, eval_str=eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void
                          else return_annotation)

    def _parts(self):
        params = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        keywords = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return params, keywords, self.return_annotation

    def __hash__(self):
        params, keywords, result = self._parts()
        return hash((params, frozenset(keywords.values()), result))

    def __eq__(self, other):
        if isinstance(other, Signature):
            return self is other or self._parts() == other._parts()
        return NotImplemented

    def _bind(self, args, kwargs, *, partial=False):
        arguments, left, rest = {}, list(args), None
        for name, param in self.parameters.items():
            kind = param.kind
            named = name in kwargs
            if kind == _VAR_POSITIONAL:
                if left:
                    arguments[name], left = tuple(left), []
            elif left and kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if named and kind != _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = left.pop(0)
            elif left:
                break
            elif kind == _VAR_KEYWORD:
                rest = name
            elif named and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif named and len(arguments) == len(args):
                raise TypeError("%r parameter is positional only, but was passed as a keyword" % name)
            elif param.default is _empty and not partial:
                raise TypeError("missing a required argument: %r" % name)
        if left:
            raise TypeError("too many positional arguments")
        if rest is not None and kwargs:
            arguments[rest] = kwargs
        elif kwargs:
            raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """The arguments by parameter; TypeError when they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self)

    def __str__(self):
        parts, pos_only, star = [], False, True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                pos_only = True
            elif pos_only:
                parts.append("/")
                pos_only = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(param))
        if pos_only:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self.return_annotation is not _empty:
            text += " -> %s" % formatannotation(self.return_annotation)
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


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


class BufferFlags(enum.IntFlag):
    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS = 0x20 | STRIDES
    F_CONTIGUOUS = 0x40 | STRIDES
    ANY_CONTIGUOUS = 0x80 | STRIDES
    INDIRECT = 0x100 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200

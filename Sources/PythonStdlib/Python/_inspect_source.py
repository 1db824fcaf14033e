"""Documentation and source of objects."""
import builtins
import os
import sys
import types
from _inspect_kinds import (
    isclass, iscode, isdatadescriptor, isframe, isfunction, ismethod, ismethoddescriptor, ismodule, istraceback,
)

__name__ = "inspect"        # the module that pickles and messages name


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

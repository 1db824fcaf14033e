"""Documentation of objects as text."""
import builtins
import inspect
import sys

__all__ = ["help", "render_doc", "doc", "getdoc", "plain", "splitdoc", "describe", "locate", "TextDoc", "Helper"]


def getdoc(object):
    """The docstring, or the comments before the source."""
    return (inspect.getdoc(object) or inspect.getcomments(object) or "").rstrip()


def splitdoc(doc):
    """The first line and the rest of a docstring."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if len(lines) >= 2 and not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def classname(object, modname):
    """The name of a class, with its module unless that is the given one."""
    name = object.__name__
    return name if object.__module__ == modname else object.__module__ + "." + name


def describe(thing):
    """What kind of thing it is."""
    if inspect.ismodule(thing):
        kind = "package" if hasattr(thing, "__path__") else "module"
        return kind + " " + thing.__name__
    if inspect.isclass(thing):
        return "class " + thing.__name__
    if inspect.isroutine(thing):
        kind = "function" if inspect.isfunction(thing) else "built-in function" if inspect.isbuiltin(thing) else "method"
        return kind + " " + thing.__name__
    return type(thing).__name__


def plain(text):
    """The text without the bold letters made by overstriking."""
    out = []
    for letter in text:
        if letter == "\b":
            if out:
                out.pop()
        else:
            out.append(letter)
    return "".join(out)


def visiblename(name, all=None, obj=None):
    """Whether a name is shown."""
    if name in {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__",
                "__file__", "__loader__", "__module__", "__name__", "__package__", "__path__", "__qualname__",
                "__slots__", "__spec__", "__version__", "__dict__", "__weakref__", "__annotations__"}:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    return name in all if all is not None else not name.startswith("_")


class TextDoc:
    """Writes documentation as plain text."""

    def bold(self, text):
        return "".join([letter + "\b" + letter for letter in text])

    def indent(self, text, prefix="    "):
        if not text:
            return ""
        return "\n".join([prefix + line for line in text.split("\n")]).rstrip()

    def section(self, title, contents):
        return self.bold(title) + "\n" + self.indent(contents).rstrip() + "\n\n"

    def document(self, object, name=None, *args):
        if inspect.ismodule(object):
            return self.docmodule(object)
        if inspect.isclass(object):
            return self.docclass(object, name)
        if inspect.isroutine(object):
            return self.docroutine(object, name)
        if inspect.isdatadescriptor(object):
            return self.docdata(object, name)
        return self.docother(object, name)

    def docroutine(self, object, name=None):
        name = name or getattr(object, "__name__", "")
        try:
            signature = str(inspect.signature(object))
        except (ValueError, TypeError):
            signature = "(...)"
        doc, note = getdoc(object), ""
        if inspect.ismethod(object):
            kind = classname(type(object.__self__), None)
            note = " from " + kind if inspect.isclass(object.__self__) else " method of %s instance" % kind
        return self.bold(name) + signature + note + "\n" + (self.indent(doc).rstrip() + "\n" if doc else "")

    def docdata(self, object, name=None):
        doc = getdoc(object)
        return (self.bold(name) + "\n" if name else "") + (self.indent(doc) + "\n" if doc else "")

    def docother(self, object, name=None):
        return (self.bold(name) + " = " if name else "") + repr(object)

    def docclass(self, object, name=None):
        bases = [classname(b, object.__module__) for b in object.__bases__]
        title = "class " + self.bold(name or object.__name__)
        if bases:
            title += "(" + ", ".join(bases) + ")"
        parts = []
        try:
            signature = str(inspect.signature(object))
            if signature != "()":
                parts.append(object.__name__ + signature + "\n\n")
        except (ValueError, TypeError):
            pass
        doc = inspect.cleandoc(vars(object).get("__doc__") or "")
        if doc:
            parts.append(doc + "\n\n")
        mro = inspect.getmro(object)
        if len(mro) > 2:
            parts.append("Method resolution order:\n" + "".join(
                "    %s\n" % classname(base, object.__module__) for base in mro) + "\n")
        seen, sections = set(), []
        for base in mro:
            if base is builtins.object and base is not object:
                continue
            where = "defined here" if base is object else "inherited from " + classname(base, object.__module__)
            sections += [what + " " + where + ":\n\n" + "\n".join(items) for what, items in self._attributes(base, seen) if items]
        parts.append(("-" * 70 + "\n").join(section + ("" if section.endswith("\n\n") else "\n") for section in sections))
        return title + "\n" + self.indent("".join(parts).rstrip("\n"), " |  ").rstrip() + "\n"

    def _attributes(self, owner, seen):
        """What a class has: (kind, texts), without what was told of classes before it."""
        kinds = {"Methods": [], "Class methods": [], "Static methods": [], "Readonly properties": [], "Data descriptors": [],
                 "Data and other attributes": []}
        for key, value in sorted(vars(owner).items()):
            if not visiblename(key) or key in seen or key in ("__dict__", "__weakref__"):
                continue
            seen.add(key)
            if isinstance(value, classmethod):
                kinds["Class methods"].append(self.docroutine(getattr(owner, key), key))
            elif isinstance(value, staticmethod):
                kinds["Static methods"].append(self.docroutine(getattr(owner, key), key))
            elif inspect.isroutine(value):
                kinds["Methods"].append(self.docroutine(value, key))
            elif isinstance(value, property) and value.fset is None:
                kinds["Readonly properties"].append(self.docdata(value, key))
            elif inspect.isdatadescriptor(value):
                kinds["Data descriptors"].append(self.docdata(value, key))
            else:
                kinds["Data and other attributes"].append(self.docother(getattr(owner, key, value), key) + "\n")
        made_here = type(owner) is not type or owner.__module__ != "builtins"
        if made_here and "__slots__" not in vars(owner) and all(base is builtins.object for base in owner.__bases__):
            kinds["Data descriptors"] += [self.bold("__dict__") + "\n    dictionary for instance variables\n",
                                          self.bold("__weakref__") + "\n    list of weak references to the object\n"]
        return kinds.items()

    def docmodule(self, object):
        short, rest = splitdoc(getdoc(object))
        result = self.section("NAME", object.__name__ + (" - " + short if short else ""))
        if rest:
            result += self.section("DESCRIPTION", rest)
        classes, functions, data = [], [], []
        names = getattr(object, "__all__", None)
        for key in names or sorted(vars(object)):
            value = getattr(object, key, None)
            if not visiblename(key, names):
                continue
            if inspect.isclass(value):
                if names or value.__module__ == object.__name__:
                    classes.append(self.docclass(value, key))
            elif inspect.isroutine(value):
                if names or inspect.isbuiltin(value) or getattr(value, "__module__", None) == object.__name__:
                    functions.append(self.docroutine(value, key))
            elif not inspect.ismodule(value):
                data.append(self.docother(value, key))
        for title, items in (("CLASSES", classes), ("FUNCTIONS", functions), ("DATA", data)):
            if items:
                result += self.section(title, "\n".join(items))
        return result


class _PlainTextDoc(TextDoc):
    def bold(self, text):
        return text


class HTMLDoc(TextDoc):
    """Documentation as a page with the text in it."""

    def document(self, object, name=None, *args):
        import html
        return "<pre>" + html.escape(_PlainTextDoc().document(object, name)) + "</pre>"


text = TextDoc()
plaintext = _PlainTextDoc()
html = HTMLDoc()


def locate(path, forceload=0):
    """The object with a dotted name; None when there is none."""
    parts = [part for part in path.split(".") if part]
    module, n = None, 0
    while n < len(parts):
        try:
            __import__(".".join(parts[:n + 1]))
        except ImportError:
            break
        n += 1
        module = sys.modules[".".join(parts[:n])]
    thing = module if module is not None else builtins
    for part in parts[n:]:
        try:
            thing = getattr(thing, part)
        except AttributeError:
            return None
    return thing


def resolve(thing, forceload=0):
    """An object and its name, of an object or a dotted name."""
    if isinstance(thing, str):
        object = locate(thing, forceload)
        if object is None:
            raise ImportError("No Python documentation found for %r.\nUse help() to get the interactive help utility.\n"
                              "Use help(str) for help on the str class." % thing)
        return object, thing
    return thing, getattr(thing, "__name__", None)


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The documentation of an object or a dotted name."""
    object, name = resolve(thing, forceload)
    described = describe(object)
    module = inspect.getmodule(object)
    if name and "." in name:
        described += " in " + name[:name.rfind(".")]
    elif module and module is not object:
        described += " in module " + module.__name__
    if not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object)
            or inspect.isdatadescriptor(object)):
        object = type(object)
        described += " object"
    return title % described + "\n\n" + (renderer or text).document(object, name)


def pager(text):
    """Prints the text."""
    print(plain(text))


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None):
    """Shows documentation."""
    try:
        if output is None:
            pager(render_doc(thing, title, forceload))
        else:
            output.write(render_doc(thing, title, forceload, plaintext))
    except ImportError as exc:
        print(exc)


class Helper:
    """help()."""

    def __init__(self, input=None, output=None):
        self._input, self._output = input, output

    @property
    def output(self):
        return self._output or sys.stdout

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, request=None):
        self.help("pydoc" if request is None else request)

    def help(self, request):
        doc(request, "Help on %s:", output=self._output)


help = Helper()


if __name__ == "__main__":
    from _programs.pydoc import main
    main()

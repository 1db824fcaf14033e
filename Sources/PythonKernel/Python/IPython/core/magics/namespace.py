"""Magics about the user's names and about what they stand for."""
import builtins
import fnmatch
import inspect
import re

import _wick_shell
from IPython.core.error import StdinNotImplementedError, UsageError
from IPython.core.magics import Table, options, page

lines = Table()
NOTHING = "Interactive namespace is empty."
NO_MATCH = "No variables match your requested type."


def chosen(line):
    """Names of the user, only those whose type the line names."""
    space, wanted = _wick_shell.namespace(), line.split()
    return [name for name in _wick_shell.user_names() if not wanted or type(space[name]).__name__ in wanted]


@lines
def who_ls(line):
    """Returns a sorted list of the user's names; types after the magic choose among them."""
    return chosen(line)


@lines
def who(line):
    """Prints the user's names; types after the magic choose among them."""
    names = chosen(line)
    if not names:
        print(NO_MATCH if line.strip() else NOTHING)
        return
    for start in range(0, len(names), 9):
        row = names[start:start + 9]
        print("".join(name + "\t " for name in row), end="\n" if len(row) == 9 else "")
    print()


def summary(value):
    if type(value) in (dict, list, tuple):
        return "n=%d" % len(value)
    try:
        text = str(value)
    except Exception:
        text = "<object with id %d (str() failed)>" % id(value)
    text = text.replace("\n", "\\n")
    return text if len(text) < 50 else text[:25] + "<...>" + text[-25:]


@lines
def whos(line):
    """Prints the user's names with types and short values."""
    names, space = chosen(line), _wick_shell.namespace()
    if not names:
        print(NO_MATCH if line.strip() else NOTHING)
        return
    types = [type(space[name]).__name__ for name in names]
    wide = max(8, *map(len, names)) + 3
    type_wide = max(4, *map(len, types)) + 4
    head = "Variable".ljust(wide) + "Type".ljust(type_wide) + "Data/Info"
    print(head, "-" * len(head), sep="\n")
    for name, kind in zip(names, types):
        print(name.ljust(wide) + kind.ljust(type_wide) + summary(space[name]))


def proceed(question):
    try:
        return input(question).strip().lower() in ("y", "yes")
    except StdinNotImplementedError:
        return True


@lines
def reset(line):
    """Removes all names of the user. -f: without a question; -s: the names only; in, out, dhist: these instead."""
    chosen, parts = options(line, "sf", "aggressive")
    if "f" not in chosen and not proceed("Once deleted, variables cannot be recovered. Proceed (y/[n])? "):
        print("Nothing done.")
        return
    space = _wick_shell.namespace()
    if not parts and "s" in chosen:
        for name in _wick_shell.user_names():
            del space[name]
    elif not parts:
        _wick_shell.reset()
    for part in (part.lower() for part in parts):
        if part == "out":
            print("Flushing output cache (%d entries)" % len(space["_oh"]))
            _wick_shell.reset_outputs()
        elif part == "in":
            print("Flushing input history")
            for number in range(1, len(space["In"])):
                space.pop("_i%d" % number, None)
                space["In"][number] = ""
        elif part == "dhist":
            print("Flushing directory history")
            del space["_dh"][:]
        elif part != "array":
            print("Don't know how to reset " + part + ", please run `%reset?` for details")


@lines
def reset_selective(line):
    """Removes the names of the user that match a regular expression. -f: without a question."""
    chosen, words = options(line, "f")
    if "f" not in chosen and not proceed("Once deleted, variables cannot be recovered. Proceed (y/[n])?  "):
        print("Nothing done.")
        return
    if not words:
        print("No regex pattern specified. Nothing done.")
        return
    space = _wick_shell.namespace()
    try:
        pattern = re.compile(words[0])
    except re.error as error:
        raise TypeError("regex must be a string or compiled pattern") from error
    for name in _wick_shell.user_names():
        if pattern.search(name):
            del space[name]


@lines
def xdel(line):
    """Deletes a name and what the shell keeps of its value."""
    name = options(line, "n")[1]
    name = name[0] if name else ""
    space = _wick_shell.namespace()
    if name not in space:
        print("NameError: name %r is not defined" % name)
        return
    value = space.pop(name)
    for number, kept in list(space["_oh"].items()):
        if kept is value:
            del space["_oh"][number]
            space.pop("_%d" % number, None)
    for kept in ("_", "__", "___"):
        if space.get(kept) is value:
            space[kept] = None


# What an object is.

def found(name):
    """(whether there is such a thing, the thing)"""
    name = name.strip()
    if not re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*|\[[^\]()]*\])*", name):
        return False, None
    try:
        return True, eval(name, _wick_shell.namespace())
    except Exception:
        return False, None


def lookup(name):
    exists, value = found(name)
    if not exists:
        print("Object `%s` not found." % name.strip())
    return exists, value


@lines
def pdef(line):
    """Prints the signature of something that can be called."""
    exists, value = lookup(line)
    if not exists:
        return
    if not callable(value):
        print("Object is not callable.")
        return
    title = ""
    if isinstance(value, type):
        title = "Class constructor information:\n"
    elif not inspect.isroutine(value):
        title, value = "Class constructor information:\n", value.__call__
    try:
        signature = str(inspect.signature(value))
    except (ValueError, TypeError):
        print("No definition header found for %s" % line.strip())
        return
    print(title + " " + line.strip() + signature + "\n ", end="")


def heading(text):
    return "\x1b[31m" + text + "\x1b[39m"


def indented(text):
    return "\n".join("    " + row if row else row for row in text.splitlines())


@lines
def pdoc(line):
    """Shows the documentation of an object, of its class and of calling it."""
    exists, value = lookup(line)
    if not exists:
        return
    own = inspect.getdoc(value) or "<no docstring>"
    parts = [heading("Class docstring:"), indented(own)]
    if isinstance(value, type):
        made = inspect.getdoc(value.__init__)
        if made and value.__init__ is not object.__init__:
            parts += [heading("Init docstring:"), indented(made)]
    elif callable(value):
        call = inspect.getdoc(type(value).__call__) or "Call self as a function."
        parts += [heading("Call docstring:"), indented(call)]
    page("\n".join(parts))


@lines
def psource(line):
    """Shows the source of an object."""
    exists, value = lookup(line)
    if not exists:
        return
    try:
        text = inspect.getsource(value)
    except (OSError, TypeError):
        print("No source found for %s" % line.strip())
        return
    page(_wick_shell.highlight(text))


@lines
def pfile(line):
    """Shows the file in which an object was made."""
    exists, value = found(line)
    if exists:
        try:
            path = inspect.getsourcefile(value) or inspect.getfile(value)
            shown, _ = inspect.getsourcelines(value)
        except (OSError, TypeError):
            print("No file was found for %r" % line.strip())
            return
    else:
        path = line.strip()
    try:
        with open(path) as file:
            text = file.read()
    except OSError:
        print("File %r does not exist, not printing." % path)
        return
    page(_wick_shell.highlight(text))


@lines
def psearch(line):
    """Shows the names that match a pattern with `*` and `?`; after the pattern the type they must have."""
    flags, words = options(line, "cias:e:l", "list-types")
    if "l" in flags or "list-types" in flags:
        page("\n".join(sorted({type(v).__name__ for v in _wick_shell.namespace().values()})))
        return
    if not words:
        print("Error: No pattern given.")
        return
    pattern, kind = words[0], words[1] if len(words) > 1 else None
    head, _, tail = pattern.rpartition(".")
    if head:
        exists, owner = found(head)
        names = {name: getattr(owner, name, None) for name in dir(owner)} if exists else {}
    else:
        names = {**vars(builtins), **_wick_shell.namespace()}
    fold = (lambda text: text) if "c" in flags else str.lower
    matched = [
        name for name, value in names.items()
        if fnmatch.fnmatchcase(fold(name), fold(tail)) and ("a" in flags or not name.startswith("_") or tail[:1] == "_")
        and (kind is None or type(value).__name__ == kind)]
    page("\n".join((head + "." if head else "") + name for name in sorted(matched)))

"""What lasts between sessions, and `%store`: a file of pickles beside the history."""
import os
import pickle

import _wick_shell
from IPython.core.error import UsageError
from IPython.core.magics import Table, options

lines = Table()


def place():
    folder = os.environ.get("IPYTHONDIR") or os.path.join(
        os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share"), "wick")
    return os.path.join(folder, "wick-store.pickle")


def everything():
    try:
        with open(place(), "rb") as file:
            return pickle.load(file)
    except (OSError, EOFError, pickle.PickleError):
        return {}


def load(key, default=None):
    found = everything().get(key)
    return default if found is None else pickle.loads(found)


def save(key, value):
    """Keeps a value; None removes it."""
    kept = everything()
    kept.pop(key, None)
    if value is not None:
        kept[key] = pickle.dumps(value)
    path = place()
    os.makedirs(os.path.dirname(path), exist_ok=True)
    part = "%s.%d" % (path, os.getpid())
    with open(part, "wb") as file:
        pickle.dump(kept, file)
    os.replace(part, path)


def names():
    return sorted(key[9:] for key in everything() if key.startswith("variable/"))


@lines
def store(line):
    """Keeps variables for later sessions: names store, -r restores, -d deletes, -z deletes all, alone it lists."""
    chosen, words = options(line, "drz")
    space = _wick_shell.namespace()
    if "d" in chosen:
        if not words:
            raise UsageError("You must provide the variable to forget")
        for name in words:
            if name not in names():
                raise UsageError("Can't delete variable '%s'" % name)
            save("variable/" + name, None)
    elif "z" in chosen:
        for name in names():
            save("variable/" + name, None)
    elif "r" in chosen:
        for name in words or names():
            try:
                value = load("variable/" + name)
            except Exception:
                print("Unable to restore variable '%s', ignoring (use %%store -d to forget!)" % name)
                continue
            if name not in names():
                print("no stored variable or alias", name)
                continue
            space[name] = value
    elif not words:
        print("Stored variables and their in-db values:")
        kept = names()
        size = max(map(len, kept), default=0)
        for name in kept:
            try:
                text = repr(load("variable/" + name))[:50]
            except Exception:
                text = "<unavailable>"
            print("%-*s -> %s" % (max(size, 14), name, text))
    elif len(words) > 1 and words[1].startswith(">"):
        path = words[1].lstrip(">") or words[2]
        path = os.path.expanduser(path)
        if words[0] not in space:
            raise UsageError("Unknown variable '%s'" % words[0])
        value = space[words[0]]
        print("Writing '%s' (%s) to file '%s'." % (words[0], type(value).__name__, path))
        with open(path, "a" if words[1].startswith(">>") else "w") as file:
            if isinstance(value, str):
                file.write(value)
            else:
                from pprint import pformat
                file.write(pformat(value))
            if not str(value).endswith("\n"):
                file.write("\n")
    else:
        for name in words:
            if name not in space:
                raise UsageError("Unknown variable '%s'" % name)
            value = space[name]
            if getattr(type(value), "__module__", "") == "__main__" or getattr(value, "__module__", "") == "__main__":
                print("Warning:%s is %s\nProper storage of interactively declared classes (or instances\nof those "
                      "classes) is not possible! Only instances\nof classes in real modules on file system can be "
                      "%%store'd.\n" % (name, value))
                return
            save("variable/" + name, value)
            print("Stored '%s' (%s)" % (name, type(value).__name__))

"""`%autoreload`: modules whose files have changed are loaded again before a cell runs, what was taken of them follows."""
import importlib
import os
import sys
import types

import _wick_shell
from IPython.core.error import UsageError
from IPython.core.magics import Table

lines = Table()
state = {"mode": 0, "times": {}, "failed": {}, "chosen": set(), "skipped": set(), "tells": False}


def source(module):
    path = getattr(module, "__file__", None)
    if not isinstance(path, str) or not path.endswith(".py") or path.startswith("<"):
        return None
    return path


def changed():
    """The modules whose files are newer than what was loaded."""
    for name, module in list(sys.modules.items()):
        if name in ("__main__", "__mp_main__") or name in state["skipped"]:
            continue
        path = source(module)
        if path is None:
            continue
        try:
            stamp = os.stat(path).st_mtime
        except OSError:
            continue
        before = state["times"].setdefault(path, stamp)
        if stamp > before and state["failed"].get(path) != stamp:
            yield name, module, path, stamp


def update(old, new):
    """Gives an old function or class the code of the new one."""
    if isinstance(old, types.FunctionType) and isinstance(new, types.FunctionType):
        for name in ("__code__", "__defaults__", "__kwdefaults__", "__doc__", "__annotations__"):
            try:
                setattr(old, name, getattr(new, name))
            except (AttributeError, TypeError, ValueError):
                pass
        old.__dict__.update(new.__dict__)
    elif isinstance(old, type) and isinstance(new, type):
        for name in [name for name in old.__dict__ if name not in new.__dict__]:
            try:
                delattr(old, name)
            except (AttributeError, TypeError):
                pass
        for name, value in list(new.__dict__.items()):
            if name in ("__dict__", "__weakref__"):
                continue
            mine = old.__dict__.get(name)
            if isinstance(mine, types.FunctionType) and isinstance(value, types.FunctionType):
                update(mine, value)
                continue
            try:
                setattr(old, name, value)
            except (AttributeError, TypeError):
                pass
    elif isinstance(old, property) and isinstance(new, property):
        for mine, other in ((old.fget, new.fget), (old.fset, new.fset), (old.fdel, new.fdel)):
            if mine and other:
                update(mine, other)


def renew(name, module):
    before = dict(module.__dict__)
    importlib.reload(module)
    for key, old in before.items():
        new = module.__dict__.get(key)
        if new is None or new is old or getattr(old, "__module__", None) != name:
            continue
        update(old, new)
        # What cells took with `from module import *` or by name is the new thing from now on.
        space = _wick_shell.namespace()
        for taken in [taken for taken, value in space.items() if value is old]:
            if not isinstance(old, (type, types.FunctionType)):
                space[taken] = new


def check(*_):
    if state["mode"] == 0:
        return
    for name, module, path, stamp in list(changed()):
        if state["mode"] == 1 and name not in state["chosen"]:
            continue
        try:
            if state["tells"]:
                print("Reloading '%s'." % name)
            renew(name, module)
            state["times"][path] = stamp
        except BaseException as error:
            print("[autoreload of %s failed: %s]" % (name, error), file=sys.stderr)
            _wick_shell.write_traceback(error)
            state["failed"][path] = stamp


def start():
    """Takes the times of all files that are loaded now, and looks again before each cell."""
    from IPython.core.interactiveshell import shell
    for _ in changed():
        pass
    shell.events.register("pre_run_cell", check)
    shell.events.register("post_execute", note_times)


def note_times(*_):
    for _ in changed():
        pass


@lines
def autoreload(line):
    """Chooses what is loaded again: now/alone at once, off/0, explicit/1 (what %aimport named), all/2, complete/3."""
    words = line.split()
    state["tells"] = "-p" in words or "--print" in words
    word = next((word.lower() for word in words if not word.startswith("-")), "now")
    modes = {"off": 0, "0": 0, "explicit": 1, "1": 1, "all": 2, "2": 2, "complete": 3, "3": 3}
    if word == "now":
        old, state["mode"] = state["mode"], 2
        check()
        state["mode"] = old
    elif word in modes:
        state["mode"] = modes[word]
    else:
        raise ValueError("Unrecognized autoreload mode passed: %s" % word)


@lines
def aimport(line):
    """Imports modules and has them loaded again in mode 1; -name: never; alone it lists them."""
    words = line.replace(",", " ").split()
    if not words:
        print("Modules to reload:\n%s\n\nModules to skip:\n%s" % (
            " ".join(sorted(state["chosen"])) if state["mode"] != 2 else "all-except-skipped",
            " ".join(sorted(state["skipped"]))))
    for word in words:
        if word.startswith("-"):
            state["skipped"].add(word[1:])
            state["chosen"].discard(word[1:])
        else:
            module = importlib.import_module(word)
            state["chosen"].add(word)
            state["skipped"].discard(word)
            _wick_shell.namespace()[word.partition(".")[0]] = sys.modules[word.partition(".")[0]]
            path = source(module)
            if path:
                state["times"].setdefault(path, os.stat(path).st_mtime)

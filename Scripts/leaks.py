"""Runs a program four times in one process of the checked build; objects that every run leaves behind leaked.

    WICK run Scripts/leaks.py PROGRAM.py …

A module that is imported, a cache that is filled: the first runs may leave something, the last one must not. Prints a
line per type that grew and ends with status 1.
"""
import gc
import os
import sys

import _audit

# The graph of autograd holds Python functions in Swift closures, where the collector does not look: a cycle through
# one (globals, function, hook, tensor, globals) stays when all of it is dropped at once. What is registered for the
# life of the process has to stay: atexit, codecs, copyreg, sys.path, zip archives, the handlers of loggers, breakpoints, what is told of a
# fork, interned names, node types of trees, functions that torch.fx wraps.
EXPECTED = {
    "autograd-hooks.py", "autograd-function-results.py", "autograd-function-context.py", "autograd-function-outputs.py",
    "autograd-node-hooks.py", "autograd-tensor-hooks.py", "checkpoint.py", "forward-mode.py", "deepcopy-graphs.py",
    "traceback-atexit-importlib.py", "codecs-streams.py", "namedtuple-docs-submodules.py",
    "namespace-packages.py", "logging-handlers.py", "logging-records.py", "pdb-commands.py", "os-fork.py",
    "pathlib-flavours.py", "requests-suites-folders.py", "module-hooks.py", "fx-graphs.py", "pytree.py",
    "import-finders-archives.py", "installed-distributions.py",
}


class Silence:
    encoding = "utf-8"
    errors = "strict"

    def write(self, text):
        return len(text)

    def flush(self):
        pass


def run(code, path):
    out, sys.stdout = sys.stdout, Silence()
    try:
        exec(code, {"__name__": "__main__", "__file__": path})
    except BaseException:
        pass
    finally:
        sys.stdout = out


def living():
    # What typing remembers of subscripts holds classes.
    for forget in getattr(sys.modules.get("typing"), "_cleanups", ()):
        forget()
    # Servers of cases have another port each time.
    getattr(sys.modules.get("urllib.parse"), "clear_cache", int)()
    gc.collect()
    gc.collect()
    return _audit.living()


failed = False
for path in [os.path.abspath(name) for name in sys.argv[1:]]:
    if os.path.basename(path) in EXPECTED:
        continue
    os.chdir(os.path.dirname(path))
    with open(path) as file:
        code = compile(file.read(), path, "exec")
    before = after = {}
    for _ in range(4):
        run(code, path)
        before, after = after, living()
    grown = {name: count - before.get(name, 0) for name, count in after.items() if count > before.get(name, 0)}
    if grown:
        failed = True
        print(f"leak: {path}: {grown}")
sys.exit(1 if failed else 0)

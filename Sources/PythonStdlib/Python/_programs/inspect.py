"""`python -m inspect`: prints the source of an object."""
import argparse
import functools
import importlib
import inspect
import sys


def main():
    parser = argparse.ArgumentParser(prog="inspect.py")
    parser.add_argument("object", help="what to look at: MODULE or MODULE:NAME")
    parser.add_argument("-d", "--details", action="store_true", help="where it comes from instead of its source")
    options = parser.parse_args()
    name, _, inner = options.object.partition(":")
    try:
        found = module = importlib.import_module(name)
    except Exception as e:
        print(f"Failed to import {name} ({type(e).__name__}: {e})", file=sys.stderr)
        sys.exit(2)
    if inner:
        found = functools.reduce(getattr, inner.split("."), module)
    if not options.details:
        if module.__name__ in sys.builtin_module_names:
            print("Can't get info for builtin modules.", file=sys.stderr)
            sys.exit(1)
        print(inspect.getsource(found))
        return
    print(f"Target: {options.object}")
    print(f"Origin: {inspect.getsourcefile(module)}")
    print(f"Cached: {getattr(module, '__cached__', None)}")
    if found is module:
        print(f"Loader: {module.__loader__!r}")
        if hasattr(module, "__path__"):
            print(f"Submodule search path: {module.__path__}")
    else:
        try:
            _, line = inspect.findsource(found)
        except Exception:
            pass
        else:
            print(f"Line: {line}")
    print("\n")

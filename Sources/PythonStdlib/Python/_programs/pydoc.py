"""`python -m pydoc`: prints documentation."""
import importlib
import os
import pydoc
import sys


def main():
    names = sys.argv[1:]
    if not names or names[0].startswith("-"):
        print("pydoc - what is known about names of Python\n\npydoc <name> ...\n    Shows the documentation of a module, class, function or keyword;\n"
              "    a name with a '/' is a Python file.\n")
        return
    for name in names:
        try:
            if os.sep in name or name.endswith(".py") and os.path.exists(name):
                sys.path.insert(0, os.path.dirname(os.path.abspath(name)))
                pydoc.help(importlib.import_module(os.path.basename(name).removesuffix(".py")))
            else:
                pydoc.help(name)
        except (ImportError, pydoc.ErrorDuringImport) as e:
            print(e)
            sys.exit(1)

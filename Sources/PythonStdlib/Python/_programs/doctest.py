"""`python -m doctest`: runs the examples in files."""
import argparse
import doctest
import importlib
import os
import sys


def main():
    parser = argparse.ArgumentParser(prog="doctest.py", description="Runs the examples in files.")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every example")
    parser.add_argument("-o", "--option", action="append", choices=doctest.OPTIONFLAGS_BY_NAME.keys(), default=[],
                        help="a flag of doctest; may be given several times")
    parser.add_argument("-f", "--fail-fast", action="store_true", help="stop at the first failure, as -o FAIL_FAST does")
    parser.add_argument("file", nargs="+", help="a file with examples")
    options = parser.parse_args()
    flags = doctest.FAIL_FAST if options.fail_fast else 0
    for name in options.option:
        flags |= doctest.OPTIONFLAGS_BY_NAME[name]
    for name in options.file:
        if name.endswith(".py"):
            folder, file = os.path.split(name)
            sys.path.insert(0, folder)
            module = importlib.import_module(file[:-3])
            del sys.path[0]
            result = doctest.testmod(module, verbose=options.verbose, optionflags=flags)
        else:
            result = doctest.testfile(name, module_relative=False, verbose=options.verbose, optionflags=flags)
        if result.failed:
            return 1
    return 0

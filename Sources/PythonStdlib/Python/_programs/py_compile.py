"""`python -m py_compile`: compiles files."""
import argparse
import py_compile
import sys


def main():
    parser = argparse.ArgumentParser(prog="py_compile.py", description="Compiles files, to find what is wrong with them.")
    parser.add_argument("-q", "--quiet", action="store_true", help="tell no errors")
    parser.add_argument("filenames", nargs="+", help="files to compile")
    options = parser.parse_args()
    names = [line.rstrip("\n") for line in sys.stdin] if options.filenames == ["-"] else options.filenames
    for name in names:
        try:
            py_compile.compile(name, doraise=True)
        except (py_compile.PyCompileError, OSError) as e:
            parser.exit(1, None if options.quiet else f"{e}")

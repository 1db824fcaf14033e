"""Compiles files, to find what is wrong with them. Nothing is written: Wick reads source and no compiled files."""
import enum
import os
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]
_compile = compile


class PyCompileError(Exception):
    """A file that does not compile; `msg` is what Python says about it."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        self.exc_type_name, self.exc_value, self.file = exc_type.__name__, exc_value, file
        if exc_type is SyntaxError:
            told = "".join(traceback.format_exception_only(exc_type, exc_value)).replace('File "<string>"', 'File "%s"' % file)
        else:
            told = "Sorry: %s: %s" % (exc_type.__name__, exc_value)
        self.msg = msg or told
        Exception.__init__(self, self.msg, self.exc_type_name, exc_value, file)

    def __str__(self):
        return self.msg


# How a compiled file would be told from an old one.
PycInvalidationMode = enum.Enum("PycInvalidationMode", ["TIMESTAMP", "CHECKED_HASH", "UNCHECKED_HASH"], module=__name__)


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compiles a file and writes nothing; tells an error on sys.stderr, or raises it."""
    with open(file, "rb") as source:
        text = source.read()
    try:
        _compile(text, dfile or os.fspath(file), "exec", dont_inherit=True, optimize=optimize)
    except Exception as e:
        error = PyCompileError(type(e), e, dfile or file)
        if quiet < 2:
            if doraise:
                raise error from None
            sys.stderr.write(error.msg + "\n")


def main():
    """Compiles the files that the command line names."""
    from _programs.py_compile import main as run
    run()


if __name__ == "__main__":
    main()

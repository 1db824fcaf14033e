"""Compiles all files of folders, to find what is wrong with them. Nothing is written: Wick reads source and no compiled files."""
import os
import sys
import py_compile

__all__ = ["compile_dir", "compile_file", "compile_path"]


def _files(folder, quiet, maxlevels):
    if quiet < 2 and isinstance(folder, os.PathLike):
        folder = os.fspath(folder)
    if not quiet:
        print("Listing {!r}...".format(folder))
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print("Can't list {!r}".format(folder))
        return
    for name in names:
        path = os.path.join(folder, name)
        if name == "__pycache__":
            continue
        if not os.path.isdir(path):
            yield path
        elif maxlevels > 0 and not os.path.islink(path):
            yield from _files(path, quiet, maxlevels - 1)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1,
                invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compiles the Python files of a folder and of those in it; whether all of them compile."""
    if workers < 0:
        raise ValueError("workers must be greater or equal to 0")
    depth = sys.getrecursionlimit() if maxlevels is None else maxlevels
    results = [compile_file(path, ddir, force, rx, quiet, legacy, optimize, invalidation_mode)
               for path in _files(dir, quiet, depth)]
    return all(results)


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *,
                 stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compiles a file when it is one of Python; whether there was no error."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    fullname = os.fspath(fullname)
    if rx is not None and rx.search(fullname) or not os.path.isfile(fullname) or not fullname.endswith(".py"):
        return True
    if not quiet:
        print("Compiling {!r}...".format(fullname))
    shown = os.path.join(ddir, os.path.basename(fullname)) if ddir is not None else None
    for level in [optimize] if isinstance(optimize, int) else optimize:
        try:
            py_compile.compile(fullname, None, shown, True, level)
        except (py_compile.PyCompileError, SyntaxError, UnicodeError, OSError) as e:
            if quiet < 2:
                if quiet:
                    print("*** Error compiling {!r}...".format(fullname))
                else:
                    print("*** ", end="")
                print(e if isinstance(e, py_compile.PyCompileError) else f"{type(e).__name__}: {e}")
            return False
    return True


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compiles the files in the folders of sys.path."""
    success = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print("Skipping current directory")
        else:
            success = compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize) and success
    return success


def main():
    """Compiles what the command line names."""
    from _programs.compileall import main as run
    return run()


if __name__ == "__main__":
    sys.exit(int(not main()))

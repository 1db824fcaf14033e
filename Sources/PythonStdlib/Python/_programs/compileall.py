"""`python -m compileall`: compiles the files of folders."""
import argparse
import compileall
import os
import re
import sys


def main():
    parser = argparse.ArgumentParser(prog="compileall.py", description="Compiles the files of folders, to find what is wrong with them.")
    parser.add_argument("-l", action="store_const", const=0, default=None, dest="maxlevels", help="leave out folders in folders")
    parser.add_argument("-r", type=int, dest="recursion", help="how deep folders in folders are looked at")
    parser.add_argument("-f", action="store_true", dest="force", help="means nothing: everything is compiled")
    parser.add_argument("-q", action="count", dest="quiet", default=0, help="tell errors alone; twice: not even those")
    parser.add_argument("-b", action="store_true", dest="legacy", help="means nothing: no files are written")
    parser.add_argument("-d", metavar="DESTDIR", dest="ddir", help="the folder that errors name")
    parser.add_argument("-x", metavar="REGEXP", dest="rx", help="leave out files whose path contains it")
    parser.add_argument("-i", metavar="FILE", dest="flist", help="a list of more files and folders, one a line; - is standard input")
    parser.add_argument("-j", "--workers", type=int, default=1, help="means nothing: one after the other is compiled")
    parser.add_argument("--invalidation-mode", choices=("checked-hash", "timestamp", "unchecked-hash"), help="means nothing")
    parser.add_argument("-o", action="append", type=int, dest="levels", metavar="OPT_LEVELS", help="levels of optimisation")
    parser.add_argument("compile_dest", metavar="FILE|DIR", nargs="*", help="what is compiled; the folders of sys.path if none")
    options = parser.parse_args()
    levels = options.levels or -1
    depth = options.recursion if options.recursion is not None else options.maxlevels
    pattern = re.compile(options.rx) if options.rx else None
    wanted = list(options.compile_dest)
    if options.flist:
        try:
            with sys.stdin if options.flist == "-" else open(options.flist, encoding="utf-8") as file:
                wanted += [line.strip() for line in file]
        except OSError:
            if options.quiet < 2:
                print("Error reading file list {}".format(options.flist))
            return False
    if not wanted:
        return compileall.compile_path(quiet=options.quiet, optimize=levels)
    success = True
    for path in wanted:
        if os.path.isfile(path):
            good = compileall.compile_file(path, options.ddir, rx=pattern, quiet=options.quiet, optimize=levels)
        else:
            good = compileall.compile_dir(path, depth, options.ddir, rx=pattern, quiet=options.quiet, optimize=levels)
        success = success and bool(good)
    return success

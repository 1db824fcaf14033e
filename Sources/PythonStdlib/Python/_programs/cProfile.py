"""`python -m cProfile`: runs a script under the profiler."""
import importlib
import io
import optparse
import os
import sys


def main(module="cProfile"):
    """Runs a script or a module under the profiler of a module."""
    parser = optparse.OptionParser(usage=f"{module}.py [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...")
    parser.allow_interspersed_args = False
    parser.add_option("-o", "--outfile", dest="outfile", default=None, help="where the figures are written")
    parser.add_option("-s", "--sort", dest="sort", default=2 if module == "cProfile" else -1, help="what the table is sorted by")
    parser.add_option("-m", dest="module", action="store_true", default=False, help="run a module of the library")
    if not sys.argv[1:]:
        parser.print_usage()
        sys.exit(2)
    options, words = parser.parse_args()
    sys.argv[:] = words
    if options.outfile:
        options.outfile = os.path.abspath(options.outfile)
    profiler = importlib.import_module(module)
    if options.module:
        code = "run_module(name, run_name='__main__')"
        names = {"run_module": importlib.import_module("runpy").run_module, "name": words[0]}
    else:
        sys.path.insert(0, os.path.dirname(words[0]))
        with io.open_code(words[0]) as file:
            code = compile(file.read(), words[0], "exec")
        names = {"__file__": words[0], "__name__": "__main__", "__package__": None, "__cached__": None}
    try:
        profiler.runctx(code, names, None, options.outfile, options.sort)
    except BrokenPipeError as e:
        sys.stdout = None
        sys.exit(e.errno)

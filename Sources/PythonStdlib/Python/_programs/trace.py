"""`python -m trace`: runs a script and tells its lines."""
import argparse
import os
import runpy
import sys
import trace


def main():
    parser = argparse.ArgumentParser(prog="trace.py")
    parser.add_argument("--version", action="version", version="trace 2.0")
    ways = parser.add_argument_group("Main options", "One of them, or --report, is needed")
    ways.add_argument("-c", "--count", action="store_true", help="count how often each line runs and write it beside the modules, as MODULE.cover")
    ways.add_argument("-t", "--trace", action="store_true", help="print each line before it runs")
    ways.add_argument("-l", "--listfuncs", action="store_true", help="list the functions that ran; not with --trace or --count")
    ways.add_argument("-T", "--trackcalls", action="store_true", help="list who called whom")
    more = parser.add_argument_group("Modifiers")
    either = more.add_mutually_exclusive_group()
    either.add_argument("-r", "--report", action="store_true", help="run nothing, but report what an earlier run wrote to --file")
    either.add_argument("-R", "--no-report", action="store_true", help="write no .cover files")
    more.add_argument("-f", "--file", help="where counts of several runs are gathered")
    more.add_argument("-C", "--coverdir", help="the folder of the .cover files")
    more.add_argument("-m", "--missing", action="store_true", help='mark lines that did not run by ">>>>>> "')
    more.add_argument("-s", "--summary", action="store_true", help="print a line for each file; with --count or --report")
    more.add_argument("-g", "--timing", action="store_true", help="the time before each line; with --trace")
    left = parser.add_argument_group("Filters", "May be given several times")
    left.add_argument("--ignore-module", action="append", default=[], help="modules to pass over, separated by commas")
    left.add_argument("--ignore-dir", action="append", default=[], help="folders to pass over, separated by colons")
    parser.add_argument("--module", action="store_true", help="run a module")
    parser.add_argument("progname", nargs="?", help="the file to run")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="its arguments")
    options = parser.parse_args()
    modules = [name.strip() for text in options.ignore_module for name in text.split(",")]
    folders = [os.path.normpath(os.path.expandvars(f)) for text in options.ignore_dir for f in text.split(os.pathsep)]
    if options.report:
        if not options.file:
            parser.error("-r/--report requires -f/--file")
        results = trace.CoverageResults(infile=options.file, outfile=options.file)
        return results.write_results(options.missing, options.summary, options.coverdir)
    if not any([options.trace, options.count, options.listfuncs, options.trackcalls]):
        parser.error("must specify one of --trace, --count, --report, --listfuncs, or --trackcalls")
    if options.listfuncs and (options.count or options.trace):
        parser.error("cannot specify both --listfuncs and (--trace or --count)")
    if options.summary and not options.count:
        parser.error("--summary can only be used with --count or --report")
    if options.progname is None:
        parser.error("progname is missing: required with the main options")
    tracer = trace.Trace(options.count, options.trace, countfuncs=options.listfuncs, countcallers=options.trackcalls,
                         ignoremods=modules, ignoredirs=folders, infile=options.file, outfile=options.file, timing=options.timing)
    sys.argv = [options.progname, *options.arguments]
    try:
        if options.module:
            tracer.runfunc(runpy.run_module, options.progname, run_name="__main__", alter_sys=True)
        else:
            sys.path[0] = os.path.dirname(options.progname)
            with open(options.progname, "rb") as file:
                code = compile(file.read(), options.progname, "exec")
            names = {"__file__": options.progname, "__name__": "__main__", "__package__": None, "__cached__": None}
            tracer.runctx(code, names, names)
    except OSError as e:
        sys.exit(f"Cannot run file {sys.argv[0]!r} because: {e}")
    except SystemExit:
        pass
    results = tracer.results()
    if not options.no_report:
        results.write_results(options.missing, options.summary, options.coverdir)

"""Which lines and functions a program runs."""
import linecache
import os
import sys
import threading
from time import monotonic as _time

__all__ = ["Trace", "CoverageResults"]

PRAGMA_NOCOVER = "#pragma NO COVER"


def _modname(path):
    """The module name of a file."""
    return os.path.splitext(os.path.basename(path))[0]


_fullmodname = _modname


class _Ignore:
    """Modules and folders that are left out."""

    def __init__(self, modules=None, dirs=None):
        self.modules = set(modules or ())
        self.dirs = [os.path.normpath(path) for path in dirs or ()]
        self.known = {"<string>": 1}

    def names(self, filename, modulename):
        answer = self.known.get(modulename)
        if answer is None:
            answer = int(modulename in self.modules
                         or any(modulename.startswith(name + ".") for name in self.modules)
                         or filename is None
                         or any(filename.startswith(path + os.sep) for path in self.dirs))
            self.known[modulename] = answer
        return answer


class CoverageResults:
    """How often lines ran, and what was called."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.counter = self.counts.copy()
        self.calledfuncs = dict(calledfuncs or {})
        self.callers = dict(callers or {})
        self.infile, self.outfile = infile, outfile
        if infile:
            import pickle
            try:
                with open(infile, "rb") as file:
                    counts, functions, callers = pickle.load(file)
                self.update(self.__class__(counts, functions, callers=callers))
            except (OSError, EOFError, ValueError) as error:
                print("Skipping counts file %r: %s" % (infile, error), file=sys.stderr)

    def is_ignored_filename(self, filename):
        return filename.startswith("<") and filename.endswith(">")

    def update(self, other):
        """Adds the counts of another run."""
        for place, count in other.counts.items():
            self.counts[place] = self.counts.get(place, 0) + count
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None):
        """Writes what was called, and a file with counts beside each source."""
        if self.calledfuncs:
            print("\nfunctions called:")
            for filename, module, function in sorted(self.calledfuncs):
                print("filename: %s, modulename: %s, funcname: %s" % (filename, module, function))
        if self.callers:
            print("\ncalling relationships:")
            lastfile = lastcall = ""
            for (caller_file, caller_module, caller), (file, module, function) in sorted(self.callers):
                if caller_file != lastfile:
                    print("\n***", caller_file, "***")
                    lastfile, lastcall = caller_file, ""
                if caller_file != file and lastcall != file:
                    print("  -->", file)
                    lastcall = file
                print("    %s.%s -> %s.%s" % (caller_module, caller, module, function))
        by_file = {}
        for (filename, line), count in self.counts.items():
            by_file.setdefault(filename, {})[line] = count
        sums = {}
        for filename, counts in by_file.items():
            if self.is_ignored_filename(filename):
                continue
            folder = os.path.dirname(os.path.abspath(filename)) if coverdir is None else coverdir
            os.makedirs(folder, exist_ok=True)
            name = _modname(filename)
            wanted = _find_executable_linenos(filename) if show_missing else {}
            hits, lines = self.write_results_file(
                os.path.join(folder, name + ".cover"), linecache.getlines(filename), wanted, counts)
            if summary and lines:
                sums[name] = lines, int(100 * hits / lines), name, filename
        if summary and sums:
            print("lines   cov%   module   (path)")
            for name in sorted(sums):
                print("%5d   %3d%%   %s   (%s)" % sums[name])
        if self.outfile:
            import pickle
            with open(self.outfile, "wb") as file:
                pickle.dump((self.counts, self.calledfuncs, self.callers), file, 1)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Writes a source with counts; how many lines ran, and how many could."""
        try:
            file = open(path, "w", encoding=encoding)
        except OSError as error:
            print("trace: Could not open %r for writing: %s - skipping" % (path, error), file=sys.stderr)
            return 0, 0
        could = ran = 0
        with file:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    file.write("%5d: " % lines_hit[number])
                    could += 1
                    ran += 1
                elif number in lnotab and PRAGMA_NOCOVER not in line:
                    file.write(">>>>>> ")
                    could += 1
                else:
                    file.write("       ")
                file.write(line.expandtabs(8))
        return ran, could


def _find_executable_linenos(filename):
    """Lines of a file that have code."""
    source = "".join(linecache.getlines(filename))
    try:
        todo = [compile(source, filename, "exec")]
    except SyntaxError as error:
        print("Not printing coverage data for %r: %s" % (filename, error), file=sys.stderr)
        return {}
    found = {}
    while todo:
        code = todo.pop()
        found.update({line: 1 for _, _, line in code.co_lines() if line})
        todo.extend(constant for constant in code.co_consts if hasattr(constant, "co_code"))
    return found


class Trace:
    """Runs something and writes or counts its lines, functions or calls."""

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(),
                 infile=None, outfile=None, timing=False):
        self.infile, self.outfile = infile, outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts, self._calledfuncs, self._callers = {}, {}, {}
        self.donothing = False
        self.trace, self.count = trace, count
        self.start_time = _time() if timing else None
        if countcallers:
            self.globaltrace = self._on_call_with_caller
        elif countfuncs:
            self.globaltrace = self._on_call
        elif trace or count:
            self.globaltrace = self._on_frame
            self.localtrace = self._on_line
        else:
            self.donothing = True

    def run(self, cmd):
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        threading.settrace(self._wanted())
        sys.settrace(self._wanted())
        try:
            exec(cmd, globals, locals)
        finally:
            sys.settrace(None)
            threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        sys.settrace(self._wanted())
        try:
            return func(*args, **kw)
        finally:
            sys.settrace(None)

    def _wanted(self):
        return None if self.donothing else self.globaltrace

    def file_module_function_of(self, frame):
        """Where a frame's code is from; methods with the name of their class."""
        code = frame.f_code
        name = code.co_qualname.replace("<locals>.", "").split(".")
        return code.co_filename, _modname(code.co_filename), ".".join(name[-2:])

    def _on_call_with_caller(self, frame, why, arg):
        if why == "call" and frame.f_back is not None:
            pair = self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)
            self._callers[pair] = 1

    def _on_call(self, frame, why, arg):
        if why == "call":
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def _on_frame(self, frame, why, arg):
        if why != "call":
            return None
        filename = frame.f_globals.get("__file__") or frame.f_code.co_filename
        name = _modname(filename)
        if self.ignore.names(filename, name):
            return None
        if self.trace:
            print(" --- modulename: %s, funcname: %s" % (name, frame.f_code.co_name))
        return self.localtrace

    def _on_line(self, frame, why, arg):
        if why == "line":
            filename, line = frame.f_code.co_filename, frame.f_lineno
            if self.count:
                self.counts[filename, line] = self.counts.get((filename, line), 0) + 1
            if self.trace:
                if self.start_time is not None:
                    print("%.2f" % (_time() - self.start_time), end=" ")
                print("%s(%d): %s" % (os.path.basename(filename), line, linecache.getline(filename, line)), end="")
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, self._calledfuncs, self.infile, self._callers, self.outfile)


if __name__ == "__main__":
    from _programs.trace import main
    main()

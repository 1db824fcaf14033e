"""Examples in docstrings, run and compared with what stands below them."""
import __future__
import difflib
import inspect
import linecache
import os
import pdb
import re
import sys
import traceback
import unittest
from collections import namedtuple
from io import StringIO

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE",
           "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF",
           "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest",
           "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure",
           "UnexpectedException", "DebugRunner", "testmod", "testfile", "run_docstring_examples", "DocTestSuite",
           "DocFileSuite", "set_unittest_reportflags", "script_from_examples", "testsource", "debug_src", "debug"]

TestResults = namedtuple("TestResults", "failed attempted")
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A flag of its own for a name."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


(DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP, IGNORE_EXCEPTION_DETAIL,
 REPORT_UDIFF, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, FAIL_FAST) = map(register_optionflag, (
    "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
    "IGNORE_EXCEPTION_DETAIL", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
    "FAIL_FAST"))
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def _normalize_module(module, depth=2):
    """A module of itself, of its name, or the caller's."""
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(depth).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


def _indent(text, indent=4):
    return re.sub("(?m)^(?!$)", indent * " ", text)


def _exception_traceback(exc_info):
    out = StringIO()
    traceback.print_exception(*exc_info, file=out)
    return out.getvalue()


def _ellipsis_match(want, got):
    """Whether a text fits one in which ... stands for anything."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if len(got) < len(first) + len(last) or not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for part in middle:
        found = got.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _exception_name(text):
    """The class in an exception's line, without its module and message."""
    line = text.split("\n", 1)[0].partition(":")[0]
    return line.rpartition(".")[2]


class Example:
    """Something to run and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        def ended(text):
            return text if not text or text.endswith("\n") else text + "\n"
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = ended(want)
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _values(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._values() == other._values() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, which share their names."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples, self.globs = examples, globs.copy()
        self.name, self.filename, self.lineno, self.docstring = name, filename, lineno, docstring

    def __repr__(self):
        count = len(self.examples)
        shown = "no examples" if not count else "1 example" if count == 1 else "%d examples" % count
        return "<%s %s from %s:%s (%s)>" % (self.__class__.__name__, self.name, self.filename, self.lineno, shown)

    def _values(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._values() == other._values() if type(self) is type(other) else NotImplemented

    def _rank(self):
        return self.name, self.filename, self.lineno or 0, id(self)

    def __lt__(self, other):
        """Whether it comes earlier, by name, file and line."""
        return self._rank() < other._rank() if isinstance(other, DocTest) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))


class DocTestParser:
    """Finds examples in a text."""
    _TRACEBACK = re.compile(r"(?ms)^(?P<hdr>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\)\s*:)"
                            r"\s*$(?P<stack>.*?)^(?P<msg>\w+.*)")
    _OPTION = re.compile(r"(?m)#\s*doctest:\s*([^\n'\"]*)$")

    def parse(self, string, name="<string>"):
        """Examples and the texts between them, in turns."""
        string = string.expandtabs()
        margins = [len(line) - len(line.lstrip(" ")) for line in string.split("\n") if line.strip()]
        margin = min(margins, default=0)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        parts, plain, lines = [], [], string.split("\n")
        at = 0
        while at < len(lines):
            body = lines[at].lstrip(" ")
            if not (body == ">>>" or body.startswith(">>> ") or body.startswith(">>>") and not body.startswith(">>>>")):
                plain.append(lines[at])
                at += 1
                continue
            start, indent = at, len(lines[at]) - len(body)
            parts.append("".join(line + "\n" for line in plain))
            plain = []
            source = [lines[at]]
            at += 1
            while at < len(lines) and lines[at][:indent + 3] == " " * indent + "..." and \
                    lines[at][indent + 3:indent + 4] in ("", " "):
                source.append(lines[at])
                at += 1
            want = []
            while at < len(lines) and lines[at].strip() and not lines[at].lstrip(" ").startswith(">>>"):
                want.append(lines[at])
                at += 1
            parts.append(self._example(source, want, indent, start, name))
        rest = "\n".join(plain)
        parts.append(rest)
        return [part for part in parts if not (isinstance(part, Example) and self._is_comment(part))]

    @staticmethod
    def _is_comment(example):
        return all(not line.strip() or line.lstrip().startswith("#") for line in example.source.split("\n"))

    def _example(self, source, want, indent, lineno, name):
        for k, line in enumerate(source):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError("line %r of the docstring for %s lacks blank after %s: %r"
                                 % (lineno + k + 1, name, line[indent:indent + 3], line))
        for k, line in enumerate(source[1:] + want):
            if line.strip() and not line.startswith(" " * indent):
                raise ValueError("line %r of the docstring for %s has inconsistent leading whitespace: %r"
                                 % (lineno + k + 2, name, line))
        code = "\n".join(line[indent + 4:] for line in source)
        text = "\n".join(line[indent:].rstrip() if not line.strip() else line[indent:] for line in want)
        match = self._TRACEBACK.match(text)
        return Example(code, text, match["msg"] if match else None, lineno, indent,
                       self._options(code, name, lineno))

    def _options(self, source, name, lineno):
        options = {}
        for match in self._OPTION.finditer(source):
            for word in match[1].replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError("line %r of the doctest for %s has an invalid option: %r"
                                     % (lineno + 1, name, word))
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        if options and not source.split("#")[0].strip() and "\n" not in source.strip():
            raise ValueError("line %r of the doctest for %s has an option directive on a line with no example: %r"
                             % (lineno, name, source))
        return options

    def get_examples(self, string, name="<string>"):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    """Finds the docstrings of a module, its functions and classes."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._verbose, self._recurse, self._exclude_empty = verbose, recurse, exclude_empty
        self._parser = DocTestParser() if parser is None else parser

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests of an object and of those in it."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r"
                                 % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, globs, {})
        tests.sort()
        return tests

    def _is_from(self, module, obj):
        if module is None:
            return True
        if inspect.getmodule(obj) is not None and not inspect.isfunction(obj):
            return module is inspect.getmodule(obj)
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        raise ValueError("object must be a class or function")

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        if self._verbose:
            print("Finding tests in %s" % name)
        test = self._test(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return

        def has_docstring(value):
            return inspect.isroutine(inspect.unwrap(value)) or inspect.isclass(value)

        if inspect.ismodule(obj):
            for key, value in obj.__dict__.items():
                if has_docstring(value) and self._is_from(module, value):
                    self._find(tests, value, "%s.%s" % (name, key), module, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                if not isinstance(key, str):
                    raise ValueError("DocTestFinder.find: __test__ keys must be strings: %r" % (type(key),))
                if not (inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value)
                        or isinstance(value, str)):
                    raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, "
                                     "classes, or modules: %r" % (type(value),))
                self._find(tests, value, "%s.__test__.%s" % (name, key), module, globs, seen)
        elif inspect.isclass(obj):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)) and \
                        self._is_from(module, value):
                    self._find(tests, value, "%s.%s" % (name, key), module, globs, seen)

    def _test(self, obj, name, module, globs):
        text = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        text = "" if text is None else text if isinstance(text, str) else str(text)
        lineno = self._line(obj, text)
        if self._exclude_empty and not text:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename.endswith(".pyc"):
                filename = filename[:-1]
        return self._parser.get_doctest(text, globs, name, filename, lineno)

    def _line(self, obj, text):
        """Where a docstring begins, counted from 0."""
        if inspect.ismodule(obj):
            return 0 if getattr(obj, "__doc__", None) is not None else None
        obj = getattr(obj, "__func__", obj)
        if isinstance(obj, property):
            obj = obj.fget
        try:
            lines, first = inspect.getsourcelines(obj)
        except (OSError, TypeError):
            return None
        for k, line in enumerate(lines):
            if re.match(r"\s*[uUrR]*(\"|')", line):
                return first - 1 + k
        return None


class DocTestRunner:
    """Runs tests and tells what differs."""
    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expects = "Expecting:\n" + _indent(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + _indent(example.source) + expects)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n" + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        place = "Line %s, in %s" % (example.lineno + 1, test.name)
        if test.filename:
            line = "?" if test.lineno is None else test.lineno + example.lineno + 1
            place = 'File "%s", line %s, in %s' % (test.filename, line, test.name)
        return "%s\n%s\nFailed example:\n%s" % (self.DIVIDER, place, _indent(example.source))

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs one test; how many examples failed of how many."""
        self.test = test
        if compileflags is None:
            compileflags = 0
            for name in __future__.all_feature_names:
                feature = getattr(__future__, name)
                if test.globs.get(name) is feature:
                    compileflags |= feature.compiler_flag
        saved = sys.stdout, pdb.set_trace, linecache.getlines, sys.displayhook
        self._real_getlines = linecache.getlines
        if out is None:
            out = saved[0].write
        self._fakeout = StringIO()
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        linecache.getlines = self._patched_getlines
        try:
            return self._run(test, compileflags, out)
        finally:
            sys.stdout, pdb.set_trace, linecache.getlines, sys.displayhook = saved
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    _LINES = re.compile(r"<doctest (?P<name>.+)\[(?P<examplenum>\d+)\]>$")

    def _patched_getlines(self, filename, module_globals=None):
        match = self._LINES.match(filename)
        if match and match["name"] == self.test.name:
            return self.test.examples[int(match["examplenum"])].source.splitlines(keepends=True)
        return self._real_getlines(filename, module_globals)

    def _run(self, test, compileflags, out):
        failures = tries = 0
        flags = self.optionflags
        for number, example in enumerate(test.examples):
            told = not failures or not self.optionflags & REPORT_ONLY_FIRST_FAILURE
            self.optionflags = flags
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            if told:
                self.report_start(out, test, example)
            tries += 1
            filename = "<doctest %s[%d]>" % (test.name, number)
            error = None
            try:
                exec(compile(example.source, filename, "single", compileflags, True), test.globs)
            except KeyboardInterrupt:
                raise
            except:
                error = sys.exc_info()
            got = self._fakeout.getvalue()
            self._fakeout.seek(0)
            self._fakeout.truncate()
            outcome = self._outcome(example, got, error)
            if outcome is None:
                if told:
                    self.report_unexpected_exception(out, test, example, error)
            elif outcome:
                if told:
                    self.report_success(out, test, example, got)
                continue
            elif told:
                if error is not None:
                    got += _exception_traceback(error)
                self.report_failure(out, test, example, got)
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = flags
        failed, tried = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failures + failed, tries + tried
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _outcome(self, example, got, error):
        """True, False, or None for an exception that nobody expects."""
        check = self._checker.check_output
        if error is None:
            return check(example.want, got, self.optionflags)
        if example.exc_msg is None:
            return None
        lines = traceback.format_exception_only(*error[:2])
        # A SyntaxError has its place before its message.
        text = lines[-1] if issubclass(error[0], SyntaxError) else "".join(lines)
        if check(example.exc_msg, text, self.optionflags):
            return True
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            return check(_exception_name(example.exc_msg), _exception_name(text), self.optionflags)
        return False

    def summarize(self, verbose=None):
        """Tells how it went as a whole."""
        verbose = self._verbose if verbose is None else verbose
        empty, passed, failed = [], [], []
        for name, (failures, tries) in sorted(self._name2ft.items()):
            if not tries:
                empty.append(name)
            elif not failures:
                passed.append((name, tries))
            else:
                failed.append((name, failures, tries))
        if verbose:
            if empty:
                print(len(empty), "items had no tests:")
                for name in empty:
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, tries in passed:
                    print(" %3d tests in %s" % (tries, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, failures, tries in failed:
                print(" %3d of %3d in %s" % (failures, tries, name))
        tries = sum(tries for _, tries in self._name2ft.values())
        failures = sum(failures for failures, _ in self._name2ft.values())
        if verbose:
            print(tries, "tests in", len(self._name2ft), "items.")
            print(tries - failures, "passed and", failures, "failed.")
        if failures:
            print("***Test Failed***", failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries)

    def merge(self, other):
        for name, (failures, tries) in other._name2ft.items():
            mine = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = mine[0] + failures, mine[1] + tries


class OutputChecker:
    """Compares what came with what was wanted."""

    def check_output(self, want, got, optionflags):
        def escaped(text):
            return str(text.encode("ASCII", "backslashreplace"), "ASCII")
        want, got = escaped(want), escaped(got)
        if want == got:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^%s\s*?$" % re.escape(BLANKLINE_MARKER), "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if want == got:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
            if want == got:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        wanted, came = want.splitlines(keepends=True), got.splitlines(keepends=True)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and \
                (optionflags & REPORT_NDIFF or len(wanted) > 2 and len(came) > 2):
            if optionflags & REPORT_UDIFF:
                kind, lines = "unified", list(difflib.unified_diff(wanted, came, n=2))[2:]
            elif optionflags & REPORT_CDIFF:
                kind, lines = "context", list(difflib.context_diff(wanted, came, n=2))[2:]
            else:
                kind, lines = "ndiff", difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(wanted, came)
            if kind == "unified":
                return "Differences (unified diff with -expected +actual):\n" + _indent("".join(lines))
            if kind == "context":
                return "Differences (context diff with expected followed by actual):\n" + _indent("".join(lines))
            return "Differences (ndiff with -expected +actual):\n" + _indent("".join(lines))
        text = "Expected:\n" + _indent(want) if want else "Expected nothing\n"
        return text + ("Got:\n" + _indent(got) if got else "Got nothing\n")


class DocTestFailure(Exception):
    """An example that printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example that raised."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first failure, and leaves the names as they are."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_failure(self, out, test, example, got):
        """Something else was printed."""
        raise DocTestFailure(test, example, got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Nobody expects the exception."""
        raise UnexpectedException(test, example, exc_info)


# What programs call

# Gathers the outcomes of all of them.
master = None


def _finish(runner, report):
    global master
    outcome = TestResults(runner.failures, runner.tries)
    if report:
        runner.summarize()
    if master is not None:
        master.merge(runner)
    else:
        master = runner
    return outcome


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module, the caller's unless one is given."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, m.__name__ if name is None else name, globs=globs,
                                                                 extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def _load_testfile(filename, package, module_relative, encoding):
    if module_relative:
        package = _normalize_module(package, 4)
        base = getattr(package, "__file__", None)
        filename = os.path.join(os.path.dirname(base) if base else os.getcwd(), *filename.split("/"))
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Runs the examples of a file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _load_testfile(filename, package, module_relative, encoding or "utf-8")
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# unittest

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Sets how test cases report; what it was."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    """A test as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        unittest.TestCase.__init__(self)
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown
        self._dt_globs = test.globs.copy()

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        test, out = self._dt_test, StringIO()
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        failures, tries = runner.run(test, out=out.write, clear_globs=False)
        if failures:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        line = "unknown line number" if test.lineno is None else "%s" % test.lineno
        name = test.name.split(".")[-1]
        return 'Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s' % (
            test.name, test.filename, line, name, err)

    def debug(self):
        self.setUp()
        runner = DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False)
        runner.run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        name = self._dt_test.name.split(".")
        return "%s (%s)" % (name[-1], ".".join(name[:-1]))

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


class DocFileCase(DocTestCase):
    """A file as a test case."""

    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    __str__ = __repr__


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The tests of a module as a suite."""
    module = _normalize_module(module)
    suite = unittest.TestSuite()
    for test in sorted((test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)):
        if not test.examples:
            continue
        if not test.filename:
            filename = module.__file__
            test.filename = filename[:-1] if filename.endswith(".pyc") else filename
        suite.addTest(DocTestCase(test, **options))
    return suite


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    text, path = _load_testfile(path, package, module_relative, encoding or "utf-8")
    globs = {} if globs is None else globs.copy()
    globs.setdefault("__file__", path)
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """Files as a suite."""
    if kw.get("module_relative", True):
        # Here, where the caller is known.
        kw["package"] = _normalize_module(kw.get("package"))
    return unittest.TestSuite([DocFileTest(path, **kw) for path in paths])


# Examples as programs

def script_from_examples(s):
    """A program of the examples; everything else becomes comments."""
    lines = []
    for part in DocTestParser().parse(s):
        if isinstance(part, Example):
            lines.append(part.source[:-1])
            if part.want:
                lines.append("# Expected:")
                lines += ["## " + line for line in part.want.split("\n")[:-1]]
        else:
            lines += ["#" + (" " + line if line else "") for line in part.split("\n")[:-1]]
    while lines and lines[-1] == "#":
        lines.pop()
    while lines and lines[0] == "#":
        lines.pop(0)
    return "\n".join(lines) + "\n"


def testsource(module, name):
    """The examples of an object as a program."""
    module = _normalize_module(module)
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, "not found in tests")


def debug_src(src, pm=False, globs=None):
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """Runs a program under the debugger."""
    globs = globs.copy() if globs else {}
    if not pm:
        pdb.Pdb().run("exec(%r)" % src, globs, globs)
        return
    try:
        exec(src, globs, globs)
    except Exception:
        print(sys.exc_info()[1])
        pdb.post_mortem(sys.exc_info()[2])


def debug(module, name, pm=False):
    module = _normalize_module(module)
    debug_script(testsource(module, name), pm, module.__dict__)


if __name__ == "__main__":
    from _programs.doctest import main
    sys.exit(main())

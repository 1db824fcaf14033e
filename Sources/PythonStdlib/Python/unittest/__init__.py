"""Tests as methods of classes."""

import functools
import sys
import time
import types
import warnings as _warnings
from .case import (AsyncTestMixin as _AsyncTestMixin, FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, _SubTest,
                   addModuleCleanup, doModuleCleanups, enterModuleContext, expectedFailure, skip, skipIf, skipUnless)

__all__ = ["IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader",
           "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless",
           "expectedFailure", "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler",
           "addModuleCleanup", "doModuleCleanups", "enterModuleContext", "getTestCaseNames", "makeSuite",
           "findTestCases"]
__unittest = True


class TestResult:
    """What came out of a run of tests."""

    _previousTestClass = None
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.testsRun, self.shouldStop, self.buffer, self.tb_locals = 0, False, False, False

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def startTestRun(self):
        pass

    def stopTest(self, test):
        pass

    def stopTestRun(self):
        pass

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._failed()
        self.errors.append((test, self._exc_info_to_string(err, test)))

    def addFailure(self, test, err):
        self._failed()
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed()
            found = self.failures if issubclass(err[0], test.failureException) else self.errors
            found.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self._failed()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        import traceback
        kind, value, tb = err
        # The frames of this package are nobody's concern.
        while tb is not None and _inside(tb):
            tb = tb.tb_next
        frames = []
        at = tb
        while at is not None and not (_inside(at) and issubclass(kind, test.failureException)):
            frames.append(at)
            at = at.tb_next
        exception = traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals, compact=True)
        if at is not None and frames:
            exception.stack = traceback.StackSummary.from_list(exception.stack[:len(frames)])
        return "".join(exception.format())

    def __repr__(self):
        return "<%s.%s run=%i errors=%i failures=%i>" % (
            type(self).__module__, type(self).__qualname__, self.testsRun, len(self.errors), len(self.failures))


def _inside(tb):
    name = tb.tb_frame.f_code.co_filename
    return name.startswith("<frozen unittest")


class _Stream:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ("stream", "__getstate__"):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


class TextTestResult(TestResult):
    """Writes how the tests went."""

    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll, self.dots, self.descriptions = verbosity > 1, verbosity == 1, descriptions
        self._newline, self.durations = True, durations

    def getDescription(self, test):
        first = test.shortDescription()
        return "\n".join((str(test), first)) if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
            self._newline = False

    def _write(self, test, word, letter):
        if self.showAll:
            if isinstance(test, _SubTest):
                if not self._newline:
                    self.stream.writeln()
                self.stream.write("  " + self.getDescription(test) + " ... ")
            self.stream.writeln(word)
            self._newline = True
        elif self.dots:
            self.stream.write(letter)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failure = issubclass(err[0], subtest.failureException)
            self._write(subtest, "FAIL" if failure else "ERROR", "F" if failure else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._write(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._write(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._write(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._write(test, "skipped {0!r}".format(reason), "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._write(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._write(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln("UNEXPECTED SUCCESS: " + self.getDescription(test))
        self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln("%s: %s" % (flavour, self.getDescription(test)))
            self.stream.writeln(self.separator2)
            self.stream.writeln("%s" % text)
            self.stream.flush()


class BaseTestSuite:
    """A list of tests and suites."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s.%s tests=%s>" % (type(self).__module__, type(self).__qualname__, list(self))

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % (repr(test),))
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a class or a module whose set-up failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


_ErrorHolder.failureException = AssertionError


class TestSuite(BaseTestSuite):
    """Tests with the set-up of their classes and modules."""

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite) and not hasattr(test, "_tests"):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
        if top:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def _error(self, result, error, method, name):
        holder = _ErrorHolder("%s (%s)" % (method, name))
        if isinstance(error, SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))

    def _handleClassSetUp(self, test, result):
        previous, current = getattr(result, "_previousTestClass", None), test.__class__
        if current == previous or getattr(result, "_moduleSetUpFailed", False) or \
                getattr(current, "__unittest_skip__", False):
            return
        try:
            current._classSetupFailed = False
        except TypeError:
            pass
        set_up = getattr(current, "setUpClass", None)
        if set_up is None:
            return
        name = "%s.%s" % (current.__module__, current.__qualname__)
        try:
            set_up()
        except Exception as e:
            current._classSetupFailed = True
            self._error(result, e, "setUpClass", name)
            self._class_cleanups(current, result, name)

    def _class_cleanups(self, cls, result, name):
        cleanups = getattr(cls, "doClassCleanups", None)
        if cleanups is not None:
            cleanups()
            for info in cls.tearDown_exceptions:
                self._error(result, info[1], "tearDownClass", name)

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or test is not None and test.__class__ == previous or \
                getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False) or \
                getattr(previous, "__unittest_skip__", False):
            return
        name = "%s.%s" % (previous.__module__, previous.__qualname__)
        tear_down = getattr(previous, "tearDownClass", None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as e:
                self._error(result, e, "tearDownClass", name)
        self._class_cleanups(previous, result, name)

    def _handleModuleFixture(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        current = test.__class__.__module__
        if previous is not None and previous.__module__ == current:
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        set_up = getattr(module, "setUpModule", None)
        if set_up is not None:
            try:
                set_up()
            except Exception as e:
                result._moduleSetUpFailed = True
                self._error(result, e, "setUpModule", current)

    def _handleModuleTearDown(self, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or getattr(result, "_moduleSetUpFailed", False):
            return
        name = previous.__module__
        tear_down = getattr(sys.modules.get(name), "tearDownModule", None)
        try:
            if tear_down is not None:
                tear_down()
            doModuleCleanups()
        except Exception as e:
            self._error(result, e, "tearDownModule", name)


class _FailedTest(TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name) if hasattr(super(), "__getattr__") else self._missing(name)

        def fail():
            raise self._exception
        return fail

    def _missing(self, name):
        raise AttributeError(name)


class TestLoader:
    """Finds tests in classes, modules and folders."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, TestCase) and \
                    obj not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, "load_tests", None)
        made = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, made, pattern)
            except Exception as e:
                self.errors.append(str(e))
                return self.suiteClass((_FailedTest(module.__name__, e),))
        return made

    def loadTestsFromName(self, name, module=None):
        """Tests of a dotted name."""
        parts = name.split(".")
        if module is None:
            copy = parts[:]
            error = None
            while copy:
                try:
                    module = __import__(".".join(copy))
                    break
                except ImportError as e:
                    copy.pop()
                    error = e
            if module is None:
                self.errors.append("Failed to import test module: %s" % name)
                return self.suiteClass((_FailedTest(parts[-1], ImportError("Failed to import test module: %s" % name)),))
            parts = parts[1:]
        obj, parent = module, None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                self.errors.append(str(e))
                return self.suiteClass((_FailedTest(part, e),))
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(obj, TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" % (obj, test))
        raise TypeError("don't know how to make test from: %s" % obj)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        import fnmatch

        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = "%s.%s.%s" % (testCaseClass.__module__, testCaseClass.__qualname__, name)
            return self.testNamePatterns is None or any(fnmatch.fnmatchcase(full, p) for p in self.testNamePatterns)
        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Tests in the files of a folder."""
        import fnmatch
        import os
        top = os.path.abspath(top_level_dir or start_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        tests = []
        for folder, dirs, files in os.walk(os.path.abspath(start_dir)):
            dirs[:] = sorted([d for d in dirs if os.path.isfile(os.path.join(folder, d, "__init__.py"))])
            for file in sorted(files):
                if fnmatch.fnmatch(file, pattern) and file[:-3].isidentifier():
                    path = os.path.relpath(os.path.join(folder, file), top)[:-3].replace(os.sep, ".")
                    try:
                        __import__(path)
                        tests.append(self.loadTestsFromModule(sys.modules[path], pattern=pattern))
                    except SkipTest as e:
                        tests.append(self.suiteClass((_skipped_module(path, e),)))
                    except Exception as e:
                        import traceback
                        text = "Failed to import test module: %s\n%s" % (path, traceback.format_exc())
                        self.errors.append(text)
                        tests.append(self.suiteClass((_FailedTest(path, ImportError(text)),)))
        return self.suiteClass(tests)


def _skipped_module(name, error):
    @skip(str(error))
    def test(self):
        pass
    return type("ModuleSkipped", (TestCase,), {name: test})(name)


defaultTestLoader = TestLoader()


def getTestCaseNames(testCaseClass, prefix, sortUsing=None, testNamePatterns=None):
    loader = TestLoader()
    loader.testMethodPrefix, loader.testNamePatterns = prefix, testNamePatterns
    return loader.getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=None, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix, loader.suiteClass = prefix, suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=None, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix, loader.suiteClass = prefix, suiteClass
    return loader.loadTestsFromModule(module)


class TextTestRunner:
    """Runs tests and writes the result."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.failfast, self.buffer = descriptions, verbosity, failfast, buffer
        self.tb_locals, self.warnings, self.durations = tb_locals, warnings, durations
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        """Runs a test or a suite: the result."""
        result = self._makeResult()
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        with _warnings.catch_warnings():
            if self.warnings:
                _warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            begin = getattr(result, "startTestRun", None)
            if begin is not None:
                begin()
            try:
                test(result)
            finally:
                end = getattr(result, "stopTestRun", None)
                if end is not None:
                    end()
            taken = time.perf_counter() - start
        result.printErrors()
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln("Ran %d test%s in %.3fs" % (run, "" if run == 1 else "s", taken))
        self.stream.writeln()
        counts = []
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            if result.failures:
                counts.append("failures=%d" % len(result.failures))
            if result.errors:
                counts.append("errors=%d" % len(result.errors))
        elif run == 0 and not result.skipped:
            self.stream.write("NO TESTS RAN")
        else:
            self.stream.write("OK")
        if result.skipped:
            counts.append("skipped=%d" % len(result.skipped))
        if result.expectedFailures:
            counts.append("expected failures=%d" % len(result.expectedFailures))
        if result.unexpectedSuccesses:
            counts.append("unexpected successes=%d" % len(result.unexpectedSuccesses))
        if counts:
            self.stream.writeln(" (%s)" % ", ".join(counts))
        else:
            self.stream.write("\n")
        self.stream.flush()
        return result


class TestProgram:
    """The command line; `unittest.main()` in a file or a cell."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            self.module = sys.modules[module]
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.verbosity, self.failfast, self.buffer = exit, verbosity, failfast, buffer
        self.tb_locals, self.defaultTest, self.testRunner, self.testLoader = (tb_locals, defaultTest, testRunner,
                                                                              testLoader)
        self.warnings = warnings
        self.progName = argv[0] if argv else ""
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        import argparse
        parser = argparse.ArgumentParser(prog=self.progName)
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        parser.add_argument("-f", "--failfast", action="store_true", help="Stop on first fail or error")
        parser.add_argument("-b", "--buffer", action="store_true", help="Buffer stdout and stderr during tests")
        parser.add_argument("-c", "--catch", action="store_true", help="Catch Ctrl-C and display results so far")
        parser.add_argument("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
        parser.add_argument("-k", dest="testNamePatterns", action="append", help="Only run tests which match the given "
                                                                                 "substring")
        parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")
        options = parser.parse_args(argv[1:])
        if options.verbosity is not None:
            self.verbosity = options.verbosity
        if options.failfast:
            self.failfast = True
        if options.testNamePatterns:
            self.testLoader.testNamePatterns = [p if "*" in p else "*%s*" % p for p in options.testNamePatterns]
        if options.tests:
            self.test = self.testLoader.loadTestsFromNames(options.tests, self.module)
        elif self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        runner = self.testRunner or TextTestRunner
        if isinstance(runner, type):
            try:
                runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                                warnings=self.warnings, tb_locals=self.tb_locals)
            except TypeError:
                runner = runner()
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram


def installHandler():
    pass


def registerResult(result):
    pass


def removeResult(result):
    return False


def removeHandler(method=None):
    return method

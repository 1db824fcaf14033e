"""Finds tests in classes, modules and folders."""
import functools
import sys
import types
from .case import FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, skip
from .suite import TestSuite

__unittest = True


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

"""Tests that are run one after the other, with what is set up around them."""
import itertools
import sys
from .case import SkipTest, TestCase, doModuleCleanups

__unittest = True


class BaseTestSuite:
    """A list of tests and suites."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def __repr__(self):
        return "<%s.%s tests=%s>" % (type(self).__module__, type(self).__qualname__, list(self))

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def run(self, result):
        """Runs the tests until one of them asks to stop."""
        for index, test in enumerate(itertools.takewhile(lambda _: not result.shouldStop, self)):
            test(result)
            self._let_go(index)
        return result

    def _let_go(self, index):
        if self._cleanup:
            self._removeTestAtIndex(index)

    def _removeTestAtIndex(self, index):
        """Forgets a test that has run, so that what it holds can go; subclasses may keep it."""
        held = self._tests
        if not hasattr(held, "__setitem__"):
            return
        # A plain function may stand for a test: it is not counted.
        count = getattr(held[index], "countTestCases", None)
        if count is not None:
            self._removed_tests += count()
        held[index] = None

    def debug(self):
        """Runs the tests; what they raise gets out."""
        for test in self:
            test.debug()

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTests(self, tests):
        if isinstance(tests, str):
            # Its letters are no tests.
            raise TypeError("tests must be an iterable of tests, not a string")
        for each in tests:
            self.addTest(each)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % (test,))
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)


class _ErrorHolder:
    """Stands for a class or a module whose set-up failed: what results ask of a test, with nothing to run."""

    failureException = AssertionError

    def __init__(self, description):
        self.description = description

    def __call__(self, result=None):
        """There is nothing to run."""

    run = shortDescription = __call__

    def __str__(self):
        return self.description

    id = __str__

    def countTestCases(self):
        return 0

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)


class _NoResult:
    """Takes the place of a result where errors shall get out."""

    shouldStop = False


class TestSuite(BaseTestSuite):
    """Tests with the set-up of their classes and modules."""

    def run(self, result, debug=False):
        is_outermost = not getattr(result, "_testRunEntered", False)
        result._testRunEntered = True
        for index, test in enumerate(itertools.takewhile(lambda _: not result.shouldStop, self)):
            if self._is_ready(test, result):
                _ = test.debug() if debug else test(result)
                self._let_go(index)
        if is_outermost:
            result._testRunEntered = False
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
        return result

    def _is_ready(self, test, result):
        """Sets up the class and the module of a test; False if that has failed."""
        if isinstance(test, BaseTestSuite) or hasattr(test, "_tests"):
            # Its tests see to theirs.
            return True
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)
        kind = result._previousTestClass = test.__class__
        return not (getattr(kind, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False))

    def debug(self):
        """Runs the tests with what is set up around them; what they raise gets out."""
        self.run(_NoResult(), debug=True)

    def _error(self, result, error, method, name):
        if isinstance(result, _NoResult):
            raise error
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

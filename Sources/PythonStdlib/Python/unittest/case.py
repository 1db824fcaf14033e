"""One test and what it may claim."""

import collections
import contextlib
import functools
import re
import sys
import time
import types
import warnings

from .util import _common_shorten_repr, safe_repr, strclass, _count_diff_all_purpose

__unittest = True
DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class SkipTest(Exception):
    """Raised in a test to skip it."""


def _diff(first, second):
    import difflib
    return difflib.ndiff(first, second)


def _lines_of(obj):
    import pprint
    return pprint.pformat(obj).splitlines()


class _ShouldStop(Exception):
    pass


def _id(obj):
    return obj


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    made = cm.__enter__()
    addModuleCleanup(cm.__exit__, None, None, None)
    return made


def doModuleCleanups():
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            errors.append(e)
    if errors:
        raise errors[0]


def skip(reason):
    """Skips a test, always."""
    def decorate(test):
        if not isinstance(test, type):
            @functools.wraps(test)
            def wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test = wrapper
        test.__unittest_skip__, test.__unittest_skip_why__ = True, reason
        return test
    if isinstance(reason, types.FunctionType):
        test, reason = reason, ""
        return decorate(test)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _Raises:
    """`with self.assertRaises(...)`."""

    def __init__(self, expected, case, regex=None):
        self.expected, self.case, self.expected_regex, self.msg = expected, case, regex, None
        if regex is not None:
            self.expected_regex = re.compile(regex) if isinstance(regex, (str, bytes)) else regex

    def handle(self, name, args, kwargs):
        base = BaseException if self._base is BaseException else Warning
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(k, type) and issubclass(k, base) for k in kinds):
            raise TypeError("%s() arg 1 must be %s" % (
                name, "an exception type or tuple of exception types" if base is BaseException else
                "a warning class or tuple of warning classes"))
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError("%r is an invalid keyword argument for this function" % next(iter(kwargs)))
            return self
        function, *args = args
        self.name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)

    _base = BaseException
    name = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def _kinds(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)


class _AssertRaisesContext(_Raises):
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self.fail("%s not raised by %s" % (self._kinds(), self.name) if self.name else "%s not raised" % self._kinds())
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(value)):
            self.fail('"%s" does not match "%s"' % (self.expected_regex.pattern, str(value)))
        return True

    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)


class _AssertWarnsContext(_Raises):
    _base = Warning

    def __enter__(self):
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected) if not isinstance(self.expected, tuple) else \
            [warnings.simplefilter("always", k) for k in self.expected]
        return self

    def __exit__(self, kind, value, tb):
        self.warnings_manager.__exit__(kind, value, tb)
        if kind is not None:
            return
        first = None
        for m in self.warnings:
            w = m.message
            if not isinstance(w, self.expected):
                continue
            first = first or w
            if self.expected_regex is not None and not self.expected_regex.search(str(w)):
                continue
            self.warning, self.filename, self.lineno = w, m.filename, m.lineno
            return
        if first is not None:
            self.fail('"%s" does not match "%s"' % (self.expected_regex.pattern, str(first)))
        self.fail("%s not triggered by %s" % (self._kinds(), self.name) if self.name else "%s not triggered" % self._kinds())


_Watcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _AssertLogsContext:
    def __init__(self, case, logger_name, level, no_logs):
        import logging
        self.case, self.logger_name, self.no_logs, self.msg = case, logger_name, no_logs, None
        self.level = (getattr(logging, level) if isinstance(level, str) else level) if level else logging.INFO

    def __enter__(self):
        import logging
        logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        self.logger = logger
        watcher = self.watcher = _Watcher([], [])
        formatter = logging.Formatter("%(levelname)s:%(name)s:%(message)s")

        class Handler(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(formatter.format(record))
        handler = Handler()
        handler.setLevel(self.level)
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, kind, value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        name = self.logger.name
        if self.no_logs:
            if self.watcher.records:
                raise self.case.failureException(self.case._formatMessage(
                    self.msg, "Unexpected logs found: %r" % (self.watcher.output,)))
        elif not self.watcher.records:
            raise self.case.failureException(self.case._formatMessage(
                self.msg, "no logs of level %s or higher triggered on %s" % (logging.getLevelName(self.level), name)))


class _Outcome:
    def __init__(self, result):
        self.success, self.result, self.skipped, self.expecting, self.expected = True, result, [], False, None

    @contextlib.contextmanager
    def part(self, test, sub=False):
        old, self.success = self.success, True
        try:
            yield
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except _ShouldStop:
            self.success = False
        except SkipTest as reason:
            self.result.addSkip(test, str(reason))
            self.success = False
        except BaseException as e:
            info = (type(e), e, e.__traceback__)
            if self.expecting:
                self.expected = info
            elif sub:
                self.success = False
                self.result.addSubTest(test.test_case, test, info)
            else:
                self.success = False
                if issubclass(info[0], test.failureException):
                    self.result.addFailure(test, info)
                else:
                    self.result.addError(test, info)
        else:
            if sub and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and old


class TestCase:
    """A test; subclasses have methods whose names begin with `test`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._class_cleanups, cls._classSetupFailed = [], False

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._outcome, self._testMethodDoc = methodName, None, "No test"
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":
                raise ValueError("no such test method in %s: %s" % (self.__class__, methodName)) from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups, self._subtest = [], None
        self._type_equality_funcs = {}
        for kind, name in ((dict, "assertDictEqual"), (list, "assertListEqual"), (tuple, "assertTupleEqual"),
                           (set, "assertSetEqual"), (frozenset, "assertSetEqual"), (str, "assertMultiLineEqual")):
            self.addTypeEqualityFunc(kind, name)

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Calls a function after the test."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        made = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return made

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        made = type(cm).__enter__(cm)
        cls.addClassCleanup(type(cm).__exit__, cm, None, None, None)
        return made

    @classmethod
    def doClassCleanups(cls):
        failures = cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as error:
                failures.append((type(error), error, error.__traceback__))

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from . import TestResult
        return TestResult()

    def id(self):
        """The whole name of the test."""
        return strclass(self.__class__) + "." + self._testMethodName

    def shortDescription(self):
        """The first line of the documentation."""
        return self._testMethodDoc.strip().partition("\n")[0].strip() if self._testMethodDoc else None

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(self.__class__), self._testMethodName)

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        """A part of a test that may fail by itself."""
        if self._outcome is None:
            yield
            return
        parent = self._subtest
        known = params if parent is None else {**parent.params, **params}
        self._subtest = _SubTest(self, msg, known)
        try:
            with self._outcome.part(self._subtest, sub=True):
                yield
            if not self._outcome.success and self._outcome.result is not None and \
                    getattr(self._outcome.result, "failfast", False):
                raise _ShouldStop
            if self._outcome.expected:
                raise _ShouldStop
        finally:
            self._subtest = parent

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn("It is deprecated to return a value that is not None from a test case (%s)" % method,
                          DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Runs the test; the result learns how it went."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            begin = getattr(result, "startTestRun", None)
            if begin is not None:
                begin()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(self.__class__, "__unittest_skip_why__", "") or \
                    getattr(method, "__unittest_skip_why__", "")
                result.addSkip(self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or \
                getattr(method, "__unittest_expecting_failure__", False)
            outcome = self._outcome = _Outcome(result)
            start = time.perf_counter()
            try:
                with outcome.part(self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting = expecting
                    with outcome.part(self):
                        self._callTestMethod(method)
                    outcome.expecting = False
                    with outcome.part(self):
                        self._callTearDown()
                self.doCleanups()
                if hasattr(result, "addDuration"):
                    result.addDuration(self, time.perf_counter() - start)
                if outcome.success:
                    if expecting:
                        if outcome.expected:
                            result.addExpectedFailure(self, outcome.expected)
                        else:
                            result.addUnexpectedSuccess(self)
                    else:
                        result.addSuccess(self)
                return result
            finally:
                self._outcome = None
        finally:
            result.stopTest(self)
            if own:
                end = getattr(result, "stopTestRun", None)
                if end is not None:
                    end()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            with outcome.part(self):
                self._next_cleanup()
        return outcome.success

    def _next_cleanup(self):
        function, args, kwargs = self._cleanups.pop()
        self._callCleanup(function, *args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            raise SkipTest(getattr(method, "__unittest_skip_why__", ""))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            self._next_cleanup()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, "%s is not false" % safe_repr(expr)))

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, "%s is not true" % safe_repr(expr)))

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        try:
            return "%s : %s" % (standard, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standard), safe_repr(msg))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, "%s != %s" % _common_shorten_repr(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            raise self.failureException(self._formatMessage(msg, "%s == %s" % (safe_repr(first), safe_repr(second))))

    def _near(self, first, second, places, delta):
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, diff, "within %s delta" % safe_repr(delta)
        places = 7 if places is None else places
        return round(diff, places) == 0, diff, "within %r places" % places

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        near, diff, how = self._near(first, second, places, delta)
        if not near:
            raise self.failureException(self._formatMessage(msg, "%s != %s %s (%s difference)" % (
                safe_repr(first), safe_repr(second), how, safe_repr(diff))))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        near, diff, how = self._near(first, second, places, delta)
        if first == second or near:
            tail = "%s (%s difference)" % (how, safe_repr(diff)) if delta is not None else how
            raise self.failureException(self._formatMessage(msg, "%s == %s %s" % (
                safe_repr(first), safe_repr(second), tail)))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if seq_type is not None:
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, name, safe_repr(seq)))
        differing = None
        try:
            len1 = len(seq1)
        except (TypeError, NotImplementedError):
            differing = "First %s has no length.    Non-sequence?" % name
        if differing is None:
            try:
                len2 = len(seq2)
            except (TypeError, NotImplementedError):
                differing = "Second %s has no length.    Non-sequence?" % name
        if differing is None:
            if seq1 == seq2:
                return
            differing = "%ss differ: %s != %s\n" % ((name.capitalize(),) + _common_shorten_repr(seq1, seq2))
            for i in range(min(len1, len2)):
                try:
                    one = seq1[i]
                except (TypeError, IndexError, NotImplementedError):
                    differing += "\nUnable to index element %d of first %s\n" % (i, name)
                    break
                try:
                    two = seq2[i]
                except (TypeError, IndexError, NotImplementedError):
                    differing += "\nUnable to index element %d of second %s\n" % (i, name)
                    break
                if one != two:
                    differing += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _common_shorten_repr(one, two))
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return
            for which, a, b, seq in (("First", len1, len2, seq1), ("Second", len2, len1, seq2)):
                if a > b:
                    differing += "\n%s %s contains %d additional elements.\n" % (which, name, a - b)
                    try:
                        differing += "First extra element %d:\n%s\n" % (b, safe_repr(seq[b]))
                    except (TypeError, IndexError, NotImplementedError):
                        differing += "Unable to index element %d of %s %s\n" % (b, which.lower(), name)
        diff = "\n" + "\n".join(_diff(_lines_of(seq1), _lines_of(seq2)))
        self.fail(self._formatMessage(msg, self._truncateMessage(differing, diff)))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        parts = []
        for which, a, b in (("first", set1, set2), ("second", set2, set1)):
            try:
                extra = a.difference(b)
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("first argument does not support set difference: %s" % e)
            if extra:
                parts.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                parts += [repr(item) for item in extra]
        if parts:
            self.fail(self._formatMessage(msg, "\n".join(parts)))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(self._formatMessage(msg, "%s not found in %s" % (safe_repr(member), safe_repr(container))))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.fail(self._formatMessage(msg, "%s unexpectedly found in %s" % (safe_repr(member), safe_repr(container))))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, "%s is not %s" % (safe_repr(expr1), safe_repr(expr2))))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, "unexpectedly identical: %s" % safe_repr(expr1)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            standard = "%s != %s" % _common_shorten_repr(d1, d2)
            diff = "\n" + "\n".join(_diff(_lines_of(d1), _lines_of(d2)))
            self.fail(self._formatMessage(msg, self._truncateMessage(standard, diff)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            a, b = collections.Counter(first), collections.Counter(second)
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        else:
            if a == b:
                return
            differences = [(n, b[e], e) for e, n in a.items() if n != b.get(e, 0)]
            differences += [(0, n, e) for e, n in b.items() if e not in a]
        if differences:
            lines = ["First has %d, Second has %d:  %r" % d for d in differences]
            self.fail(self._formatMessage(msg, self._truncateMessage("Element counts were not equal:\n",
                                                                     "\n".join(lines))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
                self._baseAssertEqual(first, second, msg)
            a, b = first.splitlines(keepends=True), second.splitlines(keepends=True)
            if len(a) == 1 and first.strip("\r\n") == first:
                a, b = [first + "\n"], [second + "\n"]
            standard = "%s != %s" % _common_shorten_repr(first, second)
            self.fail(self._formatMessage(msg, self._truncateMessage(standard, "\n" + "".join(_diff(a, b)))))

    def _order(self, a, b, holds, sign, msg):
        if not holds:
            self.fail(self._formatMessage(msg, "%s not %s %s" % (safe_repr(a), sign, safe_repr(b))))

    def assertLess(self, a, b, msg=None):
        self._order(a, b, a < b, "less than", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._order(a, b, a <= b, "less than or equal to", msg)

    def assertGreater(self, a, b, msg=None):
        self._order(a, b, a > b, "greater than", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._order(a, b, a >= b, "greater than or equal to", msg)

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(self._formatMessage(msg, "%s is not None" % safe_repr(obj)))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, "%s is not an instance of %r" % (safe_repr(obj), cls)))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, "%s is an instance of %r" % (safe_repr(obj), cls)))

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self.fail(self._formatMessage(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self.fail(self._formatMessage(msg, "Regex matched: %r matches %r in %r" % (
                text[match.start():match.end()], unexpected_regex.pattern, text)))


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc, self._testFunc, self._description = setUp, tearDown, testFunc, description

    def __repr__(self):
        return "<%s tec=%s>" % (strclass(self.__class__), self._testFunc)

    def _given(self):
        return self._testFunc, self._setUpFunc, self._tearDownFunc, self._description

    def __hash__(self):
        return hash((type(self), self._given()))

    def __eq__(self, other):
        return self._given() == other._given() if isinstance(other, FunctionTestCase) else NotImplemented

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return "%s (%s)" % (strclass(self.__class__), self.id())

    def shortDescription(self):
        if self._description is None:
            return (self._testFunc.__doc__ or "").partition("\n")[0].strip() or None
        return self._description

    def runTest(self):
        self._testFunc()

    def setUp(self):
        if self._setUpFunc:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc:
            self._tearDownFunc()


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self.failureException = test_case, test_case.failureException
        self._message, self.params = message, params

    def _subDescription(self):
        message = [] if self._message is None else ["[%s]" % self._message]
        params = ["(%s)" % ", ".join(["%s=%r" % item for item in self.params.items()])] if self.params else []
        return " ".join(message + params) or "(<subtest>)"

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def id(self):
        return "%s %s" % (self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.test_case, self._subDescription())


class AsyncTestMixin:
    """Runs coroutine functions as tests."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self.addCleanup(*(function, *args), **kwargs)

    def _run_async(self, function, *args, **kwargs):
        import inspect
        made = function(*args, **kwargs)
        if inspect.isawaitable(made):
            return self._loop_run(made)
        return made

    def _loop_run(self, awaitable):
        return self._loop.run_until_complete(awaitable)

    def _callSetUp(self):
        import asyncio
        self._loop = asyncio.new_event_loop()
        self.setUp()
        self._run_async(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._run_async(method)

    def _callTearDown(self):
        self._run_async(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        self._run_async(function, *args, **kwargs)


class IsolatedAsyncioTestCase(AsyncTestMixin, TestCase):
    """A test with an event loop of its own."""

"""What comes out of a run of tests."""

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

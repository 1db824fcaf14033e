"""The command that runs the tests of a module."""
import sys
from .loader import defaultTestLoader
from .runner import TextTestRunner

__unittest = True


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
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
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
        finds = self.module is None and argv[1:2] == ["discover"]
        if finds:
            parser.add_argument("-s", "--start-directory", dest="start", default=".", help="Directory to start discovery")
            parser.add_argument("-p", "--pattern", default="test*.py", help="Pattern to match tests")
            parser.add_argument("-t", "--top-level-directory", dest="top", help="Top level directory of project")
        else:
            parser.add_argument("tests", nargs="*",
                                help="a list of any number of test modules, classes and test methods.")
        options = parser.parse_args(argv[2:] if finds else argv[1:])
        if options.verbosity is not None:
            self.verbosity = options.verbosity
        if options.failfast:
            self.failfast = True
        if options.testNamePatterns:
            self.testLoader.testNamePatterns = [p if "*" in p else "*%s*" % p for p in options.testNamePatterns]
        if finds:
            self.test = self.testLoader.discover(options.start, options.pattern, options.top)
        elif self.module is None and not options.tests:
            self.test = self.testLoader.discover(".")
        elif options.tests:
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

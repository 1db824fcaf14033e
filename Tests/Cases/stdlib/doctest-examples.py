# Recorded from CPython 3.11.7.
import doctest
import io
import sys
import unittest


def f(x):
    """Doubles.

    >>> f(2)
    4
    >>> f("a")
    'aa'
    >>> f(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> f(3)
    7
    """
    return x * 2


class C:
    """
    >>> C().m()
    1
    """
    def m(self):
        """
        >>> print(1,   2) # doctest: +NORMALIZE_WHITESPACE
        1      2
        """
        return 1


sys.stdout, out = io.StringIO(), sys.stdout
result = doctest.testmod()
doctest.testmod(verbose=True, name="x")
doctest.run_docstring_examples(f, globals())
sys.stdout, out = out, sys.stdout
print(out.getvalue().replace(__file__, "FILE"))
print(result, doctest.script_from_examples(f.__doc__))
for test in doctest.DocTestFinder().find(C):
    print(test.name, len(test.examples), [(e.source, e.want, e.lineno) for e in test.examples])
found = unittest.TestResult()
doctest.DocTestSuite().run(found)
print(found.testsRun, len(found.failures))
for text in (">>>x", ">>> a\n  b\n c", ">>> a # doctest: +NOSUCH"):
    try:
        print([e.source for e in doctest.DocTestParser().get_examples(text)])
    except ValueError as error:
        print(error)
# expect: **********************************************************************
# expect: File "FILE", line 30, in __main__.f
# expect: Failed example:
# expect:     f(3)
# expect: Expected:
# expect:     7
# expect: Got:
# expect:     6
# expect: **********************************************************************
# expect: 1 items had failures:
# expect:    1 of   7 in __main__.f
# expect: ***Test Failed*** 1 failures.
# expect: Trying:
# expect:     C().m()
# expect: Expecting:
# expect:     1
# expect: ok
# expect: Trying:
# expect:     print(1,   2) # doctest: +NORMALIZE_WHITESPACE
# expect: Expecting:
# expect:     1      2
# expect: ok
# expect: Trying:
# expect:     f(2)
# expect: Expecting:
# expect:     4
# expect: ok
# expect: Trying:
# expect:     f("a")
# expect: Expecting:
# expect:     'aa'
# expect: ok
# expect: Trying:
# expect:     f(None)
# expect: Expecting:
# expect:     Traceback (most recent call last):
# expect:         ...
# expect:     TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: ok
# expect: Trying:
# expect:     for i in range(2):
# expect:         print(i)
# expect: Expecting:
# expect:     0
# expect:     1
# expect: ok
# expect: Trying:
# expect:     print("a\n\nb")
# expect: Expecting:
# expect:     a
# expect:     <BLANKLINE>
# expect:     b
# expect: ok
# expect: Trying:
# expect:     list(range(20)) # doctest: +ELLIPSIS
# expect: Expecting:
# expect:     [0, 1, ..., 18, 19]
# expect: ok
# expect: Trying:
# expect:     f(3)
# expect: Expecting:
# expect:     7
# expect: **********************************************************************
# expect: File "FILE", line 30, in x.f
# expect: Failed example:
# expect:     f(3)
# expect: Expected:
# expect:     7
# expect: Got:
# expect:     6
# expect: 1 items had no tests:
# expect:     x
# expect: 2 items passed all tests:
# expect:    1 tests in x.C
# expect:    1 tests in x.C.m
# expect: **********************************************************************
# expect: 1 items had failures:
# expect:    1 of   7 in x.f
# expect: 9 tests in 4 items.
# expect: 8 passed and 1 failed.
# expect: ***Test Failed*** 1 failures.
# expect: **********************************************************************
# expect: File "FILE", line 30, in NoName
# expect: Failed example:
# expect:     f(3)
# expect: Expected:
# expect:     7
# expect: Got:
# expect:     6
# expect:
# expect: TestResults(failed=1, attempted=9) # Doubles.
# expect: #
# expect: f(2)
# expect: # Expected:
# expect: ## 4
# expect: f("a")
# expect: # Expected:
# expect: ## 'aa'
# expect: f(None)
# expect: # Expected:
# expect: ## Traceback (most recent call last):
# expect: ##     ...
# expect: ## TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: for i in range(2):
# expect:     print(i)
# expect: # Expected:
# expect: ## 0
# expect: ## 1
# expect: print("a\n\nb")
# expect: # Expected:
# expect: ## a
# expect: ## <BLANKLINE>
# expect: ## b
# expect: list(range(20)) # doctest: +ELLIPSIS
# expect: # Expected:
# expect: ## [0, 1, ..., 18, 19]
# expect: f(3)
# expect: # Expected:
# expect: ## 7
# expect:
# expect: C 1 [('C().m()\n', '1\n', 1)]
# expect: C.m 1 [('print(1,   2) # doctest: +NORMALIZE_WHITESPACE\n', '1      2\n', 1)]
# expect: 3 1
# expect: line 1 of the docstring for <string> lacks blank after >>>: '>>>x'
# expect: ['a\n']
# expect: line 1 of the doctest for <string> has an invalid option: '+NOSUCH'

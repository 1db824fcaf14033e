# Recorded from CPython 3.11.7.
import io
import os
import re
import unittest
from unittest import mock


class Sums(unittest.TestCase):
    def setUp(self):
        self.values = [1, 2, 3]

    def test_sum(self):
        self.assertEqual(sum(self.values), 6)

    def test_differs(self):
        self.assertEqual(self.values, [1, 2, 4])

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    def test_parts(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_mock(self):
        m = mock.Mock(return_value=3)
        m.foo.bar(1, a=2)
        self.assertEqual(m(5), 3)
        m.assert_called_once_with(5)
        with mock.patch("os.getcwd", return_value="/x"):
            self.assertEqual(os.getcwd(), "/x")
        print(m.mock_calls, m.method_calls, mock.call(1, b=2))


stream = io.StringIO()
unittest.main(argv=["x"], exit=False, testRunner=unittest.TextTestRunner(stream=stream, verbosity=2))
print(re.sub(r'File "[^"]*", line \d+', "File", re.sub(r"in [\d.]+s", "in no time", stream.getvalue())))
# expect: [call.foo.bar(1, a=2), call(5)] [call.foo.bar(1, a=2)] call(1, b=2)
# expect: test_differs (__main__.Sums.test_differs) ... FAIL
# expect: test_expected (__main__.Sums.test_expected) ... expected failure
# expect: test_mock (__main__.Sums.test_mock) ... ok
# expect: test_parts (__main__.Sums.test_parts) ... 
# expect:   test_parts (__main__.Sums.test_parts) (i=1) ... FAIL
# expect: test_raises (__main__.Sums.test_raises) ... ok
# expect: test_skipped (__main__.Sums.test_skipped) ... skipped 'not today'
# expect: test_sum (__main__.Sums.test_sum) ... ok
# expect:
# expect: ======================================================================
# expect: FAIL: test_differs (__main__.Sums.test_differs)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File, in test_differs
# expect:     self.assertEqual(self.values, [1, 2, 4])
# expect: AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
# expect:
# expect: First differing element 2:
# expect: 3
# expect: 4
# expect:
# expect: - [1, 2, 3]
# expect: ?        ^
# expect:
# expect: + [1, 2, 4]
# expect: ?        ^
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_parts (__main__.Sums.test_parts) (i=1)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File, in test_parts
# expect:     self.assertNotEqual(i, 1)
# expect: AssertionError: 1 == 1
# expect:
# expect: ----------------------------------------------------------------------
# expect: Ran 7 tests in no time
# expect:
# expect: FAILED (failures=2, skipped=1, expected failures=1)
# expect:

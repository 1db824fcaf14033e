"""The conformance tests that kernel authors share (jupyter_kernel_test), with samples for Python."""
import unittest

import jupyter_kernel_test


class WickTests(jupyter_kernel_test.KernelTests):
    kernel_name = "wick"
    language_name = "python"
    file_extension = ".py"
    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('test', file=sys.stderr)"
    completion_samples = [{"text": "zi", "matches": {"zip"}}]
    complete_code_samples = ["1", "print('hello')", "def f(x):\n    return x * 2\n\n\n"]
    incomplete_code_samples = ["print('''hello", "def f(x):\n    x * 2", "x = [1,"]
    invalid_code_samples = ["import = 7q", "x = )"]
    code_generate_error = "raise ValueError('boom')"
    code_execute_result = [{"code": "1+2+3", "result": "6"}, {"code": "'a' + 'b'", "result": "'ab'"}]
    code_inspect_sample = "zip"
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "search")


if __name__ == "__main__":
    unittest.main()

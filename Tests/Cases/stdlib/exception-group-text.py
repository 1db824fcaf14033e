# Recorded from CPython 3.11.7.
"""Tracebacks of exception groups: nested, with causes, cut in width and depth."""
import traceback


def failed(message, cause=None):
    try:
        raise TypeError(message) from cause
    except TypeError as error:
        return error


def group(*members):
    return ExceptionGroup("several", members)


def show(error, **limits):
    lines = "".join(traceback.TracebackException.from_exception(error, **limits).format()).splitlines()
    print("\n".join(line.rstrip() for line in lines if "File" not in line and "raise" not in line))


show(group(failed("a"), group(failed("b"), failed("c"))))
show(group(failed("a"), failed("b", group(failed("c")))))
show(group(*map(failed, "abcd")), max_group_width=2)
show(group(group(group(failed("a")))), max_group_depth=2)
print("".join(traceback.format_exception_only(SyntaxError("no", ("file", 3, 4, "   abc def\n", 3, 9)))))
summary = traceback.FrameSummary("file", 1, "name", line="  text  ")
print(summary, list(summary), summary == ("file", 1, "name", "text"), len(summary))
for limit in (0, 1, -1):
    try:
        failed(1).args[1]
    except IndexError as error:
        print(limit, [frame.name for frame in traceback.extract_tb(error.__traceback__, limit)])
# expect:   | ExceptionGroup: several (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     | TypeError: a
# expect:     +---------------- 2 ----------------
# expect:     | ExceptionGroup: several (2 sub-exceptions)
# expect:     +-+---------------- 1 ----------------
# expect:       | Traceback (most recent call last):
# expect:       | TypeError: b
# expect:       +---------------- 2 ----------------
# expect:       | Traceback (most recent call last):
# expect:       | TypeError: c
# expect:       +------------------------------------
# expect:   | ExceptionGroup: several (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     | TypeError: a
# expect:     +---------------- 2 ----------------
# expect:     | ExceptionGroup: several (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | Traceback (most recent call last):
# expect:       | TypeError: c
# expect:       +------------------------------------
# expect:     |
# expect:     | The above exception was the direct cause of the following exception:
# expect:     |
# expect:     | Traceback (most recent call last):
# expect:     | TypeError: b
# expect:   | ExceptionGroup: several (4 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     | TypeError: a
# expect:     +---------------- 2 ----------------
# expect:     | Traceback (most recent call last):
# expect:     | TypeError: b
# expect:     +---------------- ... ----------------
# expect:     | and 2 more exceptions
# expect:     +------------------------------------
# expect:   | ExceptionGroup: several (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: several (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ... (max_group_depth is 2)
# expect:       +------------------------------------
# expect:   File "file", line 3
# expect:     abc def
# expect:     ^^^^^
# expect: SyntaxError: no
# expect:
# expect: <FrameSummary file file, line 1 in name> ['file', 1, 'name', 'text'] True 4
# expect: 0 []
# expect: 1 ['<module>']
# expect: -1 ['<module>']

"""The format of Tests/Cases/**.py, read by record-golden.py and run-cases.py.

A case is a Python program. Its first line tells what it was recorded from; the comments at its end tell its whole
standard output, a line each, and the exception that ends it, if one does:

    # Recorded from CPython 3.11.7.
    print("one")
    [].pop()
    # expect: one
    # expect-error: IndexError: pop from empty list

Tests/Cases/pending.txt lists the cases that Wick does not pass yet, a path a line; `#` begins a comment.

A line break inside an exception's text is written as a backslash and an n.
"""
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "Tests" / "Cases"


def find(patterns):
    """All case files whose path below Tests/Cases contains one of the patterns (all without patterns)."""
    files = sorted(CASES.rglob("*.py"))
    if not patterns:
        return files
    wanted = [os.path.relpath(os.path.abspath(p), CASES) if os.path.exists(p) else p for p in patterns]
    return [f for f in files if any(p in str(f.relative_to(CASES)) for p in wanted)]


def pending():
    """Paths below Tests/Cases that are not expected to pass yet."""
    path = CASES / "pending.txt"
    lines = path.read_text().split("\n") if path.exists() else []
    return {line.split("#")[0].strip() for line in lines} - {""}


def split(text):
    """-> (recorded line or None, program, expected lines, expected error or None)"""
    lines = text.split("\n")
    recorded = lines.pop(0) if lines and lines[0].startswith("# Recorded from ") else None
    program, expected, error = [], [], None
    for line in lines:
        if line.startswith("# expect:"):
            expected.append(line[len("# expect: "):])
        elif line.startswith("# expect-error: "):
            error = line[len("# expect-error: "):]
        else:
            program.append(line)
    return recorded, "\n".join(program).rstrip("\n") + "\n", expected, error


def join(recorded, program, expected, error):
    lines = [recorded, program.rstrip("\n")]
    lines += [f"# expect: {line}" if line else "# expect:" for line in expected]
    if error is not None:
        lines.append(f"# expect-error: {error}")
    return "\n".join(lines) + "\n"


def run(command, path, seconds):
    """-> (output lines, error or None, what went wrong or None)"""
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", PYTHONDONTWRITEBYTECODE="1",
                       OMP_NUM_THREADS="1")
    try:
        done = subprocess.run([*command, str(path)], capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL,
                              env=environment, cwd=path.parent)
    except subprocess.TimeoutExpired:
        return [], None, f"ran longer than {seconds} s"
    except OSError as error:
        return [], None, str(error)
    output = done.stdout.decode("utf-8", "replace")
    lines = output.removesuffix("\n").split("\n") if output else []
    if done.returncode == 0:
        return lines, None, None
    if done.returncode != 1:
        last = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        return lines, None, f"exit status {done.returncode}: {last[:200]}"
    return lines, exception(done.stderr.decode("utf-8", "replace")), None


def exception(stderr):
    """The exception's type and text: what follows the last indented line of the traceback."""
    lines = stderr.rstrip("\n").split("\n")
    start = max((i for i, line in enumerate(lines) if line.startswith((" ", "Traceback "))), default=-1)
    return "\\n".join(lines[start + 1:]) if start + 1 < len(lines) else lines[-1]

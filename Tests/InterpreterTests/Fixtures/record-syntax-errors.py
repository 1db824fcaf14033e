"""Records what CPython's compiler says about faulty programs into syntax-errors.txt: run with CPython 3.11.

Each entry is the program as a Python string literal, a tab, and `message (line, column, end line, end column)` or OK.
"""

import ast
import platform
import sys
from pathlib import Path

HERE = Path(__file__).parent


def verdict(source):
    try:
        compile(source, "<test>", "exec", 0, True)
    except SyntaxError as error:
        return f"{error.msg} ({error.lineno}, {error.offset}, {error.end_lineno}, {error.end_offset})"
    return "OK"


path = HERE / "syntax-errors.txt"
lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
sources = [ast.literal_eval(line.split("\t")[0]) for line in lines]
with path.open("w") as file:
    print(f"# Recorded by record-syntax-errors.py with {platform.python_implementation()} {sys.version.split()[0]}", file=file)
    for source in sources:
        print(f"{source!r}\t{verdict(source)}", file=file)

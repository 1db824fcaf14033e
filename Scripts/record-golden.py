#!/usr/bin/env python3
"""Records what CPython and PyTorch answer to the programs of Tests/Cases.

    Scripts/record-golden.py --python ~/oracle/bin/python            every case
    Scripts/record-golden.py --python ~/oracle/bin/python torch/     those whose path contains the pattern
    Scripts/record-golden.py --python … --check                      change nothing, say what would change

The Python must be CPython 3.11 with PyTorch 2.13 (only the cases below torch/ need PyTorch). Never edit an
`# expect:` line by hand: record it.
"""
import argparse
import concurrent.futures
import os
import subprocess
import sys

import casefile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--python", default=sys.executable)
parser.add_argument("--check", action="store_true")
parser.add_argument("patterns", nargs="*")
options = parser.parse_args()
python = os.path.expanduser(options.python)


def versions(modules):
    code = "import platform; print('CPython', platform.python_version())"
    if modules:
        code += "; import torch; print('and PyTorch', torch.__version__)"
    answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout
    return f"# Recorded from {' '.join(answer.split())}."


headers = {}


def record(path):
    """-> whether the file changed (or would)"""
    old = path.read_text()
    program = casefile.split(old)[1]
    with_torch = "torch" in program
    if with_torch not in headers:
        headers[with_torch] = versions(with_torch)
    lines, error, problem = casefile.run([python], path, 120)
    if problem:
        sys.exit(f"{path}: {problem}")
    new = casefile.join(headers[with_torch], program, lines, error)
    if new != old and not options.check:
        path.write_text(new)
    return new != old


changed = 0
files = casefile.find(options.patterns)
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for path, differs in zip(files, pool.map(record, files)):
        if differs:
            changed += 1
            print(path.relative_to(casefile.ROOT))
print(f"{len(files)} cases, {changed} {'would change' if options.check else 'recorded anew'}")
sys.exit(1 if options.check and changed else 0)

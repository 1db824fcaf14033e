#!/usr/bin/env python3
"""Runs Tests/Cases under a command and compares with what the files expect.

    Scripts/run-cases.py --cmd '.build/release/wick run' [-v] [--all] [--jobs 2] [PATTERN …]
"""
import argparse
import concurrent.futures
import difflib
import os
import shlex
import sys

import casefile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--cmd", default=".build/release/wick run")
parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
parser.add_argument("--timeout", type=float, default=60)
parser.add_argument("-v", "--verbose", action="store_true", help="show every difference, not only the first lines")
parser.add_argument("--all", action="store_true", help="do not skip what Tests/Cases/pending.txt lists")
parser.add_argument("patterns", nargs="*")
options = parser.parse_args()
command = shlex.split(options.cmd)
if os.path.exists(command[0]):
    command[0] = os.path.abspath(command[0])


def judge(path):
    """-> the differences, empty if the case passes"""
    _, _, expected, error = casefile.split(path.read_text())
    lines, raised, problem = casefile.run(command, path, options.timeout)
    if problem:
        return [problem]
    wanted = expected + ([f"uncaught {error}"] if error else [])
    got = lines + ([f"uncaught {raised}"] if raised else [])
    return [line.rstrip("\n") for line in difflib.unified_diff(wanted, got, "expected", "got", n=1, lineterm="")]


passed, failed, skipped = 0, [], 0
pending = casefile.pending()
files = casefile.find(options.patterns)
if not files:
    sys.exit("no case matches")
with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
    for path, differences in zip(files, pool.map(judge, files)):
        name = str(path.relative_to(casefile.CASES))
        if not differences:
            passed += 1
            if name in pending:
                print(f"{name} passes now: take it out of Tests/Cases/pending.txt")
            continue
        if name in pending and not options.all:
            skipped += 1
            continue
        failed.append(path)
        shown = differences if options.verbose else differences[:8]
        print(f"FAILED {name}")
        for line in shown:
            print(f"    {line}")
if failed:
    print("failing: " + " ".join(str(p.relative_to(casefile.CASES)) for p in failed))
print(f"{passed} passed, {len(failed)} failed, {skipped} skipped")
sys.exit(1 if failed else 0)

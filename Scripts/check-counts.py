#!/usr/bin/env python3
"""Looks whether code that runs on several threads counts references atomically:  check-counts.py BUILD_FOLDER

Functions that the compiler emits in every module that needs them are linked once. Those that a module of the kernel
emitted too must be linked as that module has them, so they may not call swift_nonatomic_*: see ld-unconfined-first.
Prints the functions for which that does not hold; exit code 1 if there are any.
"""
import collections
import pathlib
import re
import subprocess
import sys

SHARED = {"Kernel", "PythonKernel", "Logging", "wick"}


def shared_functions(folder):
    """The weak symbols of the modules that run on several threads."""
    # The linker's own copies, if it made some.
    objects = [
        path for name in sorted(SHARED)
        for path in sorted((folder / f"{name}.build").glob("*.o.own")) or sorted((folder / f"{name}.build").glob("*.o"))]
    if not objects:
        sys.exit(f"check-counts: no object files below {folder}")
    listing = subprocess.run(["nm", *objects], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1] for line in listing.splitlines() if re.search(r" [WV] \S+$", line)}


def nonatomic_functions(binary):
    """The functions that count without atomic instructions."""
    found, current = collections.Counter(), ""
    disassembly = subprocess.Popen(
        ["objdump", "-d", "--no-show-raw-insn", binary], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in disassembly.stdout:
        if line[0] != " " and line.endswith(">:\n"):
            current = line[line.index("<") + 1:-3]
        elif "swift_nonatomic_" in line:
            found[current] += 1
    return found


def main():
    folder = pathlib.Path(sys.argv[1])
    wrong = sorted(shared_functions(folder) & set(nonatomic_functions(folder / "wick")))
    for name in wrong:
        print(name)
    print(f"check-counts: {len(wrong)} shared functions count without atomic instructions")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

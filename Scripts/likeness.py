#!/usr/bin/env python3
"""How much of the Python library stands line by line in CPython's own:  Scripts/likeness.py LIB_FOLDER [MODULE…]

The modules shall be of our own writing. LIB_FOLDER is CPython's `lib/python3.11`. Prints the modules that share runs of
five or more lines (blanks and comments left out) with CPython's module of that name, the worst first; with MODULE
(`contextlib.py`), the runs themselves. Some likeness is the interface's: names, defaults, one-line methods.
"""
import difflib
import pathlib
import re
import sys

OURS = pathlib.Path(__file__).resolve().parent.parent / "Sources/PythonStdlib/Python"


def lines(path):
    stripped = (line.strip() for line in path.read_text(errors="replace").splitlines())
    return [re.sub(r"\s+", " ", line.replace('"', "'")) for line in stripped if line and line[0] != "#"]


def shared(ours, theirs):
    """Our lines and the runs of five or more that stand in theirs too, the longest first."""
    mine = lines(ours)
    blocks = difflib.SequenceMatcher(None, mine, lines(theirs), autojunk=False).get_matching_blocks()
    return mine, sorted((mine[b.a:b.a + b.size] for b in blocks if b.size >= 5), key=len, reverse=True)


def main():
    library = pathlib.Path(sys.argv[1])
    rows = []
    for path in sorted(OURS.rglob("*.py")):
        name = str(path.relative_to(OURS))
        theirs = next((p for p in (library / name, library / name.replace("/__init__.py", ".py")) if p.exists()), None)
        if theirs is None or (sys.argv[2:] and name not in sys.argv[2:]):
            continue
        mine, runs = shared(path, theirs)
        rows.append((sum(map(len, runs)) / max(1, len(mine)), sum(map(len, runs)), len(mine), name))
        if sys.argv[2:]:
            print("\n\n".join("\n".join(run) for run in runs), end="\n\n")
    for share, count, total, name in sorted(rows, reverse=True):
        if count:
            print(f"{share:4.0%}  {count:4} of {total:4} lines  {name}")
    print(f"{sum(row[1] for row in rows)} of {sum(row[2] for row in rows)} lines in {len(rows)} modules")


if __name__ == "__main__":
    main()

"""`python -m mimetypes`: tells types of files."""
import getopt
import mimetypes
import sys

_USAGE = """\
Usage: mimetypes.py [options] type

Options:
    --help / -h       -- this text
    --lenient / -l    -- common types that are not standard too
    --extension / -e  -- the extension of a type instead

Several types may be given.
"""


def main():
    try:
        options, names = getopt.getopt(sys.argv[1:], "hle", ["help", "lenient", "extension"])
    except getopt.error as e:
        print(_USAGE)
        print(e)
        sys.exit(1)
    chosen = {option.lstrip("-")[0] for option, _ in options}
    if "h" in chosen:
        print(_USAGE)
        return
    strict = "l" not in chosen
    for name in names:
        if "e" in chosen:
            print(mimetypes.guess_extension(name, strict) or f"I don't know anything about type {name}")
        else:
            kind, encoding = mimetypes.guess_type(name, strict)
            print(f"type: {kind} encoding: {encoding}" if kind else f"I don't know anything about type {name}")

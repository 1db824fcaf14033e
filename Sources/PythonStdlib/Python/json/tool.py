"""Checks and lays out JSON: `python -m json.tool`."""
import argparse as _argparse
import json as _json
import sys as _sys


def main():
    parser = _argparse.ArgumentParser(prog="python -m json.tool", description="A simple command line interface for json "
                                      "module to validate and pretty-print JSON objects.")
    parser.add_argument("infile", nargs="?", default="-", help="a JSON file to be validated or pretty-printed")
    parser.add_argument("outfile", nargs="?", help="write the output of infile to outfile")
    parser.add_argument("--sort-keys", action="store_true", help="sort the output of dictionaries alphabetically by key")
    parser.add_argument("--no-ensure-ascii", dest="ensure_ascii", action="store_false", help="disable escaping of non-ASCII")
    parser.add_argument("--json-lines", action="store_true", help="parse input using the JSON Lines format")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--indent", default=4, type=int, help="separate items with newlines and use this number of spaces")
    group.add_argument("--tab", action="store_const", dest="indent", const="\t", help="use tabs for indentation")
    group.add_argument("--no-indent", action="store_const", dest="indent", const=None, help="separate items with spaces")
    group.add_argument("--compact", action="store_true", help="suppress all whitespace separation (most compact)")
    options = parser.parse_args()
    layout = dict(sort_keys=options.sort_keys, indent=options.indent, ensure_ascii=options.ensure_ascii)
    if options.compact:
        layout.update(indent=None, separators=(",", ":"))
    try:
        if options.infile == "-":
            text = _sys.stdin.read()
        else:
            with open(options.infile, encoding="utf-8") as file:
                text = file.read()
        objects = [_json.loads(line) for line in text.splitlines()] if options.json_lines else [_json.loads(text)]
        out = "".join([_json.dumps(one, **layout) + "\n" for one in objects])
        if options.outfile is None:
            _sys.stdout.write(out)
        else:
            with open(options.outfile, "w", encoding="utf-8") as file:
                file.write(out)
    except ValueError as e:
        raise SystemExit(e)


if __name__ == "__main__":
    main()

"""`python -m gzip`: packs or unpacks files."""
import argparse
import gzip
import shutil
import sys


def main():
    parser = argparse.ArgumentParser(prog="gzip.py", description="Packs files as gzip does, but keeps them.")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--fast", action="store_true", help="pack faster")
    ways.add_argument("--best", action="store_true", help="pack smaller")
    ways.add_argument("-d", "--decompress", action="store_true", help="unpack")
    parser.add_argument("args", nargs="*", default=["-"], metavar="file")
    options = parser.parse_args()
    level = 1 if options.fast else 9 if options.best else 6
    for name in options.args:
        if options.decompress:
            if name == "-":
                source, target = gzip.GzipFile(filename="", mode="rb", fileobj=sys.stdin.buffer), sys.stdout.buffer
            elif name[-3:] != ".gz":
                sys.exit(f"filename doesn't end in .gz: {name!r}")
            else:
                source, target = gzip.open(name, "rb"), open(name[:-3], "wb")
        elif name == "-":
            source = sys.stdin.buffer
            target = gzip.GzipFile(filename="", mode="wb", fileobj=sys.stdout.buffer, compresslevel=level)
        else:
            source, target = open(name, "rb"), gzip.open(name + ".gz", "wb", compresslevel=level)
        shutil.copyfileobj(source, target)
        for file in (source, target):
            if file is not sys.stdin.buffer and file is not sys.stdout.buffer:
                file.close()

"""`python -m base64`: encodes or decodes a file."""
import base64
import getopt
import sys


def main():
    try:
        options, names = getopt.getopt(sys.argv[1:], "hdeu")
    except getopt.error as e:
        sys.stdout = sys.stderr
        print(e)
        _usage()
        sys.exit(2)
    convert = base64.encode
    for option, _ in options:
        if option == "-h":
            _usage()
            return
        convert = base64.encode if option == "-e" else base64.decode
    if names and names[0] != "-":
        with open(names[0], "rb") as file:
            convert(file, sys.stdout.buffer)
    else:
        convert(sys.stdin.buffer, sys.stdout.buffer)


def _usage():
    print(f"usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]\n        -h: this text\n        -d, -u: decode\n        -e: encode (default)")

"""`python -m quopri`: encodes or decodes files."""
import getopt
import quopri
import sys


def main():
    try:
        options, names = getopt.getopt(sys.argv[1:], "td")
    except getopt.error as e:
        sys.stdout = sys.stderr
        print(e)
        print("usage: quopri [-t | -d] [file] ...\n-t: quote tabs\n-d: decode; default encode")
        sys.exit(2)
    chosen = [option for option, _ in options]
    if "-t" in chosen and "-d" in chosen:
        sys.stdout = sys.stderr
        print("-t and -d are mutually exclusive")
        sys.exit(2)
    status = 0
    for name in names or ["-"]:
        try:
            source = sys.stdin.buffer if name == "-" else open(name, "rb")
        except OSError as e:
            sys.stderr.write(f"{name}: can't open ({e})\n")
            status = 1
            continue
        try:
            if "-d" in chosen:
                quopri.decode(source, sys.stdout.buffer)
            else:
                quopri.encode(source, sys.stdout.buffer, "-t" in chosen)
        finally:
            if source is not sys.stdin.buffer:
                source.close()
    sys.exit(status)

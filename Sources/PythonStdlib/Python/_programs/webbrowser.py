"""`python -m webbrowser`: opens an address."""
import getopt
import sys
import webbrowser

_USAGE = "Usage: %s [-n | -t | -h] url\n    -n: a new window\n    -t: a new tab\n    -h, --help: this text"


def main():
    try:
        options, words = getopt.getopt(sys.argv[1:], "ntdh", ["help"])
    except getopt.error as e:
        print(e, file=sys.stderr)
        print(_USAGE % sys.argv[0])
        sys.exit(1)
    chosen = [option for option, _ in options]
    if "-h" in chosen or "--help" in chosen:
        print(_USAGE % sys.argv[0], file=sys.stderr)
        sys.exit()
    if len(words) != 1:
        print(_USAGE % sys.argv[0], file=sys.stderr)
        sys.exit(1)
    webbrowser.open(words[0], 1 if "-n" in chosen else 2 if "-t" in chosen else 0)
    print("\a")

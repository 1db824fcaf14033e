"""`python -m tokenize`: prints the tokens of a file."""
import argparse
import sys
import tokenize
from token import tok_name


def main():
    parser = argparse.ArgumentParser(prog="python -m tokenize")
    parser.add_argument("filename", nargs="?", metavar="filename.py", help="the file to take apart; standard input if none")
    parser.add_argument("-e", "--exact", action="store_true", help="tell operators apart")
    options = parser.parse_args()
    name = options.filename or "<stdin>"
    try:
        if options.filename:
            with open(name, "rb") as file:
                tokens = list(tokenize.tokenize(file.readline))
        else:
            tokens = tokenize.generate_tokens(sys.stdin.readline)
        for token in tokens:
            kind = tok_name[token.exact_type if options.exact else token.type]
            place = "%d,%d-%d,%d:" % (token.start + token.end)
            print("%-20s%-15s%-15r" % (place, kind, token.string))
    except IndentationError as e:
        _fail(f"{name}:{e.args[1][1]}:{e.args[1][2]}: error: {e.args[0]}")
    except tokenize.TokenError as e:
        _fail(f"{name}:{e.args[1][0]}:{e.args[1][1]}: error: {e.args[0]}")
    except (SyntaxError, OSError) as e:
        _fail(f"{name}: error: {e}" if isinstance(e, SyntaxError) else f"error: {e}")
    except KeyboardInterrupt:
        print("interrupted\n", file=sys.stderr)


def _fail(text):
    sys.exit(text)

"""`python -m pickletools`: prints the instructions of pickle files."""
import argparse
import pickletools
import sys


def main():
    parser = argparse.ArgumentParser(prog="pickletools.py", description="Shows the instructions of pickle files.")
    parser.add_argument("pickle_file", nargs="+", type=argparse.FileType("rb"), help="a pickle file")
    parser.add_argument("-o", "--output", type=argparse.FileType("w"), help="where it is written")
    parser.add_argument("-m", "--memo", action="store_true", help="keep the memo from one file to the next")
    parser.add_argument("-l", "--indentlevel", type=int, default=4, help="blanks for each level of a MARK")
    parser.add_argument("-a", "--annotate", action="store_true", help="say what each instruction does")
    parser.add_argument("-p", "--preamble", default="==> {name} <==", help="what is written before each of several files")
    options = parser.parse_args()
    output, memo = options.output or sys.stdout, {} if options.memo else None
    for file in options.pickle_file:
        if len(options.pickle_file) > 1:
            name = "<stdin>" if file is sys.stdin.buffer else file.name
            output.write(options.preamble.format(name=name) + "\n")
        pickletools.dis(file, output, memo, options.indentlevel, 30 if options.annotate else 0)

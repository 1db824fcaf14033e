"""`python -m code`: a prompt."""
import argparse
import code
import sys


def main():
    parser = argparse.ArgumentParser(prog="code.py")
    parser.add_argument("-q", action="store_true", help="no words at the beginning")
    quiet = parser.parse_args().q or sys.flags.quiet
    code.interact("" if quiet else None)

"""`python -m dis`: prints the instructions of a file."""
import argparse
import dis


def main():
    parser = argparse.ArgumentParser(prog="dis.py")
    parser.add_argument("infile", nargs="?", type=argparse.FileType("rb"), default="-")
    options = parser.parse_args()
    with options.infile as file:
        source = file.read()
    dis.dis(compile(source, options.infile.name, "exec"))

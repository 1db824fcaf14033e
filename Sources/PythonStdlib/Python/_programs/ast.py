"""`python -m ast`: prints the tree of a file."""
import argparse
import ast


def main():
    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", type=argparse.FileType("rb"), default="-", help="the file to parse; standard input if none")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"), help="what the code is")
    parser.add_argument("--no-type-comments", default=True, action="store_false", help="no information about comments that tell types")
    parser.add_argument("-a", "--include-attributes", action="store_true", help="with the place of every node")
    parser.add_argument("-i", "--indent", type=int, default=3, help="spaces for each level")
    options = parser.parse_args()
    with options.infile as file:
        source = file.read()
    tree = ast.parse(source, options.infile.name, options.mode, type_comments=options.no_type_comments)
    print(ast.dump(tree, include_attributes=options.include_attributes, indent=options.indent))

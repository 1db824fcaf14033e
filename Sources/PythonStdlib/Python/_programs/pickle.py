"""`python -m pickle`: prints what is in pickle files."""
import argparse
import pickle
import pprint


def main():
    parser = argparse.ArgumentParser(prog="pickle.py", description="Shows what is in pickle files.")
    parser.add_argument("pickle_file", nargs="+", type=argparse.FileType("rb"), help="a pickle file")
    for file in parser.parse_args().pickle_file:
        with file:
            pprint.pprint(pickle.load(file))

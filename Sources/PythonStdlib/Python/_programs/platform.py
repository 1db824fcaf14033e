"""`python -m platform`: names the system."""
import platform
import sys


def main():
    words = sys.argv[1:]
    terse = "terse" in words or "--terse" in words
    print(platform.platform("nonaliased" not in words and "--nonaliased" not in words, terse))

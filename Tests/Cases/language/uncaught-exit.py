# Recorded from CPython 3.11.7.
import sys

print("leaving")
sys.exit("with words")
# expect: leaving
# expect-error: with words

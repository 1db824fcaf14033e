"""The codec rot_13."""
from encodings import _fill

_fill(globals(), "rot_13")


def rot13(infile, outfile):
    """Copies a file; every letter goes half the alphabet on."""
    outfile.write(encode(infile.read())[0])

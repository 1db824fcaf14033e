"""The codec ascii."""
from encodings import _fill

_fill(globals(), "ascii")

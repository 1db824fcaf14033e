"""The codec latin_1."""
from encodings import _fill

_fill(globals(), "latin_1")

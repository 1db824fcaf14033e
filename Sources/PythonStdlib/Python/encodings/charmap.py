"""The codec charmap."""
from encodings import _fill

_fill(globals(), "charmap")

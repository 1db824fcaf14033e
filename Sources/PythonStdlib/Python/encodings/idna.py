"""The codec idna."""
from encodings import _fill

_fill(globals(), "idna")

"""The codec unicode_escape."""
from encodings import _fill

_fill(globals(), "unicode_escape")

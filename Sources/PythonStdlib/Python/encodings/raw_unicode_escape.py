"""The codec raw_unicode_escape."""
from encodings import _fill

_fill(globals(), "raw_unicode_escape")

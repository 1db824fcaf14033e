"""The part of `csv` that CPython has in C."""
from csv import (Dialect, Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS,
                 __version__, _dialects, field_size_limit, get_dialect, list_dialects, reader, register_dialect,
                 unregister_dialect, writer)

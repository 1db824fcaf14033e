# Recorded from CPython 3.11.7.
"""strptime with numbers alone: full width, less, and what is no time."""
import time
from datetime import datetime

for text, form in [
    ("2024-02-29 03:04:05", "%Y-%m-%d %H:%M:%S"), ("20240102T030405.12", "%Y%m%dT%H%M%S.%f"), ("31/12/68", "%d/%m/%y"),
    ("31/12/69 ", "%d/%m/%y"), ("2024-1-2", "%Y-%m-%d"), ("2024-01-02   03", "%Y-%m-%d %H"), ("12:61", "%H:%M"),
    ("2023-02-29", "%Y-%m-%d"), ("02-29", "%m-%d"), ("2024-01-02 03:04:60", "%Y-%m-%d %H:%M:%S"), ("0001", "%Y"),
    ("0000", "%Y"), ("1131", "%m%d"), ("131", "%m%d"), ("24", "%d%%"), ("24%", "%d%%"), ("2024t", "%YT"), ("", ""),
    ("20242024", "%Y%Y"), ("1 2", "%d %q"), ("1", "%"),
]:
    for read in (datetime.strptime, time.strptime):
        try:
            made = read(text, form)
            print(made if isinstance(made, datetime) else tuple(made))
        except Exception as error:
            print(type(error).__name__, error)
# expect: 2024-02-29 03:04:05
# expect: (2024, 2, 29, 3, 4, 5, 3, 60, -1)
# expect: 2024-01-02 03:04:05.120000
# expect: (2024, 1, 2, 3, 4, 5, 1, 2, -1)
# expect: 2068-12-31 00:00:00
# expect: (2068, 12, 31, 0, 0, 0, 0, 366, -1)
# expect: ValueError unconverted data remains:  
# expect: ValueError unconverted data remains:  
# expect: 2024-01-02 00:00:00
# expect: (2024, 1, 2, 0, 0, 0, 1, 2, -1)
# expect: 2024-01-02 03:00:00
# expect: (2024, 1, 2, 3, 0, 0, 1, 2, -1)
# expect: ValueError unconverted data remains: 1
# expect: ValueError unconverted data remains: 1
# expect: ValueError day is out of range for month
# expect: ValueError day is out of range for month
# expect: ValueError day is out of range for month
# expect: (1900, 2, 29, 0, 0, 0, 0, 60, -1)
# expect: ValueError second must be in 0..59
# expect: (2024, 1, 2, 3, 4, 60, 1, 2, -1)
# expect: 0001-01-01 00:00:00
# expect: (1, 1, 1, 0, 0, 0, 0, 1, -1)
# expect: ValueError year 0 is out of range
# expect: ValueError year 0 is out of range
# expect: ValueError day is out of range for month
# expect: ValueError day is out of range for month
# expect: 1900-01-31 00:00:00
# expect: (1900, 1, 31, 0, 0, 0, 2, 31, -1)
# expect: ValueError time data '24' does not match format '%d%%'
# expect: ValueError time data '24' does not match format '%d%%'
# expect: 1900-01-24 00:00:00
# expect: (1900, 1, 24, 0, 0, 0, 2, 24, -1)
# expect: 2024-01-01 00:00:00
# expect: (2024, 1, 1, 0, 0, 0, 0, 1, -1)
# expect: 1900-01-01 00:00:00
# expect: (1900, 1, 1, 0, 0, 0, 0, 1, -1)
# expect: error redefinition of group name 'Y' as group 2; was group 1 at position 19
# expect: error redefinition of group name 'Y' as group 2; was group 1 at position 19
# expect: ValueError 'q' is a bad directive in format '%d %q'
# expect: ValueError 'q' is a bad directive in format '%d %q'
# expect: ValueError stray % in format '%'
# expect: ValueError stray % in format '%'

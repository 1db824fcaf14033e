"""Where shared libraries are."""

import os as _os
import re as _re

_folders = ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib",
            "/usr/local/lib")


def find_library(name):
    """The file name of a library, as `libNAME.so.VERSION`; None when there is none."""
    pattern = _re.compile(r"lib%s\.so(\.[0-9.]+)?$" % _re.escape(name))
    for folder in [*filter(None, _os.environ.get("LD_LIBRARY_PATH", "").split(":")), *_folders]:
        try:
            found = [entry for entry in _os.listdir(folder) if pattern.match(entry)]
        except OSError:
            continue
        if found:
            # Of libm.so, libm.so.6 and libz.so.1.2.13 beside libz.so.1: the name that programs are linked with.
            found.sort(key=lambda entry: (entry.endswith(".so"), entry.count("."), entry))
            return found[0]
    return None

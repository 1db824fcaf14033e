# Recorded from CPython 3.11.7.
"""Documentation of the fields of named tuples; what `from package import module` says when something is missing."""
import collections
import os
import sys
import tempfile

Point = collections.namedtuple("Point", "x y")
Point.__doc__ += ": a place"
Point.x.__doc__ = "to the right"
print(Point.__doc__, "|", Point.x.__doc__, "|", Point.y.__doc__, Point(1, 2).x)

with tempfile.TemporaryDirectory() as folder:
    package = os.path.join(folder, "parcel")
    os.mkdir(package)
    for name, text in (("__init__", ""), ("broken", "import no_such_module"), ("raises", "1 / 0"), ("whole", "x = 1")):
        with open(os.path.join(package, name + ".py"), "w") as file:
            file.write(text)
    sys.path.insert(0, folder)
    for name in ("whole", "broken", "raises", "absent"):
        try:
            exec(f"from parcel import {name}; print({name}.__name__)")
        except Exception as error:
            print(type(error).__name__, str(error).replace(folder, ""))
# expect: Point(x, y): a place | to the right | Alias for field number 1 1
# expect: parcel.whole
# expect: ModuleNotFoundError No module named 'no_such_module'
# expect: ZeroDivisionError division by zero
# expect: ImportError cannot import name 'absent' from 'parcel' (/parcel/__init__.py)

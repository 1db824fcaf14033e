# Recorded from CPython 3.11.7.
import os
import sys
import tempfile

first, second = tempfile.mkdtemp(), tempfile.mkdtemp()
for path, text in ((f"{first}/space/one.py", "x = 1"), (f"{second}/space/two.py", "x = 2"),
                   (f"{first}/pack/__init__.py", "from .part import part"), (f"{first}/pack/part.py", "def part(): return 7"),
                   (f"{first}/space/deep/three.py", "from ..one import x as y")):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path[:0] = [first, second]
import space.one
from space import two
from space.deep.three import y

print(space.one.x, two.x, y, [os.path.basename(p) for p in space.__path__], space.__file__, space.__package__)
import pack.part

print(pack.part(), sys.modules["pack.part"].part is pack.part)
try:
    import space.none
except ImportError as error:
    print(error)
for level, names in ((1, None), (1, "globals")):
    try:
        __import__("builtins", names, None, None, level)
    except TypeError as error:
        print(error)
print(__import__("space.one", globals(), locals(), True, 0).x)
# expect: 1 2 1 ['space', 'space'] None space
# expect: 7 True
# expect: No module named 'space.none'
# expect: globals must be a dict
# expect: globals must be a dict
# expect: 1

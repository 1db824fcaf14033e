# Recorded from CPython 3.11.7.
# What dies may run a `__del__` that collects while the rest of its items is half gone.
import gc
class Collects:
    def __del__(self):
        gc.collect()
        seen.append(1)
class Row(tuple): pass
class Box(list): pass
class Table(dict): pass
seen = []
for make in (tuple, list, Row, Box, set, frozenset, lambda items: Table(enumerate(items)), lambda items: dict(enumerate(items))):
    for count in (1, 5, 12):
        x = make([*(2**70 + i for i in range(count)), (count,), Collects(), "end"])
        del x
print(len(seen))
# expect: 24

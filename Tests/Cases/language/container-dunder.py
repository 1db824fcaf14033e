# Recorded from CPython 3.11.7.
class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        print("get", key)
        return 0 if isinstance(key, slice) else self.cells.get(str(key), 0)

    def __setitem__(self, key, value):
        self.cells[str(key)] = value

    def __delitem__(self, key):
        del self.cells[str(key)]

    def __contains__(self, key):
        return str(key) in self.cells

    def __len__(self):
        return len(self.cells)

    def __iter__(self):
        return iter(sorted(self.cells))

    def __reversed__(self):
        return iter(sorted(self.cells, reverse=True))

    def __call__(self, *keys):
        return [self.cells[str(k)] for k in keys]


g = Grid()
g[1, 2] = "a"
g[0, 0] = "b"
print(g[1, 2], g[5], (1, 2) in g, len(g), list(g), list(reversed(g)))
g[1:2], g[::3], g[..., None], g[1:2], g[1, 2, 3]
del g[1, 2]
print(len(g), g((0, 0)))
g[9] = 1
g[9] += 5
print(g.cells)


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


print(list(Old()), 4 in Old(), [*Old()])


class Index:
    def __index__(self):
        return 2


print([10, 20, 30][Index()], "abc"[: Index()], range(Index()))
try:
    [1, 2]["a"]
except TypeError as error:
    print(error)
# expect: get (1, 2)
# expect: get 5
# expect: a 0 True 2 ['(0, 0)', '(1, 2)'] ['(1, 2)', '(0, 0)']
# expect: get slice(1, 2, None)
# expect: get slice(None, None, 3)
# expect: get (Ellipsis, None)
# expect: get slice(1, 2, None)
# expect: get (1, 2, 3)
# expect: 1 ['b']
# expect: get 9
# expect: {'(0, 0)': 'b', '9': 6}
# expect: [0, 1, 4] True [0, 1, 4]
# expect: 30 ab range(0, 2)
# expect: list indices must be integers or slices, not str

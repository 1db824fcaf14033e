# Recorded from CPython 3.11.7.
# Getters run as frames of their own: errors, recursion, deletion of the class attribute meanwhile.
class P:
    count = 0

    @property
    def fine(self):
        return self.count + 1

    @property
    def fails(self):
        return self.missing

    @property
    def deep(self):
        self.count += 1
        return self.deep

    @property
    def gone(self):
        del P.gone
        return [self.fine, P.count]

    @property
    def lazy(self):
        yield self.fine


p = P()
print(p.fine, [p.fine for _ in range(3)], p.gone, hasattr(p, 'gone'), list(p.lazy))
try:
    p.fails
except AttributeError as error:
    print(error)
try:
    p.deep
except RecursionError as error:
    print(error, p.count > 500)
print(p.fine > 500)
try:
    p.fine = 1
except AttributeError as error:
    print(error)


class Many:
    def __init__(self, n, *, step=1):
        for i in range(0, n, step):
            setattr(self, f'a{i}', i)


for n in (0, 3, 4, 5, 8, 9, 17):
    m = Many(n)
    if n > 2:
        del m.a1
    m.last = n
    print(vars(m))
# expect: 1 [1, 1, 1] [1, 0] False [1]
# expect: 'P' object has no attribute 'missing'
# expect: maximum recursion depth exceeded True
# expect: True
# expect: property 'fine' of 'P' object has no setter
# expect: {'last': 0}
# expect: {'a0': 0, 'a2': 2, 'last': 3}
# expect: {'a0': 0, 'a2': 2, 'a3': 3, 'last': 4}
# expect: {'a0': 0, 'a2': 2, 'a3': 3, 'a4': 4, 'last': 5}
# expect: {'a0': 0, 'a2': 2, 'a3': 3, 'a4': 4, 'a5': 5, 'a6': 6, 'a7': 7, 'last': 8}
# expect: {'a0': 0, 'a2': 2, 'a3': 3, 'a4': 4, 'a5': 5, 'a6': 6, 'a7': 7, 'a8': 8, 'last': 9}
# expect: {'a0': 0, 'a2': 2, 'a3': 3, 'a4': 4, 'a5': 5, 'a6': 6, 'a7': 7, 'a8': 8, 'a9': 9, 'a10': 10, 'a11': 11, 'a12': 12, 'a13': 13, 'a14': 14, 'a15': 15, 'a16': 16, 'last': 17}

# Recorded from CPython 3.11.7.
values = [0, 1, -1, 0.0, 0.1, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), None, True, False, 0j, b"", range(0), range(1), ..., object, print]
print([bool(v) for v in values])
print([v for v in values if not v])


class A:
    def __len__(self):
        return 3


class B:
    def __bool__(self):
        return "yes"


class C:
    def __len__(self):
        return -1


print(bool(A()), bool(A))
for bad in (B, C):
    try:
        bool(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(None or "x", 0 or None, [] and 1, "a" and "b", not not [1])
print(all([]), any([]), all([1, "a", [0]]), any([0, "", None]))
# expect: [False, True, True, False, True, False, True, False, True, False, True, False, True, False, False, True, False, False, False, False, True, True, True, True]
# expect: [0, 0.0, '', [], (), {}, set(), None, False, 0j, b'', range(0, 0)]
# expect: True True
# expect: TypeError __bool__ should return bool, returned str
# expect: ValueError __len__() should return >= 0
# expect: x None [] b True
# expect: True False True False

# Recorded from CPython 3.11.7.
# Where `cached_property` keeps its value.
from functools import cached_property


class Data:
    def __init__(self):
        self.calls = 0

    @cached_property
    def total(self):
        self.calls += 1
        return self.calls * 10


class Slots:
    __slots__ = ("x",)

    @cached_property
    def total(self):
        return 1


data = Data()
print(data.total, data.total, data.calls, data.__dict__, vars(data) is data.__dict__)
del data.total
print(data.total, data.__dict__)
data.total = 5
print(data.total, Data.total.attrname, Data.total is Data.__dict__["total"])
other = Data()
other.__dict__["total"] = "there"
print(other.total, Data.total.__get__(other), other.calls)
try:
    Slots().total
except TypeError as error:
    print(error)
# expect: 10 10 1 {'calls': 1, 'total': 10} True
# expect: 20 {'calls': 2, 'total': 20}
# expect: 5 total True
# expect: there there 0
# expect: No '__dict__' attribute on 'Slots' instance to cache 'total' property.

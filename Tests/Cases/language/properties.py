# Recorded from CPython 3.11.7.
class Circle:
    def __init__(self, r):
        self._r = r

    @property
    def r(self):
        "The radius."
        return self._r

    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._r = value

    @r.deleter
    def r(self):
        print("deleted")
        self._r = 0

    @property
    def area(self):
        return 3 * self._r**2


c = Circle(2)
print(c.r, c.area)
c.r = 3
print(c.area)
try:
    c.r = -1
except ValueError as error:
    print(error)
try:
    c.area = 5
except AttributeError as error:
    print(error)
del c.r
print(c.r, Circle.r.__doc__, type(Circle.r).__name__)
c.r += 4
print(c.r)


class Once:
    def __get__(self, instance, owner):
        if instance is None:
            return "on " + owner.__name__
        instance.value = 42
        return instance.value


class Holder:
    value = Once()


h = Holder()
print(Holder.value, h.value, h.__dict__)
# expect: 2 12
# expect: 27
# expect: negative radius
# expect: property 'area' of 'Circle' object has no setter
# expect: deleted
# expect: 0 The radius. property
# expect: 4
# expect: on Holder 42 {'value': 42}

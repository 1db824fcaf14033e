# Recorded from CPython 3.11.7.
class Point:
    """A point."""

    dimensions = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(3, 4)
print(p, p.norm(), Point.norm(p), p.dimensions)
p.dimensions = 3
print(Point.dimensions, p.dimensions, p.__dict__)
print(Point.__name__, Point.__doc__, type(p) is Point, p.__class__)
f = p.norm
print(f(), Point(y=1, x=0))
print(hasattr(p, "z"), getattr(p, "z", "none"))
setattr(p, "z", 9)
print(p.z, sorted(vars(p)))
del p.z
for attempt in (lambda: p.z, lambda: Point.nothing, lambda: Point(), lambda: (5).real.foo):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__ + ":", error)
print(isinstance(p, Point), isinstance(p, object), issubclass(Point, object))
# expect: Point(3, 4) 5.0 5.0 2
# expect: 2 3 {'x': 3, 'y': 4, 'dimensions': 3}
# expect: Point A point. True <class '__main__.Point'>
# expect: 5.0 Point(0, 1)
# expect: False none
# expect: 9 ['dimensions', 'x', 'y', 'z']
# expect: AttributeError: 'Point' object has no attribute 'z'
# expect: AttributeError: type object 'Point' has no attribute 'nothing'
# expect: TypeError: Point.__init__() missing 1 required positional argument: 'x'
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: True True True

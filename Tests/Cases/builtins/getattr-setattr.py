# Recorded from CPython 3.11.7.
class Box:
    kind = "box"

    def __init__(self):
        self.size = 3

    def area(self):
        return self.size**2


b = Box()
print(getattr(b, "size"), getattr(b, "none", None), getattr(b, "area")(), hasattr(b, "kind"))
setattr(b, "colour", "red")
print(b.colour, vars(b), b.__dict__ is vars(b))
delattr(b, "colour")
print(hasattr(b, "colour"))
print([n for n in dir(b) if not n.startswith("_")], [n for n in dir(Box) if "_" not in n])
try:
    delattr(b, "colour")
except AttributeError as error:
    print(error)
try:
    getattr(b, 3)
except TypeError as error:
    print(error)
try:
    vars(5)
except TypeError as error:
    print(error)
try:
    (5).x = 1
except AttributeError as error:
    print(error)
try:
    int.x = 1
except TypeError as error:
    print(error)
print("append" in dir([]), "upper" in dir(""), dir.__name__, sorted(vars(Box))[:2])
# expect: 3 None 9 True
# expect: red {'size': 3, 'colour': 'red'} True
# expect: False
# expect: ['area', 'kind', 'size'] ['area', 'kind']
# expect: 'Box' object has no attribute 'colour'
# expect: attribute name must be string, not 'int'
# expect: vars() argument must have __dict__ attribute
# expect: 'int' object has no attribute 'x'
# expect: cannot set 'x' attribute of immutable type 'int'
# expect: True True dir ['__dict__', '__doc__']

# Recorded from CPython 3.11.7.
class Lazy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x_"):
            return name[2:]
        raise AttributeError(f"no {name} here")


z = Lazy()
print(z.real, z.x_value, hasattr(z, "y"))
try:
    z.y
except AttributeError as error:
    print(error)


class Watch:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __getattribute__(self, name):
        if name == "secret":
            return "found"
        return super().__getattribute__(name)


w = Watch()
w.a = 1
print(w.a, w.secret)
del w.a


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = 1
try:
    s.c = 2
except AttributeError as error:
    print(error)
try:
    s.b
except AttributeError as error:
    print(error)


class Shown:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return f"format({spec})"


print(Shown(), [Shown()], f"{Shown()} {Shown()!r} {Shown():>5}", "%s %r" % (Shown(), Shown()))
# expect: 1 value False
# expect: no y here
# expect: set a 1
# expect: 1 found
# expect: del a
# expect: 'Slotted' object has no attribute 'c'
# expect: 'Slotted' object has no attribute 'b'
# expect: str [repr] format() repr format(>5) str repr

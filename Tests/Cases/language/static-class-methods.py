# Recorded from CPython 3.11.7.
class Date:
    made = 0

    def __init__(self, y, m):
        self.y, self.m = y, m

    @classmethod
    def parse(cls, text):
        cls.made += 1
        return cls(*map(int, text.split("-")))

    @staticmethod
    def valid(m):
        return 1 <= m <= 12

    def __repr__(self):
        return f"{type(self).__name__}({self.y}, {self.m})"


class Special(Date):
    pass


print(Date.parse("2024-05"), Special.parse("1999-12"), Date.made, Special.made)
print(Date.valid(13), Special(1, 2).valid(2))


class Meta(type):
    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)

    def __repr__(cls):
        return f"<{cls.__name__}>"


class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x


print(Made(3).x, Made)


class Single:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one


print(Single() is Single())
Dynamic = type("Dynamic", (Date,), {"extra": 1})
print(Dynamic(1, 2), Dynamic.extra)


class Base:
    registry = []

    def __init_subclass__(cls, tag="none", **kwargs):
        Base.registry.append((cls.__name__, tag))


class One(Base, tag="first"):
    pass


class Two(Base):
    pass


print(Base.registry)
# expect: Date(2024, 5) Special(1999, 12) 1 2
# expect: False True
# expect: making Made
# expect: 3 <Made>
# expect: True
# expect: Dynamic(1, 2) 1
# expect: [('One', 'first'), ('Two', 'none')]

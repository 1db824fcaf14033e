# Recorded from CPython 3.11.7.
from dataclasses import dataclass, field, asdict, replace


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)

    def total(self, n):
        return n * self.price


a = Item("pen")
b = Item("pen", tags=["x"])
print(a, a == b, a == Item("pen"), a.total(4), asdict(b), replace(a, price=3))


@dataclass(order=True, frozen=True)
class V:
    x: int
    y: int = 0


print(sorted([V(2), V(1, 5), V(1)]), hash(V(1)) == hash(V(1)))
try:
    V(1).x = 2
except Exception as error:
    print(type(error).__name__, error)
try:
    Item()
except TypeError as error:
    print(error)
# expect: Item(name='pen', price=1.5, tags=[]) False True 6.0 {'name': 'pen', 'price': 1.5, 'tags': ['x']} Item(name='pen', price=3, tags=[])
# expect: [V(x=1, y=0), V(x=1, y=5), V(x=2, y=0)] True
# expect: FrozenInstanceError cannot assign to field 'x'
# expect: Item.__init__() missing 1 required positional argument: 'name'

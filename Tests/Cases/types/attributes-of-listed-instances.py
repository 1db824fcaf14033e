# Recorded from CPython 3.11.7.
# Instances whose __dict__ was asked for, and class attributes that are instances: who wins, what changes.
class Plain:
    label = "of the class"

    def method(self):
        return "method"

    @property
    def fixed(self):
        return "property"


class Data:
    def __get__(self, instance, owner):
        return "data"

    def __set__(self, instance, value):
        print("set", value)


class Shown:
    def __get__(self, instance, owner):
        return "shown"


class Holder(Plain):
    data = Data()
    shown = Shown()
    thing = Plain()
    kind = Plain

    def __init__(self):
        self.a = 1


def read(x):
    found = []
    for _ in range(3):
        found = [x.a, x.label, x.method(), x.fixed, x.data, x.shown, x.thing is Holder.thing, x.kind is Plain]
    return found


h, other = Holder(), Holder()
print(read(h))
h.__dict__["label"] = "own"
h.__dict__["method"] = lambda: "own method"
h.__dict__["fixed"] = h.__dict__["data"] = h.__dict__["shown"] = "own too"
print(read(h), read(other))
h.data = 5
h.__dict__.update(a=2, thing=3)
print(h.a, h.thing, h.data)
del h.__dict__["label"], h.method
print(read(h)[:3])
h.__dict__ = {"a": 9}
print(read(h))
del h.a
for _ in range(2):
    try:
        print(h.a)
    except AttributeError as error:
        print(error)


def things(x):
    return [type(x.thing).__name__ if isinstance(x.thing, Plain) else x.thing for _ in range(3)]


print(things(other), things(Holder))
Plain.__get__ = lambda self, instance, owner: "a descriptor now"
print(things(other), things(Holder), things(h))
Plain.__set__ = lambda self, instance, value: print("sets", value)
other.thing = 1
other.__dict__["thing"] = 2
print(things(other))
del Plain.__set__
print(things(other))
del Plain.__get__
print(things(other), things(Holder))


class Missing:
    def __getattr__(self, name):
        return "missing " + name


m = Missing()
m.__dict__["x"] = 1
print([m.x for _ in range(2)], m.y, m.__dict__)


class Hooked:
    def __getattribute__(self, name):
        return "hook " + name


k = Hooked()
object.__getattribute__(k, "__dict__")["x"] = 1
print([k.x for _ in range(2)])


class Names(dict):
    def __init__(self):
        self.size = 3


n = Names()
n.__dict__["more"] = 4
print([(n.size, n.more, n.get(1), len(n.keys())) for _ in range(2)])
print(Holder.__mro__, type(Holder).__mro__, Holder.__name__, Holder.__bases__, Holder.__dict__["a" * 0 or "kind"])
# expect: [1, 'of the class', 'method', 'property', 'data', 'shown', True, True]
# expect: [1, 'own', 'own method', 'property', 'data', 'own too', True, True] [1, 'of the class', 'method', 'property', 'data', 'shown', True, True]
# expect: set 5
# expect: 2 3 data
# expect: [2, 'of the class', 'method']
# expect: [9, 'of the class', 'method', 'property', 'data', 'shown', True, True]
# expect: 'Holder' object has no attribute 'a'
# expect: 'Holder' object has no attribute 'a'
# expect: ['Plain', 'Plain', 'Plain'] ['Plain', 'Plain', 'Plain']
# expect: ['a descriptor now', 'a descriptor now', 'a descriptor now'] ['a descriptor now', 'a descriptor now', 'a descriptor now'] ['a descriptor now', 'a descriptor now', 'a descriptor now']
# expect: sets 1
# expect: ['a descriptor now', 'a descriptor now', 'a descriptor now']
# expect: [2, 2, 2]
# expect: [2, 2, 2] ['Plain', 'Plain', 'Plain']
# expect: [1, 1] missing y {'x': 1}
# expect: ['hook x', 'hook x']
# expect: [(3, 4, None, 0), (3, 4, None, 0)]
# expect: (<class '__main__.Holder'>, <class '__main__.Plain'>, <class 'object'>) (<class 'type'>, <class 'object'>) Holder (<class '__main__.Plain'>,) <class '__main__.Plain'>

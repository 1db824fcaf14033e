# Recorded from CPython 3.11.7.
# What a class answers at one place in a loop follows what changes in it, in its bases and in its metaclass.
class Meta(type):
    pass


class Base(metaclass=Meta):
    z = [1]


class A(Base):
    pass


class Later:
    pass


def read(cls):
    return cls.z


def name(cls):
    return cls.__name__


seen = []
for step in range(9):
    seen.append((read(A), name(A)))
    if step == 1:
        A.z = [2]
    elif step == 2:
        A.__name__ = 'Renamed'
    elif step == 3:
        del A.z
    elif step == 4:
        Base.z = Later()
    elif step == 5:
        Later.__get__ = lambda self, instance, owner: ('got', instance, owner.__name__)
    elif step == 6:
        Meta.z = property(lambda cls: 'of the metaclass')
    elif step == 7:
        del Meta.z
print([(value if not isinstance(value, Later) else 'later', text) for value, text in seen])
for k in range(3):
    for cls in [type(f'C{k}', (), {'z': k}), int, A]:
        print(name(cls), getattr(cls, 'z', None) if cls is int else read(cls))
print(type(1).__name__, type('').__name__, type(A).__name__, A.__class__.__name__)
for k in range(40):
    A.n = k
    assert A.n == k and A().n == k


class Above:
    pass


class Watching(type):
    word = Above()


class Watched(metaclass=Watching):
    word = 'own'


seen = []
for step in range(4):
    seen.append(Watched.word)
    if step == 1:
        Above.__get__ = lambda self, instance, owner: 'from above'
    elif step == 2:
        Above.__set__ = lambda self, instance, value: None
print(seen)
# expect: [([1], 'A'), ([1], 'A'), ([2], 'A'), ([2], 'Renamed'), ([1], 'Renamed'), ('later', 'Renamed'), (('got', None, 'Renamed'), 'Renamed'), ('of the metaclass', 'Renamed'), (('got', None, 'Renamed'), 'Renamed')]
# expect: C0 0
# expect: int None
# expect: Renamed ('got', None, 'Renamed')
# expect: C1 1
# expect: int None
# expect: Renamed ('got', None, 'Renamed')
# expect: C2 2
# expect: int None
# expect: Renamed ('got', None, 'Renamed')
# expect: int str Meta Meta
# expect: ['own', 'own', 'own', 'from above']

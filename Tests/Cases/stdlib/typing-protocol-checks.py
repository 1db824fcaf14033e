# Recorded from CPython 3.11.7.
# isinstance and issubclass with protocols.
from typing import Protocol, runtime_checkable


@runtime_checkable
class HasX(Protocol):
    x: int


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


@runtime_checkable
class Both(HasX, Closes, Protocol):
    pass


class Plain(Protocol):
    def close(self): ...


class A:
    def close(self): pass


class B:
    x = 1


class C(A):
    def __init__(self): self.x = 1


class D(A):
    close = None


class E(HasX):
    pass


late = B()
for thing in (A(), B(), C(), D(), E(), late, 5, A):
    print(type(thing).__name__, *[isinstance(thing, kind) for kind in (HasX, Closes, Both)])
late.close = lambda: None
print(isinstance(late, Closes), isinstance(late, Both), isinstance(B(), Closes))
for action in (lambda: isinstance(1, Plain), lambda: issubclass(A, HasX), lambda: issubclass(A, Closes), lambda: issubclass(D, Closes),
               lambda: issubclass(C, Both), lambda: issubclass(1, Closes), lambda: HasX(), lambda: isinstance(1, Protocol)):
    try:
        print(action())
    except TypeError as error:
        print(error)
Closes.register(int)
print(isinstance(5, Closes), issubclass(bool, Closes), isinstance(5.0, Closes))
# expect: A False True False
# expect: B True False False
# expect: C True True True
# expect: D False False False
# expect: E True False False
# expect: B True False False
# expect: int False False False
# expect: type False True False
# expect: True True False
# expect: Instance and class checks can only be used with @runtime_checkable protocols
# expect: False
# expect: True
# expect: False
# expect: Protocols with non-method members don't support issubclass()
# expect: issubclass() arg 1 must be a class
# expect: Protocols cannot be instantiated
# expect: Instance and class checks can only be used with @runtime_checkable protocols
# expect: True True False

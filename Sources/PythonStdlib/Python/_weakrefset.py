"""WeakSet."""
from _weakref import ref
from types import GenericAlias

__all__ = ["WeakSet"]


def _refs(items):
    return {ref(item) for item in items}


class WeakSet:
    """A set whose items vanish when nothing else holds them."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, data=None):
        self.data, this = set(), ref(self)

        def forget(wr):
            if (alive := this()) is not None:
                alive.data.discard(wr)
        self._remove = forget
        self.update(() if data is None else data)

    # One item

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while self.data:
            if (item := self.data.pop()()) is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    # All of them

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for wr in tuple(self.data):
            if (item := wr()) is not None:
                yield item

    def __repr__(self):
        return repr(self.data)

    def __reduce__(self):
        return type(self), (list(self),), self.__getstate__()

    def copy(self):
        return type(self)(self)

    def clear(self):
        self.data.clear()

    # Comparisons

    def __eq__(self, other):
        return self.data == _refs(other) if isinstance(other, type(self)) else NotImplemented

    def __lt__(self, other):
        return self.data < _refs(other)

    def __gt__(self, other):
        return self.data > _refs(other)

    def issubset(self, other):
        return self.data <= _refs(other)

    def issuperset(self, other):
        return self.data >= _refs(other)

    def isdisjoint(self, other):
        return not self.intersection(other)

    __le__, __ge__ = issubset, issuperset

    # In place

    def update(self, other):
        for item in other:
            self.add(item)

    def difference_update(self, other):
        self.data -= _refs(other)

    def intersection_update(self, other):
        self.data &= _refs(other)

    def symmetric_difference_update(self, other):
        self.data ^= {ref(item, self._remove) for item in other}

    def _assigning(change):
        def operator(self, other):
            change(self, other)
            return self
        return operator

    __ior__, __isub__ = _assigning(update), _assigning(difference_update)
    __iand__, __ixor__ = _assigning(intersection_update), _assigning(symmetric_difference_update)
    del _assigning

    # New sets

    def union(self, other):
        return self.copy().__ior__(other)

    def difference(self, other):
        return self.copy().__isub__(other)

    def symmetric_difference(self, other):
        return self.copy().__ixor__(other)

    def intersection(self, other):
        """Of two items that are equal the other's is kept."""
        return type(self)(filter(self.__contains__, other))

    __or__, __sub__, __xor__, __and__ = union, difference, symmetric_difference, intersection

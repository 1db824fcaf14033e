# Recorded from CPython 3.11.7.
import functools


class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, N) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, N) else NotImplemented

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return f"N({self.n})"


print(N(1) == N(1), N(1) != N(2), N(1) < N(2), N(2) > N(1), N(1) == 1, N(1) != 1)
print(sorted([N(3), N(1), N(2)]), max([N(1), N(5)]), N(1) in [N(2), N(1)])
print({N(1): "a"}[N(1)], len({N(1), N(1), N(2)}))
try:
    N(1) < 3
except TypeError as error:
    print(error)
try:
    N(1) <= N(2)
except TypeError as error:
    print(error)


class Unhashable:
    def __eq__(self, other):
        return True


try:
    {Unhashable()}
except TypeError as error:
    print(error)


class Truth:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(Truth(0)), bool(Truth(2)), not Truth(0))


class Odd:
    def __bool__(self):
        return False


print(bool(Odd()), [1, 2] if Odd() else "no", 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True)
# expect: True True True True False True
# expect: [N(1), N(2), N(3)] N(5) True
# expect: a 2
# expect: '<' not supported between instances of 'N' and 'int'
# expect: '<=' not supported between instances of 'N' and 'N'
# expect: unhashable type: 'Unhashable'
# expect: False True True
# expect: False no True False True

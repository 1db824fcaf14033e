# Recorded from CPython 3.11.7.
# Special methods of operators: who is asked, in which order, and what happens when both decline.
import traceback


class A:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __add__(self, other):
        self.log.append(f'{self.name}+')
        return NotImplemented

    def __radd__(self, other):
        self.log.append(f'+{self.name}')
        return self.name

    def __mul__(self, other):
        return NotImplemented

    def __iadd__(self, other):
        return f'{self.name} in place'

    def __sub__(self, other):
        return self if other == 0 else self.name - other


class B(A):
    def __radd__(self, other):
        self.log.append(f'+{self.name}')
        return NotImplemented


class C(A):
    pass


log = []
a, b, c = A('a', log), B('b', log), C('c', log)
for x, y in ((a, 1), (1, a), (a, a), (a, b), (b, a), (a, c), (c, b), ('s', a), (None, a)):
    try:
        print(x + y, log)
    except TypeError as error:
        print(error, log)
    log.clear()
for f in (lambda: a * 2, lambda: 2 * a, lambda: a - 1, lambda: a @ a, lambda: a ** 2):
    try:
        f()
    except TypeError as error:
        print(error)
try:
    a *= 2
except TypeError as error:
    print(error)
a += 1
print(a, (c - 0) is c)
try:
    c - 'x'
except TypeError:
    print([line.name for line in traceback.extract_tb(__import__('sys').exc_info()[2])])
# expect: unsupported operand type(s) for +: 'A' and 'int' ['a+']
# expect: a ['+a']
# expect: unsupported operand type(s) for +: 'A' and 'A' ['a+']
# expect: unsupported operand type(s) for +: 'A' and 'B' ['+b', 'a+']
# expect: a ['b+', '+a']
# expect: c ['a+', '+c']
# expect: unsupported operand type(s) for +: 'C' and 'B' ['c+', '+b']
# expect: a ['+a']
# expect: a ['+a']
# expect: unsupported operand type(s) for *: 'A' and 'int'
# expect: unsupported operand type(s) for *: 'int' and 'A'
# expect: unsupported operand type(s) for -: 'str' and 'int'
# expect: unsupported operand type(s) for @: 'A' and 'A'
# expect: unsupported operand type(s) for ** or pow(): 'A' and 'int'
# expect: unsupported operand type(s) for *=: 'A' and 'int'
# expect: a in place True
# expect: ['<module>', '__sub__']

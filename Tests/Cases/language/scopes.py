# Recorded from CPython 3.11.7.
x = "module"


class Scope:
    x = "class"
    seen = x

    def method(self):
        return x

    inside = [x for _ in range(1)]


print(Scope.seen, Scope().method(), Scope.inside)


def shadow():
    x = "function"

    class Inner:
        y = x
        x = "inner"

        def get(self):
            return x

    return Inner.y, Inner.x, Inner().get()


try:
    print(shadow())
except NameError as error:
    print(type(error).__name__, error)
print([x for x in range(3)], x)
print({k: v for k, v in zip("ab", range(2))})
if (n := len("four")) > 3:
    print(n)
print([last := i for i in range(3)], last)
del x
try:
    x
except NameError as error:
    print(error)
# expect: class module ['module']
# expect: ('module', 'inner', 'function')
# expect: [0, 1, 2] module
# expect: {'a': 0, 'b': 1}
# expect: 4
# expect: [0, 1, 2] 2
# expect: name 'x' is not defined

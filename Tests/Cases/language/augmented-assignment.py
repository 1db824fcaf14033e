# Recorded from CPython 3.11.7.
class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, x):
        self.log.append(("iadd", x))
        return self

    def __isub__(self, x):
        self.log.append(("isub", x))
        return "replaced"

    def __mul__(self, x):
        return f"mul {x}"


a = b = Acc()
a += 1
print(a is b, b.log)
a -= 2
print(a, b.log)
b *= 3
print(b)
x = [1, 2]
y = x
x += [3]
print(x is y, y)
x = x + [4]
print(x is y, y)
t = (1,)
u = t
t += (2,)
print(t, u)
d = {"n": [1]}
d["n"] += [2]
d["k"] = 5
d["k"] **= 2
print(d)
s = "a"
s += "b"
s *= 2
print(s)
try:
    t[0] += 1
except TypeError as error:
    print(error)
try:
    n += 1
except NameError as error:
    print(error)


def order():
    def f(name, v):
        print(name, end=" ")
        return v

    items = [0, 0]
    f("list", items)[f("index", 1)] += f("value", 5)
    print(items)


order()
# expect: True [('iadd', 1)]
# expect: replaced [('iadd', 1), ('isub', 2)]
# expect: mul 3
# expect: True [1, 2, 3]
# expect: False [1, 2, 3]
# expect: (1, 2) (1,)
# expect: {'n': [1, 2], 'k': 25}
# expect: abab
# expect: 'tuple' object does not support item assignment
# expect: name 'n' is not defined
# expect: list index value [0, 5]

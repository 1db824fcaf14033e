# Recorded from CPython 3.11.7.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


a = Noisy("a")
b = a
del a
print("still")
del b
c = Noisy("c")
c = None
print("rebound")


def local():
    d = Noisy("d")
    print("in function")


local()
items = [Noisy("e")]
items.clear()
Noisy("f")
x = {"k": Noisy("g")}
x["k"] = 1
y = [1, 2, 3]
del y[1], x["k"]
print(y, x)
try:
    del y[10]
except IndexError as error:
    print(error)
try:
    del x["no"]
except KeyError as error:
    print(error)
print("end")
# expect: still
# expect: gone a
# expect: gone c
# expect: rebound
# expect: in function
# expect: gone d
# expect: gone e
# expect: gone f
# expect: gone g
# expect: [1, 3] {}
# expect: list assignment index out of range
# expect: 'no'
# expect: end

# Recorded from CPython 3.11.7.
def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


a, b = counter(), counter()
print(a(), a(), a(5), b())


def make():
    return [lambda: i for i in range(3)]


print([f() for f in make()])


def deep():
    x = 1

    def middle():
        def inner():
            nonlocal x
            x += 10
            return x

        return inner

    return middle(), lambda: x


inner, read = deep()
inner(), inner()
print(read())
total = 0


def bump():
    global total
    total += 1


bump(), bump()
print(total)


def unbound():
    print(later)
    later = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def free():
    def use():
        return value

    try:
        use()
    except NameError as error:
        print(error)
    value = 1


free()
# expect: 1 2 7 1
# expect: [2, 2, 2]
# expect: 21
# expect: 2
# expect: cannot access local variable 'later' where it is not associated with a value
# expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope

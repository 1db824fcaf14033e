# Recorded from CPython 3.11.7.
def early():
    try:
        return "try"
    finally:
        print("leaving")


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-i)
    return out


def nested():
    try:
        try:
            return 1
        finally:
            print("inner")
    finally:
        print("outer")


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


print(early(), override(), swallow(), loop(), nested())
g = generator()
print(next(g))
g.close()
for x in generator():
    print(x)
    break
while True:
    try:
        break
    finally:
        print("break")


def value():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value())
# expect: leaving
# expect: inner
# expect: outer
# expect: try finally swallowed [0, 0, -1, 2, -2, -3] 1
# expect: 1
# expect: closed
# expect: 1
# expect: closed
# expect: break
# expect: 1

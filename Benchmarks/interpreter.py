"""What the interpreter does most: calls, loops, attributes, floats, lists, dicts, strings. Prints `name seconds`."""
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def loop(n):
    total = 0
    for i in range(n):
        total += i & 7
    return total


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, d):
        self.x += d
        return self


def attributes(n):
    p = Point(0)
    for _ in range(n):
        p.move(1)
    return p.x


def floats(n):
    x, v = 1.0, 0.0
    for _ in range(n):
        v -= x * 0.01
        x += v * 0.01
    return x


def lists(n):
    items = [i * 2 for i in range(n)]
    items.sort(key=lambda i: -i)
    return sum(items[::3])


def dicts(n):
    counts = {}
    for i in range(n):
        key = i % 1000
        counts[key] = counts.get(key, 0) + 1
    return len(counts)


def strings(n):
    words = [f"word{i % 97}" for i in range(n)]
    return len(" ".join(words).upper().split())


for name, work, n in [("fib", fib, 25), ("loop", loop, 1_000_000), ("attributes", attributes, 300_000),
                      ("floats", floats, 500_000), ("lists", lists, 200_000), ("dicts", dicts, 300_000),
                      ("strings", strings, 100_000)]:
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        work(n)
        best = min(best, time.perf_counter() - start)
    print(name, best)

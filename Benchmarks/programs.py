"""Small programs of the kind people write: text, classes, dicts, sorting, recursion. Prints `name seconds`."""
import heapq
import time
from collections import Counter, defaultdict, namedtuple


def wordcount(n):
    text = "the quick brown fox jumps over the lazy dog and then the dog sleeps, while a fox runs. " * n
    count, by_length = {}, defaultdict(list)
    for word in text.split():
        word = word.strip(".,").lower()
        if word not in count:
            count[word] = 0
        count[word] += 1
    for word, times in count.items():
        by_length[len(word)].append((times, word))
    return len(by_length) + Counter(text.split()).most_common(1)[0][1]


def records(n):
    total = 0
    for i in range(n):
        line = "id=%d;name=user%d;mail=u%d@host%d.org;score=%.3f" % (i, i, i, i % 17, i / 7)
        row = {}
        for part in line.split(";"):
            key, _, value = part.partition("=")
            row[key] = value
        if row["mail"].startswith("u1") and row["mail"].endswith(".org"):
            total += len(row["mail"].replace("host", "h").upper())
        total += len(f"{row['id']:>8}|{row['name']:<14}|{float(row['score']):8.2f}|{row['mail'].split('@')[1]}")
        total += len("{}-{}".format(row["name"], i))
    return total


class Vector:
    __slots__ = ("_x", "_y")

    def __init__(self, x, y):
        self._x, self._y = x, y

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    def __add__(self, other):
        return Vector(self._x + other._x, self._y + other._y)

    def __eq__(self, other):
        return self._x == other._x and self._y == other._y

    def __lt__(self, other):
        return self._x < other._x


def vectors(n):
    total = Vector(0, 0)
    for i in range(n):
        one = Vector(i, i + 1)
        one.x = one.x + 1
        total = total + one
        if one == total:
            total.x = 0
    return sorted([Vector(i * 7919 % 1000, i) for i in range(n // 8)])[0].x + total.x


class Base:
    made = 0

    def __init__(self, name, **options):
        self.name, self.options = name, options
        Base.made += 1

    def hello(self, greeting="hi"):
        return greeting + self.name


class Derived(Base):
    def __init__(self, name, extra=1):
        super().__init__(name, extra=extra)
        self.extra = extra

    def hello(self, *args, **options):
        return super().hello(*args, **options) + "!"


def inheritance(n):
    return sum(len(Derived("n", extra=i).hello(greeting="yo")) for i in range(n))


def life(steps):
    cells = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2), (10, 10), (10, 11), (10, 12), (11, 11), (12, 10), (12, 12), (13, 11)}
    for _ in range(steps):
        near = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        place = (x + dx, y + dy)
                        near[place] = near.get(place, 0) + 1
        cells = {place for place, n in near.items() if n == 3 or n == 2 and place in cells}
    return len(cells)


Person = namedtuple("Person", "name age")


def sorting(n):
    people = [Person("name%d" % (i * 7919 % 10007), i * 31 % 97) for i in range(n)]
    people.sort(key=lambda p: (p.age, p.name))
    return sorted(people, key=lambda p: p.name, reverse=True)[0].age + max(p.age for p in people)


def primes():
    found = []
    n = 2
    while True:
        for p in found:
            if p * p > n:
                found.append(n)
                yield n
                break
            if n % p == 0:
                break
        else:
            found.append(n)
            yield n
        n += 1


def generators(n):
    total = 0
    for i, p in enumerate(primes()):
        if i == n:
            return total
        total += p


def queens(n, row=0, columns=(), down=frozenset(), up=frozenset()):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if c not in columns and row + c not in down and row - c not in up:
            count += queens(n, row + 1, columns + (c,), down | {row + c}, up | {row - c})
    return count


def shortest(n):
    graph = {i: [((i * 17 + k * 31) % n, i * k % 13 + 1) for k in range(1, 6)] for i in range(n)}
    distance, heap = {0: 0}, [(0, 0)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, weight in graph[node]:
            if d + weight < distance.get(other, 1 << 60):
                distance[other] = d + weight
                heapq.heappush(heap, (d + weight, other))
    return sum(distance.values())


def errors(n):
    total, seen = 0, {}
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            seen[i % 100] += 1
        except ValueError as error:
            total += error.args[0]
        except KeyError:
            seen[i % 100] = 1
        finally:
            total += 1
    return total


for name, work, n in [("wordcount", wordcount, 6_000), ("records", records, 15_000), ("vectors", vectors, 60_000),
                      ("inheritance", inheritance, 40_000), ("life", life, 150), ("sorting", sorting, 20_000),
                      ("generators", generators, 8_000), ("queens", queens, 7), ("shortest", shortest, 8_000),
                      ("errors", errors, 60_000)]:
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        work(n)
        best = min(best, time.perf_counter() - start)
    print(name, best)

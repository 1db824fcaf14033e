# Recorded from CPython 3.11.7.
import random

r = random.Random(7)
print(r.random(), r.randint(1, 100))
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], len(state[1]), state[0])
print(random.Random(1).random() == random.Random(1).random())
random.seed(0)
print(random.randbytes(4).hex(), random.sample(["a", "b", "c"], counts=[3, 1, 1], k=2))
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.randrange(1.5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 0.32383276483316237 20
# expect: True 625 3
# expect: True
# expect: cd072cd8 ['b', 'c']
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError empty range for randrange() (5, 2, -3)
# expect: ValueError Sample larger than population or is negative
# expect: ValueError empty range for randrange()
# expect: IndexError list index out of range
# expect: ValueError non-integer arg 1 for randrange()

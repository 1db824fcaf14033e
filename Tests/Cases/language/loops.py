# Recorded from CPython 3.11.7.
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j, end="; ")
    else:
        print("inner done")
else:
    print("outer done")
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
else:
    print("while else", n)
for x in []:
    pass
else:
    print("empty")
for i, (a, b) in enumerate([(1, 2), (3, 4)], start=1):
    print(i, a, b)
for a, *rest in [(1, 2, 3), "xy"]:
    print(a, rest)
items = [1, 2, 3, 4]
for x in items:
    if x == 2:
        items.remove(x)
print(items, x)
d = {}
for d["k"] in range(3):
    pass
print(d)
total = 0
i = 0
while True:
    i += 1
    if i % 2:
        continue
    total += i
    if i >= 10:
        break
print(total)
for i in range(5, 0, -2):
    print(i, end=" ")
print()
for char in "héé":
    print(char, end="|")
print()
try:
    for x in 5:
        pass
except TypeError as error:
    print(error)
# expect: 0 0; 0 2; inner done
# expect: 1 0; 1 2; inner done
# expect: outer done
# expect: while else -2
# expect: empty
# expect: 1 1 2
# expect: 2 3 4
# expect: 1 [2, 3]
# expect: x ['y']
# expect: [1, 3, 4] 4
# expect: {'k': 2}
# expect: 30
# expect: 5 3 1 
# expect: h|é|é|
# expect: 'int' object is not iterable

# Recorded from CPython 3.11.7.
data = [1, 5, 2, 8]
if (n := len(data)) > 3 and (big := max(data)) > 7:
    print(n, big)
while (x := data.pop()) != 5:
    print("popped", x)
print([y := 1, y**2, y + 1])
print({(k := "a"): 1, k * 2: 2})


def f(*args, **kwargs):
    return args, kwargs


print(f(*range(2), *"ab", x=1, **{"y": 2}))
first, *_, last = "hello"
print(first, last)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*a, b = [1]
print(a, b)
print([*map(str, range(3))], {**dict(a=1), **{"b": 2}}, (*"xy",))
for i, *rest in [(1, 2, 3), (4,)]:
    print(i, rest)
print(max(*[1, 2], *[5]), "-".join([*"abc"]))
print(f"{(z := 5)} {z}")
# expect: 4 8
# expect: popped 8
# expect: popped 2
# expect: [1, 1, 2]
# expect: {'a': 1, 'aa': 2}
# expect: ((0, 1, 'a', 'b'), {'x': 1, 'y': 2})
# expect: h o
# expect: 1 2 [3, 4] 5
# expect: [] 1
# expect: ['0', '1', '2'] {'a': 1, 'b': 2} ('x', 'y')
# expect: 1 [2, 3]
# expect: 4 []
# expect: 5 a-b-c
# expect: 5 5

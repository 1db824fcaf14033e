# Recorded from CPython 3.11.7.
from functools import reduce

print(list(map(lambda x: x + 1, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(max, [1, 5], [3, 2], [2, 9])), list(map(int, "123")))
print(list(filter(lambda s: len(s) > 1, ["a", "bb", ""])), list(filter(str.isdigit, "a1b2")), list(filter(None, [0, 1, [], [0]])))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + [b], "abc", []), reduce(max, [3, 9, 2]))
m = map(print, ["lazy"])
print("before")
list(m)
it = map(str, iter([1, 2, 3]))
print(next(it), list(it), next(it, "end"))
print(dict(map(lambda p: (p[0], p[1] * 2), {"a": 1}.items())), sum(map(len, ["a", "bb"])), set(map(abs, [-1, 1])))
for bad in (lambda: list(map(None, [1])), lambda: list(map(lambda: 0, [1])), lambda: map(), lambda: filter(None), lambda: list(filter(3, [1])), lambda: reduce(lambda a, b: a, [])):
    try:
        print(bad())
    except TypeError as error:
        print(error)
# expect: [2, 3] [8, 9] [3, 9] [1, 2, 3]
# expect: ['bb'] ['1', '2'] [1, [0]]
# expect: 120 ['a', 'b', 'c'] 9
# expect: before
# expect: lazy
# expect: 1 ['2', '3'] end
# expect: {'a': 2} 3 {1}
# expect: 'NoneType' object is not callable
# expect: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: map() must have at least two arguments.
# expect: filter expected 2 arguments, got 1
# expect: 'int' object is not callable
# expect: reduce() of empty iterable with no initial value

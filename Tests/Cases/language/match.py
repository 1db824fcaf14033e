# Recorded from CPython 3.11.7.
def describe(x):
    match x:
        case 0:
            return "zero"
        case int() | float() if x < 0:
            return "negative"
        case bool():
            return "bool"
        case int(n):
            return f"int {n}"
        case "a" | "b":
            return "letter"
        case str() as s:
            return f"text {s}"
        case []:
            return "empty"
        case [1, *rest]:
            return f"one then {rest}"
        case [x, y]:
            return f"pair {x} {y}"
        case {"kind": kind, **others}:
            return f"{kind} {others}"
        case Point(x=0, y=y):
            return f"on axis {y}"
        case Point(x, y):
            return f"point {x} {y}"
        case None:
            return "none"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


for x in (0, -2.5, True, 7, "a", "hello", [], [1, 2, 3], (4, 5), {"kind": "k", "z": 1}, Point(0, 3), Point(1, 2), None, 3j):
    print(describe(x))
# expect: zero
# expect: negative
# expect: bool
# expect: int 7
# expect: letter
# expect: text hello
# expect: empty
# expect: one then [2, 3]
# expect: pair 4 5
# expect: k {'z': 1}
# expect: on axis 3
# expect: point 1 2
# expect: none
# expect: other

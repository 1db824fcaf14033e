# Recorded from CPython 3.11.7.
# Comparisons in conditions, with what has no order and with classes that answer oddly.
nan = float("nan")
values = [1, 2, 1.0, 2.5, nan, float("inf"), True, 10**30, -10**30, 2**53, float(2**53), 2**53 + 1]


def decide(a, b):
    out = ""
    if a < b: out += "<"
    if not a < b: out += "!<"
    if a <= b: out += "<="
    if not (a <= b): out += "!<="
    if a > b: out += ">"
    if not a > b: out += "!>"
    if a >= b: out += ">="
    if not a >= b: out += "!>="
    if a == b: out += "=="
    if not a == b: out += "!=="
    if a != b: out += "!="
    if not a != b: out += "!!="
    return out


def constants(a):
    out = ""
    if a < 2: out += "<"
    if not a < 2: out += "!<"
    if a <= 2.5 or a > 7: out += "|"
    while not a >= 1.0:
        out += "w"
        break
    if a == 1 and not a != 1.0: out += "="
    out += "t" if a > 1.5 else "f"
    out += "t" if not a > 1.5 else "f"
    if 0 < a < 3: out += "c"
    if not 0 <= a <= 3: out += "!c"
    assert not a == "x"
    return out


for a in values:
    print(a, *[decide(a, b) for b in values])
    print(constants(a))
print([x for x in values if x > nan], [x for x in values if not x > nan], sum(1 for x in values if x == x))


class Odd:
    def __init__(self, answer): self.answer = answer
    def __lt__(self, other): print("lt", end=" "); return self.answer
    def __ge__(self, other): print("ge", end=" "); return self.answer
    def __eq__(self, other): print("eq", end=" "); return self.answer
    def __ne__(self, other): print("ne", end=" "); return self.answer


for answer in (True, False, [], "yes", None):
    print(decide.__name__, repr(answer))
    o = Odd(answer)
    if o < 1: print("a")
    if not o < 1: print("b")
    if o >= 1: print("c")
    if not o >= 1: print("d")
    if o == 1: print("e")
    if not o == 1: print("f")
    if o != 1: print("g")
    if not o != 1: print("h")
    if 1 > o: print("i")
    if not 1 > o: print("j")
    while not o < 2:
        print("k")
        break
    match 5:
        case o.answer: print("same")
        case _: print("other")
try:
    if not 1 < "a": print("never")
except TypeError as error:
    print(error)
try:
    if not [1] >= (1,): print("never")
except TypeError as error:
    print(error)
for x in (1, 1.0, nan, "a", None, True):
    match x:
        case 1: print("one")
        case 2.5: print("half")
        case "a": print("text")
        case _: print("rest")
match [1, 2, 3]:
    case [a, b]: print(2)
    case [a, b, c]: print(3)
match [1]:
    case [a, b, *c]: print("many")
    case [a, *c]: print("some", a, c)
# expect: 1 !<<=!>>===!!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!=
# expect: <|=ftc
# expect: 2 !<!<=>>=!==!= !<<=!>>===!!= !<!<=>>=!==!= <<=!>!>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!=
# expect: !<|tfc
# expect: 1.0 !<<=!>>===!!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!=
# expect: <|=ftc
# expect: 2.5 !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<<=!>>===!!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!=
# expect: !<|tfc
# expect: nan !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!= !<!<=!>!>=!==!=
# expect: !<wft!c
# expect: inf !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=!>!>=!==!= !<<=!>>===!!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!=
# expect: !<|tf!c
# expect: True !<<=!>>===!!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!=
# expect: <|=ftc
# expect: 1000000000000000000000000000000 !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= !<<=!>>===!!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!=
# expect: !<|tf!c
# expect: -1000000000000000000000000000000 <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!= !<<=!>>===!!= <<=!>!>=!==!= <<=!>!>=!==!= <<=!>!>=!==!=
# expect: <|wft!c
# expect: 9007199254740992 !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= !<<=!>>===!!= !<<=!>>===!!= <<=!>!>=!==!=
# expect: !<|tf!c
# expect: 9007199254740992.0 !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= !<<=!>>===!!= !<<=!>>===!!= <<=!>!>=!==!=
# expect: !<|tf!c
# expect: 9007199254740993 !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=!>!>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= <<=!>!>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<!<=>>=!==!= !<<=!>>===!!=
# expect: !<|tf!c
# expect: [] [1, 2, 1.0, 2.5, nan, inf, True, 1000000000000000000000000000000, -1000000000000000000000000000000, 9007199254740992, 9007199254740992.0, 9007199254740993] 11
# expect: decide True
# expect: lt a
# expect: lt ge c
# expect: ge eq e
# expect: eq ne g
# expect: ne lt i
# expect: lt lt other
# expect: decide False
# expect: lt lt b
# expect: ge ge d
# expect: eq eq f
# expect: ne ne h
# expect: lt lt j
# expect: lt k
# expect: other
# expect: decide []
# expect: lt lt b
# expect: ge ge d
# expect: eq eq f
# expect: ne ne h
# expect: lt lt j
# expect: lt k
# expect: other
# expect: decide 'yes'
# expect: lt a
# expect: lt ge c
# expect: ge eq e
# expect: eq ne g
# expect: ne lt i
# expect: lt lt other
# expect: decide None
# expect: lt lt b
# expect: ge ge d
# expect: eq eq f
# expect: ne ne h
# expect: lt lt j
# expect: lt k
# expect: other
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '>=' not supported between instances of 'list' and 'tuple'
# expect: one
# expect: one
# expect: rest
# expect: text
# expect: rest
# expect: one
# expect: 3
# expect: some 1 []

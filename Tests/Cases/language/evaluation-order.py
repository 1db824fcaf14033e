# Recorded from CPython 3.11.7.
def t(name, value=None):
    print(name, end=" ")
    return name if value is None else value


t("a", 1) + t("b", 2) * t("c", 3)
print()
t("f", print)(t("x"), *t("y", [1]), sep=t("sep", "-"))
{t("k1"): t("v1"), t("k2"): t("v2")}
print()
x = [0, 0]
x[t("i", 0)], x[t("j", 1)] = t("p", 5), t("q", 6)
print(x)
t("yes", True) and t("no", 0) or t("else")
print()
t("c1", 1) < t("c2", 3) < t("c3", 2) < t("c4", 9)
print()
print([t("elt") for _ in t("iter", [1, 2]) if t("cond", True)])
t("left") if t("test", False) else t("right")
print()


def deco(name):
    print("deco", name, end=" ")
    return lambda f: (print("apply", name, end=" "), f)[1]


@deco("one")
@deco("two")
def g(a=t("default", 1)):
    pass


print()
# expect: a b c 
# expect: f x y sep x-1
# expect: k1 v1 k2 v2 
# expect: p q i j [5, 6]
# expect: yes no else 
# expect: c1 c2 c3 
# expect: iter cond elt cond elt ['elt', 'elt']
# expect: test right 
# expect: deco one deco two default apply two apply one 

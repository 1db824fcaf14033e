"""Expressions by Python's grammar, with calls of the builtins, the library and tensors."""

from fuzzing import hostile

NAMES = ["box", "box", "a", "b", "c", "d", "it", "gen", "keep", "h", "view"]
BINARY = "+ - * / // % ** @ & | ^ << >>".split()
COMPARED = ["<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not"]


class Expressions:
    """Makes expressions; `surface` names what may be called, `owners` whose methods a variable has."""

    def __init__(self, chance, surface):
        self.chance, self.surface = chance, surface
        self.in_function = self.in_loop = self.in_async = False
        self.torch = False
        self.owners = {}

    def maybe(self, share):
        return self.chance.random() < share

    def pick(self, items):
        return self.chance.choice(items)

    def parameters(self):
        return self.pick(
            [
                "",
                "a",
                "a, b=box",
                "a, /, b",
                "*a",
                "**a",
                "a, *, b=1",
                "*a, **b",
                "a=1, /, b=2, *c, d=3, **e",
                "self",
                "self, *a",
                "x, y=h",
            ]
        )

    def index(self):
        return self.pick(
            [
                "0",
                "-1",
                "1",
                ":",
                "1:",
                "::-1",
                "::2",
                "H()",
                "h",
                "5",
                "'a'",
                "2**63",
                "-2**63:2**63",
                "1:2",
                "None",
                "...",
                "()",
                "h:h",
                "True",
                "a",
                "a, b",
                "0, 1",
                ":, 0",
            ]
        )

    def expression(self, depth):
        if depth <= 0 or self.maybe(0.15):
            return (
                self.pick(NAMES)
                if self.maybe(0.5)
                else self.pick([hostile.expression(self.chance), "H()", "G()", "h", "box"])
            )
        below = lambda: self.expression(depth - 1)
        variable = self.pick(["x", "y", "a"])
        clauses = lambda: (
            f"for {variable} in {self.pick(['box', 'it', 'gen', 'range(4)', below()])}{self.pick(['', '', ' if ' + below(), ' for y in ' + below()])}"
        )
        return self.pick(
            [
                lambda: self.call(depth),
                lambda: self.call(depth),
                lambda: self.call(depth),
                lambda: self.call(depth),
                lambda: f"({below()} {self.pick(BINARY)} {below()})" if self.maybe(0.9) else f"({below()} ** h)",
                lambda: f"({below()} {self.pick(COMPARED)} {below()})",
                lambda: f"({below()} {self.pick(COMPARED)} {below()} {self.pick(COMPARED)} {below()})",
                lambda: f"({self.pick(['-', '+', '~', 'not '])}{below()})",
                lambda: f"({below()} {self.pick(['and', 'or'])} {below()})",
                lambda: f"({below()} if {below()} else {below()})",
                lambda: f"({below()})[{self.index()}]",
                lambda: f"({below()})[{self.index()}]",
                lambda: (
                    f"({below()}).{self.pick(['x', '__class__', '__dict__', '__doc__', '__name__', '__len__', '__mro__', '__iter__'])}"
                ),
                lambda: f"[{below()}, *{below()}]",
                lambda: f"({below()}, {below()})",
                lambda: f"{{{below()}: {below()}, **{below()}}}",
                lambda: f"{{{below()}, {below()}}}",
                lambda: f"[{below()} {clauses()}]",
                lambda: f"{{{below()} {clauses()}}}",
                lambda: f"{{{variable}: {below()} {clauses()}}}",
                lambda: f"({below()} {clauses()})",
                lambda: f"(lambda {self.parameters()}: {below()})",
                lambda: f"(w := {below()})" if self.maybe(0.3) else below(),
                lambda: f'f"{{{self.plain()}!r:>{self.pick(["9", "{a}", "99999"])}}}{{{self.plain()}}}"',
                lambda: f"'%s %r %d' % ({below()}, {below()}, {below()})",
            ]
        )()

    def plain(self):
        return self.pick([*NAMES, "box[0]", "h.x", "len(box)", "h + 1"])

    def arguments(self, depth):
        made = []
        for _ in range(self.pick([0, 1, 1, 1, 2, 2, 3])):
            kind = self.chance.random()
            if kind < 0.06:
                made.append("*" + self.pick(["box", "it", "gen", "[1, 2]"]))
            elif kind < 0.1:
                made.append("**" + self.pick(["box", "{'key': h}", "{'a': 1}", "h"]))
            elif kind < 0.16:
                made.append(
                    f"{self.pick(['key', 'default', 'reverse', 'start', 'strict', 'dim', 'out', 'dtype', 'maxlen'])}={self.expression(depth - 1)}"
                )
            else:
                made.append(self.expression(depth - 1))
        positional = [entry for entry in made if "=" not in entry.split("(")[0] and not entry.startswith("**")]
        return ", ".join(positional + [entry for entry in dict.fromkeys(made) if entry not in positional][:1])

    def call(self, depth):
        kind = self.chance.random()
        if self.torch and kind < 0.5:
            if self.maybe(0.5):
                return f"{self.pick(['a', 'b', 'c'])}.{self.pick(self.surface.methods['Tensor'])}({self.arguments(depth)})"
            module = self.pick(["torch", "torch", "torch", *self.surface.tensors])
            return f"{module}.{self.pick(self.surface.tensors[module])}({self.arguments(depth)})"
        if kind < 0.3:
            return f"{self.pick(self.surface.builtins)}({self.arguments(depth)})"
        if kind < 0.75:
            receiver = self.pick(
                ["box", "box", "box", "it", "gen", "h", "a", "b", "c", "d", "view", self.expression(depth - 1)]
            )
            owner = self.owners.get(receiver) if self.maybe(0.9) else None
            owner = owner if owner in self.surface.methods else self.pick(list(self.surface.methods))
            return f"({receiver}).{self.pick(self.surface.methods[owner])}({self.arguments(depth)})"
        if kind < 0.8:
            return f"{self.pick(['h', 'H', 'G', 'walk', 'Other', 'f', 'super().x', 'type(h)'])}({self.arguments(depth)})"
        module = self.pick(list(self.surface.functions))
        return f"__import__({module!r}, fromlist=['x']).{self.pick(self.surface.functions[module])}({self.arguments(depth)})"

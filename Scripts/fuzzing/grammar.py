"""Programs made up by Python's grammar: every statement and expression, with the builtins, the library and tensors.

Most of a program can be run: names are bound before, statements that may fail stand in a `try`. What it works on is called
`box`, and the classes it uses attack the box (hostile.py).
"""

import re

from fuzzing import hostile
from fuzzing.boxes import BOXES, CLOSING, SIZES, TENSOR_BOXES, TENSOR_LINES
from fuzzing.expressions import BINARY, NAMES, Expressions


class Soup(Expressions):
    """Makes programs; `surface` names what may be called."""

    def program(self):
        self.torch = self.maybe(0.2)
        self.in_function = self.in_loop = self.in_async = False
        modules = "array, collections, contextlib, dataclasses, functools, io, itertools, operator, re, types"
        lines = [hostile.PRELUDE + f"import {modules}"]
        if self.torch:
            lines.append("import torch")
        lines.append("class H: pass\nclass G: pass")
        lines += self.wrapped(hostile.a_class(self.chance, "H", None if self.maybe(0.5) else ""))
        lines += self.wrapped(hostile.a_class(self.chance, "G", None if self.maybe(0.5) else "(H)"))
        self.owners = {"gen": "generator", "it": "iterator"}
        for name in ["a", "b", "c", "d", "h", "view", "box"]:
            value = self.pick(list(BOXES))
            self.owners[name] = BOXES[value]
            if self.torch and name in "abc":
                value, self.owners[name] = self.pick(TENSOR_BOXES), "Tensor"
            elif self.maybe(0.2):
                value = self.pick(hostile.CONTAINERS)
            lines.append(f"{name} = None\ntry: {name} = {value}\nexcept Exception: pass")
        lines.append("gen = walk()\ntry: it = iter(box)\nexcept Exception: it = iter([1, 2])")
        for _ in range(self.chance.choice([5, 10, 20, 30])):
            lines += self.guarded(2)
        return "\n".join(lines) + "\n"

    def guarded(self, depth):
        lines = self.statement(depth)
        if self.maybe(0.97):
            kind = self.pick(
                ["Exception", "Exception", "Exception", "BaseException", "(ValueError, TypeError, AttributeError)"]
            )
            return ["try:", *self.indented(lines), f"except {kind}: pass"]
        return lines

    def indented(self, lines):
        return ["    " + row for line in lines for row in line.split("\n")]

    def block(self, depth):
        lines = []
        for _ in range(self.chance.choice([1, 1, 2, 3])):
            lines += self.statement(depth - 1)
        return self.indented(lines)

    # Statements: each answers its lines.

    def statement(self, depth):
        simple = [
            self.expression_statement,
            self.assignment,
            self.assignment,
            self.augmented,
            self.deletion,
            self.call_statement,
            self.call_statement,
            self.call_statement,
            self.closing,
            self.closing,
            self.intrusion,
        ]
        if self.torch:
            simple += [self.tensor_line] * 5
        if self.in_function:
            simple += [self.leaving]
        if self.in_loop:
            simple += [lambda depth: [self.pick(["break", "continue"])]]
        compound = [
            self.loop,
            self.loop,
            self.attempt,
            self.attempt,
            self.branch,
            self.function,
            self.function,
            self.klass,
            self.context,
            self.match,
            self.while_loop,
            self.changed_class,
            self.coroutine,
            self.thread,
            self.imported,
        ]
        return self.pick(compound if depth > 0 and self.maybe(0.4) else simple)(depth)

    def expression_statement(self, depth):
        return [self.expression(3)]

    def call_statement(self, depth):
        return [
            f"{self.pick(['', '', 'a = ', 'b = ', 'c = ', 'it = ', 'box = ', 'keep.append', 'list', 'repr'])}({self.call(2)})"
        ]

    def closing(self, depth):
        return [self.pick(CLOSING)]

    def intrusion(self, depth):
        line = self.pick(hostile.INTRUSIONS if self.maybe(0.3) else hostile.ATTACKS)
        if (
            "yield" in line
            and not self.in_function
            or line.startswith(("return", "nonlocal", "await"))
            and not self.in_function
            or line in ("break", "continue")
            and not self.in_loop
        ):
            return ["pass"]
        return [line.replace("self", self.pick(["h", "box", "a"]))]

    def tensor_line(self, depth):
        line = self.pick(TENSOR_LINES).strip()
        made = {
            "SIZE": lambda: self.pick(SIZES),
            "INT": lambda: self.pick(["0", "1", "-1", "2", "3", "-3", "5", "2**40", "H()"]),
            "EXPR": lambda: self.expression(1),
        }
        line = re.sub("SIZE|INT|EXPR", lambda match: made[match.group()](), line)
        return [line]

    def target(self, depth=1):
        return self.pick(
            [
                lambda: self.pick(NAMES),
                lambda: self.pick(NAMES),
                lambda: f"{self.pick(NAMES)}[{self.index()}]",
                lambda: f"{self.pick(NAMES)}[{self.index()}]",
                lambda: (
                    f"{self.pick(NAMES)}.{self.pick(['x', 'y', '__dict__', '__class__', '__doc__', '__name__', '__defaults__'])}"
                ),
                lambda: f"{self.target(0)}, {self.target(0)}" if depth else "a",
                lambda: f"[{self.target(0)}, *{self.pick(NAMES)}]" if depth else "b",
            ]
        )()

    def assignment(self, depth):
        kind = self.chance.random()
        if kind < 0.1:
            return [f"{self.pick(NAMES)}: {self.expression(1)} = {self.expression(2)}"]
        if kind < 0.25:
            return [f"{self.target()} = {self.target()} = {self.expression(2)}"]
        return [f"{self.target()} = {self.expression(3)}"]

    def augmented(self, depth):
        target = self.pick([self.pick(NAMES), f"{self.pick(NAMES)}[{self.index()}]", f"{self.pick(NAMES)}.x"])
        return [f"{target} {self.pick(BINARY[:6] + BINARY[7:])}= {self.expression(2)}"]

    def deletion(self, depth):
        return [
            "del "
            + self.pick([self.pick(NAMES), f"{self.pick(NAMES)}[{self.index()}]", f"{self.pick(NAMES)}.x", "a, b", "h"])
        ]

    def leaving(self, depth):
        if self.in_async:
            return [self.pick([f"return {self.expression(1)}", f"await {self.expression(1)}", "return"])]
        return [
            self.pick(
                [
                    f"return {self.expression(2)}",
                    f"yield {self.expression(1)}",
                    f"{self.pick(NAMES)} = yield {self.expression(1)}",
                    f"yield from {self.expression(1)}",
                    "return",
                    f"raise {self.expression(1)}",
                ]
            )
        ]

    def inside(self, depth, **state):
        """A block with other surroundings."""
        before = dict(vars(self))
        vars(self).update(state)
        lines = self.block(depth)
        vars(self).update(in_function=before["in_function"], in_loop=before["in_loop"], in_async=before["in_async"])
        return lines

    def loop(self, depth):
        star = self.pick(["box", "it", "gen", "list(box)", "range(5)", "box.items()", self.expression(2)])
        lines = [
            f"for {self.pick([self.pick(NAMES), 'a, b', 'box[0]', 'h.x', '*a, b'])} in {star}:",
            *self.inside(depth, in_loop=True),
        ]
        return lines + (["else:", *self.block(depth)] if self.maybe(0.2) else [])

    def while_loop(self, depth):
        return [
            "n = 0",
            f"while n < {self.pick([2, 5, 70])} and {self.pick(['1', 'True', self.expression(1)])}:",
            "    n += 1",
            *self.inside(depth, in_loop=True),
        ]

    def attempt(self, depth):
        lines = ["try:", *self.block(depth)]
        star = "*" if self.maybe(0.15) else ""
        if self.maybe(0.8):
            before = self.in_loop, self.in_function
            if star:
                self.in_loop = self.in_function = False
            for _ in range(self.pick([1, 1, 2])):
                kind = self.pick(["Exception", "ValueError", "(KeyError, TypeError)", "H", self.expression(1)])
                lines += [f"except{star} {kind}{self.pick(['', ' as e', ' as box', ' as a'])}:", *self.block(depth)]
            self.in_loop, self.in_function = before
            if self.maybe(0.2):
                lines += ["else:", *self.block(depth)]
            if self.maybe(0.7):
                return lines
        return lines + ["finally:", *self.block(depth)]

    def branch(self, depth):
        return [
            f"if {self.expression(2)}:",
            *self.block(depth),
            f"elif {self.expression(1)}:",
            *self.block(depth),
            "else:",
            *self.block(depth),
        ]

    def function(self, depth):
        decorator = self.pick(
            [
                [],
                [],
                [],
                [f"@{self.expression(1)}"],
                ["@functools.wraps(H)"],
                ["@functools.lru_cache"],
                ["@contextlib.contextmanager"],
                ["@property"],
            ]
        )
        scope = self.pick(
            [
                [],
                [],
                ["    global box"],
                ["    global c, d"],
                ["    x = 1", "    def inner():", "        nonlocal x", "        x = box", "        return inner"],
            ]
        )
        name = self.pick(["f", "f", "a", "h", "box"])
        mark = self.pick(
            [
                "f()",
                "f(box)",
                "f(*box)",
                "f(**box)",
                "f(1, 2)",
                "list(f())",
                "f.__code__ = walk.__code__; f()",
                "f(a=1, b=2)",
                "next(f())",
                "f.__defaults__ = box; f()",
                "f.__kwdefaults__ = {'b': 1}; f()",
                "del f",
                "H.x = f; h.x",
                "H.__eq__ = f; h == h",
                "H.__del__ = f; del h",
            ]
        )
        return [
            *decorator,
            f"def {name}({self.parameters()}){self.pick(['', '', ' -> ' + self.expression(1)])}:",
            *scope,
            *self.inside(depth, in_function=True, in_loop=False, in_async=False),
            *self.wrapped([mark]),
        ]

    def wrapped(self, lines):
        return ["try:", *self.indented(lines), "except Exception: pass"]

    def coroutine(self, depth):
        body = self.inside(depth, in_function=True, in_loop=False, in_async=True)
        body += self.indented(
            self.pick(
                [
                    ["await h"],
                    ["async for x in box: pass"],
                    ["async with h as x: pass"],
                    ["return [x async for x in gen]"],
                    ["yield 1"],
                    [],
                ]
            )
        )
        drive = self.pick(
            [
                ["m.send(None)"],
                ["m.throw(ValueError)"],
                ["m.close()"],
                ["del m"],
                ["m.send(None)", "m.send(1)"],
                ["list(m.__await__())"],
                ["m.__anext__().send(None)"],
                ["x = m.asend(1)", "x.send(None)", "x.throw(KeyError)"],
                ["import asyncio", "asyncio.run(m)"],
                ["m.aclose().send(None)"],
            ]
        )
        return ["async def m():", *body, *self.wrapped(["m = m()", *drive])]

    def thread(self, depth):
        work = self.pick(
            [
                "box.clear",
                "lambda: list(box)",
                "lambda: next(gen)",
                "lambda: [box.append(1) for _ in range(50)]",
                "walk",
                "lambda: sys.settrace(trace)",
                "lambda: gc.collect()",
                f"lambda: {self.expression(1)}",
            ]
        )
        return [f"t = threading.Thread(target={work})", *self.wrapped(["t.start()", *self.statement(0), "t.join(1)"])]

    def imported(self, depth):
        module = self.pick(list(self.surface.functions))
        return [
            self.pick(
                [
                    f"import {module}",
                    f"from {module} import {self.pick(self.surface.functions[module])} as a",
                    f"from {module} import *",
                ]
            )
            if not self.in_function
            else f"import {module}"
        ]

    def klass(self, depth):
        return [
            *self.pick([[], [], ["@dataclasses.dataclass"], [f"@{self.expression(1)}"]]),
            *hostile.a_class(self.chance, self.pick(["H", "G", "K", "K"])),
            *self.wrapped(["h = K()" if self.maybe(0.5) else "h = H()"]),
        ]

    def changed_class(self, depth):
        method = self.pick(hostile.METHODS[self.pick([0, 0, 1, 1, 2])])
        owner = self.pick(["H", "H", "G", "Other"])
        return self.wrapped(
            [
                self.pick(
                    [
                        f"{owner}.{method} = lambda *a: {self.expression(1)}",
                        f"del {owner}.{method}",
                        f"{owner}.__bases__ = ({self.pick(['Other', 'G', 'H', 'object', 'int', 'list'])},)",
                        f"h.__class__ = {self.pick(['G', 'H', 'Other', 'int', 'types.ModuleType'])}",
                        f"{owner}.{method} = {self.pick(['len', 'box', 'None', 'walk', 'H', 'property(walk)'])}",
                        f"h = type('K', ({self.pick(['H', 'G', 'H, G', 'int', 'list', 'tuple, H'])},), {{'{method}': {self.expression(1)}}})()",
                        f"class K(H, G): {method} = {self.expression(0)}\nh = K()",
                        f"h = object.__new__({owner})",
                        f"h = {owner}.__new__({owner}, {self.expression(0)})",
                    ]
                )
            ]
        )

    def context(self, depth):
        return [
            f"with {self.pick(['h', 'h as a', 'h, G() as b', 'contextlib.suppress(Exception)', 'memoryview(box) as view', 'contextlib.closing(gen)', self.expression(1) + ' as c'])}:",
            *self.block(depth),
        ]

    def pattern(self, depth):
        if depth <= 0:
            return self.pick(["_", "x", "1", "'a'", "None", "-1.5", "H()", "int()", "str(x)", "[]", "{}", "sys.path"])
        return self.pick(
            [
                lambda: f"[{self.pattern(depth - 1)}, *_]",
                lambda: f"({self.pattern(depth - 1)}, {self.pattern(0)})",
                lambda: f"{{'a': {self.pattern(depth - 1)}, **{self.pick(['z', 'v'])}}}",
                lambda: f"H(x={self.pattern(0)})",
                lambda: f"G({self.pattern(0)})",
                lambda: "1 | 2 | 'a'",
                lambda: f"(1 | {self.pattern(0).replace('x', '3')}) as w",
                lambda: "list([_, *_])",
            ]
        )()

    def match(self, depth):
        lines = [f"match {self.expression(2)}:"]
        for _ in range(self.pick([1, 2, 3])):
            guard = f" if {self.expression(1)}" if self.maybe(0.3) else ""
            lines += [f"    case {self.pattern(2)}{guard}:", *self.indented(self.block(depth))]
        return lines

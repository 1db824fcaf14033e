"""Programs made up by Python's grammar: every statement and expression, with the builtins, the library and tensors.

Most of a program can be run: names are bound before, statements that may fail stand in a `try`. What it works on is called
`box`, and the classes it uses attack the box (hostile.py).
"""
import re

from fuzzing import hostile

NAMES = ["box", "box", "a", "b", "c", "d", "it", "gen", "keep", "h", "view"]
BINARY = "+ - * / // % ** @ & | ^ << >>".split()
COMPARED = ["<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not"]
# What is worked on, and whose methods it has.
BOXES = {
    "[H(), H(), H()]": "list", "[1, 2, 3]": "list", "[H() for _ in range(20)]": "list", "list(range(100))": "list", "['b', H(), 'a']": "list",
    "{1: H(), H(): 2}": "dict", "dict.fromkeys('abcdef', 1)": "dict", "{i: str(i) for i in range(50)}": "dict", "{H(): i for i in range(9)}": "dict",
    "{H(), 1, 'a'}": "set", "set(range(30))": "set", "{H() for _ in range(9)}": "set", "bytearray(b'abcdefgh')": "bytearray",
    "collections.deque([1, H(), 3])": "deque", "collections.deque(range(99), 70)": "deque", "collections.OrderedDict(a=1, b=H())": "OrderedDict",
    "collections.defaultdict(H, a=1)": "defaultdict", "array.array('i', [1, 2, 3])": "array", "H()": "object", "G()": "object",
    "io.StringIO('abc\\n'*9)": "StringIO", "io.BytesIO(b'abc\\n'*9)": "BytesIO", "collections.Counter('abca')": "Counter",
    "memoryview(bytearray(16))": "memoryview", "collections.ChainMap({}, {1: H()})": "ChainMap", "weakref.WeakValueDictionary()": "WeakValueDictionary",
    "types.SimpleNamespace(a=1, b=H())": "object", "itertools.count(5, H())": "iterator", "itertools.product([H()], repeat=2)": "product",
    "'abcaé'": "str", "b'abca'": "bytes", "(H(), 1, 'a')": "tuple", "range(9)": "range", "frozenset([H(), 2])": "frozenset", "2**70": "int", "H": "type",
    "walk.__code__": "code", "(x for x in [H()])": "generator", "functools.partial(H, 1)": "partial", "re.compile('(a)|b')": "Pattern", "vars(H)": "proxy",
    "{H(): 1}.items()": "items", "{1: 2}.keys()": "keys", "weakref.WeakSet()": "WeakSet", "walk": "function",
}
TENSOR_BOXES = ["torch.arange(12.).reshape(3, 4)", "torch.ones(2, 3, requires_grad=True)", "torch.tensor(1.5)", "torch.zeros(0, 3)",
                "torch.arange(6)", "torch.ones(3, 3).t()", "torch.tensor([True, False])", "torch.randn(4, 4, dtype=torch.float64)",
                "torch.arange(24)[::2]", "torch.ones(2, 1).expand(2, 5)", "torch.eye(3, dtype=torch.complex64)", "torch.ones(2, 2, dtype=torch.float16)",
                "torch.nn.Linear(3, 2)", "torch.nn.Parameter(torch.ones(3))", "torch.ones(1, 2, 5, 5)", "torch.tensor([[-5, 100], [2**40, 0]])"]
TENSOR_LINES = """a.resize_(SIZE) | a.set_() | a.requires_grad_() | b.data = EXPR | a.sum().backward() | a.backward(EXPR) | a[EXPR] = EXPR |
    a.register_hook(lambda g: EXPR) | a.register_hook(lambda g: box.clear()) | b = a.view(SIZE) | b = a.as_strided(SIZE, SIZE, INT) |
    a.untyped_storage().resize_(INT) | a.set_(b) | a.copy_(b) | b = a[EXPR] | b = torch.from_numpy(EXPR) | a.apply_(lambda x: EXPR) |
    torch.add(a, b, out=c) | a.index_put_((EXPR,), EXPR) | a.scatter_(INT, EXPR, EXPR) | b = a.grad | a.grad = EXPR | del a.grad |
    b = torch.tensor(EXPR) | b = torch.cat([a, EXPR], INT) | b = torch.stack([a, b]) | b = torch.einsum(EXPR, a, b) | a.unfold(INT, INT, INT) |
    b = a.unsqueeze(INT) | b = a.transpose(INT, INT) | b = a.permute(SIZE) | b = a.flip(SIZE) | b = a.gather(INT, EXPR) | b = a.to(EXPR) |
    b = a.tolist() | b = torch.autograd.grad(a.sum(), EXPR) | b = pickle.loads(pickle.dumps(a)) | b = copy.deepcopy(a) | a.share_memory_() |
    a.__class__ = H | b = torch.frombuffer(box, dtype=torch.int16) | b = torch.where(EXPR, a, b) | b = a.repeat(SIZE) | b = torch.pad(a, SIZE) |
    b = a.view(torch.int8) | b = torch.conv2d(a, b, stride=INT, padding=INT) | b = torch.nn.functional.pad(a, SIZE) | b = a.sort(INT) | b = a.topk(INT, INT) |
    b = torch.func.vmap(lambda x: EXPR)(a) | b = a.expand(SIZE) | b = a.diagonal(INT, INT, INT) | b = torch.searchsorted(a, b) | b = a.split(INT)
    """.replace("\n", " ").split(" | ")
SIZES = ["(2, 3)", "(-1,)", "(0,)", "(3, 4)", "(1, 1)", "()", "(2**40,)", "(2, -1)", "(4, 1)", "(2**31, 2**31)", "(0, 1)", "(1, 0, 2)", "(12,)"]
CLOSING = ["next(gen)", "gen.send(box)", "gen.throw(ValueError)", "gen.throw(KeyError(1))", "gen.close()", "list(gen)", "del gen", "gen = walk()",
           "it = iter(box)", "next(it)", "list(it)", "del it", "it = reversed(box)", "it = zip(box, box)", "it = map(H, box)", "it = filter(None, box)",
           "it = enumerate(box)", "it = box.items()", "view = memoryview(box)", "it = itertools.groupby(box)", "it = itertools.tee(box)[0]",
           "it = sorted(box, key=lambda x: box.clear())", "keep.append(weakref.ref(box))", "keep.append(weakref.proxy(h))", "h = H()", "it = re.finditer('a', 'aaa')"]


class Soup:
    """Makes programs; `surface` names what may be called."""

    def __init__(self, chance, surface):
        self.chance, self.surface = chance, surface
        self.in_function = self.in_loop = self.in_async = False
        self.torch = False
        self.owners = {}

    def maybe(self, share):
        return self.chance.random() < share

    def pick(self, items):
        return self.chance.choice(items)

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
            kind = self.pick(["Exception", "Exception", "Exception", "BaseException", "(ValueError, TypeError, AttributeError)"])
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
        simple = [self.expression_statement, self.assignment, self.assignment, self.augmented, self.deletion, self.call_statement,
                  self.call_statement, self.call_statement, self.closing, self.closing, self.intrusion]
        if self.torch:
            simple += [self.tensor_line] * 5
        if self.in_function:
            simple += [self.leaving]
        if self.in_loop:
            simple += [lambda depth: [self.pick(["break", "continue"])]]
        compound = [self.loop, self.loop, self.attempt, self.attempt, self.branch, self.function, self.function, self.klass, self.context, self.match,
                    self.while_loop, self.changed_class, self.coroutine, self.thread, self.imported]
        return self.pick(compound if depth > 0 and self.maybe(0.4) else simple)(depth)

    def expression_statement(self, depth):
        return [self.expression(3)]

    def call_statement(self, depth):
        return [f"{self.pick(['', '', 'a = ', 'b = ', 'c = ', 'it = ', 'box = ', 'keep.append', 'list', 'repr'])}({self.call(2)})"]

    def closing(self, depth):
        return [self.pick(CLOSING)]

    def intrusion(self, depth):
        line = self.pick(hostile.INTRUSIONS if self.maybe(0.3) else hostile.ATTACKS)
        if "yield" in line and not self.in_function or line.startswith(("return", "nonlocal", "await")) and not self.in_function or \
                line in ("break", "continue") and not self.in_loop:
            return ["pass"]
        return [line.replace("self", self.pick(["h", "box", "a"]))]

    def tensor_line(self, depth):
        line = self.pick(TENSOR_LINES).strip()
        made = {"SIZE": lambda: self.pick(SIZES), "INT": lambda: self.pick(["0", "1", "-1", "2", "3", "-3", "5", "2**40", "H()"]),
                "EXPR": lambda: self.expression(1)}
        line = re.sub("SIZE|INT|EXPR", lambda match: made[match.group()](), line)
        return [line]

    def target(self, depth=1):
        return self.pick([
            lambda: self.pick(NAMES), lambda: self.pick(NAMES), lambda: f"{self.pick(NAMES)}[{self.index()}]", lambda: f"{self.pick(NAMES)}[{self.index()}]",
            lambda: f"{self.pick(NAMES)}.{self.pick(['x', 'y', '__dict__', '__class__', '__doc__', '__name__', '__defaults__'])}",
            lambda: f"{self.target(0)}, {self.target(0)}" if depth else "a", lambda: f"[{self.target(0)}, *{self.pick(NAMES)}]" if depth else "b"])()

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
        return ["del " + self.pick([self.pick(NAMES), f"{self.pick(NAMES)}[{self.index()}]", f"{self.pick(NAMES)}.x", "a, b", "h"])]

    def leaving(self, depth):
        if self.in_async:
            return [self.pick([f"return {self.expression(1)}", f"await {self.expression(1)}", "return"])]
        return [self.pick([f"return {self.expression(2)}", f"yield {self.expression(1)}", f"{self.pick(NAMES)} = yield {self.expression(1)}",
                           f"yield from {self.expression(1)}", "return", f"raise {self.expression(1)}"])]

    def inside(self, depth, **state):
        """A block with other surroundings."""
        before = dict(vars(self))
        vars(self).update(state)
        lines = self.block(depth)
        vars(self).update(in_function=before["in_function"], in_loop=before["in_loop"], in_async=before["in_async"])
        return lines

    def loop(self, depth):
        star = self.pick(["box", "it", "gen", "list(box)", "range(5)", "box.items()", self.expression(2)])
        lines = [f"for {self.pick([self.pick(NAMES), 'a, b', 'box[0]', 'h.x', '*a, b'])} in {star}:", *self.inside(depth, in_loop=True)]
        return lines + (["else:", *self.block(depth)] if self.maybe(0.2) else [])

    def while_loop(self, depth):
        return ["n = 0", f"while n < {self.pick([2, 5, 70])} and {self.pick(['1', 'True', self.expression(1)])}:", "    n += 1", *self.inside(depth, in_loop=True)]

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
        return [f"if {self.expression(2)}:", *self.block(depth), f"elif {self.expression(1)}:", *self.block(depth), "else:", *self.block(depth)]

    def parameters(self):
        return self.pick(["", "a", "a, b=box", "a, /, b", "*a", "**a", "a, *, b=1", "*a, **b", "a=1, /, b=2, *c, d=3, **e", "self", "self, *a", "x, y=h"])

    def function(self, depth):
        decorator = self.pick([[], [], [], [f"@{self.expression(1)}"], ["@functools.wraps(H)"], ["@functools.lru_cache"], ["@contextlib.contextmanager"], ["@property"]])
        scope = self.pick([[], [], ["    global box"], ["    global c, d"], ["    x = 1", "    def inner():", "        nonlocal x", "        x = box", "        return inner"]])
        name = self.pick(["f", "f", "a", "h", "box"])
        mark = self.pick(["f()", "f(box)", "f(*box)", "f(**box)", "f(1, 2)", "list(f())", "f.__code__ = walk.__code__; f()", "f(a=1, b=2)", "next(f())",
                          "f.__defaults__ = box; f()", "f.__kwdefaults__ = {'b': 1}; f()", "del f", "H.x = f; h.x", "H.__eq__ = f; h == h", "H.__del__ = f; del h"])
        return [*decorator, f"def {name}({self.parameters()}){self.pick(['', '', ' -> ' + self.expression(1)])}:", *scope,
                *self.inside(depth, in_function=True, in_loop=False, in_async=False), *self.wrapped([mark])]

    def wrapped(self, lines):
        return ["try:", *self.indented(lines), "except Exception: pass"]

    def coroutine(self, depth):
        body = self.inside(depth, in_function=True, in_loop=False, in_async=True)
        body += self.indented(self.pick([["await h"], ["async for x in box: pass"], ["async with h as x: pass"], ["return [x async for x in gen]"], ["yield 1"], []]))
        drive = self.pick([["m.send(None)"], ["m.throw(ValueError)"], ["m.close()"], ["del m"], ["m.send(None)", "m.send(1)"], ["list(m.__await__())"], ["m.__anext__().send(None)"],
                           ["x = m.asend(1)", "x.send(None)", "x.throw(KeyError)"], ["import asyncio", "asyncio.run(m)"], ["m.aclose().send(None)"]])
        return ["async def m():", *body, *self.wrapped(["m = m()", *drive])]

    def thread(self, depth):
        work = self.pick(["box.clear", "lambda: list(box)", "lambda: next(gen)", "lambda: [box.append(1) for _ in range(50)]", "walk", "lambda: sys.settrace(trace)",
                          "lambda: gc.collect()", f"lambda: {self.expression(1)}"])
        return [f"t = threading.Thread(target={work})", *self.wrapped(["t.start()", *self.statement(0), "t.join(1)"])]

    def imported(self, depth):
        module = self.pick(list(self.surface.functions))
        return [self.pick([f"import {module}", f"from {module} import {self.pick(self.surface.functions[module])} as a", f"from {module} import *"])
                if not self.in_function else f"import {module}"]

    def klass(self, depth):
        return [*self.pick([[], [], ["@dataclasses.dataclass"], [f"@{self.expression(1)}"]]), *hostile.a_class(self.chance, self.pick(["H", "G", "K", "K"])),
                *self.wrapped(["h = K()" if self.maybe(0.5) else "h = H()"])]

    def changed_class(self, depth):
        method = self.pick(hostile.METHODS[self.pick([0, 0, 1, 1, 2])])
        owner = self.pick(["H", "H", "G", "Other"])
        return self.wrapped([self.pick([
            f"{owner}.{method} = lambda *a: {self.expression(1)}", f"del {owner}.{method}", f"{owner}.__bases__ = ({self.pick(['Other', 'G', 'H', 'object', 'int', 'list'])},)",
            f"h.__class__ = {self.pick(['G', 'H', 'Other', 'int', 'types.ModuleType'])}", f"{owner}.{method} = {self.pick(['len', 'box', 'None', 'walk', 'H', 'property(walk)'])}",
            f"h = type('K', ({self.pick(['H', 'G', 'H, G', 'int', 'list', 'tuple, H'])},), {{'{method}': {self.expression(1)}}})()",
            f"class K(H, G): {method} = {self.expression(0)}\nh = K()", f"h = object.__new__({owner})", f"h = {owner}.__new__({owner}, {self.expression(0)})"])])

    def context(self, depth):
        return [f"with {self.pick(['h', 'h as a', 'h, G() as b', 'contextlib.suppress(Exception)', 'memoryview(box) as view', 'contextlib.closing(gen)', self.expression(1) + ' as c'])}:",
                *self.block(depth)]

    def pattern(self, depth):
        if depth <= 0:
            return self.pick(["_", "x", "1", "'a'", "None", "-1.5", "H()", "int()", "str(x)", "[]", "{}", "sys.path"])
        return self.pick([lambda: f"[{self.pattern(depth - 1)}, *_]", lambda: f"({self.pattern(depth - 1)}, {self.pattern(0)})", lambda: f"{{'a': {self.pattern(depth - 1)}, **{self.pick(['z', 'v'])}}}",
                          lambda: f"H(x={self.pattern(0)})", lambda: f"G({self.pattern(0)})", lambda: "1 | 2 | 'a'", lambda: f"(1 | {self.pattern(0).replace('x', '3')}) as w", lambda: f"list([_, *_])"])()

    def match(self, depth):
        lines = [f"match {self.expression(2)}:"]
        for _ in range(self.pick([1, 2, 3])):
            guard = f" if {self.expression(1)}" if self.maybe(0.3) else ""
            lines += [f"    case {self.pattern(2)}{guard}:", *self.indented(self.block(depth))]
        return lines

    # Expressions.

    def index(self):
        return self.pick(["0", "-1", "1", ":", "1:", "::-1", "::2", "H()", "h", "5", "'a'", "2**63", "-2**63:2**63", "1:2", "None", "...", "()", "h:h", "True", "a", "a, b", "0, 1", ":, 0"])

    def expression(self, depth):
        if depth <= 0 or self.maybe(0.15):
            return self.pick(NAMES) if self.maybe(0.5) else self.pick([hostile.expression(self.chance), "H()", "G()", "h", "box"])
        below = lambda: self.expression(depth - 1)
        variable = self.pick(["x", "y", "a"])
        clauses = lambda: f"for {variable} in {self.pick(['box', 'it', 'gen', 'range(4)', below()])}{self.pick(['', '', ' if ' + below(), ' for y in ' + below()])}"
        return self.pick([
            lambda: self.call(depth), lambda: self.call(depth), lambda: self.call(depth), lambda: self.call(depth),
            lambda: f"({below()} {self.pick(BINARY)} {below()})" if self.maybe(0.9) else f"({below()} ** h)",
            lambda: f"({below()} {self.pick(COMPARED)} {below()})", lambda: f"({below()} {self.pick(COMPARED)} {below()} {self.pick(COMPARED)} {below()})",
            lambda: f"({self.pick(['-', '+', '~', 'not '])}{below()})", lambda: f"({below()} {self.pick(['and', 'or'])} {below()})",
            lambda: f"({below()} if {below()} else {below()})", lambda: f"({below()})[{self.index()}]", lambda: f"({below()})[{self.index()}]",
            lambda: f"({below()}).{self.pick(['x', '__class__', '__dict__', '__doc__', '__name__', '__len__', '__mro__', '__iter__'])}",
            lambda: f"[{below()}, *{below()}]", lambda: f"({below()}, {below()})", lambda: f"{{{below()}: {below()}, **{below()}}}", lambda: f"{{{below()}, {below()}}}",
            lambda: f"[{below()} {clauses()}]", lambda: f"{{{below()} {clauses()}}}", lambda: f"{{{variable}: {below()} {clauses()}}}", lambda: f"({below()} {clauses()})",
            lambda: f"(lambda {self.parameters()}: {below()})", lambda: f"(w := {below()})" if self.maybe(0.3) else below(),
            lambda: f"f\"{{{self.plain()}!r:>{self.pick(['9', '{a}', '99999'])}}}{{{self.plain()}}}\"", lambda: f"'%s %r %d' % ({below()}, {below()}, {below()})"])()

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
                made.append(f"{self.pick(['key', 'default', 'reverse', 'start', 'strict', 'dim', 'out', 'dtype', 'maxlen'])}={self.expression(depth - 1)}")
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
            receiver = self.pick(["box", "box", "box", "it", "gen", "h", "a", "b", "c", "d", "view", self.expression(depth - 1)])
            owner = self.owners.get(receiver) if self.maybe(0.9) else None
            owner = owner if owner in self.surface.methods else self.pick(list(self.surface.methods))
            return f"({receiver}).{self.pick(self.surface.methods[owner])}({self.arguments(depth)})"
        if kind < 0.8:
            return f"{self.pick(['h', 'H', 'G', 'walk', 'Other', 'f', 'super().x', 'type(h)'])}({self.arguments(depth)})"
        module = self.pick(list(self.surface.functions))
        return f"__import__({module!r}, fromlist=['x']).{self.pick(self.surface.functions[module])}({self.arguments(depth)})"

"""Source of a tree: what `ast.unparse` gives."""
from enum import IntEnum as _IntEnum, auto as _auto
from ast import (
    And, Constant, Expression, If, Interactive, JoinedStr, MatchClass, MatchMapping, MatchOr, MatchSequence,
    MatchSingleton, MatchStar, MatchValue, Module, Name, NamedExpr, Tuple, TypeVar, TypeVarTuple, UnaryOp, arg,
    arguments, get_docstring, pattern, stmt,
)

__name__ = "ast"        # the module that messages name


class _Precedence(_IntEnum):
    NAMED_EXPR = _auto()
    TUPLE = _auto()
    YIELD = _auto()
    TEST = _auto()
    OR = _auto()
    AND = _auto()
    NOT = _auto()
    CMP = _auto()
    BOR = _auto()
    BXOR = _auto()
    BAND = _auto()
    SHIFT = _auto()
    ARITH = _auto()
    TERM = _auto()
    FACTOR = _auto()
    POWER = _auto()
    AWAIT = _auto()
    ATOM = _auto()


_P = _Precedence
EXPR = _P.BOR
_binary = {
    "Add": ("+", _P.ARITH), "Sub": ("-", _P.ARITH), "Mult": ("*", _P.TERM), "MatMult": ("@", _P.TERM),
    "Div": ("/", _P.TERM), "Mod": ("%", _P.TERM), "LShift": ("<<", _P.SHIFT), "RShift": (">>", _P.SHIFT),
    "BitOr": ("|", _P.BOR), "BitXor": ("^", _P.BXOR), "BitAnd": ("&", _P.BAND), "FloorDiv": ("//", _P.TERM),
    "Pow": ("**", _P.POWER),
}
_unary = {"Invert": ("~", _P.FACTOR), "Not": ("not ", _P.NOT), "UAdd": ("+", _P.FACTOR), "USub": ("-", _P.FACTOR)}
_compare = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
            "In": "in", "NotIn": "not in"}


class _Unparser:
    """Writes a tree as source."""

    def __init__(self):
        self.out = []
        self.level = 0

    def line(self, text=""):
        self.out.append("\n" + "    " * self.level + text)

    def block(self, head, body):
        self.line(head + ":")
        self.level += 1
        for node in body:
            self.statement(node)
        self.level -= 1

    def e(self, node, outer=_P.TEST):
        """An expression, in parentheses when what is around binds tighter."""
        text, own = getattr(self, "x_" + type(node).__name__)(node)
        return "(" + text + ")" if own < outer else text

    def module(self, node):
        for child in node.body:
            self.statement(child)
        return "".join(self.out).lstrip("\n")

    def statement(self, node):
        getattr(self, "s_" + type(node).__name__)(node)

    # ---- statements
    def s_Expr(self, node): self.line(self.e(node.value, _P.YIELD) if not isinstance(node.value, NamedExpr) else
                                      "(" + self.e(node.value, _P.NAMED_EXPR) + ")")
    def s_Pass(self, node): self.line("pass")
    def s_Break(self, node): self.line("break")
    def s_Continue(self, node): self.line("continue")
    def s_Return(self, node): self.line("return" + (" " + self.value(node.value) if node.value else ""))
    def s_Delete(self, node): self.line("del " + ", ".join([self.e(t) for t in node.targets]))
    def s_Global(self, node): self.line("global " + ", ".join(node.names))
    def s_Nonlocal(self, node): self.line("nonlocal " + ", ".join(node.names))

    def value(self, node):
        """Right of an assignment: tuples and yields need no parentheses."""
        return self.e(node, _P.TUPLE)

    def s_Assign(self, node):
        comment = " # type: " + node.type_comment if getattr(node, "type_comment", None) else ""
        self.line("".join([self.value(t) + " = " for t in node.targets]) + self.value(node.value) + comment)

    def s_AugAssign(self, node):
        self.line("%s %s= %s" % (self.e(node.target), _binary[type(node.op).__name__][0], self.value(node.value)))

    def s_AnnAssign(self, node):
        target = self.e(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = "(" + target + ")"
        self.line("%s: %s%s" % (target, self.e(node.annotation),
                                " = " + self.value(node.value) if node.value else ""))

    def s_TypeAlias(self, node):
        self.line("type %s%s = %s" % (self.e(node.name), self.type_params(node), self.e(node.value)))

    def s_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            self.line("raise")
        else:
            self.line("raise " + self.e(node.exc) + (" from " + self.e(node.cause) if node.cause else ""))

    def s_Assert(self, node):
        self.line("assert " + self.e(node.test) + (", " + self.e(node.msg) if node.msg else ""))

    def alias(self, node):
        return node.name + (" as " + node.asname if node.asname else "")

    def s_Import(self, node): self.line("import " + ", ".join([self.alias(n) for n in node.names]))

    def s_ImportFrom(self, node):
        self.line("from %s%s import %s" % ("." * (node.level or 0), node.module or "",
                                           ", ".join([self.alias(n) for n in node.names])))

    def s_If(self, node):
        head = "if "
        while True:
            self.block(head + self.e(node.test, _P.NAMED_EXPR), node.body)
            if len(node.orelse) == 1 and isinstance(node.orelse[0], If):
                node, head = node.orelse[0], "elif "
                continue
            if node.orelse:
                self.block("else", node.orelse)
            return

    def orelse(self, node):
        if node.orelse:
            self.block("else", node.orelse)

    def s_While(self, node):
        self.block("while " + self.e(node.test, _P.NAMED_EXPR), node.body)
        self.orelse(node)

    def s_For(self, node, word="for"):
        self.block("%s %s in %s" % (word, self.value(node.target), self.value(node.iter)), node.body)
        self.orelse(node)

    def s_AsyncFor(self, node): self.s_For(node, "async for")

    def s_With(self, node, word="with"):
        items = [self.e(i.context_expr) + (" as " + self.e(i.optional_vars) if i.optional_vars else "") for i in node.items]
        self.block(word + " " + ", ".join(items), node.body)

    def s_AsyncWith(self, node): self.s_With(node, "async with")

    def s_Try(self, node, star=""):
        self.block("try", node.body)
        for handler in node.handlers:
            head = "except" + star
            if handler.type:
                head += " " + self.e(handler.type)
            if handler.name:
                head += " as " + handler.name
            self.block(head, handler.body)
        self.orelse(node)
        if node.finalbody:
            self.block("finally", node.finalbody)

    def s_TryStar(self, node): self.s_Try(node, "*")

    def type_params(self, node):
        params = getattr(node, "type_params", None)
        if not params:
            return ""
        parts = []
        for p in params:
            if isinstance(p, TypeVar):
                parts.append(p.name + (": " + self.e(p.bound) if p.bound else ""))
            else:
                parts.append(("*" if isinstance(p, TypeVarTuple) else "**") + p.name)
        return "[" + ", ".join(parts) + "]"

    def decorators(self, node):
        if self.out:
            self.out.append("\n")
        for d in node.decorator_list:
            self.line("@" + self.e(d))

    def body(self, head, node):
        self.line(head + ":")
        self.level += 1
        statements = node.body
        if get_docstring(node, False) is not None:
            self.line(self.docstring(statements[0].value.value))
            statements = statements[1:]
        for child in statements:
            self.statement(child)
        self.level -= 1

    def docstring(self, text):
        shown = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        shown = "".join([c if c in "\n\t" or c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown])
        if shown.endswith('"'):
            shown = shown[:-1] + '\\"'
        return '"""' + shown + '"""'

    def s_FunctionDef(self, node, word="def"):
        self.decorators(node)
        head = "%s %s%s(%s)" % (word, node.name, self.type_params(node), self.arguments(node.args))
        if node.returns:
            head += " -> " + self.e(node.returns)
        self.body(head, node)

    def s_AsyncFunctionDef(self, node): self.s_FunctionDef(node, "async def")

    def s_ClassDef(self, node):
        self.decorators(node)
        parts = [self.e(b) for b in node.bases] + [self.keyword(k) for k in node.keywords]
        self.body("class " + node.name + self.type_params(node) + ("(" + ", ".join(parts) + ")" if parts else ""), node)

    def s_Match(self, node):
        self.line("match " + self.value(node.subject) + ":")
        self.level += 1
        for case in node.cases:
            guard = " if " + self.e(case.guard, _P.NAMED_EXPR) if case.guard else ""
            self.block("case " + self.pattern(case.pattern) + guard, case.body)
        self.level -= 1

    def pattern(self, p, inner=False):
        if isinstance(p, MatchValue):
            return self.e(p.value)
        if isinstance(p, MatchSingleton):
            return repr(p.value)
        if isinstance(p, MatchSequence):
            return "[" + ", ".join([self.pattern(q) for q in p.patterns]) + "]"
        if isinstance(p, MatchStar):
            return "*" + (p.name or "_")
        if isinstance(p, MatchMapping):
            parts = ["%s: %s" % (self.e(k), self.pattern(q)) for k, q in zip(p.keys, p.patterns)]
            return "{" + ", ".join(parts + (["**" + p.rest] if p.rest else [])) + "}"
        if isinstance(p, MatchClass):
            parts = [self.pattern(q) for q in p.patterns]
            parts += ["%s=%s" % pair for pair in zip(p.kwd_attrs, [self.pattern(q) for q in p.kwd_patterns])]
            return self.e(p.cls, _P.ATOM) + "(" + ", ".join(parts) + ")"
        if isinstance(p, MatchOr):
            text = " | ".join([self.pattern(q, True) for q in p.patterns])
            return "(" + text + ")" if inner else text
        if p.pattern is None:
            return p.name or "_"
        text = self.pattern(p.pattern, True) + " as " + p.name
        return "(" + text + ")" if inner else text

    # ---- parts
    def arguments(self, a):
        def one(arg, default=None):
            # (In trees of the time before arguments had a class of their own they are names.)
            note = getattr(arg, "annotation", None)
            text = getattr(arg, "arg", None) or arg.id
            return text + (": " + self.e(note) if note else "") + ("" if default is None else "=" + self.e(default))
        parts = []
        plain = list(getattr(a, "posonlyargs", ())) + list(a.args)
        defaults = [None] * (len(plain) - len(a.defaults)) + list(a.defaults)
        for k, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(one(arg, default))
            if k == len(getattr(a, "posonlyargs", ())):
                parts.append("/")
        if a.vararg:
            star = "*" + a.vararg.arg
            if a.vararg.annotation:
                star += ": " + self.e(a.vararg.annotation)
            parts.append(star)
        elif a.kwonlyargs:
            parts.append("*")
        if a.kwonlyargs:
            parts += [one(arg, default) for arg, default in zip(a.kwonlyargs, a.kw_defaults)]
        if a.kwarg:
            parts.append("**" + one(a.kwarg))
        return ", ".join(parts)

    def keyword(self, k):
        return "**" + self.e(k.value) if k.arg is None else k.arg + "=" + self.e(k.value)

    def comprehension(self, generators):
        out = ""
        for g in generators:
            out += " async for " if g.is_async else " for "
            out += self.value(g.target) + " in " + self.e(g.iter, _P.TEST.__class__(_P.TEST + 1))
            for test in g.ifs:
                out += " if " + self.e(test, _P.TEST.__class__(_P.TEST + 1))
        return out

    # ---- expressions: text and precedence
    def x_Name(self, n): return n.id, _P.ATOM

    def x_Constant(self, n):
        value = n.value
        if value is ...:
            return "...", _P.ATOM
        if isinstance(value, tuple):
            return "(" + ", ".join([self.x_Constant(Constant(v))[0] for v in value]) + (",)" if len(value) == 1 else ")"), _P.ATOM
        text = repr(value)
        if isinstance(value, (float, complex)):
            text = text.replace("inf", "1e309").replace("nan", "(1e309-1e309)")
        if getattr(n, "kind", None) == "u":
            text = "u" + text
        return text, _P.ATOM

    def x_JoinedStr(self, n):
        import sys
        body = self.fstring(n.values, False)
        for quote in ("'", '"', "'''", '"""'):
            if quote not in body and not (len(quote) == 1 and "\n" in body) and not body.endswith(quote[0]):
                return "f" + quote + body + quote, _P.ATOM
        return "f'''" + body.replace("'''", "\\'\\'\\'") + "'''", _P.ATOM

    def fstring(self, values, nested):
        out = []
        for v in values:
            if isinstance(v, Constant):
                text = v.value.replace("{", "{{").replace("}", "}}")
                out.append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r"))
            elif isinstance(v, JoinedStr):
                out.append(self.fstring(v.values, nested))
            else:
                inner = self.e(v.value, _P(_P.TEST + 1))
                if inner.startswith("{"):
                    inner = " " + inner
                out.append("{" + inner)
                if v.conversion != -1:
                    out.append("!" + chr(v.conversion))
                if v.format_spec:
                    out.append(":" + self.fstring(v.format_spec.values, True))
                out.append("}")
        return "".join(out)

    def x_FormattedValue(self, n): return self.x_JoinedStr(JoinedStr([n]))
    def x_List(self, n): return "[" + ", ".join([self.e(v) for v in n.elts]) + "]", _P.ATOM

    def x_Tuple(self, n):
        if not n.elts:
            return "()", _P.ATOM
        text = ", ".join([self.e(v) for v in n.elts]) + ("," if len(n.elts) == 1 else "")
        return text, _P.TUPLE

    def x_Set(self, n):
        return ("{" + ", ".join([self.e(v) for v in n.elts]) + "}" if n.elts else "{*()}"), _P.ATOM

    def x_Dict(self, n):
        parts = ["**" + self.e(v, EXPR) if k is None else self.e(k) + ": " + self.e(v) for k, v in zip(n.keys, n.values)]
        return "{" + ", ".join(parts) + "}", _P.ATOM

    def x_ListComp(self, n): return "[" + self.e(n.elt) + self.comprehension(n.generators) + "]", _P.ATOM
    def x_SetComp(self, n): return "{" + self.e(n.elt) + self.comprehension(n.generators) + "}", _P.ATOM
    def x_GeneratorExp(self, n): return "(" + self.e(n.elt) + self.comprehension(n.generators) + ")", _P.ATOM

    def x_DictComp(self, n):
        return "{" + self.e(n.key) + ": " + self.e(n.value) + self.comprehension(n.generators) + "}", _P.ATOM

    def x_BoolOp(self, n):
        word, own = (" and ", _P.AND) if isinstance(n.op, And) else (" or ", _P.OR)
        return word.join([self.e(v, _P(own + 1)) for v in n.values]), own

    def x_NamedExpr(self, n): return self.e(n.target, _P.ATOM) + " := " + self.e(n.value, _P.ATOM), _P.NAMED_EXPR

    def x_BinOp(self, n):
        sign, own = _binary[type(n.op).__name__]
        if own is _P.POWER:
            return self.e(n.left, _P(own + 1)) + " ** " + self.e(n.right, _P.FACTOR if isinstance(n.right, UnaryOp) else own), own
        return self.e(n.left, own) + " " + sign + " " + self.e(n.right, _P(own + 1)), own

    def x_UnaryOp(self, n):
        sign, own = _unary[type(n.op).__name__]
        return sign + self.e(n.operand, own), own

    def x_Lambda(self, n):
        args = self.arguments(n.args)
        return "lambda" + (" " + args if args else "") + ": " + self.e(n.body), _P.TEST

    def x_IfExp(self, n):
        above = _P(_P.TEST + 1)
        return self.e(n.body, above) + " if " + self.e(n.test, above) + " else " + self.e(n.orelse), _P.TEST

    def x_Compare(self, n):
        above = _P(_P.CMP + 1)
        text = self.e(n.left, above)
        for op, right in zip(n.ops, n.comparators):
            text += " " + _compare[type(op).__name__] + " " + self.e(right, above)
        return text, _P.CMP

    def x_Call(self, n):
        parts = [self.e(a) for a in n.args] + [self.keyword(k) for k in n.keywords]
        return self.e(n.func, _P.ATOM) + "(" + ", ".join(parts) + ")", _P.ATOM

    def x_Await(self, n): return "await " + self.e(n.value, _P.ATOM), _P.AWAIT
    def x_Yield(self, n): return "yield" + (" " + self.e(n.value, _P.TUPLE) if n.value else ""), _P.YIELD
    def x_YieldFrom(self, n): return "yield from " + self.e(n.value, _P.ATOM), _P.YIELD

    def x_Attribute(self, n):
        text = self.e(n.value, _P.ATOM)
        if isinstance(n.value, Constant) and isinstance(n.value.value, int):
            text += " "
        return text + "." + n.attr, _P.ATOM

    def x_Subscript(self, n):
        inner = n.slice
        if isinstance(inner, Tuple) and inner.elts:
            text = ", ".join([self.e(v) for v in inner.elts]) + ("," if len(inner.elts) == 1 else "")
        else:
            text = self.e(inner)
        return self.e(n.value, _P.ATOM) + "[" + text + "]", _P.ATOM

    def x_Slice(self, n):
        text = (self.e(n.lower) if n.lower else "") + ":" + (self.e(n.upper) if n.upper else "")
        return text + (":" + self.e(n.step) if n.step else ""), _P.ATOM

    def x_Starred(self, n): return "*" + self.e(n.value, EXPR), _P.ATOM


def unparse(ast_obj):
    """Source of a tree."""
    maker = _Unparser()
    if isinstance(ast_obj, (Module, Interactive)):
        if isinstance(ast_obj, Module) and get_docstring(ast_obj, False) is not None:
            maker.line(maker.docstring(ast_obj.body[0].value.value))
            for node in ast_obj.body[1:]:
                maker.statement(node)
            return "".join(maker.out).lstrip("\n")
        return maker.module(ast_obj)
    if isinstance(ast_obj, Expression):
        return maker.e(ast_obj.body, _P.NAMED_EXPR)
    if isinstance(ast_obj, stmt):
        maker.statement(ast_obj)
        return "".join(maker.out).lstrip("\n")
    if isinstance(ast_obj, list):
        return "".join([unparse(node) for node in ast_obj])
    if isinstance(ast_obj, arguments):
        return maker.arguments(ast_obj)
    if isinstance(ast_obj, arg):
        return ast_obj.arg + (": " + maker.e(ast_obj.annotation) if ast_obj.annotation else "")
    if isinstance(ast_obj, pattern):
        return maker.pattern(ast_obj)
    return maker.e(ast_obj, _P.NAMED_EXPR)

"""Syntax trees of Python. The parser gives a tree as calls of the node classes, which are then evaluated."""
from contextlib import contextmanager as _contextmanager
from enum import IntEnum as _IntEnum, auto as _auto

PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x400, 0x1000, 0x2000
_places = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class AST:
    """Base of the nodes."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, _p=None, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError("%s constructor takes at most %d positional argument%s" % (
                type(self).__name__, len(fields), "" if len(fields) == 1 else "s"))
        for name, value in zip(fields, args):
            if name in kwargs:
                raise TypeError("%s got multiple values for argument %r" % (type(self).__name__, name))
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)
        if _p is not None:
            self.lineno, self.col_offset, self.end_lineno, self.end_col_offset = _p

    def __reduce_ex__(self, protocol):
        return type(self), (), dict(self.__dict__)


# Class, its base, its fields; "?" marks what may be None, "*" a list, ":" attributes of the whole family.
_grammar = """
mod: Module(body* type_ignores*) Interactive(body*) Expression(body) FunctionType(argtypes* returns)
stmt: FunctionDef(name args body* decorator_list* returns? type_comment? type_params*)
 AsyncFunctionDef(name args body* decorator_list* returns? type_comment? type_params*)
 ClassDef(name bases* keywords* body* decorator_list* type_params*) Return(value?) Delete(targets*)
 Assign(targets* value type_comment?) TypeAlias(name type_params* value) AugAssign(target op value)
 AnnAssign(target annotation value? simple) For(target iter body* orelse* type_comment?)
 AsyncFor(target iter body* orelse* type_comment?) While(test body* orelse*) If(test body* orelse*)
 With(items* body* type_comment?) AsyncWith(items* body* type_comment?) Match(subject cases*) Raise(exc? cause?)
 Try(body* handlers* orelse* finalbody*) TryStar(body* handlers* orelse* finalbody*) Assert(test msg?) Import(names*)
 ImportFrom(module? names* level?) Global(names*) Nonlocal(names*) Expr(value) Pass() Break() Continue()
expr: BoolOp(op values*) NamedExpr(target value) BinOp(left op right) UnaryOp(op operand) Lambda(args body)
 IfExp(test body orelse) Dict(keys* values*) Set(elts*) ListComp(elt generators*) SetComp(elt generators*)
 DictComp(key value generators*) GeneratorExp(elt generators*) Await(value) Yield(value?) YieldFrom(value)
 Compare(left ops* comparators*) Call(func args* keywords*) FormattedValue(value conversion format_spec?)
 JoinedStr(values*) Constant(value kind?) Attribute(value attr ctx) Subscript(value slice ctx) Starred(value ctx)
 Name(id ctx) List(elts* ctx) Tuple(elts* ctx) Slice(lower? upper? step?)
expr_context: Load() Store() Del()
boolop: And() Or()
operator: Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
excepthandler: ExceptHandler(type? name? body*)
pattern: MatchValue(value) MatchSingleton(value) MatchSequence(patterns*) MatchMapping(keys* patterns* rest?)
 MatchClass(cls patterns* kwd_attrs* kwd_patterns*) MatchStar(name?) MatchAs(pattern? name?) MatchOr(patterns*)
type_ignore: TypeIgnore(lineno tag)
type_param: TypeVar(name bound?) ParamSpec(name) TypeVarTuple(name)
AST: comprehension(target iter ifs* is_async) arguments(posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*)
 arg(arg annotation? type_comment?) keyword(arg? value) alias(name asname?) withitem(context_expr optional_vars?)
 match_case(pattern guard? body*)
"""
_placed = {"stmt", "expr", "excepthandler", "pattern", "type_param", "arg", "keyword", "alias"}
_lists = {}


def _declare():
    import re
    space = globals()
    for family, members in re.findall(r"^(\w+):((?:.|\n )*)$", _grammar, re.M):
        base = AST
        if family != "AST":
            base = space[family] = type(family, (AST,), {"__module__": "ast", "_fields": (), "__match_args__": (),
                                                         "_attributes": _places if family in _placed else ()})
            if family in _placed:
                base.end_lineno = base.end_col_offset = None
        for name, fields in re.findall(r"(\w+)\(([^)]*)\)", members):
            words = fields.split()
            names = tuple([word.rstrip("?*") for word in words])
            body = {"__module__": "ast", "_fields": names, "__match_args__": names}
            body.update({word[:-1]: None for word in words if word.endswith("?")})
            if family == "AST":
                body["_attributes"] = _places if name in _placed else ()
                if name in _placed:
                    body["end_lineno"] = body["end_col_offset"] = None
            made = space[name] = type(name, (base,), body)
            _lists[made] = [word[:-1] for word in words if word.endswith("*")]


_declare()
_nodes = {name: value for name, value in globals().items() if isinstance(value, type) and issubclass(value, AST)}
_nodes.update(inf=float("inf"), nan=float("nan"), infj=complex(0, float("inf")))


def _build(text):
    tree = eval(text, dict(_nodes))
    return tree


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of source text."""
    flags = PyCF_ONLY_AST
    if mode == "func_type":
        raise ValueError("func_type is not supported")
    return compile(source, filename, mode, flags)


def literal_eval(node_or_string):
    """The value of a literal: strings, bytes, numbers, tuples, lists, dicts, sets, booleans and None."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body

    def bad(node):
        text = "malformed node or string"
        if getattr(node, "lineno", None):
            text += " on line %d" % node.lineno
        raise ValueError(text + ": %r" % node)

    def number(node):
        if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
            bad(node)
        return node.value

    def signed(node):
        if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
            value = number(node.operand)
            return +value if isinstance(node.op, UAdd) else -value
        return number(node)

    def convert(node):
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Tuple):
            return tuple(map(convert, node.elts))
        if isinstance(node, List):
            return list(map(convert, node.elts))
        if isinstance(node, Set):
            return set(map(convert, node.elts))
        if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
            return set()
        if isinstance(node, Dict):
            if len(node.keys) != len(node.values):
                bad(node)
            return dict(zip(map(convert, node.keys), map(convert, node.values)))
        if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
            left, right = signed(node.left), number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
        return signed(node)
    return convert(node_or_string)


def iter_fields(node):
    """Pairs of name and value of the fields."""
    for name in node._fields:
        if hasattr(node, name):
            yield name, getattr(node, name)


def iter_child_nodes(node):
    """The nodes directly below."""
    for _, value in iter_fields(node):
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, AST):
                yield child


def walk(node):
    """The node and all below it, in no order to rely on."""
    todo = [node]
    for node in todo:
        todo.extend(iter_child_nodes(node))
        yield node


_absent = object()


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as text."""
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def show(node, level):
        if indent is not None:
            level += 1
            prefix, sep = "\n" + indent * level, ",\n" + indent * level
        else:
            prefix, sep = "", ", "
        if isinstance(node, AST):
            cls = type(node)
            parts, simple, keywords = [], True, annotate_fields
            names = node._fields + (node._attributes if include_attributes else ())
            for place, name in enumerate(names):
                # After a field that is left out the others need their names.
                keywords = keywords or place >= len(node._fields)
                value = getattr(node, name, _absent)
                if value is _absent or value is None and getattr(cls, name, ...) is None:
                    keywords = True
                    continue
                value, plain = show(value, level)
                simple = simple and plain
                parts.append("%s=%s" % (name, value) if keywords else value)
            if simple and len(parts) <= 3:
                return "%s(%s)" % (cls.__name__, ", ".join(parts)), not parts
            return "%s(%s%s)" % (cls.__name__, prefix, sep.join(parts)), False
        if isinstance(node, list):
            if not node:
                return "[]", True
            return "[%s%s]" % (prefix, sep.join([show(item, level)[0] for item in node])), False
        return repr(node), True
    return show(node, 0)[0]


def copy_location(new_node, old_node):
    """Gives a node the place of another."""
    for attr in _places:
        if attr in old_node._attributes and attr in new_node._attributes:
            value = getattr(old_node, attr, None)
            if value is not None or hasattr(old_node, attr) and attr.startswith("end_"):
                setattr(new_node, attr, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of their parent."""
    def fix(node, place):
        place = list(place)
        for k, attr in enumerate(_places):
            if attr in node._attributes:
                if getattr(node, attr, None) is None:
                    setattr(node, attr, place[k])
                else:
                    place[k] = getattr(node, attr)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, [1, 0, 1, 0])
    return node


def increment_lineno(node, n=1):
    """Moves a tree by lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore) or "lineno" in child._attributes:
            child.lineno = n + getattr(child, "lineno", 0)
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """The docstring of a definition or module."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if not clean:
        return value.value
    import inspect
    return inspect.cleandoc(value.value)


def _splitlines_no_ff(source, maxlines=None):
    import re
    return [line for line in re.findall(r"(?:[^\r\n]|\r(?!\n)(?=[^\n]))*(?:\r\n|\n|\r)|.+$", source, re.S)]


def get_source_segment(source, node, *, padded=False):
    """The source text of a node."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        lineno, end_lineno = node.lineno - 1, node.end_lineno - 1
        col, end_col = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = source.splitlines(keepends=True)
    if end_lineno == lineno:
        return lines[lineno][col:end_col]
    padding = "".join([c if c in "\f\t" else " " for c in lines[lineno][:col]]) if padded else ""
    return padding + lines[lineno][col:] + "".join(lines[lineno + 1:end_lineno]) + lines[end_lineno][:end_col]


class NodeVisitor:
    """Calls visit_CLASS for each node."""

    def visit(self, node):
        method = getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)
        return method(node)

    def generic_visit(self, node):
        """Visits what is below."""
        for child in iter_child_nodes(node):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    """A visitor whose answers replace the nodes."""

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for value in old:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        if not isinstance(value, AST):
                            new.extend(value)
                            continue
                    new.append(value)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node


class _Deprecated(type):
    def __instancecheck__(cls, inst):
        return isinstance(inst, Constant) and type(inst.value) in cls._kinds


class Num(Constant, metaclass=_Deprecated):
    _kinds = (int, float, complex)

    def __new__(cls, n=0, **kwargs):
        return Constant(n, **kwargs)


class Str(Constant, metaclass=_Deprecated):
    _kinds = (str,)

    def __new__(cls, s="", **kwargs):
        return Constant(s, **kwargs)


class Bytes(Constant, metaclass=_Deprecated):
    _kinds = (bytes,)

    def __new__(cls, s=b"", **kwargs):
        return Constant(s, **kwargs)


class NameConstant(Constant, metaclass=_Deprecated):
    _kinds = (type(None), bool)

    def __new__(cls, value=None, **kwargs):
        return Constant(value, **kwargs)


class Ellipsis(Constant, metaclass=_Deprecated):
    _kinds = (type(...),)

    def __new__(cls, **kwargs):
        return Constant(..., **kwargs)


Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, "value", value))


class slice(AST):
    """What was a slice before 3.9."""


class Index(slice):
    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


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
            text = arg.arg + (": " + self.e(arg.annotation) if arg.annotation else "")
            return text if default is None else text + ("=" if not arg.annotation else "=") + self.e(default)
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
        for arg, default in zip(a.kwonlyargs, a.kw_defaults):
            parts.append(one(arg, default))
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

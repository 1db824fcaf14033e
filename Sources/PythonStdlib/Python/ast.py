"""Syntax trees of Python. The parser gives a tree as calls of the node classes, which are then evaluated."""

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


# What trees had before Python 3.9, under names that programs still ask for.

class Suite(mod):
    """A block of statements."""


class AugLoad(expr_context):
    """A name that `+=` reads."""


class AugStore(expr_context):
    """A name that `+=` sets."""


class Param(expr_context):
    """A name that is a parameter."""


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


def unparse(ast_obj):
    """Source of a tree."""
    from _ast_unparse import unparse
    return unparse(ast_obj)


if __name__ == "__main__":
    from _programs.ast import main
    main()

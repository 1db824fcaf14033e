# Recorded from CPython 3.11.7.
# compile() of trees made by hand: what no source could have given is refused.
import ast


def told(tree, mode="exec"):
    try:
        print(compile(ast.fix_missing_locations(tree), "tree", mode).co_name)
    except Exception as e:
        print(type(e).__name__, e)


load, store = ast.Load(), ast.Store()


def x(ctx=load):
    return ast.Name("x", ctx)


def statement(node):
    told(ast.Module([node], []))


def expression(node):
    statement(ast.Expr(node))


empty = ast.arguments([], [], None, [], [], None, [])
statement(ast.FunctionDef("f", empty, [], [], None))
statement(ast.FunctionDef("f", empty, [ast.Pass()], [x(store)], None))
statement(ast.FunctionDef(3, empty, [ast.Pass()], [], None))
statement(ast.FunctionDef("f", empty, 3, [], None))
statement(ast.Delete([None]))
statement(ast.Delete([x()]))
statement(ast.ImportFrom(None, [ast.alias("x", None)], -42))
statement(ast.Raise(None, x()))
statement(ast.Try([ast.Pass()], [], [], []))
statement(ast.AnnAssign(ast.Attribute(x(), "a", store), x(), None, 1))
statement(ast.Return(x()))
expression(ast.BoolOp(ast.And(), [x()]))
expression(ast.BinOp(x(), 3, x()))
expression(ast.Dict([], [x()]))
expression(ast.ListComp(x(), []))
expression(ast.Compare(x(), [ast.In()], []))
expression(ast.Constant([1]))
expression(ast.Constant((1, "a", b"c", 2.5, 3 + 4j, None, ..., 10 ** 30, -(10 ** 30))))
expression(ast.Name("None", load))
expression(ast.NamedExpr(ast.Constant(1), x()))
expression(ast.Starred(x(), load))
statement(ast.Match(x(), [ast.match_case(ast.MatchAs(None, "_"), None, [ast.Pass()])]))
statement(ast.Match(x(), [ast.match_case(ast.MatchOr([ast.MatchAs()]), None, [ast.Pass()])]))
statement(ast.Match(x(), [ast.match_case(ast.MatchStar("y"), None, [ast.Pass()])]))
told(ast.Expression(x()))
told(ast.Expression(x()), "eval")

tree = ast.parse("a = 1")
tree.body[0].lineno = 10
told(tree)

loop = ast.UnaryOp(op=ast.Not(), lineno=0, col_offset=0)
loop.operand = loop
try:
    compile(ast.Expression(loop), "tree", "eval")
except RecursionError:
    print("RecursionError")

# A tree keeps its places and means what its source means.
source = '''
def f(a, /, b=2, *args, c=3, **kw) -> int:
    """Doc."""
    @str
    class C(object, metaclass=type):
        y: int = 1
    try:
        with open(a) as g, g: pass
    except* ValueError as e: raise
    finally: del b
    match a:
        case [1, *_, {"k": v, **rest}] if v: return v
        case str(x) | C(y=x): return f"{x!r:>{b}} {a}"
    for i, (j, *k) in args: continue
    else: i = lambda q=1: [z async for z in q] if 0 else (yield)
    return a if b else a[1:2, ...] + -c ** 2 @ (a := 3) < b is not c
'''
tree = ast.parse(source)
code = compile(tree, "tree", "exec")
print([c.co_name for c in code.co_consts if hasattr(c, "co_name")])
space = {}
exec(compile(ast.parse("def g(x):\n  y = x * 2\n  return y + 1/0"), "tree", "exec"), space)
try:
    space["g"](3)
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_lineno, space["g"].__doc__)
# expect: ValueError empty body on FunctionDef
# expect: ValueError expression must have Load context but has Store instead
# expect: TypeError AST identifier must be of type str
# expect: TypeError FunctionDef field "body" must be a list, not a int
# expect: ValueError None disallowed in expression list
# expect: ValueError expression must have Del context but has Load instead
# expect: ValueError Negative ImportFrom level
# expect: ValueError Raise with cause but no exception
# expect: ValueError Try has neither except handlers nor finalbody
# expect: TypeError AnnAssign with simple non-Name target
# expect: SyntaxError 'return' outside function (tree, line 1)
# expect: ValueError BoolOp with less than 2 values
# expect: TypeError expected some sort of operator, but got 3
# expect: ValueError Dict doesn't have the same number of keys as values
# expect: ValueError comprehension with no generators
# expect: ValueError Compare with no comparators
# expect: TypeError got an invalid type in Constant: list
# expect: <module>
# expect: ValueError identifier field can't represent 'None' constant
# expect: TypeError NamedExpr target must be a Name
# expect: SyntaxError can't use starred expression here (tree, line 1)
# expect: ValueError can't capture name '_' in patterns
# expect: ValueError MatchOr requires at least 2 patterns
# expect: ValueError can't use MatchStar here
# expect: TypeError expected Module node, got Expression
# expect: <module>
# expect: ValueError AST node line range (10, 1) is not valid
# expect: RecursionError
# expect-error: SyntaxError: asynchronous comprehension outside of an asynchronous function

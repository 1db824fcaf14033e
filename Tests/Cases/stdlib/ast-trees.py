# Recorded from CPython 3.12.1.
import ast
t = ast.parse("x = 1 + y * 2\ndef f(a, *b, c=3) -> int:\n    '''doc'''\n    return [i for i in b if i > -1]\n")
print(ast.dump(t))
print(ast.unparse(t))
print(ast.literal_eval("{'a': [1, -2.5, (3,)], 'b': None, 3j: {1}}"))
n = {}
exec(compile(t, "f.py", "exec"), dict(y=3), n); print(n['f'](1, 2, 3), n['x'])
print(t.body[1].lineno, t.body[0].value.right.col_offset, ast.get_docstring(t.body[1]))
class V(ast.NodeTransformer):
    def visit_Name(self, node): return ast.copy_location(ast.Name(node.id.upper(), node.ctx), node)
print(ast.unparse(V().visit(ast.parse("a + f'{b!r:>{c}}' if d else (yield)"))))
print(isinstance(ast.Constant(3), ast.Constant), type(ast.parse("1+1", mode="eval")).__name__, len(list(ast.walk(t))))
print(ast.dump(ast.parse("for i in x: pass"), indent=2), ast.get_source_segment("a = [1, 2]", ast.parse("a = [1, 2]").body[0].value))
try: ast.literal_eval("f(1)")
except ValueError as e: print(str(e)[:30])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=BinOp(left=Constant(value=1), op=Add(), right=BinOp(left=Name(id='y', ctx=Load()), op=Mult(), right=Constant(value=2)))), FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='a')], vararg=arg(arg='b'), kwonlyargs=[arg(arg='c')], kw_defaults=[Constant(value=3)], defaults=[]), body=[Expr(value=Constant(value='doc')), Return(value=ListComp(elt=Name(id='i', ctx=Load()), generators=[comprehension(target=Name(id='i', ctx=Store()), iter=Name(id='b', ctx=Load()), ifs=[Compare(left=Name(id='i', ctx=Load()), ops=[Gt()], comparators=[UnaryOp(op=USub(), operand=Constant(value=1))])], is_async=0)]))], decorator_list=[], returns=Name(id='int', ctx=Load()), type_params=[])], type_ignores=[])
# expect: x = 1 + y * 2
# expect:
# expect: def f(a, *b, c=3) -> int:
# expect:     """doc"""
# expect:     return [i for i in b if i > -1]
# expect: {'a': [1, -2.5, (3,)], 'b': None, 3j: {1}}
# expect: [2, 3] 7
# expect: 2 8 doc
# expect: A + f'{B!r:>{C}}' if D else (yield)
# expect: True Expression 38
# expect: Module(
# expect:   body=[
# expect:     For(
# expect:       target=Name(id='i', ctx=Store()),
# expect:       iter=Name(id='x', ctx=Load()),
# expect:       body=[
# expect:         Pass()],
# expect:       orelse=[])],
# expect:   type_ignores=[]) [1, 2]
# expect: malformed node or string on li

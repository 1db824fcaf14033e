# Recorded from CPython 3.12.1.
# Type parameters in trees (Python 3.12).
import ast

for source in ("def f(): pass", "async def f(): pass", "class A: pass", "def f[T](x: T): pass",
               "class A[T: int, *Ts, **P]: pass", "type X[T] = list[T]", "type Y = int"):
    tree = ast.parse(source)
    print(ast.dump(tree.body[0]))
    print(len(tree.body[0].type_params), ast.unparse(tree), compile(tree, "x", "exec").co_name)
made = ast.FunctionDef("f", ast.arguments([], [], None, [], [], None, []), [ast.Pass()], [])
print(ast.dump(made), hasattr(made, "type_params"))
# expect: FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[], type_params=[])
# expect: 0 def f():
# expect:     pass <module>
# expect: AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[], type_params=[])
# expect: 0 async def f():
# expect:     pass <module>
# expect: ClassDef(name='A', bases=[], keywords=[], body=[Pass()], decorator_list=[], type_params=[])
# expect: 0 class A:
# expect:     pass <module>
# expect: FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='x', annotation=Name(id='T', ctx=Load()))], kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[], type_params=[TypeVar(name='T')])
# expect: 1 def f[T](x: T):
# expect:     pass <module>
# expect: ClassDef(name='A', bases=[], keywords=[], body=[Pass()], decorator_list=[], type_params=[TypeVar(name='T', bound=Name(id='int', ctx=Load())), TypeVarTuple(name='Ts'), ParamSpec(name='P')])
# expect: 3 class A[T: int, *Ts, **P]:
# expect:     pass <module>
# expect: TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T')], value=Subscript(value=Name(id='list', ctx=Load()), slice=Name(id='T', ctx=Load()), ctx=Load()))
# expect: 1 type X[T] = list[T] <module>
# expect: TypeAlias(name=Name(id='Y', ctx=Store()), type_params=[], value=Name(id='int', ctx=Load()))
# expect: 0 type Y = int <module>
# expect: FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[]) False

"""What names mean in the scopes of a source: which are local, global or of an outer function."""
import ast

__all__ = ["symtable", "SymbolTable", "Class", "Function", "Symbol"]
_REFERENCED, _PARAMETER, _ASSIGNED, _IMPORTED, _GLOBAL, _NONLOCAL, _ANNOTATED = 1, 2, 4, 8, 16, 32, 64
_BOUND = _PARAMETER | _ASSIGNED | _IMPORTED
_COMPREHENSIONS = {ast.ListComp: "listcomp", ast.SetComp: "setcomp", ast.DictComp: "dictcomp", ast.GeneratorExp: "genexpr"}


def symtable(code, filename, compile_type):
    """The table of a source: of its module ("exec"), expression ("eval") or statement ("single")."""
    tree = compile(code, filename, compile_type, ast.PyCF_ONLY_AST)
    compile(code, filename, compile_type, dont_inherit=True)        # (Finds what a tree does not tell.)
    top = _Scope("module", "top", 0, None, filename)
    _Walker(top).visit(tree)
    top.resolve()
    return SymbolTable(top)


class _Scope:
    """A scope under construction."""

    def __init__(self, kind, name, line, outer, filename):
        self.kind, self.name, self.line, self.outer, self.filename = kind, name, line, outer, filename
        self.flags, self.meaning, self.children = {}, {}, []
        # The class around, whose name is put in front of names with two underscores.
        self.owner = name if kind == "class" else outer.owner if outer else None
        if outer:
            outer.children.append(self)

    def mangled(self, name):
        if self.owner and name.startswith("__") and not name.endswith("__") and "." not in name and self.owner.strip("_"):
            return "_%s%s" % (self.owner.lstrip("_"), name)
        return name

    def add(self, name, flag):
        name = self.mangled(name)
        self.flags[name] = self.flags.get(name, 0) | flag

    def resolve(self):
        """Finds what each name means, from outside in."""
        for name, flags in list(self.flags.items()):
            if name not in self.meaning:
                self.meaning[name] = self._found(name, flags)
        for child in self.children:
            child.resolve()

    def _found(self, name, flags):
        if flags & _GLOBAL:
            return "explicit"
        if flags & _NONLOCAL:
            self._reach(name)
            return "free"
        if flags & _BOUND:
            return "local"
        return "free" if self._reach(name) else "implicit"

    def _reach(self, name):
        """Whether a function around has the name; the scopes between pass it on."""
        passed, scope = [], self.outer
        while scope is not None and scope.kind != "module":
            flags = scope.flags.get(name, 0)
            if scope.kind == "class":
                if name == "__class__":
                    return True
            elif flags & _GLOBAL:
                return False
            elif flags & _BOUND and not flags & _NONLOCAL:
                for each in passed:
                    if not each.flags.get(name, 0) & _BOUND:
                        each.flags.setdefault(name, 0)
                        each.meaning[name] = "free"
                return True
            passed.append(scope)
            scope = scope.outer
        return False


class _Walker(ast.NodeVisitor):
    """Notes where names stand."""

    def __init__(self, scope):
        self.scope = scope

    def inside(self, kind, name, node):
        return _Walker(_Scope(kind, name, node.lineno, self.scope, self.scope.filename))

    def each(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_Name(self, node):
        is_load = isinstance(node.ctx, ast.Load)
        self.scope.add(node.id, _REFERENCED if is_load else _ASSIGNED)
        if is_load and node.id == "super" and self.scope.kind == "function":
            self.scope.add("__class__", _REFERENCED)

    def _parameters(self, inner, args):
        for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg):
            if arg is not None:
                inner.scope.add(arg.arg, _PARAMETER)

    def _function(self, node):
        self.scope.add(node.name, _ASSIGNED)
        args = node.args
        self.each((*args.defaults, *args.kw_defaults))
        self.each([arg.annotation for arg in (*args.posonlyargs, *args.args, args.vararg, *args.kwonlyargs, args.kwarg)
                   if arg is not None])
        self.each((node.returns, *node.decorator_list))
        inner = self.inside("function", node.name, node)
        self._parameters(inner, args)
        inner.each(node.body)

    visit_FunctionDef = visit_AsyncFunctionDef = _function

    def visit_Lambda(self, node):
        self.each((*node.args.defaults, *node.args.kw_defaults))
        inner = self.inside("function", "lambda", node)
        self._parameters(inner, node.args)
        inner.visit(node.body)

    def visit_ClassDef(self, node):
        self.scope.add(node.name, _ASSIGNED)
        self.each((*node.bases, *node.keywords, *node.decorator_list))
        self.inside("class", node.name, node).each(node.body)

    def _comprehension(self, node):
        first, *rest = node.generators
        self.visit(first.iter)
        inner = self.inside("function", _COMPREHENSIONS[type(node)], node)
        inner.scope.add(".0", _PARAMETER)
        inner.visit(first.target)
        inner.each(first.ifs)
        for generator in rest:
            inner.visit(generator.iter)
            inner.visit(generator.target)
            inner.each(generator.ifs)
        inner.each((node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,))

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def visit_NamedExpr(self, node):
        self.visit(node.value)
        scope, name = self.scope, node.target.id
        # In a comprehension the name belongs to what is around.
        while scope.name in _COMPREHENSIONS.values() and ".0" in scope.flags:
            scope.add(name, _NONLOCAL if scope.outer.kind == "function" else _GLOBAL)
            scope = scope.outer
        scope.add(name, _ASSIGNED)

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name):
            flag = _ANNOTATED | (_ASSIGNED if node.value is not None or node.simple else 0)
            self.scope.add(node.target.id, flag)
        else:
            self.visit(node.target)
        self.each((node.annotation, node.value))

    def _import(self, node):
        for alias in node.names:
            if alias.name != "*":
                self.scope.add(alias.asname or alias.name.split(".")[0], _IMPORTED)

    visit_Import = visit_ImportFrom = _import

    def visit_Global(self, node):
        top = self.scope
        while top.outer is not None:
            top = top.outer
        for name in node.names:
            self.scope.add(name, _GLOBAL)
            top.add(name, _GLOBAL)

    def visit_Nonlocal(self, node):
        for name in node.names:
            self.scope.add(name, _NONLOCAL)

    def visit_ExceptHandler(self, node):
        self.each((node.type,))
        if node.name:
            self.scope.add(node.name, _ASSIGNED)
        self.each(node.body)

    def _pattern(self, node):
        name = getattr(node, "name", None) or getattr(node, "rest", None)
        if name:
            self.scope.add(name, _ASSIGNED)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = visit_MatchMapping = _pattern


def _table(scope):
    cls = {"function": Function, "class": Class}.get(scope.kind, SymbolTable)
    return cls(scope)


class SymbolTable:
    """The names of a scope."""

    def __init__(self, scope):
        self._scope, self._symbols = scope, {}

    def __repr__(self):
        kind = "" if type(self) is SymbolTable else type(self).__name__ + " "
        if self._scope.kind == "module":
            return "<%sSymbolTable for module %s>" % (kind, self._scope.filename)
        return "<%sSymbolTable for %s in %s>" % (kind, self._scope.name, self._scope.filename)

    def get_type(self):
        """"module", "function" or "class"."""
        return self._scope.kind

    def get_id(self):
        return id(self._scope)

    def get_name(self):
        return self._scope.name

    def get_lineno(self):
        return self._scope.line

    def is_optimized(self):
        """Whether its local names lie in places of their own."""
        return self._scope.kind == "function"

    def is_nested(self):
        """Whether it lies in a function."""
        scope = self._scope.outer
        while scope is not None and scope.kind != "function":
            scope = scope.outer
        return scope is not None

    def has_children(self):
        return bool(self._scope.children)

    def get_identifiers(self):
        """All names."""
        return self._scope.flags.keys()

    def lookup(self, name):
        """The symbol of a name."""
        found = self._symbols.get(name)
        if found is None:
            flags = self._scope.flags[name]
            inside = [_table(child) for child in self._scope.children if child.name == name]
            found = self._symbols[name] = Symbol(name, flags, inside, meaning=self._scope.meaning[name],
                                                 module_scope=self._scope.kind == "module")
        return found

    def get_symbols(self):
        return [self.lookup(name) for name in self.get_identifiers()]

    def get_children(self):
        """The tables of the scopes directly inside."""
        return [_table(child) for child in self._scope.children]


class Function(SymbolTable):
    """The names of a function."""

    def _those(self, test):
        return tuple([name for name, flags in self._scope.flags.items() if test(flags, self._scope.meaning[name])])

    def get_parameters(self):
        return self._those(lambda flags, meaning: flags & _PARAMETER)

    def get_locals(self):
        return self._those(lambda flags, meaning: meaning == "local")

    def get_globals(self):
        return self._those(lambda flags, meaning: meaning in ("explicit", "implicit"))

    def get_nonlocals(self):
        return self._those(lambda flags, meaning: flags & _NONLOCAL)

    def get_frees(self):
        return self._those(lambda flags, meaning: meaning == "free")


class Class(SymbolTable):
    """The names of a class."""

    def get_methods(self):
        return tuple(dict.fromkeys([child.name for child in self._scope.children if child.kind == "function"]))


class Symbol:
    """A name in a scope."""

    def __init__(self, name, flags, namespaces=None, *, meaning="local", module_scope=False):
        self._name, self._flags, self._inside = name, flags, namespaces or ()
        self._meaning, self._is_module = meaning, module_scope

    def __repr__(self):
        return "<symbol %r>" % self._name

    def get_name(self):
        return self._name

    def is_referenced(self):
        return bool(self._flags & _REFERENCED)

    def is_parameter(self):
        return bool(self._flags & _PARAMETER)

    def is_global(self):
        return self._meaning in ("explicit", "implicit") or self._is_module and bool(self._flags & _BOUND)

    def is_nonlocal(self):
        return bool(self._flags & _NONLOCAL)

    def is_declared_global(self):
        return self._meaning == "explicit"

    def is_local(self):
        return self._meaning == "local" or self._is_module and bool(self._flags & _BOUND)

    def is_annotated(self):
        return bool(self._flags & _ANNOTATED)

    def is_free(self):
        return self._meaning == "free"

    def is_imported(self):
        return bool(self._flags & _IMPORTED)

    def is_assigned(self):
        return bool(self._flags & _ASSIGNED)

    def is_namespace(self):
        """Whether the name is that of a function or class."""
        return bool(self._inside)

    def get_namespaces(self):
        return self._inside

    def get_namespace(self):
        """The table of the one function or class of that name."""
        if not self._inside:
            raise ValueError("name is not bound to any namespaces")
        if len(self._inside) > 1:
            raise ValueError("name is bound to multiple namespaces")
        return self._inside[0]

extension PythonLibrary {
  /// `types`.
  static let typesModule = #"""
    import sys as _sys
    def _f(): pass
    FunctionType = type(_f)
    LambdaType = FunctionType
    CodeType = type(_f.__code__)
    MappingProxyType = type(type.__dict__)
    def _g(): yield 1
    GeneratorType = type(_g())
    async def _c(): pass
    _c = _c()
    CoroutineType = type(_c)
    _c.close()
    async def _ag(): yield
    _ag = _ag()
    AsyncGeneratorType = type(_ag)
    class _C:
        def _m(self): pass
    MethodType = type(_C()._m)
    BuiltinFunctionType = type(len)
    BuiltinMethodType = type([].append)
    WrapperDescriptorType = type(object.__init__)
    MethodDescriptorType = type(str.join)
    ModuleType = type(_sys)
    NoneType = type(None)
    NotImplementedType = type(NotImplemented)
    EllipsisType = type(...)
    GenericAlias = type(list[int])
    UnionType = type(int | str)
    try:
        raise TypeError
    except TypeError as _e:
        TracebackType = type(_e.__traceback__)

    class SimpleNamespace:
        def __init__(self, /, **kwargs):
            self.__dict__.update(kwargs)
        def __repr__(self):
            name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
            return name + "(" + ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items()) + ")"
        def __eq__(self, other):
            if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
                return self.__dict__ == other.__dict__
            return NotImplemented

    class DynamicClassAttribute(property):
        pass

    def new_class(name, bases=(), kwds=None, exec_body=None):
        namespace = {}
        if exec_body is not None:
            exec_body(namespace)
        kwds = dict(kwds or {})
        meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
        return meta(name, bases, namespace, **kwds)

    def coroutine(func):
        return func
    """#
}

# Recorded from CPython 3.11.7.
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, (int, float)), isinstance("a", object))
print(issubclass(bool, int), issubclass(int, (str, object)), isinstance(3, int | str))
print(type(1), type("a"), type(None), type(print), type(lambda: 0), type(type), type([].append), type(...))
print(type(1) is int, type(1.5).__name__, type(range(3)), type({}.keys()), type(iter([])), type(x for x in []))
print(int.__mro__, bool.__bases__, callable(print), callable(3), callable(int))


class C:
    def __call__(self):
        pass


print(callable(C()), callable(C), type(C), type(C()).__name__)
for bad in (lambda: isinstance(1, 2), lambda: issubclass(1, int)):
    try:
        bad()
    except TypeError as error:
        print(error)
print(type(C.__call__).__name__, type(C().__call__).__name__, type(len).__name__, type(str.join).__name__)
print(NotImplemented, type(NotImplemented).__name__, id(C) == id(C), hash("a") == hash("a"), hash(1) == hash(1.0))
# expect: True True True True
# expect: True True True
# expect: <class 'int'> <class 'str'> <class 'NoneType'> <class 'builtin_function_or_method'> <class 'function'> <class 'type'> <class 'builtin_function_or_method'> <class 'ellipsis'>
# expect: True float <class 'range'> <class 'dict_keys'> <class 'list_iterator'> <class 'generator'>
# expect: (<class 'int'>, <class 'object'>) (<class 'int'>,) True False True
# expect: True True <class 'type'> C
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 1 must be a class
# expect: function method builtin_function_or_method method_descriptor
# expect: NotImplemented NotImplementedType True True True

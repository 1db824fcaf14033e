# Recorded from CPython 3.11.7.
print(None, repr(None), type(None), None is None, [None], {None: 1}[None], f"{None}", "%s" % None)


def nothing():
    pass


print(nothing(), nothing() is None, (lambda: None)(), [].append(1))
print(..., Ellipsis, type(...), [...], {...: 1})
for bad in (lambda: None.x, lambda: None(), lambda: None + None, lambda: None < None, lambda: len(None), lambda: iter(None), lambda: None[0], lambda: -None):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(None == 0, None == False, None != None, None or 5, not None, bool(...), NotImplemented is NotImplemented)
# expect: None None <class 'NoneType'> True [None] 1 None None
# expect: None True None None
# expect: Ellipsis Ellipsis <class 'ellipsis'> [Ellipsis] {Ellipsis: 1}
# expect: AttributeError 'NoneType' object has no attribute 'x'
# expect: TypeError 'NoneType' object is not callable
# expect: TypeError unsupported operand type(s) for +: 'NoneType' and 'NoneType'
# expect: TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: TypeError object of type 'NoneType' has no len()
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError 'NoneType' object is not subscriptable
# expect: TypeError bad operand type for unary -: 'NoneType'
# expect: False False False 5 True True True

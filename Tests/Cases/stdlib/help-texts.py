# Recorded from CPython 3.11.7.
# What help() tells of functions, methods and classes.
def f(a, b=2):
    """Doc.

    More."""
class A:
    "A doc"
    x = 5
    def __init__(self, q): "init"
    def m(self): "mdoc"
    @classmethod
    def c(cls): "cdoc"
    @staticmethod
    def s(): pass
    @property
    def p(self): "pdoc"
class B(A):
    def n(self): "ndoc"
class C: pass
help(f); help(A.m); help(len); help(A); help(B); help(C); help(A(1)); help(A(1).m); help('abs')
# expect: Help on function f in module __main__:
# expect:
# expect: f(a, b=2)
# expect:     Doc.
# expect:     
# expect:     More.
# expect:
# expect: Help on function m in module __main__:
# expect:
# expect: m(self)
# expect:     mdoc
# expect:
# expect: Help on built-in function len in module builtins:
# expect:
# expect: len(obj, /)
# expect:     Return the number of items in a container.
# expect:
# expect: Help on class A in module __main__:
# expect:
# expect: class A(builtins.object)
# expect:  |  A(q)
# expect:  |  
# expect:  |  A doc
# expect:  |  
# expect:  |  Methods defined here:
# expect:  |  
# expect:  |  __init__(self, q)
# expect:  |      init
# expect:  |  
# expect:  |  m(self)
# expect:  |      mdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Class methods defined here:
# expect:  |  
# expect:  |  c() from builtins.type
# expect:  |      cdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Static methods defined here:
# expect:  |  
# expect:  |  s()
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Readonly properties defined here:
# expect:  |  
# expect:  |  p
# expect:  |      pdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors defined here:
# expect:  |  
# expect:  |  __dict__
# expect:  |      dictionary for instance variables
# expect:  |  
# expect:  |  __weakref__
# expect:  |      list of weak references to the object
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes defined here:
# expect:  |  
# expect:  |  x = 5
# expect:
# expect: Help on class B in module __main__:
# expect:
# expect: class B(A)
# expect:  |  B(q)
# expect:  |  
# expect:  |  Method resolution order:
# expect:  |      B
# expect:  |      A
# expect:  |      builtins.object
# expect:  |  
# expect:  |  Methods defined here:
# expect:  |  
# expect:  |  n(self)
# expect:  |      ndoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Methods inherited from A:
# expect:  |  
# expect:  |  __init__(self, q)
# expect:  |      init
# expect:  |  
# expect:  |  m(self)
# expect:  |      mdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Class methods inherited from A:
# expect:  |  
# expect:  |  c() from builtins.type
# expect:  |      cdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Static methods inherited from A:
# expect:  |  
# expect:  |  s()
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Readonly properties inherited from A:
# expect:  |  
# expect:  |  p
# expect:  |      pdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors inherited from A:
# expect:  |  
# expect:  |  __dict__
# expect:  |      dictionary for instance variables
# expect:  |  
# expect:  |  __weakref__
# expect:  |      list of weak references to the object
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes inherited from A:
# expect:  |  
# expect:  |  x = 5
# expect:
# expect: Help on class C in module __main__:
# expect:
# expect: class C(builtins.object)
# expect:  |  Data descriptors defined here:
# expect:  |  
# expect:  |  __dict__
# expect:  |      dictionary for instance variables
# expect:  |  
# expect:  |  __weakref__
# expect:  |      list of weak references to the object
# expect:
# expect: Help on A in module __main__ object:
# expect:
# expect: class A(builtins.object)
# expect:  |  A(q)
# expect:  |  
# expect:  |  A doc
# expect:  |  
# expect:  |  Methods defined here:
# expect:  |  
# expect:  |  __init__(self, q)
# expect:  |      init
# expect:  |  
# expect:  |  m(self)
# expect:  |      mdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Class methods defined here:
# expect:  |  
# expect:  |  c() from builtins.type
# expect:  |      cdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Static methods defined here:
# expect:  |  
# expect:  |  s()
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Readonly properties defined here:
# expect:  |  
# expect:  |  p
# expect:  |      pdoc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors defined here:
# expect:  |  
# expect:  |  __dict__
# expect:  |      dictionary for instance variables
# expect:  |  
# expect:  |  __weakref__
# expect:  |      list of weak references to the object
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes defined here:
# expect:  |  
# expect:  |  x = 5
# expect:
# expect: Help on method m in module __main__:
# expect:
# expect: m() method of __main__.A instance
# expect:     mdoc
# expect:
# expect: Help on built-in function abs in module builtins:
# expect:
# expect: abs(x, /)
# expect:     Return the absolute value of the argument.
# expect:

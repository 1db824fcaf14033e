# Recorded from CPython 3.11.7.
import math as m
from math import sqrt, pi as PI
import os.path
import sys, time

print(m.floor(2.5), sqrt(16), PI == m.pi, os.path.join("a", "b"), m.__name__, type(sys).__name__)
from math import *

print(cos(0), floor(1.5))
try:
    import nothing_here
except ModuleNotFoundError as error:
    print(error)
try:
    from os import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import math.sub
except ModuleNotFoundError as error:
    print(error)
try:
    m.nope
except AttributeError as error:
    print(error)


def inside():
    import random

    return random.__name__


print(inside(), "random" in sys.modules, __import__("math") is m)
import importlib

print(importlib.import_module("math") is m)
# expect: 2 4.0 True a/b math module
# expect: 1.0 1
# expect: No module named 'nothing_here'
# expect: cannot import name 'nothing' from 'os'
# expect: No module named 'math.sub'; 'math' is not a package
# expect: module 'math' has no attribute 'nope'
# expect: random True True
# expect: True

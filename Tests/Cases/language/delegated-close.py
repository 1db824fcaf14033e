# Recorded from CPython 3.11.7.
import types, sys, builtins
def leaf():
    try: yield 1; yield 2
    finally: print('leaf done')
def outer():
    try: yield from leaf()
    except GeneratorExit: print('outer closed'); raise
g = outer(); print(next(g)); g.close()
try: next(g)
except StopIteration: print('stopped')
def swallow():
    try: yield 1
    except GeneratorExit: return
def above():
    try: print((yield from swallow()))
    except GeneratorExit: print('above got it')
g = above(); next(g); g.close()
def refuse():
    try: yield 1
    except GeneratorExit: yield 2
g = (lambda: (yield from refuse()))(); next(g)
try: g.close()
except RuntimeError as e: print(e)
class Plain:
    def __iter__(self): return self
    def __next__(self): return 5
def over(): yield from Plain()
g = over(); next(g)
try: g.throw(KeyError('k'))
except KeyError as e: print('through', e)
@types.coroutine
def wait(x): print('got', (yield x)); return x * 2
async def main(): return await wait(4)
c = main(); print(c.send(None))
try: c.send('reply')
except StopIteration as e: print(e.value)
try: object.__new__(int)
except TypeError as e: print(e)
real = builtins.__import__
def hook(name, *rest): print('import', name); return real(name, *rest)
builtins.__import__ = hook
import math
builtins.__import__ = real
class Setter:
    def __set__(self, obj, value): obj.__dict__['x'] = value * 2
class Holder: x = Setter()
h = Holder(); h.x = 4; print(h.x)
# expect: 1
# expect: leaf done
# expect: outer closed
# expect: stopped
# expect: above got it
# expect: generator ignored GeneratorExit
# expect: through 'k'
# expect: 4
# expect: got reply
# expect: 8
# expect: object.__new__(int) is not safe, use int.__new__()
# expect: import math
# expect: 8

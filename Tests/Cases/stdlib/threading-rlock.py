# Recorded from CPython 3.12.1.
import threading
r=threading.RLock()
print(type(r).__name__, type(r).__module__, [n for n in dir(r) if not n.startswith('__')])
r.acquire(); print(repr(r)[:30], 'count=1' in repr(r), r._is_owned(), r._recursion_count())
print(r.acquire(), r._recursion_count())
with r: print(r._recursion_count())
s=r._release_save(); print(s[0], r._is_owned())
r._acquire_restore(s); print(r._recursion_count())
r.release(); r.release()
try: r.release()
except Exception as e: print(repr(e))
try: r._release_save()
except Exception as e: print(repr(e))
for a in [dict(blocking=False,timeout=3)]:
    try: print(r.acquire(**a))
    except Exception as e: print(type(e).__name__,e)
def f(): print('other',r.acquire(False),r.acquire(timeout=0.05),r._is_owned())
r.acquire(); t=threading.Thread(target=f); t.start(); t.join(); r.release()
t=threading.Thread(target=f); t.start(); t.join()
print(r.acquire(False))
print(r.__enter__.__doc__ is not None, type(threading.RLock))
try: threading._CRLock(1)
except Exception as e: print(repr(e))
import _thread; print(_thread.RLock, threading.RLock()._is_owned())
class R(_thread.RLock): pass
x=R()
with x: print(type(x).__name__)
# expect: RLock _thread ['_acquire_restore', '_at_fork_reinit', '_is_owned', '_recursion_count', '_release_save', 'acquire', 'release']
# expect: <locked _thread.RLock object o True True 1
# expect: True 2
# expect: 3
# expect: 2 False
# expect: 2
# expect: RuntimeError('cannot release un-acquired lock')
# expect: RuntimeError('cannot release un-acquired lock')
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: other False False False
# expect: other True True True
# expect: False
# expect: True <class 'function'>
# expect: <class '_thread.RLock'> False
# expect: R

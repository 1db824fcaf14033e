# Recorded from CPython 3.11.7.
import multiprocessing, os, sys
from multiprocessing import util
class Thing: n = 0
def raise_number(thing): thing.n = 5
def child(thing):
    print("child", util.is_exiting(), thing.n, first.still_active())
    util.Finalize(None, print, ("end of child",), exitpriority=1)
    sys.stdout.flush()
thing = Thing()
util.register_after_fork(thing, raise_number)
first = util.Finalize(thing, print, args=("gone",), kwargs={"end": "!\n"}, exitpriority=3)
print(first)
for priority in (5, -1, 5):
    util.Finalize(None, print, ("at the end", priority), exitpriority=priority)
for arguments in [(None, print), (None, print, (), {}, "a")]:
    try: util.Finalize(*arguments)
    except (TypeError, ValueError) as error: print(repr(error))
once = util.Finalize(thing, len, ([1, 2],))
print(once(), once(), once)
other = util.Finalize(thing, len, ([1, 2],))
other.cancel()
print(other.still_active())
process = multiprocessing.get_context("fork").Process(target=child, args=(thing,))
sys.stdout.flush()
process.start(); process.join()
print(process.exitcode, thing.n)
del thing
print(first.still_active())
logger = util.get_logger()
print(logger.name, logger.propagate, logger.level, multiprocessing.get_logger() is logger)
print(os.path.isdir(util.get_temp_dir()), os.path.basename(util.get_temp_dir())[:5])
with util.ForkAwareThreadLock() as taken: print(taken)
print(util.is_abstract_socket_namespace("\0a"), util.is_abstract_socket_namespace(b""))
# expect: <Finalize object, callback=print, args=('gone',), kwargs={'end': '!\n'}, exitpriority=3>
# expect: ValueError('Without object, exitpriority cannot be None')
# expect: TypeError("Exitpriority ('a') must be None or int, not <class 'str'>")
# expect: 2 None <Finalize object, dead>
# expect: False
# expect: child False 5 False
# expect: end of child
# expect: 0 0
# expect: gone!
# expect: False
# expect: multiprocessing 0 0 True
# expect: True pymp-
# expect: True
# expect: True False
# expect: at the end 5
# expect: at the end 5
# expect: at the end -1

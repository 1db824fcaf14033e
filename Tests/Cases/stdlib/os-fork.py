# Recorded from CPython 3.11.7.
# A copy of the process, pipes to it, and how it ends.
import os
import signal
import sys

reading, writing = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(reading)
    os.write(writing, b"from the child")
    os._exit(7)
os.close(writing)
print(os.read(reading, 100), os.read(reading, 100))
found, status = os.waitpid(pid, 0)
print(found == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    print("the child prints")
    sys.exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
pid = os.fork()
if pid == 0:
    signal.pause()
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
log = []
os.register_at_fork(before=lambda: log.append("before"), after_in_parent=lambda: log.append("parent"),
                    after_in_child=lambda: os._exit(9))
pid = os.fork()
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), log)
try:
    os.waitpid(pid, 0)
except ChildProcessError as error:
    print(error)
# expect: b'from the child' b''
# expect: True True 7 7
# expect: the child prints
# expect: 3
# expect: (0, 0)
# expect: -15
# expect: 9 ['before', 'parent']
# expect: [Errno 10] No child processes

# Recorded from CPython 3.11.7.
# Handlers of signals, timers, os.popen and friends, select and selectors.
import os
import select
import selectors
import signal
import subprocess
import time

seen = []


def note(number, frame):
    seen.append(signal.Signals(number).name)


old = signal.signal(signal.SIGUSR1, note)
print(old, signal.getsignal(signal.SIGUSR1) is note)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen)
signal.raise_signal(signal.SIGUSR1)
print(seen)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen, signal.getsignal(signal.SIGUSR1))


# A timeout by SIGALRM, as libraries do it.
class Late(Exception):
    pass


def late(number, frame):
    raise Late("too late")


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except Late as e:
    print("loop:", e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(20)
except Late as e:
    print("sleep:", e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    subprocess.run(["sleep", "20"])
except Late as e:
    print("subprocess:", e)
print(signal.alarm(100), signal.alarm(0))
print(signal.getitimer(signal.ITIMER_REAL))
signal.signal(signal.SIGALRM, signal.SIG_DFL)

# SIGINT.
try:
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(100000):
        pass
    print("not interrupted")
except KeyboardInterrupt:
    print("KeyboardInterrupt")
signal.signal(signal.SIGINT, note)
os.kill(os.getpid(), signal.SIGINT)
for _ in range(100000):
    pass
print(seen[-1])
print(signal.signal(signal.SIGINT, signal.default_int_handler) is note)
for bad in (lambda: signal.signal(0, note), lambda: signal.signal(signal.SIGKILL, note), lambda: signal.signal(signal.SIGUSR2, "x"),
            lambda: signal.setitimer(99, 1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(signal.strsignal(signal.SIGTERM), signal.strsignal(signal.SIGSEGV), signal.Signals(9), signal.SIGTERM)

# os.
with os.popen("echo from popen") as f:
    print(f.read())
f = os.popen("exit 3")
print(f.read(), f.close(), os.waitstatus_to_exitcode(3 << 8))
f = os.popen("cat >/dev/null", "w")
print(f.write("text"), f.close())
status = os.system("exit 5")
print(status, os.WEXITSTATUS(status), os.WIFEXITED(status), os.WIFSIGNALED(9), os.WTERMSIG(9))
p = subprocess.Popen(["sh", "-c", "exit 6"])
pid, status = os.waitpid(p.pid, 0)
print(pid == p.pid, os.waitstatus_to_exitcode(status))
try:
    os.waitpid(p.pid, 0)
except ChildProcessError as e:
    print(e)
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 8"))
print(os.getpgrp() == os.getpgid(0))

# select.
r, w = os.pipe()
print(select.select([r], [w], [], 0) == ([], [w], []), select.select([r], [], [], 0.01))
os.write(w, b"x")
print(select.select([r], [], [], 5) == ([r], [], []))
poll = select.poll()
poll.register(r, select.POLLIN)
print(poll.poll(1000) == [(r, select.POLLIN)], os.read(r, 10), poll.poll(1))
poll.unregister(r)
with selectors.DefaultSelector() as s:
    key = s.register(r, selectors.EVENT_READ, data="reading")
    print(key.data, len(s.get_map()), s.select(0.01))
    os.write(w, b"y")
    print([(k.data, e) for k, e in s.select(1)])
    os.close(w)
    os.read(r, 10)
    print([(k.data, e) for k, e in s.select(1)], os.read(r, 10))
    s.unregister(r)
    for bad in (lambda: s.register(r, 0), lambda: s.unregister(r), lambda: s.register(-1, 1)):
        try:
            bad()
        except Exception as e:
            print(type(e).__name__, str(e).replace(str(r), "R"))
os.close(r)
# expect: 0 True
# expect: ['SIGUSR1']
# expect: ['SIGUSR1', 'SIGUSR1']
# expect: ['SIGUSR1', 'SIGUSR1'] 1
# expect: loop: too late
# expect: sleep: too late
# expect: subprocess: too late
# expect: 0 100
# expect: (0.0, 0.0)
# expect: KeyboardInterrupt
# expect: SIGINT
# expect: True
# expect: ValueError signal number out of range
# expect: OSError [Errno 22] Invalid argument
# expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: itimer_error [Errno 22] Invalid argument
# expect: Terminated Segmentation fault 9 15
# expect: from popen
# expect:
# expect:  768 3
# expect: 4 None
# expect: 1280 5 True True 9
# expect: True 6
# expect: [Errno 10] No child processes
# expect: 8
# expect: True
# expect: True ([], [], [])
# expect: True
# expect: True b'x' []
# expect: reading 1 []
# expect: [('reading', 1)]
# expect: [('reading', 1)] b''
# expect: ValueError Invalid events: 0
# expect: KeyError 'R is not registered'
# expect: ValueError Invalid file descriptor: -1

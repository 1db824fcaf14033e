# Recorded from CPython 3.11.7.
import grp
import os
import pwd
import signal
import subprocess
import threading

print(subprocess.run(["echo", "x"], preexec_fn=lambda: os.write(1, b"from the child\n"), capture_output=True).stdout)
print(subprocess.check_output("pwd; umask", shell=True, umask=0o27, cwd="/", text=True).split())
print(subprocess.check_output(["printenv", "OWN"], preexec_fn=lambda: None, env={"OWN": "1", "PATH": "/usr/bin:/bin"}))
seen = []
subprocess.run(["true"], preexec_fn=lambda: seen.append(1))
print(seen)


def nice():
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


with subprocess.Popen(["sh", "-c", "echo ready; sleep 0.2; echo end"], preexec_fn=nice, stdout=subprocess.PIPE, text=True) as p:
    print(p.stdout.readline(), os.getsid(p.pid) == p.pid)
    p.terminate()
    print(p.stdout.read(), p.wait())


def failing():
    raise ValueError("in the child")


for arguments in ({"preexec_fn": failing}, {"preexec_fn": 3}, {"user": -1}, {"user": 1.5}, {"user": "no such user"},
                  {"group": "no such group"}, {"extra_groups": 5}, {"umask": 0, "cwd": "/no/such/folder"}):
    try:
        subprocess.run(["true"], **arguments)
    except Exception as error:
        print(type(error).__name__, error)
try:
    subprocess.run(["no-such-program"], preexec_fn=lambda: None)
except FileNotFoundError as error:
    print(error)

# While other threads run
done = threading.Event()


def busy():
    n = 0
    while not done.is_set():
        n += 1


threads = [threading.Thread(target=busy) for _ in range(3)]
for thread in threads:
    thread.start()
print([subprocess.run(["echo", str(n)], preexec_fn=lambda: sum(range(20000)), capture_output=True).stdout for n in range(5)])
done.set()
for thread in threads:
    thread.join()
reading, writing = os.pipe()
# dash has no `>&` for numbers of two digits.
kept = subprocess.run(["sh", "-c", "echo kept >/dev/fd/%d" % writing], pass_fds=[writing], preexec_fn=lambda: None)
os.close(writing)
print(kept.returncode, os.read(reading, 10))
print(pwd.getpwnam("root").pw_uid, pwd.getpwuid(0)[0], grp.getgrgid(0).gr_name, grp.getgrnam("root").gr_gid)
for call in (lambda: pwd.getpwnam("no such user"), lambda: grp.getgrgid(99999999)):
    try:
        call()
    except KeyError as error:
        print(error)
# expect: b'from the child\nx\n'
# expect: ['/', '0027']
# expect: b'1\n'
# expect: []
# expect: ready
# expect:  True
# expect: end
# expect:  0
# expect: SubprocessError Exception occurred in preexec_fn.
# expect: SubprocessError Exception occurred in preexec_fn.
# expect: ValueError User ID cannot be negative, got -1
# expect: TypeError User must be a string or an integer
# expect: KeyError "getpwnam(): name not found: 'no such user'"
# expect: KeyError "getgrnam(): name not found: 'no such group'"
# expect: TypeError 'int' object is not iterable
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such/folder'
# expect: [Errno 2] No such file or directory: 'no-such-program'
# expect: [b'0\n', b'1\n', b'2\n', b'3\n', b'4\n']
# expect: 0 b'kept\n'
# expect: 0 root root 0
# expect: "getpwnam(): name not found: 'no such user'"
# expect: 'getgrgid(): gid not found: 99999999'

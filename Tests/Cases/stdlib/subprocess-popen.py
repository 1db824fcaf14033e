# Recorded from CPython 3.11.7.
# Programs that are started, talked to, timed out and signalled.
import os
import signal
import subprocess
import time
from subprocess import PIPE, DEVNULL, STDOUT

print(subprocess.run(["echo", "hello"], capture_output=True))
print(subprocess.run("echo out; echo err >&2; exit 3", shell=True, capture_output=True, text=True))
print(subprocess.run(["cat"], input="text\n", stdout=PIPE, text=True).stdout)
print(subprocess.run(["cat"], input=b"\x00\xff", stdout=PIPE).stdout)
print(subprocess.check_output(["printf", "%s-%s", "a", "b"]))
print(subprocess.check_output("echo both >&2", shell=True, stderr=STDOUT))
print(subprocess.call(["true"]), subprocess.call(["false"]), subprocess.call("exit 7", shell=True))
print(subprocess.check_call(["true"]))
print(subprocess.getoutput("echo 1; echo 2"), subprocess.getstatusoutput("echo x; exit 2"))

for args, options in [(["false"], {}), ("kill -9 $$", {"shell": True}), ("echo part; exit 4", {"shell": True, "stdout": PIPE})]:
    try:
        subprocess.run(args, check=True, **options)
    except subprocess.CalledProcessError as e:
        print(e, e.returncode, e.cmd, e.output, e.stdout, e.stderr)
try:
    subprocess.check_call(["false"])
except subprocess.CalledProcessError as e:
    print(repr(e), str(e))

# Timeouts.
for call in (lambda: subprocess.run(["sleep", "10"], timeout=0.05, stdout=PIPE),
             lambda: subprocess.run("echo begun; exec sleep 10", shell=True, timeout=0.3, stdout=PIPE),
             lambda: subprocess.check_output(["sleep", "10"], timeout=0.05),
             lambda: subprocess.call(["sleep", "10"], timeout=0.05)):
    start = time.monotonic()
    try:
        call()
    except subprocess.TimeoutExpired as e:
        print(e, e.cmd, e.timeout, e.output, e.stderr, time.monotonic() - start < 8)

# A running program.
p = subprocess.Popen(["sleep", "30"])
print(p.poll(), p.returncode, isinstance(p.pid, int), repr(p))
try:
    p.wait(timeout=0.02)
except subprocess.TimeoutExpired as e:
    print(e)
p.terminate()
print(p.wait(), p.returncode == -signal.SIGTERM, p.poll())
p.kill()
p = subprocess.Popen(["sleep", "30"])
p.send_signal(signal.SIGINT)
print(p.wait())

with subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True) as p:
    p.stdin.write("one\ntwo\n")
    p.stdin.close()
    print(p.stdout.readline(), list(p.stdout))
print(p.returncode)

with subprocess.Popen(["tr", "a-z", "A-Z"], stdin=PIPE, stdout=PIPE, bufsize=0) as p:
    print(p.stdin.write(b"unbuffered"))
    print(p.communicate())

# More than a pipe holds, both ways.
big = b"0123456789" * 100_000
print(len(subprocess.run(["cat"], input=big, stdout=PIPE).stdout), subprocess.run(["cat"], input=big, stdout=PIPE).stdout == big)
p = subprocess.Popen("cat; cat >&2 </dev/null; echo done >&2", shell=True, stdin=PIPE, stdout=PIPE, stderr=PIPE)
out, err = p.communicate(big)
print(len(out), err)
try:
    subprocess.run(["true"], input=big)
    print("no reader is no error")
except BrokenPipeError:
    print("broken")

# Pipelines.
first = subprocess.Popen(["printf", "b\\na\\nc\\n"], stdout=PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=PIPE, text=True)
first.stdout.close()
print(second.communicate()[0].split(), first.wait())

# Environment, folder, streams.
print(subprocess.run(["sh", "-c", "echo $A-$HOME-"], env={"A": "1", "PATH": os.environ["PATH"]}, stdout=PIPE, text=True).stdout)
print(subprocess.run(["pwd"], cwd="/usr", stdout=PIPE, text=True).stdout)
print(subprocess.run(["sh", "-c", "cat; echo x >&2"], stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL).stdout)
print(subprocess.run(["cat"], stdin=subprocess.DEVNULL, stdout=PIPE, universal_newlines=True).stdout == "")
r, w = os.pipe()
subprocess.run(["sh", "-c", f"echo through >/dev/fd/{w}"], pass_fds=[w])
os.close(w)
print(os.read(r, 100))
os.close(r)
r, w = os.pipe()
os.set_inheritable(w, True)
print(subprocess.run(f"echo no >/dev/fd/{w}", shell=True, stderr=DEVNULL).returncode != 0)
os.close(r)
os.close(w)
print(subprocess.run(["sh", "-c", "echo $0 $1", "zero", "one"], stdout=PIPE, text=True).stdout)
print(subprocess.run("echo $0", shell=True, executable="/bin/bash", stdout=PIPE, text=True).stdout)
print(subprocess.run(["sh", "-c", "ps -o pgid= -p $$ | tr -d ' '; echo $$"], stdout=PIPE, text=True,
                     start_new_session=True).stdout.split()[0] != str(os.getpgrp()))
print(subprocess.run(["printf", "a\\r\\nb\\rc"], stdout=PIPE, text=True).stdout)
print(subprocess.run(["printf", "\\303\\244"], stdout=PIPE, encoding="latin-1").stdout)
print(subprocess.run(["printf", "\\377"], stdout=PIPE, text=True, errors="replace").stdout)

# What is refused.
for make in (lambda: subprocess.run(["no-such-program-here"]), lambda: subprocess.run(["/no/such/program"]),
             lambda: subprocess.run(["true"], cwd="/no/such/folder"), lambda: subprocess.run(["/etc/passwd"]),
             lambda: subprocess.run("exit 1", shell=True, check=True),
             lambda: subprocess.run(["cat"], input=b"x", stdin=PIPE),
             lambda: subprocess.run(["cat"], capture_output=True, stdout=PIPE),
             lambda: subprocess.check_output(["cat"], stdout=PIPE), lambda: subprocess.Popen([1]),
             lambda: subprocess.Popen(["true"], bufsize="x"), lambda: subprocess.Popen([]),
             lambda: subprocess.run(["true"], text=True, universal_newlines=False)):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
print(subprocess.list2cmdline(["a b", 'c"d', "", "e\\"]), subprocess.CompletedProcess(["x"], 0))
print(issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError), subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
# expect: CompletedProcess(args=['echo', 'hello'], returncode=0, stdout=b'hello\n', stderr=b'')
# expect: CompletedProcess(args='echo out; echo err >&2; exit 3', returncode=3, stdout='out\n', stderr='err\n')
# expect: text
# expect:
# expect: b'\x00\xff'
# expect: b'a-b'
# expect: b'both\n'
# expect: 0 1 7
# expect: 0
# expect: 1
# expect: 2 (2, 'x')
# expect: Command '['false']' returned non-zero exit status 1. 1 ['false'] None None None
# expect: Command 'kill -9 $$' died with <Signals.SIGKILL: 9>. -9 kill -9 $$ None None None
# expect: Command 'echo part; exit 4' returned non-zero exit status 4. 4 echo part; exit 4 b'part\n' b'part\n' None
# expect: CalledProcessError(1, ['false']) Command '['false']' returned non-zero exit status 1.
# expect: Command '['sleep', '10']' timed out after 0.05 seconds ['sleep', '10'] 0.05 None None True
# expect: Command 'echo begun; exec sleep 10' timed out after 0.3 seconds echo begun; exec sleep 10 0.3 b'begun\n' None True
# expect: Command '['sleep', '10']' timed out after 0.05 seconds ['sleep', '10'] 0.05 None None True
# expect: Command '['sleep', '10']' timed out after 0.05 seconds ['sleep', '10'] 0.05 None None True
# expect: None None True <Popen: returncode: None args: ['sleep', '30']>
# expect: Command '['sleep', '30']' timed out after 0.02 seconds
# expect: -15 True -15
# expect: -2
# expect: one
# expect:  ['two\n']
# expect: 0
# expect: 10
# expect: (b'UNBUFFERED', None)
# expect: 1000000 True
# expect: 1000000 b'done\n'
# expect: no reader is no error
# expect: ['a', 'b', 'c'] 0
# expect: 1--
# expect:
# expect: /usr
# expect:
# expect: b''
# expect: True
# expect: b'through\n'
# expect: True
# expect: zero one
# expect:
# expect: /bin/bash
# expect:
# expect: True
# expect: a
# expect: b
# expect: c
# expect: Ã¤
# expect: �
# expect: FileNotFoundError [Errno 2] No such file or directory: 'no-such-program-here'
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such/program'
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such/folder'
# expect: PermissionError [Errno 13] Permission denied: '/etc/passwd'
# expect: CalledProcessError Command 'exit 1' returned non-zero exit status 1.
# expect: ValueError stdin and input arguments may not both be used.
# expect: ValueError stdout and stderr arguments may not be used with capture_output.
# expect: ValueError stdout argument not allowed, it will be overridden.
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: TypeError bufsize must be an integer
# expect: IndexError list index out of range
# expect: SubprocessError Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.
# expect: "a b" c\"d "" e\ CompletedProcess(args=['x'], returncode=0)
# expect: True -1 -2 -3

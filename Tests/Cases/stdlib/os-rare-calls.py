# Recorded from CPython 3.11.7.
# Programs in place of this one, limits, file systems and other calls of os.
import os
import tempfile


def replaced(action):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writer, 1)
        try:
            action()
        except BaseException as error:
            os.write(1, ("%s %s" % (type(error).__name__, error)).encode())
        os._exit(9)
    os.close(writer)
    with open(reader, "rb") as file:
        text = file.read()
    print(text, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


replaced(lambda: os.execv("/bin/echo", ["echo", "a", "b"]))
replaced(lambda: os.execlp("echo", "echo", "c"))
replaced(lambda: os.execve("/bin/sh", ["sh", "-c", "echo $X; exit 3"], {"X": "y"}))
replaced(lambda: os.execvpe("sh", ["sh", "-c", "echo $X"], {"X": "z", "PATH": "/bin:/usr/bin"}))
replaced(lambda: os.execv("/nosuch", ["x"]))
replaced(lambda: os.execvp("nosuch-program", ["x"]))
replaced(lambda: os.execv("/bin/echo", []))
replaced(lambda: os.execv("/bin/echo", "ab"))
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 4"], os.environ)
found, status, used = os.wait4(pid, 0)
print(found == pid, os.waitstatus_to_exitcode(status), used.ru_maxrss > 0)
print(os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_NPROCESSORS_ONLN") > 0, len(os.sysconf_names), len(os.getrandom(5)), type(os.getgroups()))
for action in (lambda: os.sysconf("SC_NOSUCH"), lambda: os.sysconf(1.5), lambda: os.statvfs("/nosuch"), lambda: os.getrandom(-1)):
    try:
        action()
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
room = os.statvfs("/")
print(len(room), room.f_bsize == room[0], room.f_namemax, type(room).__name__, room.f_blocks >= room.f_bfree)
with tempfile.TemporaryDirectory() as folder:
    name = folder + "/f"
    with open(name, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, 100)
        os.lockf(file.fileno(), os.F_LOCK, 0)
        file.write(b"0123456789")
        file.flush()
        os.fdatasync(file.fileno())
    print(os.path.getsize(name))
    reader, writer = os.pipe2(os.O_NONBLOCK)
    with open(name, "rb") as file:
        print(os.sendfile(writer, file.fileno(), 2, 5), os.read(reader, 99))
    print(os.writev(writer, [b"ab", bytearray(b"cde")]))
    parts = [bytearray(2), bytearray(4)]
    print(os.readv(reader, parts), parts)
    os.mkfifo(folder + "/p")
    print(os.stat(folder + "/p").st_mode & 0o170000 == 0o010000)
print(os.EX_USAGE, os.O_NOCTTY, os.SEEK_DATA, os.makedev(8, 1), os.major(2049), os.minor(2049), len(os.getresuid()))
os.closerange(900, 910)
os.sched_yield()
print(os.getpriority(os.PRIO_PROCESS, 0) >= -20, hasattr(os, "nosuch"), callable(os.sync))
# expect: b'a b\n' 0
# expect: b'c\n' 0
# expect: b'y\n' 3
# expect: b'z\n' 0
# expect: b'FileNotFoundError [Errno 2] No such file or directory' 9
# expect: b'FileNotFoundError [Errno 2] No such file or directory' 9
# expect: b'ValueError execv() arg 2 must not be empty' 9
# expect: b'TypeError execv() arg 2 must be a tuple or list' 9
# expect: True 4 True
# expect: 4096 True 135 5 <class 'list'>
# expect: ValueError unrecognized configuration name
# expect: TypeError configuration names must be strings or integers
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nosuch'
# expect: OSError [Errno 22] Invalid argument
# expect: 10 True 255 statvfs_result True
# expect: 100
# expect: 5 b'23456'
# expect: 5
# expect: 5 [bytearray(b'ab'), bytearray(b'cde\x00')]
# expect: True
# expect: 64 256 3 2049 8 1 3
# expect: True False True

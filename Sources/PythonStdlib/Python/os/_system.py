"""What few programs ask of `os`: other programs in place of this one, limits, file systems, rare calls."""
import _system
import os as _os
from _system import fchdir, fdatasync, getgroups, getrandom as _getrandom, lockf, sched_yield, sync

# The numbers of Linux.
_numbers = (
    "CLD_CONTINUED=6 CLD_DUMPED=3 CLD_EXITED=1 CLD_KILLED=2 CLD_STOPPED=5 CLD_TRAPPED=4 EX_CANTCREAT=73 EX_CONFIG=78 "
    "EX_DATAERR=65 EX_IOERR=74 EX_NOHOST=68 EX_NOINPUT=66 EX_NOPERM=77 EX_NOUSER=67 EX_OK=0 EX_OSERR=71 EX_OSFILE=72 "
    "EX_PROTOCOL=76 EX_SOFTWARE=70 EX_TEMPFAIL=75 EX_UNAVAILABLE=69 EX_USAGE=64 F_LOCK=1 F_TEST=3 F_TLOCK=2 F_ULOCK=0 "
    "GRND_NONBLOCK=1 GRND_RANDOM=2 MFD_ALLOW_SEALING=2 MFD_CLOEXEC=1 O_APPEND=1024 O_ASYNC=8192 O_CLOEXEC=524288 "
    "O_CREAT=64 O_DIRECT=16384 O_DIRECTORY=65536 O_DSYNC=4096 O_EXCL=128 O_FSYNC=1052672 O_LARGEFILE=0 O_NDELAY=2048 "
    "O_NOATIME=262144 O_NOCTTY=256 O_NOFOLLOW=131072 O_NONBLOCK=2048 O_PATH=2097152 O_RDONLY=0 O_RDWR=2 "
    "O_RSYNC=1052672 O_SYNC=1052672 O_TMPFILE=4259840 O_TRUNC=512 O_WRONLY=1 POSIX_FADV_DONTNEED=4 "
    "POSIX_FADV_NOREUSE=5 POSIX_FADV_NORMAL=0 POSIX_FADV_RANDOM=1 POSIX_FADV_SEQUENTIAL=2 POSIX_FADV_WILLNEED=3 "
    "PRIO_PGRP=1 PRIO_PROCESS=0 PRIO_USER=2 P_ALL=0 P_PGID=2 P_PID=1 P_PIDFD=3 RTLD_DEEPBIND=8 RTLD_GLOBAL=256 "
    "RTLD_LAZY=1 RTLD_LOCAL=0 RTLD_NODELETE=4096 RTLD_NOLOAD=4 RTLD_NOW=2 SEEK_CUR=1 SEEK_DATA=3 SEEK_END=2 "
    "SEEK_HOLE=4 SEEK_SET=0 ST_APPEND=256 ST_MANDLOCK=64 ST_NOATIME=1024 ST_NODEV=4 ST_NODIRATIME=2048 ST_NOEXEC=8 "
    "ST_NOSUID=2 ST_RDONLY=1 ST_RELATIME=4096 ST_SYNCHRONOUS=16 ST_WRITE=128 WCONTINUED=8 WEXITED=4 WNOHANG=1 "
    "WNOWAIT=16777216 WSTOPPED=2 ")
_sysconf = (
    "SC_2_CHAR_TERM=95 SC_2_C_BIND=47 SC_2_C_DEV=48 SC_2_C_VERSION=96 SC_2_FORT_DEV=49 SC_2_FORT_RUN=50 "
    "SC_2_LOCALEDEF=52 SC_2_SW_DEV=51 SC_2_UPE=97 SC_2_VERSION=46 SC_AIO_LISTIO_MAX=23 SC_AIO_MAX=24 "
    "SC_AIO_PRIO_DELTA_MAX=25 SC_ARG_MAX=0 SC_ASYNCHRONOUS_IO=12 SC_ATEXIT_MAX=87 SC_AVPHYS_PAGES=86 "
    "SC_BC_BASE_MAX=36 SC_BC_DIM_MAX=37 SC_BC_SCALE_MAX=38 SC_BC_STRING_MAX=39 SC_CHARCLASS_NAME_MAX=45 "
    "SC_CHAR_BIT=101 SC_CHAR_MAX=102 SC_CHAR_MIN=103 SC_CHILD_MAX=1 SC_CLK_TCK=2 SC_COLL_WEIGHTS_MAX=40 "
    "SC_DELAYTIMER_MAX=26 SC_EQUIV_CLASS_MAX=41 SC_EXPR_NEST_MAX=42 SC_FSYNC=15 SC_GETGR_R_SIZE_MAX=69 "
    "SC_GETPW_R_SIZE_MAX=70 SC_INT_MAX=104 SC_INT_MIN=105 SC_IOV_MAX=60 SC_JOB_CONTROL=7 SC_LINE_MAX=43 "
    "SC_LOGIN_NAME_MAX=71 SC_LONG_BIT=106 SC_MAPPED_FILES=16 SC_MB_LEN_MAX=108 SC_MEMLOCK=17 SC_MEMLOCK_RANGE=18 "
    "SC_MEMORY_PROTECTION=19 SC_MESSAGE_PASSING=20 SC_MINSIGSTKSZ=249 SC_MQ_OPEN_MAX=27 SC_MQ_PRIO_MAX=28 "
    "SC_NGROUPS_MAX=3 SC_NL_ARGMAX=119 SC_NL_LANGMAX=120 SC_NL_MSGMAX=121 SC_NL_NMAX=122 SC_NL_SETMAX=123 "
    "SC_NL_TEXTMAX=124 SC_NPROCESSORS_CONF=83 SC_NPROCESSORS_ONLN=84 SC_NZERO=109 SC_OPEN_MAX=4 SC_PAGESIZE=30 "
    "SC_PAGE_SIZE=30 SC_PASS_MAX=88 SC_PHYS_PAGES=85 SC_PII=53 SC_PII_INTERNET=56 SC_PII_INTERNET_DGRAM=62 "
    "SC_PII_INTERNET_STREAM=61 SC_PII_OSI=57 SC_PII_OSI_CLTS=64 SC_PII_OSI_COTS=63 SC_PII_OSI_M=65 SC_PII_SOCKET=55 "
    "SC_PII_XTI=54 SC_POLL=58 SC_PRIORITIZED_IO=13 SC_PRIORITY_SCHEDULING=10 SC_REALTIME_SIGNALS=9 SC_RE_DUP_MAX=44 "
    "SC_RTSIG_MAX=31 SC_SAVED_IDS=8 SC_SCHAR_MAX=111 SC_SCHAR_MIN=112 SC_SELECT=59 SC_SEMAPHORES=21 "
    "SC_SEM_NSEMS_MAX=32 SC_SEM_VALUE_MAX=33 SC_SHARED_MEMORY_OBJECTS=22 SC_SHRT_MAX=113 SC_SHRT_MIN=114 "
    "SC_SIGQUEUE_MAX=34 SC_SSIZE_MAX=110 SC_STREAM_MAX=5 SC_SYNCHRONIZED_IO=14 SC_THREADS=67 "
    "SC_THREAD_ATTR_STACKADDR=77 SC_THREAD_ATTR_STACKSIZE=78 SC_THREAD_DESTRUCTOR_ITERATIONS=73 SC_THREAD_KEYS_MAX=74 "
    "SC_THREAD_PRIORITY_SCHEDULING=79 SC_THREAD_PRIO_INHERIT=80 SC_THREAD_PRIO_PROTECT=81 SC_THREAD_PROCESS_SHARED=82 "
    "SC_THREAD_SAFE_FUNCTIONS=68 SC_THREAD_STACK_MIN=75 SC_THREAD_THREADS_MAX=76 SC_TIMERS=11 SC_TIMER_MAX=35 "
    "SC_TTY_NAME_MAX=72 SC_TZNAME_MAX=6 SC_T_IOV_MAX=66 SC_UCHAR_MAX=115 SC_UINT_MAX=116 SC_UIO_MAXIOV=60 "
    "SC_ULONG_MAX=117 SC_USHRT_MAX=118 SC_VERSION=29 SC_WORD_BIT=107 SC_XBS5_ILP32_OFF32=125 SC_XBS5_ILP32_OFFBIG=126 "
    "SC_XBS5_LP64_OFF64=127 SC_XBS5_LPBIG_OFFBIG=128 SC_XOPEN_CRYPT=92 SC_XOPEN_ENH_I18N=93 SC_XOPEN_LEGACY=129 "
    "SC_XOPEN_REALTIME=130 SC_XOPEN_REALTIME_THREADS=131 SC_XOPEN_SHM=94 SC_XOPEN_UNIX=91 SC_XOPEN_VERSION=89 "
    "SC_XOPEN_XCU_VERSION=90 SC_XOPEN_XPG2=98 SC_XOPEN_XPG3=99 SC_XOPEN_XPG4=100 ")
_pathconf = (
    "PC_ALLOC_SIZE_MIN=18 PC_ASYNC_IO=10 PC_CHOWN_RESTRICTED=6 PC_FILESIZEBITS=13 PC_LINK_MAX=0 PC_MAX_CANON=1 "
    "PC_MAX_INPUT=2 PC_NAME_MAX=3 PC_NO_TRUNC=7 PC_PATH_MAX=4 PC_PIPE_BUF=5 PC_PRIO_IO=11 PC_REC_INCR_XFER_SIZE=14 "
    "PC_REC_MAX_XFER_SIZE=15 PC_REC_MIN_XFER_SIZE=16 PC_REC_XFER_ALIGN=17 PC_SOCK_MAXBUF=12 PC_SYMLINK_MAX=19 "
    "PC_SYNC_IO=9 PC_VDISABLE=8 ")


def _pairs(text):
    return {name: int(number) for name, _, number in [word.partition("=") for word in text.split()]}


globals().update(_pairs(_numbers))
sysconf_names, pathconf_names = _pairs(_sysconf), _pairs(_pathconf)
# TMP_MAX and the most groups of a process.
TMP_MAX, NGROUPS_MAX = 238328, 65536


# Other programs

def execve(path, argv, env):
    """Makes this process run another program; returns only when that cannot be."""
    if not isinstance(argv, (tuple, list)):
        raise TypeError("execve: argv must be a tuple or list")
    if not argv:
        raise ValueError("execve: argv must not be empty")
    if not argv[0]:
        raise ValueError("execve: argv first element cannot be empty")
    words = []
    for key, value in env.items():
        key, value = _os.fsencode(key), _os.fsencode(value)
        if not key or b"=" in key:
            raise ValueError("illegal environment variable name")
        words.append(key + b"=" + value)
    _system.exec(path, [_os.fsencode(word) for word in argv], words)


def execv(path, argv, /):
    if not isinstance(argv, (tuple, list)):
        raise TypeError("execv() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError("execv() arg 2 must not be empty")
    if not argv[0]:
        raise ValueError("execv() arg 2 first element cannot be empty")
    execve(path, argv, _os.environ)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    *args, env = args
    execve(file, args, env)


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    *args, env = args
    execvpe(file, args, env)


def execvp(file, args):
    """The program is looked for in the folders of PATH."""
    execvpe(file, args, _os.environ)


def execvpe(file, args, env):
    if _os.path.dirname(file):
        return execve(file, args, env)
    failed = None
    for folder in _os.get_exec_path(env):
        try:
            execve(_os.path.join(_os.fsencode(folder), file) if isinstance(file, bytes) else _os.path.join(folder, file),
                   args, env)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            # One that is there and cannot be run counts more.
            failed = failed or error
    raise failed or last


def _spawned(flags, mode, run):
    pid = _os.fork()
    if pid:
        return pid if mode == _os.P_NOWAIT else _os.waitstatus_to_exitcode(_os.waitpid(pid, 0)[1])
    try:
        run()
    finally:
        _os._exit(127)


def spawnle(mode, file, *args):
    *args, env = args
    return _os.spawnve(mode, file, args, env)


def spawnlpe(mode, file, *args):
    *args, env = args
    return _os.spawnvpe(mode, file, args, env)


def posix_spawn(path, argv, env, **options):
    """Starts a program: its number. Of the options `file_actions` and `setsid` are known."""
    actions = options.pop("file_actions", None) or ()
    leads = options.pop("setsid", False)
    options = {name: value for name, value in options.items() if value not in (None, False, ())}
    if options:
        raise NotImplementedError("posix_spawn: " + ", ".join(options))
    return _spawned(None, _os.P_NOWAIT, lambda: _begin(path, argv, env, actions, leads))


def posix_spawnp(path, argv, env, **options):
    """The same; the program is looked for in the folders of PATH."""
    import shutil
    return posix_spawn(shutil.which(path) or path, argv, env, **options)


def _begin(path, argv, env, actions, leads):
    if leads:
        _os.setsid()
    for kind, *words in actions:
        if kind == POSIX_SPAWN_OPEN:
            target, name, flags, mode = words
            made = _os.open(name, flags, mode)
            if made != target:
                _os.dup2(made, target)
                _os.close(made)
        elif kind == POSIX_SPAWN_CLOSE:
            _os.close(*words)
        else:
            _os.dup2(*words)
    execve(path, argv, env)


POSIX_SPAWN_OPEN, POSIX_SPAWN_CLOSE, POSIX_SPAWN_DUP2 = 0, 1, 2


def wait4(pid, options):
    """Waits for a child: its number, its status, and what it used."""
    import resource
    found, status, used = _system.wait4(pid, options)
    return found, status, resource.struct_rusage(used)


def wait3(options):
    return wait4(-1, options)


def getpriority(which, who):
    """How nice processes are."""
    return _system.getpriority(which, who)


def setpriority(which, who, priority):
    _system.setpriority(which, who, priority)


# Limits and file systems

def _limit(names, name):
    if isinstance(name, int):
        return name
    if not isinstance(name, str):
        raise TypeError("configuration names must be strings or integers")
    if name not in names:
        raise ValueError("unrecognized configuration name")
    return names[name]


def sysconf(name, /):
    """A number that the system is set to."""
    return _system.sysconf(_limit(sysconf_names, name))


class statvfs_result(tuple):
    """What `statvfs` tells about a file system."""

    n_fields, n_sequence_fields, n_unnamed_fields = 11, 10, 0

    def __new__(cls, values):
        values = tuple(values)
        self = super().__new__(cls, values[:10])
        self._id = values[10] if len(values) > 10 else None
        return self

    f_fsid = property(lambda self: self._id)

    def __repr__(self):
        return "os.statvfs_result(%s)" % ", ".join(["%s=%r" % pair for pair in zip(_fields, self)])

    def __reduce__(self):
        return statvfs_result, ((*self, self._id),)


_fields = ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax")
for _place, _name in enumerate(_fields):
    setattr(statvfs_result, _name, property(lambda self, place=_place: self[place]))
del _place, _name


def statvfs(path):
    """What the file system of a file, or of a descriptor, has room for."""
    return statvfs_result(_system.statvfs(path if isinstance(path, int) else _os.fspath(path)))


def fstatvfs(fd, /):
    return statvfs(fd)


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Makes a pipe with a name."""
    _system.mkfifo(path if dir_fd is None else "/proc/self/fd/%d/%s" % (dir_fd, _os.fspath(path)), mode)


def pipe2(flags, /):
    """A pipe with flags."""
    return _system.pipe2(flags)


def getrandom(size, flags=0):
    """Random bytes; the flags of the system make no difference here."""
    return _getrandom(size)


def _identities(word):
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith(word):
                return tuple([int(number) for number in line.split()[1:4]])


def getresuid():
    """The real, the effective and the saved user."""
    return _identities("Uid:")


def getresgid():
    """The real, the effective and the saved group."""
    return _identities("Gid:")


def sendfile(out_fd, in_fd, offset, count):
    """Copies bytes from a file to a descriptor: how many."""
    return _system.sendfile(out_fd, in_fd, offset, count)


def posix_fallocate(fd, offset, length, /):
    """Reserves room for a part of a file."""
    _system.reserve(fd, offset, length, -1)


def posix_fadvise(fd, offset, length, advice, /):
    """Says how a part of a file will be read."""
    _system.reserve(fd, offset, length, advice)


def closerange(fd_low, fd_high, /):
    """Closes descriptors; what is not open does not matter."""
    for fd in range(fd_low, min(fd_high, _os.sysconf("SC_OPEN_MAX"))):
        try:
            _os.close(fd)
        except OSError:
            pass


def readv(fd, buffers, /):
    """Reads into several buffers."""
    data = _os.read(fd, sum([memoryview(buffer).nbytes for buffer in buffers]))
    count = len(data)
    for buffer in buffers:
        view = memoryview(buffer).cast("B")
        part, data = data[:len(view)], data[len(view):]
        view[:len(part)] = part
    return count


def writev(fd, buffers, /):
    """Writes several buffers."""
    return _os.write(fd, b"".join([bytes(buffer) for buffer in buffers]))


def makedev(major, minor, /):
    """The number of a device."""
    return (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | minor & 0xFF | (minor & ~0xFF) << 12


def major(device, /):
    return device >> 8 & 0xFFF | device >> 32 & ~0xFFF


def minor(device, /):
    return device & 0xFF | device >> 12 & ~0xFF

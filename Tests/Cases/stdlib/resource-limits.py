# Recorded from CPython 3.11.7.
# What a process has used, and how much it may use; locks of files.
import fcntl
import resource
import tempfile

usage = resource.getrusage(resource.RUSAGE_SELF)
print(type(usage), len(usage), usage.ru_maxrss > 1000, usage[0] == usage.ru_utime, repr(usage).split("=")[0])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_nswap, resource.RLIM_INFINITY, resource.getpagesize())
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], resource.prlimit(0, resource.RLIMIT_NOFILE, (soft, hard))[0])
for call in (lambda: resource.getrlimit(99), lambda: resource.getrlimit("a"), lambda: resource.getrusage(99),
             lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (5, 3)), lambda: resource.setrlimit(7, (1, 2, 3)),
             lambda: resource.prlimit(99999999, 7)):
    try:
        print(call())
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
with tempfile.NamedTemporaryFile() as first, open(first.name, "rb") as second:
    print(fcntl.flock(first, fcntl.LOCK_EX), fcntl.fcntl(first, fcntl.F_GETFD) == fcntl.FD_CLOEXEC)
    try:
        fcntl.flock(second, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print(error)
    print(fcntl.flock(first, fcntl.LOCK_UN), fcntl.flock(second, fcntl.LOCK_SH), fcntl.lockf(first, fcntl.LOCK_EX))
# expect: <class 'resource.struct_rusage'> 16 True True resource.struct_rusage(ru_utime
# expect: 0 -1 4096
# expect: 100 100
# expect: ValueError invalid resource specified
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError invalid who parameter
# expect: ValueError current limit exceeds maximum limit
# expect: ValueError expected a tuple of 2 integers
# expect: ProcessLookupError [Errno 3] No such process
# expect: None True
# expect: [Errno 11] Resource temporarily unavailable
# expect: None None None

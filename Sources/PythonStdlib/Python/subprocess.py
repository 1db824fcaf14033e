"""Running other programs."""

import os
import signal
import sys
import time
import _process
import io as _io

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE, STDOUT, DEVNULL = -1, -2, -3
_POLLIN, _POLLOUT, _POLLENDS = 1, 4, 0x38


class SubprocessError(Exception):
    """Something about a program that was started."""


def _set_output(error, value):
    error.output = value


# `stdout` of the errors below is another name of their `output`.
_stdout = property(lambda error: error.output, _set_output)


class CalledProcessError(SubprocessError):
    """A program ended with a status other than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    stdout = _stdout


class TimeoutExpired(SubprocessError):
    """A program did not end in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    stdout = _stdout


class CompletedProcess:
    """How a program has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = ["args={!r}".format(self.args), "returncode={!r}".format(self.returncode)]
        if self.stdout is not None:
            parts.append("stdout={!r}".format(self.stdout))
        if self.stderr is not None:
            parts.append("stderr={!r}".format(self.stderr))
        return "{}({})".format(type(self).__name__, ", ".join(parts))

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def check_returncode(self):
        """Raises CalledProcessError unless the status is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# Programs nobody waits for any more: looked at when the next one starts, so that they do not stay as zombies.
_orphans = []


def _reap():
    for process in _orphans[:]:
        if process.poll() is not None:
            _orphans.remove(process)


def _descriptor(stream):
    return stream if isinstance(stream, int) else stream.fileno()


def _number(kind, value):
    """The number of a user or a group that may be given by name."""
    what = "User" if kind == "user" else "Group"
    if value is None:
        return None
    if isinstance(value, str):
        if kind == "user":
            import pwd
            return pwd.getpwnam(value).pw_uid
        import grp
        return grp.getgrnam(value).gr_gid
    if not isinstance(value, int):
        raise TypeError("Items in extra_groups must be a string or integer" if kind == "extra_groups"
                        else what + " must be a string or an integer")
    if value < 0:
        raise ValueError(what + " ID cannot be negative, got %s" % value)
    return value


class Popen:
    """A program that runs."""

    # What a half-made object has.
    _child_created, returncode, pid = False, None, None
    stdin = stdout = stderr = None

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _reap()
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        uid, gid, groups = _number("user", user), _number("group", group), None
        if extra_groups is not None:
            groups = [_number("extra_groups", item) for item in extra_groups]
        between = None
        if preexec_fn is not None or umask >= 0 or not (uid is gid is groups is None):
            between = None if umask < 0 else umask, uid, gid, groups, preexec_fn
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but "
                                  "different. Pass one or the other.")
        self.args = args
        self.encoding, self.errors = encoding, errors
        self.pipesize = pipesize
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self.universal_newlines = self.text_mode
        self._input, self._sent, self._parts, self._communicating = None, 0, None, False
        program, arguments = self._command(args, shell, executable)
        theirs, mine, opened = self._streams(stdin, stdout, stderr)
        try:
            self.pid = self._start(program, arguments, env, cwd, theirs, pass_fds, close_fds, start_new_session,
                                   process_group, between)
        except BaseException:
            for fd in mine:
                if fd >= 0:
                    os.close(fd)
            raise
        finally:
            for fd in opened:
                os.close(fd)
        self._child_created = True
        buffered = 1 if bufsize == 1 and self.text_mode else bufsize
        if bufsize == 1 and not self.text_mode:
            buffered = -1
        if mine[0] >= 0:
            self.stdin = self._wrap(_io.open(mine[0], "wb", 0 if bufsize == 0 else -1), write_through=True,
                                    line_buffering=bufsize == 1)
        if mine[1] >= 0:
            self.stdout = self._wrap(_io.open(mine[1], "rb", -1 if buffered == 1 else buffered))
        if mine[2] >= 0:
            self.stderr = self._wrap(_io.open(mine[2], "rb", -1 if buffered == 1 else buffered))

    def _wrap(self, stream, **options):
        if not self.text_mode:
            return stream
        return _io.TextIOWrapper(stream, encoding=self.encoding or "utf-8", errors=self.errors, **options)

    @staticmethod
    def _command(args, shell, executable):
        """-> the program, its arguments"""
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if not args and executable is None:
            raise IndexError("list index out of range")
        for arg in args:
            if not isinstance(arg, (str, bytes, os.PathLike)):
                raise TypeError("expected str, bytes or os.PathLike object, not " + type(arg).__name__)
        return executable if executable is not None else args[0], args

    def _streams(self, stdin, stdout, stderr):
        """-> the three of the program, our ends of pipes, what to close after the start"""
        theirs, mine, opened = [-1, -1, -1], [-1, -1, -1], []
        try:
            for at, wanted in enumerate((stdin, stdout, stderr)):
                if wanted is None:
                    continue
                if wanted == PIPE:
                    reading, writing = os.pipe()
                    theirs[at], mine[at] = (reading, writing) if at == 0 else (writing, reading)
                    opened.append(theirs[at])
                elif wanted == DEVNULL:
                    theirs[at] = os.open(os.devnull, os.O_RDWR)
                    opened.append(theirs[at])
                elif wanted == STDOUT and at == 2:
                    theirs[2] = theirs[1] if theirs[1] >= 0 else 1
                else:
                    theirs[at] = _descriptor(wanted)
        except BaseException:
            for fd in opened + [fd for fd in mine if fd >= 0]:
                os.close(fd)
            raise
        return theirs, mine, opened

    @staticmethod
    def _start(program, arguments, env, cwd, streams, pass_fds, close_fds, session, group, between):
        program = os.fspath(program)
        environment = None
        if env is not None:
            environment = []
            for key, value in env.items():
                key, value = os.fsencode(key), os.fsencode(value)
                if b"=" in key:
                    raise ValueError("illegal environment variable name")
                environment.append(key + b"=" + value)
        folder = None if cwd is None else os.fspath(cwd)
        if os.fsencode(program).find(b"/") >= 0:
            candidates = [program]
        else:
            candidates = [os.path.join(os.fsencode(d), os.fsencode(program)) for d in os.get_exec_path(env)]
        if group is not None and group < 0:
            group = None
        if between is not None:
            pid, step, number = _process.fork(candidates, arguments, environment, folder, tuple(streams), list(pass_fds),
                                              bool(close_fds or pass_fds), bool(session), group, *between)
            if step == 0:
                return pid
            if step == 4:
                raise SubprocessError("Exception occurred in preexec_fn.")
            if step == 3:
                raise OSError(number, os.strerror(number))
            name = cwd if step == 2 else program
            raise OSError(number, os.strerror(number), name)
        failure = None
        for candidate in candidates:
            try:
                return _process.spawn(candidate, arguments, environment, folder, tuple(streams), list(pass_fds),
                                      bool(close_fds or pass_fds), bool(session),
                                      group)
            except OSError as error:
                # A folder that may not be read does not hide the program in the next one.
                if failure is None or error.errno not in (2, 20):
                    failure = error
                if error.errno not in (2, 13, 20):
                    break
        number = failure.errno if failure is not None else 2
        if folder is not None and number in (2, 13, 20):
            try:
                os.stat(os.path.join(folder, "."))
            except OSError as error:
                raise OSError(error.errno, os.strerror(error.errno), cwd) from None
        # A sandbox has a text of its own.
        raise OSError(number, os.strerror(number) if failure is None else failure.strerror, program) from None

    def __repr__(self):
        text = "<{}: returncode: {} args: {!r}>".format(type(self).__name__, self.returncode, self.args)
        return text if len(text) <= 80 else text[:76] + "...>"

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if kind is KeyboardInterrupt:
                try:
                    self._wait(0.25)
                except TimeoutExpired:
                    pass
                return
            self.wait()

    def __del__(self):
        if self._child_created and self.returncode is None and _orphans is not None:
            import warnings
            warnings.warn("subprocess %s is still running" % self.pid, ResourceWarning, source=self)
            if self.poll() is None:
                _orphans.append(self)

    # Waiting

    def _ended(self, status):
        self.returncode = os.waitstatus_to_exitcode(status)

    def poll(self):
        """The status, None while the program runs."""
        if self.returncode is None:
            try:
                pid, status = _process.wait(self.pid, os.WNOHANG, None)
            except ChildProcessError:
                # Somebody else has waited for it.
                if self.returncode is None:
                    self.returncode = 0
            else:
                if pid == self.pid and self.returncode is None:
                    self._ended(status)
        return self.returncode

    def _wait(self, timeout):
        if self.returncode is None:
            try:
                pid, status = _process.wait(self.pid, 0, timeout)
            except ChildProcessError:
                if self.returncode is None:
                    self.returncode = 0
            else:
                if pid != self.pid:
                    raise TimeoutExpired(self.args, timeout)
                if self.returncode is None:
                    self._ended(status)
        return self.returncode

    def wait(self, timeout=None):
        """Waits for the end: the status."""
        try:
            return self._wait(timeout)
        except KeyboardInterrupt:
            # The program has got the signal too: let it end in order.
            try:
                self._wait(0.25)
            except TimeoutExpired:
                pass
            raise

    # Talking

    def communicate(self, input=None, timeout=None):
        """Sends the input, reads to the end and waits: (stdout, stderr)."""
        if self._communicating and input:
            raise ValueError("Cannot send input after starting communication")
        end = None if timeout is None else time.monotonic() + timeout
        self._communicating = True
        try:
            self._exchange(input, end, timeout)
        except KeyboardInterrupt:
            try:
                self._wait(0.25)
            except TimeoutExpired:
                pass
            raise
        self._wait(None if end is None else self._remaining(end, timeout))
        out, err = [None if parts is None else b"".join(parts) for parts in self._parts]
        if self.text_mode:
            out, err = self._text(out, self.stdout), self._text(err, self.stderr)
        return out, err

    def _remaining(self, end, timeout):
        left = end - time.monotonic()
        if left < 0:
            out, err = [None if not parts else b"".join(parts) for parts in self._parts]
            raise TimeoutExpired(self.args, timeout, output=out, stderr=err)
        return left

    def _text(self, data, stream):
        if data is None:
            return None
        text = data.decode(stream.encoding, stream.errors or "strict")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _exchange(self, input, end, timeout):
        if self._parts is None:
            self._parts = [None if s is None else [] for s in (self.stdout, self.stderr)]
            if self.stdin is not None:
                try:
                    self.stdin.flush()
                except (BrokenPipeError, ValueError):
                    pass
                if input is not None and self.text_mode:
                    input = input.encode(self.stdin.encoding, self.stdin.errors or "strict")
                self._input = bytes(input) if input else b""
                if not self._input:
                    self._close(self.stdin)
        reading = {}
        for stream, parts in zip((self.stdout, self.stderr), self._parts):
            if stream is not None and not stream.closed:
                reading[stream.fileno()] = (stream, parts)
        while True:
            pairs = [(fd, _POLLIN) for fd in reading]
            writing = -1
            if self.stdin is not None and not self.stdin.closed and self._sent < len(self._input):
                writing = self.stdin.fileno()
                pairs.append((writing, _POLLOUT))
            if not pairs:
                return
            ready = _process.poll(pairs, None if end is None else self._remaining(end, timeout))
            for fd, events in ready:
                if fd == writing:
                    self._send(fd)
                    continue
                stream, parts = reading[fd]
                data = os.read(fd, 32768)
                if data:
                    parts.append(data)
                else:
                    del reading[fd]
                    stream.close()

    def _send(self, fd):
        try:
            self._sent += os.write(fd, self._input[self._sent:self._sent + 4096])
        except BrokenPipeError:
            self._sent = len(self._input)
        if self._sent >= len(self._input):
            self._close(self.stdin)

    @staticmethod
    def _close(stream):
        try:
            stream.close()
        except BrokenPipeError:
            pass

    # Signals

    def send_signal(self, sig):
        """Sends a signal to the program, if it still runs."""
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program to its end: a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Runs a program: its status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Runs a program; raises CalledProcessError unless its status is 0."""
    status = call(*popenargs, **kwargs)
    if status:
        cmd = kwargs.get("args")
        raise CalledProcessError(status, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Runs a program: what it wrote."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        kwargs["input"] = "" if kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") \
            or kwargs.get("errors") else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """-> the status of a shell command, what it wrote without the last newline"""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as error:
        data, status = error.output, error.returncode
    if data[-1:] == "\n":
        data = data[:-1]
    return status, data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """The arguments as one command line of Windows."""
    words = []
    for arg in map(os.fsdecode, seq):
        quoted = not arg or " " in arg or "\t" in arg
        text, slashes = '"' if quoted else "", 0
        for c in arg:
            if c == "\\":
                slashes += 1
                continue
            text += "\\" * (slashes * 2 + 1 if c == '"' else slashes) + c
            slashes = 0
        words.append(text + "\\" * (slashes * 2 if quoted else slashes) + ('"' if quoted else ""))
    return " ".join(words)

"""Files by the folder that a descriptor stands for: `dir_fd` of the functions of `os`, and `fwalk`."""
import os
import posix


def at(path, dir_fd):
    """The name of a file below an open folder; Linux shows open files as links."""
    if not isinstance(dir_fd, int):
        raise TypeError("argument should be integer or None, not %s" % type(dir_fd).__name__)
    name = os.fspath(path)
    if isinstance(name, bytes):
        return name if name.startswith(b"/") else b"/proc/self/fd/%d/%s" % (dir_fd, name)
    return name if name.startswith("/") else "/proc/self/fd/%d/%s" % (dir_fd, name)


def call(function, path, dir_fd, *args):
    """Calls a function with such a name; its errors tell the name as it was given."""
    try:
        return function(at(path, dir_fd), *args)
    except OSError as error:
        if error.filename is not None:
            error.filename = path
        if error.errno == 2:
            # The folder's own descriptor may be what does not exist.
            os.fstat(dir_fd)
        raise


def call2(function, src, src_dir_fd, dst, dst_dir_fd):
    """The same with two names."""
    try:
        return function(src if src_dir_fd is None else at(src, src_dir_fd), dst if dst_dir_fd is None else at(dst, dst_dir_fd))
    except OSError as error:
        if error.filename is not None:
            error.filename = src
        if error.filename2 is not None:
            error.filename2 = dst
        raise


def fwalk(top, topdown, onerror, follow_symlinks, dir_fd):
    """The folders below a folder, each with an open descriptor."""
    top = os.fspath(top)
    try:
        before = None if follow_symlinks else os.stat(top, follow_symlinks=False, dir_fd=dir_fd)
        fd = os.open(top, os.O_RDONLY | os.O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    try:
        if follow_symlinks or (before.st_mode & 0o170000 == 0o040000 and os.path.samestat(before, os.stat(fd))):
            yield from _below(fd, top, isinstance(top, bytes), topdown, onerror, follow_symlinks)
    finally:
        os.close(fd)


def _below(fd, top, is_bytes, topdown, onerror, follow_symlinks):
    folders, files = [], []
    for name in posix.listdir("/proc/self/fd/%d" % fd):
        shown = os.fsencode(name) if is_bytes else name
        try:
            kind = os.stat(name, dir_fd=fd).st_mode & 0o170000
        except OSError:
            # A link that leads nowhere is a file too.
            kind = 0
        (folders if kind == 0o040000 else files).append(shown)
    if topdown:
        yield top, folders, files, fd
    for name in folders:
        try:
            before = None if follow_symlinks else os.stat(name, dir_fd=fd, follow_symlinks=False)
            inner = os.open(name, os.O_RDONLY | os.O_NONBLOCK, dir_fd=fd)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        try:
            if follow_symlinks or os.path.samestat(before, os.stat(inner)):
                yield from _below(inner, os.path.join(top, name), is_bytes, topdown, onerror, follow_symlinks)
        finally:
            os.close(inner)
    if not topdown:
        yield top, folders, files, fd

"""Copying, moving and removing files and trees."""

import collections
import fnmatch
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ExecError", "make_archive", "get_archive_formats", "register_archive_format",
           "unregister_archive_format", "get_unpack_formats", "register_unpack_format", "unregister_unpack_format",
           "unpack_archive", "ignore_patterns", "chown", "which", "get_terminal_size", "SameFileError", "disk_usage"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and target are the same file."""


class SpecialFileError(OSError):
    """A file that is no regular file."""


class ExecError(OSError):
    pass


class ReadError(OSError):
    """An archive cannot be read."""


class RegistryError(Exception):
    pass


def copyfileobj(fsrc, fdst, length=0):
    """Copies from one open file to another."""
    length = length or COPY_BUFSIZE
    read, write = fsrc.read, fdst.write
    while True:
        data = read(length)
        if not data:
            break
        write(data)


def _samefile(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies the contents of a file."""
    if _samefile(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for name in (src, dst):
        try:
            info = os.stat(name)
        except OSError:
            continue
        if stat.S_ISFIFO(info.st_mode):
            raise SpecialFileError("`%s` is a named pipe" % (name,))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as e:
            if not os.path.exists(dst):
                raise FileNotFoundError("Directory does not exist: %s" % (dst,)) from e
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies rights and times."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    info = os.stat(src)
    os.utime(dst, ns=(info.st_atime_ns, info.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(info.st_mode))


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copies a file with its rights; the target may be a folder."""
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copies a file with rights and times."""
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """A function for `ignore` of `copytree`."""
    def ignore(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copies a folder and all below it."""
    with os.scandir(src) as found:
        entries = list(found)
    ignored = ignore(os.fspath(src), [e.name for e in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    by_entry = copy_function in (copy2, copy)
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        item = entry if by_entry else source
        try:
            if entry.is_symlink():
                linkto = os.readlink(source)
                if symlinks:
                    os.symlink(linkto, target)
                    copystat(item, target, follow_symlinks=False)
                    continue
                if not os.path.exists(source) and ignore_dangling_symlinks:
                    continue
                if entry.is_dir():
                    copytree(item, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
                else:
                    copy_function(item, target)
            elif entry.is_dir():
                copytree(item, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(item, target)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((source, target, str(e)))
    try:
        copystat(src, dst)
    except OSError as e:
        errors.append((src, dst, str(e)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Removes a folder and all below it."""
    def report(function, name, error):
        if onexc is not None:
            onexc(function, name, error)
        elif onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        elif not ignore_errors:
            raise error

    def clear(path):
        try:
            entries = list(os.scandir(path))
        except OSError as e:
            e.filename = path
            report(os.scandir, path, e)
            entries = []
        for entry in entries:
            full = os.path.join(path, entry.name)
            try:
                is_dir = entry.is_dir(follow_symlinks=False)
            except OSError:
                is_dir = False
            if is_dir:
                clear(full)
            else:
                try:
                    os.unlink(full)
                except OSError as e:
                    report(os.unlink, full, e)
        try:
            os.rmdir(path)
        except OSError as e:
            report(os.rmdir, path, e)

    try:
        info = os.lstat(path)
    except OSError as e:
        report(os.lstat, path, e)
        return
    if stat.S_ISLNK(info.st_mode):
        report(os.path.islink, path, OSError("Cannot call rmtree on a symbolic link"))
        return
    if not stat.S_ISDIR(info.st_mode):
        report(os.scandir, path, NotADirectoryError(20, "Not a directory", path))
        return
    clear(path)


rmtree.avoids_symlink_attacks = False


def _basename(path):
    return os.path.basename(path.rstrip(os.path.sep))


def move(src, dst, copy_function=copy2):
    """Moves a file or a folder, also to another file system."""
    real = dst
    if os.path.isdir(dst):
        if _samefile(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return None
        real = os.path.join(dst, _basename(os.fspath(src)))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            inside = os.path.abspath(os.fspath(dst)) + os.sep
            if inside.startswith(os.path.abspath(os.fspath(src)) + os.sep):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def _destinsrc(src, dst):
    src, dst = os.path.abspath(src), os.path.abspath(dst)
    return (dst.rstrip(os.sep) + os.sep).startswith(src.rstrip(os.sep) + os.sep)


_usage = collections.namedtuple("usage", "total used free")


def disk_usage(path):
    import posix
    return _usage(*posix.disk_usage(path))


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    for name, value in (("user", user), ("group", group)):
        if isinstance(value, str):
            raise LookupError("no such %s: %r" % (name, value))
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines: COLUMNS and LINES, else what the terminal says."""
    sizes = []
    for name in ("COLUMNS", "LINES"):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    columns, lines = sizes
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        columns = columns if columns > 0 else size.columns or fallback[0]
        lines = lines if lines > 0 else size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program, or None."""
    def usable(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)
    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    if path is None:
        path = os.environ.get("PATH", None)
        if path is None:
            path = os.defpath
    if not path:
        return None
    if isinstance(cmd, bytes):
        folders = os.fsencode(path).split(b":")
    else:
        folders = os.fsdecode(path).split(":")
    for folder in dict.fromkeys(folders):
        name = os.path.join(folder, cmd)
        if usable(name):
            return name
    return None


# Archives

def _make_tarball(base_name, base_dir, compress="gzip", verbose=0, dry_run=0, owner=None, group=None, logger=None,
                  root_dir=None):
    import tarfile
    modes = {None: "", "gzip": "gz", "bzip2": "bz2", "xz": "xz"}
    if compress not in modes:
        raise ValueError("bad value for 'compress', or compression format not supported : %s" % compress)
    name = base_name + ".tar" + ("." + modes[compress] if compress else "")
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder):
        os.makedirs(folder)
    if not dry_run:
        with tarfile.open(name, "w|%s" % modes[compress] if False else "w:%s" % modes[compress]) as tar:
            tar.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), arcname=base_dir)
    return os.path.join(root_dir, name) if root_dir is not None and False else name


def _make_zipfile(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    import zipfile
    name = base_name + ".zip"
    folder = os.path.dirname(base_name)
    if folder and not os.path.exists(folder):
        os.makedirs(folder)
    if dry_run:
        return name
    with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        start = os.path.normpath(base_dir)
        real = start if root_dir is None else os.path.join(root_dir, start)
        if start != os.curdir:
            archive.write(real, start)
        for path, dirs, files in os.walk(real):
            shown = path if root_dir is None else os.path.relpath(path, root_dir)
            for entry in sorted(dirs):
                archive.write(os.path.join(path, entry), os.path.normpath(os.path.join(shown, entry)))
            for entry in files:
                full = os.path.join(path, entry)
                if os.path.isfile(full) and os.path.abspath(full) != os.path.abspath(name):
                    archive.write(full, os.path.normpath(os.path.join(shown, entry)))
    return name


_ARCHIVES = {"tar": (_make_tarball, [("compress", None)], "uncompressed tar file"),
             "gztar": (_make_tarball, [("compress", "gzip")], "gzip'ed tar-file"),
             "bztar": (_make_tarball, [("compress", "bzip2")], "bzip2'ed tar-file"),
             "xztar": (_make_tarball, [("compress", "xz")], "xz'ed tar-file"),
             "zip": (_make_zipfile, [], "ZIP file")}


def get_archive_formats():
    return sorted((name, entry[2]) for name, entry in _ARCHIVES.items())


def register_archive_format(name, function, extra_args=None, description=""):
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError("The %s object is not callable" % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError("extra_args needs to be a sequence")
    for element in extra_args:
        if not isinstance(element, (tuple, list)) or len(element) != 2:
            raise TypeError("extra_args elements are : (arg_name, value)")
    _ARCHIVES[name] = (function, extra_args, description)


def unregister_archive_format(name):
    del _ARCHIVES[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):
    """Packs a folder; the answer is the name of the archive."""
    try:
        function, extra, _ = _ARCHIVES[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    base_dir = os.curdir if base_dir is None else base_dir
    options = dict(extra, dry_run=dry_run, logger=logger, owner=owner, group=group)
    if root_dir is not None:
        info = os.stat(root_dir).st_mode
        if not stat.S_ISDIR(info):
            raise NotADirectoryError(20, "Not a directory", root_dir)
        if function in (_make_tarball, _make_zipfile):
            options["root_dir"] = root_dir
        else:
            here = os.getcwd()
            base_name = os.path.abspath(base_name)
            os.chdir(root_dir)
            try:
                return function(base_name, base_dir, **options)
            finally:
                os.chdir(here)
    return function(os.fspath(base_name), base_dir, **options)


def _unpack_zipfile(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError("%s is not a zip file" % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            name = info.filename
            if name.startswith("/") or ".." in name:
                continue
            target = os.path.join(extract_dir, *name.split("/"))
            if name.endswith("/"):
                os.makedirs(target, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with archive.open(name) as source, open(target, "wb") as out:
                copyfileobj(source, out)


def _unpack_tarfile(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError("%s is not a compressed or uncompressed tar file" % filename) from None
    with archive:
        archive.extractall(extract_dir, filter=filter)


_UNPACKERS = {"tar": ([".tar"], _unpack_tarfile, [], "uncompressed tar file"),
              "zip": ([".zip"], _unpack_zipfile, [], "ZIP file"),
              "gztar": ([".tar.gz", ".tgz"], _unpack_tarfile, [], "gzip'ed tar-file"),
              "bztar": ([".tar.bz2", ".tbz2"], _unpack_tarfile, [], "bzip2'ed tar-file"),
              "xztar": ([".tar.xz", ".txz"], _unpack_tarfile, [], "xz'ed tar-file")}


def get_unpack_formats():
    return sorted((name, entry[0], entry[3]) for name, entry in _UNPACKERS.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    known = {}
    for other, entry in _UNPACKERS.items():
        for extension in entry[0]:
            known[extension] = other
    for extension in extensions:
        if extension in known:
            raise RegistryError("%s is already registered for \"%s\"" % (extension, known[extension]))
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _UNPACKERS[name] = extensions, function, extra_args or [], description


def unregister_unpack_format(name):
    del _UNPACKERS[name]


def _find_unpack_format(filename):
    for name, entry in _UNPACKERS.items():
        if any(filename.endswith(extension) for extension in entry[0]):
            return name
    return None


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpacks an archive into a folder."""
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    more = {} if filter is None else {"filter": filter}
    if format is not None:
        try:
            entry = _UNPACKERS[format]
        except KeyError:
            raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    else:
        name = _find_unpack_format(filename)
        if name is None:
            raise ReadError("Unknown archive format '{0}'".format(filename))
        entry = _UNPACKERS[name]
    entry[1](filename, extract_dir, **dict(entry[2]), **more)

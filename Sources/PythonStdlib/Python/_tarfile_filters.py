"""What may be written where: the filters of `extractall`, and how they refuse."""
import os
from _tarfile_format import TarError

__name__ = "tarfile"        # the module that pickles and messages name


class FilterError(TarError):
    """A member that a filter refuses."""
    _reason = "%r is refused"

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(self._reason % tarinfo.name)


class AbsolutePathError(FilterError):
    _reason = "member %r has an absolute path"


class SpecialFileError(FilterError):
    _reason = "%r is a special file"


class AbsoluteLinkError(FilterError):
    _reason = "%r is a link to an absolute path"


class OutsideDestinationError(FilterError):
    _reason = "%r would be extracted to %r, which is outside the destination"

    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        TarError.__init__(self, self._reason % (tarinfo.name, path))


class LinkOutsideDestinationError(FilterError):
    _reason = "%r would link to %r, which is outside the destination"
    __init__ = OutsideDestinationError.__init__


def fully_trusted_filter(member, dest_path):
    """Everything, as it is."""
    return member


def _data_mode(member, mode):
    """The rights of data: folders and symbolic links get the usual ones, files are the owner's to read and write."""
    if member.isdir() or member.issym():
        return None
    if not member.isreg() and not member.islnk():
        raise SpecialFileError(member)
    # Only who may run it lets others do so.
    return 0o600 | (mode if mode & 0o100 else mode & ~0o111)


def _checked(member, dest_path, for_data):
    changes = {}
    name = member.name
    root = os.path.realpath(dest_path)
    if name.startswith(("/", os.sep)):
        name = changes["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(root, name))
    if os.path.commonpath([target, root]) != root:
        raise OutsideDestinationError(member, target)
    if member.mode is not None:
        safe = _data_mode(member, member.mode & 0o755) if for_data else member.mode & 0o755
        if safe != member.mode:
            changes["mode"] = safe
    if for_data:
        changes.update((key, None) for key in ("uid", "gid", "uname", "gname") if getattr(member, key) is not None)
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            start = os.path.dirname(name) if member.issym() else ""
            target = os.path.realpath(os.path.join(root, start, member.linkname))
            if os.path.commonpath([target, root]) != root:
                raise LinkOutsideDestinationError(member, target)
    return changes


def tar_filter(member, dest_path):
    """Without places outside and without dangerous modes."""
    changes = _checked(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    """Files, folders and links inside, without owners."""
    changes = _checked(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


_NAMED_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}

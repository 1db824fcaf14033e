"""Writing members to the disk."""
import builtins
import copy
import os
import shutil
import stat
from _tarfile_format import ExtractError, ReadError, StreamError, SUPPORTED_TYPES, copyfileobj
from _tarfile_filters import FilterError, _NAMED_FILTERS, fully_trusted_filter
from _tarfile_streams import _Stream

__name__ = "tarfile"        # the module that pickles and messages name


class _Extraction:
    """The part of TarFile that writes to the disk."""

    def _filter(self, filter):
        if filter is None:
            own = self.extraction_filter
            if isinstance(own, str):
                raise TypeError("String names are not supported for TarFile.extraction_filter. "
                                "Use a function such as tarfile.data_filter directly.")
            return fully_trusted_filter if own is None else own
        if callable(filter):
            return filter
        if filter not in _NAMED_FILTERS:
            raise ValueError("filter %r not found" % filter)
        return _NAMED_FILTERS[filter]

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Writes all members below a folder."""
        filter = self._filter(filter)
        folders = []
        for member in self if members is None else members:
            wanted = self._wanted(member, filter, path)
            if wanted is None:
                continue
            if wanted.isdir():
                folders.append(wanted)
            self._extract_one(wanted, path, not wanted.isdir(), numeric_owner)
        # A folder that may not be written is closed when its files are there.
        folders.sort(key=lambda member: member.name, reverse=True)
        for folder in folders:
            place = os.path.join(path, folder.name)
            try:
                self.chown(folder, place, numeric_owner)
                self.utime(folder, place)
                self.chmod(folder, place)
            except ExtractError as error:
                self._nonfatal(error)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Writes one member below a folder."""
        wanted = self._wanted(member, self._filter(filter), path)
        if wanted is not None:
            self._extract_one(wanted, path, set_attrs, numeric_owner)

    def _wanted(self, member, filter, path):
        original = self.getmember(member) if isinstance(member, str) else member
        try:
            wanted = filter(original, path)
        except (OSError, FilterError) as error:
            self._fatal(error)
            return None
        except ExtractError as error:
            self._nonfatal(error)
            return None
        if wanted is None:
            return None
        if wanted.islnk():
            wanted = copy.copy(wanted)
            wanted._link_target = os.path.join(path, wanted.linkname)
        return wanted

    def _extract_one(self, member, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(member, os.path.join(path, member.name), set_attrs, numeric_owner)
        except OSError as error:
            self._fatal(error)
        except ExtractError as error:
            self._nonfatal(error)

    def _fatal(self, error):
        if self.errorlevel > 0:
            raise error

    def _nonfatal(self, error):
        if self.errorlevel > 1:
            raise error

    def extractfile(self, member):
        """A member as a file; None for what has no content."""
        self._check("r")
        member = self.getmember(member) if isinstance(member, str) else member
        if member.isreg() or member.type not in SUPPORTED_TYPES:
            return self.fileobject(self, member)
        if member.islnk() or member.issym():
            if isinstance(self.fileobj, _Stream):
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._find_link_target(member))
        return None

    def _extract_member(self, member, place, set_attrs, numeric_owner):
        place = place.rstrip("/").replace("/", os.sep)
        above = os.path.dirname(place)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if member.isdir():
            self.makedir(member, place)
        elif member.isfifo():
            self.makefifo(member, place)
        elif member.ischr() or member.isblk():
            self.makedev(member, place)
        elif member.islnk() or member.issym():
            self.makelink(member, place)
        else:
            self.makefile(member, place)
        if set_attrs:
            self.chown(member, place, numeric_owner)
            if not member.issym():
                self.chmod(member, place)
                self.utime(member, place)

    def makedir(self, tarinfo, targetpath):
        # Until everything is in it, a folder is its owner's only.
        rights = [] if tarinfo.mode is None else [0o700]
        try:
            os.mkdir(targetpath, *rights)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        source = self.fileobj
        with builtins.open(targetpath, "wb") as target:
            if tarinfo.sparse is not None:
                with self.fileobject(self, tarinfo) as member:
                    shutil.copyfileobj(member, target)
            else:
                source.seek(tarinfo.offset_data)
                copyfileobj(source, target, tarinfo.size, ReadError, self.copybufsize)

    def makefifo(self, tarinfo, targetpath):
        if not hasattr(os, "mkfifo"):
            raise ExtractError("fifo not supported by system")
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        if not hasattr(os, "mknod"):
            raise ExtractError("special devices not supported by system")
        mode = (0o600 if tarinfo.mode is None else tarinfo.mode) | (stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR)
        os.mknod(targetpath, mode, os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        if tarinfo.issym():
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.symlink(tarinfo.linkname, targetpath)
            return
        if tarinfo._link_target and os.path.exists(tarinfo._link_target):
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.link(tarinfo._link_target, targetpath)
            return
        try:
            self._extract_member(self._find_link_target(tarinfo), targetpath, True, False)
        except KeyError:
            raise ExtractError("unable to resolve link inside archive") from None

    def _find_link_target(self, tarinfo):
        if tarinfo.issym():
            name = "/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname)))
            found = self._getmember(os.path.normpath(name), normalize=True)
        else:
            name = tarinfo.linkname
            found = self._getmember(name, tarinfo, normalize=True)
        if found is None:
            raise KeyError("linkname %r not found" % name)
        return found

    def chown(self, tarinfo, targetpath, numeric_owner):
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return
        user, group = tarinfo.uid, tarinfo.gid
        if not numeric_owner:
            try:
                import grp
                import pwd
                if tarinfo.gname:
                    group = grp.getgrnam(tarinfo.gname)[2]
                if tarinfo.uname:
                    user = pwd.getpwnam(tarinfo.uname)[2]
            except (ImportError, KeyError):
                pass
        try:
            change = os.lchown if tarinfo.issym() and hasattr(os, "lchown") else os.chown
            change(targetpath, -1 if user is None else user, -1 if group is None else group)
        except (OSError, AttributeError) as error:
            raise ExtractError("could not change owner") from error

    def chmod(self, tarinfo, targetpath):
        if tarinfo.mode is None:
            return
        try:
            os.chmod(targetpath, tarinfo.mode & 0o7777)
        except OSError as error:
            raise ExtractError("could not change mode") from error

    def utime(self, tarinfo, targetpath):
        if tarinfo.mtime is None:
            return
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as error:
            raise ExtractError("could not change modification time") from error

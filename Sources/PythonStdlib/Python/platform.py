"""What this computer and this Python are."""

import collections
import os
import sys

uname_result = collections.namedtuple("uname_result", "system node release version machine processor")
_uname = None


def uname():
    """All about the system."""
    global _uname
    if _uname is None:
        u = os.uname()
        _uname = uname_result(u.sysname, u.nodename, u.release, u.version, u.machine, "")
    return _uname


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    return bits or "64bit", linkage or "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def platform(aliased=False, terse=False):
    """One text about the system."""
    u = uname()
    return "-".join([part for part in (u.system, u.release, u.machine, "with", "glibc" + libc_ver()[1]) if part])


def python_implementation():
    return "CPython"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", "Jan  1 2024 00:00:00"


def python_compiler():
    return "Swift"


def freedesktop_os_release():
    """The name of the distribution."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as file:
                info = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
                for line in file:
                    key, eq, value = line.strip().partition("=")
                    if eq and not key.startswith("#"):
                        info[key] = value.strip("\"'")
                return info
        except OSError:
            continue
    raise OSError(2, "Unable to read files /etc/os-release, /usr/lib/os-release")


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo


def win32_edition():
    return None


def win32_is_iot():
    return False


if __name__ == "__main__":
    from _programs.platform import main
    main()

"""Folders of installed packages. Wick looks into none by itself: `addsitedir` adds one."""
import io
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    """A path of parts, whole, and as it is compared."""
    folder = os.path.abspath(os.path.join(*paths))
    return folder, os.path.normcase(folder)


def getuserbase():
    """The folder of the user's own packages and programs."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return USER_BASE


def getusersitepackages():
    """The folder of the user's own packages."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = os.path.join(getuserbase(), "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders where packages would be for all users."""
    found = []
    for prefix in dict.fromkeys(PREFIXES if prefixes is None else prefixes):
        if prefix:
            found.append(os.path.join(prefix, "lib", "python%d.%d" % sys.version_info[:2], "site-packages"))
    return found


def addpackage(sitedir, name, known_paths):
    """Adds the folders that the lines of a .pth file name, and executes those that begin with `import`."""
    reset = known_paths is None
    known = set(os.path.normcase(os.path.abspath(p)) for p in sys.path) if reset else known_paths
    try:
        with io.open(os.path.join(sitedir, name), encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    for number, line in enumerate(lines, 1):
        if line[:1] == "#" or not line.strip():
            continue
        try:
            if line[:7] in ("import ", "import\t"):
                exec(line)
            else:
                folder, key = makepath(sitedir, line.rstrip())
                if key not in known and os.path.exists(folder):
                    sys.path.append(folder)
                    known.add(key)
        except Exception:
            import traceback
            print(f"Error processing line {number} of {os.path.join(sitedir, name)}:\n", file=sys.stderr)
            traceback.print_exc()
            print("\nRemainder of file ignored", file=sys.stderr)
            break
    return None if reset else known


def addsitedir(sitedir, known_paths=None):
    """Adds a folder to sys.path, and what the .pth files in it name."""
    reset = known_paths is None
    known = set(os.path.normcase(os.path.abspath(p)) for p in sys.path) if reset else known_paths
    sitedir, key = makepath(sitedir)
    if key not in known:
        sys.path.append(sitedir)
        known.add(key)
    try:
        names = sorted(name for name in os.listdir(sitedir) if name.endswith(".pth") and not name.startswith("."))
    except OSError:
        names = []
    for name in names:
        addpackage(sitedir, name, known)
    return None if reset else known


def main():
    """Python calls it at its start; there is nothing to do."""


def _script():
    from _programs.site import main as run
    run()


if __name__ == "__main__":
    _script()

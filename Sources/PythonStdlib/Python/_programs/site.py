"""`python -m site`: prints the folders of packages."""
import os
import site
import sys


def main():
    words = sys.argv[1:]
    if not words:
        base, folder = site.getuserbase(), site.getusersitepackages()
        print("sys.path = [")
        for path in sys.path:
            print(f"    {path!r},")
        print("]")
        for name, path in (("USER_BASE", base), ("USER_SITE", folder)):
            print(f'''{name}: {path!r} ({"exists" if os.path.isdir(path) else "doesn't exist"})''')
        print(f"ENABLE_USER_SITE: {site.ENABLE_USER_SITE!r}")
        return
    known = {"--user-base": site.getuserbase, "--user-site": site.getusersitepackages}
    shown = [known[word]() for word in known if word in words]
    if not shown:
        print("site [--user-base] [--user-site]\n\nShows the folders of packages, or the user's of them, separated by ':'.\n"
              "The status is 1 where the user's folder is not looked into.")
        sys.exit(10)
    print(os.pathsep.join(shown))
    sys.exit(0 if site.ENABLE_USER_SITE else 1)

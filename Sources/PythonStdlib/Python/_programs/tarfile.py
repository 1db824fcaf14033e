"""`python -m tarfile`: lists, checks, packs and unpacks tar archives."""
import argparse
import os
import tarfile

_MODES = {".gz": "gz", ".tgz": "gz", ".xz": "xz", ".txz": "xz", ".bz2": "bz2", ".tbz": "bz2", ".tbz2": "bz2", ".tb2": "bz2"}


def main():
    parser = argparse.ArgumentParser(prog="tarfile.py", description="Lists, checks, packs and unpacks tar archives.")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell more")
    parser.add_argument("--filter", metavar="<filtername>", choices=("fully_trusted", "tar", "data"), help="what members may be unpacked")
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("-l", "--list", metavar="<tarfile>", help="list what is in an archive")
    ways.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"), help="unpack an archive into a folder")
    ways.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="pack files")
    ways.add_argument("-t", "--test", metavar="<tarfile>", help="check an archive")
    options = parser.parse_args()
    if options.filter and options.extract is None:
        parser.exit(1, "--filter is only valid for extraction\n")
    if options.create is not None:
        name, sources = options.create[0], options.create[1:]
        mode = _MODES.get(os.path.splitext(name)[1])
        with tarfile.open(name, "w:" + mode if mode else "w") as archive:
            for source in sources:
                archive.add(source)
        if options.verbose:
            print(f"{name!r} file created.")
        return
    name = options.test or options.list or options.extract[0]
    if options.extract is not None and len(options.extract) > 2:
        parser.exit(1, parser.format_help())
    if not tarfile.is_tarfile(name):
        parser.exit(1, f"{name!r} is not a tar archive.\n")
    with tarfile.open(name, "r:*" if options.extract is None else "r") as archive:
        if options.list is not None:
            archive.list(verbose=options.verbose)
        elif options.test is not None:
            print(archive.getmembers())
            if options.verbose:
                print(f"{name!r} is a tar archive.")
        else:
            folder = options.extract[1] if len(options.extract) == 2 else os.curdir
            archive.extractall(path=folder, filter=options.filter)
            if options.verbose and len(options.extract) == 2:
                print(f"{name!r} file is extracted into {folder!r} directory.")
            elif options.verbose:
                print(f"{name!r} file is extracted.")

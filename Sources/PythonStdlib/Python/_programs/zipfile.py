"""`python -m zipfile`: lists, checks, packs and unpacks ZIP files."""
import argparse
import os
import zipfile


def main():
    parser = argparse.ArgumentParser(prog="__main__.py", description="Lists, checks, packs and unpacks ZIP files.")
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("-l", "--list", metavar="<zipfile>", help="list what is in a file")
    ways.add_argument("-e", "--extract", nargs=2, metavar=("<zipfile>", "<output_dir>"), help="unpack a file into a folder")
    ways.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="pack files")
    ways.add_argument("-t", "--test", metavar="<zipfile>", help="check a file")
    parser.add_argument("--metadata-encoding", metavar="<encoding>", help="encoding of the names for -l, -e and -t")
    options = parser.parse_args()
    encoding = options.metadata_encoding
    if options.create is not None:
        if encoding:
            parser.exit(1, "Non-conforming encodings not supported with -c.\n")
        _create(options.create[0], options.create[1:])
    elif options.test is not None:
        with zipfile.ZipFile(options.test, metadata_encoding=encoding) as archive:
            broken = archive.testzip()
        if broken:
            print(f"The following enclosed file is corrupted: {broken!r}")
        print("Done testing")
    elif options.list is not None:
        with zipfile.ZipFile(options.list, metadata_encoding=encoding) as archive:
            archive.printdir()
    else:
        with zipfile.ZipFile(options.extract[0], metadata_encoding=encoding) as archive:
            archive.extractall(options.extract[1])


def _create(name, sources):
    with zipfile.ZipFile(name, "w") as archive:
        for source in sources:
            _add(archive, source, os.path.basename(source) or os.path.basename(os.path.dirname(source)))


def _add(archive, path, name):
    """Adds a file, or a folder with all that is in it; what is called . or .. lies at the top."""
    if name in ("", os.curdir, os.pardir):
        name = ""
    if os.path.isfile(path):
        archive.write(path, name, zipfile.ZIP_DEFLATED)
    elif os.path.isdir(path):
        if name:
            archive.write(path, name)
        for inner in sorted(os.listdir(path)):
            _add(archive, os.path.join(path, inner), os.path.join(name, inner))

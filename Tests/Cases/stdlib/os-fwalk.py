# Recorded from CPython 3.11.7.
# Folders walked with open descriptors, and files named below one.
import os, tempfile
with tempfile.TemporaryDirectory() as root:
    for path in ("a/b", "a/c", "d"):
        os.makedirs(os.path.join(root, path))
    for path in ("a/1", "a/b/2", "d/3", "4"):
        with open(os.path.join(root, path), "w") as file:
            file.write(path)
    os.symlink("d", os.path.join(root, "link"))
    for options in ({}, {"topdown": False}, {"follow_symlinks": True}):
        seen = []
        for path, folders, files, fd in os.fwalk(root, **options):
            folders.sort()
            inside = sorted(os.listdir(fd))
            seen.append((os.path.relpath(path, root), sorted(folders), sorted(files), inside == sorted(folders + files)))
        print(options, seen if options.get("topdown", True) else sorted(seen))
    top = os.open(root, os.O_RDONLY)
    print([row[0] for row in os.fwalk("a", dir_fd=top)] in (["a", "a/b", "a/c"], ["a", "a/c", "a/b"]))
    fd = os.open("a/1", os.O_RDONLY, dir_fd=top)
    print(os.read(fd, 10), os.stat("a/1", dir_fd=top).st_size, os.access("a", os.R_OK, dir_fd=top))
    os.close(fd)
    os.mkdir("new", dir_fd=top)
    os.rename("4", "new/5", src_dir_fd=top, dst_dir_fd=top)
    os.symlink("5", "new/6", dir_fd=top)
    print(sorted(os.listdir(os.path.join(root, "new"))), os.readlink("new/6", dir_fd=top), os.lstat("new/6", dir_fd=top).st_size)
    os.unlink("new/6", dir_fd=top)
    os.remove("new/5", dir_fd=top)
    os.rmdir("new", dir_fd=top)
    for step in (lambda: os.stat("none", dir_fd=top), lambda: os.open("none", os.O_RDONLY, dir_fd=top)):
        try:
            step()
        except OSError as error:
            print(error)
    print(sorted(entry.name for entry in os.scandir(top) if entry.is_dir()))
    os.close(top)
print(os.open in os.supports_dir_fd, os.stat in os.supports_fd)
# expect: {} [('.', ['a', 'd', 'link'], ['4'], True), ('a', ['b', 'c'], ['1'], True), ('a/b', [], ['2'], True), ('a/c', [], [], True), ('d', [], ['3'], True)]
# expect: {'topdown': False} [('.', ['a', 'd', 'link'], ['4'], True), ('a', ['b', 'c'], ['1'], True), ('a/b', [], ['2'], True), ('a/c', [], [], True), ('d', [], ['3'], True)]
# expect: {'follow_symlinks': True} [('.', ['a', 'd', 'link'], ['4'], True), ('a', ['b', 'c'], ['1'], True), ('a/b', [], ['2'], True), ('a/c', [], [], True), ('d', [], ['3'], True), ('link', [], ['3'], True)]
# expect: True
# expect: b'a/1' 3 True
# expect: ['5', '6'] 5 1
# expect: [Errno 2] No such file or directory: 'none'
# expect: [Errno 2] No such file or directory: 'none'
# expect: ['a', 'd', 'link']
# expect: True True

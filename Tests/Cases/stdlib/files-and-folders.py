# Recorded from CPython 3.11.7.
import os
import shutil
import stat
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a", "b.txt")
    os.makedirs(os.path.dirname(path))
    with open(path, "w") as file:
        file.write("x" * 10)
    os.utime(path, (1, 2.5))
    info = os.stat(path)
    print(info.st_size, info.st_mtime, info.st_mtime_ns, stat.filemode(info.st_mode), stat.S_ISDIR(info.st_mode))
    os.symlink("b.txt", os.path.join(folder, "a", "link"))
    print(os.readlink(os.path.join(folder, "a", "link")), os.path.islink(path), os.path.realpath(os.path.join(folder, "a", "link")) == os.path.realpath(path))
    shutil.copytree(os.path.join(folder, "a"), os.path.join(folder, "c"), ignore=shutil.ignore_patterns("link"))
    shutil.copy2(path, os.path.join(folder, "c", "d"))
    shutil.move(os.path.join(folder, "c", "d"), os.path.join(folder, "e"))
    print([(os.path.relpath(top, folder), sorted(dirs), sorted(files)) for top, dirs, files in os.walk(folder)])
    print(sorted((entry.name, entry.is_dir(), entry.is_symlink()) for entry in os.scandir(os.path.join(folder, "a"))))
    for bad in (lambda: os.rename(path + "q", path), lambda: shutil.rmtree(folder + "q"), lambda: shutil.copyfile(path, path), lambda: os.rmdir(folder)):
        try:
            bad()
        except OSError as error:
            print(type(error).__name__, error.errno)
    with tempfile.NamedTemporaryFile("w+", suffix=".txt", dir=folder) as file:
        file.write("hello")
        file.seek(0)
        print(file.read(), file.name.endswith(".txt"), os.path.exists(file.name))
    shutil.rmtree(os.path.join(folder, "a"))
    print(sorted(os.listdir(folder)))
print(os.path.exists(folder), os.path.commonpath(["/a/b", "/a/c"]), os.path.splitext("x.tar.gz"), os.path.normpath("/a/./b/../c//"))
# expect: 10 2.5 2500000000 -rw-r--r-- False
# expect: b.txt False True
# expect: [('.', ['a', 'c'], ['e']), ('c', [], ['b.txt']), ('a', [], ['b.txt', 'link'])]
# expect: [('b.txt', False, False), ('link', False, True)]
# expect: FileNotFoundError 2
# expect: FileNotFoundError 2
# expect: SameFileError None
# expect: OSError 39
# expect: hello True True
# expect: ['c', 'e']
# expect: False /a ('x.tar', '.gz') /a/c

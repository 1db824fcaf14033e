# Recorded from CPython 3.11.7.
# Temporary files, the lines of several files, errors of urllib.
import fileinput
import os
import sys
import tempfile
import urllib.error
import warnings

with tempfile.TemporaryDirectory() as folder:
    paths = [os.path.join(folder, name) for name in ("a.txt", "b.txt")]
    for path in paths:
        with open(path, "w") as file:
            file.write(f"one {path[-5]}\ntwo\n")
    with fileinput.input(paths) as lines:
        for line in lines:
            print(os.path.basename(fileinput.filename()), lines.lineno(), lines.filelineno(), lines.isfirstline(), line.rstrip())
    with fileinput.FileInput(paths, inplace=True, backup=".old") as lines:
        for line in lines:
            print(lines.lineno(), line.upper(), end="")
            if lines.filelineno() == 1:
                lines.nextfile()
    print(sorted(os.listdir(folder)), [open(path).read() for path in paths])
    for bad in ({"mode": "w"}, {"inplace": True, "openhook": open}, {"openhook": 1}):
        try:
            fileinput.FileInput(paths, **bad)
        except ValueError as error:
            print(error)
    try:
        fileinput.lineno()
    except RuntimeError as error:
        print(error)

    with tempfile.NamedTemporaryFile("w+", dir=folder, prefix="p", suffix=".s", delete=False) as file:
        file.write("kept")
    print(os.path.basename(file.name)[0], file.name[-2:], os.path.exists(file.name), file.closed)
    file = tempfile.NamedTemporaryFile(dir=folder)
    write, name = file.write, file.name
    print(write is file.write, os.path.exists(name))
    del file
    print(write(b"alive"), os.path.exists(name))
    del write
    print(os.path.exists(name))
    for bad in (lambda: tempfile.mkstemp(b"x", "y"), lambda: tempfile.TemporaryFile("z")):
        try:
            bad()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

spool = tempfile.SpooledTemporaryFile(max_size=4, mode="w+", encoding="utf-8")
spool.writelines(["ab", "c"])
print(spool.mode, spool.name, spool._rolled, spool.encoding)
spool.write("de")
spool.seek(0)
print(spool.mode, spool._rolled, spool.read(), spool.readable(), spool.truncate(2))
spool.close()
try:
    spool.__enter__()
except ValueError as error:
    print(error)
print(os.path.exists(folder), tempfile.TMP_MAX, tempfile.gettempprefixb())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    spool = tempfile.SpooledTemporaryFile()
    del spool
    print([str(w.message).split(" object")[0] for w in caught])

error = urllib.error.HTTPError("http://h/", 404, "Not Found", {"a": "b"}, None)
print(error, repr(error), error.args, error.reason, error.status, error.headers, error.geturl(), error.read())
print(repr(urllib.error.URLError("why")), urllib.error.URLError("why", "f").filename, urllib.error.ContentTooShortError("m", b"c"))
# expect: a.txt 1 1 True one a
# expect: a.txt 2 2 False two
# expect: b.txt 3 1 True one b
# expect: b.txt 4 2 False two
# expect: ['a.txt', 'a.txt.old', 'b.txt', 'b.txt.old'] ['1 ONE A\n', '2 ONE B\n']
# expect: FileInput opening mode must be 'r' or 'rb'
# expect: FileInput cannot use an opening hook in inplace mode
# expect: FileInput openhook must be callable
# expect: p .s True True
# expect: True True
# expect: 5 True
# expect: False
# expect: TypeError Can't mix bytes and non-bytes in path components.
# expect: ValueError invalid mode: 'z'
# expect: w+ None False utf-8
# expect: w+ True abcde True 2
# expect: Cannot enter context with closed file
# expect: False 238328 b'tmp'
# expect: ['Unclosed file <tempfile.SpooledTemporaryFile']
# expect: HTTP Error 404: Not Found <HTTPError 404: 'Not Found'> () Not Found 404 {'a': 'b'} http://h/ b''
# expect: URLError('why') f <urlopen error m>

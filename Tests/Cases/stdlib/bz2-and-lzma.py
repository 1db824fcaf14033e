# Recorded from CPython 3.11.7.
# bzip2 and xz: whole blocks, files, streams in parts, archives.
import bz2, io, lzma, os, shutil, tarfile, tempfile, zipfile
data = b"hello world, this is a test\n" * 1000 + bytes(range(256))
for module, unpacker in ((bz2, bz2.BZ2Decompressor), (lzma, lzma.LZMADecompressor)):
    packed = module.compress(data)
    print(module.__name__, module.decompress(packed) == data, module.decompress(packed + packed) == data * 2, len(packed) < 600)
    file = io.BytesIO()
    with module.open(file, "wb") as out:
        for i in range(0, len(data), 777):
            out.write(data[i:i + 777])
    file.seek(0)
    with module.open(file) as inner:
        print(inner.readline(), inner.seek(280), inner.read(5), inner.tell(), inner.read() == data[285:])
    parts, stream = [], unpacker()
    for i in range(0, len(packed), 100):
        parts.append(stream.decompress(packed[i:i + 100], 500))
        while not stream.eof and not stream.needs_input:
            parts.append(stream.decompress(b"", 500))
    print(b"".join(parts) == data, stream.eof, max(map(len, parts)))
    text = io.BytesIO()
    with module.open(text, "wt", encoding="utf-8") as out:
        out.write("äöü\n" * 2)
    text.seek(0)
    print(module.open(text, "rt", encoding="utf-8").readlines())
    for bad in (packed[:-10], b"garbage" * 10, "text"):
        try:
            module.decompress(bad)
        except Exception as error:
            print(type(error).__name__, error)
with tempfile.TemporaryDirectory() as folder:
    here = os.getcwd()
    os.chdir(folder)
    os.mkdir("t")
    with open("t/a.txt", "wb") as file:
        file.write(data)
    for kind in ("bztar", "xztar"):
        name = shutil.make_archive("out", kind, ".", "t")
        shutil.unpack_archive(name, "un" + kind)
        print(os.path.basename(name), open("un%s/t/a.txt" % kind, "rb").read() == data)
    for kind in ("bz2", "xz"):
        with tarfile.open("x.tar." + kind, "w:" + kind) as archive:
            archive.add("t")
        for mode in ("r:" + kind, "r", "r|" + kind, "r|*"):
            with tarfile.open("x.tar." + kind, mode) as archive:
                print(mode, [member.name for member in archive])
    for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with zipfile.ZipFile("z.zip", "w", kind) as archive:
            archive.write("t/a.txt")
            archive.writestr("empty", b"")
        with zipfile.ZipFile("z.zip") as archive:
            info = archive.infolist()[0]
            print(archive.read("t/a.txt") == data, archive.read("empty"), archive.testzip(), info.extract_version, info.compress_type)
    os.chdir(here)
# expect: bz2 True True True
# expect: b'hello world, this is a test\n' 280 b'hello' 285 True
# expect: True True 500
# expect: ['äöü\n', 'äöü\n']
# expect: ValueError Compressed data ended before the end-of-stream marker was reached
# expect: OSError Invalid data stream
# expect: TypeError a bytes-like object is required, not 'str'
# expect: lzma True True True
# expect: b'hello world, this is a test\n' 280 b'hello' 285 True
# expect: True True 500
# expect: ['äöü\n', 'äöü\n']
# expect: LZMAError Compressed data ended before the end-of-stream marker was reached
# expect: LZMAError Input format not supported by decoder
# expect: TypeError a bytes-like object is required, not 'str'
# expect: out.tar.bz2 True
# expect: out.tar.xz True
# expect: r:bz2 ['t', 't/a.txt']
# expect: r ['t', 't/a.txt']
# expect: r|bz2 ['t', 't/a.txt']
# expect: r|* ['t', 't/a.txt']
# expect: r:xz ['t', 't/a.txt']
# expect: r ['t', 't/a.txt']
# expect: r|xz ['t', 't/a.txt']
# expect: r|* ['t', 't/a.txt']
# expect: True b'' None 46 12
# expect: True b'' None 63 14

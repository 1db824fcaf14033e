# Recorded from CPython 3.11.7.
# Containers, checks and chains of filters of lzma, and what is refused.
import lzma
data = b"hello world, this is a test\n" * 1000
for options in ({"format": lzma.FORMAT_ALONE}, {"preset": 9 | lzma.PRESET_EXTREME}, {"check": lzma.CHECK_SHA256},
                {"filters": [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 5}]}):
    packed = lzma.compress(data, **options)
    stream = lzma.LZMADecompressor()
    print(stream.check, stream.decompress(packed) == data, stream.check, stream.eof, stream.unused_data)
filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 65536}]
raw = lzma.compress(data, lzma.FORMAT_RAW, filters=filters)
print(lzma.decompress(raw, lzma.FORMAT_RAW, filters=filters) == data)
for options in (dict(format=77), dict(preset=3, filters=filters), dict(format=lzma.FORMAT_RAW), dict(filters=[{}]),
                dict(filters=[3]), dict(filters=[{"id": 99}]), dict(preset=99), dict(filters=filters * 5),
                dict(filters=[{"id": lzma.FILTER_LZMA2, "foo": 1}]), dict(format=lzma.FORMAT_ALONE, check=lzma.CHECK_CRC32)):
    try:
        lzma.LZMACompressor(**options)
    except Exception as error:
        print(type(error).__name__, error)
for options in (dict(format=lzma.FORMAT_RAW), dict(filters=filters), dict(format=lzma.FORMAT_RAW, memlimit=1), dict(format=9)):
    try:
        lzma.LZMADecompressor(**options)
    except Exception as error:
        print(type(error).__name__, error)
try:
    lzma.decompress(lzma.compress(data), memlimit=1000)
except lzma.LZMAError as error:
    print(error)
packer = lzma.LZMACompressor()
packer.flush()
for step in (packer.flush, lambda: packer.compress(b"x")):
    try:
        step()
    except ValueError as error:
        print(error)
print(lzma.is_check_supported(lzma.CHECK_CRC64), lzma.is_check_supported(lzma.CHECK_UNKNOWN))
print(lzma._encode_filter_properties({"id": lzma.FILTER_LZMA1}))
# expect: 16 True 0 True b''
# expect: 16 True 4 True b''
# expect: 16 True 10 True b''
# expect: 16 True 4 True b''
# expect: True
# expect: ValueError Invalid container format: 77
# expect: ValueError Cannot specify both preset and filter chain
# expect: ValueError Must specify filters for FORMAT_RAW
# expect: ValueError Filter specifier must have an "id" entry
# expect: TypeError Filter specifier must be a dict or dict-like object
# expect: ValueError Invalid filter ID: 99
# expect: LZMAError Invalid or unsupported options
# expect: ValueError Too many filters - liblzma supports a maximum of 4
# expect: ValueError Invalid filter specifier for LZMA filter
# expect: ValueError Integrity checks are only supported by FORMAT_XZ
# expect: ValueError Must specify filters for FORMAT_RAW
# expect: ValueError Cannot specify filters except with FORMAT_RAW
# expect: ValueError Cannot specify memory limit with FORMAT_RAW
# expect: ValueError Invalid container format: 9
# expect: Memory usage limit exceeded
# expect: Repeated call to flush()
# expect: Compressor has been flushed
# expect: True False
# expect: b']\x00\x00\x80\x00'

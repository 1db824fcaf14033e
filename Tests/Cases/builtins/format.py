# Recorded from CPython 3.11.7.
print(format(3.14159, ".2f"), format(42, "08b"), format("x", ">5"), format(True), format(None), format([1]))
print("{} {}".format(1, "a"), "{1} {0} {1}".format("x", "y"), "{name} {0[1]} {0[k]}".format({1: "one", "k": "v"}, name="n"))
print("{:>{w}}|{:^{w}}".format("a", "b", w=5), "{!r} {!s:>4}".format("q", "q"), "{{}} {}".format(1))
print("{0.real} {0.imag}".format(3 + 4j), "{:,}".format(10**9), "{:e}".format(12345.678), "{:%}".format(0.5))
print("%d %i %5d|%-5d|%05d %+d" % (1, 2, 3, 4, 5, 6), "%x %X %o %#x" % (255, 255, 8, 255))
print("%f %.2f %8.3f %e %g %G" % (1.5, 2.345, 3.14159, 12345.678, 0.0001, 1e-10))
print("%s %r %10s|%-10s| %%" % ("a", "b", "c", "d"), "%(k)s=%(v).1f" % {"k": "key", "v": 2.0}, "%c%c" % (65, "z"))
print("%s" % [1, 2], "%s" % (1,), "%.3s|" % "abcdef", "%*d" % (5, 42), "%d%%" % 50)
for bad in (
    lambda: "%d" % "x",
    lambda: "%s %s" % (1,),
    lambda: "%s" % (1, 2),
    lambda: "{} {}".format(1),
    lambda: "{x}".format(),
    lambda: format("x", "d"),
    lambda: "{0} {}".format(1, 2),
    lambda: format([1], ">5"),
    lambda: "%q" % 1,
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 3.14 00101010     x True None [1]
# expect: 1 a y x y n one v
# expect:     a|  b   'q'    q {} 1
# expect: 3.0 4.0 1,000,000,000 1.234568e+04 50.000000%
# expect: 1 2     3|4    |00005 +6 ff FF 10 0xff
# expect: 1.500000 2.35    3.142 1.234568e+04 0.0001 1E-10
# expect: a 'b'          c|d         | % key=2.0 Az
# expect: [1, 2] 1 abc|    42 50%
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: IndexError Replacement index 1 out of range for positional args tuple
# expect: KeyError 'x'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: TypeError unsupported format string passed to list.__format__
# expect: ValueError unsupported format character 'q' (0x71) at index 1

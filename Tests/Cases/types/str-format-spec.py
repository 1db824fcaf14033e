# Recorded from CPython 3.11.7.
for v, specs in ((42, "d 5d <5d| ^5d| >5d 05d +d x #x X b #b o #o c , _ 8,d e .2f % =+6d *^7d n"), ("abc", "s 5s| <5| >5 ^5| *^7 .2 5.1|"), (3.14159, ".2f 8.2f 08.2f +.1f e .1e g .3g % .1% , ^9.1f| _ n"), (True, "d 5 s"), (-7, "d 05d =5d + x b")):
    for spec in specs.split():
        bar = spec.endswith("|")
        try:
            print(repr(v), spec, format(v, spec.rstrip("|")) + ("|" if bar else ""))
        except ValueError as error:
            print(repr(v), spec, error)
print("{:{}}|{:{}{}}".format("a", 5, "b", ">", 4), "{:.{p}f}".format(2.71828, p=3), f"{'x':{'>'}{5}}")
print("{!r:>6}".format("a"), "{0!s:<4}|".format(1), "{:d}".format(True), "{:>10}".format(None.__class__.__name__))
# expect: 42 d 42
# expect: 42 5d    42
# expect: 42 <5d| 42   |
# expect: 42 ^5d|  42  |
# expect: 42 >5d    42
# expect: 42 05d 00042
# expect: 42 +d +42
# expect: 42 x 2a
# expect: 42 #x 0x2a
# expect: 42 X 2A
# expect: 42 b 101010
# expect: 42 #b 0b101010
# expect: 42 o 52
# expect: 42 #o 0o52
# expect: 42 c *
# expect: 42 , 42
# expect: 42 _ 42
# expect: 42 8,d       42
# expect: 42 e 4.200000e+01
# expect: 42 .2f 42.00
# expect: 42 % 4200.000000%
# expect: 42 =+6d +   42
# expect: 42 *^7d **42***
# expect: 42 n 42
# expect: 'abc' s abc
# expect: 'abc' 5s| abc  |
# expect: 'abc' <5| abc  |
# expect: 'abc' >5   abc
# expect: 'abc' ^5|  abc |
# expect: 'abc' *^7 **abc**
# expect: 'abc' .2 ab
# expect: 'abc' 5.1| a    |
# expect: 3.14159 .2f 3.14
# expect: 3.14159 8.2f     3.14
# expect: 3.14159 08.2f 00003.14
# expect: 3.14159 +.1f +3.1
# expect: 3.14159 e 3.141590e+00
# expect: 3.14159 .1e 3.1e+00
# expect: 3.14159 g 3.14159
# expect: 3.14159 .3g 3.14
# expect: 3.14159 % 314.159000%
# expect: 3.14159 .1% 314.2%
# expect: 3.14159 , 3.14159
# expect: 3.14159 ^9.1f|    3.1   |
# expect: 3.14159 _ 3.14159
# expect: 3.14159 n 3.14159
# expect: True d 1
# expect: True 5     1
# expect: True s Unknown format code 's' for object of type 'bool'
# expect: -7 d -7
# expect: -7 05d -0007
# expect: -7 =5d -   7
# expect: -7 + -7
# expect: -7 x -7
# expect: -7 b -111
# expect: a    |   b 2.718     x
# expect:    'a' 1   | 1   NoneType

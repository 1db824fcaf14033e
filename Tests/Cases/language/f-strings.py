# Recorded from CPython 3.11.7.
name, value, width = "wick", 3.14159, 10
print(f"{name} {value:.2f} {value:{width}.3f}| {name:>8}|{name:<8}|{name:^8}|{name:*^10}")
print(f"{value!r} {name!r:>10} {name!s} {'é'!a} {{literal}} {name[0]}{name[-1]}")
print(f"{value=} {1 + 1=} {name = !s} {value=:.1f}")
print(f"{42:05d} {42:x} {42:#x} {42:b} {42:#010b} {42:o} {42:+d} {-42: d} {42:,} {1234567:,} {1234567:_}")
print(f"{1234.5678:,.2f} {0.256:.1%} {1e10:g} {1e-5:g} {123456789:.3e} {1.0:g} {1.5:G}")
print(f"{'a' if value > 3 else 'b'} {[x for x in range(3)]} {(lambda x: x * 2)(4)} {dict(a=1)['a']}")
print(f"{'nested ' + f'{name}'}" f" joined {1}" " plain")
print(f"""{name}
{value:8.3f}""")
print(f"{True:d} {True} {None} {3 + 4j} {[1, 'a']}")
print(f"{'text':.2} {'text':6.2}| {10:c}{65:c}", end="|\n")
print(f"{float('nan'):.2f} {float('inf'):8.1f} {-0.0:.1f} {1e300 * 10:e}")
print(rf"\n{name}", f"\t{name}\x41\u00e9")
for bad in ("{:d}", "{:s}", "{:.2q}"):
    try:
        print(bad.format(1.5 if "d" in bad or "q" in bad else 1))
    except ValueError as error:
        print(error)
# expect: wick 3.14      3.142|     wick|wick    |  wick  |***wick***
# expect: 3.14159     'wick' wick '\xe9' {literal} wk
# expect: value=3.14159 1 + 1=2 name = wick value=3.1
# expect: 00042 2a 0x2a 101010 0b00101010 52 +42 -42 42 1,234,567 1_234_567
# expect: 1,234.57 25.6% 1e+10 1e-05 1.235e+08 1 1.5
# expect: a [0, 1, 2] 8 1
# expect: nested wick joined 1 plain
# expect: wick
# expect:    3.142
# expect: 1 True None (3+4j) [1, 'a']
# expect: te te    | 
# expect: A|
# expect: nan      inf -0.0 1.000000e+301
# expect: \nwick 	wickAé
# expect: Unknown format code 'd' for object of type 'float'
# expect: Unknown format code 's' for object of type 'int'
# expect: Unknown format code 'q' for object of type 'float'

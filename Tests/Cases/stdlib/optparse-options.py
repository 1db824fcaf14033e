# Recorded from CPython 3.11.7.
import optparse

parser = optparse.OptionParser(usage="%prog [options] FILE", prog="tool", description="Does a thing.", epilog="The end.")
parser.add_option("-n", "--number", type="int", default=3, help="how many [default: %default]", metavar="N")
parser.add_option("-q", action="store_false", dest="loud", default=True)
parser.add_option("--name", action="append")
parser.add_option("-v", action="count", dest="level")
parser.add_option("--pair", nargs=2, type="float")
parser.add_option("--mode", type="choice", choices=["a", "b"])
group = optparse.OptionGroup(parser, "Rare", "Few need these.")
group.add_option("--call", action="callback", callback=lambda *args: print("called", args[1]))
parser.add_option_group(group)
for line in ["-n5 a -q b", "--num=0x10 --name x --name=y", "-vvq --pair 1 2.5 -- -n", "--call --mode b", ""]:
    values, rest = parser.parse_args(line.split())
    print(sorted(vars(values).items(), key=str), rest)
parser.formatter.width = 60
print(parser.format_help())
for line in ["-x", "--n=1", "-nx", "--mode c", "--pair 1", "-q1"]:
    try:
        parser.error = lambda text: (_ for _ in ()).throw(SystemExit(text))
        parser.parse_args(line.split())
    except SystemExit as error:
        print(error)
for arguments in [("x",), ("-ab",), ("--",), ("-a", "-a2")]:
    try:
        print(optparse.Option(*arguments, action="store_true"))
    except optparse.OptionError as error:
        print(error)
# expect: [('level', None), ('loud', False), ('mode', None), ('name', None), ('number', 5), ('pair', None)] ['a', 'b']
# expect: [('level', None), ('loud', True), ('mode', None), ('name', ['x', 'y']), ('number', 16), ('pair', None)] []
# expect: [('level', 2), ('loud', False), ('mode', None), ('name', None), ('number', 3), ('pair', (1.0, 2.5))] ['-n']
# expect: called --call
# expect: [('level', None), ('loud', True), ('mode', 'b'), ('name', None), ('number', 3), ('pair', None)] []
# expect: [('level', None), ('loud', True), ('mode', None), ('name', None), ('number', 3), ('pair', None)] []
# expect: Usage: tool [options] FILE
# expect:
# expect: Does a thing.
# expect:
# expect: Options:
# expect:   -h, --help        show this help message and exit
# expect:   -n N, --number=N  how many [default: 3]
# expect:   -q                
# expect:   --name=NAME       
# expect:   -v                
# expect:   --pair=PAIR       
# expect:   --mode=MODE       
# expect:
# expect:   Rare:
# expect:     Few need these.
# expect:
# expect:     --call          
# expect:
# expect: The end.
# expect:
# expect: no such option: -x
# expect: ambiguous option: --n (--name, --number?)
# expect: option -n: invalid integer value: 'x'
# expect: option --mode: invalid choice: 'c' (choose from 'a', 'b')
# expect: --pair option requires 2 arguments
# expect: no such option: -1
# expect: invalid option string 'x': must be at least two characters long
# expect: invalid long option string '-ab': must start with --, followed by non-dash
# expect: invalid short option string '--': must be of the form -x, (x any non-dash char)
# expect: option -a: invalid long option string '-a2': must start with --, followed by non-dash

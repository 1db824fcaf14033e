# Recorded from CPython 3.11.7.
import optparse, sys, tempfile
from optparse import *
print(optparse.Option.ACTIONS, Option.TYPES, Option.STORE_ACTIONS, Option.ATTRS, Option.TYPED_ACTIONS, Option.CONST_ACTIONS, sorted(Option.TYPE_CHECKER), len(Option.CHECK_METHODS))
print([c.__module__ for c in (Option, Values, HelpFormatter, OptionError, OptionParser)], optparse.NO_DEFAULT)
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
O=Option
for a,k in [((),{}),(("a",),{}),(("-a",),dict(action="x")),(("-a",),dict(type="x")),(("-a",),dict(type=int,action="count")),(("-a",),dict(type="choice")),(("-a",),dict(choices="ab",type="choice")),(("-a",),dict(choices=["b"],type=int)),(("-a",),dict(choices=["b"])),
 (("-a",),dict(const=1)),(("-a",),dict(nargs=1,action="count")),(("-a",),dict(action="callback")),(("-a",),dict(action="callback",callback=print,callback_args=1)),(("-a",),dict(action="callback",callback=print,callback_kwargs=1)),(("-a",),dict(callback=print)),(("-a",),dict(callback_args=())),(("-a",),dict(callback_kwargs={})),(("-a",),dict(z=1,b=2)),(("-a","--a-b"),{}),(("---a",),{}),(("--",),{}),(("-",),{}),((None,"-b"),{})]:
    try:
        o=O(*a,**k); print(o, o.dest, o.type, o.action, o.nargs, o.takes_value(), o.get_opt_string())
    except Exception as e: print(type(e).__name__, e)
p=OptionParser(prog="p",version="%prog 1",conflict_handler="resolve",usage="Usage: %prog x")
p.add_option("-a","--alpha",type=int,default="7",help="al")
p.add_option("-a","--beta",action="append",metavar="B",help="the b %default")
p.add_option("--alpha",action="append_const",const=3,dest="beta")
g=OptionGroup(p,"G");p.add_option_group(g);g.add_option("-g",nargs=3,help="x "*60);g.add_option("--secret",help=SUPPRESS_HELP)
g2=p.add_option_group("T","desc of t")
g2.add_option("--very-long-option-name-here",help="very long "*10);g2.add_option("-z",action="store_true",help="%default")
print(sorted(vars(p.parse_args(["-g","1","2","3","--alpha","x","-ab","-zz","--","-q"])[0]).items()))
p.print_help(); p.print_usage(); p.print_version()
print(p.get_option_group("-g").title,p.get_option_group("-a"),p.get_option("-z"),p.has_option("-k"),list(map(str,p._get_all_options())))
for F in (TitledHelpFormatter,IndentedHelpFormatter):
    f=F(width=40);f.set_short_opt_delimiter("");f.set_long_opt_delimiter(" ");f.set_parser(p);print(p.format_help(f));print(repr(p.format_option_help(f)))
t(f.set_short_opt_delimiter,"=");t(f.set_long_opt_delimiter,"");t(p.add_option,3);t(p.add_option,3,4);t(p.add_option_group,3);t(p.add_option_group,OptionGroup(OptionParser(),"f"));t(p.remove_option,"-k");t(p.set_conflict_handler,"u");t(OptionParser(conflict_handler="error").add_option,"-h","--help")
p.remove_option("-z")
for l in (["-g","1"],["-zq"],["--alpha=1"],["--x"],["--ver"],["--v=1"],["-h"],["--version"],["--help=1"],["-q"]):
    sys.stderr=sys.stdout
    try: print(sorted(vars(p.parse_args(l)[0])))
    except SystemExit as e: print("exit",e.code)
v = Values({"a": 1, "b": None})
with tempfile.NamedTemporaryFile("w+", suffix=".conf") as file:
    file.write("a=5\nb=None\nc=9\n")
    file.flush()
    v.read_file(file.name)
    print(v)
    v.read_file(file.name, "loose")
print(sorted(vars(v))[1:])
t(v._update, {}, "x")
print(v == v.__dict__, v == 3, Values({"a": 1}) == Values({"a": 1}))
print(v.ensure_value("q", 3), v.ensure_value("b", 4), v.b)
e=OptionParser(add_help_option=False);print(repr(e.format_option_help()),repr(e.format_help()),vars(e.get_default_values()));e.set_defaults(a=1,b="2");print(e.defaults);e.set_usage(SUPPRESS_USAGE);print(repr(e.format_help()),repr(e.get_usage()),repr(e.get_version()))
e.disable_interspersed_args();print(e.parse_args(["a","-x"])[1])
print(repr(BadOptionError("-x")),str(OptionConflictError("m",O("-x"))),repr(OptionValueError("x").msg))
# expect: ('store', 'store_const', 'store_true', 'store_false', 'append', 'append_const', 'count', 'callback', 'help', 'version') ('string', 'int', 'long', 'float', 'complex', 'choice') ('store', 'store_const', 'store_true', 'store_false', 'append', 'append_const', 'count') ['action', 'type', 'dest', 'default', 'nargs', 'const', 'choices', 'callback', 'callback_args', 'callback_kwargs', 'help', 'metavar'] ('store', 'append', 'callback') ('store_const', 'append_const') ['choice', 'complex', 'float', 'int', 'long'] 7
# expect: ['optparse', 'optparse', 'optparse', 'optparse', 'optparse'] ('NO', 'DEFAULT')
# expect: TypeError at least one option string must be supplied
# expect: OptionError invalid option string 'a': must be at least two characters long
# expect: OptionError option -a: invalid action: 'x'
# expect: OptionError option -a: invalid option type: 'x'
# expect: OptionError option -a: must not supply a type for action 'count'
# expect: OptionError option -a: must supply a list of choices for type 'choice'
# expect: OptionError option -a: choices must be a list of strings ('str' supplied)
# expect: OptionError option -a: must not supply choices for type 'int'
# expect: -a a choice store 1 True -a
# expect: OptionError option -a: 'const' must not be supplied for action 'store'
# expect: OptionError option -a: 'nargs' must not be supplied for action 'count'
# expect: OptionError option -a: callback not callable: None
# expect: OptionError option -a: callback_args, if supplied, must be a tuple: not 1
# expect: OptionError option -a: callback_kwargs, if supplied, must be a dict: not 1
# expect: OptionError option -a: callback supplied (<built-in function print>) for non-callback option
# expect: OptionError option -a: callback_args supplied for non-callback option
# expect: OptionError option -a: callback_kwargs supplied for non-callback option
# expect: OptionError option -a: invalid keyword arguments: b, z
# expect: -a/--a-b a_b string store 1 True --a-b
# expect: OptionError invalid long option string '---a': must start with --, followed by non-dash
# expect: OptionError invalid short option string '--': must be of the form -x, (x any non-dash char)
# expect: OptionError invalid option string '-': must be at least two characters long
# expect: -b b string store 1 True -b
# expect: [('alpha', '7'), ('beta', [3, 'b']), ('g', ('1', '2', '3')), ('secret', None), ('very_long_option_name_here', None), ('z', True)]
# expect: Usage: p x
# expect:
# expect: Options:
# expect:   --version             show program's version number and exit
# expect:   -h, --help            show this help message and exit
# expect:   -a B, --beta=B        the b none
# expect:   --alpha               
# expect:
# expect:   G:
# expect:     -g G                x x x x x x x x x x x x x x x x x x x x x x x x x x x
# expect:                         x x x x x x x x x x x x x x x x x x x x x x x x x x x
# expect:                         x x x x x x
# expect:
# expect:   T:
# expect:     desc of t
# expect:
# expect:     --very-long-option-name-here=VERY_LONG_OPTION_NAME_HERE
# expect:                         very long very long very long very long very long very
# expect:                         long very long very long very long very long
# expect:     -z                  none
# expect: Usage: p x
# expect:
# expect: p 1
# expect: G None -z False ['--version', '-h/--help', '-a/--beta', '--alpha', '-g', '--secret', '--very-long-option-name-here', '-z']
# expect: Usage: p x
# expect:
# expect: Options
# expect: =======
# expect: --version           show program's
# expect:                     version number and
# expect:                     exit
# expect: --help, -h          show this help
# expect:                     message and exit
# expect: --beta B, -aB       the b none
# expect: --alpha             
# expect:
# expect: G
# expect: -
# expect: -gG                 x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:
# expect: T
# expect: -
# expect: desc of t
# expect:
# expect: --very-long-option-name-here VERY_LONG_OPTION_NAME_HERE
# expect:                     very long very long
# expect:                     very long very long
# expect:                     very long very long
# expect:                     very long very long
# expect:                     very long very long
# expect: -z                  none
# expect:
# expect: "Options\n=======\n--version           show program's\n                    version number and\n                    exit\n--help, -h          show this help\n                    message and exit\n--beta B, -aB       the b none\n--alpha             \n\nG\n-\n-gG                 x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n\nT\n-\ndesc of t\n\n--very-long-option-name-here VERY_LONG_OPTION_NAME_HERE\n                    very long very long\n                    very long very long\n                    very long very long\n                    very long very long\n                    very long very long\n-z                  none\n"
# expect: Usage: p x
# expect:
# expect: Options:
# expect:   --version         show program's
# expect:                     version number and
# expect:                     exit
# expect:   -h, --help        show this help
# expect:                     message and exit
# expect:   -aB, --beta B     the b none
# expect:   --alpha           
# expect:
# expect:   G:
# expect:     -gG             x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:                     x x x x x x x x x x
# expect:
# expect:   T:
# expect:     desc of t
# expect:
# expect:     --very-long-option-name-here VERY_LONG_OPTION_NAME_HERE
# expect:                     very long very long
# expect:                     very long very long
# expect:                     very long very long
# expect:                     very long very long
# expect:                     very long very long
# expect:     -z              none
# expect:
# expect: "Options:\n  --version         show program's\n                    version number and\n                    exit\n  -h, --help        show this help\n                    message and exit\n  -aB, --beta B     the b none\n  --alpha           \n\n  G:\n    -gG             x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n                    x x x x x x x x x x\n\n  T:\n    desc of t\n\n    --very-long-option-name-here VERY_LONG_OPTION_NAME_HERE\n                    very long very long\n                    very long very long\n                    very long very long\n                    very long very long\n                    very long very long\n    -z              none\n"
# expect: ValueError invalid metavar delimiter for short options: '='
# expect: ValueError invalid metavar delimiter for long options: ''
# expect: TypeError not an Option instance: 3
# expect: TypeError invalid arguments
# expect: TypeError not an OptionGroup instance: 3
# expect: ValueError invalid OptionGroup (wrong parser)
# expect: ValueError no such option '-k'
# expect: ValueError invalid conflict_resolution value 'u'
# expect: OptionConflictError option -h/--help: conflicting option string(s): -h, --help
# expect: Usage: p x
# expect:
# expect: p: error: -g option requires 3 arguments
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: p: error: no such option: -z
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: p: error: --alpha option does not take a value
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: p: error: no such option: --x
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: p: error: ambiguous option: --ver (--version, --very-long-option-name-here?)
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: p: error: ambiguous option: --v (--version, --very-long-option-name-here?)
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: Options:
# expect:   --version             show program's version number and exit
# expect:   -h, --help            show this help message and exit
# expect:   -a B, --beta=B        the b none
# expect:   --alpha               
# expect:
# expect:   G:
# expect:     -g G                x x x x x x x x x x x x x x x x x x x x x x x x x x x
# expect:                         x x x x x x x x x x x x x x x x x x x x x x x x x x x
# expect:                         x x x x x x
# expect:
# expect:   T:
# expect:     desc of t
# expect:
# expect:     --very-long-option-name-here=VERY_LONG_OPTION_NAME_HERE
# expect:                         very long very long very long very long very long very
# expect:                         long very long very long very long very long
# expect: exit 0
# expect: p 1
# expect: exit 0
# expect: Usage: p x
# expect:
# expect: p: error: --help option does not take a value
# expect: exit 2
# expect: Usage: p x
# expect:
# expect: p: error: no such option: -q
# expect: exit 2
# expect: {'a': 5, 'b': None}
# expect: ['a', 'b', 'c']
# expect: ValueError invalid update mode: 'x'
# expect: True False True
# expect: 3 4 4
# expect: '' 'Usage: optparse-declarations.py [options]\n\n' {}
# expect: {'a': 1, 'b': '2'}
# expect: '' '' ''
# expect: ['a', '-x']
# expect: BadOptionError('-x') option -x: m 'x'

#!/usr/bin/env python3
"""Makes wrong calls of the library's functions, classes and methods and compares the exceptions under Wick with CPython's.

    python3 Scripts/wrong-library-calls.py --cmd '.build/release/wick run' --python PYTHON [--python PYTHON312] [--only MODULE] [-v]

Every public callable of the modules below, and every method of the objects below, is called without arguments, with too many, with an
unknown keyword and with arguments of other types. Type and text of the exception must be those of one of the Pythons named, and
where that Python takes the call, Wick must give an object of the same type. The calls are found by the first Python and the same at each run.
"""
import argparse
import collections
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

MODULES = """builtins math cmath random statistics decimal fractions numbers itertools functools operator collections collections.abc heapq bisect
array copy enum dataclasses typing types string textwrap re struct codecs unicodedata datetime calendar zoneinfo time json csv pickle io os.path pathlib
shutil glob fnmatch tempfile hashlib hmac base64 binascii secrets uuid zlib gzip bz2 contextlib abc weakref queue threading logging argparse
configparser urllib.parse html difflib pprint reprlib string shlex inspect traceback warnings sqlite3 zipfile graphlib contextvars""".split()

# Objects whose methods are called, with the modules they need.
OBJECTS = """
builtins: 1|True|1.5|2j|'abc'|b'abc'|bytearray(b'abc')|[1, 2]|(1, 2)|{1: 2}|{1, 2}|frozenset({1})|range(3)|slice(1)|memoryview(b'abc')|{1: 2}.keys()|{1: 2}.items()|iter([1])|(i for i in [])|object()|int|type|property()|None|Ellipsis|ValueError(1)|enumerate([])|zip()|map(str, [])|classmethod(len)|staticmethod(len)|super(int, 1)|len|f|f.__code__
math: math.pi
random: random.Random(1)
decimal: decimal.Decimal(1)|decimal.Context()|decimal.getcontext()
fractions: fractions.Fraction(1, 2)
itertools: itertools.count()|itertools.cycle([1])|itertools.chain([1])|itertools.accumulate([1])|itertools.product([1])|itertools.islice([1], 1)|itertools.groupby([1])|itertools.tee([1])[0]|itertools.permutations([1])|itertools.repeat(1, 2)
functools: functools.partial(len)|functools.lru_cache(f)|functools.cached_property(f)|functools.singledispatch(f)|functools.partialmethod(len)
operator: operator.itemgetter(1)|operator.attrgetter('a')|operator.methodcaller('a')
collections: collections.deque([1, 2])|collections.OrderedDict(a=1)|collections.Counter('ab')|collections.defaultdict(list)|collections.ChainMap({1: 2})|collections.namedtuple('P', 'x y')(1, 2)|collections.UserDict()|collections.UserList()|collections.UserString('a')|collections.namedtuple('P', 'x y')
array: array.array('i', [1, 2])
types: types.SimpleNamespace(a=1)|types.MappingProxyType({1: 2})|types.ModuleType('m')|types.MethodType(len, [])
re: re.compile('a(b)')|re.match('a(b)', 'ab')|re.finditer('a', 'a')
struct: struct.Struct('ii')
codecs: codecs.lookup('utf-8')|codecs.getincrementaldecoder('utf-8')()
datetime: datetime.date(2020, 1, 2)|datetime.datetime(2020, 1, 2)|datetime.time(1, 2)|datetime.timedelta(1)|datetime.timezone.utc|datetime.date|datetime.datetime|datetime.time
calendar: calendar.Calendar()|calendar.TextCalendar()
zoneinfo: zoneinfo.ZoneInfo('UTC')
time: time.gmtime(0)
json: json.JSONEncoder()|json.JSONDecoder()
csv: csv.reader([])|csv.writer(io.StringIO())|csv.DictReader([])|csv.Sniffer()|csv.excel()
pickle: pickle.Pickler(io.BytesIO())|pickle.Unpickler(io.BytesIO())
io: io.StringIO('abc')|io.BytesIO(b'abc')|io.TextIOWrapper(io.BytesIO(b'abc'))|io.BufferedReader(io.BytesIO(b'abc'))|open('file.txt')|open('file.txt', 'rb')|open('file.txt', 'rb', 0)
pathlib: pathlib.PurePosixPath('a/b.c')|pathlib.PurePosixPath('a/b.c').parents
hashlib: hashlib.sha256()|hashlib.md5()|hashlib.blake2b()
hmac: hmac.new(b'a', b'b', 'md5')
uuid: uuid.UUID(int=5)
zlib: zlib.compressobj()|zlib.decompressobj()
bz2: bz2.BZ2Compressor()
contextlib: contextlib.ExitStack()|contextlib.suppress()|contextlib.nullcontext()
weakref: weakref.WeakValueDictionary()|weakref.WeakKeyDictionary()|weakref.WeakSet()|weakref.ref(f)
queue: queue.Queue()|queue.SimpleQueue()|queue.PriorityQueue()
threading: threading.Lock()|threading.RLock()|threading.Event()|threading.Condition()|threading.Semaphore()|threading.local()|threading.Barrier(2)
logging: logging.getLogger('q')|logging.Formatter()|logging.StreamHandler()|logging.NullHandler()
argparse: argparse.ArgumentParser()|argparse.Namespace(a=1)
configparser: configparser.ConfigParser()
urllib.parse: urllib.parse.urlparse('http://a/b')
html: html
string: string.Template('$a')|string.Formatter()
difflib: difflib.SequenceMatcher()|difflib.Differ()
inspect: inspect.signature(f)|inspect.Parameter('a', inspect.Parameter.POSITIONAL_ONLY)
traceback: traceback.StackSummary()|traceback.TracebackException(ValueError, ValueError(1), None)
enum: enum.Enum('E', 'a b').a|enum.Enum('E', 'a b')|enum.Flag('F', 'a b').a|enum.IntEnum('I', 'a').a
dataclasses: dataclasses.field()|dataclasses.make_dataclass('D', ['a'])|dataclasses.make_dataclass('D', ['a'], order=True)(1)
typing: typing.List[int]|typing.TypeVar('T')|typing.Optional[int]
sqlite3: sqlite3.connect(':memory:')|sqlite3.connect(':memory:').cursor()
graphlib: graphlib.TopologicalSorter()
contextvars: contextvars.ContextVar('v')|contextvars.copy_context()
zipfile: zipfile.ZipInfo('a')
abc: abc.ABC
"""
# What ends, waits for or harms something.
LEFT_OUT = """exit quit input breakpoint help copyright credits license exec eval compile __import__ open sleep pause fork abort kill
getpass main interact set_trace pthread_kill _exit raise_signal rmtree move chown copyfile copytree make_archive unpack_archive disk_usage
get_terminal_size mkdtemp mktemp mkstemp settrace setprofile excepthook stack_size getnode uuid1 setfirstweekday shutdown disable captureWarnings
basicConfig addLevelName setLoggerClass setLogRecordFactory sqlite3.enable_callback_tracebacks simplefilter filterwarnings resetwarnings catch_warnings
detect_language join_thread wait acquire get put __reduce__ __reduce_ex__ __getstate__ __sizeof__ __dir__ __init_subclass__ __subclasshook__ __del__
__class_getitem__ __class__ stack trace lock_held getrandbits randbytes tzset __subclasses__ mro setrecursionlimit clear_overloads prepare_class
enable_load_extension __exit__ __enter__ reset_tzpath namedtuple format_exc print_exc print_last print_stack clear_cache settrace_all_threads
setprofile_all_threads gettrace getprofile register_archive_format register_unpack_format rmdir unlink remove __doc__ __hash__ __repr__ __new__""".split()

ARGUMENTS = ["", "N", "1", "'a'", "o", "[]", "N, N", "1, 1", "'a', 'a'", "o, o", "[], o", "N, N, N", "1, 1, 1", "'a', 'b', 'c'", "o, o, o, o",
             "N, N, N, N, N, N, N, N, N, N, N, N", "bogus=1", "1, bogus=1", "'a', bogus=1", "1.5", "b'a'", "-1", "'a', 1", "1, 'a'", "10**30", "f", "len"]

FINDER = r'''
import json, sys, io, importlib, types
modules, objects, left_out, arguments = json.load(sys.stdin)
def f(*args): pass
spaces = {"io": io, "f": f}
calls = {}
open("file.txt", "w").write("abc\n")
for name in modules:
    try:
        module = importlib.import_module(name)
    except ImportError:
        continue
    top = name.partition(".")[0]
    spaces[top] = importlib.import_module(top)
    rows = []
    for key in sorted(getattr(module, "__all__", None) or [k for k in dir(module) if not k.startswith("_")]):
        value = getattr(module, key, None)
        if callable(value) and key not in left_out and not isinstance(value, types.ModuleType):
            if isinstance(value, type) and issubclass(value, BaseException) and name != "builtins":
                continue
            rows += [f"{name}.{key}({a})" for a in arguments]
    for text in objects.get(name, []):
        for key in sorted(dir(eval(text, spaces))):
            if key in left_out or key.startswith("_") and not (key.startswith("__") and key.endswith("__")):
                continue
            try:
                value = getattr(eval(text, spaces), key)
            except Exception:
                continue
            if callable(value):
                rows += [f"({text}).{key}({a})" for a in arguments]
    calls[name] = rows
json.dump(calls, sys.stdout)
'''
RUNNER = r'''
import sys, io, json, signal, warnings, importlib
warnings.simplefilter("ignore")
name, calls, start = json.load(open(sys.argv[1]))
def f(*args): pass
class O:
    def __repr__(self): return "<O>"
spaces = {"io": io, "f": f, "N": None, "o": O()}
importlib.import_module(name)
top = name.partition(".")[0]
spaces[top] = importlib.import_module(top)
def late(number, frame):
    raise TimeoutError("late")
signal.signal(signal.SIGALRM, late)
out = sys.stdout
sys.stdin = io.StringIO("")
sys.stderr = io.StringIO()
for at, call in enumerate(calls):
    if at < start:
        continue
    out.write("\n@> %d\n" % at); out.flush()
    sys.stdout = io.StringIO()
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        value = eval(call, dict(spaces))
        answer = "= " + type(value).__name__
    except BaseException as e:
        try:
            answer = type(e).__name__ + ": " + str(e)
        except BaseException as x:
            answer = type(e).__name__ + " whose text fails with " + repr(x)
    signal.setitimer(signal.ITIMER_REAL, 0)
    value = None
    sys.stdout = out
    out.write("\n@@ " + json.dumps([at, answer]) + "\n"); out.flush()
'''


def run(cmd, name, calls, folder):
    """The answers by the number of the call; a call that ends the process is told so and the rest goes on."""
    answers, start = {}, 0
    script, data = os.path.join(folder, "runner.py"), os.path.join(folder, "calls.json")
    with open(script, "w") as file:
        file.write(RUNNER)
    while start < len(calls):
        with open(data, "w") as file:
            json.dump([name, calls, start], file)
        work = os.path.join(folder, "work")
        os.makedirs(work, exist_ok=True)
        with open(os.path.join(work, "file.txt"), "w") as file:
            file.write("abc\n")
        try:
            ran = subprocess.run(shlex.split(cmd) + [script, data], cwd=work, capture_output=True, timeout=300, stdin=subprocess.DEVNULL)
            output, ended = ran.stdout.decode("utf-8", "replace"), f"ends with status {ran.returncode} {ran.stderr[-200:]!r}"
        except subprocess.TimeoutExpired as late:
            output, ended = (late.stdout or b"").decode("utf-8", "replace"), "hangs"
        at = start - 1
        for line in output.split("\n"):
            if line.startswith("@> "):
                at = int(line[3:])
                answers[at] = ended
            elif line.startswith("@@ "):
                index, answer = json.loads(line[3:])
                answers[index] = re.sub(r"0x[0-9a-f]+", "0x", answer)
        if at == start - 1:
            answers.setdefault(start, ended)
            at = start
        start = at + 1 if at < len(calls) else len(calls)
    return answers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cmd", required=True, help="the command that runs a script under Wick")
    parser.add_argument("--python", action="append", required=True, help="a Python to compare with; the first one finds the calls")
    parser.add_argument("--only", default="", help="the modules with this name, separated by commas")
    parser.add_argument("--keep", help="a file for the Pythons' answers, read when it exists")
    parser.add_argument("-v", action="store_true", help="show every difference")
    options = parser.parse_args()
    objects = {}
    for line in OBJECTS.strip().splitlines():
        name, _, texts = line.partition(": ")
        objects[name] = texts.split("|")
    modules = [m for m in dict.fromkeys(MODULES) if not options.only or m in options.only.split(",")]
    kept = {}
    if options.keep and os.path.exists(options.keep):
        with open(options.keep) as file:
            kept = json.load(file)
    total, same, kinds = 0, 0, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        found = subprocess.run([options.python[0], "-c", FINDER], cwd=folder, input=json.dumps([modules, objects, LEFT_OUT, ARGUMENTS]),
                               capture_output=True, text=True)
        if found.returncode:
            sys.exit(found.stderr)
        for name, calls in json.loads(found.stdout).items():
            if kept.get(name, {}).get("calls") != calls:
                kept[name] = {"calls": calls, "answers": [[a.get(i, "missing") for i in range(len(calls))]
                                                          for a in (run(p, name, calls, folder) for p in options.python)]}
            ours = run(options.cmd, name, calls, folder)
            right = 0
            for i, call in enumerate(calls):
                answers = [a[i] for a in kept[name]["answers"]]
                if ours.get(i) in answers:
                    right += 1
                    continue
                kinds[f"{answers[0][:70]} | {str(ours.get(i))[:70]}"] += 1
                if options.v:
                    print(f"{call}\n    {answers[0]}\n    {ours.get(i)}")
            total, same = total + len(calls), same + right
            print(f"{name}: {right} of {len(calls)}", flush=True)
    if options.keep:
        with open(options.keep, "w") as file:
            json.dump(kept, file)
    print(f"{same} of {total} calls as in CPython")


if __name__ == "__main__":
    main()

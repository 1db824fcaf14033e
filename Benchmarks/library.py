"""Library modules that CPython has in C, in loops as notebooks run them. Prints `name seconds`."""
import array
import bisect
import collections
import copy
import csv
import datetime
import decimal
import fractions
import heapq
import io
import itertools
import json
import operator
import pickle
import random
import re
import statistics
import string
import struct
import sys
import textwrap
import time
from collections import OrderedDict, Counter, ChainMap, deque, namedtuple, defaultdict
from datetime import date, timedelta, timezone
from decimal import Decimal

DT = datetime.datetime
STATE = {"epoch": 3, "lr": [0.1, 0.01], "weights": {f"layer{i}": [float(k) for k in range(20)] for i in range(20)},
         "names": ("a", "b", "c"), "flags": {True, False, None}}


class Config:
    def __init__(self, n):
        self.size = n
        self.layers = [1, 2, 3]
        self.options = {"dropout": 0.5}


CONFIGS = [Config(i) for i in range(50)]
ROWS = [[str(i), f"name {i}", str(i * 0.5), 'say "hi", please' if i % 10 == 0 else "plain"] for i in range(300)]
_out = io.StringIO(newline="")
csv.writer(_out).writerows(ROWS)
CSV = _out.getvalue()
LINES = CSV.splitlines(True)
LOG = "2024-01-02 12:30:45 INFO worker-17: epoch 3 loss=0.125 accuracy=97.5%\n" * 20
START = DT(2024, 1, 2, 3, 4, 5, 678)
DAY = timedelta(days=1, seconds=7)
NUMBERS = [random.Random(7).random() for _ in range(1000)]
WORDS = [random.Random(i).choice(string.ascii_letters) * 3 for i in range(1000)]
JSONTEXT = json.dumps([{"id": i, "name": f"n{i}", "values": [1.5, 2, None, True], "s": "a\nb"} for i in range(100)])
PICKLE2 = pickle.dumps(CONFIGS, 2)
PICKLE4 = pickle.dumps(STATE, 4)
PICKLEC = pickle.dumps(CONFIGS, 4)
rows = []


def bench(function):
    rows.append((function.__name__, function))
    return function


@bench
def stringio_write():
    out = io.StringIO()
    for i in range(2000):
        out.write("line of text\n")
    return out.getvalue()


@bench
def stringio_print():
    out = io.StringIO()
    for i in range(500):
        print(i, "x", file=out)
    return out.getvalue()


@bench
def stringio_lines(text="some line\n" * 2000):
    return sum(len(line) for line in io.StringIO(text))


@bench
def stringio_readline(text="some line\n" * 2000):
    f = io.StringIO(text)
    n = 0
    while f.readline():
        n += 1
    return n


@bench
def stringio_read_seek():
    f = io.StringIO("0123456789" * 100)
    for i in range(500):
        f.seek(i)
        f.read(5)
        f.tell()


@bench
def bytesio_write():
    out = io.BytesIO()
    for i in range(2000):
        out.write(b"some bytes\n")
    return out.getvalue()


@bench
def bytesio_lines(data=b"some line\n" * 2000):
    return sum(len(line) for line in io.BytesIO(data))


@bench
def bytesio_read(data=bytes(20000)):
    f = io.BytesIO(data)
    n = 0
    while f.read(8):
        n += 1
    return n


@bench
def textfile_write():
    with open("/tmp/.wick-bench", "w") as f:
        for i in range(2000):
            f.write("line of text\n")


@bench
def textfile_lines():
    with open("/tmp/.wick-bench") as f:
        return sum(len(line) for line in f)


@bench
def textfile_readline():
    n = 0
    with open("/tmp/.wick-bench") as f:
        while f.readline():
            n += 1


@bench
def binfile_read():
    with open("/tmp/.wick-bench", "rb") as f:
        while f.read(8):
            pass


@bench
def binfile_write():
    with open("/tmp/.wick-bench2", "wb") as f:
        for i in range(2000):
            f.write(b"line of text\n")


@bench
def deepcopy_state():
    return copy.deepcopy(STATE)


@bench
def deepcopy_objects():
    return copy.deepcopy(CONFIGS)


@bench
def deepcopy_list(items=[[i, str(i)] for i in range(300)]):
    return copy.deepcopy(items)


@bench
def copy_copy():
    for c in CONFIGS:
        copy.copy(c)
        copy.copy(c.layers)
        copy.copy(c.options)


@bench
def datetime_add():
    t = START
    for i in range(1000):
        t = t + DAY
    return t


@bench
def datetime_sub():
    n = timedelta(0)
    for i in range(500):
        n += (START - DT(2000, 1, 1)) / 2
    return n.total_seconds()


@bench
def datetime_make():
    for i in range(1000):
        DT(2024, 1 + i % 12, 1 + i % 28, i % 24, i % 60)


@bench
def datetime_compare():
    a, b = START, START + DAY
    n = 0
    for i in range(1000):
        n += a < b
        n += a == b
    return n


@bench
def datetime_isoformat():
    for i in range(500):
        START.isoformat()
        str(START)


@bench
def datetime_fromisoformat():
    for i in range(500):
        DT.fromisoformat("2024-01-02T03:04:05.678900")


@bench
def datetime_strftime():
    for i in range(300):
        START.strftime("%Y-%m-%d %H:%M:%S")


@bench
def datetime_strptime():
    for i in range(100):
        DT.strptime("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S")


@bench
def datetime_now():
    for i in range(500):
        DT.now()


@bench
def datetime_attributes():
    n = 0
    for i in range(1000):
        n += START.year + START.month + START.hour
    return n


@bench
def datetime_timestamp():
    for i in range(300):
        DT.fromtimestamp(1700000000.5 + i)
        START.timestamp()


@bench
def datetime_timezone():
    t = START.replace(tzinfo=timezone.utc)
    zone = timezone(timedelta(hours=2))
    for i in range(300):
        t.astimezone(zone).isoformat()


@bench
def datetime_hash():
    return len({START + timedelta(i) for i in range(500)})


@bench
def date_ordinals():
    d = date(2024, 1, 1)
    n = 0
    for i in range(500):
        n += date.fromordinal(d.toordinal() + i).weekday()
    return n


@bench
def timedelta_make():
    for i in range(1000):
        timedelta(days=i, hours=5, minutes=3)


@bench
def timedelta_arith():
    a, b = timedelta(hours=5), timedelta(minutes=7)
    for i in range(500):
        a + b
        a * 3
        a // b
        a > b
        a.total_seconds()


@bench
def time_strptime():
    for i in range(100):
        time.strptime("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S")


@bench
def ordereddict_fill():
    d = OrderedDict()
    for i in range(1000):
        d[i] = i
    return d


@bench
def ordereddict_make(pairs=[(f"k{i}", i) for i in range(1000)]):
    return OrderedDict(pairs)


@bench
def ordereddict_read(d=OrderedDict((i, i) for i in range(1000))):
    n = 0
    for i in range(1000):
        n += d[i]
    for k, v in d.items():
        n += v
    return n


@bench
def ordereddict_move(d=OrderedDict((i, i) for i in range(1000))):
    for i in range(1000):
        d.move_to_end(i)


@bench
def ordereddict_lru():
    d = OrderedDict()
    for i in range(1000):
        d[i] = i
        if len(d) > 100:
            d.popitem(last=False)


@bench
def counter_make():
    return Counter(WORDS).most_common(5)


@bench
def counter_add(a=Counter("abcdefghij" * 10), b=Counter("fghijklmno" * 10)):
    return a + b


@bench
def counter_update():
    c = Counter()
    for w in WORDS:
        c[w] += 1
    return c


@bench
def chainmap_read(m=ChainMap({"a": 1}, {"b": 2})):
    for i in range(500):
        m["b"]


@bench
def defaultdict_fill():
    d = defaultdict(list)
    for i, w in enumerate(WORDS):
        d[w].append(i)


@bench
def namedtuple_make(P=namedtuple("P", "x y z")):
    n = 0
    for i in range(1000):
        p = P(i, 2, 3)
        n += p.x + p.y
    return n


@bench
def namedtuple_replace(p=namedtuple("P", "x y z")(1, 2, 3)):
    for i in range(500):
        p._replace(x=i)
        p._asdict()


@bench
def deque_window():
    d = deque(maxlen=100)
    for i in range(2000):
        d.append(i)
    return sum(d)


@bench
def csv_reader():
    return sum(len(row) for row in csv.reader(LINES))


@bench
def csv_writer():
    out = io.StringIO()
    csv.writer(out).writerows(ROWS)
    return out.getvalue()


@bench
def csv_writerow_numbers():
    out = io.StringIO()
    w = csv.writer(out)
    for i in range(300):
        w.writerow([i, 0.5, "text"])


@bench
def csv_dictreader():
    return [row["b"] for row in csv.DictReader(LINES, fieldnames=["a", "b", "c", "d"])]


@bench
def csv_dictwriter():
    w = csv.DictWriter(io.StringIO(), ["a", "b"])
    w.writeheader()
    for i in range(300):
        w.writerow({"a": i, "b": "x"})


@bench
def pickle_dumps():
    return pickle.dumps(STATE)


@bench
def pickle_loads():
    return pickle.loads(PICKLE4)


@bench
def pickle_dumps_objects():
    return pickle.dumps(CONFIGS)


@bench
def pickle_loads_objects():
    return pickle.loads(PICKLEC)


@bench
def pickle_loads_protocol2():
    return pickle.loads(PICKLE2)


@bench
def pickle_dumps_protocol0():
    return pickle.dumps(STATE, 0)


@bench
def array_append():
    a = array.array("d")
    for i in range(2000):
        a.append(0.5)
    return a


@bench
def array_index(a=array.array("d", NUMBERS)):
    n = 0.0
    for i in range(1000):
        n += a[i]
        a[i] = n
    return n


@bench
def array_sum(a=array.array("i", range(2000))):
    return sum(a)


@bench
def array_make():
    return array.array("d", NUMBERS).tobytes()


@bench
def groupby_words(words=sorted(WORDS)):
    return [(k, len(list(g))) for k, g in itertools.groupby(words)]


@bench
def groupby_key(items=[(i // 5, i) for i in range(1000)]):
    return [(k, sum(v for _, v in g)) for k, g in itertools.groupby(items, key=operator.itemgetter(0))]


@bench
def zip_longest():
    n = 0
    for a, b in itertools.zip_longest(range(2000), range(1000)):
        n += a
    return n


@bench
def itertools_compress(selectors=[True, False] * 1000):
    return sum(itertools.compress(range(2000), selectors))


@bench
def itertools_tee():
    a, b = itertools.tee(range(2000))
    return sum(a) + sum(b)


@bench
def itertools_chain():
    return sum(itertools.chain(range(1000), range(1000)))


@bench
def itertools_islice():
    return sum(itertools.islice(itertools.count(), 0, 4000, 2))


@bench
def itertools_product():
    return sum(1 for a in itertools.product(range(40), range(40)))


@bench
def itertools_combinations():
    return sum(1 for a in itertools.combinations(range(20), 3))


@bench
def itertools_accumulate():
    return list(itertools.accumulate(range(2000)))


@bench
def itertools_starmap():
    return sum(itertools.starmap(operator.add, zip(range(1000), range(1000))))


@bench
def re_finditer(pattern=re.compile(r"(\w+)=(\d+\.?\d*)")):
    n = 0
    for m in pattern.finditer(LOG):
        n += len(m.group(1)) + m.start() + m.end(2)
    return n


@bench
def re_match(pattern=re.compile(r"(\d+)-(\d+)-(\d+)")):
    for i in range(300):
        m = pattern.match("2024-01-02 rest")
        m.group(1), m[2], m.groups()


@bench
def re_sub(pattern=re.compile(r"\d+")):
    return pattern.sub("#", LOG)


@bench
def re_sub_function(pattern=re.compile(r"\d+")):
    return pattern.sub(lambda m: m.group()[::-1], LOG)


@bench
def re_split():
    return re.split(r"[\s:=]+", LOG)


@bench
def re_findall():
    return re.findall(r"[a-z]+", LOG)


@bench
def re_module_match():
    for i in range(300):
        re.match(r"(\d+)", "123abc")


@bench
def re_named(pattern=re.compile(r"(?P<key>\w+)=(?P<value>\S+)")):
    return [m.groupdict() for m in pattern.finditer(LOG)]


@bench
def heapq_push_pop():
    h = []
    for x in NUMBERS:
        heapq.heappush(h, x)
    while h:
        heapq.heappop(h)


@bench
def heapq_tuples():
    h = []
    for i, x in enumerate(NUMBERS):
        heapq.heappush(h, (x, i))
    while h:
        heapq.heappop(h)


@bench
def heapq_nlargest():
    return heapq.nlargest(10, NUMBERS), heapq.nsmallest(10, NUMBERS, key=abs)


@bench
def heapq_merge():
    return sum(heapq.merge(range(500), range(500), range(500)))


@bench
def bisect_insort():
    items = []
    for x in NUMBERS:
        bisect.insort(items, x)
    return items


@bench
def bisect_left(items=sorted(NUMBERS)):
    for x in NUMBERS:
        bisect.bisect_left(items, x)


@bench
def json_dumps(value=json.loads(JSONTEXT)):
    return json.dumps(value)


@bench
def json_dumps_indent(value=json.loads(JSONTEXT)):
    return json.dumps(value, indent=2)


@bench
def json_dump(value=json.loads(JSONTEXT)):
    return json.dump(value, io.StringIO())


@bench
def json_loads():
    return json.loads(JSONTEXT)


@bench
def random_random():
    for i in range(1000):
        random.random()


@bench
def random_randint():
    for i in range(1000):
        random.randint(0, 99)


@bench
def random_choice():
    for i in range(1000):
        random.choice(WORDS)


@bench
def random_shuffle(items=list(range(500))):
    random.shuffle(items)


@bench
def random_sample():
    for i in range(50):
        random.sample(WORDS, 10)


@bench
def random_gauss():
    for i in range(500):
        random.gauss(0, 1)
        random.uniform(0, 1)


@bench
def random_choices():
    for i in range(50):
        random.choices(WORDS, k=10)


@bench
def decimal_make():
    for i in range(500):
        Decimal("3.14159")
        Decimal(i)


@bench
def decimal_add():
    total = Decimal(0)
    for i in range(500):
        total += Decimal("1.10")
    return total


@bench
def decimal_multiply():
    x = Decimal("1.0001")
    total = Decimal(1)
    for i in range(500):
        total *= x
    return total


@bench
def decimal_divide():
    for i in range(1, 300):
        Decimal(1) / Decimal(i)


@bench
def decimal_text():
    x = Decimal("123456.789")
    for i in range(500):
        str(x)
        f"{x:.2f}"


@bench
def decimal_compare():
    a, b = Decimal("1.5"), Decimal("1.50")
    for i in range(500):
        a < b, a == b


@bench
def decimal_quantize():
    cent = Decimal("0.01")
    for i in range(300):
        Decimal("2.675").quantize(cent)


@bench
def decimal_sqrt():
    for i in range(1, 50):
        Decimal(i).sqrt()


@bench
def decimal_exp():
    for i in range(1, 10):
        Decimal(i).exp()
        Decimal(i).ln()


@bench
def fraction_add():
    total = fractions.Fraction(0)
    for i in range(1, 60):
        total += fractions.Fraction(1, i)
    return total


@bench
def statistics_mean():
    return statistics.mean(NUMBERS), statistics.stdev(NUMBERS)


@bench
def struct_pack():
    for i in range(500):
        struct.unpack("<Id", struct.pack("<Id", i, 0.5))


@bench
def string_template(t=string.Template("$a and ${b}")):
    for i in range(100):
        t.substitute(a=1, b=2)


@bench
def textwrap_fill(text="the quick brown fox jumps over the lazy dog " * 20):
    return textwrap.fill(text, 60)


wanted = sys.argv[1].split(",") if len(sys.argv) > 1 else [""]
for name, work in rows:
    if not any(name.startswith(w) for w in wanted):
        continue
    start = time.perf_counter()
    work()
    once = max(time.perf_counter() - start, 1e-6)
    times = max(1, int(0.01 / once))
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, (time.perf_counter() - start) / times)
    print(name, best)

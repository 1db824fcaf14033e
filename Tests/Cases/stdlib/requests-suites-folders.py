# Recorded from CPython 3.11.7.
import asyncio
import logging.config
import os
import pathlib
import pprint
import sys
import tempfile
import unittest
import urllib.request

# Requests and their headers
request = urllib.request.Request("https://example.org/a?b=c#d", data=b"xy", headers={"content-type": "text/plain"})
request.add_unredirected_header("x-once", "1")
request.add_header("Content-length", "2")
print(sorted(request.header_items()), request.get_method(), request.full_url, request.get_full_url())
print(request.has_header("X-once"), request.get_header("X-twice", "none"), request.get_header("Content-type"))
request.data = b"longer"
print(request.has_header("Content-length"), request.data)
del request.data
print(request.data, request.get_method())
request.set_proxy("proxy:3128", "http")
print(request.host, request.type, request.selector, request._tunnel_host, request.has_proxy())
request = urllib.request.Request("http://example.org/a")
request.set_proxy("proxy:3128", "http")
print(request.host, request.type, request.selector, request.has_proxy(), request.origin_req_host)
request.remove_header("X-once")

# Folders
with tempfile.TemporaryDirectory() as folder:
    old = os.path.join(folder, "one", "two", "file")
    os.makedirs(os.path.dirname(old) + os.sep)
    with open(old, "w") as file:
        file.write("text")
    os.renames(old, os.path.join(folder, "three", "four", "file"))
    print(sorted(os.listdir(folder)), os.listdir(os.path.join(folder, "three")))
    for again in (True, False):
        try:
            os.makedirs(os.path.join(folder, "three", "four"), exist_ok=again)
            print("made")
        except FileExistsError as error:
            print(type(error).__name__)
    place = pathlib.Path(folder) / "five" / "six"
    try:
        place.mkdir()
    except FileNotFoundError as error:
        print(type(error).__name__)
    place.mkdir(parents=True)
    place.mkdir(exist_ok=True)
    try:
        place.mkdir(parents=True)
    except FileExistsError as error:
        print(type(error).__name__)
    (place / "none").unlink(missing_ok=True)
    try:
        (place / "none").unlink()
    except FileNotFoundError as error:
        print(type(error).__name__)
    os.removedirs(place)
    print(sorted(os.listdir(folder)))
above = pathlib.PurePosixPath("/a/b/c.tar.gz").parents
print(len(above), above[0], above[-1], above[:2], above[::-1])
for index in (3, -4, "x"):
    try:
        print(above[index])
    except (IndexError, TypeError) as error:
        print(type(error).__name__)
for suffix in (".x", "", ".", "x", ".x/y"):
    try:
        print(pathlib.PurePosixPath("/a/b.c").with_suffix(suffix))
    except ValueError as error:
        print(error)
with os.popen("echo from the shell") as pipe:
    print(list(pipe))
print(os.popen("exit 3").close())
for wrong in ((1,), ("true", "x"), ("true", "r", 0)):
    try:
        os.popen(*wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# Suites
class Sample(unittest.TestCase):
    def test_good(self):
        pass

    def test_bad(self):
        self.fail("it is so")


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sample)
print(suite.countTestCases(), suite == unittest.defaultTestLoader.loadTestsFromTestCase(Sample))
result = suite.run(unittest.TestResult())
print(result, suite.countTestCases(), list(suite))


class Kept(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        print("keeps", index)


kept = Kept([Sample("test_good")])
kept.run(unittest.TestResult())
print(list(kept))
for tests in ("text", [3]):
    try:
        unittest.TestSuite(tests)
    except TypeError as error:
        print(error)


class Broken(Sample):
    @classmethod
    def setUpClass(cls):
        raise KeyError("no class")


result = unittest.defaultTestLoader.loadTestsFromTestCase(Broken).run(unittest.TestResult())
holder = result.errors[0][0]
print(result, holder, repr(holder), holder.id(), holder.shortDescription(), holder.countTestCases())

def plain():
    """Says what it is.

    And more."""


def other():
    pass


one = unittest.FunctionTestCase(plain)
print(one == unittest.FunctionTestCase(plain), hash(one) == hash(unittest.FunctionTestCase(plain)))
print([one == unittest.FunctionTestCase(*given) for given in ((other,), (plain, other), (plain, None, other))],
      one == unittest.FunctionTestCase(plain, description="x"), one.shortDescription())
try:
    unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(Broken)]).debug()
except KeyError as error:
    print("out", error)

# Descriptions of loggers
for described in ({}, {"version": 2}):
    try:
        logging.config.dictConfig(described)
    except ValueError as error:
        print(error)
logging.config.dictConfig({
    "version": 1, "formatters": {"f": {"format": "%(levelname)s %(message)s"}}, "width": [1, {"deep": "ERROR"}],
    "handlers": {"h": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "f"}},
    "loggers": {"case.one": {"handlers": ["h"], "level": "cfg://width[1].deep", "propagate": False}}})
logger = logging.getLogger("case.one")
logger.warning("not seen")
logger.error("seen")
print(logger.propagate, logger.disabled, logger.handlers[0].name)

for wrong in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.pformat([], **wrong)
    except ValueError as error:
        print(error)
print(pprint.pformat({1: 2, "a": 3, None: 4}.keys() and {2: "x", "a": "y"}))


async def children():
    child = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await child.communicate(b"through a pipe"), child.returncode)
    child = await asyncio.create_subprocess_exec("sleep", "30")
    child.terminate()
    print(await child.wait())
    last = asyncio.LifoQueue()
    for item in range(3):
        last.put_nowait(item)
    print([last.get_nowait() for _ in range(3)])
    for _ in range(4):
        try:
            last.task_done()
        except ValueError as error:
            print(error)


asyncio.run(children())
sys.stdout.flush()
# expect: [('Content-length', '2'), ('Content-type', 'text/plain'), ('X-once', '1')] POST https://example.org/a?b=c#d https://example.org/a?b=c#d
# expect: True none text/plain
# expect: False b'longer'
# expect: None GET
# expect: proxy:3128 https /a?b=c example.org False
# expect: proxy:3128 http http://example.org/a True example.org
# expect: ['three'] ['four']
# expect: made
# expect: FileExistsError
# expect: FileNotFoundError
# expect: FileExistsError
# expect: FileNotFoundError
# expect: ['three']
# expect: 3 /a/b / (PurePosixPath('/a/b'), PurePosixPath('/a')) (PurePosixPath('/'), PurePosixPath('/a'), PurePosixPath('/a/b'))
# expect: IndexError
# expect: IndexError
# expect: TypeError
# expect: /a/b.x
# expect: /a/b
# expect: Invalid suffix '.'
# expect: Invalid suffix 'x'
# expect: Invalid suffix '.x/y'
# expect: ['from the shell\n']
# expect: 768
# expect: TypeError invalid cmd type (<class 'int'>, expected string)
# expect: ValueError invalid mode 'x'
# expect: ValueError popen() does not support unbuffered streams
# expect: 2 True
# expect: <unittest.result.TestResult run=2 errors=0 failures=1> 2 [None, None]
# expect: keeps 0
# expect: [<__main__.Sample testMethod=test_good>]
# expect: tests must be an iterable of tests, not a string
# expect: 3 is not callable
# expect: <unittest.result.TestResult run=0 errors=1 failures=0> setUpClass (__main__.Broken) <ErrorHolder description='setUpClass (__main__.Broken)'> setUpClass (__main__.Broken) None 0
# expect: True True
# expect: [False, False, False] False Says what it is.
# expect: out 'no class'
# expect: dictionary doesn't specify a version
# expect: Unsupported version: 2
# expect: ERROR seen
# expect: False False h
# expect: indent must be >= 0
# expect: depth must be > 0
# expect: width must be != 0
# expect: {2: 'x', 'a': 'y'}
# expect: (b'through a pipe', None) 0
# expect: -15
# expect: [2, 1, 0]
# expect: task_done() called too many times

#!/usr/bin/env python3
"""Runs case files with random changes on the checked build: what no test would write finds counts that are wrong.

    Scripts/mutate.py [--cmd '.build-check/debug/wick run'] [--seconds 600] [--seed 1]

A finding is a report of the address sanitizer or of the audit, or a trap; its program is left in .build-check/mutate.
Programs that do not end are only counted: most of them should not.
"""
import argparse
import os
import random
import re
import shlex
import subprocess
import sys
import time

import casefile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--cmd", default=".build-check/debug/wick run")
parser.add_argument("--seconds", type=float, default=600)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
command = shlex.split(options.cmd)
command[0] = os.path.abspath(command[0])
chance = random.Random(options.seed)

# Nothing that touches files or processes: a changed program might do so elsewhere.
DANGEROUS = re.compile(r"open\(|\bos\b|shutil|subprocess|pathlib|sleep|input\(|tempfile|signal|thread|socket|argparse")
TOKEN = re.compile(r"\w+|[^\w\s]+|\s+")
NUMBERS = ["0", "-1", "2**63", "10**30", "None", "1.5", '""']
DRIVER = '''
import gc, sys
class Silence:
    encoding = "utf-8"
    errors = "strict"
    def write(self, text): return len(text)
    def flush(self): pass
out = sys.stdout
for path in sys.argv[1:]:
    sys.stdout = Silence()
    try:
        exec(compile(open(path).read(), path, "exec"), {"__name__": "__main__"})
    except BaseException as error:
        try: str(error); repr(error)
        except BaseException: pass
    finally:
        sys.stdout = out
    gc.collect()
'''
texts = [casefile.split(path.read_text())[1] for path in casefile.find([])]
texts = [text for text in texts if not DANGEROUS.search(text)]
words = [token for text in texts for token in TOKEN.findall(text) if not token.isspace()]
lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]


def indent(line):
    return line[:len(line) - len(line.lstrip())]


def change(text):
    kind = chance.random()
    rows = text.split("\n")
    i, j = chance.randrange(len(rows)), chance.randrange(len(rows))
    if kind < 0.5:
        tokens = TOKEN.findall(text)
        places = [k for k, token in enumerate(tokens) if not token.isspace()]
        if places:
            own = [tokens[k] for k in places]
            tokens[chance.choice(places)] = chance.choice(words if chance.random() < 0.5 else own)
        return "".join(tokens)
    if kind < 0.65:
        del rows[i]
    elif kind < 0.8:
        rows.insert(i, indent(rows[i]) + (rows[j].strip() if chance.random() < 0.7 else chance.choice(lines)))
    elif kind < 0.9:
        rows[i], rows[j] = indent(rows[i]) + rows[j].strip(), indent(rows[j]) + rows[i].strip()
    else:
        def other(match):
            return chance.choice(NUMBERS) if chance.random() < 0.15 else match.group()
        return re.sub(r"\b\d+\b", other, text)
    return "\n".join(rows)


def run(paths, seconds):
    """-> (exit status or None when it does not end, stderr)"""
    try:
        done = subprocess.run([*command, driver, *paths], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None, ""
    return done.returncode, done.stderr.decode("utf-8", "replace")


folder = casefile.ROOT / ".build-check" / "mutate"
folder.mkdir(parents=True, exist_ok=True)
driver = folder / "driver.txt"
driver.write_text(DRIVER)
environment = dict(
    os.environ, SWIFT_BACKTRACE="enable=no", PYTHONHASHSEED="0",
    ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0:max_allocation_size_mb=700:"
                 "allocator_may_return_null=1:hard_rss_limit_mb=2500")
end = time.monotonic() + options.seconds
programs, endless, findings = 0, 0, {}
while time.monotonic() < end:
    paths = []
    for k in range(12):
        text = chance.choice(texts)
        for _ in range(chance.choice([1, 1, 2, 3, 5])):
            text = change(text) or "pass"
        paths.append(folder / f"program{k}.txt")
        paths[-1].write_text(text, errors="replace")
    programs += len(paths)
    if run(paths, 25)[0] in (0, 1):
        continue
    for path in paths:
        status, stderr = run([path], 15)
        endless += status is None
        if status in (None, 0, 1):
            continue
        told = re.search(r"Fatal error.*|SUMMARY.*|audit:.*", stderr)
        what = re.sub(r"0x[0-9a-f]+", "", told.group() if told else f"status {status}")[:160]
        if what not in findings:
            findings[what] = folder / f"finding-{options.seed}-{len(findings) + 1}.py"
            findings[what].write_bytes(path.read_bytes())
            findings[what].with_suffix(".log").write_text(stderr)
            print(f"{findings[what]}: {what}", flush=True)
print(f"{programs} programs, {endless} without an end, {len(findings)} kinds of findings")
sys.exit(1 if findings else 0)

# Recorded from CPython 3.11.7.
# An interrupt of an endless loop that is the first thing in `try` reaches its handler.
import signal


class Late(Exception):
    pass


def late(number, frame):
    raise Late("late")


signal.signal(signal.SIGALRM, late)


def spin(loop):
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    try:
        loop()
    except Late as e:
        return "outside: %s" % e


def forever():
    n = 0
    try:
        while True:
            pass
    except Late as e:
        return "inside: %s" % e


def counting():
    n = 0
    try:
        while n >= 0:
            n += 1
    except Late as e:
        return "inside: %s" % e


def each():
    try:
        for _ in iter(int, 1):
            pass
    except Late as e:
        return "inside: %s" % e


def two():
    for _ in range(3):
        pass
    try:
        while True:
            pass
    except Late as e:
        return "inside: %s" % e


for loop in (forever, counting, each, two):
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    print(loop.__name__, loop())
signal.setitimer(signal.ITIMER_REAL, 0.03)
try:
    while True:
        pass
except Late as e:
    print("module:", e)
# expect: forever inside: late
# expect: counting inside: late
# expect: each inside: late
# expect: two inside: late
# expect: module: late

# Recorded from CPython 3.11.7.
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "x.log")
log = logging.getLogger("rotating")
log.propagate = False
handler = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
log.addHandler(handler)
for i in range(8):
    log.warning("line number %d of the log", i)
handler.close()
log.removeHandler(handler)
for name in sorted(os.listdir(folder)):
    print(name, open(os.path.join(folder, name)).read().split("\n"))
out = logging.StreamHandler(sys.stdout)
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=out)
log.addHandler(memory)
log.warning("first")
print("waits", len(memory.buffer))
log.error("second")
log.removeHandler(memory)
records = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, out)
listener.start()
log.warning("through %s", "a queue")
listener.stop()
timed = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "t.log"), when="midnight", utc=True, delay=True)
print(timed.computeRollover(86400 * 10 + 5) == 86400 * 11, timed.suffix, timed.interval)
logging.config.dictConfig({
    "version": 1, "disable_existing_loggers": True,
    "formatters": {"short": {"format": "%(levelname)s-%(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout"}},
    "loggers": {"conf": {"level": "INFO", "handlers": ["out"], "propagate": False}},
})
logging.getLogger("conf").info("configured")
logging.getLogger("conf").debug("not told")
print(log.disabled)
for wrong in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "nosuch.Class"}}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error)
# expect: x.log ['line number 6 of the log', 'line number 7 of the log', '']
# expect: x.log.1 ['line number 4 of the log', 'line number 5 of the log', '']
# expect: x.log.2 ['line number 2 of the log', 'line number 3 of the log', '']
# expect: waits 1
# expect: first
# expect: second
# expect: through a queue
# expect: True %Y-%m-%d 86400
# expect: INFO-configured
# expect: True
# expect: dictionary doesn't specify a version
# expect: Unsupported version: 2
# expect: Unable to configure handler 'h'

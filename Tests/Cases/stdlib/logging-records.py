# Recorded from CPython 3.11.7.
import logging
import sys

log = logging.getLogger("app.part")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s %(funcName)s %(message)s"))
logging.getLogger("app").addHandler(handler)
logging.getLogger("app").setLevel(logging.DEBUG)


def work():
    log.debug("number %d", 1)
    log.warning("by name %(a)s", {"a": "b"})
    log.log(35, "between")
    try:
        {}["k"]
    except KeyError:
        log.error("failed", stack_info=False)


work()
print(log, log.parent, log.getEffectiveLevel(), log.isEnabledFor(5), log.hasHandlers())
child = log.getChild("deep")
print(child.name, child.parent is log, logging.getLogger("app.part.deep") is child)
for style, text in (("{", "{levelname}|{message:>6}"), ("$", "$levelname|$message")):
    handler.setFormatter(logging.Formatter(text, style=style))
    log.info("x")
for text, style in (("%(x)", "%"), ("{x!z}", "{"), ("{", "{"), ("$", "$"), ("plain", "%")):
    try:
        logging.Formatter(text, style=style)
        print("fine", text)
    except ValueError as error:
        print(error)


class Only(logging.Filter):
    def filter(self, record):
        record.extra = "added"
        return record.levelno > 20


handler.setFormatter(logging.Formatter("%(extra)s %(message)s"))
handler.addFilter(Only())
log.info("no")
log.error("yes")
log.addFilter(lambda record: "secret" not in record.getMessage())
log.error("secret")
logging.addLevelName(35, "NOTICE")
print(logging.getLevelName(35), logging.getLevelName("NOTICE"), logging.getLevelName(36))
adapter = logging.LoggerAdapter(log, {"who": "me"})
adapter.error("adapted")
logging.disable(logging.ERROR)
log.error("not now")
log.critical("still")
logging.disable(logging.NOTSET)
try:
    log.error("x", extra={"message": 1})
except KeyError as error:
    print(error)
# expect: DEBUG    app.part work number 1
# expect: WARNING  app.part work by name b
# expect: Level 35 app.part work between
# expect: ERROR    app.part work failed
# expect: <Logger app.part (DEBUG)> <Logger app (DEBUG)> 10 False True
# expect: app.part.deep True True
# expect: INFO|     x
# expect: INFO|x
# expect: Invalid format '%(x)' for '%' style
# expect: invalid format: invalid conversion: 'z'
# expect: invalid format: Single '{' encountered in format string
# expect: invalid format: bare '$' not allowed
# expect: Invalid format 'plain' for '%' style
# expect: added yes
# expect: NOTICE 35 Level 36
# expect: added adapted
# expect: added still
# expect: "Attempt to overwrite 'message' in LogRecord"

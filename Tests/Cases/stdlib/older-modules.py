# Recorded from CPython 3.11.7.
import asyncore, code, select, sys

del sys.stderr
sys.stderr = sys.stdout
given = iter(["1 + 1", "print(sys.ps1,", "sys.ps2)"])


def answer(prompt):
    try:
        line = next(given)
    except StopIteration:
        raise EOFError from None
    print(prompt + line)
    return line


code.interact(banner="begin", readfunc=answer, local={"sys": sys}, exitmsg="end")
code.interact(banner="", readfunc=answer)


class Heard(asyncore.dispatcher):
    def handle_read_event(self):
        print("read")

    def handle_write_event(self):
        print("write")

    def handle_expt_event(self):
        raise ValueError("expt")

    def handle_close(self):
        print("close")

    def handle_error(self):
        place, kind, error, way = asyncore.compact_traceback()
        print(place[1], kind, error, way.split("|")[-2])


for flag in ("POLLIN", "POLLOUT", "POLLPRI", "POLLHUP", "POLLERR", "POLLNVAL"):
    asyncore.readwrite(Heard(), getattr(select, flag))
plain = asyncore.dispatcher()
plain.handle_read()
plain.handle_write()
plain.handle_connect()
plain.handle_expt()
plain.ignore_log_types = ()
plain.handle_read()
plain.handle_close()
plain.log("hit")
# expect: begin
# expect: >>> 1 + 1
# expect: 2
# expect: >>> print(sys.ps1,
# expect: ... sys.ps2)
# expect: >>>  ... 
# expect:
# expect: end
# expect:
# expect: now exiting InteractiveConsole...
# expect: read
# expect: write
# expect: handle_expt_event <class 'ValueError'> expt handle_expt_event
# expect: close
# expect: close
# expect: close
# expect: warning: unhandled read event
# expect: warning: unhandled close event
# expect: log: hit

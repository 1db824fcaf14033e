"""Interpreters that read from the user."""
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Compiles and runs what it gets, in one namespace."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a source; True if more of it is needed."""
        try:
            complete = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            self.showsyntaxerror(filename)
        else:
            if complete is None:
                return True
            self.runcode(complete)
        return False

    def runcode(self, code):
        """Runs compiled code and shows what goes wrong; only `SystemExit` goes on to the caller."""
        try:
            exec(code, self.locals)
        except BaseException as error:
            if isinstance(error, SystemExit):
                raise
            self.showtraceback()

    def _show(self, kind, value, tb, text):
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, tb
        if sys.excepthook is sys.__excepthook__:
            self.write(text)
        else:
            sys.excepthook(kind, value, tb)

    def showsyntaxerror(self, filename=None):
        kind, value, _ = sys.exc_info()
        if filename and kind is SyntaxError:
            try:
                message, (_, line, offset, text) = value.args[0], value.args[1][:4]
                value = SyntaxError(message, (filename, line, offset, text))
            except (ValueError, IndexError):
                pass
        self._show(kind, value, None, "".join(traceback.format_exception_only(kind, value)))

    def showtraceback(self):
        kind, value, tb = sys.exc_info()
        tb = tb.tb_next if tb is not None else None
        self._show(kind, value, tb, "".join(traceback.format_exception(kind, value, tb)))

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Reads lines until they are complete, and runs them."""

    def __init__(self, locals=None, filename="<console>"):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        for name, prompt in (("ps1", ">>> "), ("ps2", "... ")):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            self.write("Python %s on %s\n(%s)\n" % (sys.version, sys.platform, self.__class__.__name__))
        elif banner:
            self.write("%s\n" % str(banner))
        waits = False
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if waits else sys.ps1)
                except EOFError:
                    self.write("\n")
                    break
                waits = self.push(line)
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                waits = False
        farewell = "now exiting %s..." % type(self).__name__ if exitmsg is None else exitmsg
        if farewell != "":
            self.write("%s\n" % farewell)

    def push(self, line):
        """Takes a line; True if more are needed."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), self.filename)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        return input(prompt)


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    """Reads and runs until the end of the input."""
    console = InteractiveConsole(local)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


if __name__ == "__main__":
    from _programs.code import main
    main()

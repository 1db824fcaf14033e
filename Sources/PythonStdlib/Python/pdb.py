"""The debugger that asks: pdb.set_trace(), breakpoint(), pdb.pm()."""
import bdb
import cmd
import linecache
import os
import pprint
import sys
import traceback

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]


class Restart(Exception):
    """The program is to begin anew."""


line_prefix = "\n-> "


def find_function(funcname, filename):
    """Name, file and first line of a function of a file; None if there is none."""
    import re
    pattern = re.compile(r"(?:async\s+)?def\s+%s(\s*\[.+\])?\s*[(]" % re.escape(funcname))
    for number, line in enumerate(linecache.getlines(filename), 1):
        if pattern.match(line.strip()):
            return funcname, filename, number
    return None


class Pdb(bdb.Bdb, cmd.Cmd):
    """Asks for commands where the program stops."""

    def __init__(self, completekey="tab", stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout is not None:
            self.use_rawinput = 0
        self.prompt, self.mainpyfile = "(Pdb) ", ""
        self.aliases, self.commands, self.displaying = {}, {}, {}
        self.commands_defining = False
        self._forget_stack()

    def _forget_stack(self):
        self.lineno = None
        self.stack = []
        self.curindex = 0
        self.curframe = self.tb_lineno = None
        self.curframe_locals = {}

    # The machinery's events

    def reset(self):
        bdb.Bdb.reset(self)
        self._forget_stack()

    def user_call(self, frame, argument_list):
        if self.stop_here(frame):
            self.message("--Call--")
            self.interaction(frame, None)

    def user_line(self, frame):
        if self._run_commands(frame):
            self.interaction(frame, None)

    def user_return(self, frame, return_value):
        frame.f_locals["__return__"] = return_value
        self.message("--Return--")
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        kind, value, tb = exc_info
        frame.f_locals["__exception__"] = kind, value
        # An iterator's end, seen by the machine only.
        prefix = "Internal " if not tb and kind is StopIteration else ""
        self.message("%s%s" % (prefix, traceback.format_exception_only(kind, value)[-1].strip()))
        self.interaction(frame, tb)

    def _run_commands(self, frame):
        """Does what belongs to the breakpoint; whether to ask as well."""
        number = self.currentbp if getattr(self, "currentbp", 0) in self.commands else 0
        self.currentbp = 0
        if not number:
            return True
        self.setup(frame, None)
        self.print_stack_entry(self.stack[self.curindex])
        stop = False
        for line in self.commands[number]:
            if line == "silent":
                continue
            stop = self.onecmd(line) or stop
        self.forget()
        return not stop

    # Asking

    def forget(self):
        self._forget_stack()

    def setup(self, frame, tb):
        self.stack, self.curindex = self.get_stack(frame, tb)
        self.lineno = None
        self.tb_lineno = {id(t.tb_frame): t.tb_lineno for t in _chain(tb)}
        if not self.stack:
            return
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals

    def interaction(self, frame, traceback):
        self.setup(frame, traceback)
        if self.stack:
            self.print_stack_entry(self.stack[self.curindex])
            self._show_displays()
            self._cmdloop()
        self.forget()

    def _cmdloop(self):
        while True:
            try:
                self.cmdloop()
                break
            except KeyboardInterrupt:
                self.message("--KeyboardInterrupt--")

    def preloop(self):
        pass

    def _show_displays(self):
        for expression, old in self.displaying.get(self.curframe, {}).items():
            new = self._getval_except(expression)
            if new != old:
                self.displaying[self.curframe][expression] = new
                self.message("display %s: %s  [old: %s]" % (expression, new, old))

    def precmd(self, line):
        """Aliases, and several commands in one line."""
        if not line.strip():
            return line
        words = line.split()
        depth = 0
        while words[0] in self.aliases and depth < 20:
            depth += 1
            text = self.aliases[words[0]]
            for number, word in enumerate(words[1:], 1):
                text = text.replace("%" + str(number), word)
            line = text.replace("%*", " ".join(words[1:]))
            words = line.split()
        if words[0] != "alias" and ";;" in line:
            line, rest = line.split(";;", 1)
            self.cmdqueue.insert(0, rest.lstrip())
            line = line.rstrip()
        return line

    def onecmd(self, line):
        if not self.commands_defining:
            return cmd.Cmd.onecmd(self, line)
        return self._define_command(line)

    def parseline(self, line):
        command, arg, text = cmd.Cmd.parseline(self, line)
        # `n = 3` and `c.x` are statements, and so is what `!` introduces.
        if line.strip().startswith("!"):
            return None, None, line.strip()
        if command and arg[:1] in ("=", ".", "[") and arg[:2] != "==" or command and arg[:1] == "(":
            return None, None, text
        return command, arg, text

    def default(self, line):
        """Anything that is no command is a statement."""
        if line[:1] == "!":
            line = line[1:].strip()
        try:
            code = compile(line + "\n", "<stdin>", "single")
            saved = sys.stdout, sys.displayhook
            try:
                sys.stdout, sys.displayhook = self.stdout, self.displayhook
                exec(code, self.curframe.f_globals, self.curframe_locals)
            finally:
                sys.stdout, sys.displayhook = saved
        except BaseException as error:
            self._error_exc(error)

    def displayhook(self, obj):
        if obj is not None:
            self.message(repr(obj))

    def message(self, msg):
        print(msg, file=self.stdout)

    def error(self, msg):
        print("***", msg, file=self.stdout)

    def _error_exc(self, error):
        if isinstance(error, bdb.BdbQuit):
            raise error
        self.error(traceback.format_exception_only(type(error), error)[-1].strip())

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except BaseException as error:
            self._error_exc(error)
            raise

    def _getval_except(self, arg):
        try:
            return repr(eval(arg, self.curframe.f_globals, self.curframe_locals))
        except BaseException as error:
            return "** raised %s **" % traceback.format_exception_only(type(error), error)[-1].strip()

    # Going on

    def _resume(self, way, *args):
        """Goes on until what `way` says."""
        way(*args)
        return True

    def do_step(self, arg):
        """s(tep)
        Run the current line and stop as soon as possible: in a function
        that it calls, or at this function's next line."""
        return self._resume(self.set_step)
    do_s = do_step

    def do_next(self, arg):
        """n(ext)
        Run the current line and stop at the next one of this function,
        or when the function returns."""
        return self._resume(self.set_next, self.curframe)
    do_n = do_next

    def do_until(self, arg):
        """unt(il) [lineno]
        Continue until a line with a greater number, or that line, is reached."""
        line = None
        if arg:
            try:
                line = int(arg)
            except ValueError:
                self.error("Error in argument: %r" % arg)
                return
            if line <= self.curframe.f_lineno:
                self.error('"until" line number is smaller than current line number')
                return
        return self._resume(self.set_until, self.curframe, line)
    do_unt = do_until

    def do_return(self, arg):
        """r(eturn)
        Go on and stop when the current function returns."""
        return self._resume(self.set_return, self.curframe)
    do_r = do_return

    def do_continue(self, arg):
        """c(ont(inue))
        Go on; only breakpoints stop the program."""
        return self._resume(self.set_continue)
    do_c = do_cont = do_continue

    def do_jump(self, arg):
        """j(ump) lineno
        Go on from another line of the function; the innermost frame only."""
        if self.curindex + 1 != len(self.stack):
            self.error("You can only jump within the bottom frame")
            return
        try:
            line = int(arg)
        except ValueError:
            self.error("The 'jump' command requires a line number")
            return
        try:
            self.curframe.f_lineno = line
            self.stack[self.curindex] = self.stack[self.curindex][0], line
            self.print_stack_entry(self.stack[self.curindex])
        except ValueError as error:
            self.error("Jump failed: %s" % error)
    do_j = do_jump

    def do_quit(self, arg):
        """q(uit)\nexit
        Leave the debugger; the program ends as well."""
        return self._resume(self.set_quit)
    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        """EOF
        Handles the receipt of EOF as a command."""
        self.message("")
        self.set_quit()
        return 1

    def do_run(self, arg):
        """run [args...]
        Restart the debugged python program."""
        if arg:
            sys.argv[1:] = arg.split()
        raise Restart
    do_restart = do_run

    # The stack

    def _select(self, number):
        self.curindex = number
        self.curframe = self.stack[number][0]
        self.curframe_locals = self.curframe.f_locals
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def _move(self, arg, direction, border, text):
        try:
            count = int(arg or 1)
        except ValueError:
            self.error("Invalid frame count (%s)" % arg)
            return
        if self.curindex == border:
            self.error(text)
            return
        wanted = self.curindex + direction * count
        self._select(border if count < 0 else min(max(wanted, 0), len(self.stack) - 1))

    def do_up(self, arg):
        """u(p) [count]
        Move the current frame count (default one) levels up in the stack trace."""
        self._move(arg, -1, 0, "Oldest frame")
    do_u = do_up

    def do_down(self, arg):
        """d(own) [count]
        Move the current frame count (default one) levels down in the stack trace."""
        self._move(arg, 1, len(self.stack) - 1, "Newest frame")
    do_d = do_down

    def do_where(self, arg):
        """w(here)
        Print a stack trace, with the most recent frame at the bottom."""
        self.print_stack_trace()
    do_w = do_bt = do_where

    def print_stack_trace(self):
        for entry in self.stack:
            self.print_stack_entry(entry)

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        mark = "> " if frame_lineno[0] is self.curframe else "  "
        self.message(mark + self.format_stack_entry(frame_lineno, prompt_prefix))

    # Looking

    def do_p(self, arg):
        """p expression
        Print the value of the expression."""
        try:
            self.message(repr(self._getval(arg)))
        except Exception:
            pass

    def do_pp(self, arg):
        """pp expression
        Pretty-print the value of the expression."""
        try:
            self.message(pprint.pformat(self._getval(arg)))
        except Exception:
            pass

    def do_whatis(self, arg):
        """whatis arg
        Print the type of the argument."""
        try:
            value = self._getval(arg)
        except Exception:
            return
        if isinstance(value, type):
            self.message("Class %s.%s" % (value.__module__, value.__qualname__))
        elif hasattr(getattr(value, "__func__", None), "__code__"):
            self.message("Method %s" % value.__func__.__name__)
        elif hasattr(value, "__code__"):
            self.message("Function %s" % value.__name__)
        else:
            self.message(type(value))

    def do_args(self, arg):
        """a(rgs)
        Print the argument list of the current function."""
        code = self.curframe.f_code
        count = code.co_argcount + code.co_kwonlyargcount
        count += bool(code.co_flags & 4) + bool(code.co_flags & 8)
        for name in code.co_varnames[:count]:
            value = self.curframe_locals
            self.message("%s = %s" % (name, repr(value[name]) if name in value else "*** undefined ***"))
    do_a = do_args

    def do_retval(self, arg):
        """retval
        Print the return value for the last return of a function."""
        if "__return__" in self.curframe_locals:
            self.message(repr(self.curframe_locals["__return__"]))
        else:
            self.error("Not yet returned!")
    do_rv = do_retval

    def do_display(self, arg):
        """display [expression]
        Display the value of the expression if it changed, each time execution stops in the frame."""
        if not arg:
            self.message("Currently displaying:")
            for item in self.displaying.get(self.curframe, {}).items():
                self.message("%s: %s" % item)
            return
        value = self._getval_except(arg)
        self.displaying.setdefault(self.curframe, {})[arg] = value
        self.message("display %s: %s" % (arg, value))

    def do_undisplay(self, arg):
        """undisplay [expression]
        Do not display the expression any more in the current frame."""
        if not arg:
            self.displaying.pop(self.curframe, None)
        elif self.displaying.get(self.curframe, {}).pop(arg, None) is None:
            self.error("not displaying %s" % arg)

    def do_interact(self, arg):
        """interact
        Start an interactive interpreter with the names of the current scope."""
        import code
        code.interact("*interactive*", local={**self.curframe.f_globals, **self.curframe_locals})

    def do_list(self, arg):
        """l(ist) [first [,last] | .]
        List source code for the current file: 11 lines around the current line, or those that follow."""
        self.lastcmd = "list"
        first = last = None
        if arg and arg != ".":
            try:
                numbers = [int(part.strip()) for part in arg.split(",")]
            except ValueError:
                self.error("Error in argument: %r" % arg)
                return
            first = numbers[0]
            if len(numbers) > 1:
                last = numbers[1]
                if last < first:
                    last = first + last
            else:
                first = max(1, first - 5)
        elif arg or self.lineno is None:
            first = max(1, self.curframe.f_lineno - 5)
        else:
            # What follows the lines of the last time.
            first = self.lineno + 1
        last = first + 10 if last is None else last
        frame = self.curframe
        lines = linecache.getlines(frame.f_code.co_filename, frame.f_globals)
        self._print_lines(lines[first - 1:last], first, frame)
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message("[EOF]")
    do_l = do_list

    def do_longlist(self, arg):
        """ll
        List the whole source code for the current function or frame."""
        import inspect
        try:
            if self.curframe.f_code.co_name == "<module>":
                lines, first = linecache.getlines(self.curframe.f_code.co_filename, self.curframe.f_globals), 1
            else:
                lines, first = inspect.getsourcelines(self.curframe.f_code)
        except OSError as error:
            self.error(error)
            return
        self._print_lines(lines, max(1, first), self.curframe)
    do_ll = do_longlist

    def do_source(self, arg):
        """source expression
        Try to get source code for the given object and display it."""
        import inspect
        try:
            value = self._getval(arg)
        except Exception:
            return
        try:
            lines, first = inspect.getsourcelines(value)
        except (OSError, TypeError) as error:
            self.error(error)
            return
        self._print_lines(lines, first)

    def _print_lines(self, lines, start, frame=None):
        here, raised = -1, -1
        if frame is not None:
            here = frame.f_lineno
            raised = (self.tb_lineno or {}).get(id(frame), -1)
        for number, line in enumerate(lines, start):
            text = str(number).rjust(3) + " "
            if len(text) < 4:
                text += " "
            text += "->" if number == here else ">>" if number == raised else ""
            self.message(text + "\t" + line.rstrip())

    # Breakpoints

    def do_break(self, arg, temporary=False):
        """b(reak) [ ([filename:]lineno | function) [, condition] ]
        Without argument, list all breaks; with one, set a breakpoint."""
        if not arg:
            if self.breaks:
                self.message("Num Type         Disp Enb   Where")
                for found in bdb.Breakpoint.bpbynumber:
                    if found:
                        self.message(found.bpformat())
            return
        cond = funcname = filename = None
        if "," in arg:
            arg, cond = (part.strip() for part in arg.split(",", 1))
        if ":" in arg:
            filename, arg = (part.strip() for part in arg.rsplit(":", 1))
            found = self.lookupmodule(filename)
            if not found:
                self.error("%r not found from sys.path" % filename)
                return
            filename = found
        try:
            line = int(arg)
        except ValueError:
            place = self._function_place(arg, filename)
            if place is None:
                self.error("The specified object %r is not a function or was not found along sys.path." % arg)
                return
            funcname, filename, line = place
        filename = filename or self.defaultFile()
        line = self.checkline(filename, line)
        if not line:
            return
        problem = self.set_break(filename, line, temporary, cond, funcname)
        if problem:
            self.error(problem)
        else:
            found = self.get_breaks(filename, line)[-1]
            self.message("Breakpoint %d at %s:%d" % (found.number, found.file, found.line))
    do_b = do_break

    def _function_place(self, text, filename):
        try:
            value = eval(text, self.curframe.f_globals, self.curframe_locals)
        except Exception:
            return find_function(text, filename or self.defaultFile())
        code = getattr(getattr(value, "__func__", value), "__code__", None)
        if code is None:
            return None
        return code.co_name, code.co_filename, code.co_firstlineno

    def do_tbreak(self, arg):
        """tbreak [ ([filename:]lineno | function) [, condition] ]
        Same arguments as break, but removed when it is first hit."""
        self.do_break(arg, True)

    def defaultFile(self):
        filename = self.curframe.f_code.co_filename
        return self.mainpyfile if filename == "<string>" and self.mainpyfile else filename

    def lookupmodule(self, filename):
        if os.path.isabs(filename) and os.path.exists(filename) or linecache.getlines(filename):
            return filename
        base = filename if filename.endswith(".py") else filename + ".py"
        for folder in sys.path:
            full = os.path.join(folder, base)
            if os.path.exists(full):
                return full
        return None

    def checkline(self, filename, lineno):
        """The line, if a breakpoint can stand there, else 0."""
        line = linecache.getline(filename, lineno, self.curframe.f_globals if self.curframe else None)
        if not line:
            self.message("End of file")
            return 0
        text = line.strip()
        if not text or text[0] == "#" or text[:3] in ('"""', "'''"):
            self.error("Blank or comment")
            return 0
        return lineno

    def _breakpoints(self, arg):
        for word in arg.split():
            try:
                yield self.get_bpbynumber(word)
            except ValueError as error:
                self.error(error)

    def do_enable(self, arg):
        """enable bpnumber [bpnumber ...]
        Enables the breakpoints given as a space separated list of breakpoint numbers."""
        for found in self._breakpoints(arg):
            found.enable()
            self.message("Enabled %s" % found)

    def do_disable(self, arg):
        """disable bpnumber [bpnumber ...]
        Disables the breakpoints given as a space separated list of breakpoint numbers."""
        for found in self._breakpoints(arg):
            found.disable()
            self.message("Disabled %s" % found)

    def do_condition(self, arg):
        """condition bpnumber [condition]
        Set a new condition for the breakpoint."""
        number, _, cond = arg.partition(" ")
        for found in self._breakpoints(number):
            found.cond = cond.strip() or None
            self.message("New condition set for breakpoint %d." % found.number if found.cond
                         else "Breakpoint %d is now unconditional." % found.number)

    def do_ignore(self, arg):
        """ignore bpnumber [count]
        Set the ignore count for the given breakpoint number."""
        number, _, count = arg.partition(" ")
        try:
            count = max(0, int(count or 0))
        except ValueError:
            count = 0
        for found in self._breakpoints(number):
            found.ignore = count
            if count:
                self.message("Will ignore next %s of breakpoint %d."
                             % ("%d crossings" % count if count > 1 else "1 crossing", found.number))
            else:
                self.message("Will stop next time breakpoint %d is reached." % found.number)

    def do_clear(self, arg):
        """cl(ear) filename:lineno\ncl(ear) [bpnumber [bpnumber...]]
        Clear breakpoints; without argument, all of them."""
        if not arg:
            try:
                reply = input("Clear all breaks? ").strip().lower()
            except EOFError:
                reply = "no"
            if reply in ("y", "yes"):
                gone = [found for found in bdb.Breakpoint.bpbynumber if found]
                self.clear_all_breaks()
                for found in gone:
                    self.message("Deleted %s" % found)
            return
        if ":" in arg:
            filename, line = arg.rsplit(":", 1)
            try:
                line = int(line)
            except ValueError:
                self.error("Invalid line number (%s)" % line)
                return
            gone = self.get_breaks(filename, line)[:]
            problem = self.clear_break(filename, line)
            if problem:
                self.error(problem)
            else:
                for found in gone:
                    self.message("Deleted %s" % found)
            return
        for found in list(self._breakpoints(arg)):
            self.clear_bpbynumber(found.number)
            self.message("Deleted %s" % found)
    do_cl = do_clear

    def do_commands(self, arg):
        """commands [bpnumber]
        Specify a list of commands for a breakpoint; `end` ends the list."""
        try:
            number = int(arg) if arg else len(bdb.Breakpoint.bpbynumber) - 1
            self.get_bpbynumber(number)
        except ValueError as error:
            self.error("cannot set commands: %s" % error)
            return
        self.commands_bnum = number
        self.commands[number] = []
        saved, self.prompt = self.prompt, "(com) "
        self.commands_defining = True
        try:
            self.cmdloop()
        finally:
            self.commands_defining = False
            self.prompt = saved

    def _define_command(self, line):
        text = line.strip()
        if text in ("end", "EOF"):
            return 1
        if text:
            self.commands[self.commands_bnum].append(text)
        return 1 if text in ("c", "cont", "continue", "q", "quit") else 0

    # Aliases, help

    def do_alias(self, arg):
        """alias [name [command]]
        Create an alias called 'name' that executes 'command'."""
        words = arg.split()
        if not words:
            for name in sorted(self.aliases):
                self.message("%s = %s" % (name, self.aliases[name]))
        elif len(words) == 1:
            if words[0] in self.aliases:
                self.message("%s = %s" % (words[0], self.aliases[words[0]]))
        else:
            self.aliases[words[0]] = " ".join(words[1:])

    def do_unalias(self, arg):
        """unalias name
        Delete the specified alias."""
        words = arg.split()
        if words:
            self.aliases.pop(words[0], None)

    def do_help(self, arg):
        """h(elp)
        Without argument, print the list of available commands; with one, help about it."""
        if not arg:
            return cmd.Cmd.do_help(self, arg)
        command = getattr(self, "do_" + arg, None)
        if command is None:
            self.error("No help for %r" % arg)
            return
        import inspect
        self.message(inspect.cleandoc(command.__doc__ or ""))
    do_h = do_help

    # A program from its beginning

    def _run(self, filename):
        import __main__
        self.mainpyfile = self.canonic(filename)
        with open(filename, "rb") as file:
            code = compile(file.read(), self.mainpyfile, "exec")
        names = {"__name__": "__main__", "__file__": self.mainpyfile, "__builtins__": __builtins__}
        self.run(code, names)


def _chain(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


def run(statement, globals=None, locals=None):
    """Executes a statement under the debugger."""
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    """The value of an expression, under the debugger."""
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    """The result of a call, under the debugger."""
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):
    """Stops here and asks."""
    debugger = Pdb()
    if header is not None:
        debugger.message(header)
    debugger.set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    """Looks at the frames of a traceback, or of the exception that is being handled."""
    if t is None:
        error = sys.exc_info()[1]
        t = error.__traceback__ if error is not None else None
    elif isinstance(t, BaseException):
        t = t.__traceback__
    if t is None:
        raise ValueError("A valid traceback must be passed if no exception is being handled")
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    """Looks at the frames of the last error."""
    post_mortem(sys.last_traceback)


def help():
    print(inspect_commands())


def inspect_commands():
    """The commands and what they do."""
    seen, parts = set(), []
    for name in sorted(vars(Pdb)):
        function = vars(Pdb)[name]
        if name.startswith("do_") and function not in seen and function.__doc__:
            seen.add(function)
            parts.append(function.__doc__)
    return "\n\n".join(parts)


def main():
    """python -m pdb program arguments"""
    if len(sys.argv) < 2:
        print("usage: pdb.py [-c command] ... [-m module | pyfile] [arg] ...")
        sys.exit(2)
    filename = sys.argv[1]
    if not os.path.exists(filename):
        print("Error:", filename, "does not exist")
        sys.exit(1)
    sys.argv[:] = sys.argv[1:]
    debugger = Pdb()
    while True:
        try:
            debugger._run(filename)
        except Restart:
            print("Restarting", filename, "with arguments:\n\t" + " ".join(sys.argv[1:]))
            continue
        except SystemExit as error:
            print("The program exited via sys.exit(). Exit status:", error)
        break


if __name__ == "__main__":
    main()

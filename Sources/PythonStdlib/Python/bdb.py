"""A debugger's machinery, on sys.settrace."""
import fnmatch
import os
import sys

__all__ = ["BdbQuit", "Bdb", "Breakpoint"]

GENERATOR_AND_COROUTINE_FLAGS = 0x20 | 0x80 | 0x200


class BdbQuit(Exception):
    """The user wants the program to end."""


class Breakpoint:
    """A place where the program stops; all of them are kept by number and by place."""
    next = 1
    bplist = {}
    bpbynumber = [None]

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        self.file, self.line = file, line
        self.temporary, self.cond, self.funcname = temporary, cond, funcname
        self.func_first_executable_line = None
        self.enabled = True
        self.ignore = self.hits = 0
        self.number = Breakpoint.next
        Breakpoint.next += 1
        self.bpbynumber.append(self)
        self.bplist.setdefault((file, line), []).append(self)

    @staticmethod
    def clearBreakpoints():
        Breakpoint.next = 1
        Breakpoint.bplist = {}
        Breakpoint.bpbynumber = [None]

    def deleteMe(self):
        place = self.file, self.line
        self.bpbynumber[self.number] = None
        same = self.bplist.get(place, [])
        if self in same:
            same.remove(self)
        if not same:
            self.bplist.pop(place, None)

    def enable(self):
        self.enabled = True

    def disable(self):
        self.enabled = False

    def bpprint(self, out=None):
        print(self.bpformat(), file=sys.stdout if out is None else out)

    def bpformat(self):
        """One breakpoint as the list of all shows it."""
        kind = "del  " if self.temporary else "keep "
        state = "yes  " if self.enabled else "no   "
        lines = ["%-4dbreakpoint   %s%s at %s:%d" % (self.number, kind, state, self.file, self.line)]
        if self.cond:
            lines.append("\tstop only if %s" % self.cond)
        if self.ignore:
            lines.append("\tignore next %d hits" % self.ignore)
        if self.hits:
            lines.append("\tbreakpoint already hit %d time%s" % (self.hits, "s" if self.hits > 1 else ""))
        return "\n".join(lines)

    def __str__(self):
        return "breakpoint %s at %s:%s" % (self.number, self.file, self.line)


def checkfuncname(breakpoint, frame):
    """Whether a frame is at the place of a breakpoint, which may be a function's first line."""
    if not breakpoint.funcname:
        return breakpoint.line == frame.f_lineno
    if frame.f_code.co_name != breakpoint.funcname:
        return False
    if not breakpoint.func_first_executable_line:
        breakpoint.func_first_executable_line = frame.f_lineno
    return breakpoint.func_first_executable_line == frame.f_lineno


def effective(file, line, frame):
    """The breakpoint that stops here, and whether a temporary one is to be deleted then."""
    for breakpoint in Breakpoint.bplist.get((file, line), ()):
        if not breakpoint.enabled or not checkfuncname(breakpoint, frame):
            continue
        breakpoint.hits += 1
        if breakpoint.cond:
            try:
                if not eval(breakpoint.cond, frame.f_globals, frame.f_locals):
                    continue
            except Exception:
                # A condition that fails stops, so that it is seen; the breakpoint stays.
                return breakpoint, False
        if breakpoint.ignore > 0:
            breakpoint.ignore -= 1
            continue
        return breakpoint, True
    return None, None


def _names(globals, locals):
    """The namespaces of a statement; those of the program unless others are given."""
    if globals is None:
        import __main__
        globals = vars(__main__)
    return globals, globals if locals is None else locals


class Bdb:
    """Stops the program where it is told to; what happens then is up to user_line and the like."""

    def __init__(self, skip=None):
        self.breaks, self.fncache = {}, {}
        self.skip = set(skip) if skip else None
        self._load_breaks()
        self.frame_returning = None
        self._forget()

    def _forget(self):
        self.botframe = None
        self.quitting = False
        self._set_stopinfo(None, None)

    def _load_breaks(self):
        for file, line in Breakpoint.bplist:
            lines = self.breaks.setdefault(file, [])
            if line not in lines:
                lines.append(line)

    def canonic(self, filename):
        """The one name of a file; names in angle brackets are what they are."""
        if filename == "<" + filename[1:-1] + ">":
            return filename
        known = self.fncache.get(filename)
        if known is None:
            known = os.path.normcase(os.path.abspath(filename)) if os.path.exists(filename) else filename
            self.fncache[filename] = known
        return known

    def reset(self):
        import linecache
        linecache.checkcache()
        self._forget()

    # What the machine calls

    def trace_dispatch(self, frame, event, arg):
        if self.quitting:
            return None
        if event == "line":
            return self.dispatch_line(frame)
        if event in ("call", "return", "exception"):
            return getattr(self, "dispatch_" + event)(frame, arg)
        return self.trace_dispatch

    def _go_on(self):
        if self.quitting:
            raise BdbQuit
        return self.trace_dispatch

    def dispatch_line(self, frame):
        if self.stop_here(frame) or self.break_here(frame):
            self.user_line(frame)
        return self._go_on()

    def dispatch_call(self, frame, arg):
        if self.botframe is None:
            # The first frame: the debugger's own caller is not looked at.
            self.botframe = frame.f_back
            return self.trace_dispatch
        if not (self.stop_here(frame) or self.break_anywhere(frame)):
            return None
        if self.stopframe and frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS:
            return self.trace_dispatch
        self.user_call(frame, arg)
        return self._go_on()

    def dispatch_return(self, frame, arg):
        if self.stop_here(frame) or frame is self.returnframe:
            if self.stopframe and frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS:
                return self.trace_dispatch
            self.frame_returning = frame
            try:
                self.user_return(frame, arg)
            finally:
                self.frame_returning = None
            if self.stopframe is frame and self.stoplineno != -1:
                self._set_stopinfo(None, None)
        if self.quitting:
            raise BdbQuit
        if frame.f_back is None and not self.breaks:
            # The program is over: what runs next is none of ours.
            sys.settrace(None)
        return self.trace_dispatch

    def dispatch_exception(self, frame, arg):
        is_generator = bool(frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS)
        if self.stop_here(frame):
            # The end of an iterator in a generator is no error.
            if not (is_generator and arg[0] is StopIteration and arg[2] is None):
                self.user_exception(frame, arg)
        elif (self.stopframe and frame is not self.stopframe and arg[0] in (StopIteration, GeneratorExit)
                and self.stopframe.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS):
            self.user_exception(frame, arg)
        return self._go_on()

    # Whether to stop

    def is_skipped_module(self, module_name):
        if module_name is None or not self.skip:
            return False
        return any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip)

    def stop_here(self, frame):
        if self.skip and self.is_skipped_module(frame.f_globals.get("__name__")):
            return False
        if self.stopframe is None:
            return True
        if frame is not self.stopframe or self.stoplineno == -1:
            return False
        return frame.f_lineno >= self.stoplineno

    def break_here(self, frame):
        filename = self.canonic(frame.f_code.co_filename)
        if filename not in self.breaks:
            return False
        line = frame.f_lineno
        if line not in self.breaks[filename]:
            # A breakpoint at a function may stand at the line of its `def`.
            line = frame.f_code.co_firstlineno
            if line not in self.breaks[filename]:
                return False
        found, is_spent = effective(filename, line, frame)
        if not found:
            return False
        self.currentbp = found.number
        if is_spent and found.temporary:
            self.do_clear(str(found.number))
        return True

    def do_clear(self, arg):
        raise NotImplementedError("subclass of bdb must implement do_clear()")

    def break_anywhere(self, frame):
        return self.canonic(frame.f_code.co_filename) in self.breaks

    # For subclasses

    def user_call(self, frame, argument_list):
        pass

    def user_line(self, frame):
        pass

    def user_return(self, frame, return_value):
        pass

    def user_exception(self, frame, exc_info):
        pass

    # How to go on

    def _set_stopinfo(self, stopframe, returnframe, stoplineno=0):
        # Line -1 means: never stop.
        self.stopframe, self.returnframe, self.stoplineno = stopframe, returnframe, stoplineno

    def _follow_caller(self):
        frame = self.frame_returning
        if frame is not None and frame.f_back is not None and not frame.f_back.f_trace:
            frame.f_back.f_trace = self.trace_dispatch

    def set_until(self, frame, lineno=None):
        self._set_stopinfo(frame, frame, frame.f_lineno + 1 if lineno is None else lineno)

    def set_step(self):
        self._follow_caller()
        self._set_stopinfo(None, None)

    def set_next(self, frame):
        self._follow_caller()
        self._set_stopinfo(frame, None)

    def set_return(self, frame):
        is_generator = frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS
        self._set_stopinfo(*((frame, None, -1) if is_generator else (frame.f_back, frame)))

    def set_trace(self, frame=None):
        """Starts debugging at a frame, the caller's."""
        if frame is None:
            frame = sys._getframe().f_back
        self.reset()
        while frame is not None:
            self.botframe, frame.f_trace = frame, self.trace_dispatch
            frame = frame.f_back
        self.set_step()
        sys.settrace(self.trace_dispatch)

    def set_continue(self):
        self._set_stopinfo(self.botframe, None, -1)
        if self.breaks:
            return
        sys.settrace(None)
        frame = sys._getframe().f_back
        while frame is not None:
            if frame.f_trace is not None:
                frame.f_trace = None
            if frame is self.botframe:
                break
            frame = frame.f_back

    def set_quit(self):
        self.stopframe, self.returnframe = self.botframe, None
        self.quitting = True
        sys.settrace(None)

    # Breakpoints; what is wrong is told as a text

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        import linecache
        filename = self.canonic(filename)
        if not linecache.getline(filename, lineno):
            return "Line %s:%d does not exist" % (filename, lineno)
        lines = self.breaks.setdefault(filename, [])
        if lineno not in lines:
            lines.append(lineno)
        Breakpoint(filename, lineno, temporary, cond, funcname)
        frame = sys._getframe().f_back
        while frame is not None:
            # Frames that were not followed may contain the place.
            if frame.f_trace is None and self.canonic(frame.f_code.co_filename) == filename and self.botframe:
                frame.f_trace = self.trace_dispatch
            if frame is self.botframe:
                break
            frame = frame.f_back
        return None

    def _prune_breaks(self, filename, lineno):
        if (filename, lineno) in Breakpoint.bplist:
            return
        lines = self.breaks.get(filename, [])
        if lineno in lines:
            lines.remove(lineno)
        if not lines:
            self.breaks.pop(filename, None)

    def clear_break(self, filename, lineno):
        filename = self.canonic(filename)
        lines = self.breaks.get(filename)
        if lines is None:
            return "There are no breakpoints in %s" % filename
        if lineno not in lines:
            return "There is no breakpoint at %s:%d" % (filename, lineno)
        for found in list(Breakpoint.bplist.get((filename, lineno), ())):
            found.deleteMe()
        self._prune_breaks(filename, lineno)
        return None

    def clear_bpbynumber(self, arg):
        try:
            found = self.get_bpbynumber(arg)
        except ValueError as error:
            return str(error)
        found.deleteMe()
        self._prune_breaks(found.file, found.line)
        return None

    def clear_all_file_breaks(self, filename):
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return "There are no breakpoints in %s" % filename
        for line in self.breaks.pop(filename):
            for found in list(Breakpoint.bplist.get((filename, line), ())):
                found.deleteMe()
        return None

    def clear_all_breaks(self):
        if not self.breaks:
            return "There are no breakpoints"
        for found in Breakpoint.bpbynumber:
            if found:
                found.deleteMe()
        self.breaks = {}
        return None

    def get_bpbynumber(self, arg):
        if not arg:
            raise ValueError("Breakpoint number expected")
        number = int(arg) if str(arg).lstrip("-").isdecimal() else None
        if number is None:
            raise ValueError("Non-numeric breakpoint number %s" % arg)
        if not 0 <= number < len(Breakpoint.bpbynumber):
            raise ValueError("Breakpoint number %d out of range" % number)
        found = Breakpoint.bpbynumber[number]
        if found is None:
            raise ValueError("Breakpoint %d already deleted" % number)
        return found

    def get_break(self, filename, lineno):
        return lineno in self.breaks.get(self.canonic(filename), ())

    def get_breaks(self, filename, lineno):
        filename = self.canonic(filename)
        if lineno not in self.breaks.get(filename, ()):
            return []
        return Breakpoint.bplist.get((filename, lineno), [])

    def get_file_breaks(self, filename):
        return self.breaks.get(self.canonic(filename), [])

    def get_all_breaks(self):
        return self.breaks

    # The stack

    def get_stack(self, frame, traceback):
        """Pairs of frame and line, outermost first, and the index of the one to look at."""
        if traceback is not None and traceback.tb_frame is frame:
            traceback = traceback.tb_next
        stack = []
        while frame is not None:
            stack.append((frame, frame.f_lineno))
            if frame is self.botframe:
                break
            frame = frame.f_back
        stack.reverse()
        index = max(0, len(stack) - 1)
        while traceback is not None:
            stack.append((traceback.tb_frame, traceback.tb_lineno))
            traceback = traceback.tb_next
        if frame is None:
            index = max(0, len(stack) - 1)
        return stack, index

    def format_stack_entry(self, frame_lineno, lprefix=": "):
        import linecache
        import reprlib
        frame, line = frame_lineno
        text = "%s(%r)%s" % (self.canonic(frame.f_code.co_filename), line, frame.f_code.co_name or "<lambda>")
        text += "()"
        if "__return__" in frame.f_locals:
            text += "->" + reprlib.repr(frame.f_locals["__return__"])
        source = linecache.getline(self.canonic(frame.f_code.co_filename), line, frame.f_globals)
        return text + lprefix + source.strip() if source else text

    # Running under the debugger

    def _traced(self, call, args, kwds):
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return call(*args, **kwds)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)

    def run(self, cmd, globals=None, locals=None):
        """Runs a statement."""
        globals, locals = _names(globals, locals)
        if isinstance(cmd, str):
            cmd = compile(cmd, "<string>", "exec")
        self._traced(exec, (cmd, globals, locals), {})

    def runeval(self, expr, globals=None, locals=None):
        """The value of an expression."""
        globals, locals = _names(globals, locals)
        return self._traced(eval, (expr, globals, locals), {})

    def runctx(self, cmd, globals, locals):
        self.run(cmd, globals, locals)

    def runcall(self, func, /, *args, **kwds):
        """The result of a call."""
        return self._traced(func, args, kwds)


def set_trace():
    Bdb().set_trace()

"""The object that `get_ipython()` returns."""
import _wick_shell

class _Info:
    def __init__(self, **fields):
        self.__dict__.update(fields)
    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, " ".join("%s=%r" % i for i in self.__dict__.items()))

class ExecutionInfo(_Info):
    pass

class ExecutionResult(_Info):
    @property
    def success(self):
        return self.error_before_exec is None and self.error_in_exec is None
    def raise_error(self):
        if self.error_before_exec is not None:
            raise self.error_before_exec
        if self.error_in_exec is not None:
            raise self.error_in_exec

class EventManager:
    """Manage a collection of events and a sequence of callbacks for each."""
    def __init__(self, shell):
        self.shell = shell
        self.callbacks = {n: [] for n in ["pre_execute", "pre_run_cell", "post_execute", "post_run_cell",
                                          "shell_initialized"]}
    def register(self, event, function):
        if not callable(function):
            raise TypeError("Need a callable, got %r" % function)
        if function not in self.callbacks[event]:
            self.callbacks[event].append(function)
            _wick_shell.events_changed(self)
    def unregister(self, event, function):
        if function in self.callbacks[event]:
            return self.callbacks[event].remove(function)
        raise ValueError("Function %r is not registered as a %s callback" % (function, event))
    def trigger(self, event, *args, **kwargs):
        for func in self.callbacks[event][:]:
            try:
                func(*args, **kwargs)
            except (Exception, KeyboardInterrupt) as error:
                print("Error in callback %r (for %s):" % (func, event))
                self.shell.showtraceback(error)

class Formatter:
    def __init__(self, mimetype):
        self.format_type = mimetype
        self.enabled = True
        self.type_printers, self.deferred_printers = {}, {}
    def for_type(self, typ, func=None):
        if isinstance(typ, str):
            return self.for_type_by_name(*typ.rpartition(".")[::2], func)
        old = self.type_printers.get(typ)
        if func is not None:
            self.type_printers[typ] = func
            _wick_shell.formatter(self.format_type, typ, func)
        return old
    def for_type_by_name(self, type_module, type_name, func=None):
        import sys
        found = getattr(sys.modules.get(type_module), type_name, None)
        if found is not None:
            return self.for_type(found, func)
        # The type does not exist yet: looked for again before each cell.
        old = self.deferred_printers.get((type_module, type_name))
        if func is not None:
            self.deferred_printers[type_module, type_name] = func
            shell.events.register("pre_run_cell", self._look)
        return old
    def _look(self, *_):
        import sys
        for (module, name), func in list(self.deferred_printers.items()):
            found = getattr(sys.modules.get(module), name, None)
            if found is not None:
                del self.deferred_printers[module, name]
                self.for_type(found, func)
    def lookup_by_type(self, typ):
        for cls in typ.__mro__:
            if cls in self.type_printers:
                return self.type_printers[cls]
        raise KeyError("No registered printer for %s" % (typ,))
    def lookup(self, obj):
        return self.lookup_by_type(type(obj))
    def pop(self, typ, default=None):
        if typ not in self.type_printers:
            if default is None:
                raise KeyError("No registered value for %r" % (typ,))
            return default
        _wick_shell.formatter(self.format_type, typ, False)
        return self.type_printers.pop(typ)
    def __call__(self, obj):
        made = _wick_shell.format(obj, [self.format_type], None)
        return made[0].get(self.format_type) if made else None

class DisplayFormatter:
    def __init__(self):
        self.formatters = {m: Formatter(m) for m in ["text/plain", "text/html", "text/markdown", "image/svg+xml",
            "image/png", "application/pdf", "image/jpeg", "text/latex", "application/json",
            "application/javascript"]}
        self.active_types = list(self.formatters)
    @property
    def format_types(self):
        return list(self.formatters)
    def format(self, obj, include=None, exclude=None):
        made = _wick_shell.format(obj, include, exclude)
        return ({}, {}) if made is None else made

class DisplayPublisher:
    is_publishing = False
    def publish(self, data, metadata=None, *, transient=None, update=False, **kwargs):
        _wick_shell.display(data, metadata or {}, transient or {}, update)
    def clear_output(self, wait=False):
        _wick_shell.clear_output(wait)

class MagicsManager:
    def __init__(self, shell):
        self.shell = shell
    @property
    def magics(self):
        line, cell = _wick_shell.magic_names()
        return {"line": {n: None for n in line}, "cell": {n: None for n in cell}}
    def lsmagic(self):
        return self.magics
    def register_function(self, func, magic_kind="line", magic_name=None):
        _wick_shell.register_magic(magic_kind, magic_name or func.__name__, func)
    def register_alias(self, alias_name, magic_name, magic_kind="line", magic_params=None):
        def alias(line, cell=None):
            if cell is None:
                return self.shell.run_line_magic(magic_name, line)
            return self.shell.run_cell_magic(magic_name, line, cell)
        _wick_shell.register_magic(magic_kind, alias_name, alias)
    def register(self, *classes):
        for cls in classes:
            instance = cls(self.shell) if isinstance(cls, type) else cls
            for kind, name, method in getattr(type(instance), "_wick_magics", []):
                _wick_shell.register_magic(kind, name, getattr(instance, method))

class HistoryManager:
    def __init__(self, shell):
        self.shell = shell
    @property
    def input_hist_parsed(self):
        return self.shell.user_ns["_ih"]
    input_hist_raw = input_hist_parsed
    @property
    def output_hist(self):
        return self.shell.user_ns["_oh"]
    def get_range(self, session=0, start=1, stop=None, raw=True, output=False):
        inputs = self.input_hist_parsed
        for line in range(start, len(inputs) if stop is None else min(stop, len(inputs))):
            yield 0, line, inputs[line]

class _PayloadManager:
    def write_payload(self, data, single=True):
        _wick_shell.payload(data, single)

class _Session:
    session = "wick"
    def send(self, *args, **kwargs):
        pass

class _Identities:
    """The identities of the clients that the channels' requests came from."""
    def __getitem__(self, channel):
        if channel == "control":
            last = _wick_shell.control_parent()
            return last[1] if last else []
        return _wick_shell.parent_identities()
    def get(self, channel, default=None):
        return self[channel] or default

class Kernel:
    implementation = "wick"
    def __init__(self, shell):
        self.shell = shell
        self.session = _Session()
        self._parent_ident = _Identities()
    @property
    def comm_manager(self):
        import comm
        return comm.get_comm_manager()
    def get_parent(self, channel=None):
        """The message whose handling runs, or the last one on the control channel."""
        if channel == "control":
            last = _wick_shell.control_parent()
            header = last[0] if last else {}
        else:
            header = _wick_shell.parent()
        return {"header": header, "msg_id": header.get("msg_id", ""), "msg_type": header.get("msg_type", "")}
    def do_shutdown(self, restart=False):
        self.shell.ask_exit()

class InteractiveShell:
    """An enhanced, interactive shell for Python."""
    _instance = None
    autoindent = False
    automagic = True
    colors = "neutral"
    ast_node_interactivity = "last_expr"
    banner = ""
    xmode = "Context"
    has_readline = False
    separate_in = ""

    def __init__(self):
        self.events = EventManager(self)
        self.display_formatter = DisplayFormatter()
        self.display_pub = DisplayPublisher()
        self.magics_manager = MagicsManager(self)
        self.history_manager = HistoryManager(self)
        self.payload_manager = _PayloadManager()
        self.kernel = Kernel(self)
        self.ast_transformers = []
        self.input_transformers_cleanup = []
        self.input_transformers_post = []
        self.user_module = None

    @classmethod
    def instance(cls, *args, **kwargs):
        return shell
    @classmethod
    def initialized(cls):
        return True
    @property
    def user_ns(self):
        return _wick_shell.namespace()
    user_global_ns = user_ns
    @property
    def execution_count(self):
        return _wick_shell.execution_count()
    @property
    def magics(self):
        return self.magics_manager.magics
    @property
    def config(self):
        return {}
    def run_line_magic(self, magic_name, line="", _stack_depth=1):
        return _wick_shell.run_line_magic(magic_name, line)
    def run_cell_magic(self, magic_name, line, cell):
        return _wick_shell.run_cell_magic(magic_name, line, cell)
    def magic(self, arg_s):
        name, _, rest = arg_s.partition(" ")
        return self.run_line_magic(name.lstrip("%"), rest)
    def find_magic(self, magic_name, magic_kind="line"):
        line, cell = _wick_shell.magic_names()
        if magic_name not in (line if magic_kind == "line" else cell):
            return None
        if magic_kind == "line":
            return lambda rest="": self.run_line_magic(magic_name, rest)
        return lambda rest="", cell="": self.run_cell_magic(magic_name, rest, cell)
    def find_line_magic(self, magic_name):
        return self.find_magic(magic_name, "line")
    def find_cell_magic(self, magic_name):
        return self.find_magic(magic_name, "cell")
    def system(self, cmd):
        _wick_shell.system(cmd)
    system_raw = system_piped = system
    def getoutput(self, cmd, split=True, depth=0):
        text = _wick_shell.getoutput(cmd)
        return SList(text.splitlines()) if split else text
    def run_cell(self, raw_cell, store_history=False, silent=False, shell_futures=True, cell_id=None):
        info = ExecutionInfo(raw_cell=raw_cell, store_history=store_history, silent=silent, cell_id=cell_id)
        value, error = _wick_shell.run_cell(raw_cell, silent)
        return ExecutionResult(info=info, result=value, error_in_exec=error, error_before_exec=None,
                               execution_count=None)
    def ev(self, expr):
        return eval(expr, self.user_ns)
    def ex(self, cmd):
        exec(cmd, self.user_ns)
    def push(self, variables, interactive=True):
        if isinstance(variables, str):
            variables = variables.split()
        if isinstance(variables, dict):
            self.user_ns.update(variables)
        else:
            import sys
            frame = sys._getframe(1)
            for name in variables:
                self.user_ns[name] = frame.f_locals[name] if name in frame.f_locals else frame.f_globals[name]
    def drop_by_id(self, variables):
        for name, value in variables.items():
            if name in self.user_ns and self.user_ns[name] is value:
                del self.user_ns[name]
    def del_var(self, varname, by_name=False):
        del self.user_ns[varname]
    def reset(self, new_session=True, aggressive=False):
        _wick_shell.run_line_magic("reset", "-f")
    def showtraceback(self, error=None, *args, **kwargs):
        if not isinstance(error, BaseException):
            error = None
        _wick_shell.show_traceback(error)
    def show_usage(self):
        _wick_shell.payload({"source": "page", "data": {"text/plain": "Wick: Python in a notebook.\n\nname? describes an object, name?? shows its source, %lsmagic lists the magics.\n"}, "start": 0})
    def set_next_input(self, text, replace=False):
        _wick_shell.payload({"source": "set_next_input", "text": text, "replace": replace}, True)
    def ask_exit(self):
        _wick_shell.payload({"source": "ask_exit", "keepkernel": False})
    exit_now = property(lambda self: False)
    def register_magic_function(self, func, magic_kind="line", magic_name=None):
        self.magics_manager.register_function(func, magic_kind=magic_kind, magic_name=magic_name)
    def register_magics(self, *classes):
        self.magics_manager.register(*classes)
    @property
    def parent_header(self):
        return self.kernel.get_parent()
    def get_parent(self):
        return self.kernel.get_parent()
    def set_parent(self, parent):
        """Sends the output of this thread to the request with that message."""
        self.set_thread_parent(parent)
    def set_thread_parent(self, parent):
        """The same; returns what reset_thread_parent() takes."""
        header = parent.get("header", parent) if isinstance(parent, dict) else {}
        _wick_shell.follow(header.get("msg_id") or parent.get("msg_id", ""))
        return parent
    def reset_thread_parent(self, token):
        """From now on the output of this thread goes to the cell that runs."""
        _wick_shell.follow(None)
    def set_custom_exc(self, exc_tuple, handler):
        pass
    def enable_gui(self, gui=None):
        pass
    def enable_matplotlib(self, gui=None):
        return gui, "module://matplotlib_inline.backend_inline"
    def transform_cell(self, raw_cell):
        return _wick_shell.transform(raw_cell)
    def complete(self, text, line=None, cursor_pos=None):
        return text, _wick_shell.complete(line or text, len(line or text) if cursor_pos is None else cursor_pos)
    def object_inspect(self, name, detail_level=0):
        return _wick_shell.inspect(name, detail_level)
    def var_expand(self, cmd, depth=0, formatter=None):
        return _wick_shell.expand(cmd)
    def mktempfile(self, data=None, prefix="ipython_edit_"):
        return "/tmp/" + prefix + _wick_shell.random_hex() + ".py"

InteractiveShell.__name__ = InteractiveShell.__qualname__ = "ZMQInteractiveShell"
InteractiveShell.__module__ = "ipykernel.zmqshell"
ZMQInteractiveShell = InteractiveShell

class SList(list):
    """The lines of a command's output."""
    @property
    def l(self): return list(self)
    list = l
    @property
    def n(self): return "\n".join(self)
    nlstr = n
    @property
    def s(self): return " ".join(self)
    spstr = s
    def grep(self, pattern, prune=False):
        if callable(pattern):
            return SList([x for x in self if bool(pattern(x)) != prune])
        return SList([x for x in self if (pattern in x) != prune])
    def fields(self, *fields):
        return SList([" ".join(x.split()[i] for i in fields if i < len(x.split())) for x in self])
SList.__module__ = "IPython.utils.text"

class CapturedIO:
    """The outputs of a captured cell."""
    def __init__(self, stdout, stderr, outputs=None):
        self._stdout = stdout
        self._stderr = stderr
        self._outputs = outputs
    def __str__(self):
        return self.stdout
    @property
    def stdout(self):
        return self._stdout or ""
    @property
    def stderr(self):
        return self._stderr or ""
    @property
    def outputs(self):
        return [RichOutput(d, m) for d, m in self._outputs or []]
    def show(self):
        import sys
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)
        for output in self.outputs:
            output.display()
    __call__ = show
CapturedIO.__module__ = "IPython.utils.capture"

class RichOutput:
    def __init__(self, data=None, metadata=None, transient=None, update=False):
        self.data = data or {}
        self.metadata = metadata or {}
    def display(self):
        _wick_shell.display(self.data, self.metadata, {}, False)
    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data, self.metadata
RichOutput.__module__ = "IPython.utils.capture"

class capture_output:
    """Context manager for capturing stdout, stderr and displays."""
    def __init__(self, stdout=True, stderr=True, display=True):
        self.flags = stdout, stderr, display
    def __enter__(self):
        _wick_shell.begin_capture(*self.flags)
        self.result = CapturedIO("", "", [])
        return self.result
    def __exit__(self, *exc):
        self.result._stdout, self.result._stderr, self.result._outputs = _wick_shell.end_capture()

class TimeitResult:
    """What %timeit -o returns."""
    def __init__(self, loops, repeat, best, worst, all_runs, compile_time, precision):
        self.loops = loops
        self.repeat = repeat
        self.best = best
        self.worst = worst
        self.all_runs = all_runs
        self.compile_time = compile_time
        self._precision = precision
        self.timings = [t / loops for t in all_runs]
    @property
    def average(self):
        return sum(self.timings) / len(self.timings)
    @property
    def stdev(self):
        mean = self.average
        return (sum([(x - mean) ** 2 for x in self.timings]) / len(self.timings)) ** 0.5
    def __str__(self):
        return _wick_shell.timeit_text(self.average, self.stdev, self.repeat, self.loops, self._precision)
    def _repr_pretty_(self, p, cycle):
        p.text("<TimeitResult : " + str(self) + ">")
TimeitResult.__module__ = "IPython.core.magics.execution"

class ExitAutocall:
    """Calling it (or its name alone in a cell) ends the kernel."""
    def __call__(self, keep_kernel=False):
        _wick_shell.payload({"source": "ask_exit", "keepkernel": keep_kernel})
    def __repr__(self):
        return "<IPython.core.autocall.ZMQExitAutocall object>"

shell = InteractiveShell()
InteractiveShell._instance = shell

def get_ipython():
    return shell

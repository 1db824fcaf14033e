import Interpreter

/// Modules of IPython that Wick brings, as Python source.
enum PythonSources {
  /// Declares the modules; nothing is compiled before the first import.
  static func install(_ vm: VM) {
    let modules: [(String, String)] = [
      ("IPython", package), ("IPython.display", display), ("IPython.core", "from . import display"),
      ("IPython.core.interactiveshell", shell), ("IPython.core.display", "from IPython.display import *"),
      ("IPython.core.display_functions", "from IPython.display import *"),
      ("IPython.core.displaypub", "from IPython.display import publish_display_data"),
      ("IPython.core.getipython", "from IPython.core.interactiveshell import get_ipython"),
      ("IPython.core.error", error), ("IPython.core.magic", magic),
      ("IPython.core.magic_arguments", magicArguments),
      ("IPython.lib", ""), ("IPython.lib.display", "from IPython.display import *"),
      ("IPython.lib.pretty", pretty),
      ("IPython.utils", ""), ("IPython.utils.capture", capture), ("IPython.utils.text", text),
      ("IPython.utils.io", "from IPython.core.interactiveshell import capture_output"),
      ("comm", comm), ("comm.base_comm", "from comm import *\nfrom comm import BaseComm, CommManager"),
      ("ipykernel", "__version__ = '7.4.0'\nversion_info = (7, 4, 0)"),
      ("ipykernel.comm", "from comm import Comm, CommManager"),
      ("ipykernel.zmqshell", "from IPython.core.interactiveshell import ZMQInteractiveShell"),
      ("matplotlib_inline", ""), ("matplotlib_inline.backend_inline", inlineBackend),
    ]
    for (name, source) in modules { vm.pythonModules[name] = source }
    for (name, source) in fallback where vm.nativeModules[name] == nil && vm.pythonModules[name] == nil {
      vm.pythonModules[name] = source
    }
    if let os = vm.pythonModules["os"] { vm.pythonModules["os"] = os + system }
  }

  private static let package = #"""
    __version__ = "9.18.1"
    version_info = (9, 18, 1, "")
    from IPython.core.interactiveshell import get_ipython, InteractiveShell
    from IPython.display import display

    def embed(*args, **kwargs):
        raise NotImplementedError("embed needs a terminal")
    """#

  private static let error = #"""
    class IPythonCoreError(Exception):
        pass
    class TryNext(IPythonCoreError):
        pass
    class UsageError(IPythonCoreError):
        """Error in magic function arguments, etc."""
    class StdinNotImplementedError(IPythonCoreError, NotImplementedError):
        """raw_input was requested in a context where it is not supported."""
    class InputRejected(Exception):
        """Input rejected by ast transformer."""
    """#

  private static let magic = #"""
    import _wick_shell
    from IPython.core.error import UsageError

    def _register(kind):
        def decorator(arg):
            if callable(arg):
                _wick_shell.register_magic(kind, arg.__name__, arg)
                return arg
            def named(func):
                _wick_shell.register_magic(kind, arg, func)
                return func
            return named
        return decorator

    register_line_magic = _register("line")
    register_cell_magic = _register("cell")
    register_line_cell_magic = _register("line_cell")

    def magics_class(cls):
        found = []
        for base in cls.__mro__:
            for method, value in list(base.__dict__.items()):
                for kind, name in getattr(value, "_wick_magic", []):
                    found.append((kind, name, method))
        cls._wick_magics = found
        return cls

    def _mark(kind):
        def decorator(arg):
            def mark(func, name):
                func._wick_magic = getattr(func, "_wick_magic", []) + [(kind, name)]
                return func
            if callable(arg):
                return mark(arg, arg.__name__)
            return lambda func: mark(func, arg)
        return decorator

    line_magic = _mark("line")
    cell_magic = _mark("cell")
    line_cell_magic = _mark("line_cell")

    def needs_local_scope(func):
        func.needs_local_scope = True
        return func
    def no_var_expand(func):
        return func
    def output_can_be_silenced(func):
        return func

    class Magics:
        def __init__(self, shell=None, **kwargs):
            from IPython.core.interactiveshell import get_ipython
            self.shell = shell or get_ipython()
    """#

  private static let magicArguments = #"""
    def magic_arguments(name=None):
        return lambda func: func
    def argument(*args, **kwargs):
        return lambda func: func
    """#

  private static let pretty = #"""
    import _wick_shell

    def pretty(obj, verbose=False, max_width=79, newline="\n", max_seq_length=1000):
        """Pretty print the object's representation."""
        return _wick_shell.pretty(obj)

    def pprint(obj, verbose=False, max_width=79, newline="\n", max_seq_length=1000):
        print(_wick_shell.pretty(obj))

    def for_type(typ, func):
        return _wick_shell.formatter("text/plain", typ, func)
    """#

  private static let capture =
    "from IPython.core.interactiveshell import capture_output, CapturedIO, RichOutput"

  private static let text = #"""
    from IPython.core.interactiveshell import SList

    def dedent(text):
        lines = text.split("\n")
        indent = min([len(l) - len(l.lstrip()) for l in lines if l.strip()] or [0])
        return "\n".join(l[indent:] for l in lines)
    """#

  private static let inlineBackend = #"""
    def set_matplotlib_formats(*formats, **kwargs):
        pass
    def set_matplotlib_close(close=True):
        pass
    """#

  private static let comm = #"""
    import _wick_shell

    class BaseComm:
        """A channel between the kernel and the front end."""
        def __init__(self, target_name="comm", data=None, metadata=None, buffers=None, comm_id=None, primary=True,
                     target_module=None, topic=None, _open_data=None, _close_data=None, show_warning=True, **kwargs):
            self.comm_id = comm_id or _wick_shell.random_hex()
            self.primary = primary
            self.target_name = target_name
            self.target_module = target_module
            self.topic = topic or "comm-" + self.comm_id
            self._open_data = _open_data or {}
            self._close_data = _close_data or {}
            self._msg_callback = None
            self._close_callback = None
            self._closed = True
            if self.primary:
                self.open(data=data, metadata=metadata, buffers=buffers)
            else:
                self._closed = False

        def open(self, data=None, metadata=None, buffers=None):
            get_comm_manager().register_comm(self)
            self._closed = False
            _wick_shell.comm_send("comm_open", self.comm_id, self.target_name, self.target_module,
                                  self._open_data if data is None else data, metadata, buffers)
        def send(self, data=None, metadata=None, buffers=None):
            _wick_shell.comm_send("comm_msg", self.comm_id, None, None, data, metadata, buffers)
        def close(self, data=None, metadata=None, buffers=None, deleting=False):
            if self._closed:
                return
            self._closed = True
            _wick_shell.comm_send("comm_close", self.comm_id, None, None,
                                  self._close_data if data is None else data, metadata, buffers)
            if not deleting:
                get_comm_manager().unregister_comm(self)
        def publish_msg(self, msg_type, data=None, metadata=None, buffers=None, **keys):
            _wick_shell.comm_send(msg_type, self.comm_id, keys.get("target_name"), keys.get("target_module"), data,
                                  metadata, buffers)
        def on_msg(self, callback):
            self._msg_callback = callback
        def on_close(self, callback):
            self._close_callback = callback
        def handle_msg(self, msg):
            if self._msg_callback:
                self._msg_callback(msg)
        def handle_close(self, msg):
            if self._close_callback:
                self._close_callback(msg)

    Comm = BaseComm

    class CommManager:
        """The open comms and the targets that comms may be opened for."""
        def __init__(self):
            self.comms = {}
            self.targets = {}
        def register_target(self, target_name, f):
            if isinstance(f, str):
                module, _, name = f.rpartition(".")
                f = getattr(__import__(module, fromlist=[name]), name)
            self.targets[target_name] = f
        def unregister_target(self, target_name, f):
            return self.targets.pop(target_name)
        def register_comm(self, comm):
            self.comms[comm.comm_id] = comm
            return comm.comm_id
        def unregister_comm(self, comm):
            self.comms.pop(comm.comm_id, None)
        def get_comm(self, comm_id):
            if comm_id not in self.comms:
                _wick_shell.warn("No such comm: %s\n" % comm_id)
                return None
            return self.comms[comm_id]
        def comm_open(self, stream, ident, msg):
            content = msg["content"]
            comm_id = content["comm_id"]
            target_name = content["target_name"]
            f = self.targets.get(target_name, None)
            comm = create_comm(comm_id=comm_id, primary=False, target_name=target_name)
            self.register_comm(comm)
            if f is None:
                _wick_shell.warn("No such comm target registered: %s\n" % target_name)
            else:
                try:
                    f(comm, msg)
                    return
                except Exception as error:
                    _wick_shell.warn("Exception opening comm with target: %s\n" % target_name)
                    _wick_shell.write_traceback(error)
            try:
                comm.close()
            except Exception as error:
                _wick_shell.write_traceback(error)
        def comm_msg(self, stream, ident, msg):
            comm = self.get_comm(msg["content"]["comm_id"])
            if comm is None:
                return
            try:
                comm.handle_msg(msg)
            except Exception as error:
                _wick_shell.warn("Exception in comm_msg for %s\n" % comm.comm_id)
                _wick_shell.write_traceback(error)
        def comm_close(self, stream, ident, msg):
            comm = self.get_comm(msg["content"]["comm_id"])
            if comm is None:
                return
            self.comms.pop(comm.comm_id, None)
            comm._closed = True
            try:
                comm.handle_close(msg)
            except Exception as error:
                _wick_shell.warn("Exception in comm_close for %s\n" % comm.comm_id)
                _wick_shell.write_traceback(error)

    _manager = CommManager()

    def create_comm(*args, **kwargs):
        return Comm(*args, **kwargs)
    def get_comm_manager():
        return _manager
    """#
}

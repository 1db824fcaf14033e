"""Comms: channels between the kernel and widgets of a front end."""
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
from comm import base_comm

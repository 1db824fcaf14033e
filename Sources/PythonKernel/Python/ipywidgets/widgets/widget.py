"""The base of all widgets: an object whose marked traits are the state of a model in the front end.

Protocol: Jupyter widgets messaging 2.1, over comms of the target `jupyter.widget`. A message `update` carries changed
state; bytes travel as buffers, named by their path in the state. State that comes from the front end is echoed to it, so
that all views agree.
"""
from contextlib import contextmanager

import comm as _comm
from traitlets import Any, Container, Dict, HasTraits, Instance, Int, TraitType, Undefined, Unicode

__protocol_version__ = "2.1.0"
__control_protocol_version__ = "1.0.0"
__jupyter_widgets_base_version__ = "2.0.0"
__jupyter_widgets_controls_version__ = "2.0.0"
__jupyter_widgets_output_version__ = "1.0.0"

_instances = {}
_classes = {}


# What travels.

def _widget_to_json(x, obj):
    if isinstance(x, dict):
        return {k: _widget_to_json(v, obj) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [_widget_to_json(v, obj) for v in x]
    if isinstance(x, Widget):
        return "IPY_MODEL_" + x.model_id
    return x


def _json_to_widget(x, obj):
    if isinstance(x, dict):
        return {k: _json_to_widget(v, obj) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [_json_to_widget(v, obj) for v in x]
    if isinstance(x, str) and x.startswith("IPY_MODEL_") and x[10:] in _instances:
        return _instances[x[10:]]
    return x


widget_serialization = {"from_json": _json_to_widget, "to_json": _widget_to_json}


def _split_buffers(value, path, paths, buffers):
    """A copy of the state without its binary parts."""
    if isinstance(value, dict):
        made = {}
        for key, item in value.items():
            if isinstance(item, (bytes, bytearray, memoryview)):
                paths.append(path + [key])
                buffers.append(item)
            else:
                made[key] = _split_buffers(item, path + [key], paths, buffers)
        return made
    if isinstance(value, (list, tuple)):
        made = []
        for index, item in enumerate(value):
            if isinstance(item, (bytes, bytearray, memoryview)):
                paths.append(path + [index])
                buffers.append(item)
                made.append(None)
            else:
                made.append(_split_buffers(item, path + [index], paths, buffers))
        return made
    return value


def _remove_buffers(state):
    paths, buffers = [], []
    return _split_buffers(state, [], paths, buffers), paths, buffers


def _put_buffers(state, paths, buffers):
    for path, buffer in zip(paths, buffers):
        place = state
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = buffer


def register(cls):
    """Makes a class known to the front end, which may create models too."""
    key = tuple(cls._traits[n].default_value for n in
                ("_model_module", "_model_module_version", "_model_name", "_view_module", "_view_module_version",
                 "_view_name"))
    _classes[key] = cls
    return cls


class CallbackDispatcher:
    """Functions that are all called; the first argument of a registration may be taken back."""

    def __init__(self):
        self.callbacks = []

    def __call__(self, *args, **kwargs):
        value = None
        for callback in list(self.callbacks):
            try:
                value = callback(*args, **kwargs)
            except Exception as error:
                _show(error)
        return value

    def register_callback(self, callback, remove=False):
        if remove and callback in self.callbacks:
            self.callbacks.remove(callback)
        elif not remove and callback not in self.callbacks:
            self.callbacks.append(callback)


def _show(error):
    from IPython import get_ipython
    shell = get_ipython()
    if shell is None:
        raise error
    shell.showtraceback(error)


class InstanceDict(Instance):
    """An object that a dictionary of its traits may stand for."""

    def validate(self, obj, value):
        if isinstance(value, dict):
            return super().validate(obj, self.klass(**value))
        return super().validate(obj, value)


class TypedTuple(Container):
    klass = tuple
    _cast_types = (list,)


class Color(TraitType):
    """A name, #rrggbb, rgb(…), hsl(…) or var(…) of CSS."""

    info_text = "a valid HTML color"
    default_value = Undefined

    def validate(self, obj, value):
        if value is None and self.allow_none:
            return value
        if isinstance(value, str):
            text = value.strip()
            if text[:1] == "#":
                if len(text) in (4, 5, 7, 9) and all(c in "0123456789abcdefABCDEF" for c in text[1:]):
                    return value
            elif text.endswith(")") and text.split("(")[0] in ("rgb", "rgba", "hsl", "hsla", "var"):
                return value
            elif text.isalpha():
                return value
        self.error(obj, value)


class NumberFormat(Unicode):
    """A format of d3."""

    info_text = "a valid number format"


class Widget(HasTraits):
    """A model in the front end."""

    widgets = _instances
    _widget_types = _classes

    _model_name = Unicode("WidgetModel", read_only=True).tag(sync=True)
    _model_module = Unicode("@jupyter-widgets/base", read_only=True).tag(sync=True)
    _model_module_version = Unicode(__jupyter_widgets_base_version__, read_only=True).tag(sync=True)
    _view_name = Unicode(None, allow_none=True).tag(sync=True)
    _view_module = Unicode(None, allow_none=True).tag(sync=True)
    _view_module_version = Unicode("").tag(sync=True)
    _view_count = Int(None, allow_none=True).tag(sync=True)
    comm = Any(allow_none=True)

    def __init__(self, **kwargs):
        self._model_id = kwargs.pop("model_id", None)
        self._received = {}
        self._held_keys = None
        self._msg_callbacks = CallbackDispatcher()
        self._display_callbacks = CallbackDispatcher()
        super().__init__(**kwargs)
        self.open()

    @property
    def keys(self):
        """Names of the traits that make the state."""
        return self.trait_names(sync=True)

    @property
    def model_id(self):
        return self.comm.comm_id if self.comm is not None else None

    # Life.

    def open(self):
        """Creates the model in the front end."""
        if self.comm is not None:
            return
        state, paths, buffers = _remove_buffers(self.get_state())
        data = {"state": state, "buffer_paths": paths}
        options = {} if self._model_id is None else {"comm_id": self._model_id}
        self._attach(_comm.create_comm(target_name="jupyter.widget", data=data, buffers=buffers,
                                       metadata={"version": __protocol_version__}, **options))

    def _attach(self, comm):
        self._trait_values["comm"] = comm
        self._model_id = comm.comm_id
        comm.on_msg(self._handle_msg)
        comm.on_close(lambda msg: self._forget())
        _instances[comm.comm_id] = self

    def _forget(self):
        if self.comm is not None:
            _instances.pop(self.comm.comm_id, None)
            self._trait_values["comm"] = None

    def close(self):
        """Removes the model and its views."""
        if self.comm is not None:
            comm = self.comm
            self._forget()
            comm.close()

    @staticmethod
    def close_all():
        for widget in list(_instances.values()):
            widget.close()

    @staticmethod
    def get_manager_state(drop_defaults=False, widgets=None):
        """The state of all widgets, as saved in notebooks."""
        state = {}
        for widget in (_instances.values() if widgets is None else widgets):
            state[widget.model_id] = widget._get_embed_state(drop_defaults=drop_defaults)
        return {"version_major": 2, "version_minor": 0, "state": state}

    def _get_embed_state(self, drop_defaults=False):
        state = {"model_name": self._model_name, "model_module": self._model_module,
                 "model_module_version": self._model_module_version}
        model, paths, buffers = _remove_buffers(self.get_state(drop_defaults=drop_defaults))
        state["state"] = model
        if buffers:
            import base64
            state["buffers"] = [{"encoding": "base64", "path": p, "data": base64.b64encode(b).decode("ascii")}
                                for p, b in zip(paths, buffers)]
        return state

    # State to the front end.

    def get_state(self, key=None, drop_defaults=False):
        """The state, or a part of it, as it travels."""
        if key is None:
            keys = self.keys
        elif isinstance(key, str):
            keys = [key]
        else:
            keys = list(key)
        state = {}
        for name in keys:
            trait = self._traits[name]
            value = trait.get(self)
            if drop_defaults and name in self._trait_values and self._compare(value, trait.default(self)):
                continue
            to_json = trait.metadata.get("to_json")
            state[name] = value if to_json is None else to_json(value, self)
        return state

    def send_state(self, key=None):
        state = self.get_state(key=key)
        if state:
            state, paths, buffers = _remove_buffers(state)
            self._send({"method": "update", "state": state, "buffer_paths": paths}, buffers=buffers)

    def send(self, content, buffers=None):
        """Sends a message of the widget's own."""
        self._send({"method": "custom", "content": content}, buffers=buffers)

    def _send(self, msg, buffers=None):
        if self.comm is not None:
            self.comm.send(data=msg, buffers=buffers)

    @contextmanager
    def hold_sync(self):
        """Sends all changes at the end in one message."""
        if self._held_keys is not None:
            yield
            return
        self._held_keys = []
        try:
            yield
        finally:
            keys, self._held_keys = self._held_keys, None
            if keys:
                self.send_state(keys)

    def notify_change(self, change):
        name = change["name"]
        if self.comm is not None and name in self._traits and self._traits[name].metadata.get("sync") and \
                self._held is None:
            self._sync(name)
        super().notify_change(change)

    def _sync(self, name):
        if name in self._received:
            # The front end knows what it has sent; only what became of it is news.
            value = self.get_state(name)[name]
            if self._compare(_plain(value), _plain(self._received[name])):
                return
        if self._held_keys is not None:
            if name not in self._held_keys:
                self._held_keys.append(name)
        else:
            self.send_state(name)

    # State from the front end.

    def set_state(self, sync_data):
        """Takes state that came from the front end."""
        known = {k: v for k, v in sync_data.items() if k in self._traits and self._traits[k].metadata.get("sync")}
        echo, paths, buffers = _remove_buffers({k: v for k, v in known.items()
                                                if self._traits[k].metadata.get("echo_update", True)})
        if echo:
            self._send({"method": "echo_update", "state": echo, "buffer_paths": paths}, buffers=buffers)
        outer, self._received = self._received, known
        try:
            with self.hold_sync(), self.hold_trait_notifications():
                for name, value in known.items():
                    from_json = self._traits[name].metadata.get("from_json")
                    self.set_trait(name, value if from_json is None else from_json(value, self))
        finally:
            self._received = outer

    def _handle_msg(self, msg):
        data = msg["content"]["data"]
        method = data.get("method")
        buffers = msg.get("buffers", [])
        if method == "update":
            state = data["state"]
            _put_buffers(state, data.get("buffer_paths", []), buffers)
            self.set_state(state)
        elif method == "request_state":
            self.send_state()
        elif method == "custom":
            self._handle_custom_msg(data.get("content"), buffers)

    def _handle_custom_msg(self, content, buffers):
        self._msg_callbacks(self, content, buffers)

    def on_msg(self, callback, remove=False):
        """Calls `callback(widget, content, buffers)` for messages of the front end."""
        self._msg_callbacks.register_callback(callback, remove=remove)

    def add_traits(self, **traits):
        super().add_traits(**traits)
        for name, trait in traits.items():
            if trait.metadata.get("sync"):
                self.send_state(name)

    # Show.

    def on_displayed(self, callback, remove=False):
        self._display_callbacks.register_callback(callback, remove=remove)

    def _repr_mimebundle_(self, **kwargs):
        text = repr(self)
        data = {"text/plain": text if len(text) <= 110 else text[:110] + "…"}
        if self._view_name is not None:
            data["application/vnd.jupyter.widget-view+json"] = {
                "version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return data

    def _compare(self, a, b):
        try:
            return bool(a == b)
        except Exception:
            return False

    def _repr_keys(self):
        for key in sorted(self.keys):
            if key[0] == "_":
                continue
            value = getattr(self, key)
            trait = self._traits[key]
            if self._compare(value, trait.default_value):
                continue
            if isinstance(trait, (Container, Dict)) and not value:
                continue
            yield key

    def _gen_repr_from_keys(self, keys):
        return "%s(%s)" % (type(self).__name__, ", ".join(["%s=%r" % (k, getattr(self, k)) for k in keys]))

    def __repr__(self):
        return self._gen_repr_from_keys(self._repr_keys())

    # Comms that the front end opens.

    @staticmethod
    def handle_comm_opened(comm, msg):
        data = msg["content"]["data"]
        state = data["state"]
        _put_buffers(state, data.get("buffer_paths", []), msg.get("buffers", []))
        key = tuple(state.get(n) for n in ("_model_module", "_model_module_version", "_model_name", "_view_module",
                                           "_view_module_version", "_view_name"))
        cls = _classes.get(key)
        if cls is None:
            raise RuntimeError("Class %s not found in ipywidgets class registry" % (key,))
        known = {k: v for k, v in state.items() if k in cls._traits and k[0] != "_"}
        widget = cls.__new__(cls)
        widget._trait_values["comm"] = comm
        Widget.__init__(widget)
        widget._attach(comm)
        widget.set_state(known)

    @staticmethod
    def _handle_control_comm_opened(comm, msg):
        Widget._control_comm = comm
        comm.on_msg(Widget._handle_control_comm_msg)

    @staticmethod
    def _handle_control_comm_msg(msg):
        if msg["content"]["data"].get("method") != "request_states":
            return
        states = {}
        all_paths, all_buffers = [], []
        for widget in list(_instances.values()):
            state, paths, buffers = _remove_buffers(widget.get_state())
            states[widget.model_id] = {"model_name": widget._model_name, "model_module": widget._model_module,
                                       "model_module_version": widget._model_module_version, "state": state}
            all_paths += [[widget.model_id, "state"] + path for path in paths]
            all_buffers += buffers
        Widget._control_comm.send(
            data={"method": "update_states", "states": states, "buffer_paths": all_paths}, buffers=all_buffers)


def _plain(value):
    """Tuples arrive as lists."""
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value


def register_comm_target(kernel=None):
    manager = _comm.get_comm_manager()
    manager.register_target("jupyter.widget", Widget.handle_comm_opened)
    manager.register_target("jupyter.widget.control", Widget._handle_control_comm_opened)


class LoggingHasTraits(HasTraits):
    pass


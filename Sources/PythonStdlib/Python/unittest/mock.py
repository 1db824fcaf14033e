"""Objects that stand for others in tests."""
from unittest._mock_calls import ANY, DEFAULT, InvalidSpecError, _Call, _CallList, _SentinelObject, call, sentinel
from unittest._mock_classes import (
    CallableMixin, Mock, NonCallableMock, _SpecState, _is_instance_mock, create_autospec,
)
from unittest._mock_magic import AsyncMock, MagicMock, NonCallableMagicMock, PropertyMock
from unittest._mock_patch import _patch, _patch_dict, patch

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

FILTER_DIR = True


def mock_open(mock=None, read_data=""):
    """A mock of `open`."""
    import io
    state = [None]

    def stream(*args, **kwargs):
        return io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
    state[0] = stream()
    handle = MagicMock(spec=io.TextIOWrapper if isinstance(read_data, str) else io.BytesIO)
    handle.__enter__.return_value = handle
    handle.__exit__.return_value = None
    handle.write.return_value = handle.read.return_value = handle.readline.return_value = None
    handle.readlines.return_value = None
    for name in ("read", "readline", "readlines"):
        def effect(*args, _name=name, **kwargs):
            own = getattr(handle, _name).return_value
            return own if own is not None else getattr(state[0], _name)(*args, **kwargs)
        getattr(handle, name).side_effect = effect
    handle.__iter__.side_effect = lambda: iter(state[0])
    handle.__next__.side_effect = lambda: next(state[0])
    mock = MagicMock(name="open", spec=open) if mock is None else mock

    def reset(*args, **kwargs):
        state[0] = stream()
        return DEFAULT
    mock.side_effect, mock.return_value = reset, handle
    return mock


def seal(mock):
    """Lets a mock have no more new attributes."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock.__dict__["_mock_children"].values()):
        if _is_instance_mock(child) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)

"""Stores of keys and values, held by this process."""
import datetime
import time


class Store:
    """Keys with values of bytes."""

    def __init__(self):
        self._values, self.timeout = {}, datetime.timedelta(minutes=5)

    @staticmethod
    def _bytes(value):
        return value.encode() if isinstance(value, str) else bytes(value)

    def set(self, key, value):
        self._values[key] = self._bytes(value)

    def get(self, key):
        self.wait([key])
        return self._values[key]

    def add(self, key, amount):
        value = int(self._values.get(key, b'0')) + amount
        self._values[key] = str(value).encode()
        return value

    def append(self, key, value):
        self._values[key] = self._values.get(key, b'') + self._bytes(value)

    def check(self, keys):
        return all(key in self._values for key in keys)

    def compare_set(self, key, expected_value, desired_value):
        if self._values.get(key, self._bytes(expected_value)) == self._bytes(expected_value):
            self._values[key] = self._bytes(desired_value) if key in self._values or not expected_value \
                else self._bytes(expected_value)
        return self._values[key]

    def delete_key(self, key):
        return self._values.pop(key, None) is not None

    def num_keys(self):
        return len(self._values)

    def multi_get(self, keys):
        return [self.get(key) for key in keys]

    def multi_set(self, keys, values):
        for key, value in zip(keys, values):
            self.set(key, value)

    def set_timeout(self, timeout):
        self.timeout = timeout

    def wait(self, keys, timeout=None):
        end = time.monotonic() + (timeout or self.timeout).total_seconds()
        while not self.check(keys):
            if time.monotonic() > end:
                raise RuntimeError('wait timeout after ' + f'{int((timeout or self.timeout).total_seconds() * 1000)}ms, keys: '
                                   + ', '.join('/' + key for key in keys))
            time.sleep(0.01)


class HashStore(Store):
    pass


class TCPStore(Store):
    """Nobody can connect: there is one process."""

    def __init__(self, host_name, port=29500, world_size=None, is_master=False, timeout=datetime.timedelta(minutes=5),
                 wait_for_workers=True, **options):
        super().__init__()
        if not is_master:
            raise RuntimeError(f'TCPStore: there is no server to connect to at {host_name}:{port}; Wick runs one process')
        self.host, self.port, self.timeout = host_name, port, timeout

    def num_keys(self):
        # torch counts a key of its own.
        return len(self._values) + 1


class FileStore(Store):
    def __init__(self, file_name, world_size=-1):
        super().__init__()
        self.path = file_name


class PrefixStore(Store):
    def __init__(self, prefix, store):
        super().__init__()
        self._prefix, self._store = prefix, store
        self.underlying_store = store

    def set(self, key, value):
        self._store.set(f'{self._prefix}/{key}', value)

    def get(self, key):
        return self._store.get(f'{self._prefix}/{key}')

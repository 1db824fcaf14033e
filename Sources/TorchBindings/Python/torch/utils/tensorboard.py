"""`SummaryWriter`: writes numbers and texts as event files that TensorBoard reads.

A record is its length, the masked CRC32C of the length, the data, and the masked CRC32C of the data; the data are a
protocol buffer `Event`, written here by hand.
"""
import os
import socket
import struct
import time

__all__ = ['SummaryWriter', 'FileWriter']


def _table():
    made = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0x82F63B78 if n & 1 else n >> 1
        made.append(n)
    return made


_crc_table = _table()


def _masked_crc(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ _crc_table[(crc ^ byte) & 255]
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def _varint(n):
    n &= 0xFFFFFFFFFFFFFFFF
    made = bytearray()
    while n > 127:
        made.append(n & 127 | 128)
        n >>= 7
    made.append(n)
    return bytes(made)


def _field(number, data):
    return _varint(number << 3 | 2) + _varint(len(data)) + data


class SummaryWriter:
    """Writes to a folder of its own below `runs`, or to `log_dir`."""

    def __init__(self, log_dir=None, comment='', purge_step=None, max_queue=10, flush_secs=120, filename_suffix=''):
        if not log_dir:
            name = time.strftime('%b%d_%H-%M-%S') + '_' + socket.gethostname() + comment
            log_dir = os.path.join('runs', name)
        self.log_dir = str(log_dir)
        os.makedirs(self.log_dir, exist_ok=True)
        path = f'events.out.tfevents.{int(time.time())}.{socket.gethostname()}.{os.getpid()}.0{filename_suffix}'
        self._file = open(os.path.join(self.log_dir, path), 'wb')
        self._write(_field(3, b'brain.Event:2'))

    def get_logdir(self):
        return self.log_dir

    def _write(self, event, walltime=None):
        data = b'\x09' + struct.pack('<d', time.time() if walltime is None else walltime) + event
        length = struct.pack('<Q', len(data))
        self._file.write(length + struct.pack('<I', _masked_crc(length)) + data + struct.pack('<I', _masked_crc(data)))

    def _summary(self, value, step, walltime):
        self._write((b'\x10' + _varint(int(step)) if step is not None else b'') + _field(5, _field(1, value)), walltime)

    def add_scalar(self, tag, scalar_value, global_step=None, walltime=None, new_style=False, double_precision=False):
        self._summary(_field(1, tag.encode()) + b'\x15' + struct.pack('<f', float(scalar_value)), global_step, walltime)

    def add_scalars(self, main_tag, tag_scalar_dict, global_step=None, walltime=None):
        for tag, value in tag_scalar_dict.items():
            self.add_scalar(f'{main_tag}/{tag}', value, global_step, walltime)

    def add_text(self, tag, text_string, global_step=None, walltime=None):
        content = b'\x08\x07' + _field(8, text_string.encode())
        plugin = _field(9, _field(1, _field(1, b'text')))
        self._summary(_field(1, f'{tag}/text_summary'.encode()) + plugin + _field(8, content), global_step, walltime)

    def add_histogram(self, tag, values, global_step=None, bins='tensorflow', walltime=None, max_bins=None):
        import torch
        values = torch.as_tensor(values).detach().double().reshape(-1)
        if not values.numel():
            raise ValueError('The input has no element.')
        low, high = values.min().item(), values.max().item()
        counts = torch.histc(values, 30, low, high if high > low else low + 1)
        limits = [low + (max(high, low + 1e-12) - low) * (k + 1) / 30 for k in range(30)]
        numbers = (low, high, float(values.numel()), values.sum().item(), (values * values).sum().item())
        data = b''.join(_varint(k + 1 << 3 | 1) + struct.pack('<d', v) for k, v in enumerate(numbers))
        data += _field(6, struct.pack('<30d', *limits)) + _field(7, struct.pack('<30d', *counts.tolist()))
        self._summary(_field(1, tag.encode()) + _field(5, data), global_step, walltime)

    def _ignored(self, *args, **kwargs):
        """Pictures, graphs, curves and embeddings are not written."""

    add_image = add_images = add_figure = add_video = add_audio = add_graph = add_embedding = add_pr_curve = _ignored
    add_mesh = add_hparams = add_custom_scalars = _ignored

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()


FileWriter = SummaryWriter

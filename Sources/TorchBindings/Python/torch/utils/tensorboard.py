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


def _png(pixels, height, width, channels):
    """A PNG file of rows of bytes."""
    import zlib
    kinds = {1: 0, 2: 4, 3: 2, 4: 6}
    if channels not in kinds:
        raise ValueError(f'a picture has 1 to 4 channels, not {channels}')
    rows = pixels.reshape(height, -1).tolist()
    raw = b''.join(b'\0' + bytes(row) for row in rows)

    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    header = struct.pack('>IIBBBBB', width, height, 8, kinds[channels], 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(raw)) + chunk(b'IEND', b'')


def _grid(images, columns=8):
    """Pictures beside and below each other."""
    import torch
    if images.shape[1] == 1:
        images = images.expand(-1, 3, -1, -1)
    count, channels, height, width = images.shape
    columns = min(columns, count)
    rows = -(-count // columns)
    made = torch.zeros(channels, rows * height, columns * width, dtype=images.dtype)
    for k in range(count):
        y, x = k // columns * height, k % columns * width
        made[:, y:y + height, x:x + width] = images[k]
    return made


class SummaryWriter:
    """Writes to a folder of its own below `runs`, or to `log_dir`."""

    def __init__(self, log_dir=None, comment='', purge_step=None, max_queue=10, flush_secs=120, filename_suffix=''):
        if not log_dir:
            name = time.strftime('%b%d_%H-%M-%S') + '_' + socket.gethostname() + comment
            log_dir = os.path.join('runs', name)
        self.log_dir = str(log_dir)
        os.makedirs(self.log_dir, exist_ok=True)
        path = f'events.out.tfevents.{int(time.time())}.{socket.gethostname()}.{os.getpid()}.0{filename_suffix}'
        self._others = {}
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
        """Several curves in one picture: each has a folder of its own."""
        for tag, value in tag_scalar_dict.items():
            name = os.path.join(self.log_dir, main_tag.replace('/', '_') + '_' + tag)
            if name not in self._others:
                self._others[name] = SummaryWriter(name)
            self._others[name].add_scalar(main_tag, value, global_step, walltime)

    def _picture(self, tag, height, width, channels, png, global_step, walltime):
        numbers = b''.join(_varint(k + 1 << 3) + _varint(n) for k, n in enumerate((height, width, channels)))
        self._summary(_field(1, tag.encode()) + _field(4, numbers + _field(4, png)), global_step, walltime)

    def add_image(self, tag, img_tensor, global_step=None, walltime=None, dataformats='CHW'):
        """A picture; floats are between 0 and 1."""
        import torch
        image = torch.as_tensor(img_tensor).detach()
        if len(dataformats) != image.dim():
            raise AssertionError(f'size of input tensor and input format are different. tensor shape: {tuple(image.shape)}, '
                                 f'input_format: {dataformats}')
        dataformats = dataformats.upper()
        if 'N' in dataformats:
            image = _grid(image.permute([dataformats.index(c) for c in 'NCHW']))
        elif 'C' in dataformats:
            image = image.permute([dataformats.index(c) for c in 'CHW'])
        else:
            image = image.permute([dataformats.index(c) for c in 'HW']).unsqueeze(0)
        if image.shape[0] == 1:
            image = image.expand(3, -1, -1)
        if image.dtype.is_floating_point:
            image = (image * 255).clamp(0, 255)
        image = image.to(torch.uint8)
        channels, height, width = image.shape
        pixels = image.permute(1, 2, 0).contiguous()
        self._picture(tag, height, width, channels, _png(pixels, height, width, channels), global_step, walltime)

    def add_images(self, tag, img_tensor, global_step=None, walltime=None, dataformats='NCHW'):
        self.add_image(tag, img_tensor, global_step, walltime, dataformats)

    def add_figure(self, tag, figure, global_step=None, close=True, walltime=None):
        """A figure of matplotlib, as it saves itself."""
        import io
        for k, one in enumerate(figure if isinstance(figure, list) else [figure]):
            buffer = io.BytesIO()
            one.savefig(buffer, format='png')
            png = buffer.getvalue()
            width, height = struct.unpack('>II', png[16:24])
            self._picture(tag if not isinstance(figure, list) else f'{tag}/{k}', height, width, 4, png, global_step, walltime)

    def add_audio(self, tag, snd_tensor, global_step=None, sample_rate=44100, walltime=None):
        """Sound between -1 and 1, as a WAV file."""
        import torch
        sound = (torch.as_tensor(snd_tensor).detach().reshape(-1).clamp(-1, 1) * 32767).to(torch.int16)
        data = struct.pack(f'<{sound.numel()}h', *sound.tolist())
        wav = (b'RIFF' + struct.pack('<I', 36 + len(data)) + b'WAVEfmt ' + struct.pack(
            '<IHHIIHH', 16, 1, 1, sample_rate, sample_rate * 2, 2, 16) + b'data' + struct.pack('<I', len(data)) + data)
        numbers = (b'\x0d' + struct.pack('<f', float(sample_rate)) + b'\x10\x01' + b'\x18' + _varint(sound.numel())
                   + _field(4, wav) + _field(5, b'audio/wav'))
        self._summary(_field(1, tag.encode()) + _field(6, numbers), global_step, walltime)

    def add_hparams(self, hparam_dict, metric_dict, hparam_domain_discrete=None, run_name=None, global_step=None):
        """A run with its parameters as text and its metrics as scalars."""
        if not isinstance(hparam_dict, dict) or not isinstance(metric_dict, dict):
            raise TypeError('hparam_dict and metric_dict should be dictionary.')
        with SummaryWriter(os.path.join(self.log_dir, run_name or str(time.time()))) as writer:
            rows = ''.join(f'|{key}|{value}|\n' for key, value in hparam_dict.items())
            writer.add_text('hparams', '|parameter|value|\n|---|---|\n' + rows, global_step)
            for key, value in metric_dict.items():
                writer.add_scalar(key, value, global_step)

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
        """Graphs, films, curves and embeddings are not written."""

    add_video = add_graph = add_embedding = add_pr_curve = add_mesh = add_custom_scalars = _ignored

    def flush(self):
        self._file.flush()
        for other in self._others.values():
            other.flush()

    def close(self):
        self._file.close()
        for other in self._others.values():
            other.close()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()


FileWriter = SummaryWriter

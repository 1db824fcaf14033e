"""`torch.nn.attention`: which implementation of attention is wanted. There is one here, and all of them name it."""
import enum

__all__ = ['SDPBackend', 'sdpa_kernel', 'WARN_FOR_UNFUSED_KERNELS']

WARN_FOR_UNFUSED_KERNELS = False


class SDPBackend(enum.Enum):
    ERROR, MATH, FLASH_ATTENTION, EFFICIENT_ATTENTION, CUDNN_ATTENTION, OVERRIDEABLE = -1, 0, 1, 2, 3, 4

    def __repr__(self):
        return f'<SDPBackend.{self.name}: {self.value}>'


class sdpa_kernel:
    def __init__(self, backends, set_priority=False):
        if not isinstance(backends, (list, SDPBackend)):
            raise AssertionError('Backend must be an instance of SDPBackend or a list of SDPBackend instances')
        self.backends = [backends] if isinstance(backends, SDPBackend) else backends

    def __enter__(self):
        return {}

    def __exit__(self, *args):
        return False

    def __call__(self, function):
        return function

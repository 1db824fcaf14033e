"""`torch.multiprocessing`: what programs ask for before they start; there are no processes of Python here."""

__all__ = ['set_start_method', 'get_start_method', 'get_all_start_methods', 'set_sharing_strategy', 'get_sharing_strategy',
           'spawn', 'cpu_count']


def set_start_method(method, force=False):
    return None


def get_start_method(allow_none=False):
    return 'fork'


def get_all_start_methods():
    return ['fork', 'spawn', 'forkserver']


def set_sharing_strategy(strategy):
    return None


def get_sharing_strategy():
    return 'file_descriptor'


def cpu_count():
    import os
    return os.cpu_count()


def spawn(fn, args=(), nprocs=1, join=True, daemon=False, start_method='spawn'):
    """Runs the function for one process after the other; more than one at a time there cannot be."""
    if nprocs != 1:
        raise RuntimeError('torch.multiprocessing.spawn: only one process is available')
    fn(0, *args)

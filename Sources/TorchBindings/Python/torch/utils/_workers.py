"""What the workers of a loader would do, in turns in one process.

Each worker has random numbers of its own, seeded by the loader's seed and its number; a dataset that is iterated is
copied for each. What is loaded is what processes would load, in the same order.
"""
import copy
import random

import torch

_current = [None]


class WorkerInfo:
    """What a dataset may ask about the worker that reads it."""

    def __init__(self, id, num_workers, seed, dataset):
        self.id, self.num_workers, self.seed, self.dataset = id, num_workers, seed, dataset

    def __repr__(self):
        return (f'WorkerInfo(id={self.id}, num_workers={self.num_workers}, seed={self.seed}, dataset={self.dataset})')


def get_worker_info():
    """The worker that reads data now; None in the program itself."""
    return _current[0]


class _Worker:
    def __init__(self, loader, number, seed):
        dataset = loader.dataset
        if loader.iterable:
            try:
                dataset = copy.deepcopy(dataset)
            except Exception:
                pass
        self.info = WorkerInfo(number, loader.num_workers, seed + number, dataset)
        self.state = None
        self.iterator = None

    def run(self, function):
        """Calls a function as this worker: with its random numbers and as the current one."""
        before = (torch.get_rng_state(), random.getstate(), _current[0])
        if self.state is None:
            torch.manual_seed(self.info.seed)
            random.seed(self.info.seed)
        else:
            torch.set_rng_state(self.state[0])
            random.setstate(self.state[1])
        _current[0] = self.info
        try:
            return function(self.info.dataset)
        except Exception as error:
            error.add_note(f'raised in DataLoader worker process {self.info.id}')
            raise
        finally:
            self.state = (torch.get_rng_state(), random.getstate())
            torch.set_rng_state(before[0])
            random.setstate(before[1])
            _current[0] = before[2]


def batches(loader, seed):
    """The batches of one pass."""
    workers = [_Worker(loader, k, seed) for k in range(loader.num_workers)]
    if loader.worker_init_fn is not None:
        for k, worker in enumerate(workers):
            worker.run(lambda dataset: loader.worker_init_fn(k))
    if not loader.iterable:
        for k, indices in enumerate(loader.sampler if loader.batch_sampler is None else loader.batch_sampler):
            yield workers[k % len(workers)].run(lambda dataset: loader._fetch(dataset, indices))
        return
    for worker in workers:
        worker.iterator = worker.run(lambda dataset: iter(dataset))
    turn = 0
    while workers:
        worker = workers[turn % len(workers)]
        given, whole = worker.run(lambda dataset: _some(loader, worker.iterator))
        if given is not None:
            yield given[0]
        if whole:
            turn += 1
        else:
            # A worker that has nothing left drops out of the turns.
            place = workers.index(worker)
            workers.remove(worker)
            turn = place if workers else 0


def _some(loader, iterator):
    """One batch of an iterated dataset, and whether there may be more."""
    if loader.batch_size is None:
        for item in iterator:
            return (loader.collate_fn(item),), True
        return None, False
    items = []
    for item in iterator:
        items.append(item)
        if len(items) == loader.batch_size:
            return (loader.collate_fn(items),), True
    return ((loader.collate_fn(items),) if items and not loader.drop_last else None), False

"""`torch.profiler`: how long the functions of torch and named regions take.

Functions are seen when they are called through `torch` or `torch.nn.functional`; methods and operators of tensors are not.
"""
import enum
import json
import os
import time

import torch

__all__ = ['profile', 'record_function', 'schedule', 'tensorboard_trace_handler', 'ProfilerActivity', 'ProfilerAction',
           'supported_activities']


class ProfilerActivity(enum.Enum):
    CPU, XPU, MTIA, CUDA, HPU, PrivateUse1 = 0, 1, 2, 3, 4, 5

    def __repr__(self):
        return f'<ProfilerActivity.{self.name}: {self.value}>'


class ProfilerAction(enum.Enum):
    NONE, WARMUP, RECORD, RECORD_AND_SAVE = 0, 1, 2, 3


def supported_activities():
    return {ProfilerActivity.CPU}


def schedule(*, wait, warmup, active, repeat=0, skip_first=0, skip_first_wait=0):
    """What a profiler does at each step."""
    if min(wait, warmup, repeat, skip_first) < 0 or active <= 0:
        raise AssertionError('Invalid profiler schedule arguments')

    def action(step):
        if step < skip_first:
            return ProfilerAction.NONE
        step -= skip_first
        cycle = wait + warmup + active
        if repeat > 0 and step // cycle >= repeat:
            return ProfilerAction.NONE
        place = step % cycle
        if place < wait:
            return ProfilerAction.NONE
        if place < wait + warmup:
            return ProfilerAction.WARMUP
        return ProfilerAction.RECORD if place < cycle - 1 else ProfilerAction.RECORD_AND_SAVE
    return action


def tensorboard_trace_handler(dir_name, worker_name=None, use_gzip=False):
    def handler(prof):
        os.makedirs(dir_name, exist_ok=True)
        name = f'{worker_name or "wick"}.{time.time_ns()}.pt.trace.json'
        prof.export_chrome_trace(os.path.join(dir_name, name))
    return handler


class FunctionEvent:
    """One call; times in microseconds."""

    def __init__(self, name, start):
        self.name = self.key = name
        self.start, self.end, self.inner, self.count = start, start, 0.0, 1

    cpu_time_total = cpu_time = property(lambda self: self.end - self.start)
    self_cpu_time_total = property(lambda self: self.end - self.start - self.inner)
    device_time_total = self_device_time_total = cpu_memory_usage = self_cpu_memory_usage = 0

    def __repr__(self):
        return f'<FunctionEvent name={self.name} cpu_time={_time(self.cpu_time_total)}>'


class FunctionEventAvg:
    """All calls of one name."""

    def __init__(self, key):
        self.key, self.count, self.cpu_time_total, self.self_cpu_time_total = key, 0, 0.0, 0.0

    cpu_time = property(lambda self: self.cpu_time_total / max(self.count, 1))
    device_time_total = self_device_time_total = device_time = cpu_memory_usage = self_cpu_memory_usage = 0

    def __repr__(self):
        return (f'<FunctionEventAvg key={self.key} self_cpu_time={_time(self.self_cpu_time_total)} '
                f'cpu_time={_time(self.cpu_time)}>')


def _time(micros):
    if micros >= 1e6:
        return f'{micros / 1e6:.3f}s'
    return f'{micros / 1e3:.3f}ms' if micros >= 1e3 else f'{micros:.3f}us'


class EventList(list):
    @property
    def self_cpu_time_total(self):
        return sum(e.self_cpu_time_total for e in self)

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0):
        found = {}
        for event in self:
            total = found.setdefault(event.key, FunctionEventAvg(event.key))
            total.count += event.count
            total.cpu_time_total += event.cpu_time_total
            total.self_cpu_time_total += event.self_cpu_time_total
        return EventList(found.values())

    def total_average(self):
        made = FunctionEventAvg('Total')
        for event in self:
            made.count += event.count
            made.cpu_time_total += event.cpu_time_total
            made.self_cpu_time_total += event.self_cpu_time_total
        return made

    def table(self, sort_by=None, row_limit=100, max_src_column_width=75, max_name_column_width=55, header=None,
              top_level_events_only=False):
        if not self:
            return ''
        rows = list(self)
        if sort_by is not None:
            key = sort_by.replace('cuda', 'device')
            rows.sort(key=lambda e: getattr(e, key), reverse=True)
        rows = rows[:row_limit] if row_limit >= 0 else rows
        width = max(len(e.key) for e in self) + 4
        if max_name_column_width is not None:
            width = min(width, max_name_column_width)
        total = self.self_cpu_time_total
        names = ['Name', 'Self CPU %', 'Self CPU', 'CPU total %', 'CPU total', 'CPU time avg', '# of Calls']
        widths = [width] + [12] * 6

        def line(cells):
            return ''.join(f'{cell:>{w}}  ' for cell, w in zip(cells, widths))
        bar = ''.join('-' * w + '  ' for w in widths)

        def share(value):
            return f'{value * 100 / total:.2f}%' if total else 'NaN'
        lines = [bar, line(names), bar]
        for e in rows:
            key = e.key if max_name_column_width is None or len(e.key) < max_name_column_width - 3 \
                else e.key[:max_name_column_width - 3] + '...'
            lines.append(line([key, share(e.self_cpu_time_total), _time(e.self_cpu_time_total), share(e.cpu_time_total),
                               _time(e.cpu_time_total), _time(e.cpu_time), str(e.count)]))
        lines += [bar, f'Self CPU time total: {_time(total)}', '']
        return '\n'.join(lines)

    def __str__(self):
        return self.table()

    def export_chrome_trace(self, path):
        events = [dict(name=e.name, ph='X', ts=e.start, dur=e.end - e.start, pid=os.getpid(), tid=0, cat='cpu_op') for e in self]
        with open(path, 'w') as file:
            json.dump({'schemaVersion': 1, 'traceEvents': events}, file)


class _Recorder:
    """The events of the profilers that are on."""

    def __init__(self):
        self.events, self.open, self.on, self.replaced = EventList(), [], 0, []

    def push(self, name):
        event = FunctionEvent(name, time.perf_counter_ns() / 1000)
        self.events.append(event)
        self.open.append(event)

    def pop(self):
        event = self.open.pop()
        event.end = time.perf_counter_ns() / 1000
        if self.open:
            self.open[-1].inner += event.end - event.start

    def start(self):
        self.on += 1
        if self.on > 1:
            return
        self.events, self.open = EventList(), []
        for module in (torch, torch.nn.functional):
            for name, function in list(vars(module).items()):
                if type(function).__name__ == 'builtin_function_or_method' and not name.startswith(('_', 'is_', 'get_', 'set_')):
                    self.replaced.append((module, name, function))
                    setattr(module, name, self.wrapped(name, function))

    def stop(self):
        self.on -= 1
        if self.on == 0:
            for module, name, function in self.replaced:
                setattr(module, name, function)
            self.replaced.clear()

    def wrapped(self, name, function):
        def call(*args, **kwargs):
            self.push('aten::' + name)
            try:
                return function(*args, **kwargs)
            finally:
                self.pop()
        call.__name__ = name
        return call


_recorder = _Recorder()


class record_function:
    """A named region, as a `with` or a decorator."""

    def __init__(self, name, args=None):
        self.name = name

    def __enter__(self):
        self._on = _recorder.on > 0
        if self._on:
            _recorder.push(self.name)
        return self

    def __exit__(self, *args):
        if self._on:
            _recorder.pop()

    def __call__(self, function):
        import functools

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with record_function(self.name):
                return function(*args, **kwargs)
        return wrapper


class profile:
    """Records between `start` and `stop`, or within a `with`."""

    def __init__(self, activities=None, *, schedule=None, on_trace_ready=None, record_shapes=False, profile_memory=False,
                 with_stack=False, with_flops=False, with_modules=False, **options):
        self._schedule, self._ready, self.step_num, self._events = schedule, on_trace_ready, 0, EventList()
        self._recording = False

    def _action(self):
        return ProfilerAction.RECORD if self._schedule is None else self._schedule(self.step_num)

    def _begin(self):
        if not self._recording and self._action() in (ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE):
            self._recording = True
            _recorder.start()

    def _end(self):
        if self._recording:
            self._recording = False
            _recorder.stop()
            self._events = _recorder.events
            if self._ready is not None:
                self._ready(self)

    def start(self):
        self._begin()

    def stop(self):
        self._end()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *args):
        self.stop()

    def step(self):
        if self._schedule is not None and self._schedule(self.step_num) is ProfilerAction.RECORD_AND_SAVE:
            self._end()
        self.step_num += 1
        self._begin()

    def events(self):
        return self._events

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, **options):
        return self._events.key_averages()

    def export_chrome_trace(self, path):
        self._events.export_chrome_trace(path)

    def add_metadata(self, key, value):
        return None

    add_metadata_json = add_metadata


class autograd_profile(profile):
    """`torch.autograd.profiler.profile`."""

    def __init__(self, enabled=True, *, use_cuda=False, record_shapes=False, **options):
        super().__init__()
        self._enabled = enabled

    def start(self):
        if self._enabled:
            super().start()

    __enter__ = profile.__enter__
    function_events = property(lambda self: self._events)
    self_cpu_time_total = property(lambda self: self._events.self_cpu_time_total)

    def total_average(self):
        return self._events.total_average()

    def table(self, *args, **kwargs):
        return self._events.table(*args, **kwargs)

    def __str__(self):
        return str(self._events)

    __repr__ = __str__

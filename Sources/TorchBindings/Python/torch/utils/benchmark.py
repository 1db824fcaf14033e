"""`torch.utils.benchmark`: times a statement."""
import time
import timeit as _timeit

__all__ = ['Timer', 'Measurement', 'Compare']


def _unit(seconds):
    for name, size in (('s', 1.0), ('ms', 1e-3), ('us', 1e-6)):
        if seconds >= size:
            return name, size
    return 'ns', 1e-9


class Measurement:
    """Times of one statement."""

    def __init__(self, number_per_run, raw_times, task_spec):
        self.number_per_run, self.raw_times, self.task_spec = number_per_run, raw_times, task_spec

    @property
    def times(self):
        return [t / self.number_per_run for t in self.raw_times]

    @property
    def mean(self):
        return sum(self.times) / len(self.raw_times)

    @property
    def median(self):
        times = sorted(self.times)
        middle = len(times) // 2
        return times[middle] if len(times) % 2 else (times[middle - 1] + times[middle]) / 2

    def _quantile(self, q):
        times = sorted(self.times)
        place = q * (len(times) - 1)
        low = int(place)
        return times[low] + (times[min(low + 1, len(times) - 1)] - times[low]) * (place - low)

    @property
    def iqr(self):
        return self._quantile(0.75) - self._quantile(0.25)

    def __repr__(self):
        spec = self.task_spec
        lines = [f'<torch.utils.benchmark.utils.common.Measurement object at {hex(id(self))}>']
        title = spec['label'] or spec['stmt']
        if spec['sub_label']:
            title += f': {spec["sub_label"]}'
        lines.append(title)
        if spec['description']:
            lines.append(spec['description'])
        if spec['setup'] != 'pass':
            lines.append('setup: ' + spec['setup'])
        name, size = _unit(self.median)
        if len(self.raw_times) > 1:
            lines.append(f'  Median: {self.median / size:.2f} {name}')
            lines.append(f'  IQR:    {self.iqr / size:.2f} {name} ({self._quantile(0.25) / size:.2f} to '
                         f'{self._quantile(0.75) / size:.2f})')
        else:
            lines.append(f'  {self.median / size:.2f} {name}')
        threads = spec['num_threads']
        lines.append(f'  {len(self.raw_times)} measurement{"s" if len(self.raw_times) > 1 else ""}, {self.number_per_run} runs '
                     f'per measurement, {threads} thread{"s" if threads > 1 else ""}')
        return '\n'.join(lines)


class Timer:
    """Times `stmt` after `setup`."""

    def __init__(self, stmt='pass', setup='pass', global_setup='', timer=time.perf_counter, globals=None, label=None,
                 sub_label=None, description=None, env=None, num_threads=1, language='python'):
        self._timer = _timeit.Timer(stmt, setup, timer, dict(globals or {}))
        self._spec = dict(stmt=stmt, setup=setup, label=label, sub_label=sub_label, description=description,
                          num_threads=num_threads)

    def timeit(self, number=1000000):
        self._timer.timeit(max(number // 100, 2))
        return Measurement(number, [self._timer.timeit(number)], self._spec)

    def blocked_autorange(self, callback=None, min_run_time=0.2):
        number = 1
        while True:
            taken = self._timer.timeit(number)
            if taken >= min_run_time / 100 or number >= 10 ** 9:
                break
            number *= 10
        times, total = [], 0.0
        while total < min_run_time or not times:
            taken = self._timer.timeit(number)
            times.append(taken)
            total += taken
        return Measurement(number, times, self._spec)

    adaptive_autorange = blocked_autorange


class Compare:
    """A table of measurements: a row per sub-label, a column per description, a part per number of threads."""

    def __init__(self, results):
        self._results, self._trims, self._highlights = list(results), False, False

    def extend_results(self, results):
        self._results.extend(results)

    def trim_significant_figures(self):
        self._trims = True

    def colorize(self, rowwise=False):
        return None

    def highlight_warnings(self):
        return None

    def print(self):
        print(str(self))

    def __str__(self):
        return '\n'.join(self._table(label, results) for label, results in self._by('label', self._results).items())

    @staticmethod
    def _by(key, results):
        made = {}
        for result in results:
            made.setdefault(result.task_spec[key], []).append(result)
        return made

    def _table(self, label, results):
        columns = list(self._by('description', results))
        name, size = _unit(min(r.median for r in results))
        digits = 0 if self._trims else 1
        cells = {}
        for r in results:
            spec = r.task_spec
            key = (spec['num_threads'], spec['sub_label'] or spec['stmt'])
            cells.setdefault(key, {})[spec['description']] = f'{r.median / size:.{digits}f}'
        first = max(len(row) for _, row in cells) + 6
        widths = [max([len(str(c or ''))] + [len(row.get(c, '')) for row in cells.values()]) for c in columns]

        def line(start, values):
            return f'{start:<{first}}  |  ' + '  |  '.join(f'{v:>{w}}' for v, w in zip(values, widths))
        head = line('', [str(c or '') for c in columns])
        title = f' {label or results[0].task_spec["stmt"]} '
        lines = [f'[{title:-^{max(len(head) - 2, len(title))}}]', head]
        last = None
        for (threads, row), values in cells.items():
            if threads != last:
                text = f'{threads} threads: '
                lines.append(text + '-' * (len(head) - len(text)))
                last = threads
            lines.append(line(' ' * 6 + row, [values.get(c, '') for c in columns]))
        long = {'s': 'seconds', 'ms': 'milliseconds', 'us': 'microseconds', 'ns': 'nanoseconds'}[name]
        return '\n'.join(lines) + f'\n\nTimes are in {long} ({name}).\n'

"""Graphs in topological order."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle; the second argument lists its nodes."""


class TopologicalSorter:
    """Gives out the nodes of a graph, predecessors first."""

    def __init__(self, graph=None):
        self._before = {}       # node -> number of predecessors that are not done
        self._after = {}        # node -> successors
        self._edges = {}        # node -> predecessors
        self._ready = None
        self._out, self._done = 0, 0
        self._given, self._finished = set(), set()
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _know(self, node):
        if node not in self._before:
            self._before[node] = 0
            self._after[node] = []
            self._edges[node] = []

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._know(node)
        self._before[node] += len(predecessors)
        for other in predecessors:
            self._know(other)
            self._after[other].append(node)
            self._edges[node].append(other)

    def prepare(self):
        """Ends the building; a cycle is an error."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [n for n, count in self._before.items() if count == 0]
        self._given.update(self._ready)
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        ready = tuple(self._ready)
        self._ready.clear()
        self._out += len(ready)
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._before:
                raise ValueError("node %r was not added using add()" % (node,))
            if node in self._finished:
                raise ValueError("node %r was already marked done" % (node,))
            if node not in self._given or node in self._ready:
                raise ValueError("node %r was not passed out (still not ready)" % (node,))
            self._finished.add(node)
            self._done += 1
            for successor in self._after[node]:
                self._before[successor] -= 1
                if self._before[successor] == 0:
                    self._ready.append(successor)
                    self._given.add(successor)

    def _find_cycle(self):
        seen = set()
        for start in self._after:
            if start in seen:
                continue
            path, position = [start], {start: 0}
            stack = [iter(self._after[start])]
            while stack:
                for node in stack[-1]:
                    if node in position:
                        return path[position[node]:] + [node]
                    if node not in seen:
                        position[node] = len(path)
                        path.append(node)
                        stack.append(iter(self._after[node]))
                        break
                else:
                    stack.pop()
                    node = path.pop()
                    del position[node]
                    seen.add(node)
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

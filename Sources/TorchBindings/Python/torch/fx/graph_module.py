"""A module whose `forward` is made from a graph."""
import copy

import torch
from torch.nn import Module


class GraphModule(Module):
    def __new__(cls, *args, **kwargs):
        # Each has a class of its own, for a `forward` of its own.
        return object.__new__(type('GraphModule', (cls,), {'__module__': 'torch.fx.graph_module'})
                              if not cls.__dict__.get('_own') else cls)

    def __init__(self, root, graph, class_name='GraphModule'):
        super().__init__()
        type(self)._own = True
        type(self).__name__ = class_name
        if isinstance(root, Module):
            self.training = root.training
        for node in graph.nodes:
            if node.op in ('get_attr', 'call_module'):
                self._take(root, node.target)
        self.graph = graph

    def _take(self, root, path):
        """Puts a part of another module where it lies there."""
        if isinstance(root, dict):
            value = root[path]
        else:
            value = root
            for part in path.split('.'):
                value = getattr(value, part)
        home, parts = self, path.split('.')
        for part in parts[:-1]:
            if not hasattr(home, part):
                setattr(home, part, Module())
            home = getattr(home, part)
        if isinstance(value, torch.Tensor) and not isinstance(value, torch.nn.Parameter):
            if parts[-1] not in home._buffers:
                home.register_buffer(parts[-1], value)
        else:
            setattr(home, parts[-1], value)

    @property
    def graph(self):
        return self._graph

    @graph.setter
    def graph(self, graph):
        object.__setattr__(self, '_graph', graph)
        graph.owning_module = self
        self.recompile()

    @property
    def code(self):
        return self._code

    def recompile(self):
        made = self._graph.python_code()
        object.__setattr__(self, '_code', made.src)
        names = {'torch': torch, 'device': torch.device, 'inf': float('inf'), 'nan': float('nan'), 'NoneType': type(None),
                 **made.globals}
        exec(compile(made.src, '<eval_with_key>', 'exec'), names)
        type(self).forward = names['forward']
        return made

    def add_submodule(self, target, m):
        *path, name = target.split('.')
        home = self
        for part in path:
            if not hasattr(home, part):
                setattr(home, part, Module())
            home = getattr(home, part)
        home.add_module(name, m)
        return True

    def delete_submodule(self, target):
        path, _, name = target.rpartition('.')
        try:
            delattr(self.get_submodule(path), name)
        except AttributeError:
            return False
        return True

    def delete_all_unused_submodules(self):
        used = [n.target for n in self._graph.nodes if n.op in ('call_module', 'get_attr')]
        for name, _ in list(self.named_modules()):
            if name and not any(u == name or u.startswith(name + '.') or name.startswith(u + '.') for u in used):
                self.delete_submodule(name)

    def print_readable(self, print_output=True, **options):
        text = f'class {self._get_name()}(torch.nn.Module):\n' + '\n'.join(
            '    ' + line if line else line for line in self._code.strip('\n').split('\n'))
        if print_output:
            print(text)
        return text

    def __deepcopy__(self, memo):
        from torch.fx.graph import Graph
        fake = Module()
        fake.__dict__.update({k: copy.deepcopy(v, memo) for k, v in self.__dict__.items() if k not in ('_graph', '_code')})
        graph = Graph()
        output = graph.graph_copy(self._graph, {})
        graph.output(output)
        return GraphModule(fake, graph, self._get_name())

    __copy__ = lambda self: GraphModule(self, self.graph, self._get_name())

    def __str__(self):
        note = '# To see more debug info, please use `graph_module.print_readable()`'
        return '\n'.join([Module.__repr__(self), self._code, note])

"""Replaces parts of graphs that look like a pattern."""
from typing import NamedTuple

from torch.fx.graph import Graph
from torch.fx.graph_module import GraphModule
from torch.fx.node import Node, map_arg


class Match(NamedTuple):
    anchor: Node
    nodes_map: dict


def _graph(thing):
    from torch.fx.tracer import symbolic_trace
    if isinstance(thing, Graph):
        return thing
    return (thing if isinstance(thing, GraphModule) else symbolic_trace(thing)).graph


def _fits(pattern, node, found):
    """Whether a step and what it is made of look like a step of the pattern."""
    if not isinstance(pattern, Node):
        if isinstance(pattern, (list, tuple)):
            return (isinstance(node, (list, tuple)) and len(pattern) == len(node)
                    and all(_fits(p, n, found) for p, n in zip(pattern, node)))
        return not isinstance(node, Node) and pattern == node
    if pattern in found:
        return found[pattern] is node
    if pattern.op == 'placeholder':
        found[pattern] = node
        return True
    if not isinstance(node, Node) or (pattern.op, pattern.target) != (node.op, node.target):
        return False
    found[pattern] = node
    return (_fits(pattern.args, node.args, found) and pattern.kwargs.keys() == node.kwargs.keys()
            and all(_fits(v, node.kwargs[k], found) for k, v in pattern.kwargs.items()))


def replace_pattern(gm, pattern, replacement):
    wanted, new = _graph(pattern), _graph(replacement)
    last = wanted.output_node().args[0]
    matches, taken = [], set()
    for node in list(gm.graph.nodes):
        found = {}
        if node._erased or not _fits(last, node, found):
            continue
        inner = [n for p, n in found.items() if p.op != 'placeholder']
        if any(n in taken for n in inner) or any(u not in inner for n in inner if n is not node for u in n.users):
            continue
        taken.update(inner)
        matches.append(Match(node, found))
        values = [found[p] for p in wanted.nodes if p.op == 'placeholder']
        places = dict(zip([p for p in new.nodes if p.op == 'placeholder'], values))
        with gm.graph.inserting_before(node):
            made = gm.graph.graph_copy(new, places)
        node.replace_all_uses_with(made)
        for old in reversed([n for n in gm.graph.nodes if n in inner]):
            gm.graph.erase_node(old)
    gm.recompile()
    return matches

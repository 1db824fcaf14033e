"""`torch.fx`: programs of torch as graphs, written down by running them with stand-ins for tensors."""
from torch.fx.node import Node, map_arg, map_aggregate, has_side_effect
from torch.fx.graph import Graph, CodeGen
from torch.fx.graph_module import GraphModule
from torch.fx.proxy import Proxy, Attribute, TraceError
from torch.fx.tracer import PH, ProxyableClassMeta, Tracer, symbolic_trace, wrap
from torch.fx.interpreter import Interpreter, Transformer
from torch.fx.subgraph_rewriter import replace_pattern

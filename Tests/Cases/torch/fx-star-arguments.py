# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Tracing functions that take `*args` and `**kwargs`.
import torch
import torch.fx


class Both(torch.nn.Module):
    def forward(self, x, *args, **kwargs):
        return x + args[0] + kwargs["a"]


class Rest(torch.nn.Module):
    def forward(self, x, *rest):
        return torch.relu(x) + rest[0] * rest[1]


class Joined(torch.nn.Module):
    def forward(self, x, *rest):
        return torch.cat([x, *rest])


def function(*args):
    return args[0] - args[1]


for traced in (Both(), Rest(), function, Joined()):
    try:
        made = torch.fx.symbolic_trace(traced)
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
        continue
    print(made.graph, made.code)
    print([(n.op, n.name, str(n.target)) for n in made.graph.nodes if n.op == "placeholder"])
print(torch.fx.symbolic_trace(Both())(torch.ones(2), torch.ones(2), a=torch.tensor(3.0)))
print(torch.fx.symbolic_trace(function)(torch.ones(2), torch.tensor(3.0)), Rest()(torch.ones(2), 2, 3))
# expect: graph():
# expect:     %x : [num_users=1] = placeholder[target=x]
# expect:     %_args : [num_users=1] = placeholder[target=*args]
# expect:     %_kwargs : [num_users=1] = placeholder[target=**kwargs]
# expect:     %getitem : [num_users=1] = call_function[target=operator.getitem](args = (%_args, 0), kwargs = {})
# expect:     %add : [num_users=1] = call_function[target=operator.add](args = (%x, %getitem), kwargs = {})
# expect:     %getitem_1 : [num_users=1] = call_function[target=operator.getitem](args = (%_kwargs, a), kwargs = {})
# expect:     %add_1 : [num_users=1] = call_function[target=operator.add](args = (%add, %getitem_1), kwargs = {})
# expect:     return add_1 
# expect:
# expect:
# expect: def forward(self, x, *args, **kwargs):
# expect:     _args = args
# expect:     _kwargs = kwargs
# expect:     getitem = _args[0];  _args = None
# expect:     add = x + getitem;  x = getitem = None
# expect:     getitem_1 = _kwargs['a'];  _kwargs = None
# expect:     add_1 = add + getitem_1;  add = getitem_1 = None
# expect:     return add_1
# expect:     
# expect: [('placeholder', 'x', 'x'), ('placeholder', '_args', '*args'), ('placeholder', '_kwargs', '**kwargs')]
# expect: graph():
# expect:     %x : [num_users=1] = placeholder[target=x]
# expect:     %_rest : [num_users=2] = placeholder[target=*rest]
# expect:     %relu : [num_users=1] = call_function[target=torch.relu](args = (%x,), kwargs = {})
# expect:     %getitem : [num_users=1] = call_function[target=operator.getitem](args = (%_rest, 0), kwargs = {})
# expect:     %getitem_1 : [num_users=1] = call_function[target=operator.getitem](args = (%_rest, 1), kwargs = {})
# expect:     %mul : [num_users=1] = call_function[target=operator.mul](args = (%getitem, %getitem_1), kwargs = {})
# expect:     %add : [num_users=1] = call_function[target=operator.add](args = (%relu, %mul), kwargs = {})
# expect:     return add 
# expect:
# expect:
# expect: def forward(self, x, *rest):
# expect:     _rest = rest
# expect:     relu = torch.relu(x);  x = None
# expect:     getitem = _rest[0]
# expect:     getitem_1 = _rest[1];  _rest = None
# expect:     mul = getitem * getitem_1;  getitem = getitem_1 = None
# expect:     add = relu + mul;  relu = mul = None
# expect:     return add
# expect:     
# expect: [('placeholder', 'x', 'x'), ('placeholder', '_rest', '*rest')]
# expect: graph():
# expect:     %_args : [num_users=2] = placeholder[target=*args]
# expect:     %getitem : [num_users=1] = call_function[target=operator.getitem](args = (%_args, 0), kwargs = {})
# expect:     %getitem_1 : [num_users=1] = call_function[target=operator.getitem](args = (%_args, 1), kwargs = {})
# expect:     %sub : [num_users=1] = call_function[target=operator.sub](args = (%getitem, %getitem_1), kwargs = {})
# expect:     return sub 
# expect:
# expect:
# expect: def forward(self, *args):
# expect:     _args = args
# expect:     getitem = _args[0]
# expect:     getitem_1 = _args[1];  _args = None
# expect:     sub = getitem - getitem_1;  getitem = getitem_1 = None
# expect:     return sub
# expect:     
# expect: [('placeholder', '_args', '*args')]
# expect: TraceError Proxy object cannot be iterated. This can be attempted when 
# expect: tensor([5., 5.])
# expect: tensor([-2., -2.]) tensor([7., 7.])

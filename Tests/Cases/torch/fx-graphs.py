# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Programs as graphs: traced, changed, interpreted.
import torch, torch.nn as nn, torch.nn.functional as F, torch.fx as fx, operator

class M(nn.Module):

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 5)
        self.param = nn.Parameter(torch.rand(3, 4))
        self.seq = nn.Sequential(nn.ReLU(), nn.Linear(5, 2))

    def forward(self, x, k=2):
        y = self.linear(x + self.param).clamp(min=0.0, max=1.0)
        z = F.relu(self.seq(y)) * k
        z = F.dropout(z, 0.5, self.training)
        w = torch.cat([z, z], dim=1)[:, 0]
        a, b = (w.shape[0], torch.sum(w, dim=-1))
        return {'a': F.max_pool1d(z.unsqueeze(0), 2), 'b': (b, -w, w.t().view(-1) if False else w.T)}
m = M()
g = fx.symbolic_trace(m)
print(g.graph)
print(g.code)
g.graph.lint()
torch.manual_seed(0)
x = torch.randn(3, 4)
m.eval()
g2 = fx.symbolic_trace(m)
torch.testing.assert_close(g2(x), m(x))
print(type(g2).__name__, g2.__class__.__mro__[1].__name__, g2)

def f(x, y):
    return torch.relu(x) + y.sin() * 2 / x ** 2 - x @ y % 3
t = fx.symbolic_trace(f)
print(t.code, t(torch.ones(2, 2), torch.ones(2, 2)))
for n in t.graph.nodes:
    if n.op == 'call_function' and n.target == operator.add:
        n.target = operator.mul
t.recompile()
print(t.code)
for n in t.graph.nodes:
    if n.op == 'call_method' and n.target == 'sin':
        with t.graph.inserting_after(n):
            new = t.graph.call_function(torch.neg, (n,))
        n.replace_all_uses_with(new)
        new.args = (n,)
t.recompile()
print(t.code)
print(t.graph)

class In(fx.Interpreter):

    def call_function(self, target, args, kwargs):
        print('F', target.__name__)
        return super().call_function(target, args, kwargs)

    def run_node(self, n):
        r = super().run_node(n)
        print(n.name, type(r).__name__)
        return r
print(In(t).run(torch.ones(2, 2), torch.ones(2, 2)))

class ShapeProp:

    def __init__(s, m):
        s.m = m
g = fx.Graph()
a = g.placeholder('x')
b = g.call_function(torch.add, (a, 1))
c = g.call_method('relu', (b,))
g.output(c)
gm = fx.GraphModule(nn.Module(), g)
print(gm.code, gm(torch.tensor([-3.0, 1.0])))
print(g.find_nodes(op='call_method', target='relu'))
dead = None
with g.inserting_before(c):
    dead = g.call_function(torch.neg, (b,))
print(g.eliminate_dead_code(), g)
g2 = fx.Graph()
vm = {}
out = g2.graph_copy(g, vm)
g2.output(out)
print(g2)

def bad(x):
    if x.sum() > 0:
        return x
    return -x
for e in [
        lambda: fx.symbolic_trace(bad), lambda: fx.symbolic_trace(lambda x: [i for i in x]),
        lambda: fx.symbolic_trace(lambda x: int(x)), lambda: fx.symbolic_trace(lambda x: len(x)),
        lambda: fx.symbolic_trace(lambda x, **k: x)(1), lambda: g.erase_node(b),
        lambda: fx.symbolic_trace(lambda x, b: x if b else -x, concrete_args={'b': True}).code]:
    try:
        print(e())
    except Exception as ex:
        print(type(ex).__name__, ex)

class Swap(fx.Transformer):

    def call_function(self, target, args, kwargs):
        if target == torch.relu:
            return super().call_function(torch.sigmoid, args, kwargs)
        return super().call_function(target, args, kwargs)
print(Swap(t).transform().code)
r = fx.replace_pattern(fx.symbolic_trace(lambda x: torch.relu(x) + 1), lambda x: torch.relu(x), lambda x: torch.sigmoid(x))
print(len(r))

@fx.wrap
def helper(x):
    return x * 2 if x.sum() > 0 else x
print(fx.symbolic_trace(lambda x: helper(x) + 1).code) if False else None
tr = fx.Tracer()
gr = tr.trace(m)
print(fx.GraphModule(tr.root, gr).code[:60])
# expect: graph():
# expect:     %x : [num_users=1] = placeholder[target=x]
# expect:     %k : [num_users=1] = placeholder[target=k](default=2)
# expect:     %param : [num_users=1] = get_attr[target=param]
# expect:     %add : [num_users=1] = call_function[target=operator.add](args = (%x, %param), kwargs = {})
# expect:     %linear : [num_users=1] = call_module[target=linear](args = (%add,), kwargs = {})
# expect:     %clamp : [num_users=1] = call_method[target=clamp](args = (%linear,), kwargs = {min: 0.0, max: 1.0})
# expect:     %seq_0 : [num_users=1] = call_module[target=seq.0](args = (%clamp,), kwargs = {})
# expect:     %seq_1 : [num_users=1] = call_module[target=seq.1](args = (%seq_0,), kwargs = {})
# expect:     %relu : [num_users=1] = call_function[target=torch.nn.functional.relu](args = (%seq_1,), kwargs = {inplace: False})
# expect:     %mul : [num_users=1] = call_function[target=operator.mul](args = (%relu, %k), kwargs = {})
# expect:     %dropout : [num_users=2] = call_function[target=torch.nn.functional.dropout](args = (%mul,), kwargs = {p: 0.5, training: True, inplace: False})
# expect:     %cat : [num_users=1] = call_function[target=torch.cat](args = ([%dropout, %dropout],), kwargs = {dim: 1})
# expect:     %getitem : [num_users=4] = call_function[target=operator.getitem](args = (%cat, (slice(None, None, None), 0)), kwargs = {})
# expect:     %getattr_1 : [num_users=1] = call_function[target=builtins.getattr](args = (%getitem, shape), kwargs = {})
# expect:     %getitem_1 : [num_users=0] = call_function[target=operator.getitem](args = (%getattr_1, 0), kwargs = {})
# expect:     %sum_1 : [num_users=1] = call_function[target=torch.sum](args = (%getitem,), kwargs = {dim: -1})
# expect:     %unsqueeze : [num_users=1] = call_method[target=unsqueeze](args = (%dropout, 0), kwargs = {})
# expect:     %max_pool1d : [num_users=1] = call_function[target=torch.nn.functional.max_pool1d](args = (%unsqueeze, 2), kwargs = {stride: None, padding: 0, dilation: 1, ceil_mode: False, return_indices: False})
# expect:     %neg : [num_users=1] = call_function[target=operator.neg](args = (%getitem,), kwargs = {})
# expect:     %getattr_2 : [num_users=1] = call_function[target=builtins.getattr](args = (%getitem, T), kwargs = {})
# expect:     return {'a': max_pool1d, 'b': (sum_1, neg, getattr_2)}
# expect:
# expect:
# expect:
# expect: def forward(self, x, k = 2):
# expect:     param = self.param
# expect:     add = x + param;  x = param = None
# expect:     linear = self.linear(add);  add = None
# expect:     clamp = linear.clamp(min = 0.0, max = 1.0);  linear = None
# expect:     seq_0 = getattr(self.seq, "0")(clamp);  clamp = None
# expect:     seq_1 = getattr(self.seq, "1")(seq_0);  seq_0 = None
# expect:     relu = torch.nn.functional.relu(seq_1, inplace = False);  seq_1 = None
# expect:     mul = relu * k;  relu = k = None
# expect:     dropout = torch.nn.functional.dropout(mul, p = 0.5, training = True, inplace = False);  mul = None
# expect:     cat = torch.cat([dropout, dropout], dim = 1)
# expect:     getitem = cat[(slice(None, None, None), 0)];  cat = None
# expect:     getattr_1 = getitem.shape
# expect:     getitem_1 = getattr_1[0];  getattr_1 = getitem_1 = None
# expect:     sum_1 = torch.sum(getitem, dim = -1)
# expect:     unsqueeze = dropout.unsqueeze(0);  dropout = None
# expect:     max_pool1d = torch.nn.functional.max_pool1d(unsqueeze, 2, stride = None, padding = 0, dilation = 1, ceil_mode = False, return_indices = False);  unsqueeze = None
# expect:     neg = -getitem
# expect:     getattr_2 = getitem.T;  getitem = None
# expect:     return {'a': max_pool1d, 'b': (sum_1, neg, getattr_2)}
# expect:     
# expect: M GraphModule M(
# expect:   (linear): Linear(in_features=4, out_features=5, bias=True)
# expect:   (seq): Module(
# expect:     (0): ReLU()
# expect:     (1): Linear(in_features=5, out_features=2, bias=True)
# expect:   )
# expect: )
# expect:
# expect:
# expect:
# expect: def forward(self, x, k = 2):
# expect:     param = self.param
# expect:     add = x + param;  x = param = None
# expect:     linear = self.linear(add);  add = None
# expect:     clamp = linear.clamp(min = 0.0, max = 1.0);  linear = None
# expect:     seq_0 = getattr(self.seq, "0")(clamp);  clamp = None
# expect:     seq_1 = getattr(self.seq, "1")(seq_0);  seq_0 = None
# expect:     relu = torch.nn.functional.relu(seq_1, inplace = False);  seq_1 = None
# expect:     mul = relu * k;  relu = k = None
# expect:     dropout = torch.nn.functional.dropout(mul, p = 0.5, training = False, inplace = False);  mul = None
# expect:     cat = torch.cat([dropout, dropout], dim = 1)
# expect:     getitem = cat[(slice(None, None, None), 0)];  cat = None
# expect:     getattr_1 = getitem.shape
# expect:     getitem_1 = getattr_1[0];  getattr_1 = getitem_1 = None
# expect:     sum_1 = torch.sum(getitem, dim = -1)
# expect:     unsqueeze = dropout.unsqueeze(0);  dropout = None
# expect:     max_pool1d = torch.nn.functional.max_pool1d(unsqueeze, 2, stride = None, padding = 0, dilation = 1, ceil_mode = False, return_indices = False);  unsqueeze = None
# expect:     neg = -getitem
# expect:     getattr_2 = getitem.T;  getitem = None
# expect:     return {'a': max_pool1d, 'b': (sum_1, neg, getattr_2)}
# expect:     
# expect: # To see more debug info, please use `graph_module.print_readable()`
# expect:
# expect:
# expect:
# expect: def forward(self, x, y):
# expect:     relu = torch.relu(x)
# expect:     sin = y.sin()
# expect:     mul = sin * 2;  sin = None
# expect:     pow_1 = x ** 2
# expect:     truediv = mul / pow_1;  mul = pow_1 = None
# expect:     add = relu + truediv;  relu = truediv = None
# expect:     matmul = x @ y;  x = y = None
# expect:     mod = matmul % 3;  matmul = None
# expect:     sub = add - mod;  add = mod = None
# expect:     return sub
# expect:      tensor([[0.6829, 0.6829],
# expect:         [0.6829, 0.6829]])
# expect:
# expect:
# expect:
# expect: def forward(self, x, y):
# expect:     relu = torch.relu(x)
# expect:     sin = y.sin()
# expect:     mul = sin * 2;  sin = None
# expect:     pow_1 = x ** 2
# expect:     truediv = mul / pow_1;  mul = pow_1 = None
# expect:     add = relu * truediv;  relu = truediv = None
# expect:     matmul = x @ y;  x = y = None
# expect:     mod = matmul % 3;  matmul = None
# expect:     sub = add - mod;  add = mod = None
# expect:     return sub
# expect:     
# expect:
# expect:
# expect:
# expect: def forward(self, x, y):
# expect:     relu = torch.relu(x)
# expect:     sin = y.sin()
# expect:     neg = torch.neg(sin);  sin = None
# expect:     mul = neg * 2;  neg = None
# expect:     pow_1 = x ** 2
# expect:     truediv = mul / pow_1;  mul = pow_1 = None
# expect:     add = relu * truediv;  relu = truediv = None
# expect:     matmul = x @ y;  x = y = None
# expect:     mod = matmul % 3;  matmul = None
# expect:     sub = add - mod;  add = mod = None
# expect:     return sub
# expect:     
# expect: graph():
# expect:     %x : [num_users=3] = placeholder[target=x]
# expect:     %y : [num_users=2] = placeholder[target=y]
# expect:     %relu : [num_users=1] = call_function[target=torch.relu](args = (%x,), kwargs = {})
# expect:     %sin : [num_users=1] = call_method[target=sin](args = (%y,), kwargs = {})
# expect:     %neg : [num_users=1] = call_function[target=torch.neg](args = (%sin,), kwargs = {})
# expect:     %mul : [num_users=1] = call_function[target=operator.mul](args = (%neg, 2), kwargs = {})
# expect:     %pow_1 : [num_users=1] = call_function[target=operator.pow](args = (%x, 2), kwargs = {})
# expect:     %truediv : [num_users=1] = call_function[target=operator.truediv](args = (%mul, %pow_1), kwargs = {})
# expect:     %add : [num_users=1] = call_function[target=operator.mul](args = (%relu, %truediv), kwargs = {})
# expect:     %matmul : [num_users=1] = call_function[target=operator.matmul](args = (%x, %y), kwargs = {})
# expect:     %mod : [num_users=1] = call_function[target=operator.mod](args = (%matmul, 3), kwargs = {})
# expect:     %sub : [num_users=1] = call_function[target=operator.sub](args = (%add, %mod), kwargs = {})
# expect:     return sub
# expect: x Tensor
# expect: y Tensor
# expect: F relu
# expect: relu Tensor
# expect: sin Tensor
# expect: F neg
# expect: neg Tensor
# expect: F mul
# expect: mul Tensor
# expect: F pow
# expect: pow_1 Tensor
# expect: F truediv
# expect: truediv Tensor
# expect: F mul
# expect: add Tensor
# expect: F matmul
# expect: matmul Tensor
# expect: F mod
# expect: mod Tensor
# expect: F sub
# expect: sub Tensor
# expect: output Tensor
# expect: tensor([[-3.6829, -3.6829],
# expect:         [-3.6829, -3.6829]])
# expect:
# expect:
# expect:
# expect: def forward(self, x):
# expect:     add = torch.add(x, 1);  x = None
# expect:     relu = add.relu();  add = None
# expect:     return relu
# expect:      tensor([0., 2.])
# expect: [relu]
# expect: True graph():
# expect:     %x : [num_users=1] = placeholder[target=x]
# expect:     %add : [num_users=1] = call_function[target=torch.add](args = (%x, 1), kwargs = {})
# expect:     %relu : [num_users=1] = call_method[target=relu](args = (%add,), kwargs = {})
# expect:     return relu
# expect: graph():
# expect:     %x : [num_users=1] = placeholder[target=x]
# expect:     %add : [num_users=1] = call_function[target=torch.add](args = (%x, 1), kwargs = {})
# expect:     %relu : [num_users=1] = call_method[target=relu](args = (%add,), kwargs = {})
# expect:     return relu
# expect: TraceError symbolically traced variables cannot be used as inputs to control flow
# expect: TraceError Proxy object cannot be iterated. This can be attempted when the Proxy is used in a loop or as a *args or **kwargs function argument. See the torch.fx docs on pytorch.org for a more detailed explanation of what types of control flow can be traced, and check out the Proxy docstring for help troubleshooting Proxy iteration errors
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'Proxy'
# expect: RuntimeError 'len' is not supported in symbolic tracing by default. If you want this call to be recorded, please call torch.fx.wrap('len') at module scope
# expect: 1
# expect: RuntimeError Tried to erase Node add but it still had 1 users in the graph: {relu: None}!
# expect:
# expect:
# expect:
# expect: def forward(self, x, b_1):
# expect:     eq = b_1 == True;  b_1 = None
# expect:     _assert = torch._assert(eq, 'b has been specialized to have value True but got another value');  eq = _assert = None
# expect:     return x
# expect:     
# expect:
# expect:
# expect:
# expect: def forward(self, x, y):
# expect:     sigmoid = torch.sigmoid(x)
# expect:     sin = y.sin()
# expect:     neg = torch.neg(sin);  sin = None
# expect:     mul = neg * 2;  neg = None
# expect:     pow_1 = x ** 2
# expect:     truediv = mul / pow_1;  mul = pow_1 = None
# expect:     mul_1 = sigmoid * truediv;  sigmoid = truediv = None
# expect:     matmul = x @ y;  x = y = None
# expect:     mod = matmul % 3;  matmul = None
# expect:     sub = mul_1 - mod;  mul_1 = mod = None
# expect:     return sub
# expect:     
# expect: 1
# expect:
# expect:
# expect:
# expect: def forward(self, x, k = 2):
# expect:     param = self.param
# expect:     a

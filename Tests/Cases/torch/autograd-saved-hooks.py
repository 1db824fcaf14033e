# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch


def attempt(f):
    try:
        return f()
    except Exception as e:
        print(type(e).__name__, str(e)[:300])

# saved tensors
m = a.detach().requires_grad_() ; n = b.detach().requires_grad_()
r = m * n
print(r.grad_fn._saved_self, r.grad_fn._saved_other is n)
r.sum().backward()
attempt(lambda: r.grad_fn._saved_self)
e = m.exp(); print(e.grad_fn._saved_result); 
pw = m ** 2; print(pw.grad_fn._saved_self)
# saved tensor hooks
def pack(x): print("pack", x); return x.numpy() if False else (x * 1).tolist()
def unpack(v): print("unpack", v); return torch.tensor(v)
with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
    m2 = torch.tensor([2., 3.], requires_grad=True)
    l = (m2 * m2).sum()
l.backward(); print(m2.grad)
with torch.autograd.graph.save_on_cpu(): 
    l = (m2 * 3).exp().sum()
l.backward(); print(m2.grad)
with torch.autograd.graph.disable_saved_tensors_hooks("no hooks here"):
    def f():
        with torch.autograd.graph.saved_tensors_hooks(pack, unpack): pass
    t(f)
# multi grad hook
aa = torch.ones(1, requires_grad=True); bb = torch.ones(1, requires_grad=True)
torch.autograd.graph.register_multi_grad_hook((aa, bb), lambda gs: print("multi", gs))
(aa * 2 + bb * 3).sum().backward()
print(torch.autograd.graph.Node)
print(isinstance(c.grad_fn, torch.autograd.graph.Node))
ge = torch.autograd.graph.get_gradient_edge(c); print(type(ge).__name__, ge.output_nr)
with torch.autograd.graph.allow_mutation_on_saved_tensors():
    k = torch.ones(2, requires_grad=True); j = k.clone(); o = (j**2).sum(); j.sin_(); o.backward(); print(k.grad)
# expect-error: NameError: name 'a' is not defined

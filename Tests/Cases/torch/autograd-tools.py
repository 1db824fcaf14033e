# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Anomaly detection, Hessian products, functions that write in place, checkpoints, hooks after accumulation.
import torch, warnings
warnings.simplefilter('ignore')
x=torch.tensor([0.,1.],requires_grad=True)

def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:200])
def g():
    with torch.autograd.detect_anomaly():
        y=(x.sqrt()*0).sum(); y.backward()
attempt(g)
def h():
    with torch.autograd.set_detect_anomaly(True): 
        (torch.sqrt(x-1)).sum().backward()
attempt(h); print(torch.is_anomaly_enabled())
def hv(): 
    f=lambda v:(v**3).sum()
    print(torch.autograd.functional.hvp(f,torch.tensor([1.,2.]),torch.tensor([1.,0.])), torch.autograd.functional.vhp(f,torch.tensor([1.,2.]),torch.tensor([1.,1.])))
hv()
print(torch.autograd.gradgradcheck(lambda v:v.sin()*v,torch.rand(3,dtype=torch.float64,requires_grad=True)))
from torch.autograd.function import once_differentiable
class S(torch.autograd.Function):
    @staticmethod
    def forward(ctx,x): ctx.save_for_backward(x); return x*x
    @staticmethod
    @once_differentiable
    def backward(ctx,g): x,=ctx.saved_tensors; return g*2*x
z=torch.tensor([3.],requires_grad=True)
gr,=torch.autograd.grad(S.apply(z).sum(),z,create_graph=True)
print(gr.requires_grad)
attempt(lambda: torch.autograd.grad(gr.sum(),z))
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
lin=torch.nn.Linear(2,2); torch.nn.init.ones_(lin.weight); torch.nn.init.zeros_(lin.bias)
a=torch.tensor([[1.,2.]],requires_grad=True)
checkpoint(lin,a,use_reentrant=False).sum().backward(); print(a.grad, lin.weight.grad)
checkpoint(lin,a,use_reentrant=True).sum().backward(); print(a.grad, lin.weight.grad)
print(checkpoint_sequential(torch.nn.Sequential(lin,torch.nn.ReLU(),lin),2,a,use_reentrant=False))
print(torch.is_nonzero(torch.tensor([1.])), torch.get_default_device(), torch.view_copy(torch.arange(4),(2,2)), torch.ones(2).is_signed(), torch.ones(2).is_conj(), torch.ones(2).is_neg(), torch.ones(2).is_pinned(), torch.ones(2,3).dim_order(), torch.frombuffer(bytearray(b'\x01\x02\x03'),dtype=torch.uint8))
class D(torch.autograd.Function):
    @staticmethod
    def forward(ctx,x): ctx.mark_dirty(x); x.mul_(2); return x
    @staticmethod
    def backward(ctx,g): return g*2
q=torch.ones(2,requires_grad=True); w=q.clone(); r=D.apply(w); r.sum().backward(); print(q.grad, r is w, w.grad_fn.name())
v=[]
p=torch.ones(2,requires_grad=True); p.register_post_accumulate_grad_hook(lambda t: v.append(t.grad.clone())); (p*3).sum().backward(); print(v)
# expect: RuntimeError Function 'SqrtBackward0' returned nan values in its 0th output.
# expect: RuntimeError Function 'SqrtBackward0' returned nan values in its 0th output.
# expect: False
# expect: (tensor(9.), tensor([6., 0.])) (tensor(9.), tensor([ 6., 12.]))
# expect: True
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: tensor([[2., 2.]]) tensor([[1., 2.],
# expect:         [1., 2.]])
# expect: tensor([[4., 4.]]) tensor([[2., 4.],
# expect:         [2., 4.]])
# expect: tensor([[3., 3.]], grad_fn=<ReluBackward0>)
# expect: True cpu tensor([[0, 1],
# expect:         [2, 3]]) True False False False (0, 1) tensor([1, 2, 3], dtype=torch.uint8)
# expect: tensor([2., 2.]) True DBackward
# expect: [tensor([3., 3.])]
